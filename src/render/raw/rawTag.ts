/** An element as raw HTML or JSX begins it, and the line of the body on which it does. */
export interface RawTag {
  /** In lower case. */
  readonly name: string;
  /** By lower-case name, character references undone. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}
