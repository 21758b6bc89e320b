import type { FieldFinding, ImportRow } from '../../kernel/imports/index.js';
import { type Cell, referencesIn, type TableDefinition } from '../../kernel/tables/index.js';
import { RowSpool, type SpoolPlace } from './row-spool.js';

/** The input of a row, its values still with their columns. */
export type InputTree = Record<string, unknown>;

type Row = ImportRow<InputTree>;

/** How rows that name each other are stored; may be changed while it runs. */
export const linkedRowLimits = {
  /** How many rows of a file may stand above another by naming each other: a rehearsal has all of them in one transaction. */
  deepest: 300,
  /** Rows that have waited and are stored together. */
  batch: 250,
  /** Rows after which a rehearsal is undone and goes on in a new transaction, for events of others wait for it to end. */
  stage: 200,
};

/** What is kept of a row that others may name; its input lies in the spool. */
export interface LinkedRow {
  key: string;
  line: number;
  /** Keys of the rows of its table that it names. */
  names: readonly string[];
  /** How many rows of the file stand above it, one under the other. */
  depth: number;
  place: SpoolPlace | undefined;
}

/**
 * The rows of one import that name each other by their keys. Of each that may be named only its place and its names stay in memory, as
 * little as what the import keeps to find keys that come twice; the rest waits on disk.
 */
export class LinkedRows {
  /** Lines of rows that were refused, by key: what names one of them is refused, too. */
  private readonly refused = new Map<string, number>();
  /** Rows that wait for others. */
  private readonly waiting = new Set<LinkedRow>();
  /** Lines of those, by key. */
  private readonly linesWaiting = new Map<string, number>();
  /** Rows that were loaded and have others above them; of a rehearsal all, for they are gone, and come again for those that name them. */
  private readonly loaded = new Map<string, LinkedRow>();
  private readonly spool = new RowSpool();

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

  /** Whether all that a row names is there. */
  isReady({ value }: Row): boolean {
    return this.namesIn(value).every(this.isThere);
  }

  /** Why a row cannot be loaded for the sake of those that it names; undefined when nothing is known against it. */
  refusalOf({ value }: Row): FieldFinding[] | undefined {
    const names = this.namesIn(value);
    const cell = names.find((name) => !this.isThere(name) && this.refused.has(String(name.value)));
    if (cell) {
      const line = this.refused.get(String(cell.value));
      return [findingOf(cell, `The row in line ${line}, which this names, was rejected.`)];
    }
    const { deepest } = linkedRowLimits;
    if (this.depthOf(names.map(({ value: key }) => String(key))) <= deepest) return undefined;
    const reason = `TOO_DEEP: More than ${deepest} rows of the file stand above this, one under the other; import it when those are there.`;
    return [findingOf(names[0]!, reason)];
  }

  /** Why a row can never be loaded that names rows that wait for it, or for each other. */
  circleOf({ key, value }: Row): FieldFinding[] {
    const cell = this.namesIn(value).find((name) => this.linesWaiting.has(String(name.value)))!;
    const line = this.linesWaiting.get(String(cell.value))!;
    const reason =
      String(cell.value) === key
        ? 'A row cannot name itself.'
        : `The row in line ${line}, which this names, waits for others that wait for it.`;
    return [findingOf(cell, reason)];
  }

  refuse(key: string, line: number): void {
    this.refused.set(key, line);
  }

  async wait(row: Row): Promise<void> {
    this.waiting.add(await this.kept(row, this.spool.add(row.value)));
    if (!this.linesWaiting.has(row.key)) this.linesWaiting.set(row.key, row.line);
  }

  /**
   * Takes note that a row was loaded.
   * @param gone in a rehearsal, so that it comes again for those that name it
   * @param place where it lies, when it has waited
   */
  async load(row: Row, gone: boolean, place?: SpoolPlace): Promise<void> {
    if (!this.table.selfReferring) return;
    if (gone || this.namesIn(row.value).length > 0)
      this.loaded.set(row.key, await this.kept(row, gone ? (place ?? this.spool.add(row.value)) : undefined));
  }

  async rowOf({ key, line, place }: LinkedRow): Promise<Row> {
    return { key, line, value: await this.spool.read(place!) };
  }

  /**
   * Rows that wait, some at a time, each when those that it names were dealt with, and soon after these. What is left when it ends names
   * itself, through others or not: {@link takeWaiting}.
   */
  *inOrder(size: number): Generator<readonly LinkedRow[], void, void> {
    const dependents = new Map<string, LinkedRow[]>();
    const open = new Map<LinkedRow, number>();
    for (const row of this.waiting) {
      const names = new Set(row.names.filter((name) => this.linesWaiting.has(name)));
      open.set(row, names.size);
      for (const name of names) {
        const others = dependents.get(name);
        if (others) others.push(row);
        else dependents.set(name, [row]);
      }
    }
    const ready = [...this.waiting].filter((row) => open.get(row) === 0).reverse();
    while (ready.length > 0) {
      const rows = ready.splice(-size).reverse();
      yield rows;
      for (const row of rows) {
        this.waiting.delete(row);
        this.linesWaiting.delete(row.key);
        for (const other of dependents.get(row.key) ?? []) {
          open.set(other, open.get(other)! - 1);
          if (open.get(other) === 0) ready.push(other);
        }
        dependents.delete(row.key);
      }
    }
  }

  /** The rows that still wait; none waits any more. */
  *takeWaiting(): Generator<LinkedRow, void, void> {
    yield* this.waiting;
    this.waiting.clear();
    this.linesWaiting.clear();
  }

  depthOf(names: readonly string[]): number {
    return names.reduce((depth, name) => Math.max(depth, 1 + (this.loaded.get(name)?.depth ?? 0)), 0);
  }

  /** Rehearsed rows that have to come again before a row, those that others of them name first. @param staged keys of those that are there */
  before({ names }: Pick<LinkedRow, 'names'>, staged: ReadonlySet<string>): LinkedRow[] {
    const found = new Set<LinkedRow>();
    const isOpen = (row: LinkedRow | undefined): row is LinkedRow =>
      row?.place !== undefined && !staged.has(row.key) && !found.has(row);
    const path = names.map((name) => this.loaded.get(name)).filter(isOpen);
    while (path.length > 0) {
      const row = path.at(-1)!;
      const above = row.names.map((name) => this.loaded.get(name)).filter(isOpen);
      if (above.length > 0) path.push(...above);
      else {
        found.add(row);
        path.pop();
      }
    }
    return [...found];
  }

  close(): Promise<void> {
    return this.spool.close();
  }

  private async kept(
    { key, line, value }: Row,
    place: SpoolPlace | Promise<SpoolPlace> | undefined,
  ): Promise<LinkedRow> {
    const names = this.namesIn(value).map((cell) => String(cell.value));
    return { key, line, names, depth: this.depthOf(names), place: await place };
  }
}

const findingOf = ({ column, value }: Cell, reason: string): FieldFinding => ({
  ...{ outcome: 'rejected', column, value: String(value), reason },
});
