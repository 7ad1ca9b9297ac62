import type { Api } from 'grammy';
import type { PeopleFile } from '../content/peopleFile.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Channel } from '../outbox/channel.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { PublishTools } from '../publish/publishTools.ts';
import type { CommentFiles } from './commentFile.ts';
import type { CommentStore } from './commentStore.ts';

/** What dealing with comments takes. */
export interface CommentTools extends PublishTools {
  readonly api: Api;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly channel: Channel | undefined;
  /** Where comments are kept. */
  readonly comments: { readonly store: CommentStore; readonly files: CommentFiles };
  readonly groups: { readonly people: PeopleFile };
}
