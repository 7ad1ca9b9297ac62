/** One built page. */
export interface Html {
  readonly path: string;
  readonly html: string;
}

/**
 * What is wrong with built pages, as the browser's own parser sees them. Runs in the page: nothing from outside may be
 * used in it. `files` are the paths of everything that was built.
 */
export function inspectPages({
  pages,
  files,
}: {
  pages: readonly Html[];
  files: readonly string[];
}): string[] {
  const parser = new DOMParser();
  const documents = new Map(
    pages.map(({ path, html }) => [path, parser.parseFromString(html, 'text/html')]),
  );
  const served = new Set(files);
  const problems: string[] = [];
  const idsOf = (document: Document) => [...document.querySelectorAll('[id]')].map((one) => one.id);
  const decoded = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  for (const [path, document] of documents) {
    const tell = (problem: string) => problems.push(`${path}: ${problem}`);
    const ids = idsOf(document);
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
      tell(`the id ${id} twice`);
    // JSON-LD is data; and the search is what its page is for.
    if (path !== '/search/' && document.querySelector('script:not([type="application/ld+json"])'))
      tell('a script');
    const check = (address: string, loaded: boolean) => {
      const url = new URL(address, `http://site.test${path}`);
      if (url.origin !== 'http://site.test') {
        if (loaded) tell(`loads ${address}`);
        return;
      }
      const target = decoded(url.pathname);
      if (!served.has(target)) tell(`${address}, which is not there`);
      const there = documents.get(target);
      const fragment = url.hash.slice(1);
      if (!there || fragment === '') return;
      const known = idsOf(there);
      if (!known.includes(fragment) && !known.includes(decoded(fragment)))
        tell(`${address}, whose target is not there`);
    };
    for (const link of document.querySelectorAll('a[href]'))
      check(link.getAttribute('href') ?? '', false);
    for (const one of document.querySelectorAll('link[href]')) {
      const loads = !/^(canonical|me|author|alternate|prev|next)$/.test(
        one.getAttribute('rel') ?? '',
      );
      check(one.getAttribute('href') ?? '', loads);
    }
    for (const name of ['src', 'poster', 'data']) {
      for (const one of document.querySelectorAll(`[${name}]`))
        check(one.getAttribute(name) ?? '', true);
    }
    for (const one of document.querySelectorAll('[srcset]')) {
      for (const candidate of (one.getAttribute('srcset') ?? '').split(','))
        check(candidate.trim().split(' ')[0] ?? '', true);
    }
    for (const mark of document.querySelectorAll('[data-footnote-ref]')) {
      const note = document.getElementById(decoded(mark.getAttribute('href')?.slice(1) ?? ''));
      const back = [...(note?.querySelectorAll('[data-footnote-backref]') ?? [])];
      if (!back.some((one) => decoded(one.getAttribute('href') ?? '') === `#${mark.id}`)) {
        tell(`the mark ${mark.id}, to which no note leads back`);
      }
    }
    if (document.querySelector('[aria-describedby]')) {
      for (const one of document.querySelectorAll('[aria-describedby]')) {
        const id = one.getAttribute('aria-describedby') ?? '';
        if (!ids.includes(id)) tell(`described by ${id}, which is not there`);
      }
    }
    for (const image of document.querySelectorAll('img:not([alt])'))
      tell(`no alt text: ${image.outerHTML}`);
    if (document.querySelector('a a')) tell('a link in a link');
  }
  return problems;
}
