/** A line of a text file. */
export interface TextLine {
  /** Number in the file, from 1. */
  number: number;
  text: string;
  /** What makes the line unreadable; its text is then only for showing. */
  fault?: string;
  /** Bytes of the file up to the end of the line. */
  bytesRead: number;
}

/** Longest line that is kept in memory, in bytes. */
const MAX_LINE = 1_000_000;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits a stream of bytes into lines that end with LF or CRLF; takes a byte order mark away. The file need not fit into memory. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let kept = 0;
  let number = 0;
  let bytesRead = 0;
  let overlong = false;
  const keep = (part: Buffer) => {
    if (kept + part.length > MAX_LINE) overlong = true;
    else parts.push(part);
    kept += part.length;
  };
  const end = (): TextLine => {
    const line = decode(Buffer.concat(parts), (number += 1), bytesRead, overlong);
    parts = [];
    kept = 0;
    overlong = false;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let stop = chunk.indexOf(LINE_FEED); stop >= 0; stop = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, stop));
      bytesRead += stop + 1 - start;
      start = stop + 1;
      yield end();
    }
    keep(chunk.subarray(start));
    bytesRead += chunk.length - start;
  }
  if (kept > 0) yield end();
}

function decode(bytes: Buffer, number: number, bytesRead: number, overlong: boolean): TextLine {
  const whole = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  const base = { number, bytesRead };
  if (overlong)
    return { ...base, text: whole.toString('utf8', 0, 200), fault: `The line is longer than ${MAX_LINE} bytes.` };
  try {
    const text = utf8.decode(whole);
    return { ...base, text: number === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text };
  } catch {
    return { ...base, text: whole.toString('utf8'), fault: 'The line is not valid UTF-8.' };
  }
}
