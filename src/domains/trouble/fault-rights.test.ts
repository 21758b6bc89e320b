import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

let graph: TestGraph;
let world: TroubleWorld;
let ok: Mutations<keyof typeof INPUTS>['ok'];
let run: Mutations<keyof typeof INPUTS>['run'];
let refused: Mutations<keyof typeof INPUTS>['refused'];
let documents: Mutations<keyof typeof INPUTS>['documents'];
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  ({ ok, run, refused, documents } = mutationsOf(graph, {
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

describe('rights', () => {
  test('TRB-57 strangers cannot tell a ticket from one that does not exist, and change nothing', async () => {
    const id = await faultInProcess();
    const before = await count('history_entry');
    for (const as of [world.otherStaff, world.carol]) {
      expect(await refused('ticketCancel', { ticketId: id, reason: 'mine now' }, as)).toEqual([
        ['NOT_FOUND', 'input.ticketId'],
      ]);
      const { data } = await graph.query(
        `query ($id: ID!) { node(id: $id) { id } faultTickets(first: 50) { nodes { id } } }`,
        { id },
        { as },
      );
      expect(data).toEqual({ node: null, faultTickets: { nodes: [] } });
    }
    const { data } = await graph.query(`query ($id: ID!) { node(id: $id) { ... on FaultTicket { status } } }`, { id });
    expect(data.node.status).toBe('IN_PROCESS');
    expect(await count('history_entry')).toBe(before);
  });

  test('TRB-58 customers report for themselves only and may not take the steps of staff', async () => {
    const line = await world.line('ALICE');
    expect(await refused('faultReport', reportOf(line), world.carol)).toEqual([['NOT_FOUND', 'input.customerId']]);
    const { id } = await ok('faultReport', reportOf(line), world.alice);
    for (const name of ['faultConfirm', 'ticketDispatch'] as const) {
      const { errors } = await graph.query(documents[name], { input: { ticketId: id } }, { as: world.alice });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on FaultTicket { status } } }`,
      { id },
      { as: world.alice },
    );
    expect(data.node.status).toBe('CLASSIFIED');
    expect(await ok('ticketCancel', { ticketId: id, reason: 'It works again.' }, world.alice)).toMatchObject({
      status: 'CANCELLED',
    });
  });

  test('TRB-42 customers do not see why a ticket is raised or to whom it goes', async () => {
    const id = await faultInProcess();
    await ok('ticketEscalate', { ticketId: id, reason: 'HOT_ISSUE_INTERNAL', note: 'management asks' });
    const document = `query ($id: ID!) { node(id: $id) { ... on FaultTicket { escalations(first: 5) { nodes { note } } dispatches(first: 5) { nodes { role } } } } }`;
    const seen = async (as: As) => (await graph.query(document, { id }, { as })).data.node;
    expect(await seen(world.alice)).toEqual({ escalations: { nodes: [] }, dispatches: { nodes: [] } });
    expect(await seen(world.staff)).toEqual({
      escalations: { nodes: [{ note: 'management asks' }] },
      dispatches: { nodes: [{ role: 'MAIN' }] },
    });
    const { rows } = await graph.database.pool.query(
      `select "customer_id" from "history_entry" where "type" = 'ticket.escalated'`,
    );
    expect(rows.every((row: { customer_id: string | null }) => row.customer_id === null)).toBe(true);
  });

  test("watching someone else's ticket is refused like a missing one", async () => {
    const { id } = await ok('faultReport', reportOf(await world.line('ALICE')));
    const subscription = await graph.subscribe(
      `subscription ($id: ID!) { ticketProgress(ticketId: $id) { to } }`,
      { id },
      { as: world.carol },
    );
    const failure = await subscription.until(1).then(
      ([message]) => message!.errors,
      (error: unknown) => error,
    );
    expect(JSON.stringify(failure)).toContain('NOT_FOUND');
    await subscription.close();
  });
});

describe('concurrency and impossible steps', () => {
  test('a ticket closed twice at the same time is closed once', async () => {
    const id = await faultInProcess();
    await ok('faultRepaired', { ticketId: id });
    await ok('ticketResolve', { ticketId: id, resolution: 'Works again.' });
    await ok('ticketAnswer', { ticketId: id, satisfaction: 'SATISFIED' });
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => run('ticketClose', { ticketId: id })));
    expect(outcomes.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    const refused = outcomes.filter(({ userErrors }) => userErrors.length > 0).map(({ userErrors }) => userErrors[0]!);
    expect(refused).toHaveLength(3);
    for (const error of refused)
      expect(error).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { state: 'CLOSED', action: 'close', allowed: ['archive'] },
      });
    const { rows } = await graph.database.pool.query(
      `select count(*)::int as n from "history_entry" where "action" = 'close' and "reason" is null and "subject_id" = (select "id" from "problem_ticket" where "ticket_no" = $1)`,
      [outcomes.find(({ node }) => node)!.node.ticketNo],
    );
    expect(rows[0].n).toBe(1);
  });

  test('TRB-40 steps that the state does not allow are refused with those that it does', async () => {
    const { id } = await ok('faultReport', reportOf(await world.line('ALICE')));
    const before = await count('history_entry');
    for (const [name, input] of [
      ['faultRepaired', {}],
      ['faultProgress', {}],
      ['ticketResolve', { resolution: 'x' }],
      ['ticketAnswer', { satisfaction: 'SATISFIED' }],
      ['ticketClose', {}],
    ] as const) {
      const { node, userErrors } = await run(name, { ticketId: id, ...input });
      expect(node).toBeNull();
      expect(userErrors).toMatchObject([
        {
          code: 'INVALID_TRANSITION',
          details: { state: 'CLASSIFIED', allowed: ['cancel', 'confirm', 'followMassFault'] },
        },
      ]);
    }
    expect(await count('history_entry')).toBe(before);
  });

  test('TRB-42 TRB-70 escalations need a fitting reason', async () => {
    const id = await faultInProcess();
    expect(await refused('ticketEscalate', { ticketId: id, reason: 'OVERDUE' })).toEqual([
      ['NOT_OVERDUE', 'input.reason'],
    ]);
    await graph.database.pool.query(
      `update "problem_ticket" set "due_at" = now() - interval '1 hour' where "ticket_no" = (select "ticket_no" from "problem_ticket" order by "accepted_at" desc limit 1)`,
    );
    expect(await ok('ticketEscalate', { ticketId: id, reason: 'OVERDUE' })).toMatchObject({
      level: 'FIRST',
      overdue: true,
    });
    await ok('ticketCancel', { ticketId: id, reason: 'test' });
    expect(await refused('ticketEscalate', { ticketId: id, reason: 'MEDIA_EXPOSURE' })).toEqual([
      ['INVALID_STATE', 'input.ticketId'],
    ]);
  });
});
