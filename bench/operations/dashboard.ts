import type { Operation } from './operation.ts';

const OPEN = ['ACCEPTED', 'CLASSIFIED', 'CONFIRMING', 'DISPATCHED', 'IN_PROCESS', 'REPAIRED'];
const list = (values: readonly string[], quote: string) => values.map((value) => `${quote}${value}${quote}`).join(', ');

export const dashboard: Operation = {
  name: 'dashboard',
  about: 'Orders by state, and open faults by region and severity, over everything the caller sees.',
  document: `query Dashboard {
    orders { aggregate(groupBy: [{ dimension: STATUS }]) { key { status } count } }
    faultTickets(filter: { status: { in: [${list(OPEN, '')}] } }) {
      aggregate(groupBy: [{ dimension: REGION }, { dimension: SEVERITY }]) { key { region { code } severity } count }
    }
  }`,
  ceiling: {
    sql: `select json_build_object(
      'orders', json_build_object('aggregate', (select coalesce(json_agg(json_build_object('key', json_build_object('status', g.status), 'count', g.n) order by g.status), '[]')
        from (select status, count(*) as n from customer_order where region_id = any($1::uuid[]) group by status) g)),
      'faultTickets', json_build_object('aggregate', (select coalesce(json_agg(json_build_object('key', json_build_object(
          'region', (select json_build_object('code', r.code) from region r where r.id = g.region_id), 'severity', g.severity), 'count', g.n) order by g.region_id, g.severity), '[]')
        from (select region_id, severity, count(*) as n from problem_ticket
              where kind = 'FAULT_TICKET' and region_id = any($1::uuid[]) and status in (${list(OPEN, "'")}) group by region_id, severity) g)))::text`,
    values: (_variables, { regionIds }) => [regionIds],
  },
  postgraphile: `query Dashboard($regions: [UUID!]!) {
    customerOrders(filter: { regionId: { in: $regions } }) { groupedAggregates(groupBy: [STATUS]) { keys rows { count: rowId } } }
    problemTickets(filter: { kind: { equalTo: "FAULT_TICKET" }, regionId: { in: $regions }, status: { in: [${list(OPEN, '"')}] } }) {
      groupedAggregates(groupBy: [REGION_ID, SEVERITY]) { keys rows { count: rowId } }
    }
  }`,
  mercurius: `query Dashboard($regions: [ID!]!) {
    ordersByStatus(regions: $regions) { status count }
    faultsByRegion(regions: $regions, statuses: [${list(OPEN, '"')}]) { region { code } severity count }
  }`,
  scoped: true,
  differsForAdmin: true,
  // It reads every row and counts in memory.
  without: ['uncompiled'],
  // PostGraphile's groups have lists of keys, among them those of regions instead of their codes.
  ignore: ['keys', 'key', 'status', 'severity', 'region'],
  requests: () => [{}],
};
