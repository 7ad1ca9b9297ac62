import { describe, expect, it } from 'vitest';
import { isStopping } from '#journal/fault/fault.ts';
import { bodyInFeed } from '../../../src/render/output/rewrite.ts';
import { faults, render } from '../sample.ts';

/** Addresses that would load something with the page. */
const loading = [
  '<img src="$" alt="a">',
  '<img/src="$"alt="a">',
  '<img src="/favicon.svg" srcset="/favicon.svg 1x,$ 2x" alt="a">',
  '<img src="data:image/png;base64,AA" srcset="$" alt="a">',
  '<img srcset="photo.jpg 1x, $ 2x" alt="a">',
  '<picture><source srcset="photo.jpg,$ 2x"></picture>',
  '<embed src="$">',
  '<EMBED\nSRC=$>',
  '<object data="$"></object>',
  '<object data="photo.jpg"><embed src="$"></object>',
  '<video src="$"></video>',
  '<video poster="$"></video>',
  '<audio><source src="$"></audio>',
  '<video src="clip.mp4"><track src="$"></video>',
  '<input type="image" src="$" alt="a">',
  '<table background="$"><tr><td>a</td></tr></table>',
  '<link rel="stylesheet" href="$">',
  '<link itemprop="x" rel="preload" href="$">',
  '<base href="$">',
  '<meta http-equiv="refresh" content="0; url=$">',
  '<script src="$"></script>',
  '<style>@import url($);</style>',
  '<p style="background: url($)">a</p>',
  '<form action="$"></form>',
  '<form><button formaction="$">a</button></form>',
  '<a href="/" ping="$">a</a>',
  '<svg><image href="$"/></svg>',
  '<svg><image xlink:href="$"/></svg>',
  '<svg><use href="$#a"/></svg>',
  '<svg><feImage href="$"/></svg>',
  '<svg><linearGradient href="$"/></svg>',
  '<svg><rect fill="url($)"/></svg>',
  '<svg><rect><animate attributeName="fill" values="url($);red"/></rect></svg>',
  '<svg><image href="#a"><set attributeName="href" to="$"/></image></svg>',
  '<a href="/" attributionsrc="$">a</a>',
  '<img src="photo.jpg" lowsrc="$" alt="a">',
  '<svg><style>@import "$";</style></svg>',
  '<svg><script href="$"/></svg>',
  '<math><mglyph src="$"></mglyph></math>',
  '<svg><p><textarea><!--</textarea><img src="$" alt="a">--></p></svg>',
  '<a title=a"b href="x"><img src="$" alt="a"></a>',
];

describe('nothing is loaded from elsewhere:', () => {
  it.each(loading)('%s', (html) => {
    for (const address of ['https://b.example/x', '//b.example/x', 'HTTP://b.example/x']) {
      const { html: shown, facts } = render(`<div>${html.replaceAll('$', address)}</div>\n`);
      const isLink = /<(?:a|span) class="remote-image"/.test(shown);
      expect([isLink, facts.faults.some(isStopping)]).toContain(true);
    }
  });
});

const scripts = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&Tab;script:alert(1)',
  'java&#10;script:alert(1)',
  '&#9;javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#x6A;avascript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'blob:https://b.example/x',
];

describe('no link runs anything or opens a file of the reader:', () => {
  it.each(scripts)('%s', (address) => {
    const bodies = [
      `[a](<${address}>)\n`,
      `[a][b]\n\n[b]: <${address}>\n`,
      `![a](<${address}>)\n`,
      `<p><a href="${address.replaceAll('"', '&quot;')}">a</a></p>\n`,
      `<svg><a xlink:href="${address}"><text>a</text></a></svg>\n`,
      `<form action="${address}"></form>\n`,
      `<object data="${address}"></object>\n`,
      `<iframe src="${address}"></iframe>\n`,
    ];
    for (const body of bodies) {
      const { html, facts } = render(body);
      expect([body, facts.faults.some(isStopping)]).toEqual([body, true]);
      expect(bodyInFeed(html, 'https://sample.example/')).not.toMatch(
        /(?:href|src|data|action)="\s*(?:javascript|vbscript|data:text|file|blob)/i,
      );
    }
  });

  it('an animation of a link neither', () => {
    const html =
      '<svg><a href="/"><animate attributeName="href" values="/;javascript:a()"/></a></svg>';
    expect(faults(`<p>${html}</p>\n`)).toEqual([
      'articles/sample.md:6: values at <animate> that begins with javascript:, and no script runs on these pages; expected an address; remove it',
    ]);
  });
});

it.each([
  'https://b.example/',
  '//b.example/',
  'mailto:a@b.example',
  'tel:+1234',
  'xmpp:a@b.example',
  'tg://user?id=1',
  'gemini://b.example/',
  'magnet:?xt=urn:btih:1',
])('a link may lead to %s', (address) => {
  const { html, facts } = render(`[a](${address})\n\n<p><a href="${address}">b</a></p>\n`);
  expect(facts.faults).toEqual([]);
  expect(html.split(`href="${address}"`)).toHaveLength(3);
});

it('what no page may have is told with its line', () => {
  expect(
    faults(
      '[a](JavaScript:b) and <javascript:c>\n\n![d](data:text/html,x)\n\n<p title="javascript: the good parts">e</p>\n\n![f](data:image/gif;base64,R0)\n',
    ),
  ).toMatchInlineSnapshot(`
    [
      "articles/sample.md:6: the address JavaScript:b, which no page may have; expected one that begins with http:, https:, mailto:, tel:, sms:, xmpp: or the like, or a path; correct the address, or write the words alone",
      "articles/sample.md:6: the address javascript:c, which no page may have; expected one that begins with http:, https:, mailto:, tel:, sms:, xmpp: or the like, or a path; correct the address, or write the words alone",
      "articles/sample.md:8: the address data:text/html,x, which no page may have; expected one that begins with http:, https:, mailto:, tel:, sms:, xmpp: or the like, or a path; correct the address, or write the words alone",
    ]
  `);
});
