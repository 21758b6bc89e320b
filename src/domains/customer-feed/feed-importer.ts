import { mayRun } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import {
  type Importer,
  ImportError,
  type ImportRow,
  type ImportTarget,
  type RowOutcome,
} from '../../kernel/imports/index.js';
import { v7 } from '../../kernel/model/index.js';
import { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedRun } from './customer-feed-run.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { FeedRowStatus } from './feed-enums.js';
import { FeedLoader, type FeedOutcome } from './feed-loader.js';
import { finishRun, importName } from './load-run.job.js';
import { newRun, stagedRow } from './new-run.js';
import { type FeedReason, unmapped } from './normalise.js';

/** A record as a file has it: texts, null where it is blank. */
type FileRecord = Record<string, string | null>;

/**
 * Takes a file of records of another system over, as a stream (CUS-78, CUS-79): its columns are the fields of the records, all texts,
 * so a definition that counts says `number(record.lines) > 0`. What becomes of them stands in a run, as for records that come through
 * the graph. It may die at any moment: a file of the same name goes on in the run that it left, and rows that were dealt with are
 * left alone.
 * @param context who imports; in a rehearsal nothing is kept
 * @throws ImportError UNKNOWN_SYSTEM, FORBIDDEN when the caller may not hand records over
 */
export async function feedImporter(
  context: CallContext,
  systemCode: string,
  file: string,
): Promise<Importer<FileRecord>> {
  if (!mayRun('customerFeedStart', context.caller))
    throw new ImportError(
      'FORBIDDEN',
      'The permission customerFeedStart is needed to import records of another system.',
    );
  const em = context.database.orm.em.fork();
  const system = await em.findOne(CustomerFeedSystem, { code: systemCode });
  if (!system)
    throw new ImportError(
      'UNKNOWN_SYSTEM',
      `The system ${systemCode} is not set up; set it with customerFeedSystemSave.`,
    );
  const mappings = await em.find(CustomerFeedMapping, { system: system.id });
  let header: readonly string[] = [];
  return {
    ...{ name: importName(systemCode), columns: null, neededColumns: [system.keyField], keyColumn: system.keyField },
    read(field, columns) {
      header = columns;
      return { value: Object.fromEntries(columns.map((column) => [column, field(column) || null])), findings: [] };
    },
    prepare: () => Promise.resolve(new FeedTarget(context, { system, mappings, file, header: () => header })),
  };
}

interface FeedFile {
  system: CustomerFeedSystem;
  mappings: readonly CustomerFeedMapping[];
  file: string;
  /** Columns of the file, once a row was read. */
  header: () => readonly string[];
}

const { CREATED, UPDATED, NOT_CUSTOMER, REJECTED, STAGED } = FeedRowStatus;

class FeedTarget implements ImportTarget<FileRecord> {
  private readonly loader: FeedLoader;
  private runId: string | undefined;

  constructor(
    private readonly context: CallContext,
    private readonly of: FeedFile,
  ) {
    this.loader = new FeedLoader(context, of.system, of.mappings);
  }

  async store(rows: readonly ImportRow<FileRecord>[]): Promise<RowOutcome[]> {
    if (this.context.rehearsal) return this.rehearse(rows);
    const lines = rows.map(({ line }) => line);
    this.runId ??= await this.begin();
    const done = await this.stage(this.runId, rows);
    await this.loader.load(await this.rowsAt(this.runId, lines, STAGED));
    const kept = new Map((await this.rowsAt(this.runId, lines)).map((row) => [row.line, row]));
    return lines.map((line) => outcomeOf(kept.get(line)!, done.has(line)));
  }

  async finish(): Promise<void> {
    if (this.runId) await finishRun(this.context, this.runId);
  }

  close(): Promise<void> {
    return this.loader.close();
  }

  /** What would become of rows. */
  private async rehearse(rows: readonly ImportRow<FileRecord>[]): Promise<RowOutcome[]> {
    const run = new CustomerFeedRun();
    const staged = rows.map(({ line, value }) =>
      Object.assign(stagedRow(this.of.system, run, line, value), { id: v7() }),
    );
    const outcomes = await this.loader.judge(staged);
    return staged.map(({ id }) => outcomeOf(outcomes.get(id)!, false));
  }

  /** The run that a file of this name left, or a new one. */
  private begin(): Promise<string> {
    const { system, mappings, file, header } = this.of;
    return this.context.database.write(this.context, async (tx) => {
      const left = await tx.em.findOne(CustomerFeedRun, { system: system.id, file, finishedAt: null });
      if (left) return left.id;
      const fields = Object.fromEntries(header().map((name) => [name, null]));
      const run = newRun(tx, system, { file, records: 0, unmappedFields: unmapped(system, mappings, [fields]) });
      return tx.add(Object.assign(run, { system: tx.em.getReference(CustomerFeedSystem, system.id) })).id;
    });
  }

  /** Keeps rows as they came. One that stands there with another record is taken anew. @returns lines that were dealt with before */
  private stage(runId: string, rows: readonly ImportRow<FileRecord>[]): Promise<Set<number>> {
    return this.context.database.write(this.context, async (tx) => {
      const run = await tx.em.findOneOrFail(CustomerFeedRun, { id: runId });
      const there = await tx.em.find(CustomerFeedRow, { run: runId, line: { $in: rows.map(({ line }) => line) } });
      const known = new Map(there.map((row) => [row.line, row]));
      const done = new Set<number>();
      for (const { line, value } of rows) {
        const fresh = stagedRow(this.of.system, run, line, value);
        const row = known.get(line);
        if (!row) {
          tx.add(fresh);
          run.records += 1;
        } else if (!sameRecord(row.record!, value)) {
          const { sourceId, status, record, normalised, reasons } = fresh;
          Object.assign(row, { sourceId, status, customer: null, record, normalised, reasons });
        } else if (row.status !== STAGED) done.add(line);
      }
      return done;
    });
  }

  private rowsAt(runId: string, lines: readonly number[], status?: FeedRowStatus): Promise<CustomerFeedRow[]> {
    return this.context.database.orm.em
      .fork()
      .find(
        CustomerFeedRow,
        { run: runId, line: { $in: [...lines] }, ...(status ? { status } : {}) },
        { orderBy: { line: 'asc' } },
      );
  }
}

const sameRecord = (one: Readonly<Record<string, unknown>>, other: FileRecord): boolean => {
  const names = Object.keys(other);
  return Object.keys(one).length === names.length && names.every((name) => one[name] === other[name]);
};

/** @param before whether an earlier run of the file dealt with it */
function outcomeOf(
  { status, reasons }: Pick<FeedOutcome, 'status'> & { reasons?: unknown },
  before: boolean,
): RowOutcome {
  if (status === REJECTED)
    return (reasons as FeedReason[]).map(({ field, value, reason }) => ({
      outcome: 'rejected',
      column: field,
      value,
      reason,
    }));
  if (status === NOT_CUSTOMER) return 'skipped';
  return !before && (status === CREATED || status === UPDATED) ? 'loaded' : 'present';
}
