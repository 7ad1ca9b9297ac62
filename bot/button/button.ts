import {
  type ButtonKind,
  type ButtonMeaning,
  type ButtonValues,
  buttonKinds,
} from './buttonKinds.ts';
import { type Fields, readRow, writeRow } from './fields.ts';

/** Telegram takes so much behind a button. */
const mostBytes = 64;

declare const isWritten: unique symbol;
/** What is behind a button. Nothing but {@link button} writes it. */
type ButtonData = string & { readonly [isWritten]: true };

/** A button as Telegram takes it. */
export interface Button {
  readonly text: string;
  readonly callback_data: ButtonData;
}

/** Rows of buttons below a message, as Telegram takes them. */
export interface Keyboard {
  readonly inline_keyboard: Button[][];
}

/** A button. @throws {RangeError} where its values are more than Telegram takes; {@link fitsBehind} tells before. */
export function button<Kind extends ButtonKind>(
  label: string,
  kind: Kind,
  values: ButtonValues<Kind>,
): Button {
  const data = written(kind, values);
  const bytes = Buffer.byteLength(data);
  if (bytes > mostBytes)
    throw new RangeError(`a button takes ${mostBytes} bytes, got ${bytes}: ${data}`);
  return { text: label, callback_data: data as ButtonData };
}

/** Whether a button of such values is not too large. */
export function fitsBehind<Kind extends ButtonKind>(
  kind: Kind,
  values: ButtonValues<Kind>,
): boolean {
  return Buffer.byteLength(written(kind, values)) <= mostBytes;
}

/** Buttons in rows; those without a button are left out. */
export function keyboardOf(...rows: readonly (readonly Button[])[]): Keyboard {
  return { inline_keyboard: rows.filter((row) => row.length > 0).map((row) => [...row]) };
}

/** What is behind a button, old ones among them; undefined for what is none of the table's. */
export function readButton(data: string): ButtonMeaning | undefined {
  const colon = data.indexOf(':');
  const kind = data.slice(0, colon);
  if (colon < 0 || !isKind(kind)) return undefined;
  const values = readRow<Fields>(buttonKinds[kind], data.slice(colon + 1));
  return values && ({ kind, values } as ButtonMeaning);
}

function written<Kind extends ButtonKind>(kind: Kind, values: ButtonValues<Kind>): string {
  return `${kind}:${writeRow<Fields>(buttonKinds[kind], values)}`;
}

function isKind(kind: string): kind is ButtonKind {
  return Object.hasOwn(buttonKinds, kind);
}
