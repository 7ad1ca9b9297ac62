import { decoded, resolveContentPath } from '#journal/contentPath.ts';
import type { Named } from '#journal/names.ts';
import { slugify } from '#journal/slug.ts';
import type { WikiLink } from '#journal/wikiLink.ts';
import type { DocumentContext, DocumentFacts, InternalLink, SourceDocument } from './document.ts';
import { filePlaceholder } from './placeholder.ts';
import type { TextFaults } from './textFaults.ts';

/** Resolves, while a body is parsed, what its links, pictures and recordings lead to, and collects it. */
export class Addresses {
  readonly #document: SourceDocument;
  readonly #context: DocumentContext;
  readonly #faults: TextFaults;
  readonly #links: InternalLink[] = [];
  readonly #assets = new Map<string, { file: string; as: 'image' | 'file' }>();
  readonly #absent: string[] = [];
  readonly #resolved = new Map<string, string>();
  readonly #named = new Map<string, string>();
  readonly #wanted: { name: string; line: number }[] = [];

  constructor(document: SourceDocument, context: DocumentContext, faults: TextFaults) {
    this.#document = document;
    this.#context = context;
    this.#faults = faults;
  }

  /** Takes over what was found in another text of the same document. */
  include(inside: Addresses): void {
    this.#links.push(...inside.#links);
    this.#absent.push(...inside.#absent);
    for (const [key, asset] of inside.#assets) this.#assets.set(key, asset);
    for (const [file, path] of inside.#resolved) this.#resolved.set(file, path);
    for (const [name, path] of inside.#named) this.#named.set(name, path);
    this.#wanted.push(...inside.#wanted);
  }

  /** Takes the address of a link; the answer is the address to put into the page. */
  link(url: string, bodyLine: number): string {
    const own = url.startsWith(`${this.#context.siteUrl}/`)
      ? url.slice(this.#context.siteUrl.length)
      : url;
    if (/^[a-z][a-z0-9+.-]*:/i.test(own) || own.startsWith('//')) return url;
    const [address = '', fragment = ''] = splitOnce(own, '#');
    const [pathname = '', query] = splitOnce(address, '?');
    const line = this.#faults.line(bodyLine);
    if (pathname === '') return this.#internal('', fragment, line, own);
    if (pathname.startsWith('/')) return this.#internal(decoded(pathname), fragment, line, own);
    const target = resolveContentPath(this.#document.folder, decoded(pathname));
    if (/\.mdx?$/.test(target)) return this.#toMarkdown(target, fragment, line, url);
    if (this.#context.hasFile(target)) {
      // A camera's file tells where it was taken: a linked picture is served as the site makes it, without that.
      const as = /\.(jpe?g|png|webp|avif)$/i.test(target) ? 'image' : 'file';
      this.#assets.set(`${as}:${target}`, { file: target, as });
      return filePlaceholder(target);
    }
    this.#absent.push(target);
    const path = `/${resolveContentPath(this.#document.path.slice(1), decoded(pathname))}`;
    return this.#internal(
      path,
      fragment,
      line,
      `${encodeURI(path)}${query === undefined ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`,
    );
  }

  /** Takes a name in double brackets; the answer is the address of what it names, or undefined if that is wanted. */
  wikiLink({ name }: WikiLink, bodyLine: number): string | undefined {
    const line = this.#faults.line(bodyLine);
    const [base = '', heading] = this.#find(name).is === 'wanted' ? splitLast(name, '#') : [name];
    const fragment = heading === undefined ? '' : slugify(heading, 'section');
    if (base === '') return this.#internal('', fragment, line, `#${fragment}`);
    const named = this.#find(base);
    this.#named.set(base, named.is === 'found' ? named.path : '');
    if (named.is === 'found') {
      const address = `${encodeURI(named.path)}${fragment === '' ? '' : `#${fragment}`}`;
      return this.#internal(named.path, fragment, line, address);
    }
    if (named.is === 'wanted') this.#wanted.push({ name, line });
    else
      this.#faults.add(
        line,
        `[[${name}]], which names ${named.files.join(' and ')}`,
        'a name that only one document has',
        `write the file, such as [[${named.files[0]?.replace(/(\/index)?\.mdx?$/, '')}|${name}]]`,
      );
    return undefined;
  }

  /** The file beside the document that a relative address means; undefined where there is none. */
  fileAt(url: string): string | undefined {
    const file = resolveContentPath(this.#document.folder, decoded(url.split(/[?#]/)[0] ?? ''));
    return !url.startsWith('/') && this.#context.hasFile(file) ? file : undefined;
  }

  /** Takes a picture; the answer is its file, or undefined for one on another host or one that is missing. */
  image(url: string, alt: string, source: string, bodyLine: number): string | undefined {
    const line = this.#faults.line(bodyLine);
    // `![ ](x)` is how Markdown says "explicitly empty"; a bare `![](x)` was forgotten.
    if (alt === '' && /^!\[\]/.test(source)) {
      this.#faults.add(
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
    const file = resolveContentPath(this.#document.folder, pathname);
    if (this.#context.hasFile(file)) {
      this.#assets.set(`image:${file}`, { file, as: 'image' });
      return file;
    }
    this.#faults.add(
      line,
      `the picture ${url} is missing`,
      `the file ${file}`,
      'put the file there, or correct the name',
    );
    return undefined;
  }

  /** Resolves the file of a picture in raw HTML; undefined for one of the public folder, and for one that is missing. */
  pictureFile(url: string, bodyLine: number): string | undefined {
    return this.imageFile(url, this.#faults.line(bodyLine));
  }

  /** The address of a picture in raw HTML that is shown as it is, such as what stands for a video. */
  picture(url: string, bodyLine: number): string | undefined {
    if (isElsewhere(url)) return url.startsWith('data:') ? url : this.#remote(url, bodyLine);
    if (url.startsWith('#')) return undefined;
    const file = this.imageFile(url, this.#faults.line(bodyLine));
    return file === undefined ? undefined : filePlaceholder(file);
  }

  /** The address of a recording in raw HTML. */
  media(url: string, bodyLine: number): string {
    if (isElsewhere(url)) return url.startsWith('data:') ? url : this.#remote(url, bodyLine);
    if (url.startsWith('/') || this.fileAt(url) !== undefined) return this.link(url, bodyLine);
    const file = resolveContentPath(this.#document.folder, decoded(splitOnce(url, '?')[0] ?? ''));
    this.#faults.add(
      this.#faults.line(bodyLine),
      `the file ${url} is missing`,
      `the file ${file}`,
      'put the file there, or correct the name',
    );
    return url;
  }

  facts(): Pick<DocumentFacts, 'links' | 'assets' | 'resolved' | 'named' | 'wanted' | 'absent'> {
    return {
      links: this.#links,
      assets: [...this.#assets.values()],
      resolved: [...this.#resolved],
      named: [...this.#named],
      wanted: this.#wanted,
      absent: this.#absent,
    };
  }

  #remote(url: string, bodyLine: number): string {
    this.#faults.add(
      this.#faults.line(bodyLine),
      `${url}, which is on another host`,
      'a file beside the entry: pages load nothing from elsewhere',
      'put the file there, or write a link',
    );
    return url;
  }

  #find(name: string): Named {
    return this.#context.find(name);
  }

  #internal(path: string, fragment: string, line: number, url: string): string {
    this.#links.push({ path, fragment: decoded(fragment), line });
    return url;
  }

  #toMarkdown(file: string, fragment: string, line: number, url: string): string {
    const path = this.#context.pathOf(file);
    if (path === undefined) {
      this.#faults.add(
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
}

/** Whether a picture is on another host, or in the address itself. */
export function isElsewhere(url: string): boolean {
  return /^((https?:)?\/\/|data:)/i.test(url);
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function splitLast(text: string, separator: string): [string, string | undefined] {
  const at = text.lastIndexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
