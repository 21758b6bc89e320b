import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, visit } from 'graphql';
import { sandboxPace } from '../../plugins/fulfilment-sandbox/index.js';
import { Customer } from '../domains/customer/index.js';
import { partName, partsOf } from '../kernel/access/index.js';
import { projectFolder } from '../kernel/config/project-folder.js';
import { encodeId, nounOf } from '../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';
import { approve } from '../testing/second-person.js';
import { openShop } from '../testing/shop.js';
import { hire } from '../testing/staff.js';
import { createTroubleWorld, type TroubleWorld } from '../testing/trouble-world.js';
import { until } from '../testing/until.js';

const DOCUMENT = readFileSync(join(projectFolder, 'schema', 'operations', 'customer-360.graphql'), 'utf8');

/** Parts of TM Forum's Customer360 (TMF717), and where the graph has them, as paths from the customer; the customer itself first. */
const PARTS: Record<string, readonly string[]> = {
  customer: ['party', 'region', 'characteristics', 'party.contactMedia', 'accountManager', 'partner'],
  account: ['accounts', 'paymentAccounts'],
  agreement: ['contracts', 'slaContracts'],
  appointment: ['appointments'],
  customerBill: ['accounts.nodes.bills', 'invoices', 'arrearsRecords'],
  interactionItem: ['contactEvents'],
  loyaltyAccount: ['pointsAccounts.nodes.entries', 'ratings', 'values', 'gifts', 'discountDecisions'],
  productOrder: ['orders.nodes.items'],
  productValue: ['offeringInstances', 'productInstances', 'instanceRoles'],
  promotion: ['campaignParticipations'],
  quote: ['proposals'],
  serviceProblem: ['slaProblems'],
  troubleTicket: ['problemTickets'],
  usage: ['consumptionRecords'],
};

/** What CUS-32 names beside them, and what else the operator knows. */
const BESIDE: Record<string, readonly string[]> = {
  relatedParty: ['contactPersons', 'relationshipsFrom', 'relationshipsTo', 'groups'],
  opportunity: ['opportunities'],
  creditProfile: ['creditProfiles'],
  recommendation: ['segments', 'potentials', 'abnormalities', 'churnRecords', 'strategy'],
};

let graph: TestGraph;
let world: TroubleWorld;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer of a document that has a type of its own
async function view(code: string, as: As = 'admin'): Promise<any> {
  const { data, errors } = await graph.query(DOCUMENT, { code }, { as });
  expect(errors).toBeUndefined();
  return data.customer;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the payloads of different mutations
async function run(mutation: string, type: string, input: object, selection = ''): Promise<any> {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } ${selection} } }`;
  const { data, errors } = await graph.query(document, { input });
  expect(errors).toBeUndefined();
  expect(data[mutation].userErrors).toEqual([]);
  return data[mutation];
}

/** An opportunity with a customer, a proposal that was sent, and an appointment. */
async function sell(customerId: string): Promise<void> {
  const { data } = await graph.query(`{ offering(code: "OF_INTERNET_FIBER") { id } }`);
  const lines = [{ offeringId: data.offering.id }];
  const opportunity = { customerId, name: 'A second line', intention: 'ADD', source: 'CUSTOMER_VISIT', lines };
  const { opportunity: made } = await run(
    'opportunityCreate',
    'OpportunityCreateInput',
    opportunity,
    'opportunity { id }',
  );
  const items = lines;
  const proposal = { opportunityId: made.id, name: 'Second line', validTo: '2099-01-01T00:00:00Z', items };
  await run('proposalCreate', 'ProposalCreateInput', proposal);
  await graph.database.pool.query(`update "proposal" set "status" = 'SENT', "recipient_id" = "customer_id"`);
  const { id: employeeId } = await hire(graph, 'AP1', 'H4401');
  await run('appointmentBook', 'AppointmentBookInput', {
    ...{ customerId, employeeId, kind: 'SALES_VISIT', subject: 'A second line' },
    ...{ startsAt: '2090-01-02T02:00:00Z', endsAt: '2090-01-02T03:00:00Z' },
  });
}

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  const customerId = world.ids.alice;
  await run('customerRelationshipAdd', 'CustomerRelationshipAddInput', {
    fromId: customerId,
    toId: world.ids.bigCo,
    type: 'LOOSE',
  });
  await run('contactPersonAdd', 'ContactPersonAddInput', { customerId, individual: { name: 'Bob Chan' } });
  await run('contractCreate', 'ContractCreateInput', { customerId, name: 'Fibre at home', kind: 'SERVICE' });
  await run('paymentAccountAdd', 'PaymentAccountAddInput', {
    customerId,
    kind: 'COLLECTION',
    bankCode: '102',
    bankName: 'A bank',
    holderName: 'Alice Chan',
    paymentNumber: '6222020200112233',
  });
  await run('contactRecord', 'ContactRecordInput', {
    customerId,
    typeCode: 'CONSULTATION',
    modeCode: 'HUMAN_VOICE',
    platformCode: 'HOTLINE',
    content: 'Asks for the tariff',
    startedAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await run('suggestionReport', 'SuggestionReportInput', { customerId, content: 'Open on Sundays' });
  await run('arrearsRecordSave', 'ArrearsRecordSaveInput', {
    customerId,
    arrearsDate: '2026-01-31',
    amount: { amount: '12.50', currency: 'CNY' },
  });
  const points = { customerId, points: 88, type: 'BONUS', source: 'SURVEY', key: 'SURVEY-360' };
  await run('pointsEarn', 'PointsEarnInput', points);
  await run('customerRatingRecord', 'CustomerRatingRecordInput', { customerId, kind: 'LOYALTY', score: '96' });
  await world.line('ALICE');
  await sell(customerId);
});
afterAll(() => graph.close());

describe('the whole customer in one operation', () => {
  test('CUS-32 reads background, contacts, accounts, payment, products, agreements, tickets, interactions, arrears, ratings, opportunities, quotes and appointments', async () => {
    const alice = await view('ALICE', world.staff);
    expect(alice).toMatchObject({
      name: 'Alice Chan',
      party: { __typename: 'Individual' },
      contactPersons: { nodes: [{ person: { name: 'Bob Chan' } }] },
      relationshipsFrom: { nodes: [{ type: 'LOOSE', to: { code: 'BIGCO' } }] },
      accounts: { totalCount: 1 },
      paymentAccounts: { nodes: [{ kind: 'COLLECTION', bankName: 'A bank' }] },
      productInstances: { nodes: [{ status: 'ACTIVE', product: { code: 'TEST-FIBRE' } }] },
      contracts: { nodes: [{ name: 'Fibre at home' }] },
      problemTickets: { nodes: [{ __typename: 'Suggestion', content: 'Open on Sundays' }] },
      contactEvents: { nodes: [{ type: { code: 'CONSULTATION' } }] },
      arrearsRecords: { nodes: [{ amount: { amount: '12.50', currency: 'CNY' } }] },
      ratings: { nodes: [{ kind: 'LOYALTY', score: '96.00' }] },
      pointsAccounts: { nodes: [{ scheme: { code: 'STANDARD' }, balance: 88 }] },
      campaignParticipations: { totalCount: 0 },
      opportunities: { nodes: [{ name: 'A second line', status: 'NEW' }] },
      proposals: { nodes: [{ name: 'Second line', status: 'SENT' }] },
      appointments: { nodes: [{ subject: 'A second line', status: 'CONFIRMED', employee: { employeeNo: 'AP1' } }] },
    });
    expect(alice.paymentAccounts.nodes[0].maskedNumber).toMatch(/^\*+2233$/);
    expect(alice.history.nodes.length).toBeGreaterThan(0);
  });

  test('CUS-32 reads an order with its lines and what came of it', async () => {
    const shop = await openShop(graph.database);
    await run('orderSubmit', 'OrderSubmitInput', {
      customerId: encodeId('cu', shop.customer.id),
      items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }],
    });
    const state = `select "status" from "customer_order" where "customer_id" = $1`;
    const { pool } = graph.database;
    await until(
      async () => (await pool.query<{ status: string }>(state, [shop.customer.id])).rows[0]?.status === 'COMPLETED',
    );
    const { orders, offeringInstances, productInstances } = await view(shop.customer.code);
    expect(orders.nodes[0].items.nodes).toMatchObject([{ action: 'INSTALL' }]);
    expect(offeringInstances.totalCount).toBe(1);
    expect(productInstances.nodes).toMatchObject([{ status: 'ACTIVE' }]);
  });

  test('CUS-32 reads each of the fourteen parts of TMF717, what is named beside them, and what happened', () => {
    const read = new Set<string>();
    const path: string[] = [];
    visit(parse(DOCUMENT), {
      Field: {
        enter: ({ name }) => {
          path.push(name.value);
          read.add(path.slice(1).join('.'));
        },
        leave: () => void path.pop(),
      },
    });
    expect(Object.keys(PARTS)).toHaveLength(14);
    const wanted = [PARTS, BESIDE].flatMap((parts) => Object.values(parts).flat()).concat('history', 'withheldParts');
    expect(wanted.filter((each) => !read.has(each))).toEqual([]);
  });
});

describe('what is not shown', () => {
  test('CUS-05 staff of the region and administrators are denied nothing of a customer of theirs', async () => {
    expect((await view('ALICE')).withheldParts).toEqual([]);
    const auditor = (await hire(graph, 'A1', 'H4401', ['HALL_CLERK', 'AUDITOR'])).as;
    expect((await view('ALICE', auditor)).withheldParts).toEqual([]);
  });

  test('CUS-05 names the parts that a customer may not see of themselves, as the policies have them, also where there is nothing', async () => {
    const { withheldParts, ...alice } = await view('ALICE', world.alice);
    const denied = [
      'ARREARS_RECORDS',
      'OPPORTUNITIES',
      'RATINGS',
      'RELATIONSHIPS_FROM',
      'ABNORMALITIES',
      'READS',
      'SEGMENTS',
      'PARTNER',
    ];
    expect(withheldParts).toEqual(expect.arrayContaining(denied));
    // What is there but not shown comes empty, so without its name it would read as "none".
    expect([alice.arrearsRecords.totalCount, alice.ratings.nodes, alice.relationshipsFrom.totalCount]).toEqual([
      0,
      [],
      0,
    ]);
    for (const shown of [
      'ACCOUNTS',
      'CONTRACTS',
      'ORDERS',
      'PROBLEM_TICKETS',
      'CONTACT_EVENTS',
      'PARTY',
      'ACCOUNT_MANAGER',
      'POINTS_ACCOUNTS',
      'CAMPAIGN_PARTICIPATIONS',
      'APPOINTMENTS',
      'PROPOSALS',
    ])
      expect(withheldParts).not.toContain(shown);
    expect(alice.contracts.totalCount).toBe(1);
    // The appointment is the customer's too, and a proposal from when it is sent.
    expect([alice.opportunities.totalCount, alice.proposals.totalCount, alice.appointments.totalCount]).toEqual([
      0, 1, 1,
    ]);
    const matrix = readFileSync(join(projectFolder, 'schema', 'access.txt'), 'utf8');
    const seesNone = (type: string) =>
      new RegExp(`^type ${type}\\n(?:  \\w+: .*\\n)*?  CUSTOMER: none$`, 'm').test(matrix);
    const expected = partsOf(nounOf(Customer)).filter(
      (part) => (part.kind === 'one' || part.kind === 'many') && seesNone(nounOf(part.target()).name),
    );
    expect(withheldParts).toEqual(expected.map(partName));
  });

  test('CUS-05 names to a partner what is between the operator and its customer', async () => {
    const organization = { name: 'A dealer' };
    const regionId = world.ids.guangzhou;
    const { partner } = await run(
      'partnerCreate',
      'PartnerCreateInput',
      { code: 'P-360', regionId, organization },
      'partner { id }',
    );
    await run('partnerMove', 'PartnerMoveInput', {
      partnerId: partner.id,
      step: 'ACTIVATE',
      reason: 'Signed',
    });
    await approve(graph, partner.id);
    const input = {
      code: 'OF-P',
      regionId,
      individual: { name: 'Found by a dealer' },
      partnerId: partner.id,
    };
    await run('customerCreate', 'CustomerCreateInput', input);
    const dealer: As = { sub: 'dealer', role: 'partner', partner: 'P-360' };
    const { withheldParts, accounts } = await view('OF-P', dealer);
    expect(accounts.totalCount).toBe(1);
    expect(withheldParts).toEqual(
      expect.arrayContaining([
        ...['CONTRACTS', 'CONTACT_EVENTS', 'PAYMENT_ACCOUNTS', 'PROBLEM_TICKETS'],
        ...['APPOINTMENTS', 'OPPORTUNITIES', 'PROPOSALS'],
      ]),
    );
    for (const shown of ['ACCOUNTS', 'CONTACT_PERSONS', 'ORDERS', 'PARTNER', 'PRODUCT_INSTANCES'])
      expect(withheldParts).not.toContain(shown);
    expect(await view('ALICE', dealer)).toBeNull();
  });

  test('CUS-05 goes by what the employee holds: who looked at the customer is for those who may read the log', async () => {
    const clerk = (await hire(graph, 'C1', 'H4401', ['HALL_CLERK'])).as;
    expect((await view('ALICE', clerk)).withheldParts).toEqual(['READS']);
  });

  test('CUS-05 names values that are null for who may not see them, and shows them to the person', async () => {
    const individual = { religion: 'Buddhism' };
    await run('customerChange', 'CustomerChangeInput', { customerId: world.ids.alice, individual });
    const { party } = await view('ALICE');
    expect([party.religion, party.withheldParts]).toEqual(['Buddhism', []]);
    const clerk = (await hire(graph, 'C2', 'H4401', ['HALL_CLERK'])).as;
    const shown = (await view('ALICE', clerk)).party;
    expect([shown.religion, shown.politicalStatus]).toEqual([null, null]);
    expect(shown.withheldParts).toEqual(expect.arrayContaining(['POLITICAL_STATUS', 'RELIGION']));
    const own = (await view('ALICE', world.alice)).party;
    expect(own.religion).toBe('Buddhism');
    expect(own.withheldParts).not.toContain('RELIGION');
  });

  test('CUS-05 says that a part is short when rows of it belong to another region, and shows the rest', async () => {
    const move = (regionId: string) =>
      graph.database.pool.query(
        `update "problem_ticket" set "region_id" = (select "id" from "region" where "code" = $1) where "content" = 'Open on Sundays'`,
        [regionId],
      );
    await move('5101');
    const alice = await view('ALICE', world.staff);
    expect(alice.withheldParts).toEqual(['PROBLEM_TICKETS']);
    expect(alice.problemTickets.totalCount).toBe(0);
    expect(alice.contracts.totalCount).toBe(1);
    expect((await view('ALICE')).problemTickets.totalCount).toBe(1);
    await move('4401');
    expect((await view('ALICE', world.staff)).withheldParts).toEqual([]);
  });

  test('CUS-05 shows nothing at all of a customer of another region, and names the parts whose past is not known', async () => {
    expect(await view('ALICE', world.otherStaff)).toBeNull();
    const past = `query ($at: DateTime) { customer(code: "ALICE", asOf: $at) { withheldParts } }`;
    const { data } = await graph.query(past, { at: new Date().toISOString() });
    expect(data.customer.withheldParts).toEqual(expect.arrayContaining(['ORDERS', 'PROBLEM_TICKETS']));
    expect(data.customer.withheldParts).not.toContain('ACCOUNTS');
  });
});
