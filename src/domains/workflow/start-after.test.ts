import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, standing, versionMutations } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
});
afterAll(() => w?.graph.close());

interface Succession {
  error: string | null;
  template: { code: string };
  instance: {
    id: string;
    status: string;
    object: { id: string } | null;
    variables: object;
    startsAfter: object;
  } | null;
}

/** What the completion of an instance has started. */
async function started(id: string): Promise<Succession[]> {
  const { data } = await w.graph.query(
    `query ($id: ID!) { processInstance(id: $id) { successions(first: 9) { nodes { error template { code } instance { id status object { id } variables startsAfter { id } } } } } }`,
    { id },
  );
  return data.processInstance.successions.nodes;
}

/** Looks for completions once more, as a server does that has just started; from the beginning, as if it had died before it noted how far it was. */
async function lookAgain(): Promise<void> {
  const { database } = w.graph;
  await database.pool.query('update "process_succession_place" set "position" = 0');
  const context = database.systemContext('test');
  await database.write(context, async (tx) => tx.enqueue({ name: 'process.succession', payload: {} }));
  await database.write(context, async (tx) => tx.enqueue({ name: 'process.succession', payload: {} }));
  const place = async () =>
    Number((await database.pool.query('select "position" from "process_succession_place"')).rows[0].position);
  await until(async () => (await place()) > 0);
  await until(
    async () =>
      Number(
        (
          await database.pool.query('select count(*) n from "graphile_worker"."jobs" where "task_identifier" = $1', [
            'process.succession',
          ])
        ).rows[0].n,
      ) === 0,
  );
}

const startsOf = async (code: string) =>
  Number(
    (
      await w.graph.database.pool.query(
        'select count(*) n from "process_instance" i join "process_template" t on t."id" = i."template_id" where t."code" = $1',
        [code],
      )
    ).rows[0].n,
  );

describe('a template that starts after another', () => {
  test('WFL-22 WFL-49 makes an instance for the same object when one of the other completes and its condition holds, once', async () => {
    await w.desk.publish(
      'FIRST',
      { ...line('work'), variables: [{ name: 'ok', type: 'BOOLEAN' }] },
      { objectType: 'Region' },
    );
    const relation = { template: 'FIRST', condition: 'variables.ok = true', values: '{ note: instanceNo }' };
    const variables = [{ name: 'note', type: 'STRING', required: true }];
    await w.desk.publish('SECOND', { ...line('after'), variables, startAfter: [relation] }, { objectType: 'Region' });
    const first = await w.start('FIRST', { objectId: w.guangzhou, variables: { ok: true } });
    await w.complete(first.id, 'work');
    await until(async () => (await started(first.id)).length === 1);
    const [succession] = await started(first.id);
    expect(succession).toMatchObject({
      error: null,
      template: { code: 'SECOND' },
      instance: {
        ...{ status: 'RUNNING', object: { id: w.guangzhou }, variables: { note: first.instanceNo } },
        startsAfter: { id: first.id },
      },
    });
    // Whoever looks again, from wherever, starts nothing more; nor does what ends by hand, or otherwise than the condition says.
    const other = await w.start('FIRST', { objectId: w.guangzhou, variables: { ok: false }, again: true });
    await w.complete(other.id, 'work');
    const ended = await w.start('FIRST', { objectId: w.guangzhou, variables: { ok: true }, again: true });
    await w.many.ok('processInstanceTerminate', { instanceIds: [ended.id], reason: 'x' });
    await w.complete(succession!.instance!.id, 'after');
    await lookAgain();
    expect(await Promise.all([first, other, ended].map(async ({ id }) => (await started(id)).length))).toEqual([
      1, 0, 0,
    ]);
    expect(await startsOf('SECOND')).toBe(1);
    const { data } = await w.graph.query(
      `query ($id: ID!) { processRelated(instanceId: $id) { relation instance { id } } }`,
      { id: first.id },
    );
    expect(data.processRelated).toContainEqual({
      relation: 'STARTS_AFTER',
      instance: { id: succession!.instance!.id },
    });
  });

  test('WFL-22 WFL-49 starts for a related object, several of them after one, and notes what cannot start', async () => {
    await w.desk.publish('SITE-DONE', line('work'), { objectType: 'Region' });
    const after = (more: object = {}) => ({ startAfter: [{ template: 'SITE-DONE', ...more }] });
    await w.desk.publish(
      'REGION-ABOVE',
      { ...line('after'), ...after({ object: 'parent' }) },
      { objectType: 'Region' },
    );
    const needed = { variables: [{ name: 'missing', type: 'STRING', required: true }] };
    await w.desk.publish('NEEDS-MORE', { ...line('after'), ...needed, ...after() });
    const { id } = await w.start('SITE-DONE', { objectId: w.guangzhou });
    await w.complete(id, 'work');
    await until(async () => (await started(id)).length === 2);
    const { data } = await w.graph.query('{ region(code: "4401") { parent { id } } }');
    const told = (await started(id)).sort((one, two) => (one.template.code < two.template.code ? -1 : 1));
    expect(told).toMatchObject([
      { template: { code: 'NEEDS-MORE' }, instance: null },
      { template: { code: 'REGION-ABOVE' }, error: null, instance: { object: { id: data.region.parent.id } } },
    ]);
    expect(told[0]!.error).toMatch(/missing/);
  });

  test('WFL-22 WFL-49 does so for a process without an object, with the values of the same name', async () => {
    const variables = [{ name: 'place', type: 'STRING' }];
    await w.desk.publish('BARE', { ...line('work'), variables: [...variables, { name: 'more', type: 'STRING' }] });
    await w.desk.publish('BARE-NEXT', { ...line('after'), variables, startAfter: [{ template: 'BARE' }] });
    const { id } = await w.start('BARE', { variables: { place: 'Panyu', more: 'x' } });
    await w.complete(id, 'work');
    await until(async () => (await started(id)).length === 1);
    expect((await started(id))[0]!.instance).toMatchObject({ status: 'RUNNING', variables: { place: 'Panyu' } });
  });

  test('WFL-02 WFL-22 in a draft it has findings for a cycle, over others too, and for what is not there', async () => {
    await w.desk.publish('CYCLE-A', line('a'));
    await w.desk.publish('CYCLE-B', { ...line('b'), startAfter: [{ template: 'CYCLE-A' }] });
    await w.desk.publish('CYCLE-C', { ...line('c'), startAfter: [{ template: 'CYCLE-B' }] }, { objectType: 'Region' });
    const { id: templateId } = (await w.graph.query('{ processTemplate(code: "CYCLE-A") { id } }')).data
      .processTemplate;
    const v = versionMutations(w.graph, 'admin');
    const { id: versionId } = await v.ok('processVersionCreate', { templateId });
    const found = async (...startAfter: object[]) => {
      const { data } = await w.graph.query(
        `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path } } }`,
        { input: { versionId, definition: { ...line('a'), startAfter } } },
      );
      const { findings } = data.processVersionEdit;
      return findings.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
    };
    expect(await found({ template: 'CYCLE-C' })).toEqual(['START_AFTER_CYCLE startAfter.0.template']);
    expect(await found({ template: 'CYCLE-A' })).toEqual(['START_AFTER_CYCLE startAfter.0.template']);
    expect(await found({ template: 'NOBODY' })).toEqual(['TEMPLATE_UNKNOWN startAfter.0.template']);
    expect(await found({ template: 'BARE' }, { template: 'BARE' })).toEqual([
      'START_AFTER_DOUBLED startAfter.1.template',
    ]);
    expect(await found({ template: 'SITE-DONE', object: 'nothing.at.all', condition: 'nobody = 1' })).toEqual([
      'PATH_UNKNOWN startAfter.0.object',
      'RULE_UNKNOWN_NAME startAfter.0.condition',
    ]);
    expect(await found({ template: 'SITE-DONE', object: 'parent' })).toEqual([]);
    // It cannot be published either.
    await found({ template: 'CYCLE-C' });
    expect(await v.refused('processVersionSubmit', { versionId, approverIds: [w.desk.approver.id] })).toEqual([
      ['START_AFTER_CYCLE', 'input.versionId.startAfter.0.template'],
    ]);
  });
});

test('WFL-04 WFL-22 finds a cycle over processes that are called, from the relation and from the call', async () => {
  const v = versionMutations(w.graph, 'admin');
  const call = (template: string, wait = false) =>
    line({ code: 'call', kind: 'SUBPROCESS', subprocess: { template, wait } } as never);
  const found = async (code: string, definition: object) => {
    const { data } = await w.graph.query(`{ processTemplate(code: "${code}") { id } }`);
    const { id: versionId } = await v.ok('processVersionCreate', { templateId: data.processTemplate.id });
    const edited = await w.graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path } } }`,
      { input: { versionId, definition } },
    );
    expect(await v.run('processVersionSubmit', { versionId, approverIds: [w.desk.approver.id] })).toMatchObject({
      userErrors: edited.data.processVersionEdit.findings.map(({ code }: { code: string }) => ({ code })),
    });
    return edited.data.processVersionEdit.findings.map(
      ({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`,
    );
  };
  for (const code of ['OVER-A', 'OVER-B']) await w.desk.publish(code, line('a'));
  await w.desk.publish('OVER-C', call('OVER-B'));
  const after = (template: string) => ({ startAfter: [{ template }] });
  const cycle = ['START_AFTER_CYCLE startAfter.0.template'];
  expect(await found('OVER-A', { ...call('OVER-B'), ...after('OVER-B') })).toEqual(cycle);
  expect(await found('OVER-A', { ...call('OVER-C', true), ...after('OVER-B') })).toEqual(cycle);
  expect(await found('OVER-A', { ...call('OVER-C'), ...after('SITE-DONE') })).toEqual([]);
  await w.desk.publish('OVER-NEXT', { ...call('OVER-A'), ...after('OVER-B') });
  expect(await found('OVER-B', call('OVER-A'))).toEqual([]);
  expect(await found('OVER-A', call('OVER-B'))).toEqual(['START_AFTER_CYCLE steps.1.subprocess']);
});

test('WFL-22 WFL-30 of two templates that start after each other one is published, also at the same moment', async () => {
  const v = versionMutations(w.graph, 'admin');
  const ready: string[] = [];
  for (const code of ['CIRCLE-A', 'CIRCLE-B']) await w.desk.publish(code, line('a'));
  for (const [code, template] of [
    ['CIRCLE-A', 'CIRCLE-B'],
    ['CIRCLE-B', 'CIRCLE-A'],
  ]) {
    const { data } = await w.graph.query(`{ processTemplate(code: "${code}") { id } }`);
    const { id: versionId } = await v.ok('processVersionCreate', { templateId: data.processTemplate.id });
    await v.ok('processVersionEdit', { versionId, definition: { ...line('a'), startAfter: [{ template }] } });
    await v.ok('processVersionSubmit', { versionId, approverIds: [w.desk.approver.id] });
    await v.ok('processVersionDecide', { versionId, approved: true }, w.desk.approver.as);
    ready.push(versionId);
  }
  const outcomes = await Promise.all(ready.map((versionId) => v.run('processVersionPublish', { versionId })));
  const refused = outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(refused).toEqual(['START_AFTER_CYCLE']);
});

describe('an instance that is told to begin after another', () => {
  test('WFL-49 waits until that has ended, however it ends, and begins at once when it has ended before', async () => {
    await w.desk.publish('LEADS', line('lead'));
    await w.desk.publish('FOLLOWS', line('follow'));
    const [one, two] = [await w.start('LEADS'), await w.start('LEADS')];
    const [after, later] = [
      await w.start('FOLLOWS', { startsAfterId: one.id }),
      await w.start('FOLLOWS', { startsAfterId: two.id }),
    ];
    expect([after, later].map(({ status, tokens }) => [status, tokens.nodes.length])).toEqual([
      ['WAITING', 0],
      ['WAITING', 0],
    ]);
    // Held and let go on meanwhile, it waits still.
    await w.many.ok('processInstanceSuspend', { instanceIds: [after.id], reason: 'x' });
    await w.many.ok('processInstanceResume', { instanceIds: [after.id], reason: 'x' });
    await w.run(after.id);
    expect((await w.see(after.id)).tokens.nodes).toEqual([]);
    await w.complete(one.id, 'lead');
    await w.ends(after.id, 'RUNNING');
    expect(standing(await w.see(after.id))).toEqual(['follow']);
    expect((await w.see(later.id)).status).toBe('WAITING');
    await w.many.ok('processInstanceTerminate', { instanceIds: [two.id], reason: 'x' });
    await w.ends(later.id, 'RUNNING');
    expect((await w.start('FOLLOWS', { startsAfterId: one.id })).status).toBe('RUNNING');
  });

  test('WFL-49 begins, though the other ends at the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const lead = await w.start('LEADS');
      const [follower] = await Promise.all([
        w.start('FOLLOWS', { startsAfterId: lead.id }),
        w.complete(lead.id, 'lead'),
      ]);
      await w.ends(follower.id, 'RUNNING');
    }
  });

  test('WFL-49 is refused for an instance that is not there, and then nothing is written', async () => {
    const before = await w.count('process_instance');
    const { data } = await w.graph.query('{ processTemplate(code: "FOLLOWS") { id } }');
    const input = { templateId: data.processTemplate.id, startsAfterId: 'wn_0000000000000000000000' };
    const answer = await w.graph.query(
      'mutation ($input: ProcessInstanceStartInput!) { processInstanceStart(input: $input) { userErrors { path } instance { id } } }',
      { input },
    );
    expect(JSON.stringify(answer)).toContain('startsAfterId');
    expect(await w.count('process_instance')).toBe(before);
  });
});
