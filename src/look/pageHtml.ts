import { hash } from 'node:crypto';
import type { Fault } from '#journal/fault/fault.ts';
import { isContained } from '../render/html/balance.ts';
import { isWithinHead } from '../render/html/headHtml.ts';
import { type HtmlTag, type HtmlTrouble, RawHtml } from '../render/html/tags.ts';
import { fromHost } from './fromHost.ts';
import { addressIn, type SiteRules, type Trouble } from './htmlAddress.ts';
import { type PageHtmlFile, tagTroubles } from './htmlTags.ts';
import { type Use, usesIn } from './htmlUses.ts';

/** An address of this site in such a file. Lines are 1-based. */
export interface OwnAddress {
  readonly path: string;
  readonly fragment: string;
  readonly line: number;
  /** Whether a page loads it, and no reader follows it. */
  readonly isFile: boolean;
}

/** The text of an element that browsers run or apply, where the policy of the page names its digest. */
export interface InlineText {
  readonly of: 'script' | 'style';
  /** As pages have it. */
  readonly text: string;
  /** As it was typed: paths in it begin where the journal does. */
  readonly typed: string;
  /** 1-based line on which it begins. */
  readonly line: number;
}

/** HTML that every page has, as far as it can be read. */
export interface PageHtml {
  /** Empty where a fault keeps it from all pages. */
  readonly html: string;
  readonly faults: readonly Fault[];
  readonly own: readonly OwnAddress[];
  /** What it uses of this site. */
  readonly uses: ReadonlySet<Use>;
  readonly inline: readonly InlineText[];
}

/** Characters. All pages have all of it. */
const longest = 100_000;

/** Reads what the head or the foot of every page has of the journal's own. */
export function readPageHtml(source: string, file: PageHtmlFile, rules: SiteRules): PageHtml {
  const html = source.replace(/\r\n?/g, '\n');
  const fault = (line: number, [what, expected, cure]: Trouble): Fault => ({
    kind: 'page-html',
    file,
    line,
    what,
    expected,
    cure,
  });
  if (html.length > longest) return unusable([fault(1, tooLong(html))]);
  const raw = new RawHtml();
  const { tags } = raw.read(html, 1);
  const faults = raw.troubles.map((one) => fault(one.line, unbalanced(one)));
  if (faults.length === 0)
    faults.push(...crossed(tags).map(({ line, name }) => fault(line, crossedWords(name))));
  const { own, uses, troubles } = addressesOf(tags, file, rules);
  faults.push(...troubles.map(({ line, trouble }) => fault(line, trouble)));
  if (faults.length > 0) return { ...unusable(faults), own };
  const strays = file === 'head.html' ? wordsIn(html, tags) : undefined;
  if (strays !== undefined) return unusable([fault(strays, strayWords)]);
  if (!(file === 'head.html' ? isWithinHead(html) : isContained(html)))
    return unusable([fault(1, outreaching(file))]);
  const shown = fromHost(html, tags, rules);
  const typed = inlineIn(html, tags);
  const inline = inlineIn(shown, new RawHtml().read(shown, 1).tags).map((one, at) => ({
    ...one,
    typed: typed[at]?.text ?? one.text,
  }));
  return { html: shown.trim(), faults: [], own, uses, inline };
}

function addressesOf(tags: readonly HtmlTag[], file: PageHtmlFile, rules: SiteRules) {
  const own: OwnAddress[] = [];
  const uses = new Set<Use>();
  const troubles: { readonly line: number; readonly trouble: Trouble }[] = [];
  const drawn = withinSvg(tags);
  for (const tag of tags.filter(({ isEnd }) => !isEnd)) {
    const { line } = tag;
    for (const trouble of tagTroubles(tag, file, drawn.has(tag))) troubles.push({ line, trouble });
    for (const named of usesIn(tag)) {
      const address = addressIn(tag.name, named, rules);
      if (address.is === 'trouble') troubles.push({ line, trouble: address.trouble });
      if (address.is !== 'own') continue;
      const { path, fragment } = address;
      uses.add(named.use);
      own.push({ path, fragment, line, isFile: named.use !== 'link' });
    }
  }
  return { own, uses, troubles };
}

/** The digest by which a policy names such a text (https://www.w3.org/TR/CSP3/#match-element-to-source-list). */
export function inlineDigest(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`;
}

function unusable(faults: readonly Fault[]): PageHtml {
  return { html: '', faults, own: [], uses: new Set(), inline: [] };
}

function unbalanced({ is, words }: HtmlTrouble): Trouble {
  switch (is) {
    case 'stray':
      return [
        `</${words}>, which closes nothing in this file`,
        `<${words}> before it`,
        'remove it',
      ];
    case 'open':
    case 'hidden':
      return [
        `<${words}>, which is never closed`,
        `</${words}> behind it`,
        'close it where it ends',
      ];
    case 'unfinished':
      return [
        `${words}, which never ends`,
        '> or --> at its end, and its quotes in pairs',
        'end it',
      ];
    case 'nested':
      return ['a link within a link', 'one of the two', 'take the other away'];
    case 'foreign':
      return [`${words}, which browsers take for a comment`, 'HTML', 'remove it'];
  }
}

/** Ends that come behind the end of what is around them. */
function crossed(tags: readonly HtmlTag[]): HtmlTag[] {
  const open: string[] = [];
  return tags.filter(({ name, isEnd }) => {
    const at = isEnd ? open.lastIndexOf(name) : open.push(name);
    if (isEnd && at !== -1) open.length = at;
    return at === -1;
  });
}

/** The tags that stand in a drawing, in which some names mean something else. */
function withinSvg(tags: readonly HtmlTag[]): ReadonlySet<HtmlTag> {
  let depth = 0;
  return new Set(
    tags.filter(({ name, isEnd }) => {
      if (name === 'svg') depth += isEnd ? -1 : 1;
      return depth > 0;
    }),
  );
}

function crossedWords(name: string): Trouble {
  return [
    `</${name}>, which comes behind the end of what <${name}> stands in`,
    'each element within another one, or behind it',
    'close the inner one first',
  ];
}

const strayWords: Trouble = [
  'words in the head of a page, which would end it',
  'elements such as <meta> and <link>',
  'move them to foot.html, or put them into an element',
];

function outreaching(file: PageHtmlFile): Trouble {
  const place = file === 'head.html' ? 'the head of a page' : 'the foot of a page';
  return [
    `HTML that does not end where it ends: browsers would read what stands behind ${place} in another way`,
    'elements that may stand in each other',
    'write it in a simpler way',
  ];
}

function tooLong({ length }: string): Trouble {
  const cure = 'move scripts and styles into files of public/';
  return [`HTML of ${length} characters on every page`, `at most ${longest}`, cure];
}

/** The line of the first words that stand in no element; undefined where there are none. */
function wordsIn(html: string, tags: readonly HtmlTag[]): number | undefined {
  let rest = html.replace(/<!--[\s\S]*?-->/g, blanked);
  for (const [index, tag] of tags.entries()) {
    const end = holdsText.has(tag.name) && !tag.isEnd ? (tags[index + 1]?.end ?? tag.end) : tag.end;
    rest = rest.slice(0, tag.start) + blanked(html.slice(tag.start, end)) + rest.slice(end);
  }
  const at = rest.search(/\S/);
  return at === -1 ? undefined : rest.slice(0, at).split('\n').length;
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

const holdsText = new Set(['script', 'style']);

function inlineIn(html: string, tags: readonly HtmlTag[]): Omit<InlineText, 'typed'>[] {
  return tags.flatMap((tag, index) => {
    const { isEnd, name, attributes, end } = tag;
    if (isEnd || !(name === 'script' || name === 'style') || attributes.has('src')) return [];
    const text = html.slice(end, tags[index + 1]?.start);
    const line = html.slice(0, end).split('\n').length;
    return [{ of: name, text, line }];
  });
}
