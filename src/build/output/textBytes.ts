const encoder = new TextEncoder();

let room = new Uint8Array(1 << 20);
const largestRoom = 1 << 23;

/** The bytes of a text, which are there until the next one is asked for: to take memory for each costs several times as much. */
export function textBytes(text: string): Uint8Array {
  // Of one unit of a text, UTF-8 makes three bytes at most.
  const most = text.length * 3;
  if (most > largestRoom) return encoder.encode(text);
  if (most > room.length) room = new Uint8Array(most);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}
