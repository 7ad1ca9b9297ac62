import { rooms } from './rooms.ts';

/**
 * The rooms below a folder as a Mermaid flowchart, as ARCHITECTURE.md shows it. An arrow that others say already is
 * left out (transitive reduction): what a room may import is what can be reached from it.
 */
export function drawRooms(top: string): string {
  const names = Object.keys(rooms).filter((name) => name === top || name.startsWith(`${top}/`));
  const shown = top === 'bot' ? ['src/journal', ...names] : names;
  const lines = shown.map((name) => `  ${idOf(name)}["${labelOf(name, top)}"]`);
  const arrows = names.flatMap((from) =>
    reduced(from)
      .filter((to) => shown.includes(to))
      .map((to) => `  ${idOf(from)} --> ${idOf(to)}`),
  );
  return ['```mermaid', 'flowchart TD', ...lines, ...arrows, '```'].join('\n');
}

/** What a room imports, without what one of the others that it imports leads to. */
function reduced(name: string): string[] {
  const all = (rooms[name] ?? []).flatMap((to) => (to === 'src/journal' ? coreOf(name) : [to]));
  return all.filter((to) => !all.some((other) => other !== to && reach(other).has(to)));
}

/** The core as the others see it: one room, whose uppermost is `public` and whose text is `text`. */
function coreOf(name: string): string[] {
  return name.startsWith('bot') ? ['src/journal'] : ['src/journal/public', 'src/journal/text'];
}

function reach(name: string): Set<string> {
  const found = new Set<string>();
  for (const to of rooms[name] ?? []) {
    for (const one of to === 'src/journal' ? coreOf(name) : [to]) {
      found.add(one);
      for (const further of reach(one)) found.add(further);
    }
  }
  return found;
}

const idOf = (name: string) => name.replaceAll('/', '_');

function labelOf(name: string, top: string): string {
  if (name === top) return top;
  return name.startsWith(`${top}/`) ? name.slice(top.length + 1) : name;
}
