import { expect, it, test } from 'vitest';
import { withoutPicture } from '../../../bot/drafts/standingPicture.ts';
import { contentOf } from '../../../bot/message/contribution.ts';
import { stepsTo } from '../../../bot/outbox/copySteps.ts';
import { noteWithMedia as post } from './notePost.ts';
import { shownInChannel } from './shownInChannel.ts';

const shown = shownInChannel();

it.each([
  ['words', 'a ||b c||', 'a b c | spoiler[b c]'],
  ['words with marks', '||a **b**||', 'a b | spoiler[a b] | bold[b]'],
  ['words in a mark', '**a ||b||**', 'a b | bold[a b] | spoiler[b]'],
  ['code, which Telegram cannot hide as code', '||a `b`||', 'a b | spoiler[a b]'],
  [
    'a link',
    '[a](/x/) [b ||c||](/x/)',
    'a b c | text_link https://sample.example/x/[a] | spoiler[b c] | text_link https://sample.example/x/[b c]',
  ],
  ['words in a quotation', '> a ||b||', 'a b | blockquote[a b] | spoiler[b]'],
  ['a spoiler in another', '||a ||b|| c||', 'a b c | spoiler[a b c]'],
  ['a caption', '||![A](p.jpg)||\nb ||c||\n-- D', 'b c\n— D | spoiler[c]'],
  ['a cell', '| a | b |\n|---|---|\n| c | \\|\\|d\\|\\| |', '• c\n  b: d | bold[c] | spoiler[d]'],
  ['a note', 'a[^1]\n\n[^1]: b ||c||', 'a¹\n\n¹ b c | spoiler[c]'],
  [
    'nothing where the bars are text',
    'a || b `||c||` \\|\\|d\\|\\|',
    'a || b ||c|| ||d|| | code[||c||]',
  ],
])('the channel hides what the page hides: %s', async (_, body, telegram) => {
  expect(await shown(post(body))).toEqual([telegram]);
});

it.each([
  ['||![A](p.jpg)||', [true]],
  ['![A](p.jpg)', [undefined]],
  ['||[Film](c.mp4)||', [true]],
  ['![A](p.jpg)\n\n||![B](q.jpg)||', [undefined, true]],
])('pictures and films of %s are hidden: %j', (body, hidden) => {
  const shown = post(body).flatMap((message) =>
    message.type === 'album' ? message.pictures : message.type === 'text' ? [] : [message.picture],
  );
  expect(shown.map(({ isSpoiler }) => isSpoiler)).toEqual(hidden);
});

test('a picture that becomes hidden, or is shown again, is edited', () => {
  const message = (body: string) => post(body)[0] ?? expect.fail('no message');
  const open = message('![A](p.jpg)\n\n![B](q.jpg)');
  const closed = message('![A](p.jpg)\n\n||![B](q.jpg)||');
  const copy = {
    entryId: 'a',
    file: 'notes/a.md',
    channelId: 1,
    contentHash: 'x',
    messages: [{ ids: [1, 2], message: open }],
  };
  expect(stepsTo([closed], copy)).toEqual([{ call: 'edit', messageIds: [1, 2], message: closed }]);
});

test('a photo that came hidden is hidden in its draft, and is found there as any other', () => {
  const message = {
    message_id: 1,
    date: 0,
    chat: { id: 1, type: 'private' as const, first_name: 'A' },
    from: { id: 1, is_bot: false, first_name: 'A' },
    photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }],
    caption: 'Cap with secret',
    caption_entities: [{ type: 'spoiler' as const, offset: 9, length: 6 }],
    has_media_spoiler: true as const,
  };
  const markdown = contentOf(message, 'photo-1.jpg', undefined, 'A cat');
  expect(markdown).toBe('||![A cat](photo-1.jpg)||\n\nCap with ||secret||');
  expect(withoutPicture(markdown, () => true)?.body).toBe('Cap with ||secret||');
});
