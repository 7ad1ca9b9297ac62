/**
 * A function that works out what belongs to an object once, and forgets it with the object. What is undefined is worked
 * out anew.
 */
export function oncePer<Key extends WeakKey, Value>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  return remembering(new WeakMap<Key, Value>(), make);
}

/**
 * The same for texts of which there are few: what was worked out is kept as long as the function is. A page's script has
 * none that it does not call.
 */
/* @__NO_SIDE_EFFECTS__ */
export function oncePerText<Value, Text extends string = string>(
  make: (text: Text) => Value,
): (text: Text) => Value {
  return remembering(new Map<Text, Value>(), make);
}

function remembering<Key, Value>(
  known: {
    get(key: Key): Value | undefined;
    set(key: Key, value: Value): unknown;
  },
  make: (key: Key) => Value,
): (key: Key) => Value {
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
