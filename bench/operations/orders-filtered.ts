import type { Operation } from './operation.ts';
import { endCursor, orderPage } from './order-page.ts';
import { id, instant, money, one } from './sql.ts';

export const ordersFiltered: Operation = {
  name: 'orders-filtered',
  about: 'A page of twenty orders in one state, entered before a moment, newest first.',
  document: `query OrdersFiltered($status: OrderStatus!, $before: DateTime!) {
    orders(first: 20, filter: { status: { eq: $status }, enteredAt: { lt: $before } }, orderBy: [{ field: ENTERED_AT, direction: DESC }]) {
      nodes { id orderNo kind status priority enteredAt customerName recurringTotal { amount currency } customer { code name serviceLevel } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  ceiling: {
    sql: orderPage(
      `select ${id('or', 'o.id')} as id, o.order_no as "orderNo", o.kind, o.status, o.priority, ${instant('o.entered_at')} as "enteredAt",
        o.customer_name as "customerName", ${money('o.recurring_total')} as "recurringTotal",
        ${one('select c.code, c.name, c.service_level as "serviceLevel" from customer c where c.id = o.customer_id')} as customer`,
      `where o.region_id = any($1::uuid[]) and o.status = $2 and o.entered_at < $3::timestamptz order by o.entered_at desc, o.id desc`,
      20,
      endCursor('entered_at-id-', 'desc'),
    ),
    values: ({ status, before }, { regionIds }) => [regionIds, status, before],
  },
  postgraphile: `query OrdersFiltered($status: String!, $before: Datetime!, $regions: [UUID!]!) {
    customerOrders(first: 20, filter: { regionId: { in: $regions }, status: { equalTo: $status }, enteredAt: { lessThan: $before } }, orderBy: [ENTERED_AT_DESC]) {
      nodes { rowId orderNo kind status priority enteredAt customerName recurringTotalAmount recurringTotalCurrency customer { code name serviceLevel } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  mercurius: `query OrdersFiltered($status: String!, $before: String!, $regions: [ID!]!) {
    orders(first: 20, regions: $regions, status: $status, before: $before, newestFirst: true) {
      nodes { id orderNo kind status priority enteredAt customerName recurringTotalAmount recurringTotalCurrency customer { code name serviceLevel } }
      hasNextPage endCursor
    }
  }`,
  scoped: true,
  differsForAdmin: true,
  requests: ({ sample }) => sample.orderStates,
};
