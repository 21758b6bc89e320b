import type { Operation } from './operation.ts';
import { id, instant, one } from './sql.ts';

export const customerByCode: Operation = {
  name: 'customer-by-code',
  about: 'A simple lookup by a unique key, with one reference.',
  document: `query CustomerByCode($code: String!) {
    customer(code: $code) { id code name lifecycle customerType serviceLevel joinedAt region { code name } }
  }`,
  ceiling: {
    sql: `select json_build_object('customer', ${one(`
      select ${id('cu', 'c.id')} as id, c.code, c.name, c.lifecycle, c.customer_type as "customerType", c.service_level as "serviceLevel",
        ${instant('c.joined_at')} as "joinedAt", ${one('select r.code, r.name from region r where r.id = c.region_id')} as region
      from customer c where c.code = $1 and c.region_id = any($2::uuid[])`)})::text`,
    values: ({ code }, { regionIds }) => [code, regionIds],
  },
  postgraphile: `query CustomerByCode($code: String!) {
    customerByCode(code: $code) { rowId code name lifecycle customerType serviceLevel joinedAt region { code name } }
  }`,
  mercurius: `query CustomerByCode($code: String!) {
    customer(code: $code) { id code name lifecycle customerType serviceLevel joinedAt region { code name } }
  }`,
  requests: ({ sample }) => sample.codes.map((code) => ({ code })),
};
