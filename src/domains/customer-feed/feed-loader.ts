import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Importer, ImportRow, ImportTarget, RowOutcome } from '../../kernel/imports/index.js';
import type { TableDefinition } from '../../kernel/tables/index.js';
import { Customer, findCustomerCodes, findCustomerIdsByCode, findCustomerIdsByDocument } from '../customer/index.js';
import { tableImporter } from '../exchange/index.js';
import { normalIdentityNumber } from '../party/index.js';
import type { CustomerFeedMapping } from './customer-feed-mapping.js';
import { CustomerFeedRow } from './customer-feed-row.js';
import { CustomerFeedSystem } from './customer-feed-system.js';
import { CustomerSourceLink } from './customer-source-link.js';
import { changesTable, customersTable } from './customer-tables.js';
import { FeedRowStatus } from './feed-enums.js';
import { digestOf, type FeedReason, isCustomer, normalise } from './normalise.js';

/** What became of a row. */
export interface FeedOutcome {
  status: FeedRowStatus;
  /** Key of the customer; null for none. */
  customerId: string | null;
  normalised: Record<string, string> | null;
  reasons: FeedReason[] | null;
  /** Whether the customer was made of the row, when it is known as theirs from now on. */
  origin?: boolean;
}

/** A row that is a customer, in the uniform model. */
interface Ready {
  row: CustomerFeedRow;
  fields: Record<string, string>;
}

interface Importing {
  importer: Importer<Record<string, unknown>>;
  target: ImportTarget<Record<string, unknown>>;
}

interface Link {
  customerId: string;
  origin: boolean;
  digest: string;
}

const { CREATED, UPDATED, UNCHANGED, MATCHED, NOT_CUSTOMER, REJECTED } = FeedRowStatus;

const rejected = (reasons: FeedReason[], normalised: Record<string, string> | null = null): FeedOutcome => ({
  ...{ status: REJECTED, customerId: null, normalised, reasons },
});
const whole = (reason: string, value = ''): FeedOutcome => rejected([{ field: '', value, reason }]);

/** Takes rows of one system over: through the same import, with the same checks, as a table of customers (CUS-79). */
export class FeedLoader {
  private readonly open = new Map<string, Promise<Importing>>();

  constructor(
    private readonly context: CallContext,
    private readonly system: CustomerFeedSystem,
    private readonly mappings: readonly CustomerFeedMapping[],
  ) {}

  /** Deals with a batch of staged rows, and notes what became of them. */
  async load(rows: readonly CustomerFeedRow[]): Promise<void> {
    const outcomes = await this.judge(rows);
    await this.context.database.write(this.context, (tx) => this.keep(tx, rows, outcomes));
  }

  /** Makes or changes customers by a batch of rows. In a rehearsal nothing is kept. @returns what became of each row, by its key */
  async judge(rows: readonly CustomerFeedRow[]): Promise<ReadonlyMap<string, FeedOutcome>> {
    const outcomes = new Map<string, FeedOutcome>();
    const doubles = await this.doubles(rows);
    const ready = rows.flatMap((row) => {
      const found = this.look(row, doubles);
      if ('fields' in found) return [found];
      outcomes.set(row.id, found);
      return [];
    });
    const links = await this.links(ready);
    const fresh = ready.filter(({ row }) => !links.has(row.sourceId!));
    await this.add(fresh, outcomes);
    await this.change(ready, links, outcomes);
    return outcomes;
  }

  /** What can be said of a row by itself. */
  private look(row: CustomerFeedRow, doubles: ReadonlySet<string>): FeedOutcome | Ready {
    const { record, sourceId } = row;
    if (!sourceId) return whole(`The record has no ${this.system.keyField} of 1 to 100 characters.`);
    if (doubles.has(row.id)) return whole('Another record of the run has the same key.', sourceId);
    if (!isCustomer(this.system, record!))
      return { status: NOT_CUSTOMER, customerId: null, normalised: null, reasons: null };
    const { fields, reasons } = normalise(this.mappings, record!);
    fields['code'] ??= `${this.system.code}-${sourceId}`;
    return reasons.length > 0 ? rejected(reasons, fields) : { row, fields };
  }

  /** Keys of rows before which another row of their run has the same key of the other system. */
  private async doubles(rows: readonly CustomerFeedRow[]): Promise<Set<string>> {
    const found = await this.query<{ id: string }>(
      `select "r"."id" from "customer_feed_row" "r" where "r"."id" = any($1::uuid[]) and exists (select 1 from "customer_feed_row" "e"
        where "e"."run_id" = "r"."run_id" and "e"."source_id" = "r"."source_id" and "e"."line" < "r"."line")`,
      [rows.map(({ id }) => id)],
    );
    return new Set(found.map(({ id }) => id));
  }

  private async links(ready: readonly Ready[]): Promise<Map<string, Link>> {
    const found = await this.query<Link & { sourceId: string }>(
      `select "source_id" "sourceId", "customer_id" "customerId", "origin", "digest" from "customer_source_link"
        where "system_id" = $1 and "source_id" = any($2)`,
      [this.system.id, ready.map(({ row }) => row.sourceId)],
    );
    return new Map(found.map((link) => [link.sourceId, link]));
  }

  /** Rows that are not known yet: they belong to a customer who is here, or become one. */
  private async add(fresh: readonly Ready[], outcomes: Map<string, FeedOutcome>): Promise<void> {
    const present = await this.present(fresh);
    const making: Ready[] = [];
    for (const one of fresh) {
      const { row, fields } = one;
      const theirs = present.get(fields['code']!) ?? present.get(documentOf(fields));
      // One that was normalised before, and has its code now, was made by an attempt that died.
      if (theirs && !row.normalised)
        outcomes.set(row.id, { status: MATCHED, customerId: theirs, normalised: fields, reasons: null, origin: false });
      else making.push(one);
    }
    await this.context.database.write(this.context, async (tx) => {
      for (const { row, fields } of making)
        await tx.em.nativeUpdate(CustomerFeedRow, { id: row.id }, { normalised: fields });
    });
    const stored = await this.store(customersTable(), making);
    const made = await this.present(making);
    for (const { row, fields } of making) {
      const outcome = stored.get(row.id)!;
      outcomes.set(
        row.id,
        typeof outcome === 'string'
          ? {
              status: CREATED,
              customerId: made.get(fields['code']!) ?? null,
              normalised: fields,
              reasons: null,
              origin: true,
            }
          : rejected(reasonsOf(outcome), fields),
      );
    }
  }

  /** Rows that are known: those that customers were made of change them when they say something new. */
  private async change(
    ready: readonly Ready[],
    links: ReadonlyMap<string, Link>,
    outcomes: Map<string, FeedOutcome>,
  ): Promise<void> {
    const known = ready.filter(({ row }) => links.has(row.sourceId!));
    const codes = await findCustomerCodes(
      this.context.database,
      [...links.values()].map(({ customerId }) => customerId),
    );
    const changing: Ready[] = [];
    for (const { row, fields } of known) {
      const { customerId, origin, digest } = links.get(row.sourceId!)!;
      if (!origin || digest === digestOf(fields))
        outcomes.set(row.id, { status: UNCHANGED, customerId, normalised: fields, reasons: null });
      else changing.push({ row, fields: { ...fields, code: codes.get(customerId)! } });
    }
    const stored = await this.store(changesTable(), changing);
    for (const { row, fields } of changing) {
      const outcome = stored.get(row.id)!;
      const { customerId } = links.get(row.sourceId!)!;
      outcomes.set(
        row.id,
        typeof outcome === 'string'
          ? { status: UPDATED, customerId, normalised: fields, reasons: null }
          : { ...rejected(reasonsOf(outcome), fields), customerId },
      );
    }
  }

  /** Gives rows to the graph as an import of the table does. */
  private async store(table: TableDefinition, ready: readonly Ready[]): Promise<Map<string, RowOutcome>> {
    const { importer, target } = await this.importing(table);
    const outcomes = new Map<string, RowOutcome>();
    const good: (ImportRow<Record<string, unknown>> & { id: string })[] = [];
    for (const { row, fields } of ready) {
      const { value, findings } = importer.read((column) => fields[column] ?? '', Object.keys(fields));
      if (value === undefined) outcomes.set(row.id, findings);
      else good.push({ id: row.id, line: row.line, key: fields['code']!, value });
    }
    if (good.length === 0) return outcomes;
    const ids = new Map(good.map(({ id, line }) => [line, id]));
    for (const [index, outcome] of (await target.store(good)).entries())
      if (outcome !== 'waiting') outcomes.set(good[index]!.id, outcome);
    // Those that other batches bring may be named by later runs only.
    for await (const waited of target.storeWaiting?.() ?? [])
      for (const { line, outcome } of waited) outcomes.set(ids.get(line)!, outcome);
    return outcomes;
  }

  /** One for all batches, for what one record becomes another one may name. */
  private importing(table: TableDefinition): Promise<Importing> {
    const open = this.open.get(table.name) ?? this.begin(table);
    this.open.set(table.name, open);
    return open;
  }

  /** Gives back what the imports have opened. */
  async close(): Promise<void> {
    // One that could not be opened has been told of, and keeps none of the others.
    for (const opened of await Promise.allSettled(this.open.values()))
      if (opened.status === 'fulfilled') await opened.value.target.close?.();
  }

  private async begin(table: TableDefinition): Promise<Importing> {
    const importer = await tableImporter(table, this.context);
    return { importer, target: await importer.prepare(this.context.database) };
  }

  /** Customers who are here, by code and by identity document. */
  private async present(ready: readonly Ready[]): Promise<Map<string, string>> {
    const { database } = this.context;
    const codes = await findCustomerIdsByCode(
      database,
      ready.map(({ fields }) => fields['code']!),
    );
    const documents = await findCustomerIdsByDocument(
      database,
      ready.flatMap(({ fields }) => (fields['idNo'] ? normalIdentityNumber(fields['idNo']) : [])),
    );
    return new Map([...codes, ...[...documents].map(([document, id]) => [`document:${document}`, id] as const)]);
  }

  private async keep(
    tx: Transaction,
    rows: readonly CustomerFeedRow[],
    outcomes: ReadonlyMap<string, FeedOutcome>,
  ): Promise<void> {
    for (const { id, sourceId } of rows) {
      const { status, customerId, normalised, reasons, origin } = outcomes.get(id)!;
      const row = await tx.em.findOneOrFail(CustomerFeedRow, { id });
      const customer = customerId === null ? null : tx.em.getReference(Customer, customerId);
      Object.assign(row, { status, customer, normalised, reasons });
      if (origin !== undefined)
        tx.add(
          Object.assign(new CustomerSourceLink(), {
            ...{
              system: tx.em.getReference(CustomerFeedSystem, this.system.id),
              sourceId,
              customer,
              origin,
              digest: digestOf(normalised!),
            },
          }),
        );
      else if (status === UPDATED)
        await tx.em.nativeUpdate(
          CustomerSourceLink,
          { system: this.system.id, sourceId: sourceId! },
          { digest: digestOf(this.withOwnCode(normalised!, sourceId!)) },
        );
    }
  }

  /** The fields as the record says them: a change names the customer by the code that they have here. */
  private withOwnCode(fields: Record<string, string>, sourceId: string): Record<string, string> {
    const mapped = this.mappings.some(({ field }) => field === 'code');
    return mapped ? fields : { ...fields, code: `${this.system.code}-${sourceId}` };
  }

  private async query<Row extends object>(sql: string, values: unknown[]): Promise<Row[]> {
    return (await this.context.database.pool.query<Row>(sql, values)).rows;
  }
}

const documentOf = ({ idType, idNo }: Record<string, string>): string =>
  `document:${idType ?? ''}:${normalIdentityNumber(idNo ?? '')}`;

const reasonsOf = (outcome: Exclude<RowOutcome, string>): FeedReason[] =>
  outcome.map(({ column, value, reason }) => ({ field: column, value, reason }));
