import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, taskAt } from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';
import { decodeId } from '../../kernel/model/index.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let desk: ProcessWorld['desk'];
let p: ProcessWorld['instances'];
let t: ProcessWorld['tasks'];
let clerk: ProcessWorld['clerk'];
let other: ProcessWorld['agent'];
let guangzhou: ProcessWorld['guangzhou'];
let see: ProcessWorld['see'];
let start: ProcessWorld['start'];
let complete: ProcessWorld['complete'];
beforeAll(async () => {
  world = await openProcessWorld();
  ({ graph, desk, instances: p, tasks: t, clerk, agent: other, guangzhou, see, start, complete } = world);
});
afterAll(() => world?.graph.close());

describe('tasks of people', () => {
  test('WFL-12 WFL-14 checks what comes out of a step, and chooses the way by it', async () => {
    const amount = { name: 'amount', type: 'NUMBER', required: true };
    const definition = line(human('count', { outputs: [amount] }), 'small');
    definition.steps.splice(3, 0, human('big'));
    definition.flows.splice(1, 0, { from: 'count', to: 'big', condition: 'amount > limit' } as never, {
      from: 'big',
      to: 'end',
    });
    Object.assign(definition.flows[3]!, { isDefault: true });
    const variables = [{ name: 'limit', type: 'NUMBER', required: true }];
    await desk.publish('VALUES', { ...definition, variables });
    const { data } = await graph.query('{ processTemplate(code: "VALUES") { id } }');
    const templateId = data.processTemplate.id;
    expect(await p.refused('processInstanceStart', { templateId })).toEqual([['REQUIRED', 'input.variables.limit']]);
    expect(await p.refused('processInstanceStart', { templateId, variables: { limit: '5', more: 1 } })).toEqual([
      ['WRONG_TYPE', 'input.variables.limit'],
      ['UNKNOWN_VALUE', 'input.variables.more'],
    ]);
    const instance = await start('VALUES', { variables: { limit: 5 } });
    const taskId = taskAt(instance, 'count');
    expect(await t.refused('processTaskComplete', { taskId, outputs: { amount: 'many' } })).toEqual([
      ['WRONG_TYPE', 'input.outputs.amount'],
    ]);
    expect(standing(await see(instance.id))).toEqual(['count']);
    await t.ok('processTaskComplete', { taskId, outputs: { amount: 6 } });
    expect(standing(await see(instance.id))).toEqual(['big']);
    const small = await start('VALUES', { variables: { limit: 5 } });
    await complete(small.id, 'count', { amount: 5 });
    expect(await see(small.id)).toMatchObject({ variables: { limit: 5, amount: 5 } });
    expect(standing(await see(small.id))).toEqual(['small']);
  });

  test('WFL-40 WFL-41 is claimed, assigned, delegated, forwarded and given back, each by those who may', async () => {
    await desk.publish('LIST', line('a'));
    const instance = await start('LIST', { regionId: guangzhou });
    const taskId = taskAt(instance, 'a');
    expect(await t.refused('processTaskClaim', { taskId }, other.as)).toEqual([['NOT_YOURS', 'input.taskId']]);
    expect(await t.ok('processTaskClaim', { taskId }, clerk.as)).toMatchObject({
      status: 'ACCEPTED',
      assignee: { employeeNo: 'P400' },
    });
    expect(await t.refused('processTaskClaim', { taskId }, clerk.as)).toEqual([['CONFLICT', 'input.taskId']]);
    expect(await t.refused('processTaskComplete', { taskId }, other.as)).toEqual([['NOT_YOURS', 'input.taskId']]);
    expect(await t.ok('processTaskDelegate', { taskId, employeeId: other.id }, clerk.as)).toMatchObject({
      assignee: { employeeNo: 'P500' },
      delegator: { employeeNo: 'P400' },
    });
    expect(await t.ok('processTaskProgress', { taskId, progress: 'half' }, other.as)).toMatchObject({
      status: 'IN_PROGRESS',
      progress: 'half',
    });
    expect(await t.ok('processTaskRelease', { taskId }, other.as)).toMatchObject({
      assignee: { employeeNo: 'P400' },
      delegator: null,
    });
    expect(await t.ok('processTaskRelease', { taskId }, clerk.as)).toMatchObject({
      status: 'DISPATCHED',
      assignee: null,
    });
    expect(await t.refused('processTaskAssign', { taskId, employeeId: other.id })).toEqual([
      ['NOT_CANDIDATE', 'input.employeeId'],
    ]);
    expect(await t.ok('processTaskAssign', { taskId, employeeId: clerk.id })).toMatchObject({ status: 'ACCEPTED' });
    const { operatorCode } = (await see(instance.id)).tasks.nodes[0] as unknown as { operatorCode: string };
    const colleague = await hire(graph, 'P4COLL', 'H4401', [operatorCode]);
    // To give it to oneself is to claim it.
    expect(await t.refused('processTaskAssign', { taskId, employeeId: colleague.id }, colleague.as)).toEqual([
      ['CONFLICT', 'input.taskId'],
    ]);
    const forward = { taskId, operator: { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' } };
    expect(await t.refused('processTaskForward', { ...forward, operator: { kind: 'ROLE', code: 'NOBODY' } })).toEqual([
      ['OPERATOR_UNKNOWN', 'input.operator'],
    ]);
    expect(await t.ok('processTaskForward', forward, clerk.as)).toMatchObject({
      operatorCode: 'CALL_CENTRE_AGENT',
      assignee: null,
    });
    expect(await t.ok('processTaskComplete', { taskId }, other.as)).toMatchObject({
      status: 'RETURNED',
      assignee: { employeeNo: 'P500' },
    });
    expect(await t.refused('processTaskComplete', { taskId }, other.as)).toEqual([['CONFLICT', 'input.taskId']]);
    expect((await see(instance.id)).status).toBe('COMPLETED');
  });

  test('WFL-41 is not delegated to somebody who has left, and nothing is written', async () => {
    await desk.publish('LEFT', line('a'));
    const gone = await hire(graph, 'P490', 'H4401', ['CALL_CENTRE_AGENT']);
    const { id } = await start('LEFT', { regionId: guangzhou });
    const taskId = taskAt(await see(id), 'a');
    await t.ok('processTaskClaim', { taskId }, clerk.as);
    const end = `update "employee" set "status" = 'INVALID' where "id" = $1`;
    await graph.database.pool.query(end, [decodeId(gone.id)!.uuid]);
    const [before, entries] = [await see(id), await world.count('history_entry')];
    expect(await t.refused('processTaskDelegate', { taskId, employeeId: gone.id }, clerk.as)).toEqual([
      ['NOT_ACTIVE', 'input.employeeId'],
    ]);
    expect(await see(id)).toEqual(before);
    expect(await world.count('history_entry')).toBe(entries);
    expect(await t.ok('processTaskDelegate', { taskId, employeeId: other.id }, clerk.as)).toMatchObject({
      assignee: { employeeNo: 'P500' },
    });
  });

  const leave = async ({ id }: { id: string }) => {
    const sql = 'mutation ($input: EmployeeLeaveInput!) { employeeLeave(input: $input) { userErrors { code path } } }';
    const { data } = await graph.query(sql, { input: { employeeId: id, reason: 'left' } });
    expect(data.employeeLeave.userErrors).toEqual([]);
  };

  test('WFL-40 WFL-41 what somebody had who leaves goes back to the common list, or to who had given it to them', async () => {
    await desk.publish('LEAVES', line('a'));
    const leaver = await hire(graph, 'P491', 'H4401', ['HALL_CLERK']);
    const [one, two, three] = [
      ...[await start('LEAVES', { regionId: guangzhou }), await start('LEAVES', { regionId: guangzhou })],
      await start('LEAVES', { regionId: guangzhou }),
    ].map((instance) => ({ id: instance!.id, taskId: taskAt(instance!, 'a') }));
    await t.ok('processTaskClaim', { taskId: one!.taskId }, leaver.as);
    await t.ok('processTaskClaim', { taskId: two!.taskId }, clerk.as);
    await t.ok('processTaskDelegate', { taskId: two!.taskId, employeeId: leaver.id }, clerk.as);
    await t.ok('processTaskClaim', { taskId: three!.taskId }, leaver.as);
    await t.ok('processTaskDelegate', { taskId: three!.taskId, employeeId: other.id }, leaver.as);
    await leave(leaver);
    const task = async ({ id }: { id: string }) => (await see(id)).tasks.nodes[0];
    await until(async () => (await task(one!))!.status === 'DISPATCHED');
    expect(await task(one!)).toMatchObject({ assignee: null });
    await until(async () => (await task(two!))!.assignee?.employeeNo === 'P400');
    // Nobody is left to whom it could go back: who does it in their place has it, or gives it into the common list.
    expect(await task(three!)).toMatchObject({ assignee: { employeeNo: 'P500' } });
    expect(await t.ok('processTaskRelease', { taskId: three!.taskId }, other.as)).toMatchObject({
      ...{ assignee: null, status: 'DISPATCHED' },
    });
    for (const { id, taskId } of [one!, two!, three!]) {
      await t.ok('processTaskComplete', { taskId }, clerk.as);
      expect((await see(id)).status).toBe('COMPLETED');
    }
  });

  test('WFL-41 who has given a task to another to do in their place takes it back, or does it after all', async () => {
    await desk.publish('BACK', line('a', 'b'));
    const { id } = await start('BACK', { regionId: guangzhou });
    for (const [step, back] of [['a', 'processTaskRelease'] as const, ['b', 'processTaskClaim'] as const]) {
      const taskId = taskAt(await see(id), step);
      await t.ok('processTaskClaim', { taskId }, clerk.as);
      await t.ok('processTaskDelegate', { taskId, employeeId: other.id }, clerk.as);
      expect(await t.ok(back, { taskId }, clerk.as)).toMatchObject({
        ...{ assignee: { employeeNo: 'P400' }, delegator: null },
      });
      expect(await t.refused('processTaskComplete', { taskId }, other.as)).toEqual([['NOT_YOURS', 'input.taskId']]);
      await t.ok('processTaskDelegate', { taskId, employeeId: other.id }, clerk.as);
      expect(await t.ok('processTaskComplete', { taskId }, clerk.as)).toMatchObject({
        assignee: { employeeNo: 'P400' },
      });
    }
    expect((await see(id)).status).toBe('COMPLETED');
  });

  test('WFL-40 WFL-59 what only somebody may do who has left is told to the responsible, who passes it on', async () => {
    const gone = await hire(graph, 'P492', 'H4401');
    await desk.publish('ALONE', line(human('a', { operator: { kind: 'EMPLOYEE', code: 'P492' } })));
    const before = await start('ALONE', { regionId: guangzhou });
    const alarms = async ({ id }: { id: string }) => {
      const text = `query ($id: ID!) { processInstance(id: $id) { alarms(first: 9) { nodes { code recipientCode escalated task { id } } } } }`;
      return (await graph.query(text, { id })).data.processInstance.alarms.nodes as object[];
    };
    expect(await alarms(before)).toEqual([]);
    await leave(gone);
    const alarm = { code: 'NOBODY', recipientCode: 'PROCESS_MANAGER', escalated: true };
    await until(async () => (await alarms(before)).length > 0);
    // A process that begins afterwards runs until it needs them.
    const after = await start('ALONE', { regionId: guangzhou });
    for (const instance of [before, after]) {
      const taskId = taskAt(instance, 'a');
      expect(await alarms(instance)).toEqual([{ ...alarm, task: { id: taskId } }]);
      const operator = { kind: 'POSITION', code: 'HALL_CLERK' };
      await t.ok('processTaskForward', { taskId, operator }, desk.second.as);
      await t.ok('processTaskComplete', { taskId }, clerk.as);
    }
  });

  test('WFL-59 that nobody may do a task is over when it was passed on or somebody took it, and told again when they give it back', async () => {
    const gone = await hire(graph, 'P493', 'H4401', ['HALL_CLERK']);
    await desk.publish('LOST', line(human('a', { operator: { kind: 'EMPLOYEE', code: 'P493' } })));
    const change = async (until: string | null) => {
      const text = `mutation ($input: EmployeeChangeInput!) { employeeChange(input: $input) { userErrors { code } } }`;
      const { data } = await graph.query(text, { input: { employeeId: gone.id, until } });
      expect(data.employeeChange.userErrors).toEqual([]);
    };
    await change('2021-01-01T00:00:00Z');
    const [passed, taken, found] = [
      ...[await start('LOST', { regionId: guangzhou }), await start('LOST', { regionId: guangzhou })],
      await start('LOST', { regionId: guangzhou }),
    ].map((instance) => ({ id: instance!.id, taskId: taskAt(instance!, 'a') }));
    const about = async ({ id }: { id: string }) => {
      const text = `query ($id: ID!) { processInstance(id: $id) { alarmLevel tasks(first: 1) { nodes { escalatedCode } } alarms(first: 9) { nodes { code clearedAt } } } }`;
      const { alarms, tasks, alarmLevel } = (await graph.query(text, { id })).data.processInstance;
      const open = alarms.nodes.map(({ code, clearedAt }: { code: string; clearedAt: string | null }) => [
        code,
        !clearedAt,
      ]);
      return { alarmLevel, open, escalated: tasks.nodes[0].escalatedCode };
    };
    const lost = { alarmLevel: 'MAJOR', open: [['NOBODY', true]], escalated: 'PROCESS_MANAGER' };
    for (const each of [passed!, taken!, found!]) expect(await about(each)).toEqual(lost);

    const operator = { kind: 'POSITION', code: 'HALL_CLERK' };
    await t.ok('processTaskForward', { taskId: passed!.taskId, operator }, desk.second.as);
    const over = { alarmLevel: null, open: [['NOBODY', false]] };
    expect(await about(passed!)).toEqual({ ...over, escalated: null });
    expect(await t.refused('processTaskComplete', { taskId: passed!.taskId }, desk.second.as)).toEqual([
      ['NOT_YOURS', 'input.taskId'],
    ]);

    await t.ok('processTaskClaim', { taskId: taken!.taskId }, desk.second.as);
    expect(await about(taken!)).toEqual({ ...over, escalated: 'PROCESS_MANAGER' });
    await t.ok('processTaskRelease', { taskId: taken!.taskId }, desk.second.as);
    expect(await about(taken!)).toEqual({
      ...lost,
      open: expect.arrayContaining([
        ['NOBODY', false],
        ['NOBODY', true],
      ]),
    });

    await change(null);
    for (const each of [found!, taken!]) await until(async () => (await about(each)).alarmLevel === null);
    expect(await about(found!)).toEqual({ ...over, escalated: null });
    await t.ok('processTaskComplete', { taskId: found!.taskId }, gone.as);
  });

  test('WFL-59 that nobody may do a task outlives another trouble of its process', async () => {
    await hire(graph, 'P494', 'H4401');
    const definition = {
      steps: [
        { code: 'start', kind: 'START' },
        { code: 'both', kind: 'GATEWAY', split: 'PARALLEL' },
        human('a', { operator: { kind: 'EMPLOYEE', code: 'P494' } }),
        human('b'),
        { code: 'meet', kind: 'GATEWAY', join: 'ALL' },
        { code: 'end', kind: 'END' },
      ],
      flows: [
        ...[
          { from: 'start', to: 'both' },
          { from: 'both', to: 'a' },
          { from: 'both', to: 'b' },
        ],
        ...[
          { from: 'a', to: 'meet' },
          { from: 'b', to: 'meet' },
          { from: 'meet', to: 'end' },
        ],
      ],
    };
    await desk.publish('TWO-TROUBLES', definition);
    await graph.database.pool.query(`update "employee" set "status" = 'INVALID' where "employee_no" = 'P494'`);
    const instance = await start('TWO-TROUBLES', { regionId: guangzhou });
    await t.ok('processTaskReject', { taskId: taskAt(instance, 'b'), reason: 'x', toDispatcher: true }, clerk.as);
    expect(await see(instance.id)).toMatchObject({ status: 'ABNORMAL' });
    await world.instances.ok('processInstanceRetry', { instanceId: instance.id, reason: 'x' });
    const text = `query ($id: ID!) { processInstance(id: $id) { alarms(first: 9) { nodes { code clearedAt } } } }`;
    const { nodes } = (await graph.query(text, { id: instance.id })).data.processInstance.alarms;
    expect(nodes).toHaveLength(2);
    expect(nodes).toEqual(
      expect.arrayContaining([
        { code: 'NOBODY', clearedAt: null },
        { code: 'ABNORMAL', clearedAt: expect.any(String) },
      ]),
    );
  });

  test('WFL-45 WFL-50 the picture of a held process says where it is held, not that it is there', async () => {
    await desk.publish('DRAWN-HELD', line('a', 'b'));
    const { id } = await start('DRAWN-HELD');
    const picture = async () =>
      (await graph.query('query ($id: ID!) { processInstancePicture(instanceId: $id) }', { id })).data
        .processInstancePicture as string;
    expect(await picture()).toContain('Now at: a.');
    await world.many.ok('processInstanceSuspend', { instanceIds: [id], reason: 'x' });
    expect(await picture()).toContain('Held at: a.');
    expect(await picture()).not.toContain('Now at');
    await world.many.ok('processInstanceResume', { instanceIds: [id], reason: 'x' });
    expect(await picture()).toContain('Now at: a.');
  });

  test('WFL-41 of many who finish the same task at once, one does', async () => {
    await desk.publish('RACE', line('a', 'b'));
    const instance = await start('RACE');
    const taskId = taskAt(instance, 'a');
    const all = await Promise.all(Array.from({ length: 6 }, () => t.run('processTaskComplete', { taskId })));
    expect(all.filter(({ node }) => node)).toHaveLength(1);
    expect(all.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(5).fill('CONFLICT'));
    expect((await see(instance.id)).tokens.nodes.filter(({ step }) => step === 'b')).toHaveLength(1);
  });
});
