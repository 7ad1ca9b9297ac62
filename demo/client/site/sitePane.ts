import { button, el, setAttributes, signButton } from '../base/dom.ts';
import type { Open } from '../base/richText.ts';
import { type Arrival, Destination } from './destination.ts';

const widths = { phone: 390, window: undefined, desktop: 1180 } as const;
type Width = keyof typeof widths;

const askAgainMilliseconds = 1_000;

/** The site, live, as a phone or a large window shows it. */
export class SitePane {
  readonly element: HTMLElement;
  readonly #frame = el('iframe', { title: 'The site' });
  readonly #stage = el('div', { class: 'stage' }, this.#frame);
  readonly #address = el('input', {
    class: 'address',
    'aria-label': 'Address on the site',
    spellcheck: 'false',
    autocapitalize: 'off',
  });
  readonly #choices: Readonly<Record<Width, HTMLButtonElement>>;
  readonly #follow = el('input', { type: 'checkbox', checked: true });
  readonly #open: Open;
  #width: Width = 'window';
  readonly #destination = new Destination();
  #again: ReturnType<typeof setTimeout> | undefined;
  #isLoading = false;
  #isUp = false;

  /** `open` shows what is not of the site. */
  constructor(open: Open) {
    this.#open = open;
    const choice = (width: Width, label: string) =>
      button({ class: 'plain', 'aria-pressed': 'false' }, () => this.#setWidth(width), label);
    this.#choices = {
      phone: choice('phone', 'Phone'),
      window: choice('window', 'Window'),
      desktop: choice('desktop', 'Desktop'),
    };
    const form = el('form', { 'aria-label': 'Address' }, this.#address);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.go(this.#address.value);
    });
    const pane = { class: 'pane site', 'aria-label': 'Site' };
    this.element = el('section', pane, this.#header(form), this.#stage);
    this.#frame.addEventListener('load', () => this.#loaded());
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    this.#setWidth('window');
  }

  #header(form: HTMLElement): HTMLElement {
    const widths = { class: 'widths', role: 'group', 'aria-label': 'Width' };
    const follow = { class: 'follow', title: 'Goes to the page that changed' };
    return el(
      'header',
      {},
      signButton('back', 'Back', () => {
        this.#leave();
        this.#frame.contentWindow?.history.back();
      }),
      signButton('reload', 'Load again', () => this.#frame.contentWindow?.location.reload()),
      form,
      el('div', widths, ...Object.values(this.#choices)),
      el('label', follow, this.#follow, 'Follow'),
    );
  }

  /** The site answers from now on. */
  up(isUp: boolean): void {
    if (isUp === this.#isUp) return;
    this.#isUp = isUp;
    if (isUp) this.go(this.#destination.target?.href ?? '/');
  }

  /** Shows a page, if pages are followed. */
  follow(address: string): void {
    if (this.#follow.checked) this.go(address);
  }

  /** Shows a page. One that is shown already loads itself anew when it changes. */
  go(address: string): void {
    const target = new URL(address, window.location.origin);
    if (target.origin !== window.location.origin) return this.#open(address);
    this.#destination.set(target);
    if (this.#isUp) this.#load(target);
  }

  #load(target: URL): void {
    clearTimeout(this.#again);
    const { location } = this.#frame.contentWindow ?? {};
    const arrival = arrivalIn(this.#frame);
    // What was asked for before may still be on its way, and would take the place of this.
    const isHere = !this.#isLoading && arrival?.path === target.pathname;
    if (!isHere || !location) {
      this.#isLoading = true;
      this.#frame.src = target.href;
    } else {
      if (target.hash !== '') location.hash = target.hash;
      if (this.#destination.arrives(arrival) !== 'there') location.reload();
    }
    this.#say(target);
  }

  /** Asks again for what did not come. */
  #askAgain(): void {
    this.#load(this.#destination.target ?? new URL(this.#frame.src));
  }

  #say({ pathname, hash }: { readonly pathname: string; readonly hash: string }): void {
    if (document.activeElement !== this.#address) this.#address.value = decodeURI(pathname + hash);
  }

  #loaded(): void {
    const arrival = arrivalIn(this.#frame);
    if (!arrival) return;
    this.#isLoading = false;
    clearTimeout(this.#again);
    const next = this.#destination.arrives(arrival);
    if (next === 'again') this.#askAgain();
    if (next === 'later') this.#again = setTimeout(() => this.#askAgain(), askAgainMilliseconds);
    const { contentWindow: inner, contentDocument: page } = this.#frame;
    if (!inner || !page) return;
    if (next === 'there') this.#say(inner.location);
    inner.addEventListener('hashchange', () => this.#say(inner.location));
    page.addEventListener('click', (event) => this.#clicked(event));
  }

  #clicked(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.('a[href]');
    const address = link && 'href' in link ? String(link.href) : '';
    if (address === '') return;
    this.#leave();
    if (new URL(address).origin === window.location.origin) return;
    event.preventDefault();
    this.#open(address);
  }

  /** Whoever goes elsewhere is not led back. */
  #leave(): void {
    clearTimeout(this.#again);
    this.#destination.leave();
  }

  #setWidth(width: Width): void {
    this.#width = width;
    for (const [name, choice] of Object.entries(this.#choices))
      setAttributes(choice, { 'aria-pressed': String(name === width) });
    this.#stage.dataset['width'] = width;
    this.#fit();
  }

  /** What is wider than the pane is drawn smaller. */
  #fit(): void {
    const width = widths[this.#width];
    const room = this.#stage.clientWidth;
    const { style } = this.#frame;
    const scale = width === undefined || room === 0 ? 1 : Math.min(1, room / width);
    style.width = width === undefined ? '100%' : `${width}px`;
    style.height = `${100 / scale}%`;
    style.transform = scale === 1 ? '' : `scale(${scale})`;
  }
}

/** What a frame holds; undefined before it was told to load anything. */
function arrivalIn({ contentWindow: inner, contentDocument: page }: HTMLIFrameElement) {
  // A browser's own page, that nobody answered, is not ours to look into.
  if (!inner || !page) return { path: undefined, status: 0, isLedOn: false } satisfies Arrival;
  if (inner.location.protocol === 'about:') return undefined;
  const [entry] = inner.performance.getEntriesByType('navigation');
  const { responseStatus = 0, redirectCount = 0 } = (entry ??
    {}) as Partial<PerformanceNavigationTiming>;
  return { path: inner.location.pathname, status: responseStatus, isLedOn: redirectCount > 0 };
}
