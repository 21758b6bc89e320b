import { randomFillSync } from 'node:crypto';

/** Random bytes that no key has yet: each way to the system's source costs more than the rest of a key. */
const random = Buffer.allocUnsafe(4096);
let used = random.length;

/** So many bytes of chance, which are overwritten before long. */
function chance(bytes: number): Buffer {
  if (used + bytes > random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += bytes;
  return random.subarray(used - bytes, used);
}

let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUID version 7 (RFC 9562): ordered by time, and by call within one process, so that keys in a table follow its history
 * and index pages fill one after another.
 */
export function v7(): string {
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = chance(2).readUInt16BE() & 0x07ff;
  } else if (++sequence > 0x0fff) {
    lastMillisecond++;
    sequence = 0;
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const end = chance(8);
  end[0] = (end[0]! & 0x3f) | 0x80;
  const tail = end.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
