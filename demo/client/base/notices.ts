import { el } from './dom.ts';

const shownMilliseconds = 4_500;

/** Short words over the page, read out as they come. */
export class Notices {
  readonly element = el('div', { class: 'notices', role: 'status' });

  /** Says something for a while. */
  say(words: string): void {
    const notice = el('p', {}, words);
    this.element.append(notice);
    setTimeout(() => notice.remove(), shownMilliseconds);
  }

  /** Does something, and says what went wrong with it. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.say(error instanceof Error ? error.message : String(error));
      return false;
    }
  }
}
