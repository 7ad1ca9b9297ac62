/** What is looked at in a JSON Feed. */
export interface JsonFeed {
  readonly items: readonly { readonly url: string; readonly content_html: string }[];
}

/** Which addresses and marks of notes in feeds lead nowhere. Runs in the page. */
export function inspectFeedItems(items: JsonFeed['items']): string[] {
  return items.flatMap(({ url, content_html: html }) => {
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    const problems: string[] = [];
    for (const one of body.querySelectorAll('[href], [src], [poster], [srcset]')) {
      const addresses = [
        ...['href', 'src', 'poster'].map((name) => one.getAttribute(name)),
        ...(one.getAttribute('srcset') ?? '').split(',').map((part) => part.trim().split(' ')[0]),
      ];
      for (const address of addresses) {
        if (address && !/^(https?|mailto|tel):/.test(address)) problems.push(`${url}: ${address}`);
      }
    }
    const idOf = (link: Element) => {
      const [page = '', fragment = ''] = (link.getAttribute('href') ?? '').split('#');
      return page === url ? decodeURIComponent(fragment) : '';
    };
    const marks = [...body.querySelectorAll('a.footnote')];
    const backs = [...body.querySelectorAll('.footnotes a.reversefootnote')];
    if (/data-footnote|footnote-label/.test(html)) problems.push(`${url}: left over from the page`);
    for (const mark of marks) {
      if (!body.querySelector(`.footnotes li[id="${idOf(mark)}"]`))
        problems.push(`${url}: ${mark.getAttribute('href')} leads to no note`);
    }
    for (const back of backs) {
      if (!marks.some((mark) => mark.id === idOf(back)))
        problems.push(`${url}: ${back.getAttribute('href')} leads back to no mark`);
    }
    if (marks.length > backs.length)
      problems.push(`${url}: ${marks.length} marks, ${backs.length} back`);
    return problems;
  });
}
