import { extname } from 'node:path';

/** The media type of a sound or a film, by its name; undefined for any other file. */
export function recordingType(file: string): string | undefined {
  return types[extname(file).toLowerCase()];
}

/** Of the files that programs for podcasts play (https://www.iana.org/assignments/media-types). */
const types: Readonly<Record<string, string>> = {
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.flac': 'audio/flac',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
};
