import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { approve } from '../../testing/second-person.js';
import { hire, type Hired } from '../../testing/staff.js';

const [LEGAL, FINANCE] = ['H4403', 'H3201'];

let graph: TestGraph;
let legal: Hired;
let finance: Hired;
let customerId: string;
const unitId: Record<string, string> = {};
beforeAll(async () => {
  graph = await startTestGraph();
  [legal, finance] = [
    await hire(graph, 'Q200', LEGAL!, ['HALL_MANAGER']),
    await hire(graph, 'Q300', FINANCE!, ['HALL_MANAGER']),
  ];
  for (const code of ['H4401', LEGAL!, FINANCE!])
    unitId[code] = (
      await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
    ).data.internalOrganization.id;
  const { data } = await graph.query('{ region(code: "4401") { id } }');
  const document = 'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }';
  const input = { regionId: data.region.id, individual: { name: 'Reviewed' } };
  customerId = (await graph.query(document, { input })).data.customerCreate.customer.id;
});
afterAll(() => graph?.close());

const admin = 'admin' as const;
const ask = () =>
  mutationsOf(graph, {
    inputs: {
      contractReviewRequest: 'ContractReviewRequestInput',
      slaCandidateConsult: 'SlaCandidateConsultInput',
      collaborationOrderDispatch: 'CollaborationOrderDispatchInput',
    },
    field: 'order',
    selection:
      'id status event detail opinionWanted object { id } requester { code } dispatches(first: 20) { nodes { id status detail organization { code } } }',
    as: admin,
  });
const contracts = () =>
  mutationsOf(graph, {
    inputs: { contractCreate: 'ContractCreateInput', contractSign: 'ContractSignInput' },
    field: 'contract',
    selection: 'id status',
    as: admin,
  });
const indicators = () =>
  mutationsOf(graph, {
    inputs: { slaIndicatorPropose: 'SlaIndicatorProposeInput', slaIndicatorDecide: 'SlaIndicatorDecideInput' },
    field: 'slaCandidate',
    selection: 'id status indicator { code }',
    as: admin,
  });
interface Order {
  id: string;
  dispatches: { nodes: { id: string; status: string; detail: string; organization: { code: string } }[] };
}
const dispatchTo = (order: unknown, unit: string) =>
  (order as Order).dispatches.nodes.find(
    ({ organization, status }) => organization.code === unit && status === 'SENT',
  )!;
const replies = (as: As) =>
  mutationsOf(graph, {
    inputs: { collaborationReply: 'CollaborationReplyInput' },
    field: 'dispatch',
    selection: 'id status opinion order { status }',
    as,
  });
const reply = (order: unknown, unit: string, as: As, opinion: string) =>
  replies(as).ok('collaborationReply', { dispatchId: dispatchTo(order, unit).id, reply: 'Read it.', opinion });
const orders = async () =>
  Number((await graph.database.pool.query('select count(*) n from collaboration_order')).rows[0].n);
const signature = (contractId: string) => ({ contractId, customerSignatory: 'A', operatorSignatory: 'B' });

test('OPS-52 SAL-86 each department gets its part of a contract, which is signed only when all of them agree', async () => {
  const { id: contractId } = await contracts().ok('contractCreate', {
    customerId,
    name: 'Lines',
    kind: 'SERVICE',
    termMonths: 12,
  });
  const units = [
    { organizationId: unitId[LEGAL!], part: 'Clause 7: liability.' },
    { organizationId: unitId[FINANCE!], part: 'Clause 9: prices.' },
  ];
  const order = await ask().ok('contractReviewRequest', { contractId, units, requesterId: unitId['H4401'] });
  expect(order).toMatchObject({
    status: 'DISPATCHED',
    opinionWanted: true,
    object: { id: contractId },
    requester: { code: 'H4401' },
  });
  expect(dispatchTo(order, LEGAL!).detail).toContain('Clause 7');
  expect(dispatchTo(order, LEGAL!).detail).not.toContain('Clause 9');
  const sign = () => contracts().refused('contractSign', signature(contractId));
  expect(await sign()).toEqual([['GUARD_REFUSED', expect.any(String)]]);
  const dispatchId = dispatchTo(order, LEGAL!).id;
  expect(await replies(legal.as).refused('collaborationReply', { dispatchId, reply: 'Hm.' })).toEqual([
    ['REQUIRED', 'input.opinion'],
  ]);
  await reply(order, LEGAL!, legal.as, 'AGREE');
  expect(await sign()).toEqual([['GUARD_REFUSED', expect.any(String)]]);
  const last = await reply(order, FINANCE!, finance.as, 'DISAGREE');
  expect(last).toMatchObject({ opinion: 'DISAGREE', order: { status: 'RETURNED' } });
  const { userErrors } = await contracts().run('contractSign', signature(contractId));
  expect(userErrors).toMatchObject([{ code: 'GUARD_REFUSED', message: expect.stringContaining(FINANCE!) }]);
  // What was changed is put to who disagreed once more; what the other said still holds.
  const again = await ask().ok('collaborationOrderDispatch', {
    ...{ orderId: order.id, organizationIds: [unitId[FINANCE!]], detail: 'Clause 9, lower prices.' },
  });
  expect(await sign()).toHaveLength(1);
  await reply(again, FINANCE!, finance.as, 'AGREE');
  expect(await contracts().ok('contractSign', signature(contractId))).toMatchObject({ status: 'SIGNED' });
  const before = await orders();
  expect(await ask().refused('contractReviewRequest', { contractId, units, requesterId: unitId['H4401'] })).toEqual([
    ['INVALID_STATE', 'input.contractId'],
  ]);
  expect(await orders()).toBe(before);
});

test('OPS-52 nothing is sent when one unit does not exist, is named twice, or the asking unit is another’s', async () => {
  const { id: contractId } = await contracts().ok('contractCreate', { customerId, name: 'Lines', kind: 'SERVICE' });
  const requesterId = unitId['H4401'];
  const before = await orders();
  const one = { organizationId: unitId[LEGAL!] };
  const refused = (more: object, as?: As) =>
    ask().refused('contractReviewRequest', { contractId, requesterId, units: [one], ...more }, as);
  expect(await refused({ units: [one, one] })).toEqual([['DUPLICATE', 'input.units.1.organizationId']]);
  expect(await refused({ dueAt: '2020-01-01T00:00:00Z' })).toEqual([['IN_THE_PAST', 'input.dueAt']]);
  expect(await refused({ requesterId: null })).toEqual([['REQUIRED', 'input.requesterId']]);
  expect(await orders()).toBe(before);
  // Nobody was asked: its signature waits for an approval instead.
  expect(await contracts().ok('contractSign', signature(contractId))).toMatchObject({ status: 'NEW' });
  await approve(graph, contractId);
  expect(await contracts().refused('contractSign', signature(contractId))).toEqual([['INVALID_TRANSITION', '']]);
});

test('OPS-52 SAL-87 who answered for a department does not sign on the strength of it', async () => {
  const { id: contractId } = await contracts().ok('contractCreate', { customerId, name: 'Lines', kind: 'SERVICE' });
  const units = [{ organizationId: unitId[LEGAL!] }];
  const order = await ask().ok('contractReviewRequest', { contractId, units, requesterId: unitId['H4401'] });
  await reply(order, LEGAL!, admin, 'AGREE');
  expect(await contracts().ok('contractSign', signature(contractId))).toMatchObject({ status: 'NEW' });
});

test('OPS-53 departments decide whether a new SLA indicator becomes a standard one', async () => {
  const propose = (code: string) =>
    indicators().ok(
      'slaIndicatorPropose',
      {
        ...{
          code,
          name: 'Time to answer',
          unit: 's',
          indicatorClass: 'QUALITY',
          direction: 'LOWER_BETTER',
          valueKind: 'CONTINUOUS',
        },
        source: 'CT-7',
      },
      { sub: 'pm1', role: 'staff', region: '86' },
    );
  const units = [{ organizationId: unitId[LEGAL!] }, { organizationId: unitId[FINANCE!] }];
  const { id: candidateId } = await propose('OPINED');
  const order = await ask().ok('slaCandidateConsult', { candidateId, units, requesterId: unitId['H4401'] });
  expect(order).toMatchObject({ object: { id: candidateId }, detail: expect.stringContaining('Time to answer') });
  expect(dispatchTo(order, FINANCE!).detail).toContain('OPINED');
  const accept = (id: string) => indicators().refused('slaIndicatorDecide', { candidateId: id, action: 'ACCEPT' });
  expect(await accept(candidateId)).toEqual([['GUARD_REFUSED', expect.any(String)]]);
  await reply(order, LEGAL!, legal.as, 'AGREE');
  expect(await accept(candidateId)).toHaveLength(1);
  await reply(order, FINANCE!, finance.as, 'AGREE');
  const accepted = await indicators().ok('slaIndicatorDecide', { candidateId, action: 'ACCEPT' });
  expect(accepted).toMatchObject({ status: 'ACCEPTED', indicator: { code: 'OPINED' } });
  const { id: otherId } = await propose('OPPOSED');
  const other = await ask().ok('slaCandidateConsult', { candidateId: otherId, units, requesterId: unitId['H4401'] });
  await reply(other, LEGAL!, legal.as, 'DISAGREE');
  await reply(other, FINANCE!, finance.as, 'AGREE');
  expect(await accept(otherId)).toHaveLength(1);
  const rejected = await indicators().ok('slaIndicatorDecide', {
    candidateId: otherId,
    action: 'REJECT',
    reason: 'No.',
  });
  expect(rejected).toMatchObject({ status: 'REJECTED', indicator: null });
  expect(
    await ask().refused('slaCandidateConsult', { candidateId: otherId, units, requesterId: unitId['H4401'] }),
  ).toEqual([['INVALID_STATE', 'input.candidateId']]);
});
