import { readFile } from 'node:fs/promises';
import { readText } from '#journal/content/folder.ts';
import type { Fault } from '#journal/fault/fault.ts';
import type { Site } from '#journal/schema/site.ts';
import { type StyleSurroundings, styleTarget } from '../look/styleFiles.ts';
import { readStyleSheet } from '../look/styleSheet.ts';
import { type Assets, addressesOf } from '../media/assets.ts';
import { addTo } from './documentAssets.ts';

/** What a journal has of its own around every page, beyond what site.yaml says in words. */
export interface OwnLook {
  /** Address of its style sheet. */
  readonly styleSheet: string | undefined;
}

/** Where the look of a journal is found. */
export interface LookSources extends StyleSurroundings {
  readonly site: Site;
  onDisk(file: string): string;
}

const styleFile = 'style.css';

/** Reads and checks what a journal has of its own around every page, and has its files served. */
export async function loadLook(
  assets: Assets,
  sources: LookSources,
): Promise<{ readonly look: OwnLook; readonly faults: readonly Fault[] }> {
  const style = await ownStyle(assets, sources);
  // Declared first, ours is below theirs, whatever layers they have.
  const text = style.text.trim() === '' ? '' : `@layer scrollback;\n${style.text}`;
  const styleSheet = text === '' ? undefined : addressesOf(assets.addText(styleFile, text))[0];
  return { look: { styleSheet }, faults: style.faults };
}

interface OwnStyle {
  readonly text: string;
  readonly faults: readonly Fault[];
}

async function ownStyle(assets: Assets, sources: LookSources): Promise<OwnStyle> {
  if (!sources.names.has(styleFile)) return { text: '', faults: [] };
  const read = await readText(styleFile, sources.onDisk(styleFile), { readFile });
  if ('fault' in read) return { text: '', faults: [read.fault] };
  const sheet = readStyleSheet(read.source, styleFile);
  const addresses = new Map<string, string>();
  const faults = [...sheet.faults];
  for (const named of sheet.named) {
    const target = styleTarget(named, styleFile, sources);
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
