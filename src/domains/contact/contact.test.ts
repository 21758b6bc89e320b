import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';

const INPUTS = { contactRecord: 'ContactRecordInput', contactComplete: 'ContactCompleteInput' };
type Calls = Mutations<keyof typeof INPUTS>;
let graph: TestGraph;
let world: TroubleWorld;
let ok: Calls['ok'];
let refused: Calls['refused'];
let run: Calls['run'];
let documents: Calls['documents'];
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  const selection =
    'id contactNo status direction result startedAt endedAt type { code } mode { code } platform { code }';
  ({ ok, refused, run, documents } = mutationsOf(graph, {
    inputs: INPUTS,
    field: 'contact',
    selection,
    as: world.staff,
  }));
});
afterAll(() => graph.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const call = (extra: object = {}) => ({
  customerId: world.ids.alice,
  typeCode: 'FAULT',
  modeCode: 'HUMAN_VOICE',
  platformCode: 'HOTLINE',
  content: 'The modem is dark.',
  ...extra,
});
const count = async () =>
  Number(
    (
      await graph.database.pool.query(
        'select (select count(*) from "contact_event") + (select count(*) from "history_entry") as n',
      )
    ).rows[0].n,
  );

describe('recording contacts', () => {
  test('CON-01 CON-03 CON-09 CON-46 a finished contact is completed with its result', async () => {
    const contact = await ok(
      'contactRecord',
      call({ startedAt: minutesAgo(9), endedAt: minutesAgo(5), feedback: 'Friendly.' }),
    );
    expect(contact).toMatchObject({
      status: 'COMPLETED',
      direction: 'INBOUND',
      result: 'SUCCESS',
      type: { code: 'FAULT' },
      mode: { code: 'HUMAN_VOICE' },
      platform: { code: 'HOTLINE' },
    });
  });

  test('CON-46 a contact that goes on is completed later, once', async () => {
    const { id } = await ok('contactRecord', call());
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => run('contactComplete', { contactId: id, result: 'FAILURE', feedback: 'Hung up.' })),
    );
    expect(outcomes.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    for (const { userErrors } of outcomes.filter((each) => !each.node))
      expect(userErrors).toMatchObject([
        { code: 'INVALID_TRANSITION', details: { state: 'COMPLETED', allowed: ['archive'] } },
      ]);
  });

  test('CON-01 a platform that sends a contact again gets the first record, even at the same time', async () => {
    const sent = call({ externalId: 'call-4711' });
    const contacts = await Promise.all(Array.from({ length: 4 }, () => ok('contactRecord', sent)));
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(1);
    expect((await ok('contactRecord', { ...sent, platformCode: 'IVR' })).id).not.toBe(contacts[0]!.id);
    expect(await refused('contactRecord', { ...sent, customerId: world.ids.bigCo })).toEqual([
      ['DUPLICATE', 'input.externalId'],
    ]);
  });

  test('CON-67 the history of a customer shows contacts of all channels, newest first', async () => {
    const { id } = await ok(
      'contactRecord',
      call({
        customerId: world.ids.bigCo,
        typeCode: 'RETURN_VISIT',
        modeCode: 'VISIT',
        platformCode: 'ACCOUNT_MANAGER',
        startedAt: minutesAgo(60),
        endedAt: minutesAgo(30),
      }),
    );
    const next = await ok(
      'contactRecord',
      call({ customerId: world.ids.bigCo, modeCode: 'EMAIL', platformCode: 'EMAIL', followsId: id }),
    );
    const { data } = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on Customer { contactEvents(first: 9, orderBy: [{ field: STARTED_AT, direction: DESC }]) { totalCount nodes { id direction follows { id } mode { code } } } } } }`,
      { id: world.ids.bigCo },
      { as: world.staff },
    );
    expect(data.node.contactEvents).toEqual({
      totalCount: 2,
      nodes: [
        { id: next.id, direction: 'INBOUND', follows: { id }, mode: { code: 'EMAIL' } },
        { id, direction: 'OUTBOUND', follows: null, mode: { code: 'VISIT' } },
      ],
    });
  });

  test('CON-66 TRB-01 TRB-73 a contact hands over to the ticket that is created from it; both know each other', async () => {
    const contact = await ok('contactRecord', call());
    const report = `mutation ($input: FaultReportInput!) { faultReport(input: $input) { userErrors { code path } ticket { id contactLinks(first: 5) { nodes { contact { id status } } } } } }`;
    const { data } = await graph.query(
      report,
      { input: { customerId: world.ids.alice, content: 'dark', contactId: contact.id } },
      { as: world.staff },
    );
    expect(data.faultReport.ticket.contactLinks.nodes).toEqual([
      { contact: { id: contact.id, status: 'HANDED_OVER' } },
    ]);
    const back = await graph.query(
      `query ($id: ID!) { node(id: $id) { ... on ContactEvent { ticketLinks(first: 5) { nodes { ticket { id } } } } } }`,
      { id: contact.id },
      { as: world.alice },
    );
    expect(back.data.node.ticketLinks.nodes).toEqual([{ ticket: { id: data.faultReport.ticket.id } }]);
    const foreign = await graph.query(
      report,
      { input: { customerId: world.ids.bigCo, content: 'dark', contactId: contact.id } },
      { as: world.staff },
    );
    expect(foreign.data.faultReport).toEqual({
      ticket: null,
      userErrors: [{ code: 'NOT_OF_CUSTOMER', path: ['input', 'contactId'] }],
    });
  });
});

describe('refusals', () => {
  test('CON-30 contradictory input is refused field by field, and nothing is written', async () => {
    const before = await count();
    const cases: [object, [string, string][]][] = [
      [{ typeCode: 'GOSSIP' }, [['UNKNOWN_CODE', 'input.typeCode']]],
      [{ modeCode: 'TELEPATHY' }, [['UNKNOWN_CODE', 'input.modeCode']]],
      [{ modeCode: 'VISIT' }, [['MODE_OUT_OF_RANGE', 'input.modeCode']]],
      [{ startedAt: minutesAgo(-60) }, [['IN_FUTURE', 'input.startedAt']]],
      [{ startedAt: minutesAgo(5), endedAt: minutesAgo(9) }, [['OUT_OF_ORDER', 'input.endedAt']]],
      [{ endedAt: minutesAgo(9) }, [['REQUIRED', 'input.startedAt']]],
      [{ result: 'SUCCESS' }, [['CONTRADICTION', 'input.result']]],
      [{ content: ' ' }, [['REQUIRED', 'input.content']]],
      [
        { content: 'x'.repeat(4001), typeCode: '' },
        [
          ['REQUIRED', 'input.typeCode'],
          ['TOO_LONG', 'input.content'],
        ],
      ],
    ];
    for (const [extra, expected] of cases) expect(await refused('contactRecord', call(extra))).toEqual(expected);
    expect(await count()).toBe(before);
  });

  test('CON-67 strangers neither record nor see contacts, and nothing is written', async () => {
    const { id } = await ok('contactRecord', call());
    const before = await count();
    for (const as of [world.otherStaff, world.carol]) {
      expect(await refused('contactRecord', call(), as)).toEqual([['NOT_FOUND', 'input.customerId']]);
      const { data } = await graph.query(
        `query ($id: ID!) { node(id: $id) { id } contactEvents(first: 50) { nodes { id } } }`,
        { id },
        { as },
      );
      expect(data).toEqual({ node: null, contactEvents: { nodes: [] } });
    }
    const { errors } = await graph.query(documents.contactComplete, { input: { contactId: id } }, { as: world.alice });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await count()).toBe(before);
  });
});
