import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, taskAt } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';

let w: ProcessWorld;
/** A manager of processes and a hall clerk of Shenzhen. */
let far: Hired;
let farClerk: Hired;
beforeAll(async () => {
  w = await openProcessWorld();
  far = await hire(w.graph, 'P901', 'H4403', ['PROCESS_MANAGER']);
  farClerk = await hire(w.graph, 'P902', 'H4403', ['HALL_CLERK']);
});
afterAll(() => w?.graph.close());

const TASK = 'assignee { employeeNo } delegator { employeeNo } operatorCode escalatedKind escalatedCode status';
const taskOf = async (id: string) =>
  (await w.graph.query(`query ($id: ID!) { processTask(id: $id) { ${TASK} } }`, { id })).data.processTask;
/** Everything that a move of a task could have written. */
const written = async () =>
  (
    await w.graph.database.pool.query(
      `select (select json_agg("t" order by "t"."id") from "process_task" "t") "tasks", (select count(*) from "history_entry") "entries"`,
    )
  ).rows[0];

describe('what somebody has', () => {
  test('WFL-39 is moved by whoever dispatches the work of its region, and by nobody else', async () => {
    await w.desk.publish('HELD', line('a'));
    const taskId = taskAt(await w.start('HELD', { regionId: w.guangzhou }), 'a');
    await w.tasks.ok('processTaskClaim', { taskId }, w.clerk.as);
    const colleague = await hire(w.graph, 'P903', 'H4401', ['HALL_CLERK']);
    const operator = { kind: 'POSITION', code: 'CALL_CENTRE_AGENT' };
    const before = await written();
    const attempts = [
      ['processTaskForward', { taskId, operator }] as const,
      ['processTaskRelease', { taskId }] as const,
    ];
    for (const [name, input] of attempts) {
      expect(await w.tasks.refused(name, input, colleague.as)).toEqual([['NOT_YOURS', 'input.taskId']]);
      expect(await w.tasks.refused(name, input, far.as)).toEqual([['NOT_FOUND', 'input.taskId']]);
    }
    expect(await written()).toEqual(before);
    await w.tasks.ok('processTaskRelease', { taskId }, w.desk.designer.as);
    expect(await taskOf(taskId)).toMatchObject({ assignee: null, status: 'DISPATCHED' });
    await w.tasks.ok('processTaskClaim', { taskId }, w.clerk.as);
    await w.tasks.ok('processTaskForward', { taskId, operator }, w.desk.designer.as);
    expect(await taskOf(taskId)).toMatchObject({ assignee: null, operatorCode: 'CALL_CENTRE_AGENT' });
  });

  test('WFL-40 given back by delegating it to whoever had delegated it is theirs again', async () => {
    await w.desk.publish('ROUND', line('a'));
    const taskId = taskAt(await w.start('ROUND', { regionId: w.guangzhou }), 'a');
    await w.tasks.ok('processTaskClaim', { taskId }, w.clerk.as);
    await w.tasks.ok('processTaskDelegate', { taskId, employeeId: w.agent.id }, w.clerk.as);
    await w.tasks.ok('processTaskDelegate', { taskId, employeeId: w.clerk.id }, w.agent.as);
    expect(await taskOf(taskId)).toMatchObject({ assignee: { employeeNo: 'P400' }, delegator: null });
    await w.tasks.ok('processTaskRelease', { taskId }, w.clerk.as);
    expect(await taskOf(taskId)).toMatchObject({ assignee: null });
  });

  test('WFL-46 WFL-50 is seen with what kept its process from going on by those who have it, wherever they work', async () => {
    await w.desk.publish('STOPS', line(human('a', { operator: { kind: 'EMPLOYEE', code: 'P902' } })));
    const instance = await w.start('STOPS', { regionId: w.guangzhou });
    await w.tasks.ok(
      'processTaskReject',
      { taskId: taskAt(instance, 'a'), reason: 'no', toDispatcher: true },
      farClerk.as,
    );
    const exceptions = async (as: Hired['as']) =>
      (
        await w.graph.query(
          'query ($id: ID!) { processInstance(id: $id) { exceptions(first: 9) { nodes { code } } } }',
          { id: instance.id },
          { as },
        )
      ).data.processInstance?.exceptions.nodes;
    expect(await exceptions(farClerk.as)).toEqual([{ code: 'REJECTED' }]);
    expect(await exceptions(far.as)).toBeUndefined();
  });
});
