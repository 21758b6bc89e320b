import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { startProcess } from '../../kernel/process/index.js';
import { failing, mark, openProcessWorld, outcomes, sent, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, taskAt, type SeenInstance } from '../../testing/processes.js';
import { until } from '../../testing/until.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let desk: ProcessWorld['desk'];
let p: ProcessWorld['instances'];
let t: ProcessWorld['tasks'];
let guangzhou: ProcessWorld['guangzhou'];
let see: ProcessWorld['see'];
let start: ProcessWorld['start'];
let complete: ProcessWorld['complete'];
let ends: ProcessWorld['ends'];
let count: ProcessWorld['count'];
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph, desk, instances: p, tasks: t, guangzhou, see, start, complete, ends, count } = world);
});
afterAll(() => world?.graph.close());

describe('start', () => {
  test('WFL-12 WFL-14 works values out by itself where a step says `compute`', async () => {
    const compute = {
      ...{ code: 'sum', kind: 'AUTOMATIC', handler: 'compute' },
      inputs: [{ name: 'total', type: 'NUMBER', from: 'price * count' }],
      outputs: [
        { name: 'total', type: 'NUMBER' },
        { name: 'large', type: 'BOOLEAN', from: 'result.total > 100' },
      ],
    };
    const variables = ['price', 'count'].map((name) => ({ name, type: 'NUMBER', required: true }));
    await desk.publish('COMPUTE', { ...line(compute), variables }, { applicability: 'false' });
    const { id } = await start('COMPUTE', { variables: { price: 12.5, count: 10 } });
    await ends(id);
    expect((await see(id)).variables).toEqual({ price: 12.5, count: 10, total: 125, large: true });
  });

  test('WFL-14 WFL-46 stops at a step behind which a guard takes too many rounds for its values, and goes no way', async () => {
    const { steps } = line('a', 'b');
    const flows = [
      ...[
        { from: 'start', to: 'a' },
        { from: 'a', to: 'b', condition: 'count(for one in items, other in items return 1) > 0' },
      ],
      ...[
        { from: 'a', to: 'end', isDefault: true },
        { from: 'b', to: 'end' },
      ],
    ];
    await desk.publish(
      'COSTLY',
      { steps, flows, variables: [{ name: 'items', type: 'LIST' }] },
      { applicability: 'false' },
    );
    const run = async (length: number) => {
      const { id } = await start('COSTLY', { variables: { items: Array.from({ length }, (_, index) => index) } });
      await complete(id, 'a');
      const { data } = await graph.query(
        'query ($id: ID!) { processInstance(id: $id) { status exceptionCode tokens(first: 20) { nodes { step status } } } }',
        { id },
      );
      const { status, exceptionCode, tokens } = data.processInstance;
      return [
        status,
        exceptionCode,
        tokens.nodes.map((each: { step: string; status: string }) => `${each.step} ${each.status}`).at(-1),
      ];
    };
    expect(await run(100)).toEqual(['RUNNING', null, 'b ACTIVE']);
    expect(await run(1000)).toEqual(['ABNORMAL', 'RULE_TOO_COSTLY', 'a STUCK']);
  });

  test('WFL-46 stops an instance that has gone round too often', async () => {
    const base = line('a', 'b');
    const flows = [
      ...base.flows.map((flow) => (flow.from === 'b' ? { ...flow, isDefault: true } : flow)),
      { from: 'b', to: 'a', condition: 'true' },
    ];
    await desk.publish('ROUND', { ...base, flows }, { applicability: 'false' });
    const { id } = await start('ROUND');
    await complete(id, 'a');
    await complete(id, 'b');
    expect(standing(await see(id))).toEqual(['a']);
    await graph.database.pool.query(
      `update "process_instance" set "seq" = 9999 where "template_id" = (select "id" from "process_template" where "code" = 'ROUND')`,
    );
    await complete(id, 'a');
    expect(standing(await see(id))).toEqual(['b']);
    await complete(id, 'b');
    const { data } = await graph.query('query ($id: ID!) { processInstance(id: $id) { status exceptionCode } }', {
      id,
    });
    expect(data.processInstance).toEqual({ status: 'ABNORMAL', exceptionCode: 'TOO_MANY_VISITS' });
  });

  test('WFL-12 WFL-34 refuses texts that no table holds, at the value', async () => {
    const variables = [{ name: 'x', type: 'ANY' }];
    const definition = { ...line(human('a', { outputs: variables })), variables };
    await desk.publish('TEXTS', definition, { applicability: 'false' });
    const { data } = await graph.query('{ processTemplate(code: "TEXTS") { id } }');
    const templateId = data.processTemplate.id;
    const before = await count('process_instance');
    const refused = (x: unknown) => p.refused('processInstanceStart', { templateId, variables: { x } });
    const at = (path: string) => [['INVALID_CHARACTER', path]];
    expect(await refused('a\u0000')).toEqual(at('input.variables.x'));
    expect(await refused('\ud800')).toEqual(at('input.variables.x'));
    expect(await refused(['fine', { deep: '\u0000' }])).toEqual(at('input.variables.x.1.deep'));
    expect(await refused({ 'a\u0000': 1 })).toEqual(at('input.variables.x'));
    expect(await count('process_instance')).toBe(before);
    const { id } = await start('TEXTS', { variables: { x: '\ud83d\ude00\n' } });
    const taskId = taskAt(await see(id), 'a');
    expect(await t.refused('processTaskComplete', { taskId, outputs: { x: '\u0000' } })).toEqual(at('input.outputs.x'));
    expect((await see(id)).variables).toEqual({ x: '\ud83d\ude00\n' });
  });

  test('WFL-34 WFL-35 WFL-36 WFL-40 WFL-50 begins at once, chooses by the object, once per object, and records the whole course', async () => {
    await desk.publish('START-ANY', line('a'), { objectType: 'Region' });
    await desk.publish('START-GRADE', line('first', 'second'), {
      objectType: 'Region',
      applicability: 'handlingGrade = "GOLD"',
    });
    const ordinary = await p.ok('processInstanceStart', { objectId: guangzhou, regionId: guangzhou });
    expect(ordinary).toMatchObject({ template: { code: 'START-ANY' }, status: 'RUNNING', startMode: 'MANUAL' });
    const gold = { objectId: guangzhou, handlingGrade: 'GOLD', subject: 'Line for a bank' };
    const chosen = (await p.ok('processInstanceStart', gold)) as unknown as SeenInstance;
    expect(chosen).toMatchObject({ template: { code: 'START-GRADE' }, objectType: 'Region' });
    expect(standing(chosen)).toEqual(['first']);
    expect((await p.ok('processInstanceStart', gold)).id).toBe(chosen.id);
    const second = await p.ok('processInstanceStart', { ...gold, again: true });
    expect(second.id).not.toBe(chosen.id);

    await complete(chosen.id, 'first');
    expect(standing(await see(chosen.id))).toEqual(['second']);
    await complete(chosen.id, 'second');
    const ended = await see(chosen.id);
    expect(ended.status).toBe('COMPLETED');
    expect(ended.tokens.nodes.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'start DONE',
      'first DONE',
      'second DONE',
      'end DONE',
    ]);
    expect(outcomes.at(-1)).toMatchObject({ template: 'START-GRADE', status: 'COMPLETED', objectId: guangzhou });
    const { data } = await graph.query(
      `query ($id: ID!) { processInstance(id: $id) { object { id } history(first: 20) { nodes { type action ... on StateChange { toState } } } } }`,
      { id: chosen.id },
    );
    expect(data.processInstance.object.id).toBe(guangzhou);
    expect(data.processInstance.history.nodes.map((node: { toState: string }) => node.toState)).toEqual([
      'WAITING',
      'RUNNING',
      'COMPLETED',
    ]);
    const { data: nowhere } = await graph.query('{ roles(first: 1) { nodes { id } } }');
    await desk.publish('NOT-ROLE', line('a'), { objectType: 'Order' });
    const before = await count('process_instance');
    expect(await p.refused('processInstanceStart', { objectId: nowhere.roles.nodes[0].id })).toEqual([
      ['NO_TEMPLATE', 'input.templateId'],
    ]);
    expect(await p.refused('processInstanceStart', {})).toEqual([['REQUIRED', 'input.templateId']]);
    expect(await count('process_instance')).toBe(before);
  });

  test('WFL-21 WFL-34 WFL-39 waits for a dispatcher, for its time, or for the scheduler', async () => {
    await desk.publish('BY-HAND', line('a'), { dispatchMode: 'MANUAL' });
    const manual = await start('BY-HAND');
    expect(manual).toMatchObject({ status: 'WAITING', startedAt: null });
    expect(await p.ok('processInstanceDispatch', { instanceId: manual.id })).toMatchObject({ status: 'RUNNING' });
    expect(await p.refused('processInstanceDispatch', { instanceId: manual.id })).toEqual([
      ['INVALID_STATE', 'input.instanceId'],
    ]);
    await desk.publish('SCHEDULED', line('a'), { dispatchMode: 'SCHEDULED' });
    await ends((await start('SCHEDULED')).id, 'RUNNING');
    await desk.publish('TIMED', line('a'));
    const later = await start('TIMED', { startsAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect(later.status).toBe('WAITING');
    const soon = await start('TIMED', { startsAt: new Date(Date.now() + 300).toISOString() });
    await ends(soon.id, 'RUNNING');
    expect((await see(later.id)).status).toBe('WAITING');
  });

  test('WFL-27 a version in test makes test instances that tell outside systems nothing', async () => {
    const external = line({ code: 'oss', kind: 'EXTERNAL', handler: 'test.oss' } as never);
    const { data } = await graph.query(
      `mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { version { id } } }`,
      { input: { code: 'IN-TEST', name: 'test', definition: external } },
    );
    const versionId = data.processTemplateCreate.version.id;
    expect(await p.refused('processInstanceStart', { testVersionId: versionId })).toEqual([
      ['INVALID_STATE', 'input.testVersionId'],
    ]);
    await graph.query(
      'mutation ($input: ProcessVersionStepInput!) { processVersionTest(input: $input) { version { id } } }',
      {
        input: { versionId },
      },
    );
    const instance = await p.ok('processInstanceStart', { testVersionId: versionId });
    expect(instance).toMatchObject({ test: true, version: { instanceOwn: true } });
    const task = taskAt(await see(instance.id), 'oss');
    await t.ok('processExternalAnswer', { messageId: task, done: true });
    expect((await see(instance.id)).status).toBe('COMPLETED');
    expect(sent.filter(({ messageId }) => messageId === task)).toEqual([]);
  });
});

describe('what goes on by itself', () => {
  test('WFL-13 WFL-14 WFL-36 runs handlers once each, in parallel branches that join', async () => {
    const gate = (code: string, more: object = {}) => ({ code, kind: 'GATEWAY', ...more });
    const steps = [
      { code: 'start', kind: 'START' },
      gate('split', { split: 'PARALLEL' }),
      mark('left'),
      mark('right'),
      human('person'),
      gate('join', { join: 'ALL' }),
      mark('last'),
      { code: 'end', kind: 'END' },
    ];
    const flow = (from: string, to: string) => ({ from, to });
    const flows = [flow('start', 'split'), flow('split', 'left'), flow('split', 'right'), flow('split', 'person')];
    flows.push(
      flow('left', 'join'),
      flow('right', 'join'),
      flow('person', 'join'),
      flow('join', 'last'),
      flow('last', 'end'),
    );
    await desk.publish('PARALLEL', { steps, flows });
    const instance = await start('PARALLEL');
    await until(async () => standing(await see(instance.id)).join() === 'join,join,person');
    expect((await world.marksOf(instance)).sort()).toEqual(['left', 'right']);
    await complete(instance.id, 'person');
    await ends(instance.id);
    expect((await world.marksOf(instance)).sort()).toEqual(['last', 'left', 'right']);
  });

  test('WFL-46 WFL-47 tries a failing step again, leaves it to a dispatcher, who lets it be tried again', async () => {
    await desk.publish('FAILS', line(mark('unlucky') as never, 'after'));
    failing.add('unlucky');
    const instance = await start('FAILS');
    await until(async () => (await see(instance.id)).tokens.nodes.some(({ failures }) => failures > 0));
    // The pauses between attempts grow; the test does not wait for them.
    await until(async () => {
      await graph.database.pool.query(
        `update "process_token" set "wakes_at" = now() where "wakes_at" is not null and "failures" > 0`,
      );
      await world.run(instance.id);
      return (await see(instance.id)).status === 'ABNORMAL';
    });
    expect(await see(instance.id)).toMatchObject({ exceptionCode: 'STEP_FAILED', exceptionMessage: 'Not now.' });
    failing.delete('unlucky');
    await p.ok('processInstanceRetry', { instanceId: instance.id, reason: 'repaired' });
    await until(async () => standing(await see(instance.id)).join() === 'after');
    expect(await see(instance.id)).toMatchObject({ status: 'RUNNING', exceptionCode: null });
    expect(await world.marksOf(instance)).toEqual(['unlucky']);
  });

  test('WFL-10 WFL-51 WFL-52 sends a task to an outside system and takes its answer once', async () => {
    const step = { code: 'build', kind: 'EXTERNAL', handler: 'test.oss', externalSystem: 'SAME_LEVEL' };
    const values = {
      inputs: [{ name: 'place', type: 'STRING' }],
      outputs: [{ name: 'port', type: 'NUMBER', required: true }],
    };
    const variables = [{ name: 'place', type: 'STRING' }];
    await desk.publish('OUTSIDE', { ...line({ ...step, ...values } as never, 'check'), variables });
    const instance = await start('OUTSIDE', { variables: { place: 'Tianhe' } });
    const messageId = taskAt(instance, 'build');
    await until(() => sent.some((task) => task.messageId === messageId));
    expect(sent.find((task) => task.messageId === messageId)).toMatchObject({ inputs: { place: 'Tianhe' } });
    expect(await t.ok('processExternalProgress', { messageId, progress: 'digging' })).toMatchObject({
      status: 'ACKNOWLEDGED',
      progress: 'digging',
    });
    expect(await t.refused('processTaskComplete', { taskId: messageId })).toEqual([['NOT_FOR_PEOPLE', 'input.taskId']]);
    const answer = { messageId, done: true, outputs: { port: 7 } };
    expect(await t.refused('processExternalAnswer', { messageId, done: true })).toEqual([
      ['REQUIRED', 'input.outputs.port'],
    ]);
    expect(await t.ok('processExternalAnswer', answer)).toMatchObject({ status: 'RETURNED', result: { port: 7 } });
    expect(await t.ok('processExternalAnswer', answer)).toMatchObject({ status: 'RETURNED' });
    const after = await see(instance.id);
    expect(after).toMatchObject({ variables: { place: 'Tianhe', port: 7 } });
    expect(after.tokens.nodes.filter(({ step: code }) => code === 'check')).toHaveLength(1);

    const broken = await start('OUTSIDE', { variables: { place: 'Panyu' } });
    const failed = taskAt(broken, 'build');
    await t.ok('processExternalAnswer', { messageId: failed, done: false, reason: 'no copper' });
    expect(await see(broken.id)).toMatchObject({ status: 'ABNORMAL', exceptionCode: 'EXTERNAL_FAILED' });
    await t.ok('processExternalAnswer', { messageId: failed, done: true, outputs: { port: 8 } });
    expect(await see(broken.id)).toMatchObject({ status: 'RUNNING' });
  });

  test('WFL-04 runs another process as a step, with values in and out', async () => {
    const child = line(human('visit', { outputs: [{ name: 'content', type: 'BOOLEAN' }] }));
    await desk.publish('CHILD', { ...child, variables: [{ name: 'place', type: 'STRING' }] });
    const call = {
      ...{ code: 'revisit', kind: 'SUBPROCESS', subprocess: { template: 'CHILD' } },
      inputs: [{ name: 'place', type: 'STRING', from: '"at home"' }],
      outputs: [{ name: 'happy', type: 'BOOLEAN', from: 'result.content' }],
    };
    await desk.publish('PARENT', line(call as never, 'after'));
    const parent = await start('PARENT');
    const childOf = async () => {
      const { data } = await graph.query(
        'query ($id: ID!) { processInstance(id: $id) { children(first: 5) { nodes { id status variables } } } }',
        { id: parent.id },
      );
      return data.processInstance.children.nodes as SeenInstance[];
    };
    await until(async () => (await childOf())[0]?.status === 'RUNNING');
    const [running] = await childOf();
    expect(running).toMatchObject({ variables: { place: 'at home' } });
    await complete(running!.id, 'visit', { content: true });
    await until(async () => standing(await see(parent.id)).join() === 'after');
    expect(await see(parent.id)).toMatchObject({ variables: { happy: true } });
  });

  test('WFL-36 a timer ends once, however often it is looked at', async () => {
    await desk.publish('TIMER', line({ code: 'wait', kind: 'TIMER', timer: 'duration("PT1H")' } as never, 'after'));
    const instance = await start('TIMER');
    await world.run(instance.id);
    expect(standing(await see(instance.id))).toEqual(['wait']);
    await graph.database.pool.query(
      `update "process_token" set "wakes_at" = now() where "step" = 'wait' and "status" = 'ACTIVE'`,
    );
    await Promise.all([1, 2, 3, 4].map(() => world.run(instance.id)));
    const after = await see(instance.id);
    expect(standing(after)).toEqual(['after']);
    expect(after.tokens.nodes.filter(({ step }) => step === 'after')).toHaveLength(1);
  });

  test('WFL-22 WFL-49 instances with the same key wait for each other, however close they arrive', async () => {
    const meets = (template: string) => ({ waitFor: [{ when: 'ENTER', template, step: 'install' }] });
    await desk.publish('PHONE', line('plan', human('install')));
    await desk.publish('ADSL', line('plan', human('install', meets('PHONE'))));
    await world.publishAgain('PHONE', line('plan', human('install', meets('ADSL'))));
    const [phone, adsl] = [
      await start('PHONE', { correlationKey: 'order 1' }),
      await start('ADSL', { correlationKey: 'order 1' }),
    ];
    await complete(phone.id, 'plan');
    await ends(phone.id, 'WAITING');
    await complete(adsl.id, 'plan');
    await until(async () => (await see(phone.id)).status === 'RUNNING' && (await see(adsl.id)).status === 'RUNNING');
    const pairs = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const correlationKey = `crowd ${index}`;
        return [await start('PHONE', { correlationKey }), await start('ADSL', { correlationKey })];
      }),
    );
    await Promise.all(pairs.flat().map(({ id }) => complete(id, 'plan')));
    for (const { id } of pairs.flat())
      await until(async () => (await see(id)).tasks.nodes.some(({ step }) => step === 'install'));
  });
});

test('WFL-34 a domain starts a process for its object and is told the outcome in the transaction of its end', async () => {
  await desk.publish('APPROVE', line(human('decide', { outputs: [{ name: 'approved', type: 'BOOLEAN' }] })), {
    objectType: 'Region',
  });
  const begin = () =>
    graph.database.write(graph.database.systemContext('test'), (tx) =>
      startProcess(tx, { objectType: 'Region', objectId: guangzhou, template: 'APPROVE' }),
    );
  const first = await begin();
  expect(first).toMatchObject({ template: 'APPROVE', isNew: true });
  expect(await begin()).toMatchObject({ instanceId: first!.instanceId, isNew: false });
  const { data } = await graph.query(
    '{ processInstances(first: 1, filter: { instanceNo: { eq: "' + first!.instanceNo + '" } }) { nodes { id } } }',
  );
  await complete(data.processInstances.nodes[0].id, 'decide', { approved: true });
  expect(outcomes.at(-1)).toMatchObject({ status: 'COMPLETED', variables: { approved: true }, template: 'APPROVE' });
});

test('WFL-16 WFL-35 WFL-39 WFL-46 an object to which no template applies waits for a dispatcher, once, who names it', async () => {
  const { data } = await graph.query('{ roles(first: 1) { nodes { id } } }');
  const objectId = data.roles.nodes[0].id as string;
  const request = { objectType: 'Role', objectId, ownTemplatesOnly: true, variables: { amount: 5, kind: 'NEW' } };
  const begin = (more: object = {}) =>
    graph.database.write(graph.database.systemContext('test'), (tx) => startProcess(tx, { ...request, ...more }));
  const before = await count('process_instance');
  expect(await begin()).toBeNull();
  expect(await count('process_instance')).toBe(before);
  const both = await Promise.all([begin({ toDispatcher: true }), begin({ toDispatcher: true })]);
  expect(both.map((made) => [made!.template, made!.isNew]).sort()).toEqual([
    [null, false],
    [null, true],
  ]);
  const id = encodeId('wn', both[0]!.instanceId);
  expect(await see(id)).toMatchObject({
    status: 'ABNORMAL',
    exceptionCode: 'NO_TEMPLATE',
    template: null,
    startedAt: null,
  });
  const reports = async () =>
    (
      await graph.query(
        'query ($id: ID!) { processInstance(id: $id) { exceptions(first: 9) { nodes { code handling } } alarms(first: 9) { nodes { code clearedAt } } } }',
        { id },
      )
    ).data.processInstance;
  expect(await reports()).toEqual({
    exceptions: { nodes: [{ code: 'NO_TEMPLATE', handling: null }] },
    alarms: { nodes: [{ code: 'ABNORMAL', clearedAt: null }] },
  });
  // It may be held and go on, and is still to be named a template; without one it does not begin.
  await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'wait' });
  await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'go' });
  expect(await see(id)).toMatchObject({ status: 'ABNORMAL' });
  expect(await p.refused('processInstanceDispatch', { instanceId: id })).toEqual([['REQUIRED', 'input.templateId']]);
  await desk.publish(
    'NAMED',
    { ...line('a'), variables: [{ name: 'amount', type: 'NUMBER' }] },
    { applicability: 'false', gradeRule: 'if amount > 3 then "LEVEL_1" else "LEVEL_2"' },
  );
  const templateId = (await graph.query('{ processTemplate(code: "NAMED") { id } }')).data.processTemplate.id;
  expect(await p.ok('processInstanceDispatch', { instanceId: id, templateId })).toMatchObject({
    ...{ status: 'RUNNING', exceptionCode: null, template: { code: 'NAMED' }, variables: { amount: 5 } },
    handlingGrade: 'LEVEL_1',
  });
  expect(await reports()).toMatchObject({
    exceptions: { nodes: [{ handling: expect.any(String) }] },
    alarms: { nodes: [{ clearedAt: expect.any(String) }] },
  });
  await complete(id, 'a');
  expect((await see(id)).status).toBe('COMPLETED');
});
