/** First byte of a final, unmasked text frame (RFC 6455, 5.2). */
const FINAL_TEXT = 0x81;

const headers = new Map<number, Buffer>();
/** Lengths whose headers are kept: results of one subscription have few. */
const MAX_HEADERS = 4_096;

/** The header of a text frame from a server with a payload of this length, in bytes. */
export function textFrameHeader(length: number): Buffer {
  const known = headers.get(length);
  if (known) return known;
  const header = makeHeader(length);
  if (headers.size < MAX_HEADERS) headers.set(length, header);
  return header;
}

function makeHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length]);
  if (length < 65_536) return Buffer.from([FINAL_TEXT, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = FINAL_TEXT;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
