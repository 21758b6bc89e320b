import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { decodeId } from '../../kernel/model/index.js';
import { alarmJob } from './ticket-alarm.js';

const INPUTS = {
  complaintReport: 'ComplaintReportInput',
  complaintPlanReturn: 'ComplaintPlanInput',
  suggestionReport: 'SuggestionReportInput',
  suggestionEvaluate: 'SuggestionEvaluateInput',
  disputeReport: 'DisputeReportInput',
  disputeJudge: 'DisputeJudgeInput',
  disputeSolutionSubmit: 'DisputeSolutionInput',
  ticketDispatch: 'TicketDispatchInput',
  ticketAdvance: 'TicketAdvanceInput',
  ticketResolve: 'TicketResolveInput',
  ticketAnswer: 'TicketAnswerInput',
  ticketClose: 'TicketCloseInput',
  ticketEscalate: 'TicketEscalateInput',
};
type Calls = Mutations<keyof typeof INPUTS>;

let graph: TestGraph;
let world: TroubleWorld;
let ok: Calls['ok'];
let refused: Calls['refused'];
let run: Calls['run'];
let approver: As;
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  ({ ok, refused, run } = mutationsOf(graph, {
    inputs: INPUTS,
    field: 'ticket',
    selection: 'id status ticketNo',
    as: world.staff,
  }));
  approver = { ...(world.staff as object), sub: 'E101' };
});
afterAll(() => graph.close());

const see = async (id: string, type: string, fields: string) =>
  (await graph.query(`query ($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`, { id })).data.node;
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);

describe('a complaint', () => {
  const complaint = (extra: object = {}) => ({
    customerId: world.ids.alice,
    content: 'Nobody answered for an hour.',
    categoryCode: 'COMPLAINT_SERVICE_QUALITY',
    contactName: 'Alice Chan',
    replyMode: 'PHONE',
    ...extra,
  });

  test('TRB-02 TRB-16 TRB-17 TRB-21 TRB-23 is dispatched, planned, refused, planned again, agreed and carried out', async () => {
    const { id } = await ok('complaintReport', complaint(), world.alice);
    const input = { ticketId: id };
    expect(await refused('ticketDispatch', input)).toEqual([['REQUIRED', 'input.organizationId']]);
    await ok('ticketDispatch', {
      ...input,
      organizationId: world.ids.department,
      copyOrganizationIds: [world.ids.otherDepartment],
      instruction: 'Call back',
    });
    await ok('complaintPlanReturn', { ...input, plan: 'Apologise.' });
    await ok('ticketAdvance', { ...input, step: 'ASK_CONSENT' });
    expect(await refused('ticketAdvance', { ...input, step: 'REFUSE' }, world.alice)).toEqual([
      ['REQUIRED', 'input.reason'],
    ]);
    expect(await ok('ticketAdvance', { ...input, step: 'REFUSE', reason: 'Not enough.' }, world.alice)).toMatchObject({
      status: 'DISPATCHED',
    });
    await ok('complaintPlanReturn', { ...input, plan: 'Apologise and waive 10 CNY.' });
    await ok('ticketAdvance', { ...input, step: 'ASK_CONSENT' });
    expect(await ok('ticketAdvance', { ...input, step: 'AGREE' }, world.alice)).toMatchObject({ status: 'EXECUTING' });
    await ok('ticketResolve', { ...input, resolution: 'Waived.' });
    await ok('ticketAnswer', { ...input, satisfaction: 'VERY_SATISFIED' });
    expect(await ok('ticketClose', input, world.alice)).toMatchObject({ status: 'CLOSED' });
    const seen = await see(
      id,
      'ComplaintTicket',
      'planConsent satisfaction dispatches(first: 9, orderBy: [{ field: SENT_AT, direction: ASC }]) { nodes { role status receipt instruction } }',
    );
    expect(seen).toMatchObject({ planConsent: true, satisfaction: 'VERY_SATISFIED' });
    // Both plans are kept, each with its dispatch; the second went back with the reason of the refusal.
    const main = seen.dispatches.nodes.filter(({ role }: { role: string }) => role === 'MAIN');
    expect(main).toEqual([
      { role: 'MAIN', status: 'RETURNED', receipt: 'Apologise.', instruction: 'Call back' },
      { role: 'MAIN', status: 'RETURNED', receipt: 'Apologise and waive 10 CNY.', instruction: 'Not enough.' },
    ]);
  });

  test('TRB-24 a major event has two days, others fifteen', async () => {
    const days = async (extra: object) => {
      const { id } = await ok('complaintReport', complaint(extra));
      const { dueAt, acceptedAt } = await see(id, 'ComplaintTicket', 'dueAt acceptedAt');
      return (Date.parse(dueAt) - Date.parse(acceptedAt)) / 86_400_000;
    };
    expect(await days({ majorEvent: true, categoryCode: 'COMPLAINT_TARIFF' })).toBe(2);
    expect(await days({ categoryCode: 'COMPLAINT_COMM_QUALITY' })).toBe(15);
  });

  test('TRB-06 TRB-26 repeated complaints are linked, and raising the original is proposed to staff only', async () => {
    const { id } = await ok('complaintReport', complaint({ categoryCode: 'COMPLAINT_GENERAL' }));
    for (const _ of [1, 2])
      expect(await ok('complaintReport', complaint({ categoryCode: 'COMPLAINT_GENERAL' }))).toMatchObject({
        status: 'DUPLICATE_LINKED',
      });
    const { rows } = await graph.database.pool.query(
      `select "data", "customer_id" from "history_entry" where "type" = 'ticket.escalation.proposed'`,
    );
    expect(rows).toEqual([{ data: { reason: 'REPEATED_BY_SAME_USER', repeatCount: 2 }, customer_id: null }]);
    expect(await refused('ticketEscalate', { ticketId: id, reason: 'MASS_FAULT' })).toEqual([
      ['NOT_FOR_THIS_KIND', 'input.reason'],
    ]);
  });

  test('TRB-03 categories are a tree that administrators extend, each for one kind of ticket', async () => {
    const save = mutationsOf(graph, {
      inputs: { ticketCategorySave: 'TicketCategorySaveInput' },
      field: 'category',
      selection: 'id code active parent { code } children(first: 9) { nodes { code } }',
      as: 'admin',
    });
    const category = { code: 'COMPLAINT_QUEUE', name: '排队', ticketKind: 'COMPLAINT' };
    expect(await save.ok('ticketCategorySave', { ...category, parentCode: 'COMPLAINT_SERVICE_QUALITY' })).toMatchObject(
      { active: true, parent: { code: 'COMPLAINT_SERVICE_QUALITY' } },
    );
    const { id } = await ok('complaintReport', complaint({ categoryCode: 'COMPLAINT_QUEUE' }));
    expect(await see(id, 'ComplaintTicket', 'category { code parent { code } }')).toEqual({
      category: { code: 'COMPLAINT_QUEUE', parent: { code: 'COMPLAINT_SERVICE_QUALITY' } },
    });
    const before = [await count('ticket_category'), await count('history_entry')];
    const no = (input: object, as?: As) => save.refused('ticketCategorySave', { ...category, ...input }, as);
    expect(await no({ ticketKind: 'FAULT' })).toEqual([['CONTRADICTION', 'input.ticketKind']]);
    expect(await no({ parentCode: 'FAULT_GENERAL' })).toEqual([['CONTRADICTION', 'input.parentCode']]);
    expect(await no({ parentCode: 'NOWHERE' })).toEqual([['UNKNOWN_CODE', 'input.parentCode']]);
    expect(await no({ parentCode: 'COMPLAINT_QUEUE' })).toEqual([['CYCLE', 'input.parentCode']]);
    expect(await no({ code: 'COMPLAINT_SERVICE_QUALITY', parentCode: 'COMPLAINT_QUEUE' })).toEqual([
      ['CYCLE', 'input.parentCode'],
    ]);
    expect(await no({ code: 'COMPLAINT_GENERAL', active: false })).toEqual([['IN_USE', 'input.active']]);
    const { errors } = await graph.query(save.documents.ticketCategorySave, { input: category }, { as: world.staff });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect([await count('ticket_category'), await count('history_entry')]).toEqual(before);
    expect(await save.ok('ticketCategorySave', { ...category, active: false })).toMatchObject({ parent: null });
    expect(await refused('complaintReport', complaint({ categoryCode: 'COMPLAINT_QUEUE' }))).toEqual([
      ['UNKNOWN_CODE', 'input.categoryCode'],
    ]);
  });

  test('TRB-25 TRB-28 an overdue complaint raises its alarm and is escalated; its plan, result and satisfaction are kept', async () => {
    const productInstanceId = await world.line('ALICE');
    const { id } = await ok('complaintReport', complaint({ productInstanceId, majorEvent: true }));
    const input = { ticketId: id };
    await ok('ticketDispatch', { ...input, organizationId: world.ids.department });
    expect(await refused('ticketEscalate', { ...input, reason: 'OVERDUE' })).toEqual([['NOT_OVERDUE', 'input.reason']]);
    const { uuid } = decodeId(id)!;
    await graph.database.pool.query(
      `update "problem_ticket" set "due_at" = now() - interval '1 minute' where "id" = $1`,
      [uuid],
    );
    const job = { id: '1', attempt: 1, signal: new AbortController().signal };
    await alarmJob.run({ ticketId: uuid, level: 2 }, graph.database.systemContext('jobs'), job);
    await ok('ticketEscalate', { ...input, reason: 'OVERDUE', note: 'Nobody looked at it.' });
    const seen = 'alarmLevel escalationLevel escalations(first: 9) { nodes { reason note fromLevel toLevel } }';
    expect(await see(id, 'ComplaintTicket', seen)).toEqual({
      ...{ alarmLevel: 2, escalationLevel: 1 },
      escalations: { nodes: [{ reason: 'OVERDUE', note: 'Nobody looked at it.', fromLevel: 0, toLevel: 1 }] },
    });
    await ok('complaintPlanReturn', { ...input, plan: 'A visit.' });
    await ok('ticketAdvance', { ...input, step: 'ASK_CONSENT' });
    await ok('ticketAdvance', { ...input, step: 'AGREE' }, world.alice);
    await ok('ticketResolve', { ...input, resolution: 'Visited.' });
    await ok('ticketAnswer', { ...input, satisfaction: 'SATISFIED', feedback: 'At last.' }, world.alice);
    expect(
      await see(
        id,
        'ComplaintTicket',
        'resolution satisfaction feedback planConsent dispatches(first: 9) { nodes { receipt } }',
      ),
    ).toEqual({
      ...{ resolution: 'Visited.', satisfaction: 'SATISFIED', feedback: 'At last.', planConsent: true },
      dispatches: { nodes: [{ receipt: 'A visit.' }] },
    });
  });

  test('operations for faults refuse the id of a complaint', async () => {
    const { id } = await ok(
      'complaintReport',
      complaint({ categoryCode: 'COMPLAINT_TARIFF', productInstanceId: await world.line('ALICE') }),
    );
    const { data } = await graph.query(
      `mutation ($input: FaultConfirmInput!) { faultConfirm(input: $input) { userErrors { code path } } }`,
      { input: { ticketId: id } },
    );
    expect(data.faultConfirm.userErrors).toEqual([{ code: 'BAD_ID', path: ['input', 'ticketId'] }]);
  });
});

describe('a billing dispute', () => {
  const dispute = (extra: object = {}) => ({
    customerId: world.ids.alice,
    accountId: world.ids.accountOfAlice,
    content: 'I did not call there.',
    disputedAmount: '30.50',
    chargeItem: 'IDD',
    billingCycle: '2026-03',
    ...extra,
  });

  test('TRB-05 TRB-47 TRB-49 TRB-50 TRB-51 TRB-53 a wrong charge is made good by a solution that another person approves', async () => {
    const { id } = await ok('disputeReport', dispute(), world.alice);
    const input = { ticketId: id };
    await ok('ticketAdvance', { ...input, step: 'VERIFY' });
    expect(await ok('disputeJudge', { ...input, verdict: 'WRONG', evidence: 'No such call.' })).toMatchObject({
      status: 'SOLUTION_DRAFT',
    });
    expect(await refused('disputeSolutionSubmit', { ...input, kind: 'REFUND', amount: '30.51' })).toEqual([
      ['TOO_LARGE', 'input.amount'],
    ]);
    await ok('disputeSolutionSubmit', { ...input, kind: 'REFUND', amount: '30.50' });
    expect(await refused('ticketAdvance', { ...input, step: 'APPROVE' })).toEqual([['GUARD_REFUSED', '']]);
    expect(await refused('ticketAdvance', { ...input, step: 'APPROVE' }, world.alice)).toEqual([['FORBIDDEN', '']]);
    expect(await ok('ticketAdvance', { ...input, step: 'APPROVE' }, approver)).toMatchObject({
      status: 'CONSENT_PENDING',
    });
    const { rows } = await graph.database.pool.query(
      `select "a"."kind", "a"."status", "a"."changes", "t"."code" from "approval" "a" join "process_instance" "i" on "i"."id" = "a"."instance_id"
       join "process_template" "t" on "t"."id" = "i"."template_id" where "a"."subject_id" = $1`,
      [id],
    );
    expect(rows).toEqual([
      {
        ...{ kind: 'DISPUTE_SOLUTION', status: 'APPROVED', code: 'APPROVAL_DISPUTE' },
        changes: { kind: 'REFUND', amount: '30.50' },
      },
    ]);
    expect(await ok('ticketAdvance', { ...input, step: 'AGREE' }, world.alice)).toMatchObject({ status: 'EXECUTING' });
    expect(
      await see(id, 'BillDispute', 'verdict solutionKind solutionAmount { amount currency } disputedAmount { amount }'),
    ).toEqual({
      verdict: 'WRONG',
      solutionKind: 'REFUND',
      solutionAmount: { amount: '30.50', currency: 'CNY' },
      disputedAmount: { amount: '30.50' },
    });
  });

  test('WFL-35 WFL-44 one that no template applies to waits for a dispatcher, who is not asked any more when it is closed', async () => {
    const until = (
      moment: string,
    ) => `update "process_template_version" "v" set "validity_to" = ${moment} from "process_template" "t"
      where "t"."id" = "v"."template_id" and "t"."code" = 'DISPUTE_HANDLING' and "v"."status" = 'PUBLISHED'`;
    await graph.database.pool.query(until('now()'));
    const { id: ticketId } = await ok('disputeReport', dispute({ chargeItem: 'IDD', billingCycle: '2026-07' }));
    await graph.database.pool.query(until('null'));
    const process = async () =>
      (
        await see(
          ticketId,
          'BillDispute',
          `processInstance { status exceptionCode template { code }
            exceptions(first: 9) { nodes { handling } } alarms(first: 9) { nodes { clearedAt } } }`,
        )
      ).processInstance;
    const waiting = {
      ...{ status: 'ABNORMAL', exceptionCode: 'NO_TEMPLATE', template: null },
      ...{ exceptions: { nodes: [{ handling: null }] }, alarms: { nodes: [{ clearedAt: null }] } },
    };
    expect(await process()).toEqual(waiting);
    await ok('ticketAdvance', { ticketId, step: 'VERIFY' });
    await ok('disputeJudge', { ticketId, verdict: 'CORRECT', evidence: 'Recorded.' });
    await ok('ticketAnswer', { ticketId, satisfaction: 'SATISFIED' }, world.alice);
    expect(await process()).toEqual(waiting);
    await ok('ticketClose', { ticketId });
    expect(await process()).toMatchObject({
      ...{ status: 'TERMINATED', exceptions: { nodes: [{ handling: 'TERMINATE' }] } },
      alarms: { nodes: [{ clearedAt: expect.any(String) }] },
    });
  });

  test('TRB-48 a right charge resolves the dispute', async () => {
    const { id } = await ok('disputeReport', dispute({ chargeItem: 'LOCAL' }));
    await ok('ticketAdvance', { ticketId: id, step: 'VERIFY' });
    expect(await ok('disputeJudge', { ticketId: id, verdict: 'CORRECT', evidence: 'Recorded.' })).toMatchObject({
      status: 'RESOLVED',
    });
  });

  test('TRB-06 TRB-52 duplicates are found by account, cycle and item; a rejected solution is drafted anew', async () => {
    const { id } = await ok('disputeReport', dispute({ billingCycle: '2026-04' }));
    expect(await ok('disputeReport', dispute({ billingCycle: '2026-04' }))).toMatchObject({
      status: 'DUPLICATE_LINKED',
    });
    expect(await ok('disputeReport', dispute({ billingCycle: '2026-05' }))).toMatchObject({ status: 'CLASSIFIED' });
    await ok('ticketAdvance', { ticketId: id, step: 'VERIFY' });
    await ok('disputeJudge', { ticketId: id, verdict: 'WRONG', evidence: 'x' });
    await ok('disputeSolutionSubmit', { ticketId: id, kind: 'COMPENSATION', amount: '1' });
    expect(await ok('ticketAdvance', { ticketId: id, step: 'REJECT', reason: 'Too little.' }, approver)).toMatchObject({
      status: 'SOLUTION_DRAFT',
    });
  });

  test('is refused without an account, and nothing is written', async () => {
    const before = [await count('problem_ticket'), await count('history_entry')];
    expect(await refused('disputeReport', dispute({ accountId: null }))).toEqual([['REQUIRED', 'input.accountId']]);
    expect(await refused('disputeReport', dispute({ disputedAmount: '0' }))).toEqual([
      ['TOO_SMALL', 'input.disputedAmount'],
    ]);
    expect([await count('problem_ticket'), await count('history_entry')]).toEqual(before);
  });
});

describe('a suggestion', () => {
  test('TRB-68 is forwarded, evaluated and answered, without a deadline', async () => {
    const { id } = await ok(
      'suggestionReport',
      { customerId: world.ids.alice, content: 'Open on Sundays.' },
      world.alice,
    );
    await ok('ticketDispatch', { ticketId: id, organizationId: world.ids.department });
    expect(
      await ok('suggestionEvaluate', { ticketId: id, adoption: 'PARTLY', reason: 'In large halls.' }),
    ).toMatchObject({ status: 'RESOLVED' });
    expect(await see(id, 'Suggestion', 'adoption dueAt priority')).toEqual({
      adoption: 'PARTLY',
      dueAt: null,
      priority: 'LOW',
    });
  });

  test('steps of other kinds are refused with those that are allowed', async () => {
    const { id } = await ok('suggestionReport', {
      customerId: world.ids.alice,
      content: 'More shade.',
      categoryCode: 'SUGGESTION_WORKS',
    });
    expect((await run('ticketAdvance', { ticketId: id, step: 'VERIFY' })).userErrors).toMatchObject([
      { code: 'INVALID_TRANSITION', details: { allowed: ['cancel', 'dispatch'] } },
    ]);
  });
});
