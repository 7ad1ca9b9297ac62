import type { Source } from '../source/source.ts';
import type { Format } from './format.ts';

/**
 * The format that reads a source: that of the name, else the one that is surest.
 *
 * @throws where there is none, with what was looked for and what is there.
 */
export async function formatFor(
  source: Source,
  formats: readonly Format[],
  name: string | undefined,
): Promise<Format> {
  if (name !== undefined) return named(name, formats);
  const sure = await Promise.all(
    formats.map(async (format) => ({ format, sureness: await format.recognises(source) })),
  );
  const best = Math.max(...sure.map(({ sureness }) => sureness));
  const found = sure.find(({ sureness }) => sureness > 0 && sureness === best);
  if (found) return found.format;
  throw new Error(
    `${source.name} was not recognised. Looked for:\n${formats.map(({ name, looksLike }) => `  ${name}: ${looksLike}`).join('\n')}\nFound: ${contents(source)}. Name another folder or file, or say with --from NAME what it is.`,
  );
}

function named(name: string, formats: readonly Format[]): Format {
  const found = formats.find((format) => format.name === name.toLowerCase());
  if (found) return found;
  throw new Error(
    `--from ${name} is no kind of export that is known. Expected one of ${formats.map((format) => format.name).join(', ')}.`,
  );
}

const mostNames = 8;

function contents({ names }: Source): string {
  if (names.length === 0) return 'no file at all';
  const tops = [...new Set(names.map((name) => name.replace(/\/.*$/, '/')))];
  const shown = tops.slice(0, mostNames).join(', ');
  return tops.length > mostNames ? `${shown} and ${tops.length - mostNames} more` : shown;
}
