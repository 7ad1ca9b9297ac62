import { decoded } from '#journal/address/contentPath.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { type Cover, coverOf } from '../../content/cover.ts';
import type { Draft, DraftStore } from '../../drafts/draftStore.ts';
import { withoutPicture, withoutPictures, withPicture } from '../../drafts/standingPicture.ts';
import { chatTextToMarkdown } from '../../message/chatText.ts';
import { picturesOf } from '../entry/entryCard.ts';
import type { Edits, Found, Wish } from '../entry/entryEdit.ts';

/**
 * A wish for another cover, or none. Its picture leaves the text, so that it is not shown twice. The one before it is
 * shown in the text again if it came from chat: one that was set by hand was perhaps never there.
 */
export function coverWish(
  draft: Draft,
  value: Cover | undefined,
  store: DraftStore,
): Pick<Wish, 'decide' | 'body'> {
  const { file } = draft;
  const isSame = (src: string | undefined) => (url: string) => decoded(url) === src;
  return {
    decide({ source }): Edits {
      const before = coverOf(source, file);
      if (!value) return { cover: undefined };
      if (before?.src === value.src) return { cover: { ...before, alt: value.alt } };
      const moved = withoutPicture(splitFrontMatter(source, file).body, isSame(value.src));
      const title = moved?.image.title ?? '';
      const caption =
        title === '' ? {} : { caption: chatTextToMarkdown({ text: title, entities: [] }) };
      return { cover: { ...value, ...caption } };
    },
    body(body, { source }: Found) {
      const before = coverOf(source, file);
      const isLeft = before && before.src !== value?.src;
      const whole = isLeft ? withFormerCover(body, before, draft, store) : body;
      return withoutPicture(whole, isSame(value?.src))?.body ?? whole;
    },
  };
}

function withFormerCover(
  body: string,
  { src, alt }: Cover,
  draft: Draft,
  store: DraftStore,
): string {
  const isIt = ({ url }: { readonly url: string }) => decoded(url) === src;
  if (picturesOf(body).some(isIt)) return body;
  for (const markdown of store.markdownOf(draft)) {
    const picture = picturesOf(markdown).find(isIt);
    if (picture) return withPicture(body, { url: picture.url, alt }, withoutPictures(markdown));
  }
  return body;
}
