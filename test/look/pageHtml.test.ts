import { expect, it } from 'vitest';
import { allowSchema } from '../../src/journal/schema/allow.ts';
import type { PageHtmlFile } from '../../src/look/htmlTags.ts';
import { readPageHtml } from '../../src/look/pageHtml.ts';

const allow = allowSchema.parse({
  scripts: ['https://gc.zgo.at'],
  images: ['https://PIXEL.example/', 'https://a.example:8443'],
});

const read = (file: PageHtmlFile, html: string) =>
  readPageHtml(html, file, { url: 'https://sample.example', formerly: [], allow });

const told = (file: PageHtmlFile, html: string) => {
  const { html: kept, faults } = read(file, html);
  if (faults.length > 0) expect(kept).toBe('');
  return faults.map(({ line, what, cure }) => `${line}: ${what}; ${cure}`);
};

it.each([
  '<meta name="verify" content="x">\n<link rel="me" href="https://a.example/@me">',
  '<script async src="https://gc.zgo.at/count.js" data-goatcounter="https://x.example/count"></script>',
  '<script>if (a < b && "</p>") { document.title = `<b>`; }</script>',
  '<style>.masthead { color: red }</style>',
  '<!-- a word --><link rel="icon" href="/icon.png"><noscript><link rel="stylesheet" href="/x.css"></noscript>',
  '<link rel="preconnect" href="https://gc.zgo.at">',
  '<script type="application/ld+json">{"a": "<b>"}</script>',
])('head.html may say %s', (html) => {
  expect(told('head.html', html)).toEqual([]);
  expect(read('head.html', html).html).toBe(html);
});

it.each([
  '<p>© Ana, <a href="/about/">about</a>, <a href="mailto:a@b.example">post</a>',
  '<img src="https://pixel.example/x.gif" alt=""> <img src="//a.example:8443/x.gif" alt="">',
  '<noscript><img src="https://pixel.example/x.gif" alt=""></noscript>',
  '<script src="/counter.js"></script>',
  '<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg><img src="data:image/gif;base64,AA" alt="">',
  '<svg role="img"><title>A key</title><path d="M0 0h9"/></svg>',
  '<a href="#main">Up</a><details><summary>More</summary>x</details>',
  '<form action="/search/"><input name="q"></form>',
])('foot.html may say %s', (html) => {
  expect(told('foot.html', html)).toEqual([]);
});

it.each([
  ['<title>x</title>', '1: a <title> in the head of a page; remove it'],
  [
    '<meta name="a">\n<div>x</div>',
    '2: a <div> in the head of a page; move it to foot.html, or remove it',
  ],
  [
    '<meta name="a">\nwords',
    '2: words in the head of a page, which would end it; move them to foot.html, or put them into an element',
  ],
  [
    '<noscript>words</noscript>',
    '1: words in the head of a page, which would end it; move them to foot.html, or put them into an element',
  ],
  ['<base href="/x/">', '1: a <base> in the head of a page; remove it'],
  ['</head><body>', '1: </head>, which closes nothing in this file; remove it'],
  ['<script>a', '1: <script>, which is never closed; close it where it ends'],
  ['<style>p { color: red }', '1: <style>, which is never closed; close it where it ends'],
  ['<meta name="a"\n', '1: <meta name="a", which never ends; end it'],
  ['<!-- a', '1: <!-- a, which never ends; end it'],
  ['<!doctype html>', '1: <!DOCTYPE, which browsers take for a comment; remove it'],
  [
    '<meta http-equiv="refresh" content="0;url=https://x.example">',
    '1: <meta http-equiv="refresh">; remove it',
  ],
  [
    '<link rel="stylesheet" href="https://fonts.example/a.css">',
    '1: href="https://fonts.example/a.css" at <link>, which is on a host that pages may not use for that; write "allow: { styles: [https://fonts.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<link rel="preload" as="font" href="https://fonts.example/a.woff2">',
    '1: href="https://fonts.example/a.woff2" at <link>, which is on a host that pages may not use for that; write "allow: { fonts: [https://fonts.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '\n<script src="https://evil.example/x.js"></script>',
    '2: src="https://evil.example/x.js" at <script>, which is on a host that pages may not use for that; write "allow: { scripts: [https://evil.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<script src="//evil.example/x.js"></script>',
    '1: src="//evil.example/x.js" at <script>, which is on a host that pages may not use for that; write "allow: { scripts: [https://evil.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<script src="http://gc.zgo.at/x.js"></script>',
    '1: src="http://gc.zgo.at/x.js" at <script>; correct it, or remove it',
  ],
  [
    '<script src="https://gc.zgo.at.evil.example/x.js"></script>',
    '1: src="https://gc.zgo.at.evil.example/x.js" at <script>, which is on a host that pages may not use for that; write "allow: { scripts: [https://gc.zgo.at.evil.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<script src="data:text/javascript,alert(1)"></script>',
    '1: src="data:text/javascript,alert(1)" at <script>; correct it, or remove it',
  ],
  [
    '<script src="counter.js"></script>',
    '1: src="counter.js" at <script>, which leads elsewhere from each page; write the whole path, such as /about/; files lie in public/',
  ],
  [
    '<link rel="manifest" href="https://x.example/m.json">',
    '1: href="https://x.example/m.json" at <link>, which is on another host; put the file into public/, or remove it',
  ],
  [
    `<meta name="${'x'.repeat(100_000)}">`,
    '1: HTML of 100014 characters on every page; move scripts and styles into files of public/',
  ],
  [
    '<noscript><!-- </noscript> --></noscript>',
    '1: HTML that does not end where it ends: browsers would read what stands behind the head of a page in another way; write it in a simpler way',
  ],
])('head.html may not say %.80s', (html, expected) => {
  expect(told('head.html', html)).toContain(expected);
});

it.each([
  ['<p>a\n<b>b</p>', '2: <b>, which is never closed; close it where it ends'],
  ['</footer></main>', '1: </footer>, which closes nothing in this file; remove it'],
  ['<div>', '1: <div>, which is never closed; close it where it ends'],
  ['<textarea>', '1: <textarea>, which is never closed; close it where it ends'],
  [
    '<a href="javascript:alert(1)">x</a>',
    '1: href="javascript:alert(1)" at <a>; correct the address, or remove it',
  ],
  [
    '<a href=" java\nscript:alert(1)">x</a>',
    '1: href="java\nscript:alert(1)" at <a>; correct the address, or remove it',
  ],
  [
    '<a href="about/">x</a>',
    '1: href="about/" at <a>, which leads elsewhere from each page; write the whole path, such as /about/; files lie in public/',
  ],
  [
    '<p onclick="x()">a</p>',
    '1: onclick at <p>, which browsers do not run on these pages; write it as a script with addEventListener',
  ],
  [
    '<p style="color: red">a</p>',
    '1: style at <p>, which browsers pass over on these pages; give it a class, and write the rule into style.css',
  ],
  ['<iframe srcdoc="x"></iframe>', '1: srcdoc at <iframe>; put the page into public/'],
  [
    '<iframe src="https://x.example/"></iframe>',
    '1: src="https://x.example/" at <iframe>, which is on a host that pages may not use for that; write "allow: { frames: [https://x.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<img srcset="/a.png 1x, https://x.example/b.png 2x" alt="">',
    '1: srcset="https://x.example/b.png" at <img>, which is on a host that pages may not use for that; write "allow: { images: [https://x.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<img srcset="/a.png 1x,https://x.example/b.png 2x" alt="">',
    '1: srcset="https://x.example/b.png" at <img>, which is on a host that pages may not use for that; write "allow: { images: [https://x.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<svg><path d="M0 0"/></svg>\n<title>x</title>',
    '2: a <title>, which belongs to the head of a page; remove it',
  ],
  [
    '<form action="https://x.example/"></form>',
    '1: action="https://x.example/" at <form>, which is on a host that pages may not use for that; write "allow: { forms: [https://x.example] }" into site.yaml if you trust it, or remove it',
  ],
  [
    '<object data="https://x.example/"></object>',
    '1: data="https://x.example/" at <object>, which is on another host; put the file into public/, or remove it',
  ],
  [
    '<style>p { }</style>',
    '1: a <style>, which belongs to the head of a page; write its rules into style.css',
  ],
  ['<body class="x">', '1: a <body>, which begins a page; remove it'],
  ['<plaintext>', '1: <plaintext>, which is never closed; close it where it ends'],
  [
    '<b><p>a\n</b></p>',
    '2: </p>, which comes behind the end of what <p> stands in; close the inner one first',
  ],
])('foot.html may not say %s', (html, expected) => {
  expect(told('foot.html', html)).toContain(expected);
});

it.each([
  ['<a href="/x/">x</a> <a href=/y/>y</a>', '<a href="/blog/x/">x</a> <a href=/blog/y/>y</a>'],
  ['<a href="//b.example/">/x/</a>', '<a href="//b.example/">/x/</a>'],
  [
    '<img srcset="/a.png 1x,/b.png 2x, /c,d.png 3x" alt="/e">',
    '<img srcset="/blog/a.png 1x,/blog/b.png 2x, /blog/c,d.png 3x" alt="/e">',
  ],
  ["<img srcset=' /a.png,' alt=''>", "<img srcset=' /blog/a.png,' alt=''>"],
  ['<a href="&#47;x/?a&amp;b">x</a>', '<a href="/blog/x/?a&amp;b">x</a>'],
  ["<a href='&sol;x/?&quot;'>x</a>", '<a href="/blog/x/?&quot;">x</a>'],
  [
    '<img srcset="&#x2F;a.png 1x, /b.png 2x" alt="">',
    '<img srcset="/blog/a.png 1x, /blog/b.png 2x" alt="">',
  ],
  ['<img srcset=/a.png alt="">', '<img srcset=/blog/a.png alt="">'],
])('where the journal is below a path, %s has it', (html, expected) => {
  const rules = { url: 'https://sample.example/blog', formerly: [], allow };
  expect(readPageHtml(html, 'foot.html', rules)).toMatchObject({ faults: [], html: expected });
});

it.each([
  ['<a href="https://old.example/x/?q">x</a>', '<a href="/blog/x/?q">x</a>'],
  ['<a href=//old.example>x</a>', '<a href=/blog/>x</a>'],
  [
    '<img srcset="/a.png 1x, https://old.example/b.png 2x" alt="">',
    '<img srcset="/blog/a.png 1x, /blog/b.png 2x" alt="">',
  ],
  ['<a href="https://older.example/x/">x</a>', '<a href="https://older.example/x/">x</a>'],
])('where the journal was elsewhere before, %s leads to where it is', (html, expected) => {
  const rules = { url: 'https://sample.example/blog', formerly: ['https://old.example'], allow };
  expect(readPageHtml(html, 'foot.html', rules)).toMatchObject({ faults: [], html: expected });
});

it('the path below which the journal is ends no attribute', () => {
  const rules = { url: "https://sample.example/a'b&c$1", formerly: [], allow };
  const { html } = readPageHtml("<a href='/x/'>x</a>", 'foot.html', rules);
  expect(html).toBe("<a href='/a%27b%26c%241/x/'>x</a>");
});
