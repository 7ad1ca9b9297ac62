import { dirname, relative } from 'node:path/posix';
import { type Address, readAddress, readNamed, withinSite } from '#journal/address/address.ts';
import { isInlineMedia, linkSchemeWords } from '#journal/address/scheme.ts';
import type { WikiLink } from '#journal/text/inline/wikiLink.ts';
import type {
  DocumentContext,
  DocumentFacts,
  InternalLink,
  SourceDocument,
  UsedFile,
} from './document.ts';
import { filePlaceholder } from './placeholder.ts';
import type { TextFaults } from './textFaults.ts';

/** Resolves, while a body is parsed, what its links, pictures and recordings lead to, and collects it. */
export class Addresses {
  /** Whether a spoiler hides what is taken next. */
  isHidden = false;
  readonly #document: SourceDocument;
  readonly #context: DocumentContext;
  readonly #faults: TextFaults;
  readonly #links: InternalLink[] = [];
  readonly #assets = new Map<string, UsedFile>();
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
    for (const asset of inside.#assets.values()) this.#use(asset);
    for (const [file, path] of inside.#resolved) this.#resolved.set(file, path);
    for (const [name, path] of inside.#named) this.#named.set(name, path);
    this.#wanted.push(...inside.#wanted);
  }

  /** Takes the address of a link; the answer is the address to put into the page, or empty where there can be no link. */
  link(url: string, bodyLine: number): string {
    const line = this.#faults.line(bodyLine);
    const address = this.#read(url);
    switch (address.is) {
      case 'elsewhere':
        return url;
      case 'refused':
        this.#refuse(url, line);
        return '';
      case 'nowhere':
        this.#faults.add(
          'dead-file-link',
          line,
          `a link to ${url}, which is no entry or page`,
          `a Markdown file of this journal (${address.file} is none)`,
          this.#cureOf(address.file, 'correct the link'),
        );
        return '';
      case 'file': {
        // A camera's file tells where it was taken: a linked picture is served as the site makes it, without that.
        const as = /\.(jpe?g|png|webp|avif)$/i.test(address.file) ? 'image' : 'file';
        this.#use({ file: address.file, as, line, ...this.#hidden });
        return filePlaceholder(address.file, address.suffix);
      }
      case 'document':
        this.#resolved.set(address.file, address.path);
        return this.#internal(address, line);
      case 'place':
        if (address.absent !== undefined) this.#absent.push(address.absent);
        return this.#internal(address, line);
    }
  }

  /** Takes a name in double brackets; the answer is the address of what it names, or undefined if that is wanted. */
  wikiLink({ name: written }: WikiLink, bodyLine: number): string | undefined {
    const line = this.#faults.line(bodyLine);
    const { name, named, fragment, href } = readNamed(
      written,
      (one) => this.#context.find(one),
      this.#context,
    );
    if (name !== '') this.#named.set(name, named.is === 'found' ? named.path : '');
    if (named.is === 'found')
      return this.#internal({ path: named.path, fragment, href: href ?? '' }, line);
    if (named.is === 'wanted') this.#wanted.push({ name: written, line });
    else
      this.#faults.add(
        'ambiguous-name',
        line,
        `[[${written}]], which names ${fewOf(named.files)}`,
        'a name that only one document has',
        `write the file, such as [[${named.files[0]?.replace(/(\/index)?\.mdx?$/, '')}|${written}]]`,
      );
    return undefined;
  }

  /** What to do where there is no such file. */
  #cureOf(file: string | undefined, otherwise: string): string {
    const near = file === undefined ? undefined : this.#context.nearFile?.(file);
    if (near === undefined) return otherwise;
    const way = encodeURI(relative(dirname(this.#document.file), near));
    return `did you mean "${way.replace(/[?#]/g, encodeURIComponent)}"?`;
  }

  /** The file beside the document that a relative address means; undefined where there is none. */
  fileAt(url: string): string | undefined {
    const address = this.#read(url);
    return address.is === 'file' ? address.file : undefined;
  }

  /** An address of the journal's own as it is seen from the root of the site; any other as it is. */
  within(url: string): string {
    const { siteUrl, formerly } = this.#context;
    return isInlineMedia(url) ? url : (withinSite(url, { url: siteUrl, formerly }) ?? url);
  }

  /** The path at which a file is served that is not beside the document; undefined for one elsewhere, or that is missing. */
  shownAt(url: string): string | undefined {
    const address = this.#read(url);
    return address.is === 'place' && address.absent === undefined ? address.href : undefined;
  }

  /** Whether a picture is on another host. */
  isElsewhere(url: string): boolean {
    return this.#read(url).is === 'elsewhere';
  }

  /** Takes a picture; the answer is its file, or undefined for one on another host or one that is missing. */
  image(url: string, alt: string, source: string, bodyLine: number): string | undefined {
    const line = this.#faults.line(bodyLine);
    // `![ ](x)` is how Markdown says "explicitly empty"; a bare `![](x)` was forgotten.
    if (alt === '' && /^!\[\]/.test(source)) {
      this.#faults.add(
        'missing-alt',
        line,
        `the picture ${url} has no alt text`,
        'words that say what it shows',
        'write ![what it shows](…), or ![ ](…) if it only decorates',
      );
    }
    return this.isElsewhere(url) || isInlineMedia(url) ? undefined : this.imageFile(url, line);
  }

  /** Resolves the file of a picture (`line` is the file's), with a fault where it is missing. */
  imageFile(url: string, line: number): string | undefined {
    const address = this.#read(url);
    if (address.is === 'file') {
      this.#use({ file: address.file, as: 'image', line });
      return address.file;
    }
    if (address.is === 'refused') {
      this.#refuse(url, line);
      return undefined;
    }
    if (address.is === 'place' && address.absent === undefined) {
      this.#links.push({ path: address.path, fragment: '', line, isFile: true });
      return undefined;
    }
    this.#missing('missing-picture', `the picture ${url}`, address, line);
    return undefined;
  }

  /** Resolves the file of a picture in raw HTML; undefined for one of the public folder, and for one that is missing. */
  pictureFile(url: string, bodyLine: number): string | undefined {
    return this.imageFile(url, this.#faults.line(bodyLine));
  }

  /** Whether an address is one that {@link link} answers with nothing. */
  isRefused(url: string): boolean {
    const { is } = this.#read(url);
    return is === 'refused' || is === 'nowhere';
  }

  /** The address of a picture in raw HTML that is shown as it is, such as what stands for a video; undefined where it is missing. */
  picture(url: string, bodyLine: number): string | undefined {
    if (isInlineMedia(url)) return url;
    if (this.isElsewhere(url)) return this.#remote(url, bodyLine);
    if (url.startsWith('#')) return url;
    const file = this.imageFile(url, this.#faults.line(bodyLine));
    return file === undefined ? this.shownAt(url) : filePlaceholder(file);
  }

  /** The address of a recording in raw HTML; empty where nothing can be played. */
  media(url: string, bodyLine: number): string {
    if (isInlineMedia(url)) return url;
    const address = this.#read(url);
    if (address.is === 'elsewhere') return this.#remote(url, bodyLine);
    if (address.is === 'file' || address.is === 'refused') return this.link(url, bodyLine);
    if (address.is === 'place' && address.absent === undefined) {
      const line = this.#faults.line(bodyLine);
      this.#links.push({ path: address.path, fragment: '', line, isFile: true, ...this.#hidden });
      return address.href;
    }
    this.#missing('missing-file', `the file ${url}`, address, this.#faults.line(bodyLine));
    return '';
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

  #use(used: UsedFile): void {
    const key = `${used.as}:${used.file}`;
    const known = this.#assets.get(key);
    if (!known) this.#assets.set(key, used);
    else if (known.hidden && !used.hidden) this.#assets.set(key, { ...used, line: known.line });
  }

  get #hidden(): { readonly hidden?: true } {
    return this.isHidden ? { hidden: true } : {};
  }

  /** The address of what another program shows within the page, which an address in itself would bring along. */
  embedded(url: string, bodyLine: number): string {
    return isInlineMedia(url) ? this.link(url, bodyLine) : this.media(url, bodyLine);
  }

  #refuse(url: string, line: number): void {
    this.#faults.add(
      'bad-address',
      line,
      `the address ${shortened(url)}, which no page may have`,
      linkSchemeWords,
      'correct the address, or write the words alone',
    );
  }

  #remote(url: string, bodyLine: number): '' {
    this.#faults.add(
      'remote-media',
      this.#faults.line(bodyLine),
      `${url}, which is on another host`,
      'a file beside the entry: pages load nothing from elsewhere',
      'put the file there, or write a link',
    );
    return '';
  }

  #read(url: string): Address {
    return readAddress(url, this.#document, this.#context);
  }

  #missing(
    kind: 'missing-picture' | 'missing-file',
    named: string,
    address: Address,
    line: number,
  ): void {
    const absent = address.is === 'place' ? address.absent : undefined;
    const cure = this.#cureOf(absent, 'put the file there, or correct the name');
    this.#faults.add(kind, line, `${named} is missing`, `the file ${this.#meantBy(address)}`, cure);
  }

  /** The file that is not there, for a fault. */
  #meantBy(address: Address): string {
    if (address.is === 'place') return address.absent ?? address.path;
    return address.is === 'elsewhere' || address.is === 'refused'
      ? 'beside the entry'
      : address.file;
  }

  #internal(
    { path, fragment, href }: { path: string; fragment: string; href: string },
    line: number,
  ): string {
    this.#links.push({ path, fragment, line, ...this.#hidden });
    return href;
  }
}

/** Data in an address may go on for pages. */
function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 60)}…` : url;
}

/** The first of them, and how many more there are: each of a thousand faults may name a thousand. */
function fewOf(files: readonly string[]): string {
  const shown = files.length > 3 ? files.slice(0, 2) : files;
  const more = files.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' and ');
}
