import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../kernel/model/index.js';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { instancesMutations, openProcessDesk, taskMutations } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

const INPUTS = {
  faultReport: 'FaultReportInput',
  faultConfirm: 'FaultConfirmInput',
  faultProgress: 'FaultProgressInput',
  faultRepaired: 'FaultRepairedInput',
  faultReportByNetwork: 'NetworkFaultReportInput',
  massFaultLink: 'MassFaultLinkInput',
  complaintReport: 'ComplaintReportInput',
  complaintPlanReturn: 'ComplaintPlanInput',
  suggestionReport: 'SuggestionReportInput',
  suggestionEvaluate: 'SuggestionEvaluateInput',
  disputeReport: 'DisputeReportInput',
  disputeJudge: 'DisputeJudgeInput',
  disputeSolutionSubmit: 'DisputeSolutionInput',
  ticketAdvance: 'TicketAdvanceInput',
  ticketDispatch: 'TicketDispatchInput',
  ticketResolve: 'TicketResolveInput',
  ticketAnswer: 'TicketAnswerInput',
  ticketClose: 'TicketCloseInput',
  ticketCancel: 'TicketCancelInput',
};
type Calls = Mutations<keyof typeof INPUTS>;

let graph: TestGraph;
let world: TroubleWorld;
let ok: Calls['ok'];
let run: Calls['run'];
let dispatcher: Hired;
let agent: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  const calls = { inputs: INPUTS, field: 'ticket', selection: 'id status', as: world.staff };
  ({ ok, run } = mutationsOf(graph, calls));
  dispatcher = await hire(graph, 'T100', 'H4401', ['CALL_CENTRE_SUPERVISOR']);
  agent = await hire(graph, 'T200', 'H4401', ['CALL_CENTRE_AGENT']);
});
afterAll(() => graph.close());

interface Seen {
  status: string;
  process: { id: string; status: string; template: { code: string }; subject: string };
  /** Steps at which it stands. */
  at: string[];
  /** Tasks that are to be done: step, who may do it, of what type the work is. */
  open: [string, string, string][];
  tasks: { id: string; step: string; status: string; result: object | null; name: string; aboutType: string }[];
  exception: string | null;
}

const OPEN = ['PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED'];

/** A ticket and where its process stands. */
async function see(id: string): Promise<Seen> {
  const fields = `status processInstance { id status subject exceptionCode template { code }
    tokens(first: 100) { nodes { step status } }
    tasks(first: 100, orderBy: [{ field: ARRIVED_AT }, { field: TASK_NO }]) { nodes { id step status name result operatorCode aboutType } } }`;
  const { data, errors } = await graph.query(
    `query ($id: ID!) { node(id: $id) { ... on FaultTicket { ${fields} } ... on ComplaintTicket { ${fields} } ... on Suggestion { ${fields} } ... on BillDispute { ${fields} } } }`,
    { id },
    { as: world.staff },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { status, processInstance } = data.node;
  const { tokens, tasks, exceptionCode, ...process } = processInstance;
  const standing = tokens.nodes.filter((token: { status: string }) => token.status === 'ACTIVE');
  const open = tasks.nodes.filter((task: { status: string }) => OPEN.includes(task.status));
  return {
    ...{ status, process, tasks: tasks.nodes, exception: exceptionCode },
    at: standing.map(({ step }: { step: string }) => step),
    open: open.map((task: Record<string, string>) => [task['step'], task['operatorCode'], task['aboutType']]),
  };
}

const report = async (more: object = {}) =>
  (
    await ok('faultReport', {
      customerId: world.ids.alice,
      productInstanceId: await world.line('ALICE'),
      content: 'No light on the modem.',
      categoryCode: 'FAULT_BROADBAND',
      ...more,
    })
  ).id;
const complain = async () =>
  (
    await ok('complaintReport', {
      customerId: world.ids.alice,
      productInstanceId: await world.line('ALICE'),
      content: 'c',
    })
  ).id;
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);
const workOf = async ({ as }: Hired) => {
  const { data } = await graph.query(`{ processWorkList { tasks { about { id } step } } }`, {}, { as });
  return data.processWorkList.tasks as { about: { id: string } | null; step: string }[];
};

describe('a fault as a process', () => {
  test('WFL-34 WFL-40 TRB-40 goes with its ticket from the acceptance to the close, and its work stands in work lists', async () => {
    const ticketId = await report();
    const seen = await see(ticketId);
    expect(seen).toMatchObject({
      process: { status: 'RUNNING', template: { code: 'FAULT_HANDLING' } },
      at: ['confirm'],
      open: [['confirm', 'FAULT_DISPATCHER', 'FaultTicket']],
    });
    expect(await workOf(dispatcher)).toContainEqual({ about: { id: ticketId }, step: 'confirm' });
    expect(await workOf(agent)).toEqual([]);
    // The task is done by what is done to the ticket, and by nothing else.
    const tasks = taskMutations(graph, dispatcher.as);
    await tasks.ok('processTaskClaim', { taskId: seen.tasks[0]!.id });
    expect(await tasks.refused('processTaskComplete', { taskId: seen.tasks[0]!.id })).toEqual([
      ['NOT_HERE', 'input.taskId'],
    ]);

    await ok('faultConfirm', { ticketId });
    expect((await see(ticketId)).at).toEqual(['confirm']);
    const { department: organizationId, otherDepartment } = world.ids;
    await ok('ticketDispatch', { ticketId, organizationId, copyOrganizationIds: [otherDepartment] });
    const sent = await see(ticketId);
    expect(sent.at).toEqual(['repair']);
    expect(sent.open).toEqual([
      ['repair', 'GZ-NET', 'DispatchItem'],
      ['repair', 'GZ-CARE', 'DispatchItem'],
    ]);
    // The work is on the dispatch itself, which a customer sees as little as the process.
    const { data } = await graph.query(
      `query ($id: ID!) { faultTicket(id: $id) { dispatches(first: 9) { nodes { id } } processInstance { tasks(first: 9) { nodes { about { id } } } } } }`,
      { id: ticketId },
      { as: world.staff },
    );
    const idsOf = (nodes: { id: string }[]) => nodes.map(({ id }) => id).toSorted();
    const worked = data.faultTicket.processInstance.tasks.nodes.map(({ about }: { about: { id: string } }) => about);
    expect(idsOf(worked)).toEqual(idsOf([{ id: ticketId }, ...data.faultTicket.dispatches.nodes]));
    const own = await graph.query(
      `query ($id: ID!) { faultTicket(id: $id) { status processInstance { id } } }`,
      { id: ticketId },
      { as: world.alice },
    );
    expect(own.data.faultTicket).toEqual({ status: 'DISPATCHED', processInstance: null });
    expect(sent.tasks[0]).toMatchObject({ step: 'confirm', status: 'RETURNED', result: { status: 'DISPATCHED' } });
    await ok('faultProgress', { ticketId });
    // Sent to others, it stays in repair: what the first had is taken back.
    await ok('ticketDispatch', { ticketId, organizationId: otherDepartment });
    const again = await see(ticketId);
    expect([again.at, again.open]).toEqual([['repair'], [['repair', 'GZ-CARE', 'DispatchItem']]]);
    expect(again.tasks.map(({ status }) => status)).toEqual(['RETURNED', 'RECALLED', 'RECALLED', 'DISPATCHED']);
    await ok('faultProgress', { ticketId });
    await ok('faultRepaired', { ticketId, cause: 'cut' });
    expect(await see(ticketId)).toMatchObject({ at: ['test'], open: [['test', 'FAULT_DISPATCHER', 'FaultTicket']] });
    await ok('ticketResolve', { ticketId, resolution: 'Spliced.' });
    expect((await see(ticketId)).open).toEqual([['revisit', 'CALL_AGENT', 'FaultTicket']]);
    expect(await workOf(agent)).toEqual([{ about: { id: ticketId }, step: 'revisit' }]);
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    expect((await see(ticketId)).open).toEqual([['close', 'CALL_AGENT', 'FaultTicket']]);
    await ok('ticketClose', { ticketId });
    expect(await see(ticketId)).toMatchObject({ status: 'CLOSED', process: { status: 'COMPLETED' }, open: [] });
  });

  test('TRB-15 a dissatisfied customer brings the process back to the beginning; TRB-36 what is no fault skips the repair', async () => {
    const ticketId = await report();
    await ok('faultConfirm', { ticketId, noFaultReason: 'CUT_OVER' });
    expect(await see(ticketId)).toMatchObject({ status: 'RESOLVED', at: ['revisit'] });
    await ok('ticketAnswer', { ticketId, satisfaction: 'VERY_DISSATISFIED', feedback: 'No!' }, world.alice);
    expect(await see(ticketId)).toMatchObject({ status: 'ANSWERING', at: ['revisit'] });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    expect((await see(ticketId)).at).toEqual(['close']);
    // Content, and then not any more.
    await ok('ticketAnswer', { ticketId, satisfaction: 'VERY_DISSATISFIED', reopen: true }, world.alice);
    const { process, at, status } = await see(ticketId);
    expect([status, at, process.status]).toEqual(['CLASSIFIED', ['confirm'], 'RUNNING']);
    expect((await see(ticketId)).open).toHaveLength(1);
  });

  test('TRB-07 TRB-34 TRB-39 enters where its ticket does: a repetition is answered, the network side repairs, parts follow a mass fault', async () => {
    const productInstanceId = await world.line('ALICE');
    const part = await report({ productInstanceId });
    const repetition = await report({ productInstanceId });
    expect(await see(repetition)).toMatchObject({ status: 'DUPLICATE_LINKED', at: ['revisit'] });
    const found = { regionId: world.ids.guangzhou, content: 'Cut', ossReference: 'OSS-MASS', massFault: true };
    const { id: massFaultId } = await ok('faultReportByNetwork', found);
    expect((await see(massFaultId)).open).toEqual([['repair', 'FAULT_DISPATCHER', 'FaultTicket']]);
    // What the network side found is the work order of whoever is sent there: one process, one piece of work, no second hand-over.
    await ok('ticketDispatch', { ticketId: massFaultId, organizationId: world.ids.department });
    const { tasks, open } = await see(massFaultId);
    expect([tasks.length, open]).toEqual([2, [['repair', 'GZ-NET', 'DispatchItem']]]);
    await ok('faultProgress', { ticketId: massFaultId });
    await ok('massFaultLink', { massFaultId, ticketIds: [part] });
    await ok('faultRepaired', { ticketId: massFaultId, cause: 'cut' });
    expect((await see(part)).at).toEqual(['test']);
    await ok('ticketResolve', { ticketId: massFaultId, resolution: 'Spliced.' });
    // Nobody waits to be told.
    expect((await see(massFaultId)).at).toEqual(['close']);
  });

  test('WFL-44 a cancelled ticket ends its process and takes the work back; the process alone is not ended', async () => {
    const ticketId = await report();
    await ok('faultConfirm', { ticketId });
    await ok('ticketDispatch', { ticketId });
    const { process, open } = await see(ticketId);
    expect(open).toEqual([['repair', 'fault.repair', 'DispatchItem']]);
    const many = instancesMutations(graph, 'admin');
    expect(await many.refused('processInstanceTerminate', { instanceIds: [process.id], reason: 'x' })).toEqual([
      ['STEERED', 'input.instanceIds.0'],
    ]);
    expect((await see(ticketId)).process.status).toBe('RUNNING');
    await ok('ticketCancel', { ticketId, reason: 'Solved itself.' });
    const ended = await see(ticketId);
    expect([ended.process.status, ended.open]).toEqual(['TERMINATED', []]);
    expect(ended.tasks.at(-1)).toMatchObject({ step: 'repair', status: 'RECALLED' });
  });

  test('WFL-86 a fault of the first level of a large customer has limits of its own at each step, and is reported on when it is closed', async () => {
    const line = await world.line('BIGCO');
    const ticketId = await report({ customerId: world.ids.bigCo, productInstanceId: line, severity: 'CRITICAL' });
    expect(await see(ticketId)).toMatchObject({ process: { template: { code: 'FAULT_LEVEL_1' } }, at: ['confirm'] });
    const { data } = await graph.query(
      `{ processTemplate(code: "FAULT_LEVEL_1") { versions(first: 1) { nodes { timeLimits(first: 20) { nodes { step minutes } } } } } }`,
    );
    const limits = data.processTemplate.versions.nodes[0].timeLimits.nodes;
    expect(limits).toEqual(
      expect.arrayContaining([
        { step: null, minutes: 240 },
        { step: 'confirm', minutes: 15 },
        { step: 'repair', minutes: 60 },
      ]),
    );
    await ok('faultConfirm', { ticketId });
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.department });
    await ok('faultProgress', { ticketId });
    await ok('faultRepaired', { ticketId, cause: 'cut' });
    await ok('ticketResolve', { ticketId, resolution: 'Spliced.' });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' });
    await ok('ticketClose', { ticketId });
    const closed = await see(ticketId);
    expect([closed.status, closed.process.status, closed.at]).toEqual(['CLOSED', 'RUNNING', ['report']]);
    const tasks = taskMutations(graph, dispatcher.as);
    const taskId = closed.tasks.find(({ step }) => step === 'report')!.id;
    expect((await tasks.refused('processTaskComplete', { taskId }))[0]![0]).toBe('REQUIRED');
    await tasks.ok('processTaskComplete', { taskId, outputs: { report: 'A digger.' } });
    expect((await see(ticketId)).process.status).toBe('COMPLETED');
  });

  test('WFL-87 a fault of the second level of a large customer is repaired only when the check finds no other cause', async () => {
    const customer = { customerId: world.ids.bigCo, severity: 'MINOR' };
    const lines = [await world.line('BIGCO'), await world.line('BIGCO')];
    const faulty = await report({ ...customer, productInstanceId: lines[0] });
    expect(await see(faulty)).toMatchObject({ process: { template: { code: 'FAULT_LEVEL_2' } }, at: ['confirm'] });
    await ok('faultConfirm', { ticketId: faulty });
    await ok('ticketDispatch', { ticketId: faulty, organizationId: world.ids.department });
    expect((await see(faulty)).at).toEqual(['repair']);
    const sound = await report({ ...customer, productInstanceId: lines[1] });
    await ok('faultConfirm', { ticketId: sound, noFaultReason: 'CUT_OVER' });
    expect((await see(sound)).at).toEqual(['revisit']);
    // Others keep the usual process.
    expect((await see(await report())).process.template.code).toBe('FAULT_HANDLING');
  });

  test('WFL-36 two hands on one ticket move its process once, and what is refused moves nothing', async () => {
    const ticketId = await report();
    await ok('faultConfirm', { ticketId });
    const send = { ticketId, organizationId: world.ids.department };
    const raced = await Promise.all(Array.from({ length: 4 }, () => run('ticketDispatch', send)));
    expect(raced.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect((await see(ticketId)).open).toEqual([['repair', 'GZ-NET', 'DispatchItem']]);
    await ok('faultProgress', { ticketId });
    const repaired = await Promise.all(['a', 'b', 'c'].map((cause) => run('faultRepaired', { ticketId, cause })));
    expect(repaired.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(await see(ticketId)).toMatchObject({
      status: 'REPAIRED',
      open: [['test', 'FAULT_DISPATCHER', 'FaultTicket']],
    });
    await Promise.all([
      run('ticketResolve', { ticketId, resolution: 'r' }),
      run('ticketCancel', { ticketId, reason: 'x' }),
    ]);
    const cancelled = await see(ticketId);
    expect([cancelled.status, cancelled.process.status, cancelled.at, cancelled.open]).toEqual([
      ...['CANCELLED', 'TERMINATED', [], []],
    ]);
    const [before, tasks] = [await count('process_instance'), await count('process_task')];
    const missing = { customerId: world.ids.alice, content: 'x', categoryCode: 'NOWHERE' };
    expect((await run('faultReport', missing)).userErrors).not.toEqual([]);
    expect([await count('process_instance'), await count('process_task')]).toEqual([before, tasks]);
  });

  test('WFL-05 an operator has a process of their own for some faults, with work between that of the ticket', async () => {
    const desk = await openProcessDesk(graph);
    const on = (code: string, handler: string) => ({
      ...{ code, kind: 'AUTOMATIC', handler, outputs: [{ name: 'status', type: 'STRING' }] },
      operator: { kind: 'ROLE', code: 'FIELD_ENGINEER' },
    });
    const steps = [
      { code: 'start', kind: 'START' },
      on('diagnose', 'fault.confirm'),
      on('mend', 'fault.repair'),
      { code: 'cables', kind: 'HUMAN', operator: { kind: 'POSITION', code: 'HALL_CLERK' } },
      on('finish', 'ticket.close'),
      { code: 'end', kind: 'END' },
    ];
    const flows = steps.slice(1).map(({ code }, index) => ({ from: steps[index]!.code, to: code }));
    await desk.publish('OWN_FAULTS', { steps, flows }, {
      objectType: 'FaultTicket',
      applicability: 'variables.category = "FAULT_LINE"',
    } as never);
    expect((await see(await report())).process.template.code).toBe('FAULT_HANDLING');
    const ticketId = await report({ categoryCode: 'FAULT_LINE' });
    const seen = await see(ticketId);
    expect(seen.process.template.code).toBe('OWN_FAULTS');
    expect(seen.open).toEqual([['diagnose', 'FIELD_ENGINEER', 'FaultTicket']]);
    await ok('faultConfirm', { ticketId });
    await ok('ticketDispatch', { ticketId });
    await ok('faultProgress', { ticketId });
    await ok('faultRepaired', { ticketId });
    await ok('ticketResolve', { ticketId, resolution: 'r' });
    expect((await see(ticketId)).at).toEqual(['cables']);
    const clerk = await hire(graph, 'T300', 'H4401', ['HALL_CLERK']);
    const taskId = (await see(ticketId)).tasks.at(-1)!.id;
    await taskMutations(graph, clerk.as).ok('processTaskComplete', { taskId });
    // The customer has not been told yet, which this process leaves to the ticket: it ends, and another reopening begins a new one.
    const { process } = await see(ticketId);
    expect(process.status).toBe('COMPLETED');
    await ok('ticketAnswer', { ticketId, satisfaction: 'VERY_DISSATISFIED', reopen: true }, world.alice);
    const second = await see(ticketId);
    expect([second.at, second.process.id === process.id]).toEqual([['diagnose'], false]);
  });
});

describe('a complaint as a process', () => {
  test('WFL-34 TRB-16 TRB-21 TRB-23 TRB-27 goes with its ticket through plan and consent, also when the customer refuses the plan', async () => {
    const ticketId = await complain();
    expect(await see(ticketId)).toMatchObject({
      process: { template: { code: 'COMPLAINT_HANDLING' }, status: 'RUNNING' },
      open: [['dispatch', 'FAULT_DISPATCHER', 'ComplaintTicket']],
    });
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.department });
    await ok('complaintPlanReturn', { ticketId, plan: 'An apology.' });
    const planned = await see(ticketId);
    expect(planned.open).toEqual([['review', 'FAULT_DISPATCHER', 'ComplaintTicket']]);
    expect(planned.tasks.map(({ step, status }) => [step, status])).toContainEqual(['plan', 'RETURNED']);
    await ok('ticketAdvance', { ticketId, step: 'ASK_CONSENT' });
    expect((await see(ticketId)).open).toEqual([['consent', 'CALL_AGENT', 'ComplaintTicket']]);
    await ok('ticketAdvance', { ticketId, step: 'REFUSE', reason: 'Not enough.' }, world.alice);
    expect(await see(ticketId)).toMatchObject({ at: ['plan'], open: [['plan', 'GZ-NET', 'DispatchItem']] });
    await ok('complaintPlanReturn', { ticketId, plan: 'Money.' });
    await ok('ticketAdvance', { ticketId, step: 'ASK_CONSENT' });
    await ok('ticketAdvance', { ticketId, step: 'AGREE' }, world.alice);
    expect((await see(ticketId)).open).toEqual([['execute', 'FAULT_DISPATCHER', 'ComplaintTicket']]);
    await ok('ticketResolve', { ticketId, resolution: 'Paid.' });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    await ok('ticketClose', { ticketId });
    expect(await see(ticketId)).toMatchObject({ process: { status: 'COMPLETED' }, open: [], exception: null });
  });

  test('WFL-34 a ticket from before it ran as a process gets one where it stands, with the next step', async () => {
    const ticketId = await complain();
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.department });
    const uuid = decodeId(ticketId)!.uuid;
    await graph.database.pool.query(`update problem_ticket set process_instance_id = null where id = $1`, [uuid]);
    await ok('complaintPlanReturn', { ticketId, plan: 'p' });
    expect(await see(ticketId)).toMatchObject({ at: ['review'], process: { status: 'RUNNING' } });
  });
});

describe('a suggestion as a process', () => {
  const suggest = async (more: object = {}) =>
    (await ok('suggestionReport', { customerId: world.ids.alice, content: 'Open on Sundays.', ...more }, world.alice))
      .id;

  test('WFL-85 TRB-68 goes with its ticket from the department that evaluates it to the answer, also when it is sent to another', async () => {
    const ticketId = await suggest();
    expect(await see(ticketId)).toMatchObject({
      process: { template: { code: 'SUGGESTION_HANDLING' }, status: 'RUNNING' },
      open: [['dispatch', 'FAULT_DISPATCHER', 'Suggestion']],
    });
    expect(await workOf(dispatcher)).toContainEqual({ about: { id: ticketId }, step: 'dispatch' });
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.department });
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.otherDepartment });
    expect((await see(ticketId)).open).toEqual([['evaluate', 'GZ-CARE', 'DispatchItem']]);
    await ok('suggestionEvaluate', { ticketId, adoption: 'PARTLY', reason: 'In large halls.' });
    const evaluated = await see(ticketId);
    expect([evaluated.status, evaluated.open]).toEqual(['RESOLVED', [['revisit', 'CALL_AGENT', 'Suggestion']]]);
    expect(evaluated.tasks.map(({ step, status }) => [step, status])).toContainEqual(['evaluate', 'RETURNED']);
    await ok('ticketAnswer', { ticketId, satisfaction: 'VERY_DISSATISFIED', reopen: true }, world.alice);
    expect((await see(ticketId)).open).toEqual([['dispatch', 'FAULT_DISPATCHER', 'Suggestion']]);
    await ok('ticketDispatch', { ticketId, organizationId: world.ids.department });
    await ok('suggestionEvaluate', { ticketId, adoption: 'ADOPTED', reason: 'In all.' });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    await ok('ticketClose', { ticketId });
    expect(await see(ticketId)).toMatchObject({ status: 'CLOSED', process: { status: 'COMPLETED' }, open: [] });
  });

  test('TRB-07 TRB-68 a repetition is answered only, nobody waits for the outcome of another, and a cancelled one ends', async () => {
    const categoryCode = 'SUGGESTION_TARIFF';
    const quiet = await suggest({ categoryCode, replyMode: 'NONE' });
    const repeated = await suggest({ categoryCode });
    expect(await see(repeated)).toMatchObject({ status: 'DUPLICATE_LINKED', at: ['revisit'] });
    await ok('ticketDispatch', { ticketId: quiet, organizationId: world.ids.department });
    await ok('suggestionEvaluate', { ticketId: quiet, adoption: 'REJECTED', reason: 'No.' });
    expect((await see(quiet)).open).toEqual([['close', 'CALL_AGENT', 'Suggestion']]);
    await ok('ticketCancel', { ticketId: repeated, reason: 'Twice.' });
    expect(await see(repeated)).toMatchObject({ process: { status: 'TERMINATED' }, open: [] });
  });
});

describe('a billing dispute as a process', () => {
  const dispute = async (billingCycle: string) =>
    (
      await ok('disputeReport', {
        ...{ customerId: world.ids.alice, accountId: world.ids.accountOfAlice, content: 'I did not call there.' },
        ...{ disputedAmount: '30.50', chargeItem: 'IDD', billingCycle },
      })
    ).id;
  const approver = () => ({ ...(world.staff as object), sub: 'E101' }) as typeof world.staff;

  test('WFL-34 TRB-47 TRB-52 goes with its ticket through check, draft, approval and consent, and back as often as it is refused', async () => {
    const ticketId = await dispute('2026-03');
    expect(await see(ticketId)).toMatchObject({
      process: { template: { code: 'DISPUTE_HANDLING' }, status: 'RUNNING' },
      open: [['verify', 'FAULT_DISPATCHER', 'BillDispute']],
    });
    await ok('ticketAdvance', { ticketId, step: 'VERIFY' });
    expect((await see(ticketId)).at).toEqual(['verify']);
    await ok('disputeJudge', { ticketId, verdict: 'WRONG', evidence: 'No such call.' });
    expect((await see(ticketId)).open).toEqual([['draft', 'FAULT_DISPATCHER', 'BillDispute']]);
    const solution = { ticketId, kind: 'REFUND', amount: '30.50' };
    await ok('disputeSolutionSubmit', solution);
    // Who approves has that in the process of the approval, and only there.
    expect(await see(ticketId)).toMatchObject({ at: ['approve'], open: [] });
    const before = await count('process_task');
    expect((await run('disputeSolutionSubmit', solution)).userErrors).toMatchObject([{ code: 'INVALID_TRANSITION' }]);
    expect([await count('process_task'), (await see(ticketId)).at]).toEqual([before, ['approve']]);
    await ok('ticketAdvance', { ticketId, step: 'REJECT', reason: 'Too much.' }, approver());
    expect((await see(ticketId)).open).toEqual([['draft', 'FAULT_DISPATCHER', 'BillDispute']]);
    await ok('disputeSolutionSubmit', { ...solution, amount: '20' });
    await ok('ticketAdvance', { ticketId, step: 'APPROVE' }, approver());
    expect((await see(ticketId)).open).toEqual([['consent', 'CALL_AGENT', 'BillDispute']]);
    await ok('ticketAdvance', { ticketId, step: 'REFUSE', reason: 'All of it.' }, world.alice);
    expect((await see(ticketId)).at).toEqual(['draft']);
    await ok('disputeSolutionSubmit', solution);
    await ok('ticketAdvance', { ticketId, step: 'APPROVE' }, approver());
    await ok('ticketAdvance', { ticketId, step: 'AGREE' }, world.alice);
    expect((await see(ticketId)).open).toEqual([['execute', 'FAULT_DISPATCHER', 'BillDispute']]);
    await ok('ticketResolve', { ticketId, resolution: 'Refunded.' });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    await ok('ticketClose', { ticketId });
    expect(await see(ticketId)).toMatchObject({ process: { status: 'COMPLETED' }, open: [], exception: null });
  });

  test('WFL-44 TRB-48 a right charge is only answered, and a cancelled dispute ends its own process and that of its approval', async () => {
    const right = await dispute('2026-04');
    await ok('ticketAdvance', { ticketId: right, step: 'VERIFY' });
    await ok('disputeJudge', { ticketId: right, verdict: 'CORRECT', evidence: 'Recorded.' });
    expect((await see(right)).at).toEqual(['revisit']);
    const ticketId = await dispute('2026-05');
    await ok('ticketAdvance', { ticketId, step: 'VERIFY' });
    await ok('disputeJudge', { ticketId, verdict: 'WRONG', evidence: 'x' });
    await ok('disputeSolutionSubmit', { ticketId, kind: 'COMPENSATION', amount: '1' });
    await ok('ticketCancel', { ticketId, reason: 'Found it.' });
    expect(await see(ticketId)).toMatchObject({ process: { status: 'TERMINATED' }, at: [], open: [] });
    const running = await graph.database.pool.query(
      `select 1 from "process_instance" where "object_id" = $1 and "ended_at" is null`,
      [ticketId],
    );
    expect(running.rowCount).toBe(0);
  });

  test('WFL-34 a dispute from before it ran as a process gets one where it stands', async () => {
    const ticketId = await dispute('2026-06');
    await ok('ticketAdvance', { ticketId, step: 'VERIFY' });
    await ok('disputeJudge', { ticketId, verdict: 'WRONG', evidence: 'x' });
    await ok('disputeSolutionSubmit', { ticketId, kind: 'COMPENSATION', amount: '1' });
    const { uuid } = decodeId(ticketId)!;
    await graph.database.pool.query(`update problem_ticket set process_instance_id = null where id = $1`, [uuid]);
    await ok('ticketAdvance', { ticketId, step: 'APPROVE' }, approver());
    expect(await see(ticketId)).toMatchObject({ at: ['consent'], process: { status: 'RUNNING' } });
  });
});
