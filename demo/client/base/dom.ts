/** What may stand in an element. */
export type Child = Node | string | undefined | false;

/** Attributes by name: true for those that have no value, undefined for those that are not there. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** Sets attributes of an element, and takes those away that are undefined or false. */
export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** A button, with what it does. */
export function button(
  attributes: Attributes,
  press: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', press);
  return made;
}

/** A button that is a sign; `label` is its name, for eyes that rest on it and for those that do not see it. */
export function signButton(
  sign: SignName,
  label: string,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  return button({ class: 'sign', 'aria-label': label, title: label }, press, icon(sign));
}

const signs = {
  answer: 'M10 7 4 12.5 10 18v-3.6c5 0 8 1.4 10 4.6-.6-5.5-3.6-8.4-10-8.6Z',
  attach:
    'm19 11.5-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l8-8a3 3 0 0 1 4.3 4.3l-8 8a1.5 1.5 0 0 1-2.1-2.1l7.3-7.3',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  close: 'm6.5 6.5 11 11m0-11-11 11',
  command: 'M15.5 5 8.5 19',
  desktop: 'M3.5 5.5h17v11h-17zM9 20h6',
  done: 'm5 12.5 4.5 4.5L19 7.5',
  edit: 'm4.5 19.5.9-4L16 4.9l3.1 3.1L8.5 18.6Z',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  page: 'M5 4.5h14v15H5zM8.5 9h7m-7 3h7m-7 3h4',
  phone: 'M8 3.5h8v17H8zM11 18h2',
  reload: 'M18.5 9A7 7 0 1 0 19 13.5M19 4.5V9h-4.5',
  send: 'M12 19V6m-5.5 5.5L12 6l5.5 5.5',
  trash: 'M5 7h14M10 7V4.5h4V7m-7 0 .8 12.5h8.4L17 7',
  forward: 'M14 7l6 5.5-6 5.5v-3.6c-5 0-8 1.4-10 4.6.6-5.5 3.6-8.4 10-8.6Z',
  copy: 'M9 9h10v10.5H9zM6 15H4.5V4.5H15V6',
} as const;

/** Names of the signs that there are. */
export type SignName = keyof typeof signs;

/** A drawing of a line, for eyes alone. */
export function icon(name: SignName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  setAttributes(svg, { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'icon' });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  setAttributes(path, { d: signs[name] });
  svg.append(path);
  return svg;
}

/** Whether somebody asked for little movement. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
