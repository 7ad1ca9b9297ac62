import { existsSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { isContentName } from '#journal/content/contentName.ts';
import { reasonOf } from '#journal/content/folder.ts';
import type { FileSystem } from '#journal/content/folderWalk.ts';
import { tellWhatWasMissed } from './firstLooks.ts';
import type { WatchedFolder } from './watchedFolder.ts';

/** A content folder of which changes are told. */
export interface ChangingContent<Loaded> {
  /** Absolute, real path. */
  readonly root: string;
  /** Milliseconds since 1970, before it was read first. */
  readonly readAt: number;
  /** Undefined where the server's own watcher looks after it: it can ask, again and again, where systems tell nothing. */
  readonly folder: WatchedFolder | undefined;
  /** Reads it again. */
  reload(fileSystem?: FileSystem): Promise<Loaded>;
  /** Tells a failure that is no fault of a single file. */
  tell(failure: string): void;
}

/** What tells of changes. */
export interface ContentChanges<Loaded> {
  /** How long it takes until nothing more is told of one save. */
  readonly settleMilliseconds: number;
  /** Reads the folder again, with what was told of it until now. */
  read(): Promise<Loaded>;
}

/** Calls `changed` whenever something is written in the content folder, until the server closes. */
export function changesOf<Loaded>(
  server: ViteDevServer,
  content: ChangingContent<Loaded>,
  changed: () => void,
): ContentChanges<Loaded> {
  const isContent = (path: string) =>
    isContentName(relative(content.root, path).split(sep).join('/'));
  const { folder } = content;
  return folder
    ? toldBySystem(server, { ...content, folder, isContent }, changed)
    : toldByServer(server, { ...content, isContent }, changed);
}

/** The folder as its hearers have it. */
interface HeardContent<Loaded> extends ChangingContent<Loaded> {
  isContent(path: string): boolean;
}

/** Two writes of one save, as of a file that is emptied and filled, are less apart. */
const usualSettleMilliseconds = 20;

function toldBySystem<Loaded>(
  server: ViteDevServer,
  { folder, isContent, reload, tell }: HeardContent<Loaded> & { readonly folder: WatchedFolder },
  changed: () => void,
): ContentChanges<Loaded> {
  const saved = new Set<string>();
  closeWith(server, () => folder.close());
  folder.hear({
    changed(path) {
      if (!isContent(path)) return;
      saved.add(path);
      changed();
    },
    failed: (path, error) => tell(unwatchedWords(path, error)),
  });
  return {
    settleMilliseconds: usualSettleMilliseconds,
    async read() {
      for (const path of saved)
        if (folder.has(path) && existsSync(path)) tellServer(server, 'change', path);
      saved.clear();
      const { result, news } = await folder.read(reload);
      for (const path of news.added) tellServer(server, 'add', path);
      for (const path of news.removed) tellServer(server, 'unlink', path);
      return result;
    },
  };
}

/** Chokidar swallows a change that comes within 50 ms after another one of the same file: the load waits it out. */
const swallowedMilliseconds = 55;

function toldByServer<Loaded>(
  { watcher }: ViteDevServer,
  content: HeardContent<Loaded>,
  changed: () => void,
): ContentChanges<Loaded> {
  watcher.add(content.root);
  watcher.on('all', (_, path) => {
    if (content.isContent(path)) changed();
  });
  // A folder that went meanwhile is told by the watcher.
  tellWhatWasMissed({ ...content, watcher }, changed).catch(() => undefined);
  return { settleMilliseconds: swallowedMilliseconds, read: () => content.reload() };
}

/** Modules of the server are made of documents, and of what those import. */
function tellServer({ watcher }: ViteDevServer, event: string, path: string): void {
  watcher.emit(event, path);
  watcher.emit('all', event, path);
}

function closeWith(server: ViteDevServer, close: () => void): void {
  const closeServer = server.close.bind(server);
  server.close = async () => {
    close();
    await closeServer();
  };
}

function unwatchedWords(path: string, error: unknown): string {
  return `${path} cannot be watched (${reasonOf(error)}): what is written there shows once "npm run dev" is started again, or with CHOKIDAR_USEPOLLING=1 set`;
}
