import { button, el } from '../base/dom.ts';

const styles = [
  ['Bold', 'B', '**', 'b'],
  ['Italic', 'I', '__', 'i'],
  ['Struck out', 'S', '~~', undefined],
  ['Hidden', '▒', '||', undefined],
  ['Code', '‹›', '`', undefined],
] as const;

/** A row of buttons that put signs around the words that are selected in a field. */
export function formattingBar(field: HTMLTextAreaElement, change: () => void): HTMLElement {
  const put = (before: string, after: string) => {
    surround(field, before, after);
    change();
  };
  const buttons = styles.map(([name, sign, signs]) =>
    button(
      { 'aria-label': name, title: `${name}: ${signs}words${signs}`, class: name.toLowerCase() },
      () => put(signs, signs),
      sign,
    ),
  );
  const link = button(
    { 'aria-label': 'Link', title: 'Link: [words](https://…)' },
    () => put('[', '](https://)'),
    '↗',
  );
  field.addEventListener('keydown', (event) => {
    const style = styles.find(([, , , key]) => key === event.key);
    if (!style || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    put(style[2], style[2]);
  });
  return el(
    'div',
    { class: 'formatting', role: 'group', 'aria-label': 'Formatting' },
    ...buttons,
    link,
  );
}

function surround(field: HTMLTextAreaElement, before: string, after: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field;
  const words = value.slice(start, end);
  field.setRangeText(`${before}${words}${after}`, start, end, 'end');
  field.focus();
  const isLink = after.length > before.length;
  const at =
    isLink && words !== ''
      ? start + before.length + words.length + after.length - 1
      : start + before.length;
  field.setSelectionRange(at, isLink && words !== '' ? at : at + words.length);
}
