import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, outcomes, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, taskAt, versionMutations } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';
import { virtualClock, type VirtualClock } from '../../testing/virtual-clock.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let clock: VirtualClock | undefined;
let colleague: Hired;
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph } = world);
  colleague = await hire(graph, 'P700', 'H4401', ['HALL_CLERK']);
});
afterEach(() => clock?.stop());
afterAll(() => graph?.close());

const LIST = `query ($employeeId: ID, $positionId: ID, $internalOrganizationId: ID, $first: Int! = 50) {
  processWorkList(employeeId: $employeeId, positionId: $positionId, internalOrganizationId: $internalOrganizationId, first: $first) {
    open waiting overdue tasks { id step } } }`;
const list = async (of: object, as?: Hired['as']) => {
  const { data, errors } = await graph.query(LIST, of as never, as ? { as } : {});
  if (errors) return errors.map(({ extensions }) => extensions.code);
  const { tasks, ...counts } = data.processWorkList;
  return { ...counts, steps: tasks.map(({ step }: { step: string }) => step) };
};
const due = (code: string, minutes: number, more: object = {}) => human(code, { timeLimits: [{ minutes }], ...more });

describe('work lists', () => {
  test('WFL-40 show what a person has or may take, what a position and a unit have, the most urgent first', async () => {
    clock = virtualClock(graph, '2026-12-01T09:00:00Z');
    const unit = { operator: { kind: 'ORGANIZATION', code: 'H4401' } };
    const agent = { operator: { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' } };
    const publish = (code: string, step: object) => world.desk.publish(code, line(step as never));
    await publish('L1', due('late', 90));
    await publish('L2', due('soon', 30));
    await publish('L3', due('unit', 60, unit));
    await publish('L4', due('agents', 10, agent));
    const regionId = world.guangzhou;
    const [late] = [await world.start('L1', { regionId }), await world.start('L2', { regionId })];
    await world.start('L3', { regionId });
    await world.start('L4', { regionId });
    const far = (await graph.query('{ region(code: "4403") { id } }')).data.region.id;
    await world.start('L1', { regionId: far });

    expect(await list({}, world.clerk.as)).toEqual({
      open: 3,
      waiting: 3,
      overdue: 0,
      steps: ['soon', 'unit', 'late'],
    });
    await world.tasks.ok('processTaskClaim', { taskId: taskAt(late, 'late') }, world.clerk.as);
    clock.set('2026-12-01T09:45:00Z');
    expect(await list({}, world.clerk.as)).toMatchObject({ open: 3, waiting: 2, overdue: 1 });
    expect(await list({ employeeId: colleague.id }, world.desk.designer.as)).toMatchObject({ steps: ['soon', 'unit'] });
    expect(await list({ first: 1 }, world.clerk.as)).toMatchObject({ open: 3, steps: ['soon'] });
    const { data } = await graph.query(
      '{ position(code: "HALL_CLERK") { id } internalOrganizations(first: 1, filter: { code: { eq: "H4401" } }) { nodes { id } } }',
    );
    const positionId = data.position.id;
    const internalOrganizationId = data.internalOrganizations.nodes[0].id;
    expect(await list({ positionId }, world.clerk.as)).toMatchObject({ open: 2, waiting: 1, steps: ['soon', 'late'] });
    expect(await list({ positionId })).toMatchObject({ open: 3 });
    expect(await list({ internalOrganizationId })).toMatchObject({ steps: ['unit', 'late'] });
    expect(await list({ positionId, internalOrganizationId })).toEqual(['BAD_USER_INPUT']);
    expect(await list({ first: 0 })).toEqual(['BAD_USER_INPUT']);
    expect(await list({})).toEqual(['NOT_FOUND']);
  });

  test('SYS-48 WFL-40 remind a person unasked: what comes, what another takes, what is done', async () => {
    const caller = await hire(graph, 'P800', 'H4401', ['HALL_CLERK', 'CALL_CENTRE_AGENT']);
    await world.desk.publish('REMIND', line(human('call', { operator: { kind: 'EMPLOYEE', code: 'P800' } }), 'b'));
    const list = await graph.subscribe(
      'subscription ($employeeId: ID) { processWork(employeeId: $employeeId, first: 3) { open tasks { step } } }',
      { employeeId: caller.id },
      { as: caller.as },
    );
    const counts = async (count: number) =>
      (await list.until(count)).map(({ data, errors }) => {
        expect(errors).toBeUndefined();
        return (data as never as { processWork: { open: number } }).processWork.open;
      });
    const [before] = await counts(1);
    const instance = await world.start('REMIND', { regionId: world.guangzhou });
    expect(await counts(2)).toEqual([before, before! + 1]);
    await world.tasks.ok('processTaskReject', { taskId: taskAt(instance, 'call'), reason: 'no', toDispatcher: true });
    expect(await counts(3)).toEqual([before, before! + 1, before]);
    const { errors } = await graph.query(LIST, {}, { as: { sub: 'c1', role: 'customer' } as never });
    expect(errors?.length).toBeGreaterThan(0);
  });
});

describe('work for people of another region', () => {
  const shenzhen = async (no: string) => {
    const hired = await hire(graph, no, 'H4403', ['HALL_CLERK']);
    // Others of their region wait for a hall clerk too.
    const far = async () => {
      const { data } = await graph.query(LIST, {}, { as: hired.as });
      return data.processWorkList.tasks.filter(({ step }: { step: string }) => step === 'far').length as number;
    };
    return { ...hired, far };
  };
  const SEEN = 'query ($id: ID!) { processTask(id: $id) { id instance { id status } } }';
  const seen = async (id: string, as: Hired['as']) => (await graph.query(SEEN, { id }, { as })).data.processTask;
  const start = async (code: string, step: object) => {
    await world.desk.publish(code, line(step as never, 'after'));
    const instance = await world.start(code, { regionId: world.guangzhou });
    return { instance, taskId: taskAt(instance, 'far') };
  };

  test('WFL-40 WFL-74 a task for an employee of another region is seen and done by them, with its process, and by no colleague', async () => {
    const [named, colleague] = [await shenzhen('P901'), await shenzhen('P902')];
    const { instance, taskId } = await start('FAR1', human('far', { operator: { kind: 'EMPLOYEE', code: 'P901' } }));
    expect([await named.far(), await colleague.far()]).toEqual([1, 0]);
    expect(await seen(taskId, named.as)).toEqual({ id: taskId, instance: { id: instance.id, status: 'RUNNING' } });
    expect(await seen(taskId, colleague.as)).toBeNull();
    expect(await world.tasks.refused('processTaskComplete', { taskId }, colleague.as)).toEqual([
      ['NOT_FOUND', 'input.taskId'],
    ]);
    expect(await world.tasks.ok('processTaskComplete', { taskId }, named.as)).toMatchObject({ status: 'RETURNED' });
    expect(standing(await world.see(instance.id))).toEqual(['after']);
    expect(await seen(taskId, named.as)).toMatchObject({ instance: { id: instance.id } });
    const all = '{ processInstances(first: 50) { nodes { id } } processTasks(first: 50) { nodes { id } } }';
    const { data } = await graph.query(all, {}, { as: named.as });
    expect(data.processInstances.nodes).toContainEqual({ id: instance.id });
    // Nothing else of the process, and nothing of others of the region.
    expect(data.processTasks.nodes).toContainEqual({ id: taskId });
    expect(data.processTasks.nodes).not.toContainEqual({ id: taskAt(await world.see(instance.id), 'after') });
    expect((await graph.query(all, {}, { as: colleague.as })).data.processInstances.nodes).not.toContainEqual({
      id: instance.id,
    });
  });

  test('WFL-40 WFL-74 a task that is passed on to a unit of another region is seen and done there', async () => {
    const there = await shenzhen('P903');
    const { taskId, instance } = await start('FAR2', human('far'));
    expect(await there.far()).toBe(0);
    await world.tasks.ok('processTaskForward', { taskId, operator: { kind: 'ORGANIZATION', code: 'H4403' } });
    expect(await there.far()).toBe(1);
    expect(await world.tasks.ok('processTaskClaim', { taskId }, there.as)).toMatchObject({ status: 'ACCEPTED' });
    await world.tasks.ok('processTaskComplete', { taskId }, there.as);
    expect(standing(await world.see(instance.id))).toEqual(['after']);
  });

  test('WFL-19 WFL-74 to whom a task of another region is escalated sees the alarm with it, and does it', async () => {
    clock = virtualClock(graph, '2026-12-01T09:00:00Z');
    const boss = await shenzhen('P904');
    const alarms = [{ code: 'UP', level: 'MAJOR', action: 'ESCALATE', recipient: { kind: 'EMPLOYEE', code: 'P904' } }];
    const { taskId, instance } = await start('FAR3', due('far', 60, { alarms }));
    await world.tasks.ok('processTaskClaim', { taskId }, world.clerk.as);
    expect(await seen(taskId, boss.as)).toBeNull();
    await clock.advance(61);
    expect(await boss.far()).toBe(1);
    const { data } = await graph.query('{ processAlarms(first: 9) { nodes { escalated task { id } } } }', {}, boss);
    expect(data.processAlarms.nodes).toEqual([{ escalated: true, task: { id: taskId } }]);
    expect(await world.tasks.ok('processTaskComplete', { taskId }, boss.as)).toMatchObject({ status: 'RETURNED' });
    expect(standing(await world.see(instance.id))).toEqual(['after']);
  });

  test('SYS-48 WFL-40 the subscription shows the own list when none is said, also what comes from another region', async () => {
    const [one, other] = [await shenzhen('P905'), await shenzhen('P906')];
    const open = async ({ as }: Hired) => {
      const own = await graph.subscribe('subscription { processWork { open tasks { step } } }', {}, { as });
      return async (count: number) => {
        const results = await own.until(count);
        return results.map(({ data, errors }) => errors ?? (data as never as { processWork: object }).processWork);
      };
    };
    const none = (await list({}, one.as)) as { open: number; steps: string[] };
    const [ofOne, ofOther] = [await open(one), await open(other)];
    const before = { open: none.open, tasks: none.steps.map((step) => ({ step })) };
    expect([await ofOne(1), await ofOther(1)]).toEqual([[before], [before]]);
    await start('FAR4', human('far', { operator: { kind: 'EMPLOYEE', code: 'P905' } }));
    expect((await ofOne(2))[1]).toMatchObject({ open: before.open + 1 });
    await start('FAR5', human('far', { operator: { kind: 'EMPLOYEE', code: 'P906' } }));
    expect(await ofOther(2)).toHaveLength(2);
    expect((await ofOther(2))[1]).toMatchObject({ open: before.open + 1 });
  });
});

describe('which template runs', () => {
  test('WFL-24 a version makes instances within its validity only, and the one before until then', async () => {
    clock = virtualClock(graph, '2026-12-01T09:00:00Z');
    const v = versionMutations(graph, 'admin');
    const publish = async (templateId: string, edit: object) => {
      const { id: versionId } = await v.ok('processVersionCreate', { templateId });
      await v.ok('processVersionEdit', { versionId, ...edit });
      await v.ok('processVersionSubmit', { versionId, approverIds: [world.desk.approver.id] });
      await v.ok('processVersionDecide', { versionId, approved: true }, world.desk.approver.as);
      return v.ok('processVersionPublish', { versionId });
    };
    await world.desk.publish('VALID', line('first'));
    const templateId = (await graph.query('{ processTemplate(code: "VALID") { id } }')).data.processTemplate.id;
    const [validFrom, validTo] = ['2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z'];
    const { id: versionId } = await v.ok('processVersionCreate', { templateId });
    expect(await v.refused('processVersionEdit', { versionId, validFrom: validTo, validTo: validFrom })).toEqual([
      ['BEFORE_START', 'input.validTo'],
    ]);
    await publish(templateId, { definition: line('second'), validFrom, validTo });
    expect(standing(await world.start('VALID'))).toEqual(['first']);
    clock.set('2026-12-02T12:00:00Z');
    expect(standing(await world.start('VALID'))).toEqual(['second']);
    clock.set(validTo);
    expect(await world.instances.refused('processInstanceStart', { templateId })).toEqual([
      ['NOT_PUBLISHED', 'input.templateId'],
    ]);
  });

  test('WFL-38 a dispatcher names the process that goes on after a step; it tells the owner in its place', async () => {
    const output = { outputs: [{ name: 'kept', type: 'STRING' }] };
    await world.desk.publish('CALLED', line(human('a', output), 'b'), { objectType: 'Region' });
    const variables = [
      { name: 'kept', type: 'STRING' },
      { name: 'level', type: 'NUMBER', required: true },
    ];
    await world.desk.publish('GOES-ON', { ...line('c'), variables });
    const instance = await world.start('CALLED', { objectId: world.guangzhou, handlingGrade: 'GOLD', again: true });
    await world.complete(instance.id, 'a', { kept: 'yes' });
    const seen = await world.see(instance.id);
    const tokenId = seen.tokens.nodes.find(({ step }) => step === 'b')!.id;
    const templateId = (await graph.query('{ processTemplate(code: "GOES-ON") { id } }')).data.processTemplate.id;
    const input = { tokenId, templateId, reason: 'another kind of case' };
    const p = world.instances;
    const before = await world.count('process_instance');
    expect(await p.refused('processInstanceHandOver', input)).toEqual([['REQUIRED', 'input.variables.level']]);
    const { errors } = await graph.query(p.documents.processInstanceHandOver, { input }, { as: world.clerk.as });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await world.count('process_instance')).toBe(before);
    const told = outcomes.length;
    const next = await p.ok('processInstanceHandOver', { ...input, variables: { level: 2 } });
    expect(next).toMatchObject({
      ...{ template: { code: 'GOES-ON' }, objectType: 'Region', handlingGrade: 'GOLD', startMode: 'MANUAL' },
      variables: { kept: 'yes', level: 2 },
    });
    expect(await world.see(instance.id)).toMatchObject({
      status: 'COMPLETED',
      tasks: { nodes: [{}, { status: 'RECALLED' }] },
    });
    expect(outcomes).toHaveLength(told);
    const { data } = await graph.query(
      'query ($id: ID!) { processInstance(id: $id) { next(first: 2) { nodes { id previous { id } } } } }',
      { id: instance.id },
    );
    expect(data.processInstance.next.nodes).toEqual([{ id: next.id, previous: { id: instance.id } }]);
    await world.complete(next.id, 'c');
    expect(outcomes.slice(told)).toMatchObject([
      { template: 'GOES-ON', status: 'COMPLETED', objectId: world.guangzhou },
    ]);
    expect(await p.refused('processInstanceHandOver', { ...input, variables: { level: 2 } })).toEqual([
      ['INVALID_STATE', 'input.tokenId'],
    ]);
  });
});
