import type { StoryView } from '../../server/view.ts';
import { type Step, type StepName, stepNames, steps } from '../../story/steps.ts';
import { markedText } from '../../text/typed.ts';
import { button, el, icon } from '../base/dom.ts';
import type { Notices } from '../base/notices.ts';
import { richText } from '../base/richText.ts';
import { ask } from '../base/server.ts';

/** Shows somebody around: what to do next, what is done, and how to have it done. */
export class StoryBar {
  readonly element: HTMLElement;
  readonly #text = el('div', { class: 'step', role: 'status' });
  readonly #do = button({ class: 'do' }, () => void this.#take());
  readonly #dots = el('ol', { class: 'dots', 'aria-label': 'Steps of the story' });
  readonly #leave = button({ class: 'plain leave' }, () => this.#setOpen(false), 'Leave the story');
  readonly #return = button({ class: 'plain return' }, () => this.#setOpen(true), 'Show the story');
  readonly #notices: Notices;
  readonly #show: (step: Step, address: string | undefined) => void;
  #done: ReadonlySet<StepName> = new Set();
  #next: StepName | undefined;
  #shown: StepName | undefined;
  #isTold = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** `show` brings the place of a step into view, and a page where there is one. */
  constructor(notices: Notices, show: (step: Step, address: string | undefined) => void) {
    this.#notices = notices;
    this.#show = show;
    this.element = el(
      'header',
      { class: 'story' },
      el('h1', {}, 'Scrollback ', el('span', {}, 'demo')),
      el('div', { class: 'told' }, this.#text, this.#do, this.#dots, this.#leave),
      this.#return,
    );
    this.#setOpen(true);
  }

  /** Shows how far the story is. A step that is done stays for a moment, so that one sees it. */
  tell({ done, next }: StoryView): void {
    this.#done = new Set(stepNames.filter((name) => done.includes(name)));
    this.#next = stepNames.find((name) => name === next);
    const isFirst = !this.#isTold;
    this.#isTold = true;
    if (isFirst) this.#showStep(this.#next);
    else this.#goOn();
    this.#dots.replaceChildren(
      ...stepNames.map((one) => dot(one, this.#done.has(one), one === this.#next)),
    );
  }

  /** Goes from the step that is shown to the next one, one at a time. */
  #goOn(): void {
    const shown = this.#shown;
    if (this.#waiting !== undefined || shown === this.#next) return;
    const isDone = shown !== undefined && this.#done.has(shown);
    this.element.classList.toggle('just-done', isDone);
    this.#do.hidden = true;
    this.#waiting = setTimeout(
      () => {
        this.#waiting = undefined;
        const place = shown === undefined ? -1 : stepNames.indexOf(shown);
        const following = stepNames[place + 1];
        const isPassed = following !== undefined && this.#done.has(following) && isDone;
        this.#showStep(isPassed ? following : this.#next);
        this.#goOn();
      },
      isDone ? doneMilliseconds : 0,
    );
  }

  #showStep(name: StepName | undefined): void {
    this.#shown = name;
    this.element.classList.remove('just-done');
    const step = name && steps[name];
    const place = name === undefined ? 0 : stepNames.indexOf(name) + 1;
    this.#do.disabled = false;
    this.#do.hidden = step === undefined;
    this.#do.textContent = step?.button ?? '';
    this.#text.replaceChildren(...(step ? wordsOf(step, place) : theEnd()));
  }

  async #take(): Promise<void> {
    const name = this.#shown;
    if (name === undefined) return;
    const step = steps[name];
    this.#show(step, undefined);
    this.#do.disabled = true;
    const isTaken = await this.#notices.attempt(async () => {
      const answer = await ask<{ address?: string } | null>({ wish: 'step', step: name });
      this.#show(step, answer?.address);
    });
    // What was asked for shows itself in what really happens; if it does not, one may ask again.
    setTimeout(() => (this.#do.disabled = false), isTaken ? askAgainMilliseconds : 0);
  }

  #setOpen(isOpen: boolean): void {
    this.element.classList.toggle('closed', !isOpen);
    this.#return.hidden = isOpen;
  }
}

const askAgainMilliseconds = 3_000;
const doneMilliseconds = 1_300;

function wordsOf({ title, words }: Step, place: number): Node[] {
  const text = el(
    'p',
    {},
    richText(markedText(words), () => undefined),
  );
  return [
    el('p', { class: 'title' }, el('span', { class: 'place' }, String(place), icon('done')), title),
    text,
  ];
}

function theEnd(): Node[] {
  return [
    el('p', { class: 'title' }, icon('done'), 'That was all of it'),
    el(
      'p',
      {},
      'From a message to a file, a page and a post, and back. Go on as you like: everything works.',
    ),
  ];
}

function dot(name: StepName, isDone: boolean, isNext: boolean): HTMLElement {
  const state = isDone ? 'done' : isNext ? 'to do next' : 'to come';
  return el(
    'li',
    {
      class: isDone ? 'done' : isNext ? 'next' : '',
      title: steps[name].title,
      'aria-current': isNext && 'step',
    },
    el('span', { class: 'sr-only' }, `${steps[name].title}: ${state}`),
  );
}
