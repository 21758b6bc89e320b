import { parse } from 'csv-parse/sync';
import type { TextLine } from './csv-lines.js';
import { withoutApostrophe } from './csv-text.js';
import type { TableRecord } from './table-record.js';

/** How many lines a quoted field may run over. Without a limit one quote too many would swallow the rest of the file. */
const MAX_LINES = 20;

/**
 * Reads the records of lines (RFC 4180); blank lines, and those of which all fields are blank, are no records, and the
 * apostrophe that keeps a spreadsheet from taking a text for a formula is no part of it. A record that cannot be read does not touch its neighbours.
 */
export async function* recordsOf(lines: AsyncIterable<TextLine>): AsyncGenerator<TableRecord, void> {
  const source = lines[Symbol.asyncIterator]();
  const ahead: TextLine[] = [];
  const lineAt = async (index: number): Promise<TextLine | undefined> => {
    while (ahead.length <= index) {
      const { value, done } = await source.next();
      if (done) return undefined;
      ahead.push(value);
    }
    return ahead[index];
  };
  try {
    for (let first = await lineAt(0); first; first = await lineAt(0)) {
      let text = first.text;
      let count = 1;
      while (isOpen(text) && !first.fault && count < MAX_LINES) {
        const next = await lineAt(count);
        if (!next || next.fault) break;
        text += `\n${next.text}`;
        count += 1;
      }
      let found = read(text, first.fault);
      // Two lines with a quote too many each look like one record: they are told apart, so that neither takes the other with it.
      if (isOpen(text) || (count > 1 && found.fault)) {
        count = 1;
        text = first.text;
        found = read(text, first.fault);
      }
      const [last] = ahead.splice(0, count).slice(-1);
      if (!found.fault && found.fields.every((field) => field.trim() === '')) continue;
      yield { line: first.number, text: text.slice(0, 200), bytesRead: last!.bytesRead, ...found };
    }
  } finally {
    // Whoever stops early closes the file.
    await source.return?.();
  }
}

const isOpen = (text: string): boolean => text.split('"').length % 2 === 0;

function read(text: string, fault: string | undefined): { fields: string[]; fault?: string } {
  if (fault) return { fields: [], fault };
  try {
    const [fields] = parse(text, { relax_column_count: true }) as string[][];
    return { fields: (fields ?? []).map(withoutApostrophe) };
  } catch (error) {
    const closed = !isOpen(text);
    return {
      fields: [],
      fault: closed
        ? `The line is not readable as CSV: ${(error as Error).message}`
        : 'A quotation mark is opened and not closed.',
    };
  }
}
