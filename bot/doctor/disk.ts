import { stat, statfs } from 'node:fs/promises';
import { type Finding, fault, well } from './finding.ts';

const leastFreeMegabytes = 200;

/** Whether there is room on the disks of these folders, each looked at once, and whether the first is one of this machine. */
export async function examineDisks(folders: readonly string[]): Promise<Finding[]> {
  const devices = new Set<number>();
  const findings: Finding[] = [];
  for (const [place, folder] of folders.entries()) {
    const device = await stat(folder).then(
      ({ dev }) => dev,
      () => undefined,
    );
    // A folder that is not there has been told.
    if (device === undefined || devices.has(device)) continue;
    devices.add(device);
    findings.push(...(await examineDisk(folder, place === 0)));
  }
  return findings;
}

async function examineDisk(folder: string, isForDatabase: boolean): Promise<Finding[]> {
  const { bavail, bsize, type } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  const network = isForDatabase && process.platform === 'linux' ? networkDisk(type) : undefined;
  const cure = `Make room: expected ${leastFreeMegabytes} MB or more.`;
  const room =
    free >= leastFreeMegabytes
      ? well('disk', `${free} MB free for ${folder}`)
      : fault('disk', `${free} MB free for ${folder}`, cure);
  if (network === undefined) return [room];
  const elsewhere = fault(
    'disk',
    `${folder} is on a network drive (${network}), where databases break`,
    'Stop the bot, copy the folder to a disk of this machine, and name that with JOURNAL_STATE.',
  );
  return [room, elsewhere];
}

// From linux/magic.h.
const networkDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x00c36400, 'Ceph'],
  [0x5346414f, 'AFS'],
]);

/** What a disk is called that other machines serve, by the type that Linux gives it; undefined for one of this machine. */
export function networkDisk(type: number): string | undefined {
  return networkDisks.get(type >>> 0);
}
