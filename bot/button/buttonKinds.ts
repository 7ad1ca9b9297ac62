import { type Fields, oneOf, optional, type ValuesOf, whole, word } from './fields.ts';

/**
 * Every kind of button that the bot puts below its messages, with what a press of it says besides: `kind:value:value`
 * is behind the button. Buttons stay in chats for years: a kind may gain optional fields at its end and loses none.
 */
export const buttonKinds = {
  /** `page`: of the list of drafts, where it stands below that. */
  publish: { draft: whole, page: optional(whole) },
  discard: { draft: whole, page: optional(whole) },
  show: { draft: whole },
  /** Turns the list of drafts to a page. */
  drafts: { page: whole },
  /** Asks what a picture shows. */
  alt: { draft: whole },
  /** What becomes of a contact; `message` brought it. */
  contact: { choice: oneOf('name', 'both', 'forget'), message: whole },
  /** Ends an article. */
  done: { draft: whole },
  /** `part` is 0 where none was given. `token` stands for the id of the series. */
  series: { draft: whole, part: whole, token: word },
  /** `id` is empty where the title is to give one. */
  newseries: { draft: whole, part: whole, id: word },
  /** Sends an uncertain post again. `question`: how often that was asked. */
  resend: { delivery: whole, question: whole },
  /** Posts again what was deleted by hand. */
  repost: { delivery: whole },
  /** An answer to what the mirror asks. */
  mirror: {
    question: oneOf('posts', 'removals', 'journal'),
    version: whole,
    answer: oneOf('all', 'from-now', 'down', 'keep', 'go', 'later'),
  },
  /** `revision`: the words that are meant, where the answer is about words. */
  comment: {
    action: oneOf('allow', 'keep', 'restore', 'ignore', 'remove'),
    comment: whole,
    revision: optional(whole),
  },
  /** About comments that are counted in one message: of one `sender`, or of all with 0, up to `newest`. */
  comments: { action: oneOf('allow', 'hide', 'next'), sender: whole, newest: whole },
  /** Under which name a `person` stands in what was picked; 0 is about people.yaml itself. */
  who: { pick: whole, person: whole, answer: oneOf('use', 'other', 'out', 'go') },
} as const satisfies Readonly<Record<string, Fields>>;

/** One of {@link buttonKinds}. */
export type ButtonKind = keyof typeof buttonKinds;

/** What a press of such a button says. */
export type ButtonValues<Kind extends ButtonKind> = ValuesOf<(typeof buttonKinds)[Kind]>;

/** A kind of button, and what a press of it says. */
export type ButtonMeaning<Kind extends ButtonKind = ButtonKind> = {
  [One in Kind]: { readonly kind: One; readonly values: ButtonValues<One> };
}[Kind];
