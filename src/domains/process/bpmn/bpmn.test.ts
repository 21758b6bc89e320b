import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../../kernel/errors/index.js';
import type { ProcessDefinition } from '../../../kernel/process/index.js';
import { drawProcess, layOut } from '../../../kernel/process/diagram/index.js';
import { randomProcess } from '../../../testing/random-process.js';
import { definitionOf } from '../definition-of-input.js';
import type { ProcessOperatorInput } from '../definition.inputs.js';
import { readBpmn } from './read-bpmn.js';
import { writeBpmn } from './write-bpmn.js';
import { readXmlTree } from './xml-tree.js';

const OPERATORS = new Map<string, ProcessOperatorInput>([
  ['Hall clerks', { kind: 'POSITION', code: 'HALL_CLERK' } as never],
]);
const read = (xml: string) => readBpmn(xml, ['bpmn'], async () => OPERATORS);
const back = async (definition: ProcessDefinition) => {
  const { name, definition: input } = await read(writeBpmn(definition, 'CODE'));
  return definitionOf(input, name);
};

/** Code and details of the one reason for which a document is refused. */
async function refusal(xml: string): Promise<[code: string, element: unknown]> {
  try {
    await read(xml);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.userErrors[0]!.path[0]).toBe('bpmn');
    return [error.userErrors[0]!.code, error.userErrors[0]!.details?.['element']];
  }
  throw new Error('It was not refused.');
}

const plain = (body: string) =>
  `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" name="Drawn">${body}</process></definitions>`;
const flow = (id: string, from: string, to: string, inside = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;

/** Texts that are hard to write in XML. */
const hard = fc.constantFrom(
  'a < b & "c"',
  "it's ]]> here",
  'two\nlines\tand more',
  '  kept  ',
  '客户经理审核',
  '=1',
  '-->',
);
const anyLimits = fc.array(
  fc.record({
    grade: fc.option(hard),
    minutes: fc.integer({ min: 1, max: 99 }),
    countsSuspension: fc.boolean(),
    warnMinutes: fc.option(fc.nat(9)),
  }),
  { maxLength: 2 },
);
const wholeStep = fc.record({
  name: hard,
  join: fc.constantFrom('ANY', 'ALL'),
  split: fc.constantFrom('EXCLUSIVE', 'PARALLEL'),
  kind: fc.constantFrom('HUMAN', 'AUTOMATIC', 'EXTERNAL', 'SUBPROCESS', 'GATEWAY', 'TIMER', 'START', 'END'),
  operator: fc.option(fc.record({ kind: fc.constantFrom('POSITION', 'ROLE', 'EMPLOYEE'), code: hard })),
  handler: fc.option(hard),
  subprocess: fc.option(fc.record({ template: hard, wait: fc.boolean() })),
  timer: fc.option(fc.constantFrom('30', 'duration("PT1H")', 'P1D', ' = 4')),
  compensation: fc.option(hard),
  compensationTask: fc.option(
    fc.record({
      operator: fc.record({ kind: fc.constantFrom('ROLE', 'POSITION'), code: hard }),
      name: fc.option(hard),
      timeLimits: anyLimits,
    }),
  ),
  retry: fc.option(
    fc.record({ attempts: fc.integer({ min: 1, max: 20 }), pauseSeconds: fc.option(fc.integer({ min: 1, max: 99 })) }),
  ),
  rollbackTo: fc.option(hard),
  module: fc.option(hard),
  externalSystem: fc.option(fc.constantFrom('REMOTE', 'OUTSIDE')),
  waitFor: fc.array(fc.record({ when: fc.constantFrom('ENTER', 'LEAVE'), template: hard, step: hard }), {
    maxLength: 2,
  }),
  inputs: fc.array(
    fc.record({
      name: hard,
      type: fc.constantFrom('NUMBER', 'DATE_TIME', 'ANY'),
      required: fc.boolean(),
      from: fc.option(hard),
    }),
    { maxLength: 2 },
  ),
  timeLimits: anyLimits,
  alarms: fc.array(
    fc.record({
      code: hard,
      offsetMinutes: fc.integer({ min: -9, max: 9 }),
      level: fc.constantFrom('INFO', 'CRITICAL'),
      action: fc.constantFrom('NOTIFY', 'ESCALATE', 'MOVE'),
      to: fc.option(fc.constantFrom('s', '1x', '环节', 'missing')),
      recipient: fc.option(fc.record({ kind: fc.constantFrom('ROLE', 'POSITION'), code: hard })),
    }),
    { maxLength: 2 },
  ),
});
const pixel = fc.integer({ min: -999, max: 999 });
const point = fc.record({ x: pixel, y: pixel });
const side = fc.integer({ min: 1, max: 300 });
/** Drafts as they may be kept, though they could not run: also codes that are no ids, and flows that lead nowhere. */
const draft = fc.array(wholeStep, { minLength: 1, maxLength: 6 }).chain((steps) => {
  const codes = steps.map((_, index) => ['s', '1x', 'sw.step.0', '环节', 'a b', 'last'][index]!);
  const end = fc.constantFrom(...codes, 'missing');
  const flows = fc.array(
    fc.record({
      ...{ from: end, to: end, kind: fc.constantFrom('SEQUENCE', 'BRANCH', 'JUMP') },
      ...{ condition: fc.option(hard), isDefault: fc.boolean(), priority: fc.nat(99) },
      ...{ name: fc.option(hard), waypoints: fc.option(fc.array(point, { minLength: 2, maxLength: 4 })) },
    }),
    { maxLength: 8 },
  );
  const startAfter = fc.array(
    fc.record({ template: hard, condition: fc.option(hard), object: fc.option(hard), values: fc.option(hard) }),
    { maxLength: 2 },
  );
  const bounds = fc.option(
    fc.array(fc.record({ x: pixel, y: pixel, width: side, height: side }), { minLength: 6, maxLength: 6 }),
  );
  // Lines are drawn where steps are.
  return fc.tuple(flows, startAfter, bounds).map(([list, relations, drawn]) =>
    definitionOf(
      {
        steps: steps.map((step, index) => ({ ...step, code: codes[index]!, bounds: drawn?.[index] ?? null })),
        flows: drawn ? list : list.map((flow) => ({ ...flow, waypoints: null })),
        startAfter: relations,
      } as never,
      'Draft <1>',
    ),
  );
});

describe('what is written here', () => {
  test('WFL-01 WFL-09 WFL-11 comes back as it was: random processes that run, and random drafts with everything in them', async () => {
    const running = randomProcess({ timers: true, limits: true, calls: 'OTHER' }).map((input) =>
      definitionOf({ ...input, variables: [] } as never, 'R'),
    );
    const unchanged = async (definition: ProcessDefinition) => expect(await back(definition)).toEqual(definition);
    await fc.assert(fc.asyncProperty(running, unchanged), { numRuns: 60 });
    await fc.assert(fc.asyncProperty(draft, unchanged), { numRuns: 200 });
  });

  test('WFL-09 WFL-11 keeps names of flows and what other tools have drawn, in documents and in pictures', async () => {
    const shape = (id: string, x: number, y: number, width: number, height: number) =>
      `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
    const edge = (id: string, ...points: [number, number][]) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('')}</bpmndi:BPMNEdge>`;
    const drawing = (...parts: string[]) =>
      `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${parts.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>`;
    const process = `<startEvent id="s"/><userTask id="check"/><endEvent id="e"/><endEvent id="no"/>
      <sequenceFlow id="f1" name="asked" sourceRef="s" targetRef="check"/><sequenceFlow id="f2" name="合格 &amp; paid" sourceRef="check" targetRef="e"/>${flow('f3', 'check', 'no')}`;
    const shapes = [shape('s', -152, 102, 36, 36), shape('check', 240, 80, 100, 80), shape('e', 400.4, 300, 36, 36)];
    const lines = [edge('f1', [-116, 120], [60, 20], [240, 120]), edge('f2', [290, 160], [290, 318], [400, 318])];
    const xml = plain(process).replace('</definitions>', drawing(...shapes, shape('no', 500, 102, 36, 36), ...lines));
    const { definition, name } = await read(xml);
    const drawn = definitionOf(definition, name);
    expect(drawn.steps.map(({ bounds }) => bounds)).toEqual([
      { x: -152, y: 102, width: 36, height: 36 },
      { x: 240, y: 80, width: 100, height: 80 },
      { x: 400, y: 300, width: 36, height: 36 },
      { x: 500, y: 102, width: 36, height: 36 },
    ]);
    const corners = (...points: [number, number][]) => points.map(([x, y]) => ({ x, y }));
    expect(drawn.flows.map((each) => [each.name, each.waypoints])).toEqual([
      ['asked', corners([-116, 120], [60, 20], [240, 120])],
      ['合格 & paid', corners([290, 160], [290, 318], [400, 318])],
      [null, null],
    ]);
    expect(await back(drawn)).toEqual(drawn);
    const written = writeBpmn(drawn, 'CODE');
    expect(written).toContain('<dc:Bounds x="240" y="80" width="100" height="80"/>');
    expect(written).toContain('<di:waypoint x="60" y="20"/>');
    const picture = drawProcess(drawn);
    expect(picture).toContain('viewBox="-192 -20 768 396"');
    expect(picture).toContain('points="-116,120 60,20 240,120"');
    expect(picture).toContain('合格 &amp; paid');
    expect(picture).toMatch(/<rect [^>]*x="240" y="80" width="100" height="80"/);
    // A step that comes later stands below, and what is only partly drawn is drawn whole.
    const more = { ...drawn, steps: [...drawn.steps, { ...drawn.steps[1]!, code: 'later', bounds: null }] };
    expect(drawProcess(more)).toMatch(/data-step="later"><title>.*?<rect [^>]*x="-152" y="416"/);
    // Places that are none are refused.
    expect(await refusal(xml.replace('x="240"', 'x="wide"'))).toEqual(['BPMN_INVALID', 'check']);
    expect(await refusal(xml.replace('x="240"', 'x="1e9"'))).toEqual(['TOO_LARGE', undefined]);
  });

  test('WFL-09 WFL-11 what nobody has moved is laid out anew when the process changes, what somebody has moved stays', async () => {
    const definition = definitionOf(
      {
        steps: [
          { code: 's', kind: 'START' },
          { code: 'a', kind: 'HUMAN' },
          { code: 'e', kind: 'END' },
        ],
        flows: [
          { from: 's', to: 'a' },
          { from: 'a', to: 'e' },
        ],
      } as never,
      'Plain',
    );
    const xml = writeBpmn(definition, 'CODE');
    expect(definitionOf((await read(xml)).definition, 'Plain')).toEqual(definition);
    const [, x] = /bpmnElement="a"><dc:Bounds x="(\d+)"/.exec(xml)!;
    const moved = definitionOf(
      (await read(xml.replace(`bpmnElement="a"><dc:Bounds x="${x}"`, `bpmnElement="a"><dc:Bounds x="999"`))).definition,
      'Plain',
    );
    expect(moved.steps.map(({ bounds }) => bounds?.x)).toEqual([expect.any(Number), 999, expect.any(Number)]);
    expect(await back(moved)).toEqual(moved);
  });

  test('WFL-09 has a shape for every step and an edge for every flow, and ids once', () => {
    fc.assert(
      fc.property(randomProcess({ timers: true }), ({ steps, flows }) => {
        const xml = writeBpmn(definitionOf({ steps, flows } as never, 'R'), 'CODE');
        expect(xml.match(/<bpmndi:BPMNShape /g)).toHaveLength(steps.length);
        expect(xml.match(/<bpmndi:BPMNEdge /g)).toHaveLength(flows.length);
        const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        readXmlTree(xml, []);
      }),
      { numRuns: 40 },
    );
  });
});

/** As the modeler of Camunda 8 saves a process that was drawn in a pool with lanes. */
const MODELED = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.23.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.5.0">
  <bpmn:collaboration id="Collaboration_1"><bpmn:participant id="Participant_1" name="Operator" processRef="Process_line" /></bpmn:collaboration>
  <bpmn:process id="Process_line" name="Line installation" isExecutable="true">
    <bpmn:extensionElements><zeebe:versionTag value="1" /></bpmn:extensionElements>
    <bpmn:laneSet id="LaneSet_1">
      <bpmn:lane id="Lane_hall" name="Hall clerks"><bpmn:flowNodeRef>StartEvent_1</bpmn:flowNodeRef><bpmn:flowNodeRef>Activity_0accept</bpmn:flowNodeRef><bpmn:flowNodeRef>Activity_survey</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="Lane_back" name="Back office"><bpmn:flowNodeRef>Activity_reserve</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="StartEvent_1"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Activity_0accept" />
    <bpmn:userTask id="Activity_0accept" name="Accept&#10;the order">
      <bpmn:extensionElements><zeebe:userTask /><zeebe:formDefinition formKey="accept" /><zeebe:ioMapping><zeebe:output source="=amount" target="amount" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>Flow_1</bpmn:incoming><bpmn:incoming>Flow_again</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:parallelGateway id="Gateway_fork"><bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_3</bpmn:outgoing><bpmn:outgoing>Flow_4</bpmn:outgoing></bpmn:parallelGateway>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Activity_0accept" targetRef="Gateway_fork" />
    <bpmn:userTask id="Activity_survey" name="Survey"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="FIELD_ENGINEER" /></bpmn:extensionElements><bpmn:incoming>Flow_3</bpmn:incoming><bpmn:outgoing>Flow_5</bpmn:outgoing></bpmn:userTask>
    <bpmn:serviceTask id="Activity_reserve" name="Reserve"><bpmn:extensionElements><zeebe:taskDefinition type="resource.reserve" retries="3" /></bpmn:extensionElements><bpmn:incoming>Flow_4</bpmn:incoming><bpmn:outgoing>Flow_6</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:parallelGateway id="Gateway_join"><bpmn:incoming>Flow_5</bpmn:incoming><bpmn:incoming>Flow_6</bpmn:incoming><bpmn:outgoing>Flow_7</bpmn:outgoing></bpmn:parallelGateway>
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Gateway_fork" targetRef="Activity_survey" />
    <bpmn:sequenceFlow id="Flow_4" sourceRef="Gateway_fork" targetRef="Activity_reserve" />
    <bpmn:sequenceFlow id="Flow_5" sourceRef="Activity_survey" targetRef="Gateway_join" />
    <bpmn:sequenceFlow id="Flow_6" sourceRef="Activity_reserve" targetRef="Gateway_join" />
    <bpmn:exclusiveGateway id="Gateway_ok" name="All well?" default="Flow_yes"><bpmn:incoming>Flow_7</bpmn:incoming><bpmn:outgoing>Flow_yes</bpmn:outgoing><bpmn:outgoing>Flow_again</bpmn:outgoing></bpmn:exclusiveGateway>
    <bpmn:sequenceFlow id="Flow_7" sourceRef="Gateway_join" targetRef="Gateway_ok" />
    <bpmn:sequenceFlow id="Flow_yes" name="yes" sourceRef="Gateway_ok" targetRef="Event_cool" />
    <bpmn:sequenceFlow id="Flow_again" name="no" sourceRef="Gateway_ok" targetRef="Activity_0accept"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=surveyed = false and amount &gt; 1000</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:intermediateCatchEvent id="Event_cool"><bpmn:incoming>Flow_yes</bpmn:incoming><bpmn:outgoing>Flow_8</bpmn:outgoing><bpmn:timerEventDefinition id="TimerEventDefinition_1"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1W</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="Flow_8" sourceRef="Event_cool" targetRef="Activity_visit" />
    <bpmn:callActivity id="Activity_visit" name="Visit again"><bpmn:extensionElements><zeebe:calledElement processId="REVISIT" propagateAllChildVariables="false" /></bpmn:extensionElements><bpmn:incoming>Flow_8</bpmn:incoming><bpmn:outgoing>Flow_9</bpmn:outgoing></bpmn:callActivity>
    <bpmn:endEvent id="Event_end"><bpmn:incoming>Flow_9</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_9" sourceRef="Activity_visit" targetRef="Event_end" />
    <bpmn:textAnnotation id="TextAnnotation_1"><bpmn:text>Within a week</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="Association_1" associationDirection="None" sourceRef="Event_cool" targetRef="TextAnnotation_1" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="Collaboration_1">
    <bpmndi:BPMNShape id="Participant_1_di" bpmnElement="Participant_1" isHorizontal="true"><dc:Bounds x="160" y="80" width="900" height="300" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="Flow_1_di" bpmnElement="Flow_1"><di:waypoint x="188" y="117" /><di:waypoint x="240" y="117" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

describe('what other tools have drawn', () => {
  test('WFL-02 WFL-09 WFL-11 WFL-15 is read as far as it has a meaning: tasks, gateways, lanes, calls, timers and conditions in FEEL', async () => {
    const { name, definition } = await read(
      plain(`<laneSet id="l"><lane id="l1" name="Hall clerks"><flowNodeRef>check</flowNodeRef></lane><lane id="l2" name="NOBODY"><flowNodeRef>call</flowNodeRef></lane></laneSet>
        <startEvent id="begin"/><userTask id="check" name="Check &lt;it&gt;"/><manualTask id="call"/><serviceTask id="book" implementation="billing.book"/>
        <exclusiveGateway id="passed" default="f4"/><parallelGateway id="both"/><inclusiveGateway id="some"/><callActivity id="sub" calledElement="OTHER"/>
        <sendTask id="tell" implementation="##WebService"/><intermediateCatchEvent id="wait"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>
        <endEvent id="done"/><textAnnotation id="note"><text>For people</text></textAnnotation>
        ${flow('f1', 'begin', 'check')}${flow('f2', 'check', 'passed')}${flow('f3', 'passed', 'call', '<conditionExpression>= amount &gt; 5 </conditionExpression>')}${flow('f4', 'passed', 'done')}`),
    );
    expect(name).toBe('Drawn');
    const { steps, flows } = definitionOf(definition, name);
    expect(steps.map(({ code, kind, join, split }) => `${code} ${kind} ${join} ${split}`)).toEqual([
      'begin START ANY PARALLEL',
      'check HUMAN ANY PARALLEL',
      'call HUMAN ANY PARALLEL',
      'book AUTOMATIC ANY PARALLEL',
      'passed GATEWAY ANY EXCLUSIVE',
      'both GATEWAY ALL PARALLEL',
      'some GATEWAY ALL PARALLEL',
      'sub SUBPROCESS ANY PARALLEL',
      'tell EXTERNAL ANY PARALLEL',
      'wait TIMER ANY PARALLEL',
      'done END ANY PARALLEL',
    ]);
    const step = (code: string) => steps.find((each) => each.code === code)!;
    expect(step('check')).toMatchObject({ name: 'Check <it>', operator: { kind: 'POSITION', code: 'HALL_CLERK' } });
    expect(step('call').operator).toEqual({ kind: 'POSITION', code: 'NOBODY' });
    expect([step('book').handler, step('tell').handler]).toEqual(['billing.book', null]);
    expect(step('sub').subprocess).toEqual({ template: 'OTHER', wait: true });
    expect(step('wait').timer).toBe('duration("PT2H")');
    expect(flows.map(({ from, to, condition, isDefault }) => [from, to, condition, isDefault])).toEqual([
      ['begin', 'check', null, false],
      ['check', 'passed', null, false],
      ['passed', 'call', 'amount > 5', false],
      ['passed', 'done', null, true],
    ]);
  });

  test('WFL-01 WFL-02 WFL-10 WFL-15 is read as the modeler of Camunda saves it: pool, lanes, shapes, workers, groups, timers and default flows', async () => {
    const { name, definition } = await read(MODELED);
    const { steps, flows } = definitionOf(definition, name);
    expect(name).toBe('Line installation');
    expect(
      steps.map(({ code, kind, join, split, operator, handler, subprocess, timer }) => [
        ...[code, kind, join, split, operator?.code ?? null],
        handler ?? subprocess?.template ?? timer,
      ]),
    ).toEqual([
      ['StartEvent_1', 'START', 'ANY', 'PARALLEL', null, null],
      ['Activity_0accept', 'HUMAN', 'ANY', 'PARALLEL', 'HALL_CLERK', null],
      ['Gateway_fork', 'GATEWAY', 'ALL', 'PARALLEL', null, null],
      ['Activity_survey', 'HUMAN', 'ANY', 'PARALLEL', 'FIELD_ENGINEER', null],
      ['Activity_reserve', 'AUTOMATIC', 'ANY', 'PARALLEL', null, 'resource.reserve'],
      ['Gateway_join', 'GATEWAY', 'ALL', 'PARALLEL', null, null],
      ['Gateway_ok', 'GATEWAY', 'ANY', 'EXCLUSIVE', null, null],
      ['Event_cool', 'TIMER', 'ANY', 'PARALLEL', null, 'duration("P7D")'],
      ['Activity_visit', 'SUBPROCESS', 'ANY', 'PARALLEL', null, 'REVISIT'],
      ['Event_end', 'END', 'ANY', 'PARALLEL', null, null],
    ]);
    expect(
      flows
        .filter(({ from }) => from === 'Gateway_ok')
        .map(({ to, condition, isDefault }) => [to, condition, isDefault]),
    ).toEqual([
      ['Event_cool', null, true],
      ['Activity_0accept', 'surveyed = false and amount > 1000', false],
    ]);
    expect(flows).toHaveLength(11);
    // It goes out and comes back without a difference.
    expect(await back(definitionOf(definition, name))).toEqual(definitionOf(definition, name));
  });

  test('WFL-10 WFL-15 names of version 7 are read, and expressions of its engine name nothing', async () => {
    const seven = (attributes: string) =>
      plain(
        `<serviceTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="a" ${attributes}/><userTask xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="b" ${attributes}/>`,
      );
    const steps = async (attributes: string) =>
      definitionOf((await read(seven(attributes))).definition, 'x').steps.map(
        ({ handler, operator }) => handler ?? operator?.code ?? null,
      );
    expect(
      await steps('camunda:type="external" camunda:topic="billing.book" camunda:candidateGroups="Hall clerks"'),
    ).toEqual(['billing.book', 'HALL_CLERK']);
    expect(await steps('camunda:topic="${topic}" camunda:candidateGroups="a,b"')).toEqual([null, null]);
  });

  test.each([
    ['<subProcess id="x"/>', 'x'],
    ['<boundaryEvent id="x" attachedToRef="y"/>', 'x'],
    ['<eventBasedGateway id="x"/>', 'x'],
    ['<complexGateway id="x"/>', 'x'],
    ['<scriptTask id="x"/>', 'x'],
    ['<startEvent id="x"><messageEventDefinition/></startEvent>', 'x'],
    ['<endEvent id="x"><terminateEventDefinition/></endEvent>', 'x'],
    ['<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>', 'x'],
    ['<intermediateCatchEvent id="x"/>', 'x'],
    [
      '<intermediateCatchEvent id="x"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></intermediateCatchEvent>',
      'x',
    ],
    [`<task id="a"/>${flow('x', 'a', 'a', '<conditionExpression>${amount &gt; 5}</conditionExpression>')}`, 'x'],
    [`<task id="a"/>${flow('x', 'a', 'a', '<conditionExpression language="javascript">1</conditionExpression>')}`, 'x'],
  ])('WFL-02 refuses what cannot run here by its id: %s', async (body, element) => {
    expect(await refusal(plain(body))).toEqual(['BPMN_UNSUPPORTED', element]);
  });

  test('WFL-02 refuses what is no BPMN, has several processes, doubled or missing ids, flows into nothing, and too long texts', async () => {
    expect(await refusal('<definitions/>')).toEqual(['BPMN_INVALID', undefined]);
    expect(
      await refusal(
        plain('')
          .replace('<process', '<process id="o"><task id="t"/></process><process')
          .replace('></process></def', '><task id="u"/></process></def'),
      ),
    ).toEqual(['BPMN_PROCESS_COUNT', undefined]);
    expect(await refusal(plain('<task id="a"/><task id="a"/>'))).toEqual(['BPMN_INVALID', 'a']);
    expect(await refusal(plain('<task/>'))).toEqual(['BPMN_INVALID', 'task']);
    expect(await refusal(plain(`<task id="a"/>${flow('f', 'a', 'b')}`))).toEqual(['BPMN_INVALID', 'f']);
    expect((await refusal(plain(`<task id="${'a'.repeat(61)}"/>`)))[0]).toBe('TOO_LONG');
    expect((await refusal(plain(Array.from({ length: 201 }, (_, at) => `<task id="t${at}"/>`).join(''))))[0]).toBe(
      'TOO_MANY',
    );
    const own = 'xmlns:sw="urn:switchboard:process:1"';
    const said = (inside: string) =>
      plain(`<task id="a"><extensionElements ${own}>${inside}</extensionElements></task>`);
    expect((await refusal(said('<sw:step join="SOME"/>')))[0]).toBe('UNKNOWN_VALUE');
    expect((await refusal(said('<sw:alarm code="A"/>')))[0]).toBe('UNKNOWN_VALUE');
    expect((await refusal(said('<sw:parameter use="INPUT" name="n" type="colour"/>')))[0]).toBe('UNKNOWN_VALUE');
    expect((await refusal(said('<sw:limit minutes="1e9"/>')))[0]).toBe('BPMN_INVALID');
  });
});

describe('attacks', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${String.fromCharCode(98 + at)} "${`&${String.fromCharCode(97 + at)};`.repeat(10)}">`).join('')}]>`;
  test.each([
    ['entities that unfold', `${laughs}<definitions>&j;</definitions>`, 'XML_DOCTYPE'],
    ['an entity that names a file', '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&f;</d>', 'XML_DOCTYPE'],
    ['a declaration from elsewhere', '<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd"><d/>', 'XML_DOCTYPE'],
    ['an entity that nobody declared', '<d>&f;</d>', 'XML_INVALID'],
    ['a prefix that nobody declared', '<x:d/>', 'XML_INVALID'],
    ['elements that do not end', '<d><d>', 'XML_INVALID'],
    ['nothing', ' ', 'XML_INVALID'],
    ['deep elements', '<d>'.repeat(40), 'XML_TOO_DEEP'],
    ['many elements', `<d>${'<e/>'.repeat(20_001)}</d>`, 'XML_TOO_MANY_ELEMENTS'],
    ['a long text', 'x'.repeat(500_001), 'XML_TOO_LONG'],
  ])('%s is refused', async (_what, xml, code) => {
    expect((await refusal(xml))[0]).toBe(code);
  });
});

describe('pictures', () => {
  test('WFL-09 WFL-11 of a process are the same each time, well formed, and escape every text', () => {
    fc.assert(
      fc.property(draft, (definition) => {
        const marks = { title: '<script>', steps: new Map([[definition.steps[0]!.code, 'EXCEPTION' as const]]) };
        const svg = drawProcess(definition, marks);
        expect(drawProcess(definition, marks)).toBe(svg);
        const root = readXmlTree(svg, []);
        expect(root.children[0]).toMatchObject({ name: 'title', text: '<script>' });
        expect(root.children[1]!.name).toBe('desc');
        expect(root.children[1]!.text).toContain('Cannot go on at:');
        const shapes = root.children.filter(({ attributes }) => attributes['data-step'] !== undefined);
        expect(shapes.map(({ attributes }) => attributes['data-step'])).toEqual(
          definition.steps.map(({ code }) => code),
        );
        expect(svg).not.toMatch(/<script/);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 60 },
    );
  });

  test('place steps from left to right without one on another, also in circles', () => {
    fc.assert(
      fc.property(randomProcess({ timers: true }), ({ steps, flows }) => {
        const nodes = steps.map(({ code }) => ({ id: code, width: 130, height: 70 }));
        const { boxes, width, height } = layOut(nodes, flows);
        const placed = [...boxes.values()];
        for (const [index, box] of placed.entries()) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
          for (const other of placed.slice(index + 1))
            expect(Math.abs(box.x - other.x) >= box.width || Math.abs(box.y - other.y) >= box.height).toBe(true);
        }
        expect(boxes.get(steps[0]!.code)!.x).toBe(Math.min(...placed.map(({ x }) => x)));
      }),
      { numRuns: 60 },
    );
  });
});
