import type { ChatView } from '../../chat/view.ts';
import type { FileView, ListedFile, SceneView, StoryView } from '../../server/view.ts';
import type { AskedWish } from '../../server/wishes.ts';

/** What the server tells, by the name under which it comes. */
export interface Told {
  'chat-bot': ChatView;
  'chat-group': ChatView;
  'chat-channel': ChatView;
  'chat-comments': ChatView;
  files: readonly ListedFile[];
  /** The file that changed last. */
  file: FileView | null;
  story: StoryView;
  scene: SceneView;
  notice: { readonly text: string };
  /** How everything stands was told. */
  ready: null;
}

/** Hears what the server tells, from now on and how it stands; the browser connects again by itself. */
export class Teller {
  readonly #events = new EventSource('events');

  on<Name extends keyof Told>(name: Name, hear: (told: Told[Name]) => void): void {
    this.#events.addEventListener(name, ({ data }) => hear(JSON.parse(data)));
  }

  /** Whether the server is there. */
  onLink(hear: (isThere: boolean) => void): void {
    this.#events.addEventListener('open', () => hear(true));
    this.#events.addEventListener('error', () => hear(false));
  }
}

/** Asks the server for something. @throws with the server's words where it cannot be. */
export async function ask<Answer = unknown>(wish: AskedWish): Promise<Answer> {
  return post('wish', JSON.stringify(wish), 'application/json');
}

/** Gives the server a file for a message. @returns its name there. */
export async function upload(file: File): Promise<string> {
  const path = `upload?name=${encodeURIComponent(file.name)}`;
  const { file: name } = await post<{ file: string }>(path, file, file.type);
  return name;
}

/** A text of the journal. */
export async function fileNamed(name: string): Promise<FileView | null> {
  return answerOf(await fetch(`file?name=${encodeURIComponent(name)}`));
}

async function post<Answer>(path: string, body: BodyInit, type: string): Promise<Answer> {
  const headers = { 'content-type': type || 'application/octet-stream' };
  return answerOf(await fetch(path, { method: 'POST', headers, body }));
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer?.error ?? response.statusText);
  return answer;
}
