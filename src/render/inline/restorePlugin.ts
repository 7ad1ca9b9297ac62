import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri';
import { type Disguise, restoreNode } from '#journal/text/inline/disguise.ts';

/** Puts back what was typed, before any other plugin looks at the text. */
export function restorePlugin(disguise: Disguise): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'scrollback-restore',
    options: { position: true },
    text(node, context) {
      const value = restoreNode(node, disguise);
      if (value !== undefined) context.setProperty(node, 'value', value);
    },
    html(node, context) {
      const value = restoreNode(node, disguise);
      if (value !== undefined) context.setProperty(node, 'value', value);
    },
    image(node, context) {
      const alt = restoreNode(node, disguise);
      if (alt !== undefined) context.setProperty(node, 'alt', alt);
    },
    imageReference(node, context) {
      const alt = restoreNode(node, disguise);
      if (alt !== undefined) context.setProperty(node, 'alt', alt);
    },
  });
}
