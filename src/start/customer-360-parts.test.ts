import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { sandboxPace } from '../../plugins/fulfilment-sandbox/index.js';
import { billSource } from '../domains/bill/index.js';
import { creditSource } from '../domains/evaluation/index.js';
import { lineResources } from '../domains/line-resource/index.js';
import { fulfilment } from '../domains/ordering/index.js';
import { billing } from '../domains/pricing-order/index.js';
import { rechargeCards } from '../domains/recharge/index.js';
import { projectFolder } from '../kernel/config/project-folder.js';
import { encodeId } from '../kernel/model/index.js';
import type { Port } from '../kernel/ports.js';
import { clerk, runningFor } from '../testing/campaign-desk.js';
import { ask, graph, idOf, ok, rows, useCatalogueDesk } from '../testing/catalogue-desk.js';
import { openShop } from '../testing/shop.js';
import { hire } from '../testing/staff.js';
import { until } from '../testing/until.js';

const DOCUMENT = readFileSync(join(projectFolder, 'schema', 'operations', 'customer-360.graphql'), 'utf8');

useCatalogueDesk();

let customerId: string;
let code: string;
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the answer of a document that has a type of its own */
const view = async (): Promise<any> => (await ask(DOCUMENT, { code }, clerk)).customer;
/** Writes something for the customer, as the administrator does. */
const write = (mutation: string, input: object, fields = '__typename') =>
  ok(mutation, fields, { customerId, ...input }, 'admin');

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  const shop = await openShop(graph.database);
  code = shop.customer.code;
  customerId = encodeId('cu', shop.customer.id);
  // The shop's regions stand alone; here its customer lives where the employees work.
  for (const [table, own] of [
    ['customer', 'id'],
    ['account', 'owner_id'],
  ] as const)
    await rows(
      `update "${table}" set "region_id" = (select "id" from "region" where "code" = '4401') where "${own}" = $1`,
      [shop.customer.id],
    );
  const offeringId = encodeId('of', shop.line.id);
  await write('orderSubmit', { items: [{ action: 'INSTALL', offeringId }] });
  await until(async () => {
    const [order] = await rows(`select "status" from "customer_order" where "customer_id" = $1`, [shop.customer.id]);
    return order?.status === 'COMPLETED';
  });
  await promise();
  await offer(offeringId);
  await write('contractCreate', { name: 'Lines', kind: 'SERVICE' });
  await write('contactRecord', {
    ...{ typeCode: 'CONSULTATION', modeCode: 'HUMAN_VOICE', platformCode: 'HOTLINE', content: 'Asks for the tariff' },
    startedAt: new Date(Date.now() - 60_000).toISOString(),
  });
  await write('suggestionReport', { content: 'Open on Sundays' });
  await write('pointsEarn', { points: 88, type: 'BONUS', source: 'SURVEY', key: 'SURVEY-360' });
  // What was consumed in a month that is over is billed.
  await write('consumptionRecordSave', {
    ...{ businessLineId: (await ask('{ businessLines(first: 1) { nodes { id } } }')).businessLines.nodes[0].id },
    ...{ content: 'Calls', occurredAt: '2026-01-10T10:00:00Z', amount: { amount: '30.25', currency: 'CNY' } },
  });
  const campaignId = await runningFor('Spring', [customerId]);
  await ok(
    'campaignOutcomeRecord',
    '__typename',
    { campaignId, customerId, outcome: 'RESPONDED', channel: 'CALL_CENTRE' },
    clerk,
  );
});

/** A service level of the customer's line that was not kept. */
async function promise(): Promise<void> {
  const { customer } = await ask(
    'query ($code: String!) { customer(code: $code) { productInstances(first: 1) { nodes { id } } } }',
    { code },
    clerk,
  );
  const indicatorId = await idOf('slaIndicator', 'AVAILABILITY');
  const { slaContract } = await write(
    'slaContractCreate',
    {
      ...{ productInstanceId: customer.productInstances.nodes[0].id, signedAt: '2026-01-01T00:00:00Z' },
      ...{ customerSignatory: 'Chen Wei', operatorSignatory: 'Guo Fang' },
      terms: [{ indicatorId, committedValue: '99.90', monitoringCycle: 'MONTH' }],
    },
    'slaContract { terms { nodes { id } } }',
  );
  const measured = { slaTermId: slaContract.terms.nodes[0].id, value: '99.5', measuredAt: '2026-03-10T08:00:00Z' };
  await ok('slaMeasurementRecord', '__typename', measured, 'admin');
}

/** What a seller offers the customer, and when they meet. */
async function offer(offeringId: string): Promise<void> {
  const intended = { name: 'A second line', intention: 'ADD', source: 'CUSTOMER_VISIT', lines: [{ offeringId }] };
  const { opportunity } = await write('opportunityCreate', intended, 'opportunity { id }');
  const proposal = { opportunityId: opportunity.id, name: 'Second line', validTo: '2099-01-01T00:00:00Z' };
  await ok('proposalCreate', '__typename', { ...proposal, items: [{ offeringId }] }, 'admin');
  const { id: employeeId } = await hire(graph, 'AP1', 'H4401');
  await write('appointmentBook', {
    ...{ employeeId, kind: 'SALES_VISIT', subject: 'A second line' },
    ...{ startsAt: '2090-01-02T02:00:00Z', endsAt: '2090-01-02T03:00:00Z' },
  });
}

test('CUS-32 shows something of each of the parts that TMF717 names, with one request', async () => {
  const whole = await view();
  const [account] = whole.accounts.nodes;
  expect({ ...whole, bills: account.bills }).toMatchObject({
    name: expect.any(String),
    accounts: { nodes: [{ accountNo: expect.any(String) }] },
    contracts: { nodes: [{ name: 'Lines' }] },
    slaContracts: { nodes: [{ terms: { nodes: [{ committedValue: '99.90' }] } }] },
    appointments: { nodes: [{ subject: 'A second line' }] },
    bills: { state: 'SHOWN', nodes: [{ amount: { amount: '30.25' } }] },
    contactEvents: { nodes: [{ type: { code: 'CONSULTATION' } }] },
    pointsAccounts: { nodes: [{ balance: 88, entries: { nodes: [{ points: 88 }] } }] },
    orders: { nodes: [{ status: 'COMPLETED', items: { nodes: [{ action: 'INSTALL' }] } }] },
    productInstances: { nodes: [{ status: 'ACTIVE' }] },
    campaignParticipations: { nodes: [{ promotion: 'Spring', outcome: 'RESPONDED' }] },
    proposals: { nodes: [{ name: 'Second line', status: 'DRAFT' }] },
    slaProblems: { nodes: [{ problemNo: expect.any(String) }] },
    problemTickets: { nodes: [{ content: 'Open on Sundays' }] },
    consumptionRecords: { nodes: [{ content: 'Calls', amount: { amount: '30.25' } }] },
  });
});

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- ports of all kinds */
const OUTSIDE: readonly Port<any>[] = [billSource, billing, creditSource, fulfilment, lineResources, rechargeCards];

test('CUS-32 with every system outside down only what billing would say is absent, and all other parts stand', async () => {
  const before = await view();
  const down = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error('down');
      },
    },
  );
  const up = OUTSIDE.map((port) => ({ port, adapter: port.adapter as object, by: port.connectedBy! }));
  for (const { port, by } of up) port.connect(down, by);
  try {
    const after = await view();
    expect(after.accounts.nodes[0].bills).toEqual({ state: 'UNAVAILABLE', nodes: [] });
    after.accounts.nodes[0].bills = before.accounts.nodes[0].bills;
    expect(after).toEqual(before);
  } finally {
    for (const { port, adapter, by } of up) port.connect(adapter, by);
  }
  expect(await view()).toEqual(before);
});
