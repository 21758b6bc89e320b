import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let world: TroubleWorld;
beforeAll(async () => {
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
});
afterAll(() => graph?.close());

async function report(): Promise<string> {
  const input = {
    customerId: world.ids.alice,
    productInstanceId: await world.line('ALICE'),
    content: 'No light.',
    symptom: 'LOS',
    categoryCode: 'FAULT_BROADBAND',
  };
  const { data } = await graph.query(
    'mutation ($input: FaultReportInput!) { faultReport(input: $input) { ticket { id } userErrors { code path } } }',
    { input },
    { as: world.staff },
  );
  if (!data.faultReport.ticket) throw new Error(JSON.stringify(data));
  return data.faultReport.ticket.id as string;
}

async function cancel(ticketId: string): Promise<void> {
  const { data } = await graph.query(
    'mutation ($input: TicketCancelInput!) { ticketCancel(input: $input) { ticket { id } userErrors { code path } } }',
    { input: { ticketId, reason: 'by mistake' } },
    { as: world.staff },
  );
  if (!data.ticketCancel.ticket) throw new Error(JSON.stringify(data));
}

describe('openFaults', () => {
  const BOARD =
    'subscription ($region: ID) { openFaults(regionId: $region) { total counts { region { id } severity count } } }';

  it('TRB-41 counts by region and severity: at once, and whenever it changes, as far as the caller sees', async () => {
    const [mine, theirs] = [
      await graph.subscribe(BOARD, { region: world.ids.guangdong }, { as: world.staff }),
      await graph.subscribe(BOARD, {}, { as: world.otherStaff }),
    ];
    await Promise.all([mine.until(1), theirs.until(1)]);
    expect(mine.messages[0]!.data!.openFaults).toEqual({ total: 0, counts: [] });
    const ids = [await report(), await report()];
    const last = () => mine.messages.at(-1)!.data!.openFaults;
    await until(() => last().total === 2);
    expect(last().counts).toEqual([{ region: { id: world.ids.guangzhou }, severity: expect.any(String), count: 2 }]);
    for (const id of ids) await cancel(id);
    await until(() => last().total === 0);
    expect(theirs.messages).toHaveLength(1);
  });
});

describe('ticketsAboutToBreach', () => {
  const BOARD =
    'subscription ($region: ID, $minutes: Int) { ticketsAboutToBreach(regionId: $region, withinMinutes: $minutes) { count breached tickets { id dueAt } } }';

  it('TRB-35 names the tickets whose deadline is near, and notices that time passes', async () => {
    const id = await report();
    const near = await graph.subscribe(BOARD, { minutes: 60 }, { as: world.staff });
    const others = await graph.subscribe(BOARD, { minutes: 60 }, { as: world.otherStaff });
    await near.until(1);
    const last = () => near.messages.at(-1)!.data!.ticketsAboutToBreach;
    expect(last()).toMatchObject({ count: 0, breached: 0 });
    const due = (interval: string) =>
      graph.database.pool.query(
        `update problem_ticket set due_at = now() + $1::interval where status not in ('CANCELLED')`,
        [interval],
      );
    await due('30 minutes');
    await until(() => last().count === 1);
    expect(last().tickets).toEqual([{ id, dueAt: expect.any(String) }]);
    await due('2 seconds');
    await until(() => last().breached === 1, 20_000);
    expect(last()).toMatchObject({ count: 0, tickets: [] });
    await cancel(id);
    await until(() => last().breached === 0);
    expect(others.messages).toHaveLength(1);
  }, 60_000);

  it.each([0, 10_081])('refuses %i minutes', async (minutes) => {
    const { until: come } = await graph.subscribe(BOARD, { minutes }, { as: world.staff });
    expect((await come(1))[0]!.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('is not for customers', async () => {
    const { until: come } = await graph.subscribe(BOARD, {}, { as: world.alice });
    expect((await come(1))[0]!.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
