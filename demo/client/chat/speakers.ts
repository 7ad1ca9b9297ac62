import type { ChatView } from '../../chat/view.ts';
import { el } from '../base/dom.ts';

/** As whom one speaks, where there is a choice. */
export class Speakers {
  readonly element = el('fieldset', { class: 'speakers' });
  #speakers: ChatView['speakers'] = [];
  #chosen = 0;

  get chosen(): number {
    return this.#chosen;
  }

  show(speakers: ChatView['speakers']): void {
    if (JSON.stringify(speakers) === JSON.stringify(this.#speakers)) return;
    this.#speakers = speakers;
    if (!speakers.some(({ id }) => id === this.#chosen)) this.#chosen = speakers[0]?.id ?? 0;
    this.element.hidden = speakers.length < 2;
    this.element.replaceChildren(
      el('legend', {}, 'Speak as'),
      ...speakers.map(({ id, name }) => this.#choice(id, name)),
    );
  }

  #choice(id: number, name: string): HTMLElement {
    const input = el('input', {
      type: 'radio',
      name: 'speaker',
      value: id,
      checked: id === this.#chosen,
    });
    input.addEventListener('change', () => {
      this.#chosen = id;
    });
    return el('label', {}, input, el('span', {}, name));
  }
}
