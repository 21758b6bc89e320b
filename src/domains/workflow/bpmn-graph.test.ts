import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import {
  human,
  instanceMutations,
  line,
  openProcessDesk,
  type ProcessDesk,
  seeInstance,
  taskAt,
  taskMutations,
  versionMutations,
} from '../../testing/processes.js';
import { hire } from '../../testing/staff.js';

let graph: TestGraph;
let desk: ProcessDesk;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
});
afterAll(() => graph?.close());

const imports = () =>
  mutationsOf(graph, {
    inputs: { processBpmnImport: 'ProcessBpmnImportInput' },
    field: 'version',
    selection:
      'id number status template { id code name } steps(first: 50) { nodes { code operatorKind operatorCode } }',
    as: desk.designer.as,
  });
const bpmn = async (versionId: string) => {
  const { data } = await graph.query(
    'query ($v: ID!) { processVersionBpmn(versionId: $v) }',
    { v: versionId },
    { as: desk.designer.as },
  );
  return data.processVersionBpmn as string;
};
const count = async () =>
  Number((await graph.database.pool.query('select count(*) as n from "process_template_version"')).rows[0].n);

test('WFL-01 WFL-02 a version goes out as BPMN and comes in as a new template and as the next draft, the same in all', async () => {
  const made = await versionMutations(graph, 'admin').ok('processTemplateCreate', {
    ...{ code: 'OUT', name: 'Check & visit' },
    definition: line(human('check', { timeLimits: [{ minutes: 30 }] }), human('visit', { rollbackTo: 'check' })),
  });
  const xml = await bpmn(made.id);
  expect(xml).toContain('Check &amp; visit');
  const first = await imports().ok('processBpmnImport', { bpmn: xml, code: 'IN' });
  expect(first).toMatchObject({ number: 1, status: 'DRAFT', template: { code: 'IN', name: 'Check & visit' } });
  expect((await bpmn(first.id)).replace('code="IN"', 'code="OUT"')).toBe(xml);
  const next = await imports().ok('processBpmnImport', {
    ...{ bpmn: xml.replace('name="visit"', 'name="Visit them"') },
    templateId: (first['template'] as { id: string }).id,
  });
  expect(next).toMatchObject({ number: 2, status: 'DRAFT' });
  expect(await bpmn(next.id)).toContain('name="Visit them"');
});

test('WFL-11 WFL-19 a timer on the border of a step becomes its limit, is kept, and goes out again; what cannot run is told with its line', async () => {
  const drawn = (event: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><laneSet id="l"><lane id="n" name="HALL_CLERK"><flowNodeRef>do</flowNodeRef><flowNodeRef>rescue</flowNodeRef></lane></laneSet>
     <startEvent id="s"/><userTask id="do"/><userTask id="rescue"/><endEvent id="e"/>
     <boundaryEvent id="late" attachedToRef="do">${event}</boundaryEvent>
     <sequenceFlow id="f" sourceRef="s" targetRef="do"/><sequenceFlow id="g" sourceRef="do" targetRef="e"/><sequenceFlow id="h" sourceRef="late" targetRef="rescue"/><sequenceFlow id="i" sourceRef="rescue" targetRef="e"/></process></definitions>`;
  const document = `mutation ($input: ProcessBpmnImportInput!) { processBpmnImport(input: $input) { userErrors { code message details } findings { code }
    version { id alarmRules(first: 5) { nodes { step code action toStep offsetMinutes } } timeLimits(first: 5) { nodes { step minutes } } } } }`;
  const make = async (code: string, bpmn: string) =>
    (await graph.query(document, { input: { bpmn, code } }, { as: desk.designer.as })).data.processBpmnImport;
  const timer = '<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>';
  const { version, findings } = await make('BORDER', drawn(timer));
  expect(findings).toEqual([]);
  expect(version).toMatchObject({
    alarmRules: { nodes: [{ step: 'do', code: 'late', action: 'MOVE', toStep: 'rescue', offsetMinutes: 0 }] },
    timeLimits: { nodes: [{ step: 'do', minutes: 120 }] },
  });
  const xml = await bpmn(version.id);
  expect(xml).toMatch(/<bpmn:boundaryEvent [^>]*attachedToRef="do" cancelActivity="true"/);
  const again = await make('BORDER-2', xml);
  expect((await bpmn(again.version.id)).replace('code="BORDER-2"', 'code="BORDER"')).toBe(xml);
  const before = await count();
  expect((await make('BORDER-3', drawn('<errorEventDefinition/>'))).userErrors).toMatchObject([
    { code: 'BPMN_UNSUPPORTED', details: { element: 'late', type: 'boundaryEvent', line: 3 } },
  ]);
  expect(await count()).toBe(before);
});

test('WFL-02 WFL-15 lanes name operators by code or name, and what keeps a drawing from running is told', async () => {
  const drawn = (name: string) =>
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><laneSet><lane name="${name}"><flowNodeRef>do</flowNodeRef></lane></laneSet><startEvent id="s"/><userTask id="do"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="do"/></process></definitions>`;
  const { rows } = await graph.database.pool.query<{ name: string }>(
    `select "name" from "job_position" where "code" = 'HALL_CLERK'`,
  );
  const document = `mutation ($input: ProcessBpmnImportInput!) { processBpmnImport(input: $input) { userErrors { code }
    version { template { name } steps(first: 5, orderBy: [{ field: PLACE }]) { nodes { operatorKind operatorCode } } } findings { code blocks } } }`;
  const seen = async (code: string, lane: string) =>
    (await graph.query(document, { input: { bpmn: drawn(lane), code } }, { as: desk.designer.as })).data
      .processBpmnImport;
  const clerk = { operatorKind: 'POSITION', operatorCode: 'HALL_CLERK' };
  const nobody = { operatorKind: null, operatorCode: null };
  for (const [code, lane] of [
    ['LANE1', 'HALL_CLERK'],
    ['LANE2', rows[0]!.name],
  ] as const) {
    const { version, findings } = await seen(code, lane);
    expect(version).toMatchObject({ template: { name: code }, steps: { nodes: [nobody, clerk, nobody] } });
    expect(findings).toContainEqual({ code: 'UNREACHABLE', blocks: true });
  }
  expect((await seen('LANE3', 'WHO')).findings).toContainEqual({ code: 'OPERATOR_UNKNOWN', blocks: true });
});

test('WFL-02 writes nothing when the document is bad, the code is taken, or the caller may not design', async () => {
  const before = await count();
  const good =
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/></process></definitions>';
  const { refused, run } = imports();
  expect(await refused('processBpmnImport', { bpmn: '<!DOCTYPE d><d/>', code: 'BAD' })).toEqual([
    ['XML_DOCTYPE', 'input.bpmn'],
  ]);
  expect(await refused('processBpmnImport', { bpmn: good, code: 'OUT' })).toEqual([['CODE_TAKEN', 'input.code']]);
  expect(await refused('processBpmnImport', { bpmn: good })).toEqual([['CONTRADICTION', 'input.code']]);
  const clerk = await hire(graph, 'P900', 'H4401', ['HALL_CLERK']);
  await expect(run('processBpmnImport', { bpmn: good, code: 'NOT' }, clerk.as)).rejects.toThrow('FORBIDDEN');
  expect(await count()).toBe(before);
});

test('WFL-50 WFL-61 the picture of an instance marks what is done and where it stands, for those who may see it', async () => {
  const versionId = await desk.publish('PICTURED', line(human('first', { name: 'First <b>' }), 'second'));
  const { data } = await graph.query('query ($v: ID!) { processTemplateVersion(id: $v) { template { id } } }', {
    v: versionId,
  });
  const templateId = data.processTemplateVersion.template.id as string;
  const instance = await instanceMutations(graph, 'admin').ok('processInstanceStart', { templateId });
  const picture = 'query ($i: ID!) { processInstancePicture(instanceId: $i) }';
  const draw = async (as: 'admin' | typeof desk.designer.as = 'admin') =>
    graph.query(picture, { i: instance.id }, { as });
  const marked = (svg: string, mark: string) =>
    [...svg.matchAll(/<g class="(\w+)" data-step="(\w+)"/g)]
      .filter(([, name]) => name === mark)
      .map(([, , step]) => step);
  const before = (await draw()).data.processInstancePicture as string;
  expect([marked(before, 'done'), marked(before, 'present')]).toEqual([['start'], ['first']]);
  expect(before).toContain('First &lt;b&gt;');
  const clerk = await hire(graph, 'P901', 'H4401', ['HALL_CLERK']);
  const task = taskAt(await seeInstance(graph, instance.id), 'first');
  const tasks = taskMutations(graph, 'admin');
  await tasks.ok('processTaskAssign', { taskId: task, employeeId: clerk.id });
  await tasks.ok('processTaskComplete', { taskId: task }, clerk.as);
  const after = (await draw()).data.processInstancePicture as string;
  expect([marked(after, 'done'), marked(after, 'present')]).toEqual([['start', 'first'], ['second']]);
  await graph.database.pool.query(`update "process_token" set "status" = 'STUCK' where "step" = 'second'`);
  const stuck = (await draw()).data.processInstancePicture as string;
  expect(marked(stuck, 'exception')).toEqual(['second']);
  expect(stuck).toContain('Cannot go on at: second.');
  const elsewhere = await draw(clerk.as);
  expect(elsewhere.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});
