/** An attribute as a tree has it. */
export interface PlainAttribute {
  /** Hast's name for it. */
  readonly property: string;
  readonly kind: 'text' | 'words' | 'number' | 'flag';
}

/** Attributes that bodies are written with; those that have another name in a tree with that behind a colon. */
const names: Readonly<Record<PlainAttribute['kind'], string>> = {
  text: 'align alt aria-hidden:ariaHidden aria-label:ariaLabel cite datetime:dateTime decoding dir href id lang loading media poster preload role sizes src srcset:srcSet style title type',
  words: 'aria-describedby:ariaDescribedBy aria-labelledby:ariaLabelledBy class:className rel',
  number: 'colspan:colSpan height rowspan:rowSpan start tabindex:tabIndex width',
  flag: 'checked controls disabled hidden loop muted open',
};

const pairs = (['text', 'words', 'number', 'flag'] as const).flatMap((kind) =>
  names[kind].split(' ').map((one) => {
    const [attribute = '', property = attribute] = one.split(':');
    return { attribute, property, kind };
  }),
);

const byAttribute = new Map<string, PlainAttribute>(pairs.map((pair) => [pair.attribute, pair]));
const byProperty = new Map(pairs.map(({ property, attribute }) => [property, attribute]));

/** An attribute by its name in HTML; undefined for one that bodies of ours do not have. */
export function plainAttribute(attribute: string): PlainAttribute | undefined {
  const known = byAttribute.get(attribute);
  if (known || !/^data(?:-[a-z]+)+$/.test(attribute)) return known;
  const property = attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const found = { property, kind: 'text' } as const;
  byAttribute.set(attribute, found);
  return found;
}

/** The name in HTML of one of those attributes, but for `data-…`, which nothing is written with. */
export function attributeOf(property: string): string | undefined {
  return byProperty.get(property);
}
