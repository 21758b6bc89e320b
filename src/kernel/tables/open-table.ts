import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { linesOf } from './csv-lines.js';
import { recordsOf } from './csv-records.js';
import { TableFault, type TableFile } from './table-record.js';
import { openXlsx } from './xlsx-records.js';

/** How every zip archive begins, and so every workbook of Excel since 2007. */
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** How workbooks of the older, binary format begin, and encrypted ones. */
const COMPOUND = Buffer.from('d0cf11e0', 'hex');

/**
 * Opens a table in CSV (UTF-8) or Excel (.xlsx, first visible sheet); its content says which. It need not fit into memory.
 * @throws TableFault when it is neither
 */
export async function openTable(file: string): Promise<TableFile> {
  const { start, bytes } = await beginningOf(file);
  if (start.equals(COMPOUND))
    throw new TableFault('Workbooks of the old format, and encrypted ones, are not read; save it as .xlsx or CSV.');
  return start.equals(ZIP) ? openXlsx(file) : { bytes, records: recordsOf(linesOf(bytesOf(file))) };
}

async function beginningOf(file: string): Promise<{ start: Buffer; bytes: number }> {
  const handle = await open(file).catch(unreadable(file));
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return { start: buffer.subarray(0, bytesRead), bytes: (await handle.stat()).size };
  } catch (error) {
    return unreadable(file)(error as Error);
  } finally {
    await handle.close();
  }
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
  } catch (error) {
    unreadable(file)(error as Error);
  }
}

const unreadable =
  (file: string) =>
  (error: Error): never => {
    throw new TableFault(`${file} cannot be read: ${error.message}`);
  };
