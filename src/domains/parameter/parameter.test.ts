import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire } from '../../testing/staff.js';
import { defineParameter, ParameterType } from './index.js';

const retries = defineParameter({
  code: 'test.retries',
  name: 'Retries',
  type: ParameterType.INT,
  description: 'For this test.',
  bounds: { min: '1', max: '9' },
  defaultValue: 3,
});

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.close());

const run = async (name: 'Create' | 'Set' | 'Remove', input: object, as?: Parameters<TestGraph['query']>[2]) => {
  const { data, errors } = await graph.query(
    `mutation ($input: Parameter${name}Input!) { parameter${name}(input: $input) { userErrors { code path } parameter { id values(first: 20) { nodes { version value setBy validity { to } } } history(first: 20) { nodes { data reason } } } } }`,
    { input },
    as,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[`parameter${name}`];
};
const threshold = (value: string) => ({
  trigger: { operator: 'GT', value },
  clear: { operator: 'LT', value: '5' },
  triggerMessage: 'Too many waiting.',
  clearMessage: 'Fewer are waiting.',
});

describe('parameters', () => {
  test('SYS-28 a threshold has trigger and clear conditions, and each value its version and history', async () => {
    const define = {
      code: 'queue.waiting',
      name: 'Waiting calls',
      category: 'THRESHOLD',
      type: 'THRESHOLD',
      description: 'Calls that wait.',
    };
    const wrong = await run('Create', {
      ...define,
      defaultValue: { ...threshold('10'), trigger: { operator: 'MORE', value: 'ten' } },
    });
    expect(wrong.userErrors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'input.defaultValue.trigger.operator',
      'input.defaultValue.trigger.value',
    ]);
    const { parameter } = await run('Create', { ...define, defaultValue: threshold('10') });
    await run('Set', { parameterId: parameter.id, value: threshold('20'), reason: 'Christmas' });
    const set = await run('Set', { parameterId: parameter.id, value: threshold('12'), expectedVersion: 1 });
    expect(
      set.parameter.values.nodes.map(({ version, setBy }: { version: number; setBy: string }) => [version, setBy]),
    ).toEqual([
      [1, 'tester'],
      [2, 'tester'],
    ]);
    expect(set.parameter.values.nodes[0].validity.to).not.toBeNull();
    expect(set.parameter.history.nodes[1]).toMatchObject({
      reason: 'Christmas',
      data: { changes: [{ old: { trigger: { value: '10' } }, new: { trigger: { value: '20' } } }] },
    });
    expect(
      (await run('Set', { parameterId: parameter.id, value: threshold('13'), expectedVersion: 1 })).userErrors,
    ).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
    expect((await run('Remove', { parameterId: parameter.id })).userErrors).toEqual([]);
  });

  test('SYS-29 a schedule has a time that exists', async () => {
    const define = {
      code: 'backup.nightly',
      name: 'Backup',
      category: 'SCHEDULE',
      type: 'SCHEDULE',
      description: 'Backup.',
    };
    const value = { callType: 'JOB', callee: 'backup', mode: 'PERIODIC', cron: '99 3 * * *' };
    expect((await run('Create', { ...define, defaultValue: value })).userErrors).toMatchObject([
      { code: 'INVALID_VALUE' },
    ]);
    expect((await run('Create', { ...define, defaultValue: { ...value, cron: '17 3 * * *' } })).userErrors).toEqual([]);
  });

  test('a value takes effect at the next read, for the nearest unit above', async () => {
    await graph.database.pool.query(
      `insert into system_parameter (id, created_at, updated_at, code, name, category, type, description, bounds, default_value)
       values (gen_random_uuid(), now(), now(), 'test.retries', 'Retries', 'SETTING', 'INT', 'For this test.', '{"min":"1","max":"9"}', '3')`,
    );
    const { data } = await graph.query(
      '{ parameter(code: "test.retries") { id } internalOrganization(code: "P44") { id } }',
    );
    const parameterId = data.parameter.id;
    expect(await retries.read(graph.database, '/HQ/P44/H4401/')).toBe(3);
    await run('Set', { parameterId, value: 5 });
    await run('Set', { parameterId, value: 7, organizationId: data.internalOrganization.id });
    await run('Set', { parameterId, value: 9, from: '2099-01-01T00:00:00Z' });
    expect([
      await retries.read(graph.database, '/HQ/P44/H4401/'),
      await retries.read(graph.database, '/HQ/P51/'),
      await retries.read(graph.database),
    ]).toEqual([7, 5, 5]);
    expect((await run('Set', { parameterId, value: 10 })).userErrors).toMatchObject([
      { code: 'TOO_LARGE', path: ['input', 'value'] },
    ]);
    expect((await run('Set', { parameterId, value: 'many' })).userErrors).toMatchObject([{ code: 'INVALID_VALUE' }]);
    expect((await run('Remove', { parameterId })).userErrors).toMatchObject([{ code: 'IN_USE' }]);
  });

  test.each([
    '(a+)+b',
    '(a|aa)*b',
    '((a+)b)*',
    '(a?){50}a{50}',
    '.*.*.*b',
    'a?a?a?a?a?a?a?a?a?a?a?aaa',
    '[',
    '(',
    '(.)\\1{99}',
  ])('a pattern that cannot be read, or could take for ever, is refused: %s', async (pattern) => {
    const before = await graph.database.pool.query('select count(*) from "system_parameter"');
    const began = performance.now();
    const { userErrors } = await run('Create', {
      code: 'bad.pattern',
      name: 'Bad',
      category: 'SETTING',
      type: 'TEXT',
      description: 'For this test.',
      bounds: { pattern },
      defaultValue: 'a'.repeat(1_000),
    });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(userErrors).toMatchObject([{ code: 'INVALID_VALUE', path: ['input', 'bounds', 'pattern'] }]);
    const after = await graph.database.pool.query('select count(*) from "system_parameter"');
    expect(after.rows).toEqual(before.rows);
  });

  test('a pattern without such parts bounds a text', async () => {
    const define = { name: 'Good', category: 'SETTING', type: 'TEXT', description: 'For this test.' };
    const bounds = { pattern: '(?:GD|BJ)-[0-9]{3,5}' };
    expect((await run('Create', { ...define, code: 'good.a', bounds, defaultValue: 'SH-1' })).userErrors).toMatchObject(
      [{ code: 'INVALID_VALUE', path: ['input', 'defaultValue'] }],
    );
    expect((await run('Create', { ...define, code: 'good.b', bounds, defaultValue: 'GD-123' })).userErrors).toEqual([]);
  });

  test('SYS-61 what the headquarters set for all is read-only in a province', async () => {
    const { data } = await graph.query(
      '{ parameter(code: "test.retries") { id } internalOrganization(code: "P44") { id } functionPoint(code: "parameterSet") { id } }',
    );
    const manager = await hire(graph, 'P7001', 'P44');
    await graph.query(
      `mutation ($input: PermissionGrantInput!) { permissionGrant(input: $input) { userErrors { code } } }`,
      { input: { employeeIds: [manager.id], functionPointIds: [data.functionPoint.id] } },
    );
    const input = { parameterId: data.parameter.id, value: 2 };
    expect((await run('Set', input, { as: manager.as })).userErrors).toMatchObject([{ code: 'OUT_OF_SCOPE' }]);
    expect(
      (await run('Set', { ...input, organizationId: data.internalOrganization.id }, { as: manager.as })).userErrors,
    ).toEqual([]);
  });
});
