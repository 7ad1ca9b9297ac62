import fc from 'fast-check';
import type { MessageEntity, User } from 'grammy/types';
import type { ChatText } from '../../../bot/message/chatText.ts';
import { awkward } from './awkwardText.ts';

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const texts = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));

const addresses = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_(b)_c?d=1&copy;=2#e',
  'http://example.org/*x*/[y]',
  'https://example.org/%20\\',
  'https://example.org/[^1]',
  'https://example.org/[[x]]$$y$$',
  'https://example.org/{1+1}',
  'tel:abc/',
  'mailto:ada@example.org',
  'tg://user?id=1',
  'javascript:alert(1)',
);

/** A piece of a chat text: words, or pieces with an entity over them. */
type Piece = string | { readonly entity: Shape; readonly pieces: readonly Piece[] };
type Shape =
  | {
      readonly type: Exclude<
        MessageEntity['type'],
        'text_link' | 'pre' | 'text_mention' | 'custom_emoji' | 'date_time'
      >;
    }
  | { readonly type: 'text_link'; readonly url: string }
  | { readonly type: 'text_mention'; readonly user: User }
  | { readonly type: 'custom_emoji'; readonly custom_emoji_id: string }
  | { readonly type: 'date_time'; readonly unix_time: number; readonly date_time_format: 'r' }
  | { readonly type: 'pre'; readonly language?: string };

const over = (shape: fc.Arbitrary<Shape>, pieces: fc.Arbitrary<readonly Piece[]>) =>
  fc.record({ entity: shape, pieces });
const found = (
  type: 'url' | 'email' | 'mention' | 'hashtag' | 'cashtag' | 'bot_command' | 'phone_number',
  ...names: string[]
) =>
  over(
    fc.constant({ type }),
    fc.constantFrom(...names).map((name) => [name]),
  );
const styles = fc.constantFrom<Shape[]>(
  ...(['bold', 'italic', 'underline', 'strikethrough', 'spoiler'] as const).map((type) => ({
    type,
  })),
);

const leaves = fc.oneof(
  { weight: 6, arbitrary: texts },
  {
    weight: 1,
    arbitrary: over(
      fc.constant({ type: 'code' }),
      texts.map((text) => [text]),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      found(
        'url',
        'https://example.org/x_y',
        'example.org',
        'www.example.org/a(b)',
        'HTTP://EXAMPLE.ORG/',
        'https://example.org/[^1]',
        'https://example.org/[^1]:',
        'https://example.org/[[x]]',
        'https://example.org/{1+1}',
        'https://example.org/a\\[^1]',
        'https://example.org/$$x$$',
        'example.org/{lang=pt}',
      ),
      found('email', 'ada@example.org', 'a_b+c@example.org'),
      found('mention', '@ada_b', '@scrollback'),
      found('hashtag', '#journal', '#a_b_c'),
      found('cashtag', '$USD'),
      found('bot_command', '/publish', '/a_b_c'),
      found('phone_number', '+1 (555) 010-0199'),
      over(
        fc.constantFrom<Shape[]>(
          { type: 'text_mention', user: { id: 7, is_bot: false, first_name: 'Eve' } },
          { type: 'custom_emoji', custom_emoji_id: '1' },
          { type: 'date_time', unix_time: 1_800_000_000, date_time_format: 'r' },
        ),
        texts.map((text) => [text]),
      ),
    ),
  },
);

const { inline } = fc.letrec<{ inline: Piece }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 3, arbitrary: leaves },
    { weight: 2, arbitrary: over(styles, fc.array(tie('inline'), { minLength: 1, maxLength: 3 })) },
    {
      weight: 1,
      arbitrary: over(
        addresses.map((url): Shape => ({ type: 'text_link', url })),
        fc.array(
          over(
            styles,
            texts.map((text) => [text]),
          ),
          { minLength: 1, maxLength: 2 },
        ),
      ),
    },
    {
      weight: 1,
      arbitrary: over(
        addresses.map((url): Shape => ({ type: 'text_link', url })),
        texts.map((text) => [text]),
      ),
    },
  ),
}));

const code = over(
  fc.constantFrom<Shape[]>({ type: 'pre' }, { type: 'pre', language: 'c++' }),
  texts.map((text) => [text]),
);
const bold = (words: string): Piece => ({ entity: { type: 'bold' }, pieces: [words] });
/** Quotations in which the site finds speakers, sources, languages and callouts. */
const meaningful = fc
  .array(
    fc.constantFrom<Piece[]>(
      bold('Ada:'),
      bold('Ada'),
      bold('王：'),
      ': x',
      ' ： x',
      '\n',
      '\n\n',
      '— Name',
      '-- Name',
      '— ',
      bold('— Name'),
      '{lang=pt}',
      ' {lang=pt}',
      '[!NOTE]',
      '[!PULL] ',
      'x',
    ),
    { minLength: 2, maxLength: 8 },
  )
  .filter((pieces) => typeof pieces[0] !== 'string' || pieces[0].trim() !== '');
const quotations = over(
  fc.constantFrom<Shape[]>({ type: 'blockquote' }, { type: 'expandable_blockquote' }),
  fc.oneof(
    meaningful,
    fc.array(fc.oneof({ weight: 4, arbitrary: inline }, { weight: 1, arbitrary: code }), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
);

/** Any text with any legal entities: they nest, and those that Telegram does not let nest do not. */
export const chatTexts: fc.Arbitrary<ChatText> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: inline },
      { weight: 1, arbitrary: code },
      { weight: 1, arbitrary: quotations },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((pieces) => {
    const entities: MessageEntity[] = [];
    const text = written(pieces, 0, entities);
    return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
  });

function written(pieces: readonly Piece[], start: number, entities: MessageEntity[]): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else {
      const offset = start + text.length;
      const inner = written(piece.pieces, offset, entities);
      if (inner !== '') entities.push({ ...piece.entity, offset, length: inner.length });
      text += inner;
    }
  }
  return text;
}
