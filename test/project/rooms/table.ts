/** Rooms of the code, from the ground up, and what each may import: rooms above it in the table alone. */
export type Rooms = Readonly<Record<string, readonly string[]>>;
