import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

let graph: TestGraph;
let world: TroubleWorld;
let ok: Mutations<keyof typeof INPUTS>['ok'];
let run: Mutations<keyof typeof INPUTS>['run'];
let refused: Mutations<keyof typeof INPUTS>['refused'];
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  ({ ok, run, refused } = mutationsOf(graph, {
    inputs: INPUTS,
    field: 'ticket',
    selection: SELECTION,
    as: world.staff,
  }));
});
afterAll(() => graph.close());

const INPUTS = {
  faultReport: 'FaultReportInput',
  faultConfirm: 'FaultConfirmInput',
  faultProgress: 'FaultProgressInput',
  faultRepaired: 'FaultRepairedInput',
  faultReportByNetwork: 'NetworkFaultReportInput',
  massFaultLink: 'MassFaultLinkInput',
  ticketDispatch: 'TicketDispatchInput',
  ticketResolve: 'TicketResolveInput',
  ticketAnswer: 'TicketAnswerInput',
  ticketClose: 'TicketCloseInput',
  ticketCancel: 'TicketCancelInput',
  ticketEscalate: 'TicketEscalateInput',
};
const SELECTION =
  'id status ... on FaultTicket { ticketNo priority level customerLevel dueAt acceptedAt resolvedAt closedAt repaired cause overdue }';

const reportOf = (productInstanceId: string | null, extra: object = {}) => ({
  customerId: world.ids.alice,
  productInstanceId,
  content: 'No light on the modem.',
  symptom: 'LOS',
  categoryCode: 'FAULT_BROADBAND',
  ...extra,
});
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);
/** Brings a fault of its own line to IN_PROCESS. */
async function faultInProcess(extra: object = {}) {
  const { id } = await ok('faultReport', reportOf(await world.line('ALICE'), extra));
  await ok('faultConfirm', { ticketId: id });
  await ok('ticketDispatch', { ticketId: id });
  await ok('faultProgress', { ticketId: id });
  return id;
}

describe('the course of a fault', () => {
  test('TRB-04 TRB-37 TRB-38 TRB-40 TRB-43 goes from the report to the close, and TRB-57 each state is told exactly once, in order', async () => {
    const line = await world.line('ALICE');
    const board = await graph.subscribe(
      `subscription ($region: ID) { faultBoard(regionId: $region) { cursor from to action actor actorName occurredAt reason ticket { id ticketNo } } }`,
      { region: world.ids.guangdong },
      { as: world.staff },
    );
    const reported = await ok('faultReport', reportOf(line), world.alice);
    expect(reported).toMatchObject({
      status: 'CLASSIFIED',
      level: 'SECOND',
      customerLevel: 'STANDARD',
      priority: 'NORMAL',
      overdue: false,
    });
    const input = { ticketId: reported.id };
    expect(await ok('faultConfirm', input)).toMatchObject({ status: 'CONFIRMING' });
    expect(
      await ok('ticketDispatch', {
        ...input,
        organizationId: world.ids.department,
        copyOrganizationIds: [world.ids.otherDepartment],
      }),
    ).toMatchObject({ status: 'DISPATCHED' });
    expect(await ok('faultProgress', { ...input, ossReference: 'OSS-1', note: 'on the way' })).toMatchObject({
      status: 'IN_PROCESS',
    });
    expect(await ok('faultRepaired', { ...input, repaired: false, cause: 'unknown' })).toMatchObject({
      status: 'IN_PROCESS',
      repaired: false,
    });
    expect(await ok('faultRepaired', { ...input, cause: 'cut fibre', measures: 'spliced' })).toMatchObject({
      status: 'REPAIRED',
      repaired: true,
      cause: 'cut fibre',
    });
    expect(await ok('ticketResolve', { ...input, resolution: 'The fibre is whole again.' })).toMatchObject({
      status: 'RESOLVED',
      resolvedAt: expect.any(String),
    });
    expect(
      await ok('ticketAnswer', { ...input, satisfaction: 'SATISFIED', feedback: 'Thanks' }, world.alice),
    ).toMatchObject({ status: 'ANSWERING' });
    expect(await ok('ticketClose', input)).toMatchObject({ status: 'CLOSED', closedAt: expect.any(String) });

    const expected = [
      [null, 'ACCEPTED', 'create', 'alice'],
      ['ACCEPTED', 'CLASSIFIED', 'classify', 'alice'],
      ['CLASSIFIED', 'CONFIRMING', 'confirm', 'E100'],
      ['CONFIRMING', 'DISPATCHED', 'dispatch', 'E100'],
      ['DISPATCHED', 'IN_PROCESS', 'progress', 'E100'],
      ['IN_PROCESS', 'IN_PROCESS', 'notRepaired', 'E100'],
      ['IN_PROCESS', 'REPAIRED', 'repair', 'E100'],
      ['REPAIRED', 'RESOLVED', 'resolve', 'E100'],
      ['RESOLVED', 'ANSWERING', 'answer', 'alice'],
      ['ANSWERING', 'CLOSED', 'close', 'E100'],
    ];
    const shape = (messages: { data?: unknown }[], field: string) =>
      messages
        .map(({ data }) => (data as Record<string, Record<string, unknown>>)[field]!)
        .map(({ from, to, action, actor }) => [from, to, action, actor]);
    const live = await board.until(expected.length);
    expect(shape(live, 'faultBoard')).toEqual(expected);
    expect((live[2]!.data as never as { faultBoard: object }).faultBoard).toMatchObject({
      actorName: 'Guo Fang',
      ticket: { id: reported.id, ticketNo: reported.ticketNo },
    });

    // A reconnect behind the fourth change gives the rest, and nothing twice.
    const { cursor } = (live[3]!.data as never as { faultBoard: { cursor: string } }).faultBoard;
    const again = await graph.subscribe(
      `subscription ($id: ID!, $after: String) { ticketProgress(ticketId: $id, after: $after) { from to action actor ticket { status } } }`,
      { id: reported.id, after: cursor },
      { as: world.alice },
    );
    expect(shape(await again.until(expected.length - 4), 'ticketProgress')).toEqual(expected.slice(4));
    await board.close();
    await again.close();
  });

  test('TRB-12 TRB-18 keeps dispatches and asks for the evaluation of the service level', async () => {
    const id = await faultInProcess();
    await ok('faultRepaired', { ticketId: id, cause: 'water', measures: 'dried' });
    await ok('ticketResolve', { ticketId: id, resolution: 'Works again.' });
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { dispatches(first: 5) { nodes { role status receipt organization { code } } } } } }`,
      { id },
      { as: world.staff },
    );
    expect(data.node.dispatches.nodes).toEqual([
      { role: 'MAIN', status: 'RETURNED', receipt: 'water / dried', organization: null },
    ]);
    const { rows } = await graph.database.pool.query(
      `select "data" from "history_entry" where "type" = 'ticket.sla-evaluation.requested' order by "sequence" desc limit 1`,
    );
    expect(rows[0].data).toMatchObject({ productInstanceId: expect.any(String), resolvedAt: expect.any(String) });
  });

  test('TRB-15 a second dissatisfied visit reopens the fault and raises it', async () => {
    const id = await faultInProcess();
    await ok('faultRepaired', { ticketId: id });
    await ok('ticketResolve', { ticketId: id, resolution: 'Works again.' });
    expect(await ok('ticketAnswer', { ticketId: id })).toMatchObject({ status: 'ANSWERING' });
    expect(await refused('ticketAnswer', { ticketId: id })).toEqual([['REQUIRED', 'input.satisfaction']]);
    expect(await ok('ticketAnswer', { ticketId: id, satisfaction: 'DISSATISFIED' }, world.alice)).toMatchObject({
      status: 'ANSWERING',
    });
    expect((await run('ticketClose', { ticketId: id })).userErrors).toMatchObject([{ code: 'GUARD_REFUSED' }]);
    expect(await ok('ticketAnswer', { ticketId: id, satisfaction: 'VERY_DISSATISFIED' }, world.alice)).toMatchObject({
      status: 'CLASSIFIED',
      resolvedAt: null,
      repaired: null,
    });
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { escalationLevel escalations(first: 5) { nodes { reason fromLevel toLevel escalatedBy } } } } }`,
      { id },
    );
    expect(data.node).toEqual({
      escalationLevel: 1,
      escalations: { nodes: [{ reason: 'DISSATISFIED', fromLevel: 0, toLevel: 1, escalatedBy: 'alice' }] },
    });
  });

  test('TRB-15 staff close a ticket without a satisfied answer only with a reason', async () => {
    const id = await faultInProcess();
    await ok('faultRepaired', { ticketId: id });
    await ok('ticketResolve', { ticketId: id, resolution: 'Works again.' });
    expect(await refused('ticketClose', { ticketId: id })).toEqual([['GUARD_REFUSED', '']]);
    await ok('ticketAnswer', { ticketId: id });
    expect(await refused('ticketClose', { ticketId: id, reason: 'done' }, world.alice)).toEqual([['FORBIDDEN', '']]);
    expect(await ok('ticketClose', { ticketId: id, reason: 'Could not be reached.' })).toMatchObject({
      status: 'CLOSED',
    });
  });

  test('TRB-36 a line suspended for arrears is no fault of the network and is not dispatched', async () => {
    const line = await world.line('ALICE', { status: 'SUSPENDED' as never, suspendReason: 'ARREARS' as never });
    const { id } = await ok('faultReport', reportOf(line));
    expect(await ok('faultConfirm', { ticketId: id })).toMatchObject({ status: 'RESOLVED' });
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { noFaultReason resolution } } }`,
      { id },
    );
    expect(data.node).toEqual({
      noFaultReason: 'ARREARS_SUSPENSION',
      resolution: 'The service is suspended for arrears.',
    });
    expect((await run('ticketDispatch', { ticketId: id })).userErrors).toMatchObject([
      { code: 'INVALID_TRANSITION', details: { state: 'RESOLVED', allowed: ['answer', 'close', 'cancel'] } },
    ]);
  });

  test('TRB-36 staff find a known cause while confirming', async () => {
    const { id } = await ok('faultReport', reportOf(await world.line('ALICE')));
    expect(await refused('faultConfirm', { ticketId: id, noFaultReason: 'OTHER' })).toEqual([
      ['REQUIRED', 'input.resolution'],
    ]);
    await ok('faultConfirm', { ticketId: id });
    expect(await ok('faultConfirm', { ticketId: id, noFaultReason: 'CUT_OVER' })).toMatchObject({ status: 'RESOLVED' });
  });
});

describe('acceptance', () => {
  test('TRB-09 TRB-35 TRB-69 customer and severity decide priority, level and deadline', async () => {
    const plain = await ok('faultReport', reportOf(await world.line('ALICE'), { severity: 'CRITICAL' }));
    const big = await ok(
      'faultReport',
      reportOf(await world.line('BIGCO'), { severity: 'CRITICAL', customerId: world.ids.bigCo }),
    );
    const hours = ({ dueAt, acceptedAt }: Record<string, unknown>) =>
      (Date.parse(String(dueAt)) - Date.parse(String(acceptedAt))) / 3_600_000;
    expect({ level: plain.level, priority: plain.priority, hours: hours(plain) }).toEqual({
      level: 'SECOND',
      priority: 'HIGH',
      hours: 24,
    });
    expect({ level: big.level, priority: big.priority, hours: hours(big) }).toEqual({
      level: 'FIRST',
      priority: 'URGENT',
      hours: 4,
    });
  });

  test('TRB-09 administrators change the rules, and new tickets follow', async () => {
    const save = `mutation ($input: TicketRuleSaveInput!) { ticketRuleSave(input: $input) { userErrors { code path } rule { minutes priority } } }`;
    const rule = { code: 'TEST_SLOW', ticketKind: 'FAULT', severity: 'MINOR', minutes: 120, priority: 'LOW' };
    const denied = await graph.query(save, { input: rule }, { as: world.staff });
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      (await graph.query(save, { input: { ...rule, minutes: null, priority: null } })).data.ticketRuleSave.userErrors,
    ).toEqual([{ code: 'REQUIRED', path: ['input', 'minutes'] }]);
    const dueAfter = async () => {
      const { dueAt, acceptedAt } = await ok('faultReport', reportOf(await world.line('ALICE')));
      return (Date.parse(String(dueAt)) - Date.parse(String(acceptedAt))) / 60_000;
    };
    expect(await dueAfter()).toBe(72 * 60);
    expect((await graph.query(save, { input: rule })).data.ticketRuleSave.rule).toEqual({
      minutes: 120,
      priority: 'LOW',
    });
    expect(await dueAfter()).toBe(120);
    await graph.query(save, { input: { ...rule, active: false } });
    expect(await dueAfter()).toBe(72 * 60);
  });

  test('TRB-06 TRB-07 a repetition is linked to the open original, which counts it', async () => {
    const line = await world.line('ALICE');
    const original = await ok('faultReport', reportOf(line));
    const repeated = await ok('faultReport', reportOf(line, { content: 'Still dark.' }), world.alice);
    expect(repeated.status).toBe('DUPLICATE_LINKED');
    const other = await ok('faultReport', reportOf(line, { categoryCode: 'FAULT_VOICE' }));
    expect(other.status).toBe('CLASSIFIED');
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { repeatCount duplicates(first: 5) { nodes { id } } } } }`,
      { id: original.id },
    );
    expect(data.node).toEqual({ repeatCount: 1, duplicates: { nodes: [{ id: repeated.id }] } });
    // The customer is told the state of the original.
    expect(await ok('ticketAnswer', { ticketId: repeated.id, satisfaction: 'NEUTRAL' })).toMatchObject({
      status: 'ANSWERING',
    });
    expect(await ok('ticketClose', { ticketId: repeated.id })).toMatchObject({ status: 'CLOSED' });
  });

  test('TRB-06 a fault that returns after its repair is a new one', async () => {
    const line = await world.line('ALICE');
    const { id } = await ok('faultReport', reportOf(line));
    await ok('faultConfirm', { ticketId: id, noFaultReason: 'CUT_OVER' });
    expect(await ok('faultReport', reportOf(line))).toMatchObject({ status: 'CLASSIFIED' });
  });

  test('TRB-07 of simultaneous reports exactly one is the original', async () => {
    const line = await world.line('ALICE');
    const reports = await Promise.all(Array.from({ length: 6 }, () => ok('faultReport', reportOf(line))));
    expect(reports.map(({ status }) => status).sort()).toEqual([
      'CLASSIFIED',
      ...Array.from({ length: 5 }, () => 'DUPLICATE_LINKED'),
    ]);
    expect(new Set(reports.map(({ ticketNo }) => ticketNo)).size).toBe(6);
    const original = reports.find(({ status }) => status === 'CLASSIFIED')!;
    const { data } = await graph.query(`query ($id: ID!) { node(id: $id) { ... on FaultTicket { repeatCount } } }`, {
      id: original.id,
    });
    expect(data.node.repeatCount).toBe(5);
  });

  test('bad input is refused field by field, and nothing is written', async () => {
    const before = [await count('problem_ticket'), await count('history_entry')];
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const line = await world.line('ALICE');
    const lineOfCarol = await world.line('CAROL');
    const refusals: [object, [string, string][]][] = [
      [{ customerId: 'nonsense' }, [['BAD_ID', 'input.customerId']]],
      [{ customerId: world.ids.guangzhou }, [['BAD_ID', 'input.customerId']]],
      [{ content: '  ' }, [['REQUIRED', 'input.content']]],
      [{ content: 'x'.repeat(4001) }, [['TOO_LONG', 'input.content']]],
      [{ categoryCode: 'COMPLAINT_TARIFF' }, [['UNKNOWN_CODE', 'input.categoryCode']]],
      [{ faultAt: tomorrow }, [['IN_FUTURE', 'input.faultAt']]],
      [{ appointmentAt: yesterday }, [['IN_PAST', 'input.appointmentAt']]],
      [{ requestedResolveAt: yesterday }, [['IN_PAST', 'input.requestedResolveAt']]],
      [{ accountId: world.ids.accountOfCarol }, [['NOT_OF_CUSTOMER', 'input.accountId']]],
    ];
    for (const [extra, expected] of refusals)
      expect(await refused('faultReport', reportOf(line, extra), 'admin')).toEqual(expected);
    expect(await refused('faultReport', reportOf(lineOfCarol), 'admin')).toEqual([
      ['NOT_OF_CUSTOMER', 'input.productInstanceId'],
    ]);
    expect([await count('problem_ticket'), await count('history_entry')]).toEqual(before);
  });
});

describe('faults found by the network side', () => {
  test('TRB-34 enter at the monitoring stage, once per reference, and close without an answer', async () => {
    const input = { ossReference: 'ALARM-77', regionId: world.ids.guangzhou, content: 'OLT down' };
    const [first, second] = await Promise.all([ok('faultReportByNetwork', input), ok('faultReportByNetwork', input)]);
    expect(first).toMatchObject({ status: 'IN_PROCESS', customerLevel: null });
    expect(second.id).toBe(first.id);
    await ok('faultRepaired', { ticketId: first.id });
    await ok('ticketResolve', { ticketId: first.id, resolution: 'Card replaced.' });
    expect(await ok('ticketClose', { ticketId: first.id })).toMatchObject({ status: 'CLOSED' });
  });

  test('TRB-39 parts of a mass fault follow its repair', async () => {
    const mass = await ok('faultReportByNetwork', {
      ossReference: 'ALARM-78',
      regionId: world.ids.guangzhou,
      content: 'OLT down',
      massFault: true,
    });
    expect(mass).toMatchObject({ level: 'FIRST', priority: 'URGENT' });
    const waiting = await ok('faultReport', reportOf(await world.line('ALICE')));
    const working = await faultInProcess();
    const cancelled = await ok('faultReport', reportOf(await world.line('ALICE')));
    await ok('massFaultLink', { massFaultId: mass.id, ticketIds: [waiting.id, working, cancelled.id] });
    await ok('ticketCancel', { ticketId: cancelled.id, reason: 'The customer found the plug.' });
    expect(await refused('massFaultLink', { massFaultId: mass.id, ticketIds: [waiting.id, mass.id] })).toEqual([
      ['CONTRADICTION', 'input.ticketIds.1'],
    ]);
    await ok('faultRepaired', { ticketId: mass.id, cause: 'power' });
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { children(first: 5) { nodes { id status ... on FaultTicket { cause } } } } } }`,
      { id: mass.id },
    );
    const children = Object.fromEntries(
      data.node.children.nodes.map((child: { id: string; status: string; cause: string }) => [
        child.id,
        [child.status, child.cause],
      ]),
    );
    expect(children).toEqual({
      [waiting.id]: ['REPAIRED', 'power'],
      [working]: ['REPAIRED', 'power'],
      [cancelled.id]: ['CANCELLED', null],
    });
  });

  test('TRB-34 staff cannot report for a region of others', async () => {
    const input = { ossReference: 'ALARM-79', regionId: world.ids.guangzhou, content: 'x' };
    expect(await refused('faultReportByNetwork', input, world.otherStaff)).toEqual([['NOT_FOUND', 'input.regionId']]);
  });
});
