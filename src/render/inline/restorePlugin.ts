import type { Html, Image, ImageReference, Text } from 'mdast';
import { defineMdastPlugin, type MdastPluginDefinition, type MdastVisitorContext } from 'satteri';
import { type Disguise, restoreNode } from '#journal/text/inline/disguise.ts';

/** Puts back what was typed, before any other plugin looks at the text. */
export function restorePlugin(disguise: Disguise): MdastPluginDefinition {
  const value = (node: Readonly<Text | Html>, context: MdastVisitorContext) => {
    const typed = restoreNode(node, disguise);
    if (typed !== undefined) context.setProperty(node, 'value', typed);
  };
  const alt = (node: Readonly<Image | ImageReference>, context: MdastVisitorContext) => {
    const typed = restoreNode(node, disguise);
    if (typed !== undefined) context.setProperty(node, 'alt', typed);
  };
  return defineMdastPlugin({
    name: 'scrollback-restore',
    options: { position: true },
    text: value,
    html: value,
    image: alt,
    imageReference: alt,
  });
}
