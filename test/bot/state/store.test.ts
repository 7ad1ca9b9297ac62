import { expect, it } from 'vitest';
import { passingDatabase } from '../../../bot/state/database.ts';
import { cell } from '../../../bot/state/rows.ts';
import { Store } from '../../../bot/state/store.ts';

class Files extends Store {
  add(files: string, isDue: boolean, subject?: string): number {
    return this.run`INSERT INTO owed_files (files, is_due, subject)
      VALUES (${files}, ${isDue}, COALESCE(${subject}, 'none'))`;
  }

  all(): string[] {
    return this.rows(
      (row) => `${cell(row, 'owed_files.files', 'text')} ${row['is_due']} ${row['subject']}`,
    )`
      SELECT * FROM owed_files`;
  }

  has = (files: string) => this.finds`SELECT 1 FROM owed_files WHERE files = ${files}`;
}

it('a value in a statement is a value, whatever stands in it; nothing is null, and yes is 1', () => {
  const files = new Files(passingDatabase());
  const quoted = "'); DELETE FROM owed_files; --";
  expect(files.add('a', true)).toBe(1);
  expect(files.add(quoted, false, 'x')).toBe(1);
  expect(files.all()).toEqual(['a 1 none', `${quoted} 0 x`]);
  expect([files.has(quoted), files.has('b')]).toEqual([true, false]);
});
