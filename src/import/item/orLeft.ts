import { failureWords } from '#journal/fault/ownFailure.ts';
import type { ImportedItem } from './item.ts';

/** Reads one item; what cannot be read is told, and costs no other. */
export async function orLeft(
  where: string,
  what: string,
  read: () => Promise<ImportedItem>,
): Promise<ImportedItem> {
  try {
    return await read();
  } catch (error) {
    return { is: 'left', where, what, why: failureWords(error), failed: true };
  }
}
