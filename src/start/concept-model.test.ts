import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLAbstractType, type GraphQLSchema } from 'graphql';
import { seedDemo } from '../../seeds/demo/index.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';

/** Enough for one of everything: business customers, bundles, faults, contracts. */
const CUSTOMERS = 150;
const clerk: As = { sub: 'm1', role: 'staff', region: '86' };

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
  await seedDemo({ database: graph.database, customers: CUSTOMERS, anchor: new Date('2026-06-01T00:00:00Z') });
});
afterAll(() => graph.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as the test graph answers
const read = async (document: string, variables?: Record<string, unknown>): Promise<any> => {
  const { data, errors } = await graph.query(document, variables, { as: clerk });
  expect(errors).toBeUndefined();
  return data;
};
const rows = async (sql: string) => (await graph.database.pool.query(sql)).rows;
const contract: GraphQLSchema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const describedAs = (noun: string) => contract.getType(noun)?.description ?? '';

describe('who is who', () => {
  test('MOD-01 one request walks from a customer over party, region, accounting, product, price, marketing and events', async () => {
    const { customers } = await read(`{ customers(first: 150) { nodes {
      party { __typename region { code } }
      accounts(first: 1) { nodes { accountNo billDelivery region { code } } }
      productInstances(first: 1, filter: { status: { eq: ACTIVE } }) { nodes { installAddress region { path } account { owner { code } }
        product { productLine { businessLine { code } } } offeringInstance { tariffPlan { code price { amount currency } } } } }
      segments(first: 1) { nodes { segment { code dimension { code } } } }
      orders(first: 3) { nodes { history(first: 1) { nodes { type actor } } } } } } }`);
    const told = (order: unknown) => (order as { history: { nodes: unknown[] } }).history.nodes.length > 0;
    const lists = ['productInstances', 'segments', 'orders'];
    const complete = customers.nodes.filter(
      (each: Record<string, { nodes: unknown[] }>) =>
        lists.every((list) => each[list]!.nodes.length > 0) && each['orders']!.nodes.some(told),
    );
    expect(complete.length).toBeGreaterThan(0);
    for (const customer of complete) {
      const [instance] = customer.productInstances.nodes;
      expect(customer.party.region.code).toMatch(/^\d+$/);
      expect(customer.accounts.nodes[0].region.code).toMatch(/^\d+$/);
      expect(instance.region.path).toMatch(/^\/86\//);
      expect(instance.account.owner.code).toBeTruthy();
      expect(instance.product.productLine.businessLine.code).toBeTruthy();
      expect(instance.offeringInstance.tariffPlan.price.currency).toMatch(/^[A-Z]{3}$/);
      expect(customer.segments.nodes[0].segment.dimension.code).toBeTruthy();
      const events = customer.orders.nodes.flatMap(
        ({ history }: { history: { nodes: { type: string }[] } }) => history.nodes,
      );
      expect(events.map(({ type }: { type: string }) => type)).toContain('order.status.changed');
    }
  });

  test('MOD-02..04, MOD-06 a party is a person or an organisation, and an organisation is exactly internal or external', async () => {
    const { parties, organizations, individuals, internal, external } = await read(`{
      parties(first: 1) { totalCount } organizations(first: 200) { totalCount nodes { __typename name } }
      individuals(first: 1) { totalCount nodes { __typename gender } }
      internal: internalOrganizations(first: 1) { totalCount } external: externalOrganizations(first: 1) { totalCount } }`);
    for (const { totalCount } of [individuals, internal, external]) expect(totalCount).toBeGreaterThan(0);
    expect(organizations.totalCount).toBe(internal.totalCount + external.totalCount);
    expect(parties.totalCount).toBe(individuals.totalCount + organizations.totalCount);
    expect(
      contract
        .getPossibleTypes(contract.getType('Party') as GraphQLAbstractType)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['ExternalOrganization', 'Individual', 'InternalOrganization']);
  });

  test('MOD-08 one party has several roles at a time, each with a life cycle of its own', async () => {
    const { individuals, region } = await read(`{ region(code: "4401") { id } individuals(first: 200) { nodes { id
      customers(first: 1) { totalCount } contactFor(first: 1) { totalCount } } } }`);
    const contact = individuals.nodes.find(
      (each: Record<'customers' | 'contactFor', { totalCount: number }>) =>
        each.customers.totalCount === 0 && each.contactFor.totalCount > 0,
    );
    const partyId = contact.id;
    const { data } = await graph.query(
      `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path } customer { id lifecycle
          party { id ... on Individual { contactFor(first: 1) { totalCount } } } } } }`,
      { input: { regionId: region.id, partyId } },
      { as: clerk },
    );
    expect(data.customerCreate).toMatchObject({
      userErrors: [],
      customer: { lifecycle: 'POTENTIAL', party: { id: partyId, contactFor: { totalCount: expect.any(Number) } } },
    });
    expect(data.customerCreate.customer.party.contactFor.totalCount).toBeGreaterThan(0);
  });

  test('MOD-10 a customer is in one segment of a dimension, and segments are counted through the graph', async () => {
    const { customerSegments } = await read(
      `{ customerSegments(first: 100) { nodes { code memberships(first: 1) { totalCount } } } }`,
    );
    const filled = customerSegments.nodes.filter(
      ({ memberships }: { memberships: { totalCount: number } }) => memberships.totalCount > 0,
    );
    expect(filled.length).toBeGreaterThan(1);
    expect(
      await rows(
        `select customer_id from segment_membership where validity_to is null group by customer_id, dimension_id having count(*) > 1`,
      ),
    ).toEqual([]);
  });

  test('MOD-11 MOD-12 an employee is a person with a contract for a time, whose positions are made of roles', async () => {
    const { employees } = await read(`{ employees(first: 50) { nodes { validity { from to } person { __typename }
      organization { code } positions(first: 5) { nodes { position { roles(first: 5) { nodes { role { code } } } } } } } } }`);
    expect(employees.nodes.length).toBeGreaterThan(0);
    for (const { person, validity, organization } of employees.nodes) {
      expect(person.__typename).toBe('Individual');
      expect(validity.from).toBeTruthy();
      expect(organization.code).toBeTruthy();
    }
    const roles = employees.nodes.flatMap(
      ({ positions }: { positions: { nodes: { position: { roles: { nodes: unknown[] } } }[] } }) =>
        positions.nodes.flatMap(({ position }) => position.roles.nodes),
    );
    expect(roles.length).toBeGreaterThan(0);
  });
});

describe('what is sold', () => {
  test('MOD-20 MOD-21 MOD-23 products, tangible or not, with the services on them, stand below lines and businesses', async () => {
    const { products, businessLines } = await read(`{
      products(first: 100, filter: { status: { eq: IN_USE } }) { nodes { code nature services(first: 20) { nodes { service } }
        productLine { businessLine { code } } } }
      businessLines(first: 50) { nodes { code } } }`);
    const businesses = businessLines.nodes.map(({ code }: { code: string }) => code);
    expect(new Set(products.nodes.map(({ nature }: { nature: string }) => nature)).size).toBeGreaterThan(1);
    for (const { code, services, productLine } of products.nodes) {
      expect([code, services.nodes.length > 0]).toEqual([code, true]);
      expect(businesses).toContain(productLine.businessLine.code);
    }
  });

  test('MOD-24 MOD-27 a catalogue of products lists products, one of offerings lists offerings', async () => {
    const { catalogueEntries } = await read(`{ catalogueEntries: catalogues(first: 8) { nodes { subject
      headings(first: 20) { nodes { entries(first: 40) { nodes { product { code } offering { code } } } } } } } }`);
    let listed = 0;
    for (const { subject, headings } of catalogueEntries.nodes)
      for (const { entries } of headings.nodes)
        for (const { product, offering } of entries.nodes) {
          listed += 1;
          expect([subject, product !== null, offering !== null]).toEqual(
            subject === 'PRODUCT' ? ['PRODUCT', true, false] : ['OFFERING', false, true],
          );
        }
    expect(listed).toBeGreaterThan(10);
  });

  test('MOD-25 MOD-86 a promise goes from the template over the offering to the contract, its measurements and what it failed', async () => {
    const { slaTemplates, slaContracts } = await read(`{
      slaTemplates(first: 20) { nodes { product { code } items(first: 10) { nodes { indicator { code } } }
        offeringSlas(first: 10) { nodes { offering { code } items(first: 10) { totalCount } } } } }
      slaContracts(first: 20) { nodes { customer { code }
        terms(first: 10) { nodes { indicator { code } committedValue measurements(first: 1) { totalCount } problems(first: 1) { totalCount } } } } } }`);
    expect(
      slaTemplates.nodes.some(
        ({ offeringSlas }: { offeringSlas: { nodes: unknown[] } }) => offeringSlas.nodes.length > 0,
      ),
    ).toBe(true);
    expect(slaContracts.nodes.length).toBeGreaterThan(0);
    for (const { terms } of slaContracts.nodes)
      for (const { indicator, committedValue } of terms.nodes) {
        expect(indicator.code).toBeTruthy();
        expect(Number(committedValue)).not.toBeNaN();
      }
  });
});

describe('who pays', () => {
  test('MOD-28 MOD-41 an account collects the charges of instances, and a rule says which account pays which of them', async () => {
    const { paymentRules } = await read(`{ paymentRules: productInstances(first: 200) { nodes {
      account { accountNo owner { code } } customer { code }
      paymentRules(first: 5) { nodes { chargeItemType shareType shareValue account { accountNo owner { code } } } } } } }`);
    let ruled = 0;
    for (const { paymentRules: rules } of paymentRules.nodes)
      for (const { shareType, shareValue, account } of rules.nodes) {
        ruled += 1;
        expect(account.accountNo).toBeTruthy();
        expect(Number(shareValue)).toBeGreaterThan(0);
        if (shareType === 'PERCENT') expect(Number(shareValue)).toBeLessThanOrEqual(100);
      }
    expect(ruled).toBeGreaterThan(0);
  });

  test('MOD-36 a customer pays in exactly four kinds of ways', async () => {
    const { __type, paymentAccounts } = await read(`{ __type(name: "PaymentAccountKind") { enumValues { name } }
      paymentAccounts(first: 1) { aggregate(groupBy: [{ dimension: KIND }]) { count key { kind } } } }`);
    expect(__type.enumValues.map(({ name }: { name: string }) => name).sort()).toEqual([
      'CASH',
      'COLLECTION',
      'CREDIT_CARD',
      'PREPAID_DEPOSIT',
    ]);
    expect(paymentAccounts.aggregate.length).toBeGreaterThan(1);
  });
});

describe('what happens', () => {
  test('MOD-57 contact is by face, telephone, letter, e-mail and web', async () => {
    const { contactModes } = await read(`{ contactModes(first: 50) { nodes { code direct } } }`);
    const codes = contactModes.nodes.map(({ code }: { code: string }) => code).join(' ');
    for (const method of [/FACE|VISIT/, /HUMAN_VOICE/, /LETTER|MAIL/, /EMAIL/, /WEB/]) expect(codes).toMatch(method);
  });

  test('MOD-58 MOD-62 events of every kind share one interface, and say who acted from inside', async () => {
    const { historyEntries } = await read(
      `{ historyEntries(first: 200) { nodes { __typename type occurredAt actorKind actor subject { __typename id } } } }`,
    );
    expect(
      new Set(historyEntries.nodes.map(({ __typename: kind }: { __typename: string }) => kind)).size,
    ).toBeGreaterThan(1);
    for (const { actorKind, occurredAt } of historyEntries.nodes) {
      expect(['STAFF', 'SYSTEM', 'ADMIN', 'CUSTOMER', 'PARTNER']).toContain(actorKind);
      expect(Date.parse(occurredAt)).not.toBeNaN();
    }
  });

  test('MOD-59 a contact event is between a customer and the operator, by a mode that the platform has', async () => {
    const { contactEvents } = await read(
      `{ contactEvents(first: 50) { totalCount nodes { direction customer { code } mode { code } type { code } } } }`,
    );
    expect(contactEvents.totalCount).toBeGreaterThan(0);
    for (const { customer, mode, type } of contactEvents.nodes)
      expect([customer.code, mode.code, type.code].every(Boolean)).toBe(true);
  });

  test('MOD-64 MOD-65 service orders come only from the lines of an order that was accepted', async () => {
    const { serviceOrders } = await read(
      `{ serviceOrders(first: 200) { totalCount nodes { order { id orderNo status } orderItem { order { id } action } action } } }`,
    );
    expect(serviceOrders.totalCount).toBeGreaterThan(0);
    for (const { order, orderItem, action } of serviceOrders.nodes) {
      expect(orderItem.order.id).toBe(order.id);
      expect(action).toBe(orderItem.action);
    }
    expect(
      Object.keys(contract.getMutationType()!.getFields()).filter((name) =>
        /^serviceOrder.*(Create|Submit)$/.test(name),
      ),
    ).toEqual([]);
  });
});

test('MOD-85 every core type of the model says which resource of TM Forum it is', () => {
  const mapping = {
    Party: 'TMF632',
    Customer: 'TMF629',
    Account: 'TMF666',
    PaymentAccount: 'TMF670',
    Product: 'TMF620',
    Catalogue: 'TMF620',
    ProductInstance: 'TMF637',
    Order: 'TMF622',
    ServiceOrder: 'TMF641',
    ProblemTicket: 'TMF621',
    ContactEvent: 'TMF683',
    Contract: 'TMF651',
    SlaContract: 'TMF623',
    Campaign: 'TMF671',
    PointsAccount: 'TMF658',
  };
  const missing = Object.entries(mapping).filter(([noun, api]) => !describedAs(noun).includes(api));
  expect(missing).toEqual([]);
});
