import type { HistoryEvent } from '../../src/kernel/events/index.js';

/** Room for the headers of a message. */
const MARGIN = 1_024;

/**
 * Events as the payloads of as few messages as the limit allows, in order. An event that is too large for any message is left
 * out: the others read it from the table.
 */
export function splitBatches(events: readonly HistoryEvent[], maxPayload: number): Uint8Array[] {
  const payloads: Uint8Array[] = [];
  let batch: string[] = [];
  let size = 0;
  const flush = () => {
    if (batch.length > 0) payloads.push(Buffer.from(`[${batch.join(',')}]`));
    batch = [];
    size = 0;
  };
  for (const event of events) {
    const text = JSON.stringify(event);
    const bytes = Buffer.byteLength(text) + 1;
    if (bytes > maxPayload - MARGIN) {
      flush();
      continue;
    }
    if (size + bytes > maxPayload - MARGIN) flush();
    batch.push(text);
    size += bytes;
  }
  flush();
  return payloads;
}
