/** A row of a table in a file, as text. */
export interface TableRecord {
  /** Line on which it begins, from 1; in a sheet, the number of the row. */
  line: number;
  fields: string[];
  /** Why it cannot be read; its fields are then empty. */
  fault?: string;
  /** The text as it stands, cut, for reports. */
  text: string;
  /** Bytes of the table up to its end; see {@link TableFile.bytes}. */
  bytesRead: number;
}

/** A table in a file, read row by row. */
export interface TableFile {
  /** Size of the table, to say how far its reading is. */
  bytes: number;
  records: AsyncGenerator<TableRecord, void>;
}

/** Why a file holds no table that can be read. */
export class TableFault extends Error {}
