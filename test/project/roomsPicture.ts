import { rooms } from './rooms.ts';

const core = 'src/journal';

/** The folders below which each picture shows the rooms. */
export const pictures: readonly string[] = [core, 'src', 'bot', 'telegram-double', 'demo'];

/**
 * The rooms below a folder as a Mermaid flowchart, as ARCHITECTURE.md shows it: the core by itself, and as one room for
 * all others. An arrow that others say already is left out (transitive reduction): what a room may import is what can be
 * reached from it.
 */
export function drawRooms(top: string): string {
  const names = Object.keys(rooms).filter((name) => isWithin(name, top));
  const shown = names.some((name) => rooms[name]?.includes(core)) ? [core, ...names] : names;
  const lines = shown.map((name) => `  ${idOf(name)}["${labelOf(name, top)}"]`);
  const arrows = names.flatMap((from) =>
    reduced(from).map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
  );
  return ['```mermaid', 'flowchart TD', ...lines, ...arrows, '```'].join('\n');
}

function isWithin(name: string, top: string): boolean {
  if (top !== core && name.startsWith(`${core}/`)) return false;
  return name === top || name.startsWith(`${top}/`);
}

/** What a room imports, without what one of the others that it imports leads to. */
function reduced(name: string): string[] {
  const all = rooms[name] ?? [];
  return all.filter((to) => !all.some((other) => other !== to && reach(other).has(to)));
}

function reach(name: string): Set<string> {
  return new Set((rooms[name] ?? []).flatMap((to) => [to, ...reach(to)]));
}

const idOf = (name: string) => name.replaceAll('/', '_');

function labelOf(name: string, top: string): string {
  if (name === top || name === core) return name;
  return name.slice(top.length + 1);
}
