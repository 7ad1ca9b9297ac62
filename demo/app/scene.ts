import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../src/files/replaceFile.ts';
import type { Call } from '../../telegram-double/index.ts';
import type { Cast } from '../chat/cast.ts';
import { chatViews } from '../chat/chatViews.ts';
import { grantWish } from '../chat/grantWish.ts';
import { Uploads } from '../chat/uploads.ts';
import type { ChatWish } from '../chat/wishes.ts';
import type { DemoFolder } from '../folder/demoFolder.ts';
import { followedChange } from '../folder/followed.ts';
import { pageAddress } from '../folder/pageAddress.ts';
import { type FileChange, isTextName, WatchedFolder } from '../folder/watchedFolder.ts';
import type { ShownFile } from '../server/demoServer.ts';
import { difference } from '../server/difference.ts';
import type { Events } from '../server/events.ts';
import type { FileView, ListedFile, SceneView, StoryView } from '../server/view.ts';
import { type Wish, wishSchema } from '../server/wishes.ts';
import { factsOf, Witness } from '../story/facts.ts';
import { doneSteps, nextStep } from '../story/steps.ts';
import { type Stage, takeStep } from '../story/takeStep.ts';

/** A bot that says nothing for so long has nothing to say. */
const busyMilliseconds = 6_000;
const saveMilliseconds = 300;
const tellMilliseconds = 15;

const pictureTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
};

/** All that the page shows and does: chats, files and the story, kept in step with what really happens. */
export class Scene {
  readonly #cast: Cast;
  readonly #folder: DemoFolder;
  readonly #events: Events;
  readonly #watched: WatchedFolder;
  readonly #witness = new Witness();
  readonly #uploads = new Uploads();
  readonly #shownFolder: string;
  /** The emoji that somebody put below a message last, by chat, message and person. */
  readonly #reactions = new Map<string, string>();
  #state: Omit<SceneView, 'folder'> = { isSiteUp: false };
  #busySince = 0;
  #telling: NodeJS.Timeout | undefined;
  #saving: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(cast: Cast, folder: DemoFolder, events: Events, shownFolder: string) {
    this.#cast = cast;
    this.#folder = folder;
    this.#events = events;
    this.#shownFolder = shownFolder;
    this.#watched = new WatchedFolder(folder.content, () => this.#soon());
  }

  async start(): Promise<void> {
    await this.#watched.start();
    this.#cast.api.onCall((call) => this.#hear(call));
    this.#tell();
  }

  /** Keeps the chats, and ends. */
  stop(): void {
    this.#isEnded = true;
    this.#watched.stop();
    clearTimeout(this.#telling);
    this.save();
  }

  /** Keeps what stands in the chats for the next start. */
  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    try {
      replaceFile(this.#folder.chats, this.#cast.api.records.saved());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#events.news('notice', { text: `The chats could not be kept: ${reason}` });
    }
  }

  /** Says how the demo stands as a whole. */
  say(state: Partial<Omit<SceneView, 'folder'>>): void {
    this.#state = { ...this.#state, ...state };
    this.#soon();
  }

  /** A page of the site was shown. */
  sees(path: string): void {
    this.#witness.sees(path, Date.now());
    this.#soon();
  }

  /** Does what the page asks for. */
  async grant(asked: unknown): Promise<unknown> {
    const wish = wishSchema.parse(asked);
    try {
      return await this.#grant(wish);
    } finally {
      this.#soon();
    }
  }

  upload(bytes: Uint8Array, type: string, fileName: string): string {
    return this.#uploads.add(bytes, type, fileName);
  }

  /** A file of the chats. What no browser shows harmlessly comes as bytes. */
  media(id: string): ShownFile | undefined {
    const file = this.#cast.api.records.file(id);
    if (!file?.bytes) return undefined;
    const type = file.kind === 'photo' ? 'image/jpeg' : (file.mimeType ?? '');
    const isHarmless = /^(image\/(jpeg|png|webp|gif)|(video|audio)\/[\w.+-]+)$/.test(type);
    return { bytes: file.bytes, type: isHarmless ? type : 'application/octet-stream' };
  }

  async picture(file: string): Promise<ShownFile | undefined> {
    const type = pictureTypes[/\.\w+$/.exec(file)?.[0].toLowerCase() ?? ''];
    if (type === undefined || !this.#watched.texts.has(file)) return undefined;
    return { type, bytes: await readFile(join(this.#folder.content, file)) };
  }

  /** A text of the journal, with what changed in it last. */
  text(file: string): FileView | undefined {
    const text = this.#watched.texts.get(file);
    const change = this.#watched.changes.find((one) => one.file === file);
    if (text === undefined || change) return change && this.#fileView(change);
    return this.#fileView({ file, kind: 'there', at: 0, before: text, text });
  }

  async #grant(wish: Wish): Promise<unknown> {
    switch (wish.wish) {
      case 'save':
        return this.#write(wish);
      case 'step': {
        this.#busySince = Date.now();
        const address = await takeStep(wish.step, this.#stage());
        if (wish.step === 'edit') await this.#watched.look();
        return { address };
      }
      default:
        if (wish.chat === 'bot' || wish.wish === 'forward') this.#busySince = Date.now();
        return grantWish(this.#toggled(wish), this.#cast, this.#uploads);
    }
  }

  /** Who reacts with the same emoji again takes it back. */
  #toggled(wish: ChatWish): ChatWish {
    if (wish.wish !== 'react') return wish;
    const { emoji, ...back } = wish;
    const place = `${wish.chat} ${wish.message} ${wish.as}`;
    const isBack = emoji === undefined || this.#reactions.get(place) === emoji;
    if (isBack) this.#reactions.delete(place);
    else this.#reactions.set(place, emoji);
    return isBack ? back : wish;
  }

  async #write({ file, before, text }: Extract<Wish, { wish: 'save' }>): Promise<void> {
    await this.#watched.look();
    const known = this.#watched.texts.get(file);
    if (known === undefined || !isTextName(file)) throw new Error(`${file} is no longer there`);
    if (known !== before)
      throw new Error(`${file} says something else by now: copy what you wrote, and open it anew`);
    replaceFile(join(this.#folder.content, file), text);
    await this.#watched.look();
  }

  #hear({ method, parameters, answer }: Call): void {
    const isChange = /^(send|edit|delete|copy|forward|set|answer|pin|unpin)/.test(method);
    if (!isChange || answer?.ok !== true) return;
    if (Number(parameters['chat_id']) === this.#cast.owner.id) this.#busySince = 0;
    if (method === 'answerCallbackQuery' && parameters['text'] !== undefined)
      this.#events.news('notice', { text: String(parameters['text']) });
    this.#soon();
  }

  #soon(): void {
    // Nothing is written to a folder that others may remove by then.
    if (this.#isEnded) return;
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#tell();
    }, tellMilliseconds);
  }

  #tell(): void {
    const isBusy = Date.now() - this.#busySince < busyMilliseconds;
    if (isBusy) setTimeout(() => this.#soon(), busyMilliseconds).unref();
    for (const chat of chatViews(this.#cast, (name) => isBusy && name === 'bot'))
      this.#events.state(`chat-${chat.name}`, chat);
    const changes = this.#watched.changes;
    this.#events.state(
      'files',
      changes.map((change) => this.#listed(change)),
    );
    const newest = followedChange(changes, this.#folder.sample);
    this.#events.state('file', newest ? this.#fileView(newest) : null);
    this.#events.state('story', this.#story());
    this.#events.state('scene', { ...this.#state, folder: this.#shownFolder });
    this.#saving ??= setTimeout(() => this.save(), saveMilliseconds);
  }

  #story(): StoryView {
    const done = doneSteps(factsOf(this.#stage()));
    const next = nextStep(done);
    return { done: [...done], ...(next !== undefined && { next }) };
  }

  #stage(): Stage {
    const changes = new Map(this.#watched.changes.map(({ file, at }) => [file, at]));
    return {
      cast: this.#cast,
      texts: this.#watched.texts,
      sample: this.#folder.sample,
      witness: this.#witness,
      now: Date.now(),
      changedAt: (file) => changes.get(file) ?? 0,
      contentFolder: this.#folder.content,
    };
  }

  #listed({
    file,
    kind,
    at,
  }: Pick<FileChange, 'file' | 'at'> & { kind: ListedFile['kind'] }): ListedFile {
    const address = pageAddress(file, this.#watched.texts);
    const isText = isTextName(file);
    return { file, kind, at, isText, ...(address !== undefined && { address }) };
  }

  #fileView(change: Omit<FileChange, 'kind'> & { kind: ListedFile['kind'] }): FileView {
    const { before, text } = change;
    return { ...this.#listed(change), lines: difference(before, text), text };
  }
}
