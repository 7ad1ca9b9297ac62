import { isLinkable } from '#journal/address/scheme.ts';
import type { FaultKind } from '#journal/fault/kinds.ts';
import { sameFor } from '#journal/once/sameFor.ts';
import type { Collector } from '../collect/collector.ts';
import type { RawTag } from './rawTag.ts';

/** Why a page has none of an element. */
const elements: Readonly<Record<string, string>> = {
  script: 'no script runs on these pages',
  style: 'styles come from the theme alone',
  link: 'a page names its style sheets and feeds itself',
  meta: 'what is told about a page stands in the front matter',
  base: 'all addresses of the page would lead elsewhere',
  ...sameFor('frame frameset applet portal', 'browsers show nothing of it'),
};

/**
 * Tells what the Content-Security-Policy of the pages keeps from working without a word to the reader, and what calls
 * out. The answer is the attributes of which it told.
 */
export function forbiddenFaults(tag: RawTag, collector: Collector): ReadonlySet<string> {
  const { name, attributes, line } = tag;
  const isForbidden = isForbiddenElement(name, attributes);
  if (isForbidden)
    collector.fault(
      'forbidden-html',
      line,
      `a <${name}>, and ${elements[name]}`,
      'HTML without it',
      'remove it',
    );
  if (name === 'noscript' || name === 'template')
    collector.warning(
      'unseen-html',
      line,
      `a <${name}>, of which browsers show nothing`,
      'HTML that readers see',
      'take its tags away, or what stands within as well',
    );
  const told = new Set<string>(isForbidden ? attributes.keys() : []);
  for (const [attribute, value] of attributes) {
    const found = attributeFault(tag, attribute, value);
    if (!found) continue;
    told.add(attribute);
    const what = `${attribute} at <${name}>${found.what}`;
    collector.fault(
      found.kind ?? 'forbidden-attribute',
      line,
      what,
      found.expected,
      found.cure ?? 'remove it',
    );
  }
  return told;
}

/** Whether no page has an element, be it that it is in order otherwise. */
export function isForbiddenElement(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (!Object.hasOwn(elements, name)) return false;
  // HTML lets these stand in a text where they tell a machine about it.
  const isHead = ['rel', 'http-equiv', 'name'].some((one) => attributes.has(one));
  const isMicrodata = /^(?:link|meta)$/.test(name) && attributes.has('itemprop') && !isHead;
  return !isMicrodata;
}

/** Whether readers were to see what stands in an element that no page has. */
export function keepsWords(name: string): boolean {
  return name === 'applet' || name === 'portal';
}

interface AttributeFault {
  readonly kind?: FaultKind;
  readonly what: string;
  readonly expected: string;
  readonly cure?: string;
}

function attributeFault(
  { name, attributes }: RawTag,
  attribute: string,
  value: string,
): AttributeFault | undefined {
  if (/^on[a-z]/.test(attribute))
    return { what: ', and no script runs on these pages', expected: 'HTML without scripts' };
  if (attribute === 'style')
    return {
      kind: 'inline-style',
      what: ', and browsers pass over it on these pages',
      expected: 'HTML without inline styles',
      cure: 'remove it, or say the same in Markdown',
    };
  if (attribute === 'ping')
    return { what: ', which tells another host who follows a link', expected: 'a link without it' };
  if (/^(?:lowsrc|dynsrc|archive|codebase)$/.test(attribute) && isElsewhere(value))
    return { what: ', which is on another host', expected: 'HTML without it' };
  if (attribute === 'attributionsrc')
    return { what: ', which tells another host who reads this', expected: 'HTML without it' };
  if (attribute === 'srcdoc')
    return { what: ', and no page is shown within these pages', expected: 'HTML without it' };
  if (/(?:action)$/.test(attribute) && isElsewhere(value))
    return {
      what: ', which is on another host: browsers send nothing from these pages there',
      expected: 'a form without it',
      cure: 'write a link to the page that has the form',
    };
  return words.test(attribute) ? undefined : valueFault({ name, attributes }, attribute, value);
}

function valueFault(
  { name, attributes }: Pick<RawTag, 'name' | 'attributes'>,
  attribute: string,
  value: string,
): AttributeFault | undefined {
  if (runsScript(value) || changesAddress(name, attribute, attributes, value))
    return {
      what: ` that ${schemeWords(value)}, and no script runs on these pages`,
      expected: 'an address',
    };
  const shows = presentation.has(attribute) || (isAnimation(name) && animated.test(attribute));
  if (shows && /url\(\s*(?!['"]?\s*#)/i.test(value))
    return {
      what: `, which names ${value}`,
      expected: 'url(#…), a part of the same drawing: pages load nothing from elsewhere',
    };
  return undefined;
}

/** Attributes that hold words, which may begin like an address. */
const words = /^(?:title|alt|label|placeholder|value|content|summary|aria-.*|data-.*)$/;

/** Attributes of drawings that may name a file. */
const presentation = new Set(
  'fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end src'.split(
    ' ',
  ),
);

function isElsewhere(value: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(value);
}

function runsScript(value: string): boolean {
  return /(?:^|;)[\s\p{Cc}]*(?:java|vb|live)script:/iu.test(value.replace(/[\t\n\r]/g, ''));
}

function schemeWords(value: string): string {
  const [, scheme] = /(?:^|;)[\s\p{Cc}]*([a-z]+:)/iu.exec(value.replace(/[\t\n\r]/g, '')) ?? [];
  return scheme === undefined || (isLinkable(value) && !runsScript(value))
    ? 'changes an address'
    : `begins with ${scheme.toLowerCase()}`;
}

/** An animation can put another address into a link. */
function changesAddress(
  name: string,
  attribute: string,
  attributes: ReadonlyMap<string, string>,
  value: string,
): boolean {
  if (!isAnimation(name) || !animated.test(attribute)) return false;
  const target = attributes.get('attributename')?.trim() ?? '';
  return (
    /^(?:xlink:)?href$/i.test(target) &&
    value.split(';').some((one) => !isLinkable(one) || isElsewhere(one))
  );
}

/** Attributes of an animation that hold what another attribute becomes. */
const animated = /^(?:to|from|by|values)$/;

function isAnimation(name: string): boolean {
  return /^(?:animate|set)/.test(name);
}
