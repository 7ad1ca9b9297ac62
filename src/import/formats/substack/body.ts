import type { Element, ElementContent } from 'hast';
import { rewrittenHtml } from '../../html/tree/rewritten.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  isElement,
  linkTo,
  paragraph,
  text,
} from '../../html/tree/tree.ts';
import type { Notes } from '../../item/notes.ts';
import { fieldsIn, isRecord, textIn } from '../../source/json.ts';

/** A body of Substack without what asks readers to subscribe and share, with pictures and embeds as plain HTML. */
export function readBody(html: string, notes: Notes): string {
  return rewrittenHtml(html, notes, changed);
}

const asking =
  /\b(?:subscription-widget|subscribe-widget|button-wrapper|captioned-button-wrap|digest-post-embed|paywall-jump|poll-embed|hide-text|image-link-expand|header-anchor-parent)\b/;

function changed(node: Element): readonly ElementContent[] {
  const classes = classesOf(node);
  if (asking.test(classes)) return isElement(node, 'p') && !hasButton(node) ? [node] : [];
  if (/\bcaptioned-image-container\b/.test(classes)) return pictures(node);
  if (/\blatex-rendered\b/.test(classes)) return formula(node);
  if (/\bimage-gallery-embed\b/.test(classes)) return gallery(node);
  if (/\b(?:youtube|vimeo)-wrap\b/.test(classes)) return video(node);
  if (/\btweet\b|\btwitter-embed\b|\bembedded-post\b|\bbluesky-wrap\b/.test(classes))
    return embedded(node);
  return [node];
}

function hasButton(node: Element): boolean {
  return elementsIn(node).some((one) => /\bbutton\b/.test(classesOf(one)));
}

/** What Substack knows of an embedded thing, as it keeps it in an attribute. */
function factsOf(node: Element): Readonly<Record<string, unknown>> {
  return fieldsIn(attributeOf(node, 'dataAttrs'));
}

/** The picture itself in place of the smaller copies of it. */
function pictures(node: Element): ElementContent[] {
  const all = elementsIn(node);
  const caption = all.find((one) => isElement(one, 'figcaption'));
  const shown = all
    .filter((one) => isElement(one, 'img'))
    .map((one) => {
      const facts = factsOf(one);
      const src = textIn(facts, 'src') ?? attributeOf(one, 'src');
      const alt = textIn(facts, 'alt') ?? (attributeOf(one, 'alt') || undefined);
      return element('img', alt === undefined ? { src } : { src, alt });
    });
  return shown.length === 0
    ? []
    : [element('figure', {}, [...shown, ...(caption ? [caption] : [])])];
}

/** A formula of which only the attributes say what it is, as MathML that does. */
function formula(node: Element): ElementContent[] {
  const tex = textIn(factsOf(node), 'persistentExpression');
  if (tex === undefined) return [node];
  const said = element('annotation', { encoding: 'application/x-tex' }, [text(tex)]);
  return [paragraph(element('math', {}, [element('semantics', {}, [said])]))];
}

function gallery(node: Element): ElementContent[] {
  const { gallery: facts } = factsOf(node);
  const images = isRecord(facts) && Array.isArray(facts['images']) ? facts['images'] : [];
  const shown = images.filter(isRecord).flatMap((one) => {
    const src = textIn(one, 'src');
    return src === undefined ? [] : [element('img', { src })];
  });
  return shown.length === 0 ? pictures(node) : [element('figure', {}, shown)];
}

function video(node: Element): ElementContent[] {
  const id = textIn(factsOf(node), 'videoId');
  if (id === undefined) return [node];
  const isVimeo = /\bvimeo-wrap\b/.test(classesOf(node));
  const href = isVimeo ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`;
  return [paragraph(linkTo(href, href))];
}

function embedded(node: Element): ElementContent[] {
  const facts = factsOf(node);
  const link = elementsIn(node).find((one) => isElement(one, 'a') && attributeOf(one, 'href'));
  const address =
    textIn(facts, 'url') ?? textIn(facts, 'canonical_url') ?? (link && attributeOf(link, 'href'));
  const words = textIn(facts, 'full_text');
  if (address === undefined) return [node];
  if (words === undefined) return [paragraph(linkTo(address, textIn(facts, 'title') ?? address))];
  const name = textIn(facts, 'name') ?? textIn(facts, 'username') ?? address;
  const source = paragraph(text('— '), linkTo(address, name));
  return [element('blockquote', {}, [paragraph(text(words)), source])];
}
