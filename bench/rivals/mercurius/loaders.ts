import { createHash } from 'node:crypto';
import DataLoader from 'dataloader';
import type pg from 'pg';

export type Row = Record<string, unknown> & { id: string };

/** Columns that the schema shows or that references need, by table; named as the schema names them. */
const columns = {
  region: 'id, code, name, kind',
  party: 'id, name, status',
  contact_medium: 'id, kind, value, purpose, preferred',
  contact_person: 'id, contact_type as "contactType", preferred, person_id',
  account: `id, account_no as "accountNo", name, status, is_default as "isDefault", billing_cycle as "billingCycle", payment_mode as "paymentMode",
    bill_format as "billFormat", bill_delivery as "billDelivery", bill_address as "billAddress",
    contact_name as "contactName", contact_phone as "contactPhone", currency, opened_at as "openedAt"`,
  product: 'id, code, name, kind, nature, status',
  tariff_plan: 'id, code, name',
  contact_type: 'id, code, name',
  contact_mode: 'id, code, name',
  contact_event: `id, contact_no as "contactNo", direction, status, reason, content, result, started_at as "startedAt", ended_at as "endedAt", type_id, mode_id`,
  offering: 'id, code, name',
  offering_instance: 'id, status, validity_from as "validityFrom", validity_to as "validityTo", offering_id',
  product_instance: `id, instance_no as "instanceNo", access_number as "accessNumber", status, install_address as "installAddress", activated_at as "activatedAt",
    suspend_reason as "suspendReason", far_end_address as "farEndAddress", ended_at as "endedAt", region_id, characteristics, product_id, account_id, offering_instance_id, customer_id`,
  order_item: `id, item_no as "itemNo", action, quantity, install_address as "installAddress", reason, product_instance_id, tariff_plan_id, offering_id, one_time_price_amount as "oneTimePriceAmount",
    one_time_price_currency as "oneTimePriceCurrency", recurring_price_amount as "recurringPriceAmount", recurring_price_currency as "recurringPriceCurrency"`,
  customer_order: `id, order_no as "orderNo", archive_no as "archiveNo", exception_cause as "exceptionCause", entered_by as "enteredBy",
    expected_at as "expectedAt", kind, source, status, priority, entered_at as "enteredAt", completed_at as "completedAt", customer_id,
    customer_name as "customerName", one_time_total_amount as "oneTimeTotalAmount", one_time_total_currency as "oneTimeTotalCurrency",
    recurring_total_amount as "recurringTotalAmount", recurring_total_currency as "recurringTotalCurrency"`,
  problem_ticket: `id, ticket_no as "ticketNo", status, priority, severity, origin, channel, closed_at as "closedAt", contact_name as "contactName", contact_phone as "contactPhone",
    service_number as "serviceNumber", repeat_count as "repeatCount", resolution, accepted_at as "acceptedAt", due_at as "dueAt", resolved_at as "resolvedAt",
    content, category_id`,
  ticket_category: 'id, code, name',
  customer: `id, code, name, lifecycle, in_network_phase as "inNetworkPhase", customer_type as "customerType", service_level as "serviceLevel",
    service_address as "serviceAddress", joined_at as "joinedAt", region_id, party_id`,
} as const;

export type Table = keyof typeof columns;

const names = new Map<string, string>();

/** PostgreSQL cuts the names of prepared statements after 63 characters. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 40)));
  return name;
}

/** Rows of one request: each kind of question is asked once for all that need it. */
export class Loaders {
  private readonly byKey = new Map<string, DataLoader<string, Row | null>>();
  private readonly lists = new Map<string, DataLoader<string, Row[]>>();

  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  /** A prepared statement over a table's columns. */
  async rows(table: Table, rest: string, values: readonly unknown[]): Promise<Row[]> {
    const text = `select ${columns[table]} from ${table} ${rest}`;
    return (await this.pool.query<Row>({ name: nameOf(text), text, values: [...values] })).rows;
  }

  /** The row that a reference names. */
  one(table: Table, key: unknown): Promise<Row | null> | null {
    if (typeof key !== 'string') return null;
    let loader = this.byKey.get(table);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const found = new Map(
          (await this.rows(table, 'where id = any($1::uuid[])', [keys])).map((row) => [row.id, row]),
        );
        return keys.map((wanted) => found.get(wanted) ?? null);
      });
      this.byKey.set(table, loader);
    }
    return loader.load(key);
  }

  /** The first rows that refer to a row. */
  list(table: Table, column: string, key: string, first: number): Promise<Row[]> {
    const name = `${table}.${column}.${first}`;
    let loader = this.lists.get(name);
    if (!loader) {
      const text = `select k.key as "$key", r.* from unnest($1::uuid[]) k(key)
        cross join lateral (select ${columns[table]} from ${table} where ${column} = k.key order by id limit ${first}) r`;
      loader = new DataLoader(async (keys) => {
        const { rows } = await this.pool.query<Row>({ name, text, values: [keys] });
        const groups = Map.groupBy(rows, (row) => row['$key'] as string);
        return keys.map((wanted) => groups.get(wanted) ?? []);
      });
      this.lists.set(name, loader);
    }
    return loader.load(key);
  }
}
