import { nearestSize } from './nearest-size.ts';
import type { Operation } from './operation.ts';
import { id, instant, money, nodes, one } from './sql.ts';

const document = `query CustomerView20k($code: String!) {
  customer(code: $code) {
    id code name lifecycle inNetworkPhase customerType serviceLevel serviceAddress joinedAt
    region { code name kind }
    party { id name status contactMedia(first: 20) { nodes { id kind value purpose preferred } } }
    contactPersons(first: 10) { nodes { id contactType preferred person { id name contactMedia(first: 5) { nodes { kind value preferred } } } } }
    accounts(first: 20) { nodes { id accountNo name status isDefault billingCycle paymentMode billFormat billDelivery billAddress contactName contactPhone currency openedAt } }
    productInstances(first: 50) {
      nodes {
        id instanceNo accessNumber status suspendReason installAddress farEndAddress activatedAt endedAt
        characteristics { name value }
        product { code name kind nature status }
        region { code name }
        account { accountNo }
        offeringInstance { id status validity { from to } offering { code name } }
      }
    }
    orders(first: 50) {
      nodes {
        id orderNo archiveNo kind source status exceptionCause priority customerName enteredBy enteredAt expectedAt completedAt
        oneTimeTotal { amount currency }
        recurringTotal { amount currency }
        items(first: 20) {
          nodes {
            id itemNo action quantity installAddress reason
            productInstance { instanceNo accessNumber status }
            tariffPlan { code name }
            offering { code name }
            oneTimePrice { amount currency }
            recurringPrice { amount currency }
          }
        }
      }
    }
    contactEvents(first: 20) { nodes { id contactNo direction status reason content result startedAt endedAt type { code name } mode { code name } } }
    problemTickets(first: 20) { nodes { id ticketNo status priority severity origin channel acceptedAt dueAt resolvedAt closedAt content contactName contactPhone serviceNumber repeatCount resolution category { code name } } }
  }
}`;

const media = (columns: string, limit: number) =>
  nodes(`select ${columns} from contact_medium m where m.party_id = p.id order by m.id limit ${limit}`);
const party = `select case p.kind when 'INDIVIDUAL' then ${id('pi', 'p.id')} else ${id('po', 'p.id')} end as id, p.name, p.status,
  ${media(`${id('cm', 'm.id')} as id, m.kind, m.value, m.purpose, m.preferred`, 20)} as "contactMedia" from party p where p.id = c.party_id`;
const person = `select ${id('pi', 'p.id')} as id, p.name, ${media('m.kind, m.value, m.preferred', 5)} as "contactMedia" from party p where p.id = k.person_id`;
const contactPersons = `select ${id('cp', 'k.id')} as id, k.contact_type as "contactType", k.preferred, ${one(person)} as person
  from contact_person k where k.customer_id = c.id order by k.id limit 10`;
const accounts = `select ${id('ac', 'a.id')} as id, a.account_no as "accountNo", a.name, a.status, a.is_default as "isDefault", a.billing_cycle as "billingCycle",
  a.payment_mode as "paymentMode", a.bill_format as "billFormat", a.bill_delivery as "billDelivery",
  a.bill_address as "billAddress", a.contact_name as "contactName", a.contact_phone as "contactPhone", a.currency, ${instant('a.opened_at')} as "openedAt"
  from account a where a.owner_id = c.id order by a.id limit 20`;
const offeringInstance = `select ${id('ni', 'n.id')} as id, n.status,
  json_build_object('from', ${instant('n.validity_from')}, 'to', ${instant('n.validity_to')}) as validity,
  ${one('select f.code, f.name from offering f where f.id = n.offering_id')} as offering from offering_instance n where n.id = i.offering_instance_id`;
const productInstances = `select ${id('ii', 'i.id')} as id, i.instance_no as "instanceNo", i.access_number as "accessNumber", i.status,
  i.suspend_reason as "suspendReason", i.install_address as "installAddress", i.far_end_address as "farEndAddress",
  ${instant('i.activated_at')} as "activatedAt", ${instant('i.ended_at')} as "endedAt",
  (select coalesce(json_agg(json_build_object('name', v.key, 'value', v.value) order by v.key collate "C"), '[]') from jsonb_each(i.characteristics) v) as characteristics,
  ${one('select p.code, p.name, p.kind, p.nature, p.status from product p where p.id = i.product_id')} as product,
  ${one('select r.code, r.name from region r where r.id = i.region_id')} as region,
  ${one('select a.account_no as "accountNo" from account a where a.id = i.account_id')} as account,
  ${one(offeringInstance)} as "offeringInstance"
  from product_instance i where i.customer_id = c.id order by i.id limit 50`;
const items = `select ${id('od', 'l.id')} as id, l.item_no as "itemNo", l.action, l.quantity, l.install_address as "installAddress", l.reason,
  ${one('select i.instance_no as "instanceNo", i.access_number as "accessNumber", i.status from product_instance i where i.id = l.product_instance_id')} as "productInstance",
  ${one('select t.code, t.name from tariff_plan t where t.id = l.tariff_plan_id')} as "tariffPlan",
  ${one('select f.code, f.name from offering f where f.id = l.offering_id')} as offering,
  ${money('l.one_time_price')} as "oneTimePrice", ${money('l.recurring_price')} as "recurringPrice"
  from order_item l where l.order_id = o.id order by l.id limit 20`;
const orders = `select ${id('or', 'o.id')} as id, o.order_no as "orderNo", o.archive_no as "archiveNo", o.kind, o.source, o.status,
  o.exception_cause as "exceptionCause", o.priority, o.customer_name as "customerName", o.entered_by as "enteredBy",
  ${instant('o.entered_at')} as "enteredAt", ${instant('o.expected_at')} as "expectedAt", ${instant('o.completed_at')} as "completedAt",
  ${money('o.one_time_total')} as "oneTimeTotal", ${money('o.recurring_total')} as "recurringTotal", ${nodes(items)} as items
  from customer_order o where o.customer_id = c.id order by o.id limit 50`;
const ticketId = `case t.kind when 'FAULT_TICKET' then ${id('tf', 't.id')} when 'COMPLAINT_TICKET' then ${id('tq', 't.id')}
  when 'SUGGESTION' then ${id('tg', 't.id')} else ${id('td', 't.id')} end`;
const problemTickets = `select ${ticketId} as id, t.ticket_no as "ticketNo", t.status, t.priority, t.severity, t.origin, t.channel,
  ${instant('t.accepted_at')} as "acceptedAt", ${instant('t.due_at')} as "dueAt", ${instant('t.resolved_at')} as "resolvedAt", ${instant('t.closed_at')} as "closedAt",
  t.content, t.contact_name as "contactName", t.contact_phone as "contactPhone", t.service_number as "serviceNumber", t.repeat_count as "repeatCount", t.resolution,
  ${one('select g.code, g.name from ticket_category g where g.id = t.category_id')} as category
  from problem_ticket t where t.customer_id = c.id order by t.id limit 20`;
const contactEvents = `select ${id('xe', 'e.id')} as id, e.contact_no as "contactNo", e.direction, e.status, e.reason, e.content, e.result,
  ${instant('e.started_at')} as "startedAt", ${instant('e.ended_at')} as "endedAt",
  ${one('select y.code, y.name from contact_type y where y.id = e.type_id')} as type,
  ${one('select m.code, m.name from contact_mode m where m.id = e.mode_id')} as mode
  from contact_event e where e.customer_id = c.id order by e.id limit 20`;

export const customerView20k: Operation = {
  name: 'customer-view-20k',
  about:
    'The whole customer view, four levels deep: party, contacts, accounts, products, orders with items, contact history, tickets; about 20 KB.',
  document,
  ceiling: {
    sql: `select json_build_object('customer', ${one(`
      select ${id('cu', 'c.id')} as id, c.code, c.name, c.lifecycle, c.in_network_phase as "inNetworkPhase", c.customer_type as "customerType",
        c.service_level as "serviceLevel", c.service_address as "serviceAddress", ${instant('c.joined_at')} as "joinedAt",
        ${one('select r.code, r.name, r.kind from region r where r.id = c.region_id')} as region,
        ${one(party)} as party, ${nodes(contactPersons)} as "contactPersons", ${nodes(accounts)} as accounts,
        ${nodes(productInstances)} as "productInstances", ${nodes(orders)} as orders,
        ${nodes(contactEvents)} as "contactEvents", ${nodes(problemTickets)} as "problemTickets"
      from customer c where c.code = $1 and c.region_id = any($2::uuid[])`)})::text`,
    values: ({ code }, { regionIds }) => [code, regionIds],
  },
  postgraphile: `query CustomerView20k($code: String!) {
    customerByCode(code: $code) {
      rowId code name lifecycle inNetworkPhase customerType serviceLevel serviceAddress joinedAt
      region { code name kind }
      party { rowId name status contactMediums(first: 20) { nodes { rowId kind value purpose preferred } } }
      contactPeople(first: 10) { nodes { rowId contactType preferred person { rowId name contactMediums(first: 5) { nodes { kind value preferred } } } } }
      accountsByOwnerId(first: 20) { nodes { rowId accountNo name status isDefault billingCycle paymentMode billFormat billDelivery billAddress contactName contactPhone currency openedAt } }
      productInstances(first: 50) {
        nodes {
          rowId instanceNo accessNumber status suspendReason installAddress farEndAddress activatedAt endedAt
          characteristics
          product { code name kind nature status }
        region { code name }
          account { accountNo }
          offeringInstance { rowId status validityFrom validityTo offering { code name } }
        }
      }
      customerOrders(first: 50) {
        nodes {
          rowId orderNo archiveNo kind source status exceptionCause priority customerName enteredBy enteredAt expectedAt completedAt
          oneTimeTotalAmount oneTimeTotalCurrency
          recurringTotalAmount recurringTotalCurrency
          orderItemsByOrderId(first: 20) {
            nodes {
              rowId itemNo action quantity installAddress reason
            productInstance { instanceNo accessNumber status }
            tariffPlan { code name }
              offering { code name }
              oneTimePriceAmount oneTimePriceCurrency
              recurringPriceAmount recurringPriceCurrency
            }
          }
        }
      }
      contactEvents(first: 20) { nodes { rowId contactNo direction status reason content result startedAt endedAt type { code name } mode { code name } } }
      problemTickets(first: 20) { nodes { rowId ticketNo status priority severity origin channel acceptedAt dueAt resolvedAt closedAt content contactName contactPhone serviceNumber repeatCount resolution category { code name } } }
    }
  }`,
  mercurius: `query CustomerView20k($code: String!) {
    customer(code: $code) {
      id code name lifecycle inNetworkPhase customerType serviceLevel serviceAddress joinedAt
      region { code name kind }
      party { id name status contactMedia(first: 20) { id kind value purpose preferred } }
      contactPersons(first: 10) { id contactType preferred person { id name contactMedia(first: 5) { kind value preferred } } }
      accounts(first: 20) { id accountNo name status isDefault billingCycle paymentMode billFormat billDelivery billAddress contactName contactPhone currency openedAt }
      productInstances(first: 50) {
        id instanceNo accessNumber status suspendReason installAddress farEndAddress activatedAt endedAt
        characteristics
        product { code name kind nature status }
        region { code name }
        account { accountNo }
        offeringInstance { id status validityFrom validityTo offering { code name } }
      }
      orders(first: 50) {
        id orderNo archiveNo kind source status exceptionCause priority customerName enteredBy enteredAt expectedAt completedAt
        oneTimeTotalAmount oneTimeTotalCurrency
        recurringTotalAmount recurringTotalCurrency
        items(first: 20) {
          id itemNo action quantity installAddress reason
            productInstance { instanceNo accessNumber status }
            tariffPlan { code name }
          offering { code name }
          oneTimePriceAmount oneTimePriceCurrency
          recurringPriceAmount recurringPriceCurrency
        }
      }
      contactEvents(first: 20) { id contactNo direction status reason content result startedAt endedAt type { code name } mode { code name } }
      problemTickets(first: 20) { id ticketNo status priority severity origin channel acceptedAt dueAt resolvedAt closedAt content contactName contactPhone serviceNumber repeatCount resolution category { code name } }
    }
  }`,
  requests: (source) => nearestSize(document, 20_480, source),
};
