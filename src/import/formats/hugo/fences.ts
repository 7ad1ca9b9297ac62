import { fencedCode } from '../../markdown/code.ts';

/** A block of code with its language, and the lines that Hugo's options mark, as `{2,4-5}`. */
export function hugoCode(code: string, language: string, options: string): string {
  const plain = code.replace(/^\n|\s+$/g, '');
  const info = language.replace(/[^\w#+-]/g, '') + infoOf(options, plain.split('\n').length);
  return fencedCode(plain, info);
}

const fence = /^([ \t]*)(`{3,}|~{3,})([ \t]*[\w#+.-]*)[ \t]*\{([^{}\n]*=[^{}\n]*)\}[ \t]*$/;

/** A text whose fences have options in braces, as Hugo reads them, with what of them others understand. */
export function withPlainFences(body: string): string {
  if (!/^[ \t]*(?:`{3}|~{3})[^\n]*\{[^\n]*=/m.test(body)) return body;
  const lines = body.split('\n');
  return lines
    .map((line, at) => {
      const [, indent = '', sign, language = '', options = ''] = fence.exec(line) ?? [];
      if (sign === undefined) return line;
      const end = lines.findIndex((one, other) => other > at && one.trim().startsWith(sign));
      return indent + sign + language + infoOf(options, (end === -1 ? lines.length : end) - at - 1);
    })
    .join('\n');
}

/** What stands behind the language: a title, and the marked lines as far as the block has them. */
function infoOf(options: string, lines: number): string {
  const [, title = ''] = /\btitle\s*=\s*"([^"\n]*)"/.exec(options) ?? [];
  const [, list = '', plain = ''] =
    /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"?([\d\s-]+)"?)/.exec(options) ?? [];
  const ranges = [...(list || plain).matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)]
    .filter(([, from, to = from]) => Number(from) >= 1 && Number(to) <= lines)
    .map(([, from = '', to]) => (to === undefined ? from : `${from}-${to}`));
  const marked = ranges.length === 0 ? '' : ` {${ranges.join(',')}}`;
  return (title === '' ? '' : ` title="${title}"`) + marked;
}
