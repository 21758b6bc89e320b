import type { Operation } from './operation.ts';
import { id, nodes, one } from './sql.ts';

export const searchName: Operation = {
  name: 'search-name',
  about: 'The first twenty customers with three characters somewhere in their name.',
  document: `query SearchName($text: String!) {
    customers(first: 20, filter: { name: { contains: $text } }) { nodes { id code name lifecycle serviceLevel region { name } } }
  }`,
  ceiling: {
    sql: `select json_build_object('customers', ${nodes(`
      select ${id('cu', 'c.id')} as id, c.code, c.name, c.lifecycle, c.service_level as "serviceLevel",
        ${one('select r.name from region r where r.id = c.region_id')} as region
      from customer c where c.name ilike $2 and c.region_id = any($1::uuid[]) order by c.id limit 20`)})::text`,
    values: ({ text }, { regionIds }) => [regionIds, `%${String(text).replace(/[\\%_]/g, '\\$&')}%`],
  },
  postgraphile: `query SearchName($text: String!, $regions: [UUID!]!) {
    customers(first: 20, filter: { name: { includesInsensitive: $text }, regionId: { in: $regions } }) { nodes { rowId code name lifecycle serviceLevel region { name } } }
  }`,
  mercurius: `query SearchName($text: String!, $regions: [ID!]!) {
    customersByName(text: $text, regions: $regions) { id code name lifecycle serviceLevel region { name } }
  }`,
  scoped: true,
  differsForAdmin: true,
  requests: ({ sample }) => sample.nameParts.map((text) => ({ text })),
};

export const searchNumber: Operation = {
  name: 'search-number',
  about: 'Whose number is it: products reached under a telephone number, with their customers.',
  document: `query SearchNumber($number: String!) {
    productInstances(first: 5, filter: { accessNumber: { eq: $number } }) {
      nodes { id instanceNo accessNumber status product { name } customer { id code name serviceLevel } }
    }
  }`,
  ceiling: {
    sql: `select json_build_object('productInstances', ${nodes(`
      select ${id('ii', 'i.id')} as id, i.instance_no as "instanceNo", i.access_number as "accessNumber", i.status,
        ${one('select p.name from product p where p.id = i.product_id')} as product,
        ${one(`select ${id('cu', 'c.id')} as id, c.code, c.name, c.service_level as "serviceLevel" from customer c where c.id = i.customer_id`)} as customer
      from product_instance i where i.access_number = $2 and i.region_id = any($1::uuid[]) order by i.id limit 5`)})::text`,
    values: ({ number }, { regionIds }) => [regionIds, number],
  },
  postgraphile: `query SearchNumber($number: String!, $regions: [UUID!]!) {
    productInstances(first: 5, filter: { accessNumber: { equalTo: $number }, regionId: { in: $regions } }) {
      nodes { rowId instanceNo accessNumber status product { name } customer { rowId code name serviceLevel } }
    }
  }`,
  mercurius: `query SearchNumber($number: String!, $regions: [ID!]!) {
    productInstancesByNumber(number: $number, regions: $regions) {
      id instanceNo accessNumber status product { name } customer { id code name serviceLevel }
    }
  }`,
  scoped: true,
  requests: ({ sample }) => sample.accessNumbers.map((number) => ({ number })),
};
