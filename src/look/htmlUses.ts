import { sameFor } from '#journal/once/sameFor.ts';
import type { AllowedUse } from '#journal/schema/allow.ts';
import { candidatesIn } from '../render/html/sourceSet.ts';
import type { HtmlTag } from '../render/html/tags.ts';

/** What a page does with an address: follows it when a reader wants it to, or loads it, or sends something there. */
export type Use = AllowedUse | 'link' | 'manifest' | 'object' | 'contact';

/** An address that a tag names. */
export interface NamedInTag {
  readonly use: Use;
  readonly attribute: string;
  readonly address: string;
}

const byElement: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  a: { href: 'link', 'xlink:href': 'link', ping: 'connect' },
  area: { href: 'link', ping: 'connect' },
  audio: { src: 'media' },
  button: { formaction: 'forms' },
  embed: { src: 'object' },
  form: { action: 'forms' },
  frame: { src: 'frames' },
  iframe: { src: 'frames' },
  input: { src: 'images', formaction: 'forms' },
  object: { data: 'object' },
  script: { src: 'scripts', href: 'scripts', 'xlink:href': 'scripts' },
  source: { src: 'media', srcset: 'images' },
  track: { src: 'media' },
  video: { src: 'media', poster: 'images' },
};

const byAttribute: Readonly<Record<string, Use>> = {
  ...sameFor('href xlink:href src srcset imagesrcset background lowsrc', 'images'),
  dynsrc: 'media',
  ...sameFor('cite longdesc', 'link'),
  attributionsrc: 'connect',
};

/** Addresses that a tag names, and what for. */
export function usesIn(tag: HtmlTag): NamedInTag[] {
  const linked = tag.name === 'link' ? linkUse(tag) : undefined;
  return [...tag.attributes].flatMap(([attribute, value]) => {
    const own = Object.hasOwn(byElement, tag.name) ? byElement[tag.name]?.[attribute] : undefined;
    const use =
      attribute === 'href' && linked !== undefined
        ? linked
        : (own ?? (Object.hasOwn(byAttribute, attribute) ? byAttribute[attribute] : undefined));
    if (use === undefined) return [];
    return addressesIn(attribute, value).map((address) => ({ use, attribute, address }));
  });
}

function addressesIn(attribute: string, value: string): string[] {
  if (attribute === 'ping' || attribute === 'attributionsrc')
    return value.split(/\s+/).filter((one) => one !== '');
  if (!attribute.endsWith('srcset')) return [value.trim()];
  return candidatesIn(value).map(({ address }) => address);
}

const preloaded: Readonly<Record<string, Use>> = {
  ...sameFor('script worker', 'scripts'),
  style: 'styles',
  image: 'images',
  font: 'fonts',
  ...sameFor('audio video track', 'media'),
  document: 'frames',
};

/** What a `link` is for, by its `rel`; most tell machines something, and load nothing. */
function linkUse({ attributes }: HtmlTag): Use {
  const words = new Set((attributes.get('rel') ?? '').toLowerCase().split(/\s+/));
  const as = (attributes.get('as') ?? '').toLowerCase();
  if (words.has('stylesheet')) return 'styles';
  if (words.has('modulepreload')) return 'scripts';
  if (words.has('preload')) return preloaded[as] ?? 'connect';
  if ([...words].some((word) => /icon/.test(word))) return 'images';
  if (words.has('manifest')) return 'manifest';
  if ([...words].some((word) => /^(?:preconnect|dns-prefetch|prefetch|prerender)$/.test(word)))
    return 'contact';
  return 'link';
}
