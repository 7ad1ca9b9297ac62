import { readFile } from 'node:fs/promises';
import { readText } from '#journal/content/folder.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { facesCss } from '../look/faces.ts';
import type { PageHtmlFile } from '../look/htmlTags.ts';
import { type PageHtml, readPageHtml } from '../look/pageHtml.ts';
import { type PolicySources, policySources } from '../look/policySources.ts';
import { type StyleSurroundings, styleTarget } from '../look/styleFiles.ts';
import type { readStyleSheet, StyleSheet } from '../look/styleSheet.ts';
import { type Assets, addressesOf, shownAddressesOf } from '../media/assets.ts';
import { addTo } from './documentAssets.ts';
import type { LinkSource } from './links/links.ts';
import type { LookSources } from './lookSources.ts';
import { loadFaces, type Preloaded } from './ownFaces.ts';

/** What a journal has of its own around every page, beyond what site.yaml says in words. */
export interface OwnLook {
  /** Address of its style sheet. */
  readonly styleSheet: string | undefined;
  /** The font of its own that most of the text is set in. */
  readonly textFace: Preloaded | undefined;
  /** HTML for the head and the foot of every page; empty where there is none. */
  readonly head: string;
  readonly foot: string;
  /** What all this adds to the policy of every page. */
  readonly policy: PolicySources;
}

/** What a journal has of its own around every page, as it was found. */
export interface FoundLook {
  readonly look: OwnLook;
  readonly faults: readonly Fault[];
  /** Addresses of this site, which are for others to look at. */
  readonly links: readonly LinkSource[];
}

const styleFile = 'style.css';

/** Reads and checks what a journal has of its own around every page, and has its files served. */
export async function loadLook(assets: Assets, sources: LookSources): Promise<FoundLook> {
  const style = await ownStyle(assets, sources);
  // Declared first, ours is below theirs, whatever layers they have.
  const faces = await loadFaces(assets, sources);
  const css = facesCss(faces.fonts) + style.text;
  const text = css.trim() === '' ? '' : `@layer scrollback;\n${css}`;
  const { url, allow } = sources.site;
  const [head, foot] = [await pageHtml('head.html', sources), await pageHtml('foot.html', sources)];
  return {
    look: {
      styleSheet:
        text === '' ? undefined : shownAddressesOf(assets.addText(styleFile, text), url)[0],
      textFace: faces.first,
      head: head.html,
      foot: foot.html,
      policy: policySources(allow, [head, foot]),
    },
    faults: [...style.faults, ...faces.faults, ...head.faults, ...foot.faults],
    links: [
      { file: 'head.html', path: '/', links: head.own },
      { file: 'foot.html', path: '/', links: foot.own },
    ],
  };
}

const noHtml: PageHtml = { html: '', faults: [], own: [], uses: new Set(), inline: [] };

async function pageHtml(file: PageHtmlFile, sources: LookSources): Promise<PageHtml> {
  if (!sources.names.has(file)) return noHtml;
  const read = await textOf(file, sources);
  if ('fault' in read) return { ...noHtml, faults: [read.fault] };
  const found = readPageHtml(read.source, file, sources.site);
  return {
    ...found,
    faults: [...found.faults, ...(await inlineStyleFaults(found, file, sources))],
  };
}

/** A style sheet within a page has no files beside it. */
async function inlineStyleFaults(
  { inline }: PageHtml,
  file: string,
  sources: LookSources,
): Promise<Fault[]> {
  const surroundings = { ...surroundingsOf(sources), names: new Set<string>() };
  const faults: Fault[] = [];
  for (const { of, typed, line } of inline) {
    if (of !== 'style') continue;
    const sheet = await readSheet(typed, file, line);
    const targets = sheet.named.map((named) => styleTarget(named, file, surroundings));
    faults.push(...sheet.faults);
    faults.push(...targets.flatMap((one) => (one.is === 'fault' ? [one.fault] : [])));
  }
  return faults;
}

/** The parser takes long to load, and few journals have a style sheet of their own. */
async function readSheet(...sheet: Parameters<typeof readStyleSheet>): Promise<StyleSheet> {
  const { readStyleSheet } = await import('../look/styleSheet.ts');
  return readStyleSheet(...sheet);
}

function surroundingsOf({ names, served, site }: LookSources): StyleSurroundings {
  return { names, served, hosts: new Set([...site.allow.images, ...site.allow.fonts]) };
}

/** Some editors begin a file with a mark that is no part of its text. */
async function textOf(file: string, { onDisk }: LookSources): ReturnType<typeof readText> {
  const read = await readText(file, onDisk(file), { readFile });
  return 'fault' in read ? read : { ...read, source: read.source.replace(/^\uFEFF/, '') };
}

interface OwnStyle {
  readonly text: string;
  readonly faults: readonly Fault[];
}

async function ownStyle(assets: Assets, sources: LookSources): Promise<OwnStyle> {
  if (!sources.names.has(styleFile)) return { text: '', faults: [] };
  const read = await textOf(styleFile, sources);
  if ('fault' in read) return { text: '', faults: [read.fault] };
  const sheet = await readSheet(read.source, styleFile);
  const addresses = new Map<string, string>();
  const faults = [...sheet.faults];
  for (const named of sheet.named) {
    const target = styleTarget(named, styleFile, surroundingsOf(sources));
    if (target.is === 'fault') faults.push(target.fault);
    if (target.is === 'served') addresses.set(named.address, `../..${named.address}`);
    if (target.is !== 'file') continue;
    const { file, suffix } = target;
    const fault = await addTo(assets, {
      file,
      path: sources.onDisk(file),
      as: 'file',
      served: true,
    });
    if (fault) faults.push({ ...fault, file: styleFile, line: named.line });
    const [address] = [assets.get(file, 'file')].flatMap((one) => (one ? addressesOf(one) : []));
    if (address !== undefined) addresses.set(named.address, `${besideOf(address)}${suffix}`);
  }
  return { text: sheet.text((address) => addresses.get(address)), faults };
}

/** The address of a file as the style sheet names it, which lies in a folder of the same kind. */
function besideOf(address: string): string {
  return address.replace(/^\/_files/, '..');
}
