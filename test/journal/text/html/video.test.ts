import { describe, expect, it } from 'vitest';
import { videoAt } from '#journal/text/html/video.ts';
import { fillPlaceholders } from '../../../../src/render/collect/placeholder.ts';
import { render } from '../../../render/sample.ts';

it.each([
  ['https://www.youtube.com/watch?v=a-b_c', 'youtube.com', undefined],
  ['https://m.youtube.com/watch?t=1&v=abc', 'youtube.com', undefined],
  ['https://youtube.com/shorts/abc', 'youtube.com', undefined],
  ['https://youtu.be/abc?t=3', 'youtu.be', undefined],
  ['https://www.youtube.com/embed/abc?rel=0', 'youtube.com', 'https://www.youtube.com/watch?v=abc'],
  [
    'https://www.youtube-nocookie.com/embed/abc',
    'youtube.com',
    'https://www.youtube.com/watch?v=abc',
  ],
  ['https://vimeo.com/123', 'vimeo.com', undefined],
  ['https://player.vimeo.com/video/123?h=x', 'vimeo.com', 'https://vimeo.com/123'],
  ['https://tube.example/w/uNg6XqKcSB8zgXcV5aMbBP', 'tube.example', undefined],
  [
    'https://tube.example/videos/watch/9db9f3f1-9b54-44ed-9e91-461d262d2205',
    'tube.example',
    undefined,
  ],
  [
    'https://tube.example/videos/embed/9db9f3f1-9b54-44ed-9e91-461d262d2205',
    'tube.example',
    'https://tube.example/videos/watch/9db9f3f1-9b54-44ed-9e91-461d262d2205',
  ],
])('%s is a video', (address, host, url = address) => {
  expect(videoAt(address)).toEqual({ host, url });
});

it.each([
  'https://www.youtube.com/@somebody',
  'https://youtu.be/',
  'https://vimeo.com/somebody',
  'https://en.wikipedia.example/w/index.php',
  'https://youtube.com.example/watch?v=abc',
  'javascript://youtube.com/watch?v=abc',
  '/watch?v=abc',
  '',
])('%j is none', (address) => {
  expect(videoAt(address)).toBeUndefined();
});

const image = '<img data-journal-image="articles/photo.jpg" alt="A" />';
const words = (host: string) => `<span class="video-host">Video at ${host}</span>`;

it.each([
  [
    '[![A](photo.jpg)](https://youtu.be/abc)\n',
    `<figure class="video"><a href="https://youtu.be/abc">${image} ${words('youtu.be')}</a></figure>\n`,
  ],
  [
    '[![A](photo.jpg)](https://vimeo.com/1)\nB\n-- C\n',
    `<figure class="video"><a href="https://vimeo.com/1">${image} ${words('vimeo.com')}</a><figcaption>B <small class="credit">C</small></figcaption></figure>\n`,
  ],
  [
    '[![A](https://img.example/a.jpg)][v]\n\n[v]: https://youtu.be/abc\n',
    `<figure class="video"><a href="https://youtu.be/abc"><span class="remote-image">A</span> ${words('youtu.be')}</a></figure>\n`,
  ],
  [
    'a [![A](photo.jpg)](https://youtu.be/abc)\n',
    `<p>a <a href="https://youtu.be/abc">${image}</a></p>\n`,
  ],
])('%j links to a video elsewhere', (body, html) => {
  expect(render(body).html).toBe(html);
});

it.each([
  [
    '<iframe width="1" src="https://www.youtube.com/embed/a&amp;b" title="A > B"\n  allowfullscreen></iframe>\n',
    '<p><a class="frame-link" href="https://www.youtube.com/embed/a&amp;b">A &gt; B (youtube.com)</a></p>\n',
  ],
  [
    '<iframe src="https://www.youtube.com/embed/ab"></iframe>\n',
    '<p><a class="video-link" href="https://www.youtube.com/watch?v=ab">Video at youtube.com</a></p>\n',
  ],
  [
    'a <iframe src="//maps.example/x"></iframe> b\n',
    '<p>a <a class="frame-link" href="https://maps.example/x">maps.example</a> b</p>\n',
  ],
  [
    '<div>\n<IFRAME SRC=/about/></IFRAME>\n</div>\n',
    '<div>\n<a class="frame-link" href="/about/">/about/</a>\n</div>\n',
  ],
  ['<iframe></iframe>\n', '<p></p>\n'],
])('the frame %j becomes a link', (body, html) => {
  expect(render(body).html).toBe(html);
});

describe('a recording beside the entry', () => {
  const filled = (html: string) =>
    fillPlaceholders(html, { image: (file) => file, file: (file) => `/_files/${file}` });
  const play = (player: string, file: string, inside: string, more = '') =>
    `<${player} controls preload="none" src="/_files/articles/${file}"${more}><a href="/_files/articles/${file}">${inside}</a></${player}>`;

  it.each([
    [
      '[Video](clip.mp4)\n',
      `<figure class="video">${play('video', 'clip.mp4', 'Video')}</figure>\n`,
    ],
    [
      '[Voice *note*](a%20voice.ogg)\n',
      `<figure class="audio">${play('audio', 'a voice.ogg', 'Voice <em>note</em>')}<figcaption>Voice note</figcaption></figure>\n`,
    ],
    [
      '![A](clip.mp4)\nB\n',
      `<figure class="video">${play('video', 'clip.mp4', 'A', ' aria-label="A"')}<figcaption>B</figcaption></figure>\n`,
    ],
    [
      '![](clip.mp4 "B")\n',
      `<figure class="video">${play('video', 'clip.mp4', 'Video')}<figcaption>B</figcaption></figure>\n`,
    ],
    ['a ![A](clip.mp4)\n', `<p>a ${play('video', 'clip.mp4', 'A', ' aria-label="A"')}</p>\n`],
    ['a [Video](clip.mp4)\n', '<p>a <a href="/_files/articles/clip.mp4">Video</a></p>\n'],
    [
      '[Video](https://b.example/clip.mp4)\n',
      '<p><a href="https://b.example/clip.mp4">Video</a></p>\n',
    ],
  ])('%j', (body, html) => {
    const { html: rendered, facts } = render(body);
    expect(filled(rendered)).toBe(html);
    expect(facts.faults).toEqual([]);
    expect(facts.links).toEqual([]);
  });

  it('is served as a file', () => {
    expect(render('[Video](clip.mp4)\n\n![A](clip.mp4)\n').facts.assets).toEqual([
      { file: 'articles/clip.mp4', as: 'file', line: 6 },
    ]);
  });

  it.each([
    ['||[Video](clip.mp4)||\n', { hidden: true }],
    ['||a ![A](clip.mp4)||\n', { hidden: true }],
    ['||a <audio src="clip.mp4"></audio>||\n', { hidden: true }],
    ['||[Video](clip.mp4)|| or [A](clip.mp4)\n', {}],
    ['||a|| [Video](clip.mp4) ||b||\n', {}],
    ['[v]: clip.mp4\n\n||[Video][v]|| ||![A][v]||\n', { hidden: true }],
    ['[v]: clip.mp4\n\n||[Video][V]|| [v]\n', {}],
  ])('is hidden where spoilers alone have it: %j', (body, hidden) => {
    for (const file of ['articles/sample.md', 'articles/sample.mdx'])
      expect(render(body, file).facts.assets).toEqual([
        { file: 'articles/clip.mp4', as: 'file', line: 6, ...hidden },
      ]);
  });

  it.each(['[Video](nope.mp4)\n', '![A](nope.mp4)\n'])(
    '%j that is missing is a link to check',
    (body) => {
      expect(render(body).facts.links).toEqual([
        { path: '/2026/sample/nope.mp4', fragment: '', line: 6 },
      ]);
    },
  );
});
