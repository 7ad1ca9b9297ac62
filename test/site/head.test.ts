import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scriptJson } from '../../src/render/html/html.ts';
import { contentSecurityPolicy } from '../../src/view/contentSecurityPolicy.ts';
import { openGraphLocale } from '../../src/view/openGraph.ts';

describe('the policy of a page', () => {
  const policy = (needs: Partial<Parameters<typeof contentSecurityPolicy>[0]>) =>
    new Map(
      contentSecurityPolicy({ style: '', search: false, ...needs })
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.slice(directive.indexOf(' ') + 1)]),
    );

  it('allows nothing inline and nothing from elsewhere', () => {
    for (const needs of [{}, { style: 'a{}' }, { search: true }]) {
      const text = contentSecurityPolicy({ style: '', search: false, ...needs });
      expect(text).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/);
      expect(policy(needs).get('default-src')).toBe("'none'");
    }
  });

  it('allows the one style sheet of the page by its digest', () => {
    const digest = createHash('sha256').update('é{}').digest('base64');
    expect(policy({ style: 'é{}' }).get('style-src')).toBe(`'self' 'sha256-${digest}'`);
    expect(policy({}).get('style-src')).toBe("'self'");
  });

  it('allows what the journal’s own HTML needs, and keeps all the rest', () => {
    const own = {
      'script-src': ["'self'", 'https://a.example'],
      'img-src': ['https://b.example'],
      'frame-src': ['https://c.example'],
    };
    expect(policy({ own }).get('script-src')).toBe("'self' https://a.example");
    expect(policy({ own, search: true }).get('script-src')).toBe(
      "'self' 'wasm-unsafe-eval' https://a.example",
    );
    expect(policy({ own }).get('img-src')).toBe("'self' data: https://b.example");
    expect(policy({ own }).get('frame-src')).toBe('https://c.example');
    expect(policy({ own }).get('default-src')).toBe("'none'");
  });

  it('allows scripts on the search page alone', () => {
    expect(policy({}).get('script-src')).toBe("'none'");
    expect(policy({}).has('connect-src')).toBe(false);
    expect(policy({ search: true }).get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(policy({ search: true }).get('connect-src')).toBe("'self'");
  });
});

it.each(['</script><b>', '<!-- <script>', ']]>', '\u2028 & \u2029', 'plain “words”, 日本語'])(
  '%j stays within its script element, and is read back',
  (text) => {
    const json = scriptJson({ headline: text });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ headline: text });
  },
);

it.each([
  ['en', 'en_US'],
  ['en-GB', 'en_GB'],
  ['pt-BR', 'pt_BR'],
  ['zh-Hant', 'zh_TW'],
  ['de', 'de_DE'],
  ['eo', 'eo'],
])('Open Graph calls %s %s', (language, locale) => {
  expect(openGraphLocale(language)).toBe(locale);
});
