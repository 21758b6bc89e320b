import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { measureItems } from './index.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

const run = async (name: string, type: string, selection: string, input: object, as: As = 'admin') => {
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { userErrors { code path } ${selection} } }`,
    { input },
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.done;
};
const create = (type: string, code: string, defaultValue: unknown) =>
  run('parameterCreate', 'ParameterCreateInput', 'parameter { id }', {
    code,
    name: code,
    category: type,
    type,
    description: 'For this test.',
    defaultValue,
  });
const set = (parameterId: string, value: unknown, organizationId?: string) =>
  run('parameterSet', 'ParameterSetInput', 'parameter { values(first: 9) { nodes { version } } }', {
    parameterId,
    value,
    organizationId,
  });
const remove = (parameterId: string) =>
  run('parameterRemove', 'ParameterRemoveInput', 'parameter { id }', { parameterId });
const report = (item: string, value: string, organizationId?: string, as: As = 'admin') =>
  run(
    'monitoredValueReport',
    'MonitoredValueReportInput',
    'alarms { code item status value message actions suppressedBy organization { code } }',
    { item, value, organizationId },
    as,
  );
const told = async (type: string) =>
  (
    await graph.database.pool.query(
      `select "data" from "history_entry" where $1 in ("type", "data"->>'event') order by "id"`,
      [type],
    )
  ).rows.map(({ data }) => data);
const threshold = (trigger: string, clear: string) => ({
  trigger: { operator: 'GT', value: trigger },
  clear: { operator: 'LTE', value: clear },
  triggerMessage: 'Too many.',
  clearMessage: 'Few again.',
});
const action = { sound: true, email: ['noc@example.org'], sms: ['13800000000'], suppress: false };
/** A threshold, an action and an alarm on an item of the same name. */
async function watch(item: string, alarm: object = {}) {
  const limit = (await create('THRESHOLD', `${item}.limit`, threshold('10', '5'))).parameter.id;
  const act = (await create('ACTION', `${item}.act`, action)).parameter.id;
  const value = { threshold: `${item}.limit`, item, event: `alarm.${item}`, actions: [`${item}.act`], ...alarm };
  const { parameter, userErrors } = await create('ALARM', `${item}.alarm`, value);
  expect(userErrors).toEqual([]);
  return { limit: limit as string, act: act as string, alarm: parameter.id as string, value };
}

describe('alarms', () => {
  test('SYS-28, SYS-30 a violation raises the alarm once, tells its event, runs its actions, and clears it below the other value', async () => {
    await watch('queue');
    expect((await report('queue', '10')).alarms).toEqual([]);
    expect((await report('queue', '11.5')).alarms).toEqual([
      {
        code: 'queue.alarm',
        item: 'queue',
        status: 'RAISED',
        value: '11.5',
        message: 'Too many.',
        actions: ['queue.act'],
        suppressedBy: null,
        organization: { code: 'HQ' },
      },
    ]);
    expect((await report('queue', '30')).alarms).toEqual([]);
    expect((await report('queue', '6')).alarms).toEqual([]);
    expect((await report('queue', '5')).alarms).toMatchObject([{ status: 'CLEARED', message: 'Few again.' }]);
    expect((await report('queue', '4')).alarms).toEqual([]);
    expect(await told('alarm.queue')).toMatchObject([{ code: 'queue.alarm', value: '11.5', suppressedBy: null }]);
    expect(await told('alarm.cleared')).toMatchObject([{ code: 'queue.alarm', value: '5' }]);
    const { data } = await graph.query(
      '{ alarms(filter: { item: { eq: "queue" }, status: { eq: CLEARED } }) { totalCount nodes { clearedAt parameter { code } } } }',
    );
    expect(data.alarms).toMatchObject({ totalCount: 1, nodes: [{ parameter: { code: 'queue.alarm' } }] });
    expect(data.alarms.nodes[0].clearedAt).not.toBeNull();
  });

  test('SYS-30 reports that come at once raise it once', async () => {
    await watch('burst');
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => report('burst', String(20 + n))));
    expect(answers.flatMap(({ alarms }) => alarms)).toHaveLength(1);
    expect(await told('alarm.burst')).toHaveLength(1);
  });

  test('SYS-32 an action has a sound, mail and messages, or keeps silent', async () => {
    const wrong = await create('ACTION', 'wrong.act', { ...action, email: ['noc'], sms: ['call me'] });
    expect(wrong.userErrors.map(({ path }: { path: string[] }) => path.slice(2).join('.'))).toEqual([
      'email.0',
      'sms.0',
    ]);
    const { act } = await watch('line');
    await report('line', '11');
    expect((await told('alarm.action')).filter(({ item }) => item === 'line')).toMatchObject([
      { action: 'line.act', sound: true, email: ['noc@example.org'], sms: ['13800000000'], message: 'Too many.' },
    ]);
    await report('line', '1');
    await set(act, { ...action, suppress: true });
    expect((await report('line', '12')).alarms).toMatchObject([{ status: 'RAISED', actions: [] }]);
    expect((await told('alarm.action')).filter(({ item }) => item === 'line')).toHaveLength(1);
  });

  test('SYS-31 a filter lets alarms run no action, and events raise no alarm, until it is changed', async () => {
    await watch('disk');
    await watch('heat');
    const filter = await create('FILTER', 'at.night', { alarms: ['disk.alarm'], events: ['alarm.heat'] });
    expect(filter.userErrors).toEqual([]);
    expect((await report('disk', '11')).alarms).toMatchObject([{ actions: [], suppressedBy: 'at.night' }]);
    expect((await report('heat', '11')).alarms).toEqual([]);
    expect(await told('alarm.heat')).toEqual([]);
    await set(filter.parameter.id, { alarms: [], events: [] });
    expect((await report('heat', '11')).alarms).toMatchObject([{ actions: ['heat.act'], suppressedBy: null }]);
  });

  test('SYS-30..32 what names another parameter needs it, and it is not removed meanwhile', async () => {
    const missing = await create('ALARM', 'nothing.alarm', {
      threshold: 'no.limit',
      item: 'nothing',
      event: 'alarm.nothing',
      actions: ['no.act'],
    });
    expect(missing.userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'defaultValue', 'threshold'] },
      { code: 'NOT_FOUND', path: ['input', 'defaultValue', 'actions', '0'] },
    ]);
    const { limit, act, alarm, value } = await watch('fan');
    expect(
      (await create('ALARM', 'spoof.alarm', { ...value, event: 'order.status.changed' })).userErrors,
    ).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'defaultValue', 'event'] }]);
    expect((await create('FILTER', 'no.filter', { alarms: ['fan.limit'], events: [] })).userErrors).toEqual([
      { code: 'NOT_FOUND', path: ['input', 'defaultValue', 'alarms', '0'] },
    ]);
    for (const used of [limit, act]) expect((await remove(used)).userErrors).toMatchObject([{ code: 'IN_USE' }]);
    await report('fan', '11');
    expect((await remove(alarm)).userErrors).toMatchObject([{ code: 'IN_USE' }]);
    await report('fan', '1');
    for (const free of [alarm, limit, act]) expect((await remove(free)).userErrors).toEqual([]);
    const { data } = await graph.query(
      '{ alarms(filter: { item: { eq: "fan" } }) { nodes { code parameter { id } } } }',
    );
    expect(data.alarms.nodes).toEqual([{ code: 'fan.alarm', parameter: null }]);
    expect((await report('fan', '11')).userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'item'] }]);
  });

  test('SYS-28, SYS-30 a province has a threshold of its own, and what is measured there is its own', async () => {
    const { data } = await graph.query(
      '{ p44: internalOrganization(code: "P44") { id } p51: internalOrganization(code: "P51") { id } functionPoint(code: "monitoredValueReport") { id } }',
    );
    const { limit } = await watch('load');
    await set(limit, threshold('100', '50'), data.p44.id);
    expect((await report('load', '60', data.p44.id)).alarms).toEqual([]);
    expect((await report('load', '60', data.p51.id)).alarms).toMatchObject([{ organization: { code: 'P51' } }]);
    const clerk = await hire(graph, 'M4401', 'P44');
    const { errors } = await graph.query(
      'mutation ($input: MonitoredValueReportInput!) { monitoredValueReport(input: $input) { userErrors { code } } }',
      { input: { item: 'load', value: '999', organizationId: data.p44.id } },
      { as: clerk.as },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await graph.query(
      'mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { userErrors { code } } }',
      { input: { employeeIds: [clerk.id], functionPointIds: [data.functionPoint.id] } },
    );
    // What somebody may do is looked up anew within seconds.
    await until(() =>
      report('load', '999', data.p51.id, clerk.as).then(
        () => true,
        () => false,
      ),
    );
    expect((await report('load', '999', data.p51.id, clerk.as)).userErrors).toMatchObject([{ code: 'OUT_OF_SCOPE' }]);
    expect((await report('load', '999', undefined, clerk.as)).userErrors).toMatchObject([{ code: 'OUT_OF_SCOPE' }]);
    const seen = async () =>
      (
        await graph.query(
          '{ alarms(filter: { item: { eq: "load" } }) { nodes { organization { code } } } }',
          {},
          {
            as: clerk.as,
          },
        )
      ).data.alarms.nodes;
    expect(await seen()).toEqual([]);
    expect((await report('load', '999', data.p44.id, clerk.as)).alarms).toHaveLength(1);
    expect(await seen()).toEqual([{ organization: { code: 'P44' } }]);
  });

  test('SYS-30 the system measures refused operations itself', async () => {
    const value = { threshold: 'denied.limit', item: 'operations.denied', event: 'alarm.denied' };
    await create('THRESHOLD', 'denied.limit', threshold('2', '0'));
    const { parameter } = await create('ALARM', 'denied.alarm', value);
    const measure = () =>
      measureItems.run({}, graph.database.systemContext('jobs'), {
        id: '1',
        attempt: 1,
        signal: new AbortController().signal,
      });
    const clerk = await hire(graph, 'M4402', 'P44');
    const probe = 'mutation ($input: ParameterRemoveInput!) { parameterRemove(input: $input) { userErrors { code } } }';
    for (let n = 0; n < 4; n++) {
      const { errors } = await graph.query(probe, { input: { parameterId: parameter.id } }, { as: clerk.as });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    await measure();
    await measure();
    expect(await told('alarm.denied')).toHaveLength(1);
  });
});
