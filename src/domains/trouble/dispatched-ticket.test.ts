import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf, type Mutations } from '../../testing/mutations.js';
import { human, instanceMutations, line, openProcessDesk, type ProcessDesk } from '../../testing/processes.js';
import { virtualClock } from '../../testing/virtual-clock.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

let graph: TestGraph;
let world: TroubleWorld;
let desk: ProcessDesk;
let tickets: Mutations<'disputeReport'>;
let instances: ReturnType<typeof instanceMutations>;
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  desk = await openProcessDesk(graph);
  const inputs = { disputeReport: 'DisputeReportInput' } as const;
  tickets = mutationsOf(graph, { inputs, field: 'ticket', selection: 'id status', as: world.staff });
  instances = instanceMutations(graph, 'admin');
});
afterAll(() => graph?.close());

const onTicket = (code: string, handler: string, more: object = {}) => ({
  ...{ code, kind: 'AUTOMATIC', handler, operator: { kind: 'ROLE', code: 'CALL_AGENT' }, ...more },
});
const close = onTicket('close', 'ticket.close');
const templateId = async (code: string) =>
  (await graph.query('query ($code: String!) { processTemplate(code: $code) { id } }', { code })).data.processTemplate
    .id;

let cycle = 0;
const dispute = () => ({
  ...{ customerId: world.ids.alice, accountId: world.ids.accountOfAlice, content: 'Too much.' },
  ...{ chargeItem: 'IDD', billingCycle: `2026-0${++cycle}`, disputedAmount: '5' },
});

/** The process of a new ticket, for which no template is published. */
async function waiting(): Promise<string> {
  const until = (moment: string) => `update "process_template_version" "v" set "validity_to" = ${moment}
    from "process_template" "t" where "t"."id" = "v"."template_id" and "t"."code" = 'DISPUTE_HANDLING' and "v"."status" = 'PUBLISHED'`;
  await graph.database.pool.query(until('now()'));
  const { id } = await tickets.ok('disputeReport', dispute());
  await graph.database.pool.query(until('null'));
  const { data } = await graph.query(
    'query ($id: ID!) { node(id: $id) { ... on BillDispute { processInstance { id } } } }',
    { id },
  );
  return data.node.processInstance.id;
}
const seen = async (id: string) =>
  (await graph.query('query ($id: ID!) { processInstance(id: $id) { status template { code } } }', { id })).data
    .processInstance;

describe('a ticket for which a dispatcher names the template', () => {
  test('WFL-35 WFL-38 WFL-39 gets one for its type that ends with the ticket, and no other; nothing is written else', async () => {
    await desk.publish('FOR-ORDERS', line('a'), { objectType: 'Order' });
    await desk.publish('FOR-DISPUTES', line('a'), { objectType: 'BillDispute' });
    await desk.publish('FOR-ANYTHING', line('a'));
    await desk.publish('CLOSING', line('a', close), { objectType: 'BillDispute', applicability: 'false' });
    // Published before its objects steered it.
    const alarms = [{ code: 'LATE', level: 'MAJOR', action: 'MOVE', to: 'end' }];
    await desk.publish('MOVING', line(human('a', { timeLimits: [{ minutes: 9 }], alarms }), close));
    const instanceId = await waiting();
    const name = async (code: string) =>
      instances.refused('processInstanceDispatch', { instanceId, templateId: await templateId(code) });
    expect(await name('FOR-ORDERS')).toEqual([['TEMPLATE_UNFIT', 'input.templateId']]);
    expect(await name('FOR-DISPUTES')).toEqual([['NO_CLOSING_STEP', 'input.templateId']]);
    expect(await name('FOR-ANYTHING')).toEqual([['NO_CLOSING_STEP', 'input.templateId']]);
    expect(await name('MOVING')).toEqual([['TEMPLATE_UNFIT', 'input.templateId']]);
    expect(await seen(instanceId)).toEqual({ status: 'ABNORMAL', template: null });
    const dispatched = { instanceId, templateId: await templateId('CLOSING') };
    expect(await instances.ok('processInstanceDispatch', dispatched)).toMatchObject({ status: 'RUNNING' });
  });
});

describe('what the start of a ticket would choose', () => {
  test('WFL-35 WFL-06 is told with what its waiting process was given, and with the templates that its work could not end on', async () => {
    const objectType = 'BillDispute';
    await desk.publish('UNCLOSED', line('a'), { objectType });
    const applicability = 'variables.disputedAmount = 5 and variables.origin = "NOWHERE"';
    await desk.publish('ELSEWHERE', line('a', close), { objectType, priority: 50, applicability });
    await waiting();
    const { data } = await graph.query(
      'query { billDisputes(first: 1, orderBy: [{ field: CREATED_AT, direction: DESC }]) { nodes { id } } }',
    );
    const asked = await graph.query(
      'query ($objectId: ID!) { processTemplateChoice(objectId: $objectId, byHand: false) { templateId candidates { code verdict conditions } } }',
      { objectId: data.billDisputes.nodes[0].id },
    );
    const { candidates, templateId: picked } = asked.data.processTemplateChoice;
    expect(picked).toBe(await templateId('DISPUTE_HANDLING'));
    expect(candidates).toEqual(
      expect.arrayContaining([
        { code: 'UNCLOSED', verdict: 'STEP_MISSING', conditions: [] },
        { code: 'ELSEWHERE', verdict: 'CONDITION_FAILED', conditions: ['variables.origin = "NOWHERE"'] },
        { code: 'DISPUTE_HANDLING', verdict: 'PICKED', conditions: [] },
      ]),
    );
    // By its domain it never starts on a template for objects of all types.
    expect(candidates.map(({ code }: { code: string }) => code)).not.toContain('FOR-ANYTHING');
  });
});

describe('a limit of a process that goes where its object goes', () => {
  test('WFL-19 moves nothing: the template is refused, and of one that was published before the work stays where it is', async () => {
    const limit = (code: string) => ({
      timeLimits: [{ minutes: 9 }],
      alarms: [{ code, level: 'MAJOR', action: 'MOVE', to: 'close' }],
    });
    const definition = line(human('a', limit('LATE')), close);
    const { data } = await graph.query(
      `mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { version { id } } }`,
      { input: { code: 'MOVED', name: 'Moved', objectType: 'BillDispute', definition } },
    );
    const versionId = data.processTemplateCreate.version.id;
    const tested = await graph.query(
      'mutation ($input: ProcessVersionStepInput!) { processVersionTest(input: $input) { userErrors { code path } version { status } } }',
      { input: { versionId } },
    );
    expect(tested.data.processVersionTest).toEqual({
      userErrors: [{ code: 'ALARM_INVALID', path: ['input', 'versionId', 'steps', '1', 'alarms', '0', 'action'] }],
      version: null,
    });
    const { rows } = await graph.database.pool.query(
      `select "v"."status" from "process_template_version" "v" join "process_template" "t" on "t"."id" = "v"."template_id" where "t"."code" = 'MOVED'`,
    );
    expect(rows).toEqual([{ status: 'DRAFT' }]);

    const clock = virtualClock(graph, new Date().toISOString());
    await desk.publish('MOVED-BEFORE', definition);
    await graph.database.pool.query(
      `update "process_template" set "object_type" = 'BillDispute', "priority" = 99 where "code" = 'MOVED-BEFORE'`,
    );
    const { id } = await tickets.ok('disputeReport', dispute());
    await clock.advance(10);
    const { data: after } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on BillDispute { status processInstance {
        template { code } tokens(first: 9) { nodes { step status } } alarms(first: 9) { nodes { code reason } } } } } }`,
      { id },
    );
    expect(after.node.processInstance).toEqual({
      template: { code: 'MOVED-BEFORE' },
      tokens: {
        nodes: [
          { step: 'start', status: 'DONE' },
          { step: 'a', status: 'ACTIVE' },
        ],
      },
      alarms: { nodes: [{ code: 'LATE', reason: 'OVERDUE' }] },
    });
    clock.stop();
  });
});
