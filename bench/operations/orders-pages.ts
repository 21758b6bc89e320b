import type { Operation, Source, Variables } from './operation.ts';
import { cursorKeys, endCursor, orderPage } from './order-page.ts';
import { id, instant, money } from './sql.ts';

const SIZE = 10;
/** Pages read in turn. */
const PAGES = 50;
/** Rows that are skipped at once on the way to a page. */
const STRIDE = 200;

const walks = {
  switchboard: `query Walk($after: String) { orders(first: ${STRIDE}, after: $after, orderBy: [{ field: ENTERED_AT }]) { edges { cursor } pageInfo { hasNextPage } } }`,
  postgraphile: `query Walk($after: Cursor, $regions: [UUID!]!) {
    orders: customerOrders(first: ${STRIDE}, after: $after, filter: { regionId: { in: $regions } }, orderBy: [ENTERED_AT_ASC]) { edges { cursor } pageInfo { hasNextPage } }
  }`,
  mercurius: `query Walk($after: String, $regions: [ID!]!) { orders(first: ${STRIDE}, after: $after, regions: $regions) { nodes { cursor } hasNextPage } }`,
};

interface Walked {
  edges?: { cursor: string }[];
  nodes?: { cursor: string }[];
  pageInfo?: { hasNextPage: boolean };
  hasNextPage?: boolean;
}

/** The cursors of all rows up to a page's last, or to the end of the list. */
async function walk(rows: number, { ask, dialect, regionIds }: Source): Promise<string[]> {
  const cursors: string[] = [];
  for (let more = true; more && cursors.length < rows;) {
    const variables = { after: cursors.at(-1) ?? null, ...(dialect === 'switchboard' ? {} : { regions: regionIds }) };
    const { orders } = (await ask(walks[dialect], variables)) as { orders: Walked };
    cursors.push(...(orders.edges ?? orders.nodes ?? []).map((row) => row.cursor));
    more = orders.pageInfo?.hasNextPage ?? orders.hasNextPage ?? false;
  }
  return cursors;
}

/** The pages up to and including this one, by the cursors before them; the last ones that exist when the list is shorter. */
async function pagesUpTo(last: number, source: Source): Promise<Variables[]> {
  const cursors = await walk(last * SIZE + 1, source);
  const end = Math.min(last, Math.floor((cursors.length - 1) / SIZE));
  const first = Math.max(1, end - PAGES + 1);
  return Array.from({ length: end - first + 1 }, (_, index) => ({
    after: cursors[(first + index - 1) * SIZE - 1] ?? null,
  }));
}

const page = (last: number): Operation => ({
  name: last === PAGES ? 'orders-page-1' : `orders-page-${last}`,
  about:
    last === PAGES
      ? `The first ${PAGES} pages of ten orders, oldest first.`
      : `The ${PAGES} pages of ten orders that end with page ${last}, by cursor.`,
  document: `query OrdersPage($after: String) {
    orders(first: ${SIZE}, after: $after, orderBy: [{ field: ENTERED_AT }]) {
      nodes { id orderNo status enteredAt customerName recurringTotal { amount currency } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  ceiling: {
    sql: orderPage(
      `select ${id('or', 'o.id')} as id, o.order_no as "orderNo", o.status, ${instant('o.entered_at')} as "enteredAt", o.customer_name as "customerName",
        ${money('o.recurring_total')} as "recurringTotal"`,
      `where o.region_id = any($1::uuid[]) and (o.entered_at, o.id) > ($2::timestamptz, $3::uuid) order by o.entered_at, o.id`,
      SIZE,
      endCursor('entered_at+id+', 'asc'),
    ),
    values: ({ after }, { regionIds }) => {
      const [moment, key] = cursorKeys(after);
      return [regionIds, moment ?? '-infinity', key ?? '00000000-0000-0000-0000-000000000000'];
    },
  },
  postgraphile: `query OrdersPage($after: Cursor, $regions: [UUID!]!) {
    customerOrders(first: ${SIZE}, after: $after, filter: { regionId: { in: $regions } }, orderBy: [ENTERED_AT_ASC]) {
      nodes { rowId orderNo status enteredAt customerName recurringTotalAmount recurringTotalCurrency }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  mercurius: `query OrdersPage($after: String, $regions: [ID!]!) {
    orders(first: ${SIZE}, after: $after, regions: $regions) {
      nodes { id orderNo status enteredAt customerName recurringTotalAmount recurringTotalCurrency }
      hasNextPage endCursor
    }
  }`,
  scoped: true,
  ownKeys: true,
  differsForAdmin: true,
  requests: (source) => pagesUpTo(last, source),
});

export const ordersPage1 = page(PAGES);
export const ordersPage10000 = page(10_000);
