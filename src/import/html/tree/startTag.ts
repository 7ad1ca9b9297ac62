/** A start tag as it stands in a text that people and programs wrote by hand. */
export interface StartTag {
  readonly name: string;
  /** Where what belongs to it ends in the text. */
  readonly end: number;
  /** The tag, with all that it lacked. */
  readonly text: string;
  /** Whether some attribute has a value. */
  readonly hasValues: boolean;
  /** What was wrong with it: nothing; a quotation mark that closes too late or never; no `>` before the next tag. */
  readonly trouble: 'none' | 'quotes' | 'open';
}

interface Attribute {
  /** As it is to be written; empty for one that cannot be told from the words behind the tag. */
  readonly text: string;
  readonly end: number;
  readonly hasValue: boolean;
  readonly isMended: boolean;
}

/** Reads the start tag at a `<` with a letter behind it. */
export function startTagAt(html: string, at: number): StartTag {
  const name = /^[^\s/<>]+/.exec(html.slice(at + 1, at + 101))?.[0] ?? '';
  let end = at + 1 + name.length;
  let text = `<${name}`;
  // Behind the last attribute that has a value: what follows may be words.
  let sure = { end, text };
  let [isMended, hasValues] = [false, false];
  for (;;) {
    const [space = ''] = matchAt(/[\s/]*/y, html, end) ?? [];
    const sign = html[end + space.length];
    if (sign === '>') {
      const rest = space.includes('/') ? ' />' : '>';
      const trouble = isMended ? 'quotes' : 'none';
      const whole = isMended ? text + rest : html.slice(at, end + space.length + 1);
      return { name, end: end + space.length + 1, text: whole, hasValues, trouble };
    }
    if (sign === undefined || sign === '<')
      return { name, end: sure.end, text: `${sure.text}>`, hasValues, trouble: 'open' };
    const attribute = attributeAt(html, end + space.length);
    end = attribute.end;
    text += ` ${attribute.text}`;
    isMended ||= attribute.isMended;
    if (!attribute.hasValue) continue;
    hasValues = true;
    sure = { end, text };
  }
}

/** What a pattern, with one of the flags `g` and `y`, finds in a text from a place on. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function attributeAt(html: string, at: number): Attribute {
  const pattern = /([^\s/<>][^\s/<>=]*)(?:\s*=\s*(?:(["'])|([^\s<>]*)))?/y;
  const [whole = html[at] ?? '', name = '', quote, bare] = matchAt(pattern, html, at) ?? [];
  const start = at + whole.length;
  if (quote === undefined)
    return { text: whole, end: start, hasValue: bare !== undefined, isMended: false };
  const close = html.indexOf(quote, start);
  const value = close === -1 ? undefined : html.slice(start, close);
  if (value !== undefined && !isSwallowed(name, value, html[close + 1]))
    return { text: html.slice(at, close + 1), end: close + 1, hasValue: true, isMended: false };
  return cutShort(html, name, quote, start);
}

const single =
  /^(?:href|src|srcset|class|id|style|rel|target|width|height|align|name|lang|dir|type)$/i;

/** Programs and pictures that stand in an attribute have signs of tags in them. */
const mayHoldTags = /^\s*(?:javascript|data):|\burl\(\s*["']?data:/i;

/** Whether a value goes on over tags or attributes that were never meant to be in it. */
function isSwallowed(name: string, value: string, after: string | undefined): boolean {
  const isGlued = after !== undefined && !/[\s/>]/.test(after);
  if (isGlued && (/[<>]/.test(value) || /\s[\w-]+=$/.test(value))) return true;
  return single.test(name) && /<\/?[a-z]/i.test(value) && !mayHoldTags.test(value);
}

/** The value of an attribute whose quotation mark never closes: an address has no space, and words end with the tag. */
function cutShort(html: string, name: string, quote: string, start: number): Attribute {
  const pattern = single.test(name) ? /[^\s<>"']*/y : /[^<>"']*?(?=\s[\w-]+=|[<>"']|$)/y;
  const value = matchAt(pattern, html, start)?.[0] ?? '';
  const end = start + value.length;
  // The mark that was meant to close it may stand there, all the same.
  const closed = html[end] === quote ? end + 1 : end;
  return { text: `${name}=${quote}${value}${quote}`, end: closed, hasValue: true, isMended: true };
}
