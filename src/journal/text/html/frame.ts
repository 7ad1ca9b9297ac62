import { hostOf, videoAt } from './video.ts';

/** A link in place of an `iframe`: nothing of another host is shown within a page. */
export interface FrameLink {
  readonly url: string;
  readonly words: string;
  readonly className: 'video-link' | 'frame-link';
}

/** The link that stands in for an `iframe` with this address and title; undefined where it has no address. */
export function frameLink(
  src: string | undefined,
  title: string | undefined,
): FrameLink | undefined {
  if (src === undefined || src.trim() === '') return undefined;
  const address = src.startsWith('//') ? `https:${src}` : src;
  const video = videoAt(address);
  const parsed = URL.parse(address);
  const place = video ? `Video at ${video.host}` : parsed ? hostOf(parsed) : address;
  return {
    url: video?.url ?? address,
    words: title ? `${title} (${place})` : place,
    className: video ? 'video-link' : 'frame-link',
  };
}
