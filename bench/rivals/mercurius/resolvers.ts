import type pg from 'pg';
import type { Loaders, Row, Table } from './loaders.ts';

interface Context {
  loaders: Loaders;
  pool: pg.Pool;
}
type Resolver = (parent: Row, args: { first: number }, context: Context) => unknown;

const reference =
  (table: Table, column: string): Resolver =>
  (parent, _args, { loaders }) =>
    loaders.one(table, parent[column]);

const list =
  (table: Table, column: string): Resolver =>
  (parent, { first }, { loaders }) =>
    loaders.list(table, column, parent.id, first);

const cursorOf = (row: Row) => `${String(row['enteredAt'])}|${row.id}`;

interface OrdersArguments {
  first: number;
  after?: string;
  regions: string[];
  status?: string;
  before?: string;
  newestFirst?: boolean;
}

async function orders(_root: unknown, given: OrdersArguments, { loaders }: Context) {
  const values: unknown[] = [given.regions];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['region_id = any($1::uuid[])'];
  if (given.status) conditions.push(`status = ${bind(given.status)}`);
  if (given.before) conditions.push(`entered_at < ${bind(given.before)}::timestamptz`);
  if (given.after) {
    const [moment, id] = given.after.split('|');
    conditions.push(
      `(entered_at, id) ${given.newestFirst ? '<' : '>'} (${bind(moment)}::timestamptz, ${bind(id)}::uuid)`,
    );
  }
  const direction = given.newestFirst ? ' desc' : '';
  const rows = await loaders.rows(
    'customer_order',
    `where ${conditions.join(' and ')} order by entered_at${direction}, id${direction} limit ${given.first + 1}`,
    values,
  );
  const nodes = rows.slice(0, given.first);
  const last = nodes.at(-1);
  return { nodes, hasNextPage: rows.length > given.first, endCursor: last ? cursorOf(last) : null };
}

const counts = async (pool: pg.Pool, name: string, text: string, values: unknown[]) =>
  (await pool.query<Row>({ name, text, values })).rows;
const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&');

export const resolvers = {
  Query: {
    customer: async (_root: unknown, { code }: { code: string }, { loaders }: Context) =>
      (await loaders.rows('customer', 'where code = $1', [code]))[0] ?? null,
    customersByName: (_root: unknown, { text, regions }: { text: string; regions: string[] }, { loaders }: Context) =>
      loaders.rows('customer', 'where name ilike $1 and region_id = any($2::uuid[]) order by id limit 20', [
        `%${escaped(text)}%`,
        regions,
      ]),
    productInstancesByNumber: (
      _root: unknown,
      { number, regions }: { number: string; regions: string[] },
      { loaders }: Context,
    ) =>
      loaders.rows('product_instance', 'where access_number = $1 and region_id = any($2::uuid[]) order by id limit 5', [
        number,
        regions,
      ]),
    orders,
    ordersByStatus: (_root: unknown, { regions }: { regions: string[] }, { pool }: Context) =>
      counts(
        pool,
        'ordersByStatus',
        'select status, count(*)::int as count from customer_order where region_id = any($1::uuid[]) group by status order by status',
        [regions],
      ),
    faultsByRegion: (
      _root: unknown,
      { regions, statuses }: { regions: string[]; statuses: string[] },
      { pool }: Context,
    ) =>
      counts(
        pool,
        'faultsByRegion',
        `select region_id, severity, count(*)::int as count from problem_ticket
         where kind = 'FAULT_TICKET' and region_id = any($1::uuid[]) and status = any($2) group by region_id, severity order by region_id, severity`,
        [regions, statuses],
      ),
  },
  FaultCount: { region: reference('region', 'region_id') },
  Party: { contactMedia: list('contact_medium', 'party_id') },
  ContactPerson: { person: reference('party', 'person_id') },
  OfferingInstance: { offering: reference('offering', 'offering_id') },
  ProductInstance: {
    product: reference('product', 'product_id'),
    region: reference('region', 'region_id'),
    account: reference('account', 'account_id'),
    offeringInstance: reference('offering_instance', 'offering_instance_id'),
    customer: reference('customer', 'customer_id'),
  },
  OrderItem: {
    offering: reference('offering', 'offering_id'),
    productInstance: reference('product_instance', 'product_instance_id'),
    tariffPlan: reference('tariff_plan', 'tariff_plan_id'),
  },
  ContactEvent: { type: reference('contact_type', 'type_id'), mode: reference('contact_mode', 'mode_id') },
  Order: { cursor: cursorOf, customer: reference('customer', 'customer_id'), items: list('order_item', 'order_id') },
  ProblemTicket: { category: reference('ticket_category', 'category_id') },
  Customer: {
    region: reference('region', 'region_id'),
    party: reference('party', 'party_id'),
    contactPersons: list('contact_person', 'customer_id'),
    accounts: list('account', 'owner_id'),
    productInstances: list('product_instance', 'customer_id'),
    orders: list('customer_order', 'customer_id'),
    contactEvents: list('contact_event', 'customer_id'),
    problemTickets: list('problem_ticket', 'customer_id'),
  },
};
