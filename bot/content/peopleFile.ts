import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { peopleFile, readPeople } from '#journal/content/readPeople.ts';
import { formatFault } from '#journal/fault/fault.ts';
import type { People } from '#journal/schema/peopleSchema.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import type { Lock } from '../base/lock.ts';
import { readSite } from './contentFolder.ts';
import { changeFile, readIfThere } from './files.ts';

/** Thrown where people.yaml is wrong: nobody's name is known then, and nobody but the owner may draft. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
}

/** How the journal calls the people of its chats. */
export interface Names {
  readonly people: People;
  readonly site: Site;
  /** The owner's name; undefined where neither people.yaml nor site.yaml gives one. */
  readonly owner: string | undefined;
}

/** people.yaml and what goes with it, as the bot reads and writes them. */
export class PeopleFile {
  readonly #contentFolder: string;
  readonly #lock: Lock;

  constructor(contentFolder: string, lock: Lock) {
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /** @throws {PeopleError} where people.yaml is wrong. */
  async names(ownerId: number): Promise<Names> {
    const [people, site, authors] = [
      peopleOf(await this.#text(peopleFile)),
      await readSite(this.#contentFolder),
      await this.#text('authors.yaml'),
    ];
    const own = people[String(ownerId)]?.name;
    return { people, site, owner: own ?? (await this.#authorName(site, authors)) };
  }

  async people(): Promise<People> {
    return peopleOf(await this.#text(peopleFile));
  }

  /** Adds a person; one who is there stays as they are. When this resolves it is on disk. */
  add(userId: number, name: string): Promise<void> {
    return this.#lock.run(async () => {
      await changeFile(join(this.#contentFolder, peopleFile), (source = '') =>
        withPerson(source, String(userId), name),
      );
    });
  }

  async #authorName({ author }: Site, authors: string): Promise<string | undefined> {
    if (author === undefined) return undefined;
    const site = await this.#text('site.yaml');
    const { journal } = assembleJournal([
      { file: 'site.yaml', source: site },
      { file: 'authors.yaml', source: authors },
    ]);
    return journal?.authors[author]?.name ?? author;
  }

  async #text(file: string): Promise<string> {
    return (await readIfThere(join(this.#contentFolder, file))) ?? '';
  }
}

/** Adds lines at the end, so that all others stay as their owner wrote them. */
function withPerson(source: string, id: string, name: string): string {
  const before = peopleOf(source);
  if (before[id]) return source;
  const gap = source === '' || source.endsWith('\n') ? '' : '\n';
  const text = `${source}${gap}${stringify({ [id]: { name } }, { lineWidth: 0 })}`;
  const after = readPeople(text).people;
  const wanted = { ...before, [id]: { name, mayDraft: false } };
  if (isDeepStrictEqual(after, wanted)) return text;
  throw new PeopleError(
    `${peopleFile} is written in a way that I cannot add to. Add these lines by hand:\n"${id}":\n  name: ${JSON.stringify(name)}`,
  );
}

function peopleOf(source: string): People {
  const { people, faults } = readPeople(source);
  if (people) return people;
  throw new PeopleError(faults.map((fault) => formatFault(fault)).join('\n'));
}
