import type { Parameters } from '../world/parameters.ts';
import { badRequest } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { type InputMedia, parseInputMedia, readInputMedia } from './inputMedia.ts';
import type { Content } from './posting.ts';

const MIN_ITEMS = 2;
const MAX_ITEMS = 10;

/** Kinds that stand in an album only among their own. */
const EXCLUSIVE = ['document', 'audio'] as const;

/** Reads the items of an album; none is kept unless all are right. */
export async function readAlbum(parameters: Parameters<'media'>, world: World): Promise<Content[]> {
  const items = (parameters.list('media') ?? []).map(parseInputMedia);
  if (items.length === 0) throw badRequest('there are no messages to send');
  if (items.length < MIN_ITEMS) throw badRequest('too few messages to send as an album');
  if (items.length > MAX_ITEMS) throw badRequest('too many messages to send as an album');
  checkKinds(items);
  const album: Content[] = [];
  for (const [index, item] of items.entries()) {
    album.push(await readItem(item, index + 1, parameters, world));
  }
  checkCaptionPlaces(album);
  return album;
}

/** What Telegram's servers find wrong with a file is told with its place in the album. */
async function readItem(
  item: InputMedia,
  position: number,
  parameters: Parameters<'media'>,
  world: World,
): Promise<Content> {
  try {
    return await readInputMedia(item, parameters, world, 'message caption is too long');
  } catch (error) {
    const code = /^Bad Request: ([A-Z_]+)$/.exec(error instanceof Error ? error.message : '')?.[1];
    if (code === undefined) throw error;
    throw badRequest(`failed to send message #${position} with the error message "${code}"`);
  }
}

function checkCaptionPlaces(album: readonly Content[]): void {
  if (new Set(album.map((item) => item.show_caption_above_media)).size > 1) {
    throw badRequest('parameter show_caption_above_media must be the same for all messages');
  }
}

function checkKinds(items: readonly InputMedia[]): void {
  if (items.some(({ kind }) => kind === 'animation')) {
    throw badRequest(`can't parse InputMedia: type "animation" can't be used in sendMediaGroup`);
  }
  for (const kind of EXCLUSIVE) {
    const count = items.filter((item) => item.kind === kind).length;
    if (count > 0 && count < items.length) {
      throw badRequest(`${kind} can't be mixed with other media types`);
    }
  }
}
