const FIRST_SIZE = 64 * 1024;
/** Bytes that a character of UTF-16 takes at most in UTF-8. */
const WIDEST = 3;

/** Lines of text as bytes in one piece of memory: many small texts would keep the garbage collector busy. */
export class LineBuffer {
  private bytes = Buffer.allocUnsafe(FIRST_SIZE);
  private length = 0;
  private readonly ends: number[] = [];

  /** How many lines there are. */
  get count(): number {
    return this.ends.length;
  }

  /** Adds a line; its line feed is part of it. */
  add(line: string): void {
    this.reserve(line.length * WIDEST);
    this.length += this.bytes.write(line, this.length);
    this.ends.push(this.length);
  }

  /** All lines, one after another. */
  whole(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  /** All lines, each with a text behind it. */
  with(ending: (line: number) => string): LineBuffer {
    const result = new LineBuffer();
    let start = 0;
    for (const [line, end] of this.ends.entries()) {
      result.addBytes(this.bytes.subarray(start, end), ending(line));
      start = end;
    }
    return result;
  }

  private addBytes(bytes: Buffer, ending: string): void {
    this.reserve(bytes.length + ending.length * WIDEST);
    bytes.copy(this.bytes, this.length);
    this.length += bytes.length;
    this.length += this.bytes.write(ending, this.length);
    this.ends.push(this.length);
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
