import type { FieldFinding, ImportRow } from '../../kernel/imports/index.js';
import { type Cell, referencesIn, type TableDefinition } from '../../kernel/tables/index.js';

/** The input of a row, its values still with their columns. */
export type InputTree = Record<string, unknown>;

type Row = ImportRow<InputTree>;

/** What became of the rows of one import that name each other by their keys. */
export class LinkedRows {
  /** Lines of rows that were refused, by key: what names one of them is refused, too. */
  private readonly refused = new Map<string, number>();
  /** Lines of rows that wait for others, by key. */
  private readonly waiting = new Map<string, number>();
  /** Rows that a rehearsal would have loaded, by key: they are gone, and come again for those that name them. */
  private readonly rehearsed = new Map<string, Row>();

  constructor(
    private readonly table: TableDefinition,
    /** Whether the record that a cell names is there. */
    private readonly isThere: (cell: Cell) => boolean,
  ) {}

  /** Cells of a row that name other rows of its table, or records that were there before. */
  namesIn(tree: InputTree): Cell[] {
    if (!this.table.selfReferring) return [];
    return [...referencesIn(tree)].filter(({ reference }) => reference!.noun === this.table.noun);
  }

  /** Whether all that a row names can be had. */
  isReady({ value }: Row): boolean {
    return this.namesIn(value).every((cell) => this.isThere(cell) || this.rehearsed.has(String(cell.value)));
  }

  /** Why a row cannot be loaded for the sake of another one that it names; undefined when nothing is known against it. */
  refusalOf({ value }: Row): FieldFinding[] | undefined {
    const cell = this.namesIn(value).find((name) => !this.isThere(name) && this.refused.has(String(name.value)));
    return (
      cell && [
        findingOf(cell, `The row in line ${this.refused.get(String(cell.value))}, which this names, was rejected.`),
      ]
    );
  }

  /** Why a row can never be loaded that names rows that wait for it, or for each other. */
  circleOf({ key, value }: Row): FieldFinding[] | undefined {
    const cell = this.namesIn(value).find((name) => !this.isThere(name) && this.waiting.has(String(name.value)));
    if (!cell) return undefined;
    const line = this.waiting.get(String(cell.value))!;
    const reason =
      String(cell.value) === key
        ? 'A row cannot name itself.'
        : `The row in line ${line}, which this names, waits for others that wait for it.`;
    return [findingOf(cell, reason)];
  }

  refuse(key: string, line: number): void {
    this.refused.set(key, line);
  }

  wait({ key, line }: Row): void {
    this.waiting.set(key, line);
  }

  /** Takes note that a rehearsal would have loaded a row. */
  rehearse(row: Row): void {
    if (this.table.selfReferring) this.rehearsed.set(row.key, row);
  }

  /** Rehearsed rows that have to come again before a row, those that others of them name first. */
  before(row: Row): Row[] {
    const found = new Set<Row>();
    const collect = ({ value }: Row): void => {
      for (const cell of this.namesIn(value)) {
        const named = this.isThere(cell) ? undefined : this.rehearsed.get(String(cell.value));
        if (!named || found.has(named)) continue;
        collect(named);
        found.add(named);
      }
    };
    collect(row);
    return [...found];
  }
}

const findingOf = ({ column, value }: Cell, reason: string): FieldFinding => ({
  ...{ outcome: 'rejected', column, value: String(value), reason },
});
