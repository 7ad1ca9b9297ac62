import { isInlineMedia } from '#journal/address/scheme.ts';
import type { Collector } from './collect/collector.ts';
import { tellLongAddress } from './constructs/table.ts';
import { wordsAlone } from './html/wordsAlone.ts';
import type { Visitors, Walk } from './walk.ts';

/** Has links lead where they should; those that lead nowhere are their words. */
export function links(walk: Walk): Visitors {
  const { collector, body, anchors, definitions } = walk;
  return {
    link(node, context) {
      const start = node.position?.start.offset ?? 0;
      const addresses = walk.addressesAt(start);
      if (anchors.has(start)) {
        addresses.link(node.url, node.position?.start.line ?? 1);
        context.setProperty(node, 'data', wordsAlone);
        return;
      }
      walk.linkEnd = node.position?.end.offset ?? 0;
      const written = body.slice(start, walk.linkEnd);
      if (!written.startsWith('[')) walk.addressEnd = walk.linkEnd;
      if (written.includes('|') && context.parent(node)?.type === 'tableCell')
        tellLongAddress(written, node.position?.start.line ?? 1, collector);
      if (node.data && 'resolved' in node.data) return;
      if (node.url === '') tellEmptyLink(node.position?.start.line ?? 1, collector);
      const url = addresses.link(node.url, node.position?.start.line ?? 1);
      if (url === '' && node.url !== '') context.setProperty(node, 'data', wordsAlone);
      else {
        if (url !== node.url) context.setProperty(node, 'url', url);
        if (saysAddress(written, url)) context.setProperty(node, 'data', bare);
      }
    },
    definition(node, context) {
      if (isInlineMedia(node.url)) return;
      const { addresses } = collector;
      addresses.isHidden = walk.labels.get(node.identifier) ?? false;
      const url = addresses.link(node.url, node.position?.start.line ?? 1);
      if (url !== node.url) context.setProperty(node, 'url', url);
    },
    linkReference(node, context) {
      walk.linkEnd = node.position?.end.offset ?? 0;
      const definition = definitions.get(node.identifier);
      if (definition && collector.addresses.isRefused(definition.url))
        context.setProperty(node, 'data', wordsAlone);
    },
  };
}

/** Browsers take such a link for one to the page that it stands on. */
function tellEmptyLink(line: number, collector: Collector): void {
  collector.warning(
    'dead-link',
    line,
    'a link without an address',
    'an address between its round brackets',
    'write where it leads, or the words alone',
  );
}

/** What tells the style for paper that the words of a link are where it leads. */
const bare = { hProperties: { 'data-bare': '' } };

/** Whether the words of a link, as it was written, are the address on the web to which it leads, be it without its scheme. */
function saysAddress(written: string, url: string): boolean {
  if (!/^https?:/i.test(url)) return false;
  if (!written.startsWith('[')) return true;
  const words = written.slice(1, written.lastIndexOf(']('));
  return shortened(words.replace(/\\(?=[!-/:-@[-`{-~])/g, '')) === shortened(url);
}

function shortened(address: string): string {
  return address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}
