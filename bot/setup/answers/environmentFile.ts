import { parseEnv } from 'node:util';

/**
 * The text of a file of settings with other values. All other lines and comments stay what they were. A setting that is
 * new stands below the line that explains it (`# NAME=…`), else at the end.
 *
 * @throws where a value cannot be written there, or the edit would have changed another setting.
 */
export function editEnvironmentFile(text: string, edits: Readonly<Record<string, string>>): string {
  const edited = Object.entries(edits).reduce(
    (current, [name, value]) => withSetting(current, name, value),
    text,
  );
  const wanted = { ...parseEnv(text), ...edits };
  const found = parseEnv(edited);
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  const wrong = [...names].filter((name) => wanted[name] !== found[name]);
  if (wrong.length === 0) return edited;
  throw new Error(
    `${wrong.join(', ')} cannot be written into .env without changing other lines. Edit the file by hand.`,
  );
}

function withSetting(text: string, name: string, value: string): string {
  if (parseEnv(text)[name] === value) return text;
  // Of several lines the last counts.
  const old = [...text.matchAll(lineOf(name))].at(-1);
  if (old) {
    const [line, before = ''] = old;
    const comment = commentBehind.exec(line.slice(before.length))?.[1];
    const rest = comment === undefined ? '' : ` ${comment}`;
    return `${text.slice(0, old.index)}${before}${quoted(name, value)}${rest}${text.slice(old.index + line.length)}`;
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `${name}=${quoted(name, value)}${newline}`;
  const example = [...text.matchAll(new RegExp(`^#[ \\t]*${name}=.*\\r?\\n`, 'gm'))].at(-1);
  if (example) {
    const end = example.index + example[0].length;
    return text.slice(0, end) + line + text.slice(end);
  }
  return `${text}${text === '' || text.endsWith('\n') ? '' : newline}${line}`;
}

/** A value, in quotes or without, and the comment behind it. */
const commentBehind = /^(?:"[^"]*"|'[^']*'|`[^`]*`|[^'"`#]*)[ \t](#.*)$/;

/** A setting's line, or lines where a quoted value has several; first what stands before the value. */
function lineOf(name: string): RegExp {
  const quotations = `"[^"]*"|'[^']*'|\`[^\`]*\``;
  const start = `(^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*)`;
  return new RegExp(`${start}(?:(?:${quotations})[^\\r\\n]*|[^\\r\\n]*)`, 'gm');
}

function quoted(name: string, value: string): string {
  if (/^[\w@:/.,+-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find(
    (one) => !value.includes(one) && !(one === '"' && value.includes('\\')),
  );
  if (quote !== undefined && !/[\r\n]/.test(value)) return `${quote}${value}${quote}`;
  throw new Error(
    `${name} cannot be written into .env: it has line breaks, or all three kinds of quotation marks. Put the command into a file, and name that.`,
  );
}
