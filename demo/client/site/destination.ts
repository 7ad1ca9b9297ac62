/** What came of asking for a page: what the frame holds once it has loaded something. */
export interface Arrival {
  /** Undefined where the browser shows a page of its own, because nobody answered. */
  readonly path: string | undefined;
  /** 0 where the browser does not tell it. */
  readonly status: number;
  /** Whether the site itself led from the address that was asked for to this one. */
  readonly isLedOn: boolean;
}

/** What is to be done then: nothing more, or to ask again, at once or in a moment. */
export type Next = 'there' | 'again' | 'later';

const mostTriesAtOnce = 4;
const mostTries = 30;
/** Nothing is there yet, or nobody answers. A page that tells what is wrong in the content goes by itself. */
const passing = new Set([404, 502, 503, 504]);

/**
 * The page that is to be shown, until it is. A page that loads itself anew as we leave it takes the place of the one that
 * was asked for; one that was just written may be asked for before the site has read it; and a site that is at work may
 * not answer at all: it is asked for again, each time.
 */
export class Destination {
  #target: URL | undefined;
  #tries = 0;

  /** Where to go; undefined once that is shown. */
  get target(): URL | undefined {
    return this.#target;
  }

  /** Goes there from now on, whatever was wanted before. */
  set(target: URL): void {
    this.#target = target;
    this.#tries = 0;
  }

  /** Somebody goes elsewhere by the page itself. */
  leave(): void {
    this.#target = undefined;
    this.#tries = 0;
  }

  /** The frame has loaded something. */
  arrives({ path, status, isLedOn }: Arrival): Next {
    if (path === undefined) return this.#next('later');
    const wanted = this.#target?.pathname ?? path;
    if (path !== wanted && !isLedOn) return this.#next('again');
    if (passing.has(status) && this.#target) return this.#next('later');
    this.leave();
    return 'there';
  }

  #next(next: Next): Next {
    this.#tries++;
    if (this.#tries <= mostTriesAtOnce) return next;
    if (this.#tries <= mostTries) return 'later';
    this.#target = undefined;
    return 'there';
  }
}
