import type { Locator } from 'playwright-core';
import { plainPicture } from '../plainPicture.ts';

/** A photo of one colour. */
export function photoOf(background: string): Promise<Buffer> {
  return plainPicture('jpeg', background, 900, 600);
}

/**
 * Lets photos go over an element, or pastes them there, as a browser would.
 *
 * @returns whether the page took them, or left them to the browser.
 */
export function give(
  element: Locator,
  type: 'dragover' | 'drop' | 'paste',
  photos: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<'taken' | 'left'> {
  const files = photos.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') }));
  return element.evaluate(
    (target, given) => {
      const data = new DataTransfer();
      for (const { name, text } of given.files) {
        const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
      }
      const how = { bubbles: true, cancelable: true };
      const event =
        given.type === 'paste'
          ? new ClipboardEvent('paste', { ...how, clipboardData: data })
          : new DragEvent(given.type, { ...how, dataTransfer: data });
      return target.dispatchEvent(event) ? 'left' : 'taken';
    },
    { type, files },
  );
}
