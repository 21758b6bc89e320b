import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { line, openProcessDesk, type ProcessDesk, versionMutations } from '../../testing/processes.js';

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
