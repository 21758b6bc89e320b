import { XlsxArchive } from './xlsx-archive.js';
import { columnOf, dateText, numberText } from './xlsx-values.js';
import { readWorkbook, type Workbook } from './xlsx-workbook.js';
import { readXml, type XmlHandlers } from './xml.js';
import type { TableFile, TableRecord } from './table-record.js';

/** Columns beyond these are not read. */
const MAX_COLUMNS = 1_000;

/** Opens the first visible sheet of a workbook; its rows are read as they are unpacked, only the shared texts are kept. */
export async function openXlsx(file: string): Promise<TableFile> {
  const archive = await XlsxArchive.open(file);
  try {
    const book = await readWorkbook(archive);
    return { bytes: archive.sizeOf(book.sheet), records: rowsOf(archive, book) };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function* rowsOf(archive: XlsxArchive, book: Workbook): AsyncGenerator<TableRecord, void> {
  try {
    const reader = new SheetReader(book);
    const stream = await archive.stream(book.sheet);
    for await (const bytesRead of readXml(stream, reader.handlers)) {
      for (const row of reader.take()) yield { ...row, bytesRead };
    }
  } finally {
    archive.close();
  }
}

type Row = Omit<TableRecord, 'bytesRead'>;

/** Puts rows together from the XML of a sheet. */
class SheetReader {
  private rows: Row[] = [];
  private fields: string[] = [];
  private fault: string | undefined;
  private line = 0;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private collects = false;
  private inReading = false;
  /** As many fields as the header has; rows leave empty cells at their end away. */
  private width = 0;

  constructor(private readonly book: Workbook) {}

  readonly handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'row') this.beginRow(Number(attributes['r'] ?? this.line + 1));
      else if (name === 'c') this.beginCell(attributes);
      else if (name === 'rPh') this.inReading = true;
      else if (name === 'v' || name === 't') this.collects = !this.inReading;
    },
    text: (text) => {
      if (this.collects) this.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') this.collects = false;
      else if (name === 'rPh') this.inReading = false;
      else if (name === 'c') this.endCell();
      else if (name === 'row') this.endRow();
    },
  };

  /** The rows that are complete. */
  take(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private beginRow(line: number): void {
    this.line = line;
    this.column = -1;
    this.fields = [];
    this.fault = undefined;
  }

  private beginCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.value = '';
  }

  private endCell(): void {
    if (this.column < 0 || this.column >= MAX_COLUMNS) return;
    while (this.fields.length < this.column) this.fields.push('');
    this.fields[this.column] = this.text();
  }

  private text(): string {
    const { value, type, book } = this;
    if (type === 's') return book.texts[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : 'false';
    if (type === 'e') {
      this.fault ??= `A cell holds the error ${value}.`;
      return value;
    }
    if (type !== 'n' || value === '') return value;
    if (book.dates[this.style]) return dateText(Number(value), book.from1904);
    const text = numberText(value);
    if (text === undefined)
      this.fault ??= `A number with more than 15 digits has lost the last of them: format its column as text.`;
    return text ?? value;
  }

  private endRow(): void {
    const { line, fault } = this;
    const fields = this.fields.map((field) => field ?? '');
    if (fields.every((field) => field.trim() === '')) return;
    this.width ||= fields.length;
    while (fields.length < this.width) fields.push('');
    while (fields.length > this.width && fields.at(-1)!.trim() === '') fields.pop();
    const text = fields.join(',').slice(0, 200);
    this.rows.push(fault ? { line, text, fields: [], fault } : { line, text, fields });
  }
}
