import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse5 } from './parse5.ts';

const end = '<link rel="x-end">';

/** Whether all of some HTML stands in the head of a page, and ends there, for browsers with scripts and those without. */
export function isWithinHead(html: string): boolean {
  return [false, true].every((scriptingEnabled) => {
    const page = `<!DOCTYPE html><html><head>${html}${end}</head><body>x</body></html>`;
    const root = parse5().parse(page, { scriptingEnabled });
    const around = root.childNodes.find(({ nodeName }) => nodeName === 'html');
    const [head, body, ...others] = around && 'childNodes' in around ? around.childNodes : [];
    const last = head && 'childNodes' in head ? head.childNodes.at(-1) : undefined;
    return others.length === 0 && isEnd(last) && isX(body);
  });
}

function isEnd(node: DefaultTreeAdapterTypes.ChildNode | undefined): boolean {
  return node !== undefined && 'attrs' in node && node.attrs[0]?.value === 'x-end';
}

function isX(body: DefaultTreeAdapterTypes.ChildNode | undefined): boolean {
  if (!body || !('attrs' in body) || body.attrs.length > 0) return false;
  const [text, ...more] = body.childNodes;
  return more.length === 0 && text !== undefined && 'value' in text && text.value === 'x';
}
