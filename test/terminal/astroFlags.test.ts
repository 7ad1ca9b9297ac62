import { describe, expect, it } from 'vitest';
import { astroConfig } from '../../src/terminal/astroFlags.ts';

describe('flags of which Astro would tell in its own words', () => {
  it.each([
    [{ port: 'abc' }, '--port abc; expected a number from 1 to 65535'],
    [{ site: 'nonsense' }, '--site nonsense; expected an address with https://'],
    [{ site: 'file:///x' }, '--site file:///x; expected an address with https://'],
    [{ root: '/nowhere/at/all' }, '--root /nowhere/at/all; expected what is there'],
    [{ outDir: 'public' }, '--outDir public; expected a folder outside of public/'],
    [{ outDir: 'x/../public/y/' }, '--outDir x/../public/y/; expected a folder outside of public/'],
    [{ root: '..', outDir: 'public' }, '--outDir public; expected a folder outside of public/'],
    [{ config: '/nowhere.mjs' }, '--config /nowhere.mjs; expected what is there'],
  ])('%j is refused in one sentence', (flags, words) =>
    expect(() => astroConfig(flags)).toThrow(words),
  );

  it.each(['dist', 'public-site', '..public', '/srv/public'])('--outDir %s is taken', (outDir) =>
    expect(astroConfig({ outDir })).toMatchObject({ outDir }),
  );

  it('what is right is handed on', () => {
    const config = astroConfig({ site: 'https://journal.example', root: '.', port: '4322' });
    expect(config).toMatchObject({
      site: 'https://journal.example',
      root: '.',
      server: { port: 4322 },
    });
  });
});
