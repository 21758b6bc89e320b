import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { variableDesk } from '../../testing/condition-variables.js';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import {
  instanceMutations,
  line,
  openProcessDesk,
  type ProcessDesk,
  templateMutations,
  versionMutations,
} from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let desk: ProcessDesk;
let v: ReturnType<typeof versionMutations>;
let t: ReturnType<typeof templateMutations>;
let drafter: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  v = versionMutations(graph, 'admin');
  t = templateMutations(graph, 'admin');
  drafter = await hire(graph, 'P400', 'HQ', ['PROCESS_DESIGNER']);
});
afterAll(() => graph?.close());

/** The template that a version belongs to. */
const templateOf = async (versionId: string) =>
  (await graph.query('query ($id: ID!) { processTemplateVersion(id: $id) { template { id } } }', { id: versionId }))
    .data.processTemplateVersion.template.id as string;
const draft = async (code: string, more: object = {}) => {
  const { id } = await v.ok('processTemplateCreate', { code, name: code, definition: line('a'), ...more });
  return { versionId: id, templateId: await templateOf(id) };
};
/** Everything that a change could have written; what is published is filed as knowledge meanwhile. */
const written = async () =>
  (
    await graph.database.pool.query(
      `select (select json_agg("t" order by "t"."id") from "process_template" "t") "templates", (select count(*) from "history_entry" where "type" not like 'knowledge.%') "entries"`,
    )
  ).rows[0];
async function refused(input: object, as?: Hired['as']) {
  const before = await written();
  const { node, userErrors } = await t.run('processTemplateChange', input, as);
  expect(node).toBeNull();
  expect(await written()).toEqual(before);
  return userErrors.map(({ code, path, details }) => [code, path.join('.'), details]);
}

describe('what a template is besides its versions', () => {
  test('WFL-01 WFL-21 WFL-71 is changed at once, with what was before in its history', async () => {
    const { templateId } = await draft('HEADER', { description: 'First.', priority: 1 });
    const values = {
      ...{ name: 'New name', description: 'Second.', functionalDomain: 'ordering', objectType: 'Order', priority: 5 },
      ...{ dispatchMode: 'MANUAL', workKind: 'ORDER' },
    };
    const changed = await t.ok('processTemplateChange', { templateId, ...values, reason: 'tidied' }, drafter.as);
    expect(changed).toMatchObject({ code: 'HEADER', version: 2, ...values });
    // What is absent stays, an empty description is none, and what changes nothing is no change.
    expect(await t.ok('processTemplateChange', { templateId, description: null })).toMatchObject({
      ...values,
      ...{ description: null, version: 3 },
    });
    expect(await t.ok('processTemplateChange', { templateId, ...values, description: null })).toMatchObject({
      version: 3,
    });
    expect(await refused({ templateId, name: 'Other', expectedVersion: 2 })).toEqual([
      ['VERSION_CONFLICT', 'input.expectedVersion', { expected: 2, actual: 3 }],
    ]);
    const { data } = await graph.query(
      'query ($id: ID!) { processTemplate(id: $id) { history(first: 9) { nodes { type actor reason data } } } }',
      { id: templateId },
    );
    const [, first, second, ...more] = data.processTemplate.history.nodes;
    expect(first).toMatchObject({ type: 'process-template.changed', actor: 'P400', reason: 'tidied' });
    expect(first.data.changes).toContainEqual({ field: 'dispatchMode', old: 'REALTIME', new: 'MANUAL' });
    expect(first.data.changes).toContainEqual({ field: 'objectType', old: 'ANY', new: 'Order' });
    expect(first.data.changes).toHaveLength(7);
    expect(second.data.changes).toEqual([{ field: 'description', old: 'Second.', new: null }]);
    expect(more).toEqual([]);
  });

  test('WFL-01 its type of objects changes only while nobody relies on it: no version is tried, approved or was published', async () => {
    const { versionId, templateId } = await draft('TYPED');
    const to = (objectType: string) => ({ templateId, objectType });
    await t.ok('processTemplateChange', to('Order'));
    await v.ok('processVersionTest', { versionId });
    const used = [['IN_USE', 'input.objectType', { versions: [1] }]];
    expect(await refused(to('Customer'))).toEqual(used);
    await v.ok('processVersionRedraft', { versionId });
    await t.ok('processTemplateChange', to('ANY'));
    await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
    expect(await refused(to('Customer'))).toEqual(used);
    await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
    await v.ok('processVersionPublish', { versionId });
    await v.ok('processVersionInvalidate', { versionId, reason: 'over' });
    expect(await refused(to('Customer'))).toEqual(used);
    // The same type is no change.
    expect(await t.ok('processTemplateChange', { ...to('ANY'), name: 'Typed' })).toMatchObject({ name: 'Typed' });
  });

  test('WFL-01 WFL-06 of a change of its type of objects and a version that is put to use by it at once, one is refused', async () => {
    const variables = variableDesk(graph, desk.headquarters.as);
    await variables.publish({
      ...{
        code: 'ownName',
        name: 'x',
        type: 'STRING',
        objectTypes: ['Region'],
        resolverKind: 'PATH',
        resolver: 'name',
      },
    });
    for (let round = 0; round < 5; round++) {
      const { versionId, templateId } = await draft(`RACE-${round}`, { objectType: 'Region' });
      await v.ok('processVersionEdit', { versionId, applicability: 'ownName = "x"' });
      const [change, use] = await Promise.all([
        t.run('processTemplateChange', { templateId, objectType: 'Customer' }),
        v.run('processVersionTest', { versionId }),
      ]);
      const codes = [change, use].map(({ userErrors }) => userErrors[0]?.code ?? null);
      expect([
        ['IN_USE', null],
        [null, 'RULE_UNKNOWN_NAME'],
      ]).toContainEqual(codes);
    }
  });

  test('WFL-34 its type of objects stays while a trigger starts it for objects of that type', async () => {
    const { templateId } = await draft('TRIGGERED', { objectType: 'ComplaintTicket' });
    const saved = await graph.query(
      'mutation ($input: ProcessTriggerSaveInput!) { processTriggerSave(input: $input) { userErrors { code } } }',
      {
        input: {
          ...{ code: 'RELIES', name: 'Relies', templateId, kind: 'EVENT', active: false },
          eventType: 'complaint.status.changed',
        },
      },
    );
    expect(saved.data.processTriggerSave.userErrors).toEqual([]);
    expect(await refused({ templateId, objectType: 'Order' })).toEqual([
      ['IN_USE', 'input.objectType', { dependants: ['trigger RELIES'] }],
    ]);
  });

  test('WFL-08 WFL-21 WFL-30 of a published one who may publish decides what comes first and when it begins, and learns what it competes with', async () => {
    const both = { objectType: 'Region', applicability: 'severity = "HIGH"' };
    await desk.publish('RIVAL', line('a'), { ...both, priority: 30 });
    const templateId = await templateOf(await desk.publish('IN-FORCE', line('a'), { ...both, priority: 20 }));
    const permission = { permission: 'processVersionPublish' };
    expect(await refused({ templateId, priority: 30 }, drafter.as)).toEqual([
      ['FORBIDDEN', 'input.priority', permission],
    ]);
    expect(await refused({ templateId, dispatchMode: 'MANUAL', name: 'x' }, drafter.as)).toEqual([
      ['FORBIDDEN', 'input.dispatchMode', permission],
    ]);
    expect(await t.ok('processTemplateChange', { templateId, name: 'Renamed' }, drafter.as)).toMatchObject({
      name: 'Renamed',
    });
    const { data } = await graph.query(
      `mutation ($input: ProcessTemplateChangeInput!) { processTemplateChange(input: $input) { template { priority } overlaps { code number } userErrors { code } } }`,
      { input: { templateId, priority: 30 } },
      { as: desk.headquarters.as },
    );
    expect(data.processTemplateChange).toEqual({
      ...{ template: { priority: 30 }, userErrors: [] },
      overlaps: [{ code: 'RIVAL', number: 1 }],
    });
  });

  test('WFL-21 processes that run stay as they are, new ones begin as the template says now', async () => {
    const instances = instanceMutations(graph, 'admin');
    const templateId = await templateOf(await desk.publish('MODES', line('a')));
    const before = await instances.ok('processInstanceStart', { templateId });
    await t.ok('processTemplateChange', { templateId, dispatchMode: 'MANUAL', workKind: 'SUPERVISION_ORDER' });
    const after = await instances.ok('processInstanceStart', { templateId });
    expect([before['startedAt'], after['startedAt']]).toEqual([expect.any(String), null]);
    const { data } = await graph.query(
      'query ($a: ID!, $b: ID!) { a: processInstance(id: $a) { workKind status } b: processInstance(id: $b) { workKind } }',
      { a: before.id, b: after.id },
    );
    expect(data).toEqual({
      a: { workKind: 'WORK_ORDER', status: 'RUNNING' },
      b: { workKind: 'SUPERVISION_ORDER' },
    });
  });

  test('WFL-28 is not changed by those who may not edit it, and nothing is written', async () => {
    const { templateId } = await draft('DENIED-CHANGE');
    const clerk = await hire(graph, 'P401', 'H4401', ['HALL_CLERK']);
    const before = await written();
    for (const as of [clerk.as, { sub: 'stranger', role: 'partner' } as const]) {
      const { errors } = await graph.query(
        t.documents.processTemplateChange,
        { input: { templateId, name: 'x' } },
        { as },
      );
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await written()).toEqual(before);
  });
});

describe('the type of objects of a template', () => {
  test('WFL-01 is one that the graph knows; others are refused with the names that are near', async () => {
    const make = (objectType: string) =>
      v.run('processTemplateCreate', { code: 'NO-SUCH', name: 'No', definition: line('a'), objectType });
    const before = await written();
    for (const [wrong, near] of [
      ['Complaint', ['ComplaintTicket']],
      ['order', ['Order']],
      ['Custmer', ['Customer']],
      ['MarketPlanning', []],
      // Of an interface there are no objects.
      ['ProblemTicket', []],
    ] as const) {
      const { node, userErrors } = await make(wrong);
      expect([node, userErrors[0]!.code, userErrors[0]!.path]).toEqual([
        null,
        'UNKNOWN_VALUE',
        ['input', 'objectType'],
      ]);
      expect((userErrors[0]!.details as { near: string[] }).near).toEqual(
        near.length > 0 ? expect.arrayContaining([...near]) : expect.any(Array),
      );
    }
    expect(await written()).toEqual(before);
    const { templateId } = await draft('KNOWN-TYPE');
    expect(await refused({ templateId, objectType: 'Ordr' })).toEqual([
      ['UNKNOWN_VALUE', 'input.objectType', { near: ['Order'] }],
    ]);
    expect(await t.ok('processTemplateChange', { templateId, objectType: 'ServiceOrder' })).toMatchObject({
      objectType: 'ServiceOrder',
    });
  });

  test('WFL-01 that is unknown keeps a version from use, and is set right whatever became of it', async () => {
    const versionId = await desk.publish('OLD-TYPE', line('a'), { applicability: 'severity = "HIGH"' });
    const templateId = await templateOf(versionId);
    await graph.database.pool.query(
      `update "process_template" set "object_type" = 'Dinosaur' where "code" = 'OLD-TYPE'`,
    );
    const { data } = await graph.query('{ processBrokenReferences { template findings { code path } } }');
    expect(data.processBrokenReferences).toContainEqual({
      ...{ template: 'OLD-TYPE', findings: [{ code: 'OBJECT_TYPE_UNKNOWN', path: ['objectType'] }] },
    });
    const { id } = await v.ok('processVersionCreate', { templateId });
    expect(await v.refused('processVersionTest', { versionId: id })).toEqual([
      ['UNKNOWN_VALUE', 'input.versionId.objectType'],
    ]);
    expect(await refused({ templateId, objectType: 'Region' }, drafter.as)).toEqual([
      ['FORBIDDEN', 'input.objectType', { permission: 'processVersionPublish' }],
    ]);
    await t.ok('processTemplateChange', { templateId, objectType: 'Region' });
    expect(await v.ok('processVersionTest', { versionId: id })).toMatchObject({ status: 'TESTING' });
    expect(await refused({ templateId, objectType: 'Order' })).toEqual([
      ['IN_USE', 'input.objectType', { versions: [1, 2] }],
    ]);
  });

  test('WFL-88 WFL-90 is one of the graph for every process that deployments start with', async () => {
    const { data } = await graph.query('{ __schema { types { name kind interfaces { name } } } }');
    const nodes = (data.__schema.types as { name: string; kind: string; interfaces: { name: string }[] | null }[])
      .filter(({ kind, interfaces }) => kind === 'OBJECT' && interfaces?.some(({ name }) => name === 'Node'))
      .map(({ name }) => name);
    const { rows } = await graph.database.pool.query<{ code: string; object_type: string }>(
      `select "code", "object_type" from "process_template" where "priority" = -100`,
    );
    expect(rows.length).toBeGreaterThan(15);
    expect(rows.filter(({ object_type: type }) => type !== 'ANY' && !nodes.includes(type))).toEqual([]);
    const standard = new Map(rows.map(({ code, object_type: type }) => [code, type]));
    expect([standard.get('BUSINESS_PLAN'), standard.get('AGENT_QUALIFICATION')]).toEqual(['Campaign', 'Partner']);
  });
});
