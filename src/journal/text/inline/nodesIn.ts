import type { Nodes } from 'mdast';
import { placeOf } from './place.ts';

/** All nodes of a tree that are of one of the types, in the order of the text. */
export function nodesIn<Type extends Nodes['type']>(
  node: Readonly<Nodes>,
  ...types: readonly Type[]
): Extract<Nodes, { type: Type }>[] {
  const below = 'children' in node ? node.children.flatMap((one) => nodesIn(one, ...types)) : [];
  const isOne = (one: Readonly<Nodes>): one is Extract<Nodes, { type: Type }> =>
    (types as readonly string[]).includes(one.type);
  return isOne(node) ? [node, ...below] : below;
}

/** Where such nodes begin and end. */
export function placesOf(node: Readonly<Nodes>, ...types: readonly Nodes['type'][]) {
  return nodesIn(node, ...types).flatMap((one) => placeOf(one) ?? []);
}

/** Those offsets in a text, given in their order, that are within a node of a type of which none is within another. */
export function offsetsWithin(
  type: Nodes['type'],
  node: Readonly<Nodes>,
  offsets: readonly number[],
): number[] {
  const places = placesOf(node, type);
  let next = 0;
  return offsets.filter((offset) => {
    while ((places[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return (places[next]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  });
}
