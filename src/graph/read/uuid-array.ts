const UUID = 2950;
const HEAD = 20;
/** Bytes of an element: its length, and the key. */
const ELEMENT = 20;

const known = new WeakMap<readonly string[], Buffer>();

/**
 * Keys as PostgreSQL's binary form of `uuid[]`, which the driver sends as it is. A caller has hundreds of them, the same ones in each
 * request: to write them as text, and to read that, would cost more than most statements.
 */
export function uuidArray(keys: readonly string[]): Buffer {
  let bytes = known.get(keys);
  if (!bytes) known.set(keys, (bytes = encode(keys)));
  return bytes;
}

function encode(keys: readonly string[]): Buffer {
  const bytes = Buffer.alloc(keys.length ? HEAD + ELEMENT * keys.length : 12);
  // Dimensions, no nulls, type of the elements; then length and lower bound of the one dimension.
  bytes.writeInt32BE(keys.length ? 1 : 0, 0);
  bytes.writeInt32BE(UUID, 8);
  if (keys.length === 0) return bytes;
  bytes.writeInt32BE(keys.length, 12);
  bytes.writeInt32BE(1, 16);
  keys.forEach((key, index) => {
    const at = HEAD + ELEMENT * index;
    bytes.writeInt32BE(16, at);
    bytes.write(key.replaceAll('-', ''), at + 4, 'hex');
  });
  return bytes;
}
