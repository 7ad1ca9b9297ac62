import { escapedAlt } from '../../item/escaped.ts';
import { KeptPieces } from '../../item/keptPieces.ts';
import type { Notes } from '../../item/notes.ts';
import { callout, calloutKind, quoted } from '../../markdown/callouts.ts';
import { fencedCode, hugoCode, outsideFences } from '../../markdown/code.ts';
import { leftTag } from '../../markdown/signs.ts';

/** What the shortcodes of a text are said with. */
export interface ShortcodeTools {
  readonly isHtml: boolean;
  /** The address of the page that `ref` names; undefined where there is none. */
  addressOf(reference: string): string | undefined;
}

/** The values of a shortcode: those with names, and the others in their order. */
interface Values {
  readonly named: Readonly<Record<string, string>>;
  readonly list: readonly string[];
}

const paired =
  /\{\{([<%])\s*([\w.-]+)((?:\s[^{}]*?)?)[>%]\}\}((?:(?!\{\{[<%]\s*\2\b)[\s\S])*?)\{\{[<%]\s*\/\s*\2\s*[>%]\}\}/g;
const single =
  /\{\{([<%])\s*([\w/.-]+)((?:\s(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^{}"`])*?)?)\/?[>%]\}\}/g;

/** A body with Hugo's shortcodes said in Markdown. What cannot be said is left in a comment, and told. */
export function withoutShortcodes(body: string, tools: ShortcodeTools, notes: Notes): string {
  const kept = new KeptPieces();
  const keep = (text: string) => kept.keep(text);
  // Written so, they were shown and not run.
  let said = body
    .replace(/\{\{<\/\*([\s\S]*?)\*\/>\}\}/g, (_, inner: string) => keep(`{{<${inner}>}}`))
    .replace(/\{\{%\/\*([\s\S]*?)\*\/%\}\}/g, (_, inner: string) => keep(`{{%${inner}%}}`));
  said = innermostFirst(said, paired, (_, _sign, name: string, values: string, inner: string) =>
    around(name, valuesOf(values), inner, { tools, notes, keep }),
  );
  said = said.replace(single, (whole, _sign, name: string, values: string) =>
    alone(whole, name, valuesOf(values), { tools, notes, keep }),
  );
  const plain = said.replace(/<!--\s*more\s*-->/g, '');
  return kept.restored(outsideFences(plain, (text) => text.replace(/\n{3,}/g, '\n\n')));
}

const zolaAlone = /\{\{\s*(\w+)\(([^{}]*?)\)\s*\}\}/g;
const zolaAround =
  /\{%-?\s*(\w+)\(([^{}]*?)\)\s*-?%\}((?:(?!\{%-?\s*\w+\()[\s\S])*?)\{%-?\s*end\s*-?%\}/g;

/**
 * A text of Zola with its shortcodes, `{{ name(key="value") }}` and `{% name() %}…{% end %}`, as Hugo has them, those in code
 * among them: what is to be shown, Zola wants between `/*` and its end. Links to lists lead to their folders.
 */
export function asHugo(body: string): string {
  const plain = (values: string) =>
    values
      .replace(/("[^"]*"|'[^']*'|`[^`]*`)|,\s*(?=\w+\s*=)/g, (_, quoted = ' ') => quoted)
      .trim();
  const linked = body.replace(/(?<=\]\()@\/(?:([^()\s#]*\/))?_index\.md/g, '/$1');
  return innermostFirst(
    linked,
    zolaAround,
    (_, name: string, values: string, inner: string) =>
      `{{< ${name} ${plain(values)} >}}${inner}{{< /${name} >}}`,
  )
    .replace(zolaAlone, (_, name: string, values: string) => `{{< ${name} ${plain(values)} >}}`)
    .replace(/(\{[{%])\/\*([\s\S]*?)\*\/([%}]\})/g, '$1$2$3');
}

/** Shortcodes within shortcodes within shortcodes. */
const deepest = 5;

/** A text in which each match of a pattern is replaced, then what matches around it, as far as {@link deepest}. */
function innermostFirst(
  text: string,
  pattern: RegExp,
  replacer: (whole: string, ...groups: string[]) => string,
): string {
  let said = text;
  for (let depth = 0; depth < deepest && said.search(pattern) !== -1; depth++)
    said = said.replace(pattern, replacer);
  return said;
}

function valuesOf(text: string): Values {
  const named: Record<string, string> = {};
  const list: string[] = [];
  for (const [, name, double, raw, plain] of text.matchAll(
    /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+))/g,
  )) {
    const value = double?.replace(/\\(["\\])/g, '$1') ?? raw ?? plain ?? '';
    if (name === undefined) list.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, list };
}

interface Saying {
  readonly tools: ShortcodeTools;
  readonly notes: Notes;
  /** Puts a text aside that is not to be read again. */
  keep(text: string): string;
}

function around(name: string, values: Values, inner: string, saying: Saying): string {
  const { notes, keep } = saying;
  if (name === 'highlight')
    return keep(hugoCode(inner, values.list[0] ?? values.named['lang'] ?? '', optionsOf(values)));
  if (name === 'figure') return figure(values, inner.trim());
  if (/^(?:verse|poem|poetry|lyrics)$/.test(name))
    return `\n${inner.replace(/^\n+|\s+$/g, '').replace(/(?<=\S)[ \t]*\n(?=[ \t]*\S)/g, '\\\n')}\n`;
  if (name === 'mermaid') return keep(`\n${fencedCode(inner.trim(), name)}\n`);
  if (/^(?:katex|math|mathjax|latex)$/.test(name) && inner.trim() !== '')
    return keep(inner.includes('$') ? inner : `$$${inner.trim()}$$`);
  if (titled.test(name)) {
    const title = said(values, 'summary', 'title', 'name', 'label') ?? values.list[0];
    return `\n${title === undefined ? '' : `**${title}**\n\n`}${inner.trim()}\n`;
  }
  const address = said(values, 'href', 'link', 'url', 'relref');
  if (name === 'button' && address !== undefined) return `[${inner.trim() || address}](${address})`;
  if (/^(?:quote|blockquote)$/.test(name)) {
    const source = values.named['author'] ?? values.named['source'] ?? values.list[0];
    return `\n${quoted(inner)}${source === undefined ? '' : `\n>\n> -- ${source}`}\n`;
  }
  if (callouts.test(name)) return `\n${callout(...calloutHead(name, values), inner)}\n`;
  notes.changed(`shortcode ${name}`, 'what stood in it is there by itself');
  return inner;
}

const callouts =
  /^(?:notice|admonition|callout|alert|hint|note|tip|warning|info|caution|important)$/;

/** What is shown by its title until somebody opens it, or has others beside it. */
const titled =
  /^(?:details|tab|tab-item|tabitem|expand|collapse|accordion(?:-item)?|spoiler|fold)$/i;

/** The first of some values with names. */
function said({ named }: Values, ...names: readonly string[]): string | undefined {
  return names.map((name) => named[name]).find((one) => one !== undefined && one !== '');
}

/** Its kind, and its title: what is said first may be one or the other, or, in an alert of Blowfish, an icon. */
function calloutHead(name: string, values: Values): [kind: string, title: string] {
  const [first = '', second = ''] = values.list;
  const isKind = calloutKind(first) !== undefined || /^(?:note|info|default|primary)$/i.test(first);
  const isIcon = name === 'alert' && /^[a-z-]+$/.test(first);
  const alarm = isIcon && /exclamation|fire|skull|bomb/.test(first) ? 'WARNING' : undefined;
  const type = said(values, 'type', 'context', 'kind', 'level', 'color') ?? first;
  const kind = alarm ?? calloutKind(type) ?? (isKind ? undefined : calloutKind(name)) ?? 'NOTE';
  return [kind, values.named['title'] ?? (isKind || isIcon ? second : first)];
}

/** As they stand in the line, or each by itself. */
function optionsOf({ named, list }: Values): string {
  const lines = named['hl_lines'];
  return lines === undefined ? (list[1] ?? '') : `hl_lines="${lines}"`;
}

function alone(whole: string, name: string, values: Values, saying: Saying): string {
  const { tools, notes } = saying;
  const [first = '', second = ''] = values.list;
  const { named } = values;
  if (name === 'ref' || name === 'relref') return reference(whole, named['path'] ?? first, saying);
  if (name === 'figure' || name === 'img' || name === 'image') return figure(values, '');
  const text = said(values, 'text', 'content');
  if (text !== undefined && callouts.test(name))
    return `\n${callout(...calloutHead(name, values), text)}\n`;
  const id = named['id'] ?? first;
  const given = [said(values, 'url', 'src'), id].find((one) => one && /^https?:/.test(one));
  const embed = embeds[name] && (given ?? embeds[name](id, named['user'] ?? second, values));
  if (embed === undefined) return leftTag(whole, `shortcode ${name}`, notes);
  notes.changed(`embedded ${name}`, 'a link: pages load nothing from elsewhere');
  return tools.isHtml ? `<a href="${embed}">${embed}</a>` : `[${embed}](${embed})`;
}

type Embed = (id: string, more: string, values: Values) => string;

/** Addresses of what is shown in a frame, by their shortcodes, where these do not say all of it. */
const embeds: Readonly<Record<string, Embed>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  bilibili: (id) => `https://www.bilibili.com/video/${id}`,
  video: (id, _, values) => said(values, 'src', 'url', 'file') ?? id,
  gist: (user, id) => `https://gist.github.com/${user}/${id}`,
  tweet: statusOf('twitter.com'),
  twitter: statusOf('twitter.com'),
  x: statusOf('x.com'),
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  spotify: (id, more) => `https://open.spotify.com/${id}/${more}`,
};

/** Without names, who wrote it stands first. */
function statusOf(host: string): Embed {
  return (id, user, { list: [first, second] }) =>
    second === undefined
      ? `https://${host}/${user || 'i'}/status/${id}`
      : `https://${host}/${first}/status/${second}`;
}

function reference(whole: string, target: string, { tools, notes }: Saying): string {
  const [path = '', fragment] = target.split('#');
  if (path === '') return `#${fragment ?? ''}`;
  const address = tools.addressOf(target);
  if (address !== undefined) return address;
  notes.left(`link ${whole}`, 'there is no page of that name');
  return '#';
}

/** Picture, caption on the lines below, `-- credit` last. */
function figure({ named, list }: Values, inner: string): string {
  const src = named['src'] ?? list[0] ?? '';
  const alt = named['alt'] ?? (named['src'] === undefined ? list[1] : undefined) ?? '';
  const picture = `![${escapedAlt(alt)}](${/[\s()]/.test(src) ? `<${src}>` : src})`;
  const shown = named['link'] === undefined ? picture : `[${picture}](${named['link']})`;
  const caption = [named['title'] && `**${named['title']}**`, named['caption'], inner]
    .filter((one) => one !== undefined && one !== '')
    .join(' ');
  const attribution =
    named['attr'] &&
    (named['attrlink'] ? `[${named['attr']}](${named['attrlink']})` : named['attr']);
  const lines = [shown, caption, attribution && `-- ${attribution}`].filter(
    (one) => one !== undefined && one !== '',
  );
  return `\n${lines.join('\\\n')}\n`;
}
