/** What the system tells of a call that failed; Node's errors have these. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly dest?: string;
  readonly address?: string;
  readonly port?: number;
}

/**
 * An error of the system in a sentence for people: what cannot be done, where, and what to do next. Undefined for every
 * other error.
 */
export function systemFault(error: unknown): string | undefined {
  const found = systemErrorIn(error);
  return found && sentence(found);
}

function systemErrorIn(error: unknown): SystemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const isSystems = 'code' in error && typeof error.code === 'string' && 'syscall' in error;
  return isSystems ? (error as SystemError) : systemErrorIn(error.cause);
}

/** What is written beside a file, or into its folder, before it takes the file's place: the name says nothing to people. */
const unfinishedName = /(?:[\\/])?\.(?:\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.new$/;

function sentence(error: SystemError): string | undefined {
  const isUnfinished = unfinishedName.test(error.path ?? '');
  const where = error.dest ?? error.path?.replace(unfinishedName, '');
  const done = doneBy(isUnfinished ? 'write' : error.syscall);
  if (error.port !== undefined) return portSentence(error, error.port);
  if (where === undefined) return diskSentence(error.code, 'a file');
  if (error.code === 'ENOENT' && error.syscall === 'mkdir')
    return `${where} cannot be created: there can be no folder in that place. Name another one.`;
  if (error.code === 'EEXIST' && error.syscall !== 'mkdir')
    return `${where} came there meanwhile, and stays as it is. End what else is at work there, then run this again.`;
  switch (error.code) {
    case 'ENOENT':
      return `${where} is not there. Expected a file or a folder of that name. Create it, or correct the setting that names it.`;
    case 'EACCES':
    case 'EPERM':
      return `${where} cannot be ${done}: you have no right to. Give yourself that right, or name another place.`;
    case 'EROFS':
      return `${where} cannot be ${done}: its disk may only be read. Name another place.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} cannot be used as a folder: a file is in its place. Move that file, or name another place.`;
    case 'EISDIR':
      return `${where} is a folder. Expected a file. Move the folder, or correct the name.`;
    case 'ELOOP':
      return `${where} is a link that leads back to itself. Mend it, or remove it.`;
    case 'ENAMETOOLONG':
      return `The name ${where} is too long for this disk. Give it a shorter one.`;
    default:
      return diskSentence(error.code, where);
  }
}

function diskSentence(code: string, where: string): string | undefined {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk is full: ${where} could not be written. Free some room, then run this again.`;
  if (code === 'EFBIG')
    return `${where} could not be written: files may not grow so large here. Allow larger ones ("ulimit -f unlimited"), or choose another disk, then run this again.`;
  if (code === 'EMFILE' || code === 'ENFILE')
    return `Too many files are open at once (${where}). Allow more of them, as "ulimit -n 8192" does, then run this again.`;
  if (code === 'EIO') return `The disk failed at ${where}. Look after the disk first.`;
  return undefined;
}

function portSentence({ code, address }: SystemError, port: number): string | undefined {
  if (code === 'EADDRINUSE')
    return `The port ${port} is taken by another program. Stop that one, or choose another port.`;
  if (code === 'EACCES')
    return `The port ${port} may not be used by you: those below 1024 are the system's. Choose another port.`;
  if (code === 'EADDRNOTAVAIL')
    return `${address} is no address of this machine, and nothing can listen there. Name another one, or none.`;
  return undefined;
}

function doneBy(call = ''): string {
  if (call === 'mkdir') return 'created';
  if (call === 'open') return 'opened';
  if (/^(?:rmdir|unlink)$/.test(call)) return 'removed';
  return /^(?:scandir|read|readlink|realpath|l?stat)$/.test(call) ? 'read' : 'written';
}
