import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire } from '../../testing/staff.js';
import {
  instancesMutations,
  line,
  openProcessDesk,
  type ProcessDesk,
  taskMutations,
  versionMutations,
} from '../../testing/processes.js';

let graph: TestGraph;
let desk: ProcessDesk;
let v: ReturnType<typeof versionMutations>;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  v = versionMutations(graph, 'admin');
});
afterAll(() => graph?.close());

/** Lets an employee go on in another unit with the same position. */
async function move(employeeId: string, unit: string, position: string): Promise<void> {
  const idOf = async (read: string) =>
    Object.values<{ id: string }>((await graph.query(`{ ${read} { id } }`)).data)[0]!.id;
  const employees = mutationsOf(graph, {
    ...{ inputs: { employeeMove: 'EmployeeMoveInput' }, field: 'employee', selection: 'id', as: 'admin' as const },
  });
  await employees.ok('employeeMove', {
    employeeId,
    organizationId: await idOf(`internalOrganization(code: "${unit}")`),
    positionIds: [await idOf(`position(code: "${position}")`)],
  });
}

const APPROVALS = `query ($id: ID!) { processTemplateVersion(id: $id) { submittedBy submitterOrganization { code }
  approvals(first: 9) { nodes { approver { employeeNo organization { code } } approverOrganization { code } requestedBy requesterOrganization { code }
    decidedBy deciderOrganization { code } result } } } }`;

test('WFL-28 keeps the units of who submits, who is asked and who answers as they were then', async () => {
  const { designer, approver, second } = desk;
  const made = await v.ok(
    'processTemplateCreate',
    { code: 'UNITS', name: 'Units', definition: line('a') },
    designer.as,
  );
  const input = { versionId: made.id, approverIds: [approver.id, second.id] };
  await v.ok('processVersionSubmit', input, designer.as);
  await move(designer.id, 'H3201', 'PROCESS_DESIGNER');
  await move(approver.id, 'H3201', 'PROCESS_MANAGER');
  await v.ok('processVersionDecide', { versionId: made.id, approved: true }, approver.as);
  await move(approver.id, 'H4401', 'PROCESS_MANAGER');
  const { data } = await graph.query(APPROVALS, { id: made.id });
  const asked = {
    approverOrganization: { code: 'H4401' },
    requestedBy: 'P100',
    requesterOrganization: { code: 'H4401' },
  };
  expect(data.processTemplateVersion).toMatchObject({ submittedBy: 'P100', submitterOrganization: { code: 'H4401' } });
  expect(data.processTemplateVersion.approvals.nodes).toEqual([
    {
      ...{ ...asked, approver: { employeeNo: 'P200', organization: { code: 'H4401' } }, result: 'PASSED' },
      ...{ decidedBy: 'P200', deciderOrganization: { code: 'H3201' } },
    },
    {
      ...{ ...asked, approver: { employeeNo: 'P300', organization: { code: 'H4401' } }, result: 'PENDING' },
      ...{ decidedBy: null, deciderOrganization: null },
    },
  ]);
});

test('WFL-28 says no unit of one who is no employee', async () => {
  const { id: versionId } = await v.ok('processTemplateCreate', {
    code: 'NO_UNIT',
    name: 'No unit',
    definition: line('a'),
  });
  await v.ok('processVersionSubmit', { versionId, approverIds: [desk.second.id] });
  const { data } = await graph.query(APPROVALS, { id: versionId });
  expect(data.processTemplateVersion).toMatchObject({ submittedBy: 'tester', submitterOrganization: null });
  expect(data.processTemplateVersion.approvals.nodes).toMatchObject([
    { requestedBy: 'tester', requesterOrganization: null },
  ]);
});

/** A version of the designer that two are asked to approve, with the task and the process of each. */
async function asked(code: string) {
  const { designer, approver, second } = desk;
  const made = await v.ok('processTemplateCreate', { code, name: code, definition: line('a') }, designer.as);
  await v.ok('processVersionSubmit', { versionId: made.id, approverIds: [approver.id, second.id] }, designer.as);
  const { data } = await graph.query(
    `{ processTasks(first: 9, filter: { status: { eq: ACCEPTED } }) { nodes { id assignee { employeeNo } instance { id subject } } } }`,
  );
  interface Task {
    id: string;
    assignee: { employeeNo: string };
    instance: { id: string; subject: string };
  }
  const tasks = (data.processTasks.nodes as Task[]).filter(({ instance }) => instance.subject.startsWith(code));
  return {
    versionId: made.id as string,
    taskOf: (no: string) => tasks.find(({ assignee }) => assignee.employeeNo === no)!,
  };
}

const round = async (versionId: string) => {
  const { data } = await graph.query(
    'query ($id: ID!) { processTemplateVersion(id: $id) { status approvals(first: 9) { nodes { approver { employeeNo } result decidedBy } } } }',
    { id: versionId },
  );
  const { status, approvals } = data.processTemplateVersion;
  interface Answer {
    approver: { employeeNo: string };
    result: string;
    decidedBy: string | null;
  }
  const answers = (approvals.nodes as Answer[]).map(({ approver, result, decidedBy }) => [
    ...[approver.employeeNo, result, decidedBy],
  ]);
  return { status, answers: answers.sort() };
};

test('WFL-28 WFL-41 an approval goes with its task to whoever holds it, never to the author or one who is asked already', async () => {
  const { designer, approver, second, headquarters } = desk;
  const third = await hire(graph, 'P310', 'H4401', ['PROCESS_MANAGER']);
  const { versionId, taskOf } = await asked('HANDS');
  const tasks = taskMutations(graph, 'admin');
  const taskId = taskOf('P200').id;
  const to = (employeeId: string) => ({ taskId, employeeId });
  expect(await tasks.refused('processTaskDelegate', to(designer.id), approver.as)).toEqual([
    ['OWN_WORK', 'input.employeeId'],
  ]);
  expect(await tasks.refused('processTaskDelegate', to(second.id), approver.as)).toEqual([
    ['DUPLICATE', 'input.employeeId'],
  ]);
  expect((await round(versionId)).answers).toEqual([
    ['P200', 'PENDING', null],
    ['P300', 'PENDING', null],
  ]);
  await tasks.ok('processTaskDelegate', to(third.id), approver.as);
  expect(await v.refused('processVersionDecide', { versionId, approved: true }, approver.as)).toEqual([
    ['NOT_ASKED', 'input.versionId'],
  ]);
  await tasks.ok('processTaskComplete', { taskId, outputs: { approved: true } }, third.as);
  // Passed on to a position, it is for whoever of them takes it up, at the headquarters, since the template is for everywhere.
  const position = { kind: 'POSITION', code: 'PROCESS_MANAGER' };
  const other = taskOf('P300').id;
  await tasks.ok('processTaskForward', { taskId: other, operator: position }, second.as);
  await tasks.ok('processTaskComplete', { taskId: other, outputs: { approved: true } }, headquarters.as);
  expect(await round(versionId)).toEqual({
    status: 'APPROVED',
    answers: [
      ['P110', 'PASSED', 'P110'],
      ['P310', 'PASSED', 'P310'],
    ],
  });
});

test('WFL-28 WFL-44 a version is a draft again, not refused, when the process of one who was asked is ended by hand', async () => {
  const { versionId, taskOf } = await asked('BROKEN_OFF');
  const instanceIds = [taskOf('P200').instance.id];
  await instancesMutations(graph, 'admin').ok('processInstanceTerminate', { instanceIds, reason: 'x' });
  expect(await round(versionId)).toEqual({
    status: 'DRAFT',
    answers: [
      ['P200', 'WITHDRAWN', null],
      ['P300', 'WITHDRAWN', null],
    ],
  });
});
