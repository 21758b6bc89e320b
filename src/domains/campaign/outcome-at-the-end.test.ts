import { expect, test } from '@jest/globals';
import { clerk, customerIn, marketer, runningFor } from '../../testing/campaign-desk.js';
import { faults, graph, ok, rows, run, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { uuidOf } from '../../kernel/model/index.js';

useCatalogueDesk();

const outcome = (campaignId: string, customerId: string, more: object = {}) =>
  run(
    'campaignOutcomeRecord',
    'participation { outcome }',
    { campaignId, customerId, outcome: 'CONTACTED', channel: 'CALL_CENTRE', ...more },
    clerk,
  );
const events = async (campaignId: string) =>
  (await rows(`select 1 from "campaign_event" where "campaign_id" = $1`, [uuidOf(campaignId, 'mg', [])])).length;

/** Lets something be asked while a statement has changed a row and is not committed yet; answers what it came to then. */
async function during<T>(sql: string, id: string, ask: () => Promise<T>): Promise<T> {
  const client = await graph.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(sql, [id]);
    const asked = ask();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await client.query('commit');
    return await asked;
  } finally {
    client.release();
  }
}

test('CMP-62 an outcome that comes while its campaign ends is not taken', async () => {
  const customer = await customerIn('4401', 'Late');
  const campaignId = await runningFor('Ends', [customer.id]);
  const end = `update "campaign" set "status" = 'ENDED', "ended_at" = now() where "id" = $1`;
  const made = await during(end, uuidOf(campaignId, 'mg', []), () => outcome(campaignId, customer.id));
  expect(faults(made)).toEqual(['INVALID_STATE input.campaignId']);
  expect(await events(campaignId)).toBe(0);
});

test('CMP-62 outcomes of one campaign do not wait for each other, but its end waits for them', async () => {
  const customers = await Promise.all(['A', 'B', 'C', 'D'].map((name) => customerIn('4401', name)));
  const campaignId = await runningFor(
    'Busy',
    customers.map(({ id }) => id),
  );
  const held = `select 1 from "campaign" where "id" = $1 for share`;
  const made = await during(held, uuidOf(campaignId, 'mg', []), () =>
    Promise.race([
      outcome(campaignId, customers[0]!.id),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), 350)),
    ]),
  );
  expect(made && faults(made)).toEqual([]);
  const [ended, ...tried] = await Promise.all([
    run('campaignMove', 'campaign { status endedAt }', { campaignId, action: 'ABORT', reason: 'over' }, marketer),
    ...customers.slice(1).map(({ id }) => outcome(campaignId, id)),
  ]);
  expect(faults(ended!)).toEqual([]);
  const taken = tried.filter((each) => faults(each).length === 0).length;
  expect(await events(campaignId)).toBe(1 + taken);
  for (const each of tried) expect([[], ['INVALID_STATE input.campaignId']]).toContainEqual(faults(each));
});

test('CMP-62 an outcome that comes while its wave ends is not taken', async () => {
  const customer = await customerIn('4401', 'Wave');
  const campaignId = await runningFor('Waves', [customer.id]);
  const from = new Date(Date.now() - 60_000).toISOString();
  const to = new Date(Date.now() + 3_600_000).toISOString();
  const plan = { campaignId, waveNo: 1, name: 'First', plannedStart: from, plannedEnd: to, channel: 'CALL_CENTRE' };
  const { wave } = await ok('campaignWaveSave', 'wave { id }', plan, marketer);
  await rows(`update "wave" set "status" = 'RUNNING' where "id" = $1`, [uuidOf(wave.id, 'mw', [])]);
  const end = `update "wave" set "status" = 'DONE', "ended_at" = now() where "id" = $1`;
  const ask = () => outcome(campaignId, customer.id, { waveId: wave.id });
  expect(faults(await during(end, uuidOf(wave.id, 'mw', []), ask))).toEqual(['INVALID_STATE input.waveId']);
  expect(await events(campaignId)).toBe(0);
});
