/** `1 fault`, `2 faults`: how many there are of what is called `one`, and where there is another number of it `many`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
