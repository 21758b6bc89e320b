import { Readable } from 'node:stream';
import { csvLine } from './csv-text.js';
import { xlsxOf } from './xlsx-writer.js';

/** Formats that tables are written in. */
export enum TableFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
}

/** Media type of a format. */
export const mediaTypes: Record<TableFormat, string> = {
  [TableFormat.CSV]: 'text/csv; charset=utf-8; header=present',
  [TableFormat.XLSX]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Rows of text as the bytes of a file, written while they come. A file of CSV begins with a byte order mark, without which Excel takes it for another encoding. */
export function tableStream(rows: AsyncIterable<readonly string[]>, format: TableFormat, name: string): Readable {
  return format === TableFormat.XLSX ? xlsxOf(rows, name) : Readable.from(csvOf(rows), { objectMode: false });
}

async function* csvOf(rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield csvLine(row);
}
