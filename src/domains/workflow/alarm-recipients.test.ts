import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line } from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let w: ProcessWorld;
let clock: VirtualClock;
beforeAll(async () => {
  w = await openProcessWorld();
});
afterEach(() => clock?.stop());
afterAll(() => w?.graph.close());

test('WFL-59 who is told of an alarm by name is told wherever it comes from, also after a break, and nobody else there', async () => {
  const told = await hire(w.graph, 'P610', 'H3201', ['PROCESS_MANAGER']);
  const neighbour = await hire(w.graph, 'P611', 'H3201', ['PROCESS_MANAGER']);
  const alarms = [
    { code: 'BY-NAME', offsetMinutes: 0, level: 'MAJOR', recipient: { kind: 'EMPLOYEE', code: 'P610' } },
    { code: 'BY-POSITION', offsetMinutes: 0, level: 'MAJOR', recipient: { kind: 'POSITION', code: 'PROCESS_MANAGER' } },
    { code: 'BY-NAME-AGAIN', offsetMinutes: 5, level: 'MAJOR', recipient: { kind: 'EMPLOYEE', code: 'P610' } },
  ];
  await w.desk.publish('TOLD', line(human('a', { timeLimits: [{ minutes: 60 }], alarms })));
  const text = 'subscription ($after: String) { processAlarmRaised(after: $after) { cursor alarm { code } } }';
  clock = virtualClock(w.graph, '2026-12-01T09:00:00Z');
  const listening = await w.graph.subscribe(text, {}, { as: told.as });
  const beside = await w.graph.subscribe(text, {}, { as: neighbour.as });
  const here = await w.graph.subscribe(text, {}, { as: w.desk.second.as });
  await w.start('TOLD', { regionId: w.guangzhou });
  await clock.advance(70);
  const codes = (messages: readonly object[]) =>
    messages.map(
      (message) =>
        (message as { data: { processAlarmRaised: { alarm: { code: string } } } }).data.processAlarmRaised.alarm.code,
    );
  expect(codes(await here.until(3))).toEqual(['BY-NAME', 'BY-POSITION', 'BY-NAME-AGAIN']);
  const messages = await listening.until(2);
  expect(codes(messages)).toEqual(['BY-NAME', 'BY-NAME-AGAIN']);
  const { cursor } = (messages[0] as { data: { processAlarmRaised: { cursor: string } } }).data.processAlarmRaised;
  const again = await w.graph.subscribe(text, { after: cursor }, { as: told.as });
  expect(codes(await again.until(1))).toEqual(['BY-NAME-AGAIN']);
  // What is raised in their own region reaches the neighbour: everything before it would have, too.
  const jiangsu = (await w.graph.query('{ region(code: "3201") { id } }')).data.region.id;
  await w.start('TOLD', { regionId: jiangsu });
  await clock.advance(60);
  expect(codes(await beside.until(2))).toEqual(['BY-NAME', 'BY-POSITION']);
  expect(beside.messages).toHaveLength(2);
});
