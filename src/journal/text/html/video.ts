/** A video on another host. */
export interface Video {
  /** The page on which it can be watched. */
  readonly url: string;
  /** What readers know the place by: `youtube.com`. */
  readonly host: string;
}

// PeerTube has no host of its own; its addresses have the id of a video, short or long, behind a known path.
const peertube = /^\/(?:w|videos\/(?:watch|embed))\/([\w-]{20,40})\/?$/;

/** The video that an address leads to, a player's address as well, where its host is a known one. */
export function videoAt(address: string): Video | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = hostOf(url);
  const page = (path: string) => ({ url: path, host });
  switch (host) {
    case 'youtu.be':
      return url.pathname === '/' ? undefined : page(address);
    case 'youtube-nocookie.com':
    case 'youtube.com': {
      // The player of old took what others have behind a `?` as a part of its path.
      const [, id] =
        /^\/(?:embed|v)\/([\w-]+)\/?$/.exec(url.pathname.replace(/(?<=^\/v\/.*)&.*/, '')) ?? [];
      if (id !== undefined)
        return { url: `https://www.youtube.com/watch?v=${id}`, host: 'youtube.com' };
      const isPage = /^\/(?:shorts|live)\/./.test(url.pathname) || url.searchParams.has('v');
      return isPage ? page(address) : undefined;
    }
    case 'player.vimeo.com': {
      const [, id] = /^\/video\/(\d+)/.exec(url.pathname) ?? [];
      return id === undefined ? undefined : { url: `https://vimeo.com/${id}`, host: 'vimeo.com' };
    }
    case 'vimeo.com':
      return /\/\d+/.test(url.pathname) ? page(address) : undefined;
    default: {
      const [, id] = peertube.exec(url.pathname) ?? [];
      if (id === undefined) return undefined;
      return page(url.pathname.includes('/embed/') ? `${url.origin}/videos/watch/${id}` : address);
    }
  }
}

/** The host of an address without the letters that say nothing. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m)\./, '');
}
