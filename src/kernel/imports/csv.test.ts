import { describe, expect, test } from '@jest/globals';
import { linesOf } from '../tables/csv-lines.js';
import { recordsOf } from '../tables/csv-records.js';
import { csvField, type TableRecord } from '../tables/index.js';
import { findingLine } from './finding.js';
import { checkHeader } from './header.js';

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function records(text: string | Buffer, size = 7): Promise<TableRecord[]> {
  const found: TableRecord[] = [];
  for await (const record of recordsOf(linesOf(chunks(Buffer.from(text), size)))) found.push(record);
  return found;
}

describe('records', () => {
  test.each([1, 2, 5, 1_000])('are the same however the bytes arrive (%p at a time)', async (size) => {
    const found = await records('\uFEFFa,b\r\n1,"x, ""y"""\r\n\r\n名,é\n', size);
    expect(found.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'x, "y"']],
      [4, ['名', 'é']],
    ]);
    expect(found.at(-1)!.bytesRead).toBe(Buffer.byteLength('\uFEFFa,b\r\n1,"x, ""y"""\r\n\r\n名,é\n'));
  });

  test('run over lines inside quotes', async () => {
    const found = await records('a,b\n1,"two\nlines"\n2,x\n');
    expect(found.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a', 'b']],
      [2, ['1', 'two\nlines']],
      [4, ['2', 'x']],
    ]);
  });

  test('a quote that is never closed spoils its own line only', async () => {
    const found = await records(`a,b\n1,"x\n${Array.from({ length: 40 }, (_, row) => `${row},y\n`).join('')}`);
    expect(found[1]).toMatchObject({ line: 2, fault: 'A quotation mark is opened and not closed.' });
    expect(found.slice(2).map(({ fields }) => fields)).toEqual(
      Array.from({ length: 40 }, (_, row) => [String(row), 'y']),
    );
  });

  test('two lines with a quote too many each are told by their own lines, and those after them are read', async () => {
    const found = await records('a,b\n1,5" pipe\n2,6" pipe\n3,ok\n');
    expect(found.map(({ line, fault }) => [line, fault])).toEqual([
      [1, undefined],
      [2, 'A quotation mark is opened and not closed.'],
      [3, 'A quotation mark is opened and not closed.'],
      [4, undefined],
    ]);
  });

  test('of which all fields are blank are none', async () => {
    const found = await records('a,b\n,\n1,x\n , \n"",""\n');
    expect(found.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['a', 'b']],
      [3, ['1', 'x']],
    ]);
  });

  test('say what makes them unreadable', async () => {
    const found = await records(
      Buffer.concat([Buffer.from('a\nx"y"z\n'), Buffer.from([0xff, 0xfe, 10]), Buffer.from('ok\n')]),
    );
    expect(found.map(({ fault }) => fault?.slice(0, 30))).toEqual([
      undefined,
      'The line is not readable as CS',
      'The line is not valid UTF-8.',
      undefined,
    ]);
  });

  test('an endless line is cut, not kept in memory', async () => {
    const found = await records(
      Buffer.concat([Buffer.from('a\n'), Buffer.alloc(1_200_000, 120), Buffer.from('\nb\n')]),
      65_536,
    );
    expect(found.map(({ fields, fault }) => fault ?? fields)).toEqual([
      ['a'],
      'The line is longer than 1000000 bytes.',
      ['b'],
    ]);
  });
});

describe('headers', () => {
  const header = (...fields: string[]): TableRecord => ({ line: 1, fields, text: '', bytesRead: 0 });

  test('may have the columns in any order', () => {
    expect(checkHeader(header('b', ' a '), ['a', 'b'])).toEqual(
      new Map([
        ['b', 0],
        ['a', 1],
      ]),
    );
  });

  test.each([
    ['UNKNOWN_COLUMN', ['a', 'b', 'color'], 'unknown: "color"'],
    ['UNKNOWN_COLUMN', ['A', 'b'], 'unknown: "A"; missing: "a"'],
    ['MISSING_COLUMN', ['a'], 'missing: "b"'],
    ['DOUBLE_COLUMN', ['a', 'b', 'a'], 'there twice: "a"'],
  ])('%s is named', (code, fields, text) => {
    expect(() => checkHeader(header(...fields), ['a', 'b'])).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(text) }),
    );
  });

  test('an empty file has none', () => {
    expect(() => checkHeader(undefined, ['a'])).toThrow(expect.objectContaining({ code: 'EMPTY_FILE' }));
  });
});

test('findings cannot become formulas, and are CSV again', () => {
  expect(csvField('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
  expect(['+1', '-1', '@x', '\tx', 'fine'].map(csvField)).toEqual(["'+1", "'-1", "'@x", "'\tx", 'fine']);
  expect(findingLine({ line: 3, outcome: 'rejected', column: 'a', value: 'x\ny', reason: 'No, not this.' })).toBe(
    '3,rejected,a,"x\ny","No, not this."\n',
  );
  const long = { line: 1, outcome: 'rejected', column: '', value: 'x'.repeat(900), reason: '' } as const;
  expect(findingLine(long)).toBe(`1,rejected,,${'x'.repeat(200)}…,\n`);
});
