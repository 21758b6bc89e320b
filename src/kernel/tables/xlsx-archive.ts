import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { TableFault } from './table-record.js';
import { readXml, type XmlHandlers } from './xml.js';

/** The most that a part which is kept in memory may unfold to, in bytes. */
const MAX_KEPT = 256 * 1024 * 1024;

/** A part is refused when it unfolds more than this many times: no table of people's data does, bombs do. */
const MAX_RATIO = 500;

/** The parts of an Excel workbook (ECMA-376), which is a zip archive of XML documents. */
export class XlsxArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(file: string): Promise<XlsxArchive> {
    const zip = await yauzl.openPromise(file, { autoClose: false, lazyEntries: true }).catch(unreadable);
    const entries = new Map<string, Entry>();
    try {
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    } catch (error) {
      zip.close();
      unreadable(error as Error);
    }
    return new XlsxArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a part once it is unpacked. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  async stream(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw new TableFault(`The workbook has no part "${name}".`);
    if (entry.isEncrypted() || !entry.canDecodeFileData()) throw new TableFault('The workbook is encrypted.');
    if (entry.uncompressedSize > MAX_RATIO * Math.max(entry.compressedSize, 64 * 1024))
      throw new TableFault(`The part "${name}" unfolds too far to be a table.`);
    return this.zip.openReadStreamPromise(entry).catch(unreadable);
  }

  /** Reads a part to its end; one that is not there is empty. */
  async read(name: string, handlers: XmlHandlers): Promise<void> {
    if (!this.has(name)) return;
    if (this.sizeOf(name) > MAX_KEPT) throw new TableFault(`The part "${name}" is too large.`);
    const pieces = readXml(await this.stream(name), handlers);
    while (!(await pieces.next()).done);
  }

  close(): void {
    this.zip.close();
  }
}

function unreadable(error: Error): never {
  throw new TableFault(`The file is no Excel workbook that can be read: ${error.message}`);
}
