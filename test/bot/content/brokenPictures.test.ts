import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { type Phone, phone } from '../owner/chatWorld.ts';

let owner: Phone;

beforeEach(async () => {
  owner = await phone();
});

const pixels = Uint8Array.from(
  { length: 90 * 60 * 3 },
  (_, at) => Math.abs(Math.sin(at) * 1e6) % 256,
);
const picture = () => sharp(pixels, { raw: { width: 90, height: 60, channels: 3 } });

async function sends(name: string, bytes: Uint8Array): Promise<void> {
  const file = { kind: 'document', bytes, file_name: name, caption: 'Words.' } as const;
  await owner.sendMedia(file);
}

const published = (folder: string) =>
  new RegExp(
    `^Published in ${folder}/\\S+\\.md\\. The site shows it after the next "npm run build": https://journal\\.example/`,
  );

test.each([
  ['a.jpg', () => picture().jpeg().toBuffer()],
  ['a.png', () => picture().png().toBuffer()],
])(
  'with a document %s that is cut off nothing is published, and the reason is said',
  async (name, whole) => {
    const bytes = await whole();
    await sends(name, bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(await owner.ask('/publish')).toMatch(
      /^notes\/\S+ is not published: no site can be built with a broken picture\. Send it anew, or take it out of the text, then \/publish:\n✗ notes\/\S+: cut off or damaged: /,
    );
    expect(owner.last()).not.toContain('/tmp');
    expect(owner.posts()).toEqual([]);
  },
);

const untilMended =
  /\nUntil this is mended, no site is built:\n✗ notes\/\S+\.png: cut off or damaged: libpng read error/;

test('that a picture is broken is said of what is published, whatever is done to it', async () => {
  const note = await owner.say('Words.');
  await owner.say('/publish');
  const bytes = (await picture().png().toBuffer()).subarray(0, 900);
  const file = { kind: 'document', bytes, file_name: 'a.png' } as const;
  await owner.sendMedia(file, { replyTo: note });
  expect(owner.texts()).toContainEqual(
    expect.stringMatching(new RegExp(`^Added to notes/\\S+${untilMended.source}`)),
  );
  await owner.replyTo(note, '/tag boats');
  expect(owner.said().filter(({ text }) => untilMended.test(text))).toHaveLength(2);
  await owner.replyTo(note, '/unpublish');
  expect(owner.said().filter(({ text }) => untilMended.test(text))).toHaveLength(2);
});

test('that the picture of an empty file is broken is said', async () => {
  await sends('a.png', Buffer.of());
  expect(await owner.ask('/publish')).toMatch(/✗ notes\/\S+: an empty file$/);
});

test('a document whose end mark alone is missing is published', async () => {
  await sends('a.jpg', (await picture().jpeg().toBuffer()).subarray(0, -2));
  expect(await owner.ask('/publish')).toMatch(published('notes'));
});

test('a document that is Markdown is never taken for an entry or a fault', async () => {
  await sends('a.markdown', Buffer.from('# A'));
  expect(await owner.ask('/publish')).toMatch(published('notes'));
  expect(await owner.ask('/status')).not.toContain('Fault');
});

test('an article whose title has 60 letters of four bytes is kept, gets a picture and is published', async () => {
  await owner.say(`/article ${'𞤀𞤣𞤤𞤢𞤥'.repeat(12)}`);
  await owner.sendPhoto({ caption: 'A boat.' });
  expect(await owner.ask('/publish')).toMatch(published('articles'));
});
