import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cell, type Reference, referenceQuery } from '../../kernel/tables/index.js';
import type { InputTree } from './linked-rows.js';

/** Where a row lies in a spool. */
export interface SpoolPlace {
  position: number;
  length: number;
}

/** Name under which a cell stands in the text of a tree; no input has a field of this name. */
const CELL = '\u0000';

/**
 * Inputs of rows that come again later, in a file of their own rather than in memory: an import has as many as it likes. The file has no
 * name, so it ends with the process; nobody else can read it.
 */
export class RowSpool {
  private file: Promise<FileHandle> | undefined;
  private end = 0;
  /** Kinds of reference that cells have; there are only as many as columns. */
  private readonly references: Reference[] = [];
  private readonly numbers = new Map<string, number>();

  async add(tree: InputTree): Promise<SpoolPlace> {
    this.file ??= openNameless();
    const bytes = Buffer.from(this.packed(tree));
    const place = { position: this.end, length: bytes.length };
    this.end += bytes.length;
    const file = await this.file;
    // A disk that is full takes a part, and refuses what is left of it.
    for (let done = 0; done < bytes.length;)
      done += (await file.write(bytes, done, bytes.length - done, place.position + done)).bytesWritten;
    return place;
  }

  async read({ position, length }: SpoolPlace): Promise<InputTree> {
    const { buffer } = await (await this.file!).read(Buffer.alloc(length), 0, length, position);
    return this.unpacked(buffer.toString()) as InputTree;
  }

  async close(): Promise<void> {
    const { file } = this;
    this.file = undefined;
    await (await file)?.close();
  }

  private packed(tree: InputTree): string {
    return JSON.stringify(tree, (_, part: unknown) =>
      part instanceof Cell
        ? { [CELL]: [part.column, part.value, part.reference ? this.numberOf(part.reference) : null] }
        : part,
    );
  }

  private unpacked(text: string): unknown {
    return JSON.parse(text, (_, part: unknown) => {
      if (typeof part !== 'object' || part === null || !(CELL in part)) return part;
      const [column, value, number] = part[CELL] as [string, unknown, number | null];
      return new Cell(column, value, number === null ? undefined : this.references[number]);
    });
  }

  private numberOf(reference: Reference): number {
    const query = `${reference.noun.name} ${referenceQuery(reference)}`;
    let number = this.numbers.get(query);
    if (number === undefined) this.numbers.set(query, (number = this.references.push(reference) - 1));
    return number;
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `rows-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
