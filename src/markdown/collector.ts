import { decoded, resolveContentPath } from '#journal/contentPath.ts';
import type { Fault } from '#journal/fault.ts';
import { slugify } from '#journal/slug.ts';
import type {
  DocumentContext,
  DocumentFacts,
  InlineText,
  InternalLink,
  SourceDocument,
} from './document.ts';
import { excerptOf } from './excerpt.ts';
import { footnoteFaults } from './footnotes.ts';
import { anyTag, attributesOf, imageTag } from './html.ts';
import { filePlaceholder, imagePlaceholder, remoteImage } from './placeholder.ts';

/** The id that every page has already: the target of "Skip to the text". */
const layoutId = 'main';

/** Collects, while a body is parsed, everything about it that is not HTML. */
export class Collector {
  readonly document: SourceDocument;
  readonly #context: DocumentContext;
  readonly #anchors = new Set<string>();
  readonly #headings: { depth: number; id: string; text: string }[] = [];
  readonly #links: InternalLink[] = [];
  readonly #assets = new Map<string, { file: string; as: 'image' | 'file' }>();
  readonly #absent: string[] = [];
  readonly #resolved = new Map<string, string>();
  readonly #faults: Fault[] = [];
  readonly #references: { label: string; line: number }[] = [];
  readonly #definitions: { label: string; line: number; endLine: number }[] = [];
  readonly #undefinedMarks: { label: string; line: number }[] = [];
  readonly #inline: Partial<Record<InlineText, string>> = {};
  readonly #firstLine: number;
  #excerpt = '';
  #hasRawIds = false;

  /** `firstLine` is the line of the file on which the collected text begins. */
  constructor(document: SourceDocument, context: DocumentContext, firstLine = document.bodyLine) {
    this.document = document;
    this.#context = context;
    this.#firstLine = firstLine;
  }

  /** Takes an inline text of the front matter, and what was collected in it. */
  inline(name: InlineText, html: string, inside: Collector): void {
    this.#inline[name] = html;
    this.#links.push(...inside.#links);
    this.#absent.push(...inside.#absent);
    this.#faults.push(...inside.facts().faults);
    for (const [key, asset] of inside.#assets) this.#assets.set(key, asset);
    for (const [file, path] of inside.#resolved) this.#resolved.set(file, path);
  }

  /** Takes a heading and gives it its id, unique in the document. */
  heading(depth: number, text: string): string {
    const base = slugify(text, 'section');
    let id = base;
    for (let number = 2; this.#anchors.has(id) || id === layoutId; number++)
      id = `${base}-${number}`;
    this.#anchors.add(id);
    this.#headings.push({ depth, id, text });
    return id;
  }

  /** Takes raw HTML: what it names can be linked to, and its pictures go the way of all pictures. */
  html(value: string, bodyLine: number): string {
    for (const match of value.replace(comment, blank).matchAll(anyTag)) {
      const attributes = attributesOf(match[0]);
      const id =
        attributes.get('id') ?? (/^<a\s/i.test(match[0]) ? attributes.get('name') : undefined);
      if (id !== undefined) this.id(id, bodyLine + linesBefore(value, match.index));
    }
    if (value.startsWith('<!--')) return value;
    return value.replace(imageTag, (tag, offset: number) =>
      this.#rawImage(tag, bodyLine + linesBefore(value, offset)),
    );
  }

  /** Takes an id that the text itself gives. */
  id(id: string, bodyLine: number): void {
    if (this.#anchors.has(id) || id === layoutId) {
      this.#fault(
        this.#line(bodyLine),
        `the id "${id}" is there already`,
        'ids that are used once',
        'give it another id',
      );
    }
    this.#anchors.add(id);
    this.#hasRawIds = true;
  }

  excerpt(text: string): void {
    this.#excerpt = excerptOf(text);
  }

  reference(label: string, bodyLine: number): void {
    this.#references.push({ label, line: this.#line(bodyLine) });
  }

  definition(label: string, bodyLine: number, bodyEndLine: number): void {
    this.#definitions.push({
      label,
      line: this.#line(bodyLine),
      endLine: this.#line(bodyEndLine),
    });
  }

  /** Takes the source of a text node, in which a mark that nothing defines stayed. */
  text(source: string, bodyLine: number): void {
    for (const match of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const line = this.#line(bodyLine + linesBefore(source, match.index));
      this.#undefinedMarks.push({ label: match[1] ?? '', line });
    }
  }

  /** Takes the address of a link; the answer is the address to put into the page. */
  link(url: string, bodyLine: number): string {
    const own = url.startsWith(`${this.#context.siteUrl}/`)
      ? url.slice(this.#context.siteUrl.length)
      : url;
    if (/^[a-z][a-z0-9+.-]*:/i.test(own) || own.startsWith('//')) return url;
    const [address = '', fragment = ''] = splitOnce(own, '#');
    const [pathname = '', query] = splitOnce(address, '?');
    const line = this.#line(bodyLine);
    if (pathname === '') return this.#internal('', fragment, line, own);
    if (pathname.startsWith('/')) return this.#internal(decoded(pathname), fragment, line, own);
    const target = resolveContentPath(this.document.folder, decoded(pathname));
    if (/\.mdx?$/.test(target)) return this.#toMarkdown(target, fragment, line, url);
    if (this.#context.hasFile(target)) {
      // A camera's file tells where it was taken: a linked picture is served as the site makes it, without that.
      const as = /\.(jpe?g|png|webp|avif)$/i.test(target) ? 'image' : 'file';
      this.#assets.set(`${as}:${target}`, { file: target, as });
      return filePlaceholder(target);
    }
    this.#absent.push(target);
    const path = `/${resolveContentPath(this.document.path.slice(1), decoded(pathname))}`;
    return this.#internal(
      path,
      fragment,
      line,
      `${encodeURI(path)}${query === undefined ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`,
    );
  }

  /** Takes a picture; the answer is its file, or undefined for one on another host or one that is missing. */
  image(url: string, alt: string, source: string, bodyLine: number): string | undefined {
    const line = this.#line(bodyLine);
    // `![ ](x)` is how Markdown says "explicitly empty"; a bare `![](x)` was forgotten.
    if (alt === '' && /^!\[\]/.test(source)) {
      this.#fault(
        line,
        `the picture ${url} has no alt text`,
        'words that say what it shows',
        'write ![what it shows](…), or ![ ](…) if it only decorates',
      );
    }
    return isElsewhere(url) ? undefined : this.imageFile(url, line);
  }

  /** Resolves the file of a picture (`line` is the file's), with a fault where it is missing. */
  imageFile(url: string, line: number): string | undefined {
    const pathname = decoded(splitOnce(url, '?')[0] ?? '');
    if (pathname.startsWith('/')) {
      this.#links.push({ path: pathname, fragment: '', line });
      return undefined;
    }
    const file = resolveContentPath(this.document.folder, pathname);
    if (this.#context.hasFile(file)) {
      this.#assets.set(`image:${file}`, { file, as: 'image' });
      return file;
    }
    this.#fault(
      line,
      `the picture ${url} is missing`,
      `the file ${file}`,
      'put the file there, or correct the name',
    );
    return undefined;
  }

  facts(): DocumentFacts {
    const marks = {
      references: this.#references,
      definitions: this.#definitions,
      undefinedMarks: this.#undefinedMarks,
    };
    return {
      anchors: [...this.#anchors],
      headings: this.#headings,
      links: this.#links,
      assets: [...this.#assets.values()],
      inline: this.#inline,
      excerpt: this.#excerpt,
      resolved: [...this.#resolved],
      absent: this.#absent,
      ownIds: this.#hasRawIds ? 'raw' : this.#headings.length > 0 ? 'headings' : 'none',
      faults: [...this.#faults, ...footnoteFaults(marks, this.document.file)],
    };
  }

  #rawImage(tag: string, bodyLine: number): string {
    const attributes = attributesOf(tag);
    const src = attributes.get('src') ?? '';
    const alt = attributes.get('alt');
    if (alt === undefined) {
      this.#fault(
        this.#line(bodyLine),
        `the picture ${src} has no alt text`,
        'words that say what it shows',
        'write alt="what it shows", or alt="" if it only decorates',
      );
    }
    if (isElsewhere(src)) return src.startsWith('data:') ? tag : remoteImage(src, alt ?? '', false);
    const file = this.imageFile(src, this.#line(bodyLine));
    return file === undefined ? tag : imagePlaceholder(file, alt ?? '', attributes.get('title'));
  }

  #internal(path: string, fragment: string, line: number, url: string): string {
    this.#links.push({ path, fragment: decoded(fragment), line });
    return url;
  }

  #toMarkdown(file: string, fragment: string, line: number, url: string): string {
    const path = this.#context.pathOf(file);
    if (path === undefined) {
      this.#fault(
        line,
        `a link to ${url}, which is no entry or page`,
        `a Markdown file of this journal (${file} is none)`,
        'correct the link',
      );
      return url;
    }
    this.#resolved.set(file, path);
    return this.#internal(
      path,
      fragment,
      line,
      `${encodeURI(path)}${fragment === '' ? '' : `#${fragment}`}`,
    );
  }

  #fault(line: number, what: string, expected: string, cure: string): void {
    this.#faults.push({ file: this.document.file, line, what, expected, cure });
  }

  #line(bodyLine: number): number {
    return bodyLine + this.#firstLine - 1;
  }
}

/** Whether a picture is on another host, or in the address itself. */
export function isElsewhere(url: string): boolean {
  return /^((https?:)?\/\/|data:)/i.test(url);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;
const blank = (text: string) => text.replace(/[^\n]/g, ' ');

function linesBefore(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}
