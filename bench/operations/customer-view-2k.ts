import { nearestSize } from './nearest-size.ts';
import type { Operation } from './operation.ts';
import { id, instant, nodes, one } from './sql.ts';

const document = `query CustomerView2k($code: String!) {
  customer(code: $code) {
    id code name lifecycle customerType serviceLevel serviceAddress joinedAt
    region { code name }
    party { name status contactMedia(first: 5) { nodes { kind value preferred } } }
    accounts(first: 5) { nodes { id accountNo name status isDefault paymentMode } }
    productInstances(first: 5) { nodes { id instanceNo accessNumber status activatedAt product { code name } } }
    orders(first: 5) { nodes { id orderNo status enteredAt } }
  }
}`;

const party = `select p.name, p.status,
  ${nodes('select m.kind, m.value, m.preferred from contact_medium m where m.party_id = p.id order by m.id limit 5')} as "contactMedia"
  from party p where p.id = c.party_id`;
const accounts = `select ${id('ac', 'a.id')} as id, a.account_no as "accountNo", a.name, a.status, a.is_default as "isDefault", a.payment_mode as "paymentMode"
  from account a where a.owner_id = c.id order by a.id limit 5`;
const productInstances = `select ${id('ii', 'i.id')} as id, i.instance_no as "instanceNo", i.access_number as "accessNumber", i.status,
  ${instant('i.activated_at')} as "activatedAt", ${one('select p.code, p.name from product p where p.id = i.product_id')} as product
  from product_instance i where i.customer_id = c.id order by i.id limit 5`;
const orders = `select ${id('or', 'o.id')} as id, o.order_no as "orderNo", o.status, ${instant('o.entered_at')} as "enteredAt"
  from customer_order o where o.customer_id = c.id order by o.id limit 5`;

export const customerView2k: Operation = {
  name: 'customer-view-2k',
  about: 'The head of the customer view: party, accounts, products, last orders; about 2 KB.',
  document,
  ceiling: {
    sql: `select json_build_object('customer', ${one(`
      select ${id('cu', 'c.id')} as id, c.code, c.name, c.lifecycle, c.customer_type as "customerType", c.service_level as "serviceLevel",
        c.service_address as "serviceAddress", ${instant('c.joined_at')} as "joinedAt",
        ${one('select r.code, r.name from region r where r.id = c.region_id')} as region,
        ${one(party)} as party, ${nodes(accounts)} as accounts, ${nodes(productInstances)} as "productInstances", ${nodes(orders)} as orders
      from customer c where c.code = $1 and c.region_id = any($2::uuid[])`)})::text`,
    values: ({ code }, { regionIds }) => [code, regionIds],
  },
  postgraphile: `query CustomerView2k($code: String!) {
    customerByCode(code: $code) {
      rowId code name lifecycle customerType serviceLevel serviceAddress joinedAt
      region { code name }
      party { name status contactMediums(first: 5) { nodes { kind value preferred } } }
      accountsByOwnerId(first: 5) { nodes { rowId accountNo name status isDefault paymentMode } }
      productInstances(first: 5) { nodes { rowId instanceNo accessNumber status activatedAt product { code name } } }
      customerOrders(first: 5) { nodes { rowId orderNo status enteredAt } }
    }
  }`,
  mercurius: `query CustomerView2k($code: String!) {
    customer(code: $code) {
      id code name lifecycle customerType serviceLevel serviceAddress joinedAt
      region { code name }
      party { name status contactMedia(first: 5) { kind value preferred } }
      accounts(first: 5) { id accountNo name status isDefault paymentMode }
      productInstances(first: 5) { id instanceNo accessNumber status activatedAt product { code name } }
      orders(first: 5) { id orderNo status enteredAt }
    }
  }`,
  requests: (source) => nearestSize(document, 2_048, source),
};
