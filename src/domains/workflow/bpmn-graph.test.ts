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
    as: desk.headquarters.as,
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

test('WFL-01 WFL-09 WFL-11 names of flows and what was drawn are kept with the version, copied, sent out again, and shown in pictures', async () => {
  const xmlns = (name: string, end: string) => `xmlns:${name}="http://www.omg.org/spec/${end}"`;
  const shape = (id: string, x: number, y: number, width: number, height: number) =>
    `<bpmndi:BPMNShape bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  const drawn = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ${xmlns('bpmndi', 'BPMN/20100524/DI')} ${xmlns('dc', 'DD/20100524/DC')} ${xmlns('di', 'DD/20100524/DI')}>
    <process id="p" name="Drawn"><laneSet><lane name="HALL_CLERK"><flowNodeRef>do</flowNodeRef></lane></laneSet><startEvent id="s"/><userTask id="do"/><endEvent id="e"/>
    <sequenceFlow id="f" name="asked for" sourceRef="s" targetRef="do"/><sequenceFlow id="g" sourceRef="do" targetRef="e"/></process>
    <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">${shape('s', 500, 40, 36, 36)}${shape('do', 240, 80, 111, 77)}${shape('e', 20, 300, 36, 36)}
    <bpmndi:BPMNEdge bpmnElement="f"><di:waypoint x="500" y="58"/><di:waypoint x="295" y="58"/><di:waypoint x="295" y="80"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
  const made = await imports().ok('processBpmnImport', { bpmn: drawn, code: 'KEPT' });
  const kept = async (id: string) =>
    (
      await graph.query(
        `query ($id: ID!) { processTemplateVersion(id: $id) { steps(first: 9, orderBy: [{ field: PLACE }]) { nodes { code bounds } }
          flows(first: 9, orderBy: [{ field: PLACE }]) { nodes { name waypoints } } } }`,
        { id },
      )
    ).data.processTemplateVersion;
  const asDrawn = {
    steps: {
      nodes: [
        { code: 's', bounds: { x: 500, y: 40, width: 36, height: 36 } },
        { code: 'do', bounds: { x: 240, y: 80, width: 111, height: 77 } },
        { code: 'e', bounds: { x: 20, y: 300, width: 36, height: 36 } },
      ],
    },
    flows: {
      nodes: [
        {
          name: 'asked for',
          waypoints: [
            { x: 500, y: 58 },
            { x: 295, y: 58 },
            { x: 295, y: 80 },
          ],
        },
        { name: null, waypoints: null },
      ],
    },
  };
  expect(await kept(made.id)).toEqual(asDrawn);
  const copy = await versionMutations(graph, 'admin').ok('processTemplateCreate', {
    ...{ code: 'KEPT-COPY', name: 'Copy', copyOfId: made.id },
  });
  expect(await kept(copy.id)).toEqual(asDrawn);
  const xml = await bpmn(made.id);
  const again = await imports().ok('processBpmnImport', { bpmn: xml, code: 'KEPT-AGAIN' });
  expect(await kept(again.id)).toEqual(asDrawn);
  const { data } = await graph.query('query ($v: ID!) { processVersionPicture(versionId: $v) }', { v: made.id });
  expect(data.processVersionPicture).toContain('points="500,58 295,58 295,80"');
  expect(data.processVersionPicture).toMatch(/<rect [^>]*x="240" y="80" width="111" height="77"/);
  expect(data.processVersionPicture).toContain('>asked for</text>');
  // Whoever edits in the graph says where things are drawn.
  const definition = {
    steps: [
      { code: 's', kind: 'START', bounds: { x: 1, y: 2, width: 36, height: 36 } },
      { code: 'e', kind: 'END', bounds: { x: -101, y: 2, width: 36, height: 36 } },
    ],
    flows: [
      {
        from: 's',
        to: 'e',
        name: 'at once',
        waypoints: [
          { x: 1, y: 20 },
          { x: -65, y: 20 },
        ],
      },
    ],
  };
  const v = versionMutations(graph, 'admin');
  await v.ok('processVersionEdit', { versionId: made.id, definition });
  expect(await kept(made.id)).toMatchObject({
    steps: { nodes: definition.steps.map(({ code, bounds }) => ({ code, bounds })) },
    flows: { nodes: [{ name: 'at once', waypoints: definition.flows[0]!.waypoints }] },
  });
  const flat = { x: 1, y: 2, width: 0, height: 36 };
  const wrong = { ...definition, steps: [{ ...definition.steps[0]!, bounds: flat }, definition.steps[1]!] };
  expect(await v.refused('processVersionEdit', { versionId: made.id, definition: wrong })).toEqual([
    ['TOO_SMALL', 'input.definition.steps.0.bounds.width'],
  ]);
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
  // Who did a step of it sees it, and nobody else who works elsewhere.
  expect((await draw(clerk.as)).data.processInstancePicture).toBe(stuck);
  const elsewhere = await draw((await hire(graph, 'P902', 'H4401', ['HALL_CLERK'])).as);
  expect(elsewhere.errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

test('WFL-02 WFL-11 a drawing with two flows between the same steps is refused at the drawing', async () => {
  const { id } = await versionMutations(graph, 'admin').ok('processTemplateCreate', {
    ...{ code: 'FLOWS-ONCE', name: 'x', definition: line('check') },
  });
  const xml = await bpmn(id);
  const flow = /<(bpmn:)?sequenceFlow id="([^"]*)"[^>]*?(\/>|>[^]*?<\/(bpmn:)?sequenceFlow>)/.exec(xml)!;
  const twice = xml.replace(flow[0], `${flow[0]}${flow[0].replace(`id="${flow[2]}"`, 'id="flow-again"')}`);
  expect(await imports().refused('processBpmnImport', { bpmn: twice, code: 'FLOWS-TWICE' })).toEqual([
    ['DUPLICATE', 'input.bpmn'],
  ]);
  expect(await imports().ok('processBpmnImport', { bpmn: xml, code: 'FLOWS-FINE' })).toMatchObject({ number: 1 });
});
