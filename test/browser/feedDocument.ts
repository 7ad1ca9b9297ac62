/** An entry as a feed tells it, whatever the format. */
export interface Item {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly link: string | undefined;
  /** Milliseconds since 1970. */
  readonly published: number;
  readonly updated: number | undefined;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly lang: string | undefined;
  readonly html: string;
  /** Addresses in the body that are not absolute. */
  readonly relative: readonly string[];
  /** Elements and attributes that a reader would have to run. */
  readonly active: readonly string[];
  /** How many notes stand below the body. */
  readonly notes: number;
  /** Footnote marks and back-references that a reader cannot resolve within the body. */
  readonly broken: readonly string[];
}

/** A feed, whatever its format. */
export interface FeedDocument {
  readonly file: string;
  /** What the format demands and the file has not. */
  readonly faults: readonly string[];
  readonly title: string | undefined;
  readonly self: string | undefined;
  readonly page: string | undefined;
  readonly language: string | undefined;
  /** When the feed last changed, in milliseconds since 1970; JSON Feed does not say. */
  readonly changed: number | undefined;
  readonly authors: readonly string[];
  readonly items: readonly Item[];
}

/** Reads a feed as a reader does, and checks it against its format. Runs in the page: nothing from outside may be used. */
export function readFeed({ file, text }: { file: string; text: string }): FeedDocument {
  const faults: string[] = [];
  const tell = (fault: string) => faults.push(fault);
  const children = (parent: Element, name: string) =>
    [...parent.children].filter((one) => one.nodeName === name);
  const textOf = (parent: Element, name: string) => children(parent, name)[0]?.textContent;
  const demand = (parent: Element, names: readonly string[]) => {
    for (const name of names) {
      const count = children(parent, name).length;
      if (count !== 1) tell(`${count} ${name} in ${parent.nodeName}`);
    }
  };
  /** RFC 3339. */
  const moment = (date: string | null | undefined) => {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(date ?? ''))
      tell(`the date ${date}`);
    return Date.parse(date ?? '');
  };

  function body(html: string, link: string | undefined) {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const all = [...body.querySelectorAll('*')];
    const broken: string[] = [];
    const targetOf = (one: Element) => {
      const [address, fragment = ''] = (one.getAttribute('href') ?? '').split('#');
      if (address !== link) broken.push(`${one.outerHTML} leads away from ${link}`);
      return body.querySelector(`#${CSS.escape(decodeURIComponent(fragment))}`);
    };
    const marks = [...body.querySelectorAll('a.footnote')];
    const returns = [...body.querySelectorAll('a.reversefootnote')];
    for (const mark of marks) {
      const note = targetOf(mark);
      if (!note?.matches('.footnotes > ol > li')) broken.push(`no note for ${mark.outerHTML}`);
      const back = [...(note?.querySelectorAll('a.reversefootnote') ?? [])];
      if (!back.some((one) => targetOf(one) === mark)) broken.push(`no way back to ${mark.id}`);
    }
    for (const one of returns) {
      const mark = targetOf(one);
      if (!mark || !marks.includes(mark)) broken.push(`no mark for ${one.outerHTML}`);
    }
    if (body.querySelectorAll('sup > a').length !== marks.length)
      broken.push('a mark without class footnote');
    return {
      html,
      relative: all.flatMap((one) =>
        [
          ...['href', 'src', 'poster', 'cite'].map((name) => one.getAttribute(name)),
          ...(one.getAttribute('srcset') ?? '')
            .split(',')
            .map((part) => part.trim().split(' ')[0] || null),
        ].filter(
          (address): address is string => address !== null && !/^(https?|mailto):/.test(address),
        ),
      ),
      active: all
        .filter((one) => one.matches('script, style, iframe, form, input, [style], [onclick]'))
        .map((one) => one.outerHTML),
      notes: body.querySelectorAll('.footnotes > ol > li').length,
      broken,
    };
  }

  function readRss(channel: Element): FeedDocument {
    demand(channel, ['title', 'link', 'description']);
    const changed = textOf(channel, 'lastBuildDate');
    return {
      file,
      faults,
      title: textOf(channel, 'title'),
      self: children(channel, 'atom:link')[0]?.getAttribute('href') ?? undefined,
      page: textOf(channel, 'link'),
      language: textOf(channel, 'language'),
      changed: changed === undefined ? undefined : Date.parse(changed),
      authors: [],
      items: children(channel, 'item').map((item) => {
        demand(item, ['description', 'link', 'guid', 'pubDate', 'content:encoded']);
        if (children(item, 'guid')[0]?.getAttribute('isPermaLink') !== 'false')
          tell('a guid that is to be a permalink');
        const updated = textOf(item, 'atom:updated');
        const link = textOf(item, 'link');
        return {
          id: textOf(item, 'guid'),
          title: textOf(item, 'title'),
          summary: textOf(item, 'description'),
          link,
          published: Date.parse(textOf(item, 'pubDate') ?? ''),
          updated: updated === undefined ? undefined : moment(updated),
          authors: children(item, 'dc:creator').map((one) => one.textContent),
          tags: children(item, 'category').map((one) => one.textContent),
          lang: undefined,
          ...body(textOf(item, 'content:encoded') ?? '', link),
        };
      }),
    };
  }

  function readAtom(feed: Element): FeedDocument {
    const namespace = 'http://www.w3.org/2005/Atom';
    if (feed.namespaceURI !== namespace) tell(`the namespace ${feed.namespaceURI}`);
    const names = (parent: Element) =>
      children(parent, 'author').map((author) => {
        demand(author, ['name']);
        return `${textOf(author, 'name')}${children(author, 'uri')
          .map((uri) => ` <${uri.textContent}>`)
          .join('')}`;
      });
    const links = (parent: Element, rel: string) =>
      children(parent, 'link')
        .filter((one) => one.getAttribute('rel') === rel)
        .map((one) => one.getAttribute('href') ?? undefined);
    const iri = (parent: Element) => {
      const id = textOf(parent, 'id') ?? '';
      if (!/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)) tell(`the id ${id}, no IRI`);
      return id;
    };
    demand(feed, ['id', 'title', 'updated']);
    iri(feed);
    if (names(feed).length === 0) tell('no author');
    return {
      file,
      faults,
      title: textOf(feed, 'title'),
      self: links(feed, 'self')[0],
      page: links(feed, 'alternate')[0],
      language: feed.getAttribute('xml:lang') ?? undefined,
      changed: moment(textOf(feed, 'updated')),
      authors: names(feed),
      items: children(feed, 'entry').map((entry) => {
        demand(entry, ['id', 'title', 'updated', 'published', 'content']);
        if (links(entry, 'alternate').length !== 1) tell('an entry without its page');
        if (children(entry, 'content')[0]?.getAttribute('type') !== 'html')
          tell('a body of no HTML');
        const [published, updated] = [
          moment(textOf(entry, 'published')),
          moment(textOf(entry, 'updated')),
        ];
        const [link] = links(entry, 'alternate');
        return {
          id: iri(entry),
          // Atom has no way to leave the title out.
          title: textOf(entry, 'title') || undefined,
          summary: textOf(entry, 'summary'),
          link,
          published,
          updated: updated === published ? undefined : updated,
          authors: names(entry).map((name) => name.replace(/ <http.*/, '')),
          tags: children(entry, 'category').map((one) => one.getAttribute('term') ?? ''),
          lang: entry.getAttribute('xml:lang') ?? undefined,
          ...body(textOf(entry, 'content') ?? '', link),
        };
      }),
    };
  }

  interface Json {
    readonly [key: string]: unknown;
  }

  function readJson(feed: Json): FeedDocument {
    if (feed['version'] !== 'https://jsonfeed.org/version/1.1')
      tell(`the version ${feed['version']}`);
    const string = (from: Json, key: string) => {
      const value = from[key];
      if (value !== undefined && typeof value !== 'string') tell(`${key} is no text`);
      return typeof value === 'string' ? value : undefined;
    };
    const list = (from: Json, key: string) => {
      const value = from[key] ?? [];
      if (!Array.isArray(value)) tell(`${key} is no list`);
      return value as readonly unknown[];
    };
    const authors = (from: Json) =>
      list(from, 'authors').map((one) => String((one as Json)['name']));
    if (string(feed, 'title') === undefined) tell('no title');
    return {
      file,
      faults,
      title: string(feed, 'title'),
      self: string(feed, 'feed_url'),
      page: string(feed, 'home_page_url'),
      language: string(feed, 'language'),
      changed: undefined,
      authors: authors(feed),
      items: list(feed, 'items').map((one) => {
        const item = one as Json;
        for (const key of ['id', 'url', 'content_html', 'date_published']) {
          if (typeof item[key] !== 'string') tell(`no ${key}`);
        }
        const updated = string(item, 'date_modified');
        const link = string(item, 'url');
        return {
          id: string(item, 'id'),
          title: string(item, 'title'),
          summary: string(item, 'summary'),
          link,
          published: moment(string(item, 'date_published')),
          updated: updated === undefined ? undefined : moment(updated),
          authors: authors(item),
          tags: list(item, 'tags').map(String),
          lang: string(item, 'language'),
          ...body(string(item, 'content_html') ?? '', link),
        };
      }),
    };
  }

  if (file.endsWith('.json')) return readJson(JSON.parse(text) as Json);
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const error = document.querySelector('parsererror')?.textContent;
  if (error) tell(error);
  const channel = document.querySelector('rss[version="2.0"] > channel');
  return channel ? readRss(channel) : readAtom(document.documentElement);
}
