import type { Definition } from 'mdast';
import type { Addresses } from './collect/addresses.ts';
import type { Collector } from './collect/collector.ts';
import { hiddenPlaces } from './constructs/spoiler.ts';
import { Anchors } from './inline/anchors.ts';
import { readyHtml } from './inline/ready.ts';

export type { Visitors } from './constructs/mathVisitors.ts';

/** One walk through the nodes of a body, and what is known on it. */
export class Walk {
  readonly collector: Collector;
  readonly body: string;
  /** HTML as a node of the body's format. */
  readonly ready: (html: string) => ReturnType<typeof readyHtml>;
  /** Whether a spoiler hides what stands at this offset of the body. */
  readonly isHidden: (offset: number) => boolean;
  readonly anchors = new Anchors();
  readonly definitions = new Map<string, Definition>();
  /** Labels of links and pictures, each with whether spoilers hide all that have it. */
  readonly labels = new Map<string, boolean>();
  /** Where pictures begin whose titles are captions. */
  readonly captioned = new Set<number>();
  /** Texts of headings without the ids behind them, by where they begin. */
  readonly named = new Map<number, string>();
  /** Where the latest link ends. */
  linkEnd = 0;
  /** Where the latest bare address ends: its words are no mark. */
  addressEnd = 0;

  constructor(collector: Collector, body: string) {
    this.collector = collector;
    this.body = body;
    const { format } = collector.document;
    this.isHidden = hiddenPlaces(body);
    this.ready = (html) => readyHtml(html, format);
  }

  /** What takes addresses that stand at this offset of the body. */
  addressesAt(offset: number): Addresses {
    const { addresses } = this.collector;
    addresses.isHidden = this.isHidden(offset);
    return addresses;
  }

  isInLink(offset: number): boolean {
    return offset < this.linkEnd || this.anchors.has(offset);
  }
}
