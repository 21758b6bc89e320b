import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import yazl from 'yazl';
import { createTestFolder } from '../../testing/folder.js';
import { openTable, TableFormat, type TableRecord, tableStream } from './index.js';
import { columnOf, dateText, isDateFormat, numberText } from './xlsx-values.js';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await createTestFolder();
});

const path = (ending: string) => join(folder, `table-${++files}.${ending}`);

async function recordsOf(file: string): Promise<TableRecord[]> {
  const records: TableRecord[] = [];
  for await (const record of (await openTable(file)).records) records.push(record);
  return records;
}

async function written(rows: string[][], format: TableFormat): Promise<string> {
  const file = path(format.toLowerCase());
  const source = async function* () {
    for (const row of rows) yield row;
  };
  await pipeline(tableStream(source(), format, 'customers'), createWriteStream(file));
  return file;
}

/** A workbook with the given XML of its parts. */
async function workbook(parts: Record<string, string>): Promise<string> {
  const file = path('xlsx');
  const zip = new yazl.ZipFile();
  const all = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="hidden" state="hidden" r:id="h"/><sheet name="a" r:id="one"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="h" Target="worksheets/none.xml"/><Relationship Id="one" Target="/xl/worksheets/s.xml"/></Relationships>',
    ...parts,
  };
  for (const [name, text] of Object.entries(all)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const sheet = (rows: string) => ({
  'xl/worksheets/s.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
});

const rows = [
  ['code', 'name', 'phone'],
  ['=1+1', '王小明 <&> "é"', '+86 20 1'],
  ['@x', 'two\nlines, and a comma', '007'],
  ['-5', ' spaces ', ''],
];

describe('what is written is read again as it was', () => {
  test.each([TableFormat.CSV, TableFormat.XLSX])('%s', async (format) => {
    const read = await recordsOf(await written(rows, format));
    expect(read.map(({ fields }) => fields)).toEqual(rows);
    expect(read.map(({ line }) => line)).toEqual(format === TableFormat.CSV ? [1, 2, 3, 5] : [1, 2, 3, 4]);
  });

  test('thousands of rows are read in pieces', async () => {
    const many = Array.from({ length: 20_000 }, (_, row) => [`C${row}`, '客户'.repeat(20), String(row)]);
    const table = await openTable(await written(many, TableFormat.XLSX));
    let last: TableRecord | undefined;
    const places = new Set<number>();
    for await (const record of table.records) {
      last = record;
      places.add(record.bytesRead);
    }
    expect(last).toMatchObject({ line: 20_000, fields: many.at(-1), bytesRead: table.bytes });
    expect(places.size).toBeGreaterThan(10);
  });
});

describe('workbooks that other programs write', () => {
  test('shared and rich texts, days, numbers, booleans and gaps', async () => {
    const read = await recordsOf(
      await workbook({
        'xl/sharedStrings.xml':
          '<sst><si><t>王</t><rPh><t>wang</t></rPh></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r></si></sst>',
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        ...sheet(
          '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="s"><x:v>1</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>c</x:t></x:is></x:c></x:row>' +
            '<x:row r="4"><x:c r="A4" s="1"><x:v>45000</x:v></x:c><x:c r="C4" s="2"><x:v>45000.5</x:v></x:c></x:row>' +
            '<x:row r="5"><x:c r="A5"><x:v>29.899999999999999</x:v></x:c><x:c r="B5" t="b"><x:v>1</x:v></x:c></x:row>' +
            '<x:row r="6"><x:c r="A6" t="str"><x:f>1+1</x:f><x:v>two</x:v></x:c></x:row><x:row r="7"><x:c r="A7"/></x:row>',
        ),
      }),
    );
    expect(read.map(({ line, fields }) => [line, fields])).toEqual([
      [1, ['王', 'rich ', 'c']],
      [4, ['2023-03-15', '', '2023-03-15T12:00:00.000']],
      [5, ['29.9', 'true', '']],
      [6, ['two', '', '']],
    ]);
  });

  test('numbers that have lost digits, and errors, are faults of their row', async () => {
    const read = await recordsOf(
      await workbook(
        sheet(
          '<x:row r="1"><x:c r="A1"><x:v>440106199001011000</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="e"><x:v>#REF!</x:v></x:c></x:row>',
        ),
      ),
    );
    expect(read.map(({ fault }) => fault)).toEqual([
      expect.stringContaining('15 digits'),
      expect.stringContaining('#REF!'),
    ]);
  });

  test.each([
    ['a zip without a workbook', () => workbook({ 'xl/workbook.xml': '<workbook/>' }), 'no Excel workbook'],
    ['a damaged sheet', () => workbook(sheet('<x:row>')), 'damaged'],
    ['a sheet that is not there', () => workbook({}), 'no part'],
    [
      'entities of its own',
      () => workbook({ 'xl/worksheets/s.xml': '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>' }),
      'damaged',
    ],
    ['a bomb', () => workbook(sheet(' '.repeat(80 * 1024 * 1024))), 'unfolds too far'],
  ])('%s is refused', async (_, make, reason) => {
    const read = make().then(recordsOf);
    await expect(read).rejects.toThrow(reason);
  });

  test('the old binary format is refused', async () => {
    const file = path('xls');
    await writeFile(file, Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    await expect(recordsOf(file)).rejects.toThrow('old format');
  });
});

test('numbers, days and columns of sheets', () => {
  expect(['0.1', '1E-3', '123456789012345', '1234567890123456', 'x', '-7'].map(numberText)).toEqual([
    '0.1',
    '0.001',
    '123456789012345',
    undefined,
    'x',
    '-7',
  ]);
  expect([dateText(1, false), dateText(0, true)]).toEqual(['1899-12-31', '1904-01-01']);
  expect(
    [[14], [0], [165, '0.00'], [166, '[Red]dd/mm'], [167, '"day" 0'], [168, '[h]:mm'], [169, 'General']].map(
      ([id, code]) => isDateFormat(id as number, code as string | undefined),
    ),
  ).toEqual([true, false, false, true, false, true, false]);
  expect(['A1', 'Z9', 'AA1', 'BC12'].map(columnOf)).toEqual([0, 25, 26, 54]);
});
