import type { DefaultTreeAdapterTypes, ParserOptions } from 'parse5';
import { parse5 } from './parse5.ts';

type Options = ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

/**
 * HTML as browsers read it on a page: the root of its tree. Where it stood in no element, a `<col>` in front would be the
 * beginning of a table, in which there is no text. `parseFragment` makes the same tree, but moves its top nodes one by one,
 * and each time all those behind it.
 */
export function fragmentOf(html: string, options: Options): DefaultTreeAdapterTypes.ParentNode {
  const { Parser, defaultTreeAdapter, html: names } = parse5();
  const parser = Parser.getFragmentParser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(
    defaultTreeAdapter.createElement('div', names.NS.HTML, []),
    options,
  );
  parser.tokenizer.write(html, true);
  const [root] = parser.document.childNodes;
  if (!root || !('childNodes' in root)) throw new Error('Expected a root of the HTML');
  return root;
}
