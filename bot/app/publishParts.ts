import { Lock } from '../base/lock.ts';
import { pathOnDisk } from '../content/contentFolder.ts';
import { unfinishedWords } from '../mirror/heldWords.ts';
import type { MirrorParts } from '../mirror/mirrorParts.ts';
import { Builds } from '../publish/builds.ts';
import { PublishBacklog } from '../publish/publishBacklog.ts';
import { createPublishHook, NotYetError, type PublishHook } from '../publish/publishHook.ts';
import { Schedule } from '../publish/scheduledEntries.ts';
import type { Ground } from './ground.ts';

/** Wires the parts that carry on what is published. Calls nothing. */
export function publishParts(ground: Ground, { tree }: MirrorParts) {
  const { config, database, clock, lock, signal } = ground;
  const hook = createPublishHook(config.publish, config.contentFolder, clock, signal, lock);
  // Git cannot run beside itself. It keeps nobody waiting while it talks to its remote, nor does a command of the owner's.
  const hookLock = new Lock();
  const finishedHook: PublishHook = async (...published) => {
    const unfinished = config.publish.mode === 'none' ? undefined : await tree.unfinished();
    if (unfinished) throw new NotYetError(unfinishedWords(unfinished));
    return hookLock.run(() => hook(...published));
  };
  const builds = new Builds(database, clock);
  const backlog = new PublishBacklog(database);
  return {
    builds,
    backlog,
    schedule: new Schedule(database),
    publishHook: backlog.noting(builds.noting(finishedHook)),
    onDisk: (file: string) => pathOnDisk(config.contentFolder, file),
  };
}
