/** A file, or a folder, that was moved: absolute paths. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A recorded change: either what a file was before and after, or what was moved where. */
export interface Change {
  readonly id: number;
  readonly file: string;
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly moves: readonly Move[] | undefined;
}

/** A change out of its row. */
export function toChange(row: Record<string, unknown>): Change {
  const text = (key: string) => (row[key] === null ? undefined : String(row[key]));
  const moves = text('moves');
  return {
    id: Number(row['id']),
    file: String(row['file']),
    what: String(row['what']),
    before: text('before'),
    after: text('after'),
    moves: moves === undefined ? undefined : (JSON.parse(moves) as Move[]),
  };
}
