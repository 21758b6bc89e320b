import { posix } from 'node:path';
import { TableFault } from './table-record.js';
import type { XlsxArchive } from './xlsx-archive.js';
import { isDateFormat } from './xlsx-values.js';

/** What a sheet needs of its workbook to be understood. */
export interface Workbook {
  /** Part that holds the first visible sheet. */
  sheet: string;
  /** Texts that cells refer to by place. */
  texts: readonly string[];
  /** Whether cells of a style, by place, show a day or a time. */
  dates: readonly boolean[];
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean;
}

export async function readWorkbook(archive: XlsxArchive): Promise<Workbook> {
  const book = await readParts(archive);
  const links = new Map<string, string>();
  await archive.read('xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      if (name === 'Relationship') links.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  const target = links.get(book.sheetLink ?? '');
  if (!target) throw new TableFault('The file is no Excel workbook with a visible sheet.');
  return {
    sheet: target.startsWith('/') ? target.slice(1) : posix.join('xl', target),
    from1904: book.from1904,
    texts: await readTexts(archive),
    dates: await readStyles(archive),
  };
}

async function readParts(archive: XlsxArchive) {
  let sheetLink: string | undefined;
  let from1904 = false;
  await archive.read('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet' || sheetLink !== undefined) return;
      if ((attributes['state'] ?? 'visible') !== 'visible') return;
      sheetLink = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1];
    },
  });
  return { sheetLink, from1904 };
}

/** The table of shared texts; readings of characters (phonetic runs) are no part of a text. */
async function readTexts(archive: XlsxArchive): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let inReading = false;
  await archive.read('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si') texts.push(current);
    },
  });
  return texts;
}

async function readStyles(archive: XlsxArchive): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  await archive.read('xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      const id = Number(attributes['numFmtId'] ?? 0);
      if (name === 'xf' && inCells) dates.push(isDateFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}
