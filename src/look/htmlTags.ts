import { sameFor } from '#journal/once/sameFor.ts';
import type { HtmlTag } from '../render/html/tags.ts';
import type { Trouble } from './htmlAddress.ts';

/** The two files of HTML that every page has, in the content folder. */
export type PageHtmlFile = 'head.html' | 'foot.html';

const mayStandInHead = new Set(['meta', 'link', 'script', 'style', 'noscript']);

/** Why neither the foot of a page has an element, nor what stands in it. */
const notInFoot: Readonly<Record<string, string>> = {
  ...sameFor('html head body', 'which begins a page'),
  ...sameFor('title meta link style', 'which belongs to the head of a page'),
  base: 'with which all addresses of the page would lead elsewhere',
  ...sameFor('frame frameset applet portal', 'of which browsers show nothing'),
  plaintext: 'which has no end',
  main: 'of which a page has one already',
};

/** What `http-equiv` would change of a page that is not the journal's to change. */
const keptEquivalents =
  /^(?:refresh|content-security-policy(?:-report-only)?|set-cookie|default-style|content-type)$/;

/** What is wrong with a tag, but for the addresses that it names. `isDrawn` says that it stands in an `svg`. */
export function tagTroubles(tag: HtmlTag, file: PageHtmlFile, isDrawn: boolean): Trouble[] {
  const { name, attributes } = tag;
  // The title of a drawing is what a screen reader says of it.
  const isOfDrawing = isDrawn && name === 'title';
  const element =
    file === 'head.html' ? headTrouble(name) : isOfDrawing ? undefined : footTrouble(name);
  const equivalent = attributes.get('http-equiv')?.trim().toLowerCase() ?? '';
  return [
    ...(element ? [element] : []),
    ...(name === 'meta' && keptEquivalents.test(equivalent)
      ? [[`<meta http-equiv="${equivalent}">`, 'what tells about the page', 'remove it'] as const]
      : []),
    ...[...attributes]
      .map(([attribute, value]) => attributeTrouble(tag, attribute, value))
      .filter((one) => one !== undefined),
  ];
}

function headTrouble(name: string): Trouble | undefined {
  if (mayStandInHead.has(name)) return undefined;
  return [
    `a <${name}> in the head of a page`,
    `one of ${[...mayStandInHead].map((one) => `<${one}>`).join(', ')}`,
    Object.hasOwn(notInFoot, name) ? 'remove it' : 'move it to foot.html, or remove it',
  ];
}

function footTrouble(name: string): Trouble | undefined {
  if (!Object.hasOwn(notInFoot, name)) return undefined;
  const cure =
    name === 'style'
      ? 'write its rules into style.css'
      : name === 'meta' || name === 'link'
        ? 'move it to head.html'
        : 'remove it';
  return [`a <${name}>, ${notInFoot[name]}`, 'HTML for the foot of a page', cure];
}

function attributeTrouble(
  { name, attributes }: HtmlTag,
  attribute: string,
  value: string,
): Trouble | undefined {
  const at = `${attribute} at <${name}>`;
  if (/^on[a-z]/.test(attribute))
    return [
      `${at}, which browsers do not run on these pages`,
      'a <script>, whose text the page vouches for',
      'write it as a script with addEventListener',
    ];
  if (attribute === 'style')
    return [
      `${at}, which browsers pass over on these pages`,
      'a class, or an id',
      'give it a class, and write the rule into style.css',
    ];
  if (attribute === 'srcdoc') return [at, 'an address of a page', 'put the page into public/'];
  const changed = attributes.get('attributename')?.toLowerCase() ?? '';
  if (/^(?:animate|set)/.test(name) && attribute === 'attributename' && /href$/.test(changed))
    return [`an animation of ${value}`, 'an address that stays', 'remove it'];
  return undefined;
}
