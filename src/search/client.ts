import type { Found } from '/pagefind/pagefind.js';
import { excerptOf } from './excerpt.ts';
import { queryOf, textOf } from './pieces.ts';
import { type SearchWords, saidOf } from './searchWords.ts';

type Pagefind = typeof import('/pagefind/pagefind.js');

const pauseMilliseconds = 150;

/** How many results are shown at once. */
const batch = 20;

/** Brings the search page to life. Everything that it shows goes in as text, never as HTML. */
function startSearch(form: HTMLFormElement): void {
  const input = part(form, 'input', HTMLInputElement);
  const list = part(document, '#search-results', HTMLOListElement);
  const status = part(document, '#search-status', HTMLElement);
  const more = part(document, '#search-more', HTMLButtonElement);
  const words: SearchWords = JSON.parse(form.dataset['words'] ?? '{}');
  let engine: Promise<Pagefind> | undefined;
  let latest = 0;
  let waiting: number | undefined;

  const run = async () => {
    const turn = ++latest;
    const typed = input.value.trim();
    remember(typed);
    if (typed === '') return show([]);
    try {
      engine ??= load(form.dataset['language'] ?? '');
      const { results } = await (await engine).search(asQuery(typed));
      const first = await Promise.all(results.slice(0, batch).map((one) => one.data()));
      if (turn !== latest) return;
      show(first, counted(results.length, typed, words));
      offerMore(results.slice(batch), turn);
    } catch {
      engine = undefined;
      if (turn === latest) show([], saidOf(words.failed));
    }
  };

  const show = (found: readonly Found[], said = { text: '', lang: '' }) => {
    list.replaceChildren(...found.map(resultItem));
    status.textContent = said.text;
    if (said.lang !== '') status.lang = said.lang;
    more.hidden = true;
  };

  const offerMore = (rest: readonly { data(): Promise<Found> }[], turn: number) => {
    more.hidden = rest.length === 0;
    more.onclick = async () => {
      const next = await Promise.all(rest.slice(0, batch).map((one) => one.data()));
      if (turn !== latest) return;
      const items = next.map(resultItem);
      list.append(...items);
      items[0]?.querySelector('a')?.focus();
      offerMore(rest.slice(batch), turn);
    };
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(run, pauseMilliseconds);
  });
  input.value = new URLSearchParams(location.search).get('q') ?? input.value;
  if (input.value !== '') run();
}

/** Words between quotation marks are looked up as they stand, one after the other. */
function asQuery(typed: string): string {
  const quoted = /^["“„«](.+)["”“»]$/.exec(typed)?.[1];
  return quoted === undefined ? queryOf(typed) : `"${queryOf(quoted)}"`;
}

/**
 * Pagefind takes the language of the page for that of the index, and would cut Japanese words a second time. It asks
 * for it within this one call.
 */
async function load(language: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import('/pagefind/pagefind.js');
  await pagefind.options({ baseUrl: '/' });
  const page = document.documentElement;
  const shown = page.lang;
  page.lang = language;
  const ready = pagefind.init();
  page.lang = shown;
  await ready;
  return pagefind;
}

/** Keeps the address that of the search, so that a reload, a bookmark and the way back lead to it. */
function remember(typed: string): void {
  const address = new URL(location.href);
  if (typed === '') address.searchParams.delete('q');
  else address.searchParams.set('q', typed);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

function counted(count: number, query: string, { nothing, results }: SearchWords) {
  return count === 0 ? saidOf(nothing, { query }) : saidOf(results, { count, query });
}

function resultItem({ url, content, locations, meta, filters }: Found): HTMLLIElement {
  const link = element('a', textOf(meta.title ?? '') || url);
  // The search page is in a folder of its own.
  link.href = `..${encodeURI(url)}`;
  const title = element('p', link);
  title.className = 'search-title';
  const excerpt = element(
    'p',
    ...excerptOf(content, locations).map(({ text, hit }) => (hit ? element('mark', text) : text)),
  );
  excerpt.className = 'search-excerpt';
  for (const one of [link, excerpt]) one.lang = filters.lang?.[0] ?? '';
  const item = element('li', title);
  if (meta.date !== undefined) {
    const date = element('p', textOf(meta.date));
    date.className = 'search-date';
    item.append(date);
  }
  item.append(excerpt);
  return item;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

function part<T extends HTMLElement>(within: ParentNode, selector: string, kind: new () => T): T {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search page has no ${selector}`);
  return found;
}

for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) startSearch(form);
