import { rooms } from './roomsTable.ts';

/** All rooms of the core, as others name them. */
const core = 'src/journal';

/** The folders below which each picture shows the rooms. A picture shows what has one of its own as one room. */
export const pictures: readonly string[] = [
  core,
  'src',
  'src/import',
  'bot',
  'telegram-double',
  'demo',
];

/**
 * The rooms below a folder as a Mermaid flowchart, as ARCHITECTURE.md shows it, and those outside that they import. An
 * arrow that others say already is left out (transitive reduction): what a room may import is what can be reached from
 * it.
 */
export function drawRooms(top: string): string {
  const names = Object.keys(rooms).filter((name) => isWithin(name, top));
  const arrows = unique(
    names.flatMap((name) => {
      const from = shownAs(name, top);
      const all = reduced(name).map((to) => shownAs(to, top));
      return all.filter((to) => to !== from).map((to) => ({ from, to }));
    }),
  );
  const shown = unique([...arrows.map(({ to }) => to), ...names.map((name) => shownAs(name, top))]);
  const ordered = [core, ...Object.keys(rooms)].map((name) => shownAs(name, top));
  return [
    '```mermaid',
    'flowchart TD',
    ...unique(ordered)
      .filter((name) => shown.includes(name))
      .map((name) => `  ${idOf(name)}["${labelOf(name, top)}"]`),
    ...arrows.map(({ from, to }) => `  ${idOf(from)} --> ${idOf(to)}`),
    '```',
  ].join('\n');
}

const isWithin = (name: string, top: string) => name === top || name.startsWith(`${top}/`);

/** The room, or the folder below this one that has a picture of its own and that it is in. */
function shownAs(name: string, top: string): string {
  return pictures.find((one) => one !== top && isWithin(one, top) && isWithin(name, one)) ?? name;
}

/** What a room imports, without what one of the others that it imports leads to. */
function reduced(name: string): string[] {
  const all = rooms[name] ?? [];
  return all.filter((to) => !all.some((other) => other !== to && reach(other).has(to)));
}

function reach(name: string): Set<string> {
  return new Set((rooms[name] ?? []).flatMap((to) => [to, ...reach(to)]));
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const idOf = (name: string) => name.replaceAll('/', '_');

function labelOf(name: string, top: string): string {
  return name !== top && isWithin(name, top) ? name.slice(top.length + 1) : name;
}
