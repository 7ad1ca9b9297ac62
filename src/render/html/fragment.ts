import { type DefaultTreeAdapterTypes, Parser, type ParserOptions } from 'parse5';

type Options = ParserOptions<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>;

/**
 * HTML as browsers read it where it stands in no element: the root of its tree. `parseFragment` makes the same tree, but
 * moves its top nodes one by one, and each time all those behind it.
 */
export function fragmentOf(html: string, options: Options): DefaultTreeAdapterTypes.ParentNode {
  const parser = Parser.getFragmentParser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>(
    null,
    options,
  );
  parser.tokenizer.write(html, true);
  const [root] = parser.document.childNodes;
  if (!root || !('childNodes' in root)) throw new Error('Expected a root of the HTML');
  return root;
}
