import { CommentFiles } from '../comments/commentFile.ts';
import { CommentStore } from '../comments/commentStore.ts';
import { PeopleFile } from '../content/peopleFile.ts';
import { Changes } from '../drafts/changes.ts';
import { DraftStore } from '../drafts/draftStore.ts';
import { Drafts } from '../drafts/drafts.ts';
import { KnownAddresses } from '../drafts/knownAddress.ts';
import { PastedParts } from '../drafts/pastedParts.ts';
import { Waiting } from '../drafts/waiting.ts';
import { askOnce, type GroupRoom } from '../groups/groupTools.ts';
import { PickStore } from '../groups/pickStore.ts';
import { Dialogue } from '../owner/dialogue/dialogue.ts';
import type { Ground } from './ground.ts';
import type { UpdateTools } from './updateTools.ts';

/** Parts that chat needs and others have made. */
type MadeParts = Pick<
  UpdateTools,
  'inbox' | 'outbox' | 'directPosts' | 'memory' | 'notices' | 'builds' | 'publishHook' | 'mirror'
> & { readonly known: Pick<GroupRoom, 'audience' | 'store'> };

/** Wires what deals with chats. Calls nothing. */
export function chatParts(ground: Ground, { known, ...made }: MadeParts): UpdateTools {
  const { config, api, database, clock, lock } = ground;
  const store = new DraftStore(database);
  const changes = new Changes(database, config.contentFolder, lock);
  return {
    ...ground,
    ...made,
    store,
    drafts: new Drafts(changes, store, config.contentFolder, lock),
    pasted: new PastedParts(database),
    waiting: new Waiting(database, clock),
    changes,
    dialogue: new Dialogue(database),
    addresses: new KnownAddresses(database, clock),
    groups: {
      ...known,
      picks: new PickStore(database),
      people: new PeopleFile(config.contentFolder, lock),
      username: askOnce(async () => (await api.getMe()).username),
    },
    comments: {
      store: new CommentStore(database),
      files: new CommentFiles(config.contentFolder, lock),
    },
  };
}
