import { describe, expect, test } from 'vitest';
import { attachmentOf } from '../../../bot/message/attachment.ts';
import { file, message, size } from './someMessage.ts';

describe('a file is kept as', () => {
  test.each<readonly [string, object, string, 'picture' | 'file']>([
    [
      'a photo, whatever the order of its sizes',
      { photo: [size(90, 90), size(1280, 960), size(320, 240)] },
      'photo-5.jpg',
      'picture',
    ],
    [
      'a picture sent as a document',
      { document: { ...file, file_name: 'P.PNG', mime_type: 'image/png' } },
      'p-5.png',
      'picture',
    ],
    [
      'its type, not its name',
      { document: { ...file, file_name: 'a.html', mime_type: 'application/pdf' } },
      'a-5.pdf',
      'file',
    ],
    ['a file without a name', { document: file }, 'file-5.bin', 'file'],
    [
      'a name without letters',
      { document: { ...file, file_name: '///' } },
      '732c4e97-5.bin',
      'file',
    ],
    [
      'a very long name',
      { document: { ...file, file_name: `${'a'.repeat(300)}.txt` } },
      `${'a'.repeat(40)}-5.txt`,
      'file',
    ],
    [
      'an animation',
      { animation: { ...file, file_name: 'a.gif', mime_type: 'video/mp4' }, document: file },
      'a-5.mp4',
      'file',
    ],
    ['a round video', { video_note: file }, 'file-5.mp4', 'file'],
    ['a voice note without a type', { voice: file }, 'file-5.ogg', 'file'],
    ['a still sticker without an emoji', { sticker: file }, 'sticker-5.webp', 'picture'],
    [
      'the picture of a live photo',
      { live_photo: { ...file, photo: [size(9, 9)] } },
      'photo-5.jpg',
      'picture',
    ],
    ['music', { audio: { ...file, file_name: '../song.mp3' } }, 'song-5.mp3', 'file'],
  ])('%s', (_, more, name, kind) => {
    expect(attachmentOf(message(more))).toMatchObject({ name, kind, bytes: 9 });
  }); // prettier-ignore

  test('of a photo the largest size', () => {
    const photo = [size(90, 90), size(1280, 960), size(320, 240)];
    expect(attachmentOf(message({ photo }))?.fileId).toBe('1280');
  });
});

describe('a file from chat is called so that nothing runs or shows it as a page', () => {
  const nameOf = (file_name: string, mime_type?: string) =>
    attachmentOf(message({ document: { ...file, file_name, mime_type } }))?.name;

  test.each([
    ...[
      'xml',
      'xht',
      'xhtml',
      'XHTML',
      'html',
      'htm',
      'svg',
      'xsl',
      'js',
      'mjs',
      'cjs',
      'css',
      'ts',
      'tsx',
    ],
    ...['markdown', 'yaml', 'yml', 'astro'],
  ])('x.%s is read as text', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe(`x-5.${extension.toLowerCase()}.txt`);
  });

  test.each(['md', 'mdx', 'MDX'])('x.%s is text that nobody takes for an entry', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe('x-5.txt');
  });

  test.each([
    ...['shtml', 'shtm', 'stm', 'svgz', 'swf', 'php', 'phtml', 'php5', 'phar', 'cgi', 'pl', 'asp'],
    ...[
      'aspx',
      'jsp',
      'hta',
      'mht',
      'mhtml',
      'wasm',
      'rss',
      'atom',
      'rdf',
      'vml',
      'exe',
      'htaccess',
    ],
    ...['webmanifest', 'appcache', 'dhtml', 'xul', 'htc', 'jar', 'sh', 'py', 'rb', 'unknown'],
  ])('x.%s is a download', (extension) => {
    expect(nameOf(`x.${extension}`)).toBe('x-5.bin');
  });

  test.each([
    ['日本.txt', undefined, '0e5c8464-5.txt'],
    ['Ünïcode & spaces.pdf', undefined, 'unicode-spaces-5.pdf'],
    ['.env', undefined, 'e9cbb022-5.env'],
    ['x.html', 'text/html', 'x-5.html.txt'],
    ['x.svg', 'image/svg+xml', 'x-5.svg.txt'],
    ['x.html.pdf', undefined, 'x-html-5.pdf'],
    ['x.php.jpg', undefined, 'x-php-5.jpg'],
    ['x.svg', 'image/png', 'x-5.png'],
    ['x.pdf', 'image/svg+xml', 'x-5.pdf'],
    ['x.html ', undefined, 'x-5.bin'],
    ['x.html.', undefined, 'x-html-5.bin'],
    ['x.ht\0ml', undefined, 'x-5.bin'],
    ['html', undefined, 'html-5.bin'],
    ['x.docx', undefined, 'x-5.docx'],
    ['x.GPX', undefined, 'x-5.gpx'],
  ])('%j of the type %s is %s', (given, type, name) => {
    expect(nameOf(given, type)).toBe(name);
  });
});
