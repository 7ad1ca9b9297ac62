import * as z from 'zod';
import { canBeBorne, type FaultKind, faultKindNames, kindOf } from '../fault/kinds.ts';

/** How long the digest of a line is, in hexadecimal digits. */
export const digestLength = 8;

const expectedDigests = `digests of ${digestLength} digits of 0-9 and a-f, such as 1f3a9c2b, or 1f3a9c2b*3 for three lines`;

const digests = z
  .string({ error: expectedDigests })
  .regex(new RegExp(`^\\s*(?:[\\da-f]{${digestLength}}(?:\\*[1-9]\\d{0,5})?(?:\\s+|$))+$`), {
    error: expectedDigests,
  })
  .transform(countsOf);

/** How often each digest is named. */
function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.trim().split(/\s+/)) {
    const [digest = '', times = '1'] = word.split('*');
    counts.set(digest, (counts.get(digest) ?? 0) + Number(times));
  }
  return counts;
}

const borneKinds = faultKindNames.filter(canBeBorne);

/** A kind that can be borne. Kinds that cannot be are told with the reason, and not as names that nobody knows. */
const kinds = z
  .strictObject(
    Object.fromEntries(faultKindNames.map((kind) => [kind, kindSchema(kind)])) as Record<
      FaultKind,
      ReturnType<typeof kindSchema>
    >,
  )
  .partial();

function kindSchema(kind: FaultKind) {
  return digests.refine(() => canBeBorne(kind), {
    error: `one of ${borneKinds.join(', ')}: such a fault cannot be borne (${kindOf(kind).because})`,
  });
}

/** `known-faults.yaml`: file, kind, and the digests of the lines. */
export const knownFaultsSchema = z.record(
  z.string().refine((file) => file.trim() !== '', { error: 'a file of the content folder' }),
  kinds,
);
