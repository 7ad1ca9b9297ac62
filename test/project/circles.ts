/** Circles among what leads to one another, each as the way around it; at least one through each thing that is in any. */
export function circlesIn(targets: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const way: string[] = [];
  const circles: string[] = [];
  const follow = (from: string): void => {
    const at = way.indexOf(from);
    if (at >= 0) circles.push([...way.slice(at), from].join(' → '));
    if (at >= 0 || done.has(from)) return;
    way.push(from);
    for (const to of targets.get(from) ?? []) follow(to);
    way.pop();
    done.add(from);
  };
  for (const from of targets.keys()) follow(from);
  return circles;
}
