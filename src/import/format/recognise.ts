import type { Source } from '../source/source.ts';
import type { Format } from './format.ts';

/**
 * The format that reads a source: that of the name, else the one that is surest; and others of which something lies there, too.
 *
 * @throws where there is none, with what was looked for and what is there.
 */
export async function formatFor(
  source: Source,
  formats: readonly Format[],
  name: string | undefined,
) {
  if (name !== undefined) return { format: named(name, formats), others: [] };
  const sure = await Promise.all(
    formats.map(async (format) => ({ format, sureness: await format.recognises(source) })),
  );
  const best = Math.max(...sure.map(({ sureness }) => sureness));
  const found = sure.find(({ sureness }) => sureness > 0 && sureness === best);
  const certain = sure.filter((one) => one.sureness === 2 && one !== found);
  if (found) return { format: found.format, others: certain.map(({ format }) => format) };
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

/** What is there, and what was not looked into. */
function contents({ names, refused }: Source): string {
  const tops = [...new Set(names.map((name) => name.replace(/\/.*$/, '/')))];
  const shown = tops.slice(0, mostNames).join(', ') || 'no file at all';
  const more = tops.length > mostNames ? ` and ${tops.length - mostNames} more` : '';
  const [first] = refused;
  const others = first ? `; ${refused.length} refused, such as ${first.name}: ${first.why}` : '';
  return `${shown}${more}${others}${packed(names)}`;
}

function packed(names: readonly string[]): string {
  const name = names.find((one) => /\.(?:zip|gz|tgz|tar|7z|rar|bz2|xz)$/i.test(one));
  return name === undefined
    ? ''
    : `. What is packed within is not looked into: unpack ${name}, and name what comes of it`;
}
