import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
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

test('WFL-08 tells conditions apart by what they mean, however they are written, while they are written and at publication', async () => {
  const objectType = 'WorkShift';
  const priority = 3;
  await desk.publish('APART-RANGE', line('a'), { objectType, priority, applicability: 'amount in [1..5]' });
  await desk.publish('APART-LIST', line('a'), {
    objectType,
    priority,
    applicability: 'customerType in ("BIG", "MID")',
  });
  await desk.publish('APART-ALL', line('a'), { objectType, priority });
  await desk.publish('APART-ANY', line('a'), { objectType: 'ANY', priority, applicability: 'objectType = "Order"' });
  const { id: versionId } = await v.ok('processTemplateCreate', {
    ...{ code: 'APART', name: 'Apart', definition: line('a'), objectType, priority },
  });
  const { id: elsewhere } = await v.ok('processTemplateCreate', {
    ...{ code: 'APART-ELSEWHERE', name: 'Apart', definition: line('a'), objectType, priority: 4 },
  });
  const told = async (applicability: string, version = versionId) => {
    const { data } = await graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code message path blocks } userErrors { code } } }`,
      { input: { versionId: version, applicability } },
    );
    expect(data.processVersionEdit.userErrors).toEqual([]);
    const found = data.processVersionEdit.findings as {
      code: string;
      message: string;
      path: string[];
      blocks: boolean;
    }[];
    expect(found.every(({ path, blocks }) => path.join() === 'applicability' && !blocks)).toBe(true);
    return found.map(({ code, message }) => [code, /APART-\w+/.exec(message)![0]]);
  };
  expect(await told('amount > 5 and customerType = "SMALL"')).toEqual([]);
  expect(await told('amount >= 5 and customerType = "SMALL"')).toEqual([['APPLICABILITY_OVERLAP', 'APART-RANGE']]);
  expect(await told('not(amount < 1 or amount > 5) and customerType = "SMALL"')).toEqual([
    // It is for some of the others and has more conditions: it comes first.
  ]);
  expect(await told('amount > 5 and (customerType = "MID" or customerType = "SMALL")')).toEqual([
    ['APPLICABILITY_OVERLAP', 'APART-LIST'],
  ]);
  expect(await told('amount * 2 > 20 and customerType = "SMALL"')).toEqual([['APPLICABILITY_UNCLEAR', 'APART-RANGE']]);
  // One of another priority comes before or after all of them.
  expect(await told('amount * 2 > 20', elsewhere)).toEqual([]);
  // Without a condition it is for all that the one without a condition is for.
  expect(await told('')).toEqual([['APPLICABILITY_OVERLAP', 'APART-ALL']]);
  await told('amount >= 5 and starts with(customerType, "S")');
  await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
  await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
  const { data } = await graph.query(
    `mutation ($input: ProcessVersionStepInput!) { processVersionPublish(input: $input) { overlaps { code number certain } userErrors { code } } }`,
    { input: { versionId } },
  );
  expect(data.processVersionPublish).toEqual({
    userErrors: [],
    overlaps: [
      { code: 'APART-LIST', number: 1, certain: false },
      { code: 'APART-RANGE', number: 1, certain: false },
    ],
  });
});
