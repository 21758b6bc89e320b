import { expect, test } from '@jest/globals';
import { Refusal } from '../../../kernel/errors/index.js';
import { checkDefinition, errorsIn, type ProcessDefinition } from '../../../kernel/process/index.js';
import { drawProcess } from '../../../kernel/process/diagram/index.js';
import { definitionOf } from '../definition-of-input.js';
import type { ProcessOperatorInput } from '../definition.inputs.js';
import { readBpmn } from './read-bpmn.js';
import { writeBpmn } from './write-bpmn.js';

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

const timed = (id: string, at: string, span: string, more = '') =>
  `<boundaryEvent id="${id}" attachedToRef="${at}" ${more}><timerEventDefinition><timeDuration>${span}</timeDuration></timerEventDefinition></boundaryEvent>`;
const lane = (name: string, ...ids: string[]) =>
  `<lane id="${name}" name="${name}">${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane>`;

test('WFL-11 WFL-17 WFL-19 timers on the border of a step are its limit: they lead on, tell or raise', async () => {
  const { definition, name } = await read(
    plain(`<laneSet id="l">${lane('Hall clerks', 'work')}${lane('CHIEF', 'look')}</laneSet><startEvent id="s"/><userTask id="work"/>
      <callActivity id="call" calledElement="OTHER"/><userTask id="look"/><userTask id="rescue"/><endEvent id="e"/><endEvent id="e2"/><endEvent id="e3"/>
      ${timed('late', 'work', 'P1DT2H')}${timed('tell', 'work', 'PT90M', 'cancelActivity="false"')}${timed('raise', 'work', '=duration("P1W")', 'cancelActivity="false"')}
      ${timed('stop', 'call', 'PT30M', 'cancelActivity="true"')}
      ${flow('f1', 's', 'work')}${flow('f2', 'work', 'call')}${flow('f3', 'call', 'e')}${flow('b1', 'late', 'rescue')}${flow('b2', 'tell', 'e2')}
      ${flow('b3', 'raise', 'look')}${flow('f4', 'look', 'e3')}${flow('b4', 'stop', 'e')}${flow('f5', 'rescue', 'e')}`),
  );
  const drawn = definitionOf(definition, name);
  const step = (code: string) => drawn.steps.find((each) => each.code === code)!;
  expect(drawn.steps.map(({ code }) => code)).toEqual(['s', 'work', 'call', 'rescue', 'e']);
  expect(drawn.flows.map(({ from, to }) => `${from} ${to}`)).toEqual(['s work', 'work call', 'call e', 'rescue e']);
  const alarm = (code: string, offsetMinutes: number, action: string, more: object = {}) => ({
    ...{ code, offsetMinutes, action, level: 'MAJOR', to: null, recipient: null },
    ...more,
  });
  expect(step('work').timeLimits).toMatchObject([{ grade: null, minutes: 90, workingTime: false }]);
  expect(step('work').alarms).toEqual([
    alarm('tell', 0, 'NOTIFY'),
    alarm('late', 26 * 60 - 90, 'MOVE', { to: 'rescue' }),
    alarm('raise', 7 * 1440 - 90, 'ESCALATE', { recipient: { kind: 'POSITION', code: 'CHIEF' } }),
  ]);
  expect([step('call').timeLimits[0]!.minutes, step('call').alarms]).toEqual([
    30,
    [alarm('stop', 0, 'MOVE', { to: 'e' })],
  ]);
  expect(await back(drawn)).toEqual(drawn);
  // Other tools see what leads on as timers on the border; one that they change is not taken for what it was.
  const xml = writeBpmn(drawn, 'CODE');
  expect(xml.match(/<bpmn:boundaryEvent [^>]*attachedToRef="work"[^>]*cancelActivity="true"/g)).toHaveLength(1);
  expect(xml).toContain('PT1560M');
  expect(xml.match(/<bpmndi:BPMNShape [^>]*bpmnElement="sw.border.\d"/g)).toHaveLength(2);
  expect(await refusal(xml.replace('PT1560M', 'PT60M'))).toEqual(['BPMN_UNSUPPORTED', 'sw.border.0']);
  expect(await refusal(xml.replace(/(id="sw.way.0"[^>]*targetRef=)"rescue"/, '$1"call"'))).toEqual([
    ...['BPMN_UNSUPPORTED', 'sw.border.0'],
  ]);
  // What they take away leads on no more.
  const taken = xml.replace(/<bpmn:boundaryEvent id="sw\.border\.0".*?<\/bpmn:boundaryEvent>/s, '');
  const rest = await read(taken.replace(/<bpmn:sequenceFlow id="sw\.way\.0".*?<\/bpmn:sequenceFlow>/s, ''));
  const codesOf = (code: string) =>
    rest.definition.steps.find((each) => each.code === code)!.alarms!.map((each) => each.code);
  expect([codesOf('work'), codesOf('call')]).toEqual([['tell', 'raise'], ['stop']]);
  expect(drawProcess(drawn)).toContain('work → rescue: not done in time (late)');
});

test('WFL-17 WFL-19 several timers may tell the same person, or lead to the same end', async () => {
  const quiet = 'cancelActivity="false"';
  const drawnWith = (late: string, more = '') =>
    plain(`<laneSet id="l">${lane('Hall clerks', 'work')}${lane('CHIEF', 'look')}</laneSet><startEvent id="s"/><userTask id="work"/><userTask id="look"/>
      <endEvent id="e"/><endEvent id="gone"/><endEvent id="seen"/>${timed('one', 'work', 'PT1H', quiet)}${timed('two', 'work', 'PT2H', quiet)}
      ${timed('three', 'work', 'PT3H', quiet)}${timed('four', 'work', 'PT4H', quiet)}${timed('late', 'work', 'PT5H')}${more}
      ${flow('f1', 's', 'work')}${flow('f2', 'work', 'e')}${flow('f3', 'look', 'seen')}${flow('b1', 'one', 'gone')}${flow('b2', 'two', 'gone')}
      ${flow('b3', 'three', 'look')}${flow('b4', 'four', 'look')}${flow('b5', 'late', late)}`);
  const shown = async (late: string) => {
    const { definition, name } = await read(drawnWith(late));
    const drawn = definitionOf(definition, name);
    expect(await back(drawn)).toEqual(drawn);
    const { alarms = [] } = drawn.steps.find(({ code }) => code === 'work')!;
    return [
      drawn.steps.map(({ code }) => code),
      alarms.map(({ code, action, to, recipient }) => [code, action, recipient?.code ?? to]),
    ];
  };
  const told = [
    ...[
      ['one', 'NOTIFY', null],
      ['two', 'NOTIFY', null],
    ],
    ...[
      ['three', 'ESCALATE', 'CHIEF'],
      ['four', 'ESCALATE', 'CHIEF'],
    ],
  ];
  expect(await shown('gone')).toEqual([
    ['s', 'work', 'e', 'gone'],
    [...told, ['late', 'MOVE', 'gone']],
  ]);
  // Where a process goes on is a step of it, though it is told to the same person before.
  expect(await shown('look')).toEqual([
    ['s', 'work', 'look', 'e', 'seen'],
    [...told, ['late', 'MOVE', 'look']],
  ]);
  const onTold = drawnWith('e', `${timed('again', 'look', 'PT1H', quiet)}${flow('b6', 'again', 'e')}`);
  expect(await refusal(onTold)).toEqual(['BPMN_UNSUPPORTED', 'again']);
});

test('WFL-04 WFL-13 embedded sub-processes are put in their places, one in another, and wait for all that runs in them', async () => {
  const { definition, name } = await read(
    plain(`<laneSet id="l">${lane('Hall clerks', 'install')}</laneSet><startEvent id="s"/>
      <subProcess id="install" name="Install" default="f3"><startEvent id="in"/><parallelGateway id="both"/><userTask id="line"/>
        <subProcess id="box"><startEvent id="boxed"/><exclusiveGateway id="which" default="g2"/><userTask id="old"/><serviceTask id="new" implementation="box.order"/><endEvent id="o"/><endEvent id="n"/>
          ${flow('g0', 'boxed', 'which')}${flow('g1', 'which', 'old', '<conditionExpression>old = true</conditionExpression>')}${flow('g2', 'which', 'new')}${flow('g3', 'old', 'o')}${flow('g4', 'new', 'n')}</subProcess>
        <endEvent id="done"/><endEvent id="boxDone"/>
        ${flow('h0', 'in', 'both')}${flow('h1', 'both', 'line')}${flow('h2', 'both', 'box')}${flow('h3', 'line', 'done')}${flow('h4', 'box', 'boxDone')}
        ${timed('slow', 'line', 'PT5H')}${flow('h5', 'slow', 'box')}</subProcess>
      <endEvent id="e"/>${flow('f1', 's', 'install')}${flow('f2', 'install', 'install', '<conditionExpression>again = true</conditionExpression>')}${flow('f3', 'install', 'e')}`),
  );
  const drawn = definitionOf(definition, name);
  expect(drawn.steps.map(({ code, kind, join, split }) => `${code} ${kind} ${join} ${split}`)).toEqual([
    's START ANY PARALLEL',
    'in GATEWAY ANY PARALLEL',
    'both GATEWAY ALL PARALLEL',
    'line HUMAN ANY PARALLEL',
    'boxed GATEWAY ANY PARALLEL',
    'which GATEWAY ANY EXCLUSIVE',
    'old HUMAN ANY PARALLEL',
    'new AUTOMATIC ANY PARALLEL',
    'box GATEWAY ANY PARALLEL',
    'install GATEWAY ALL PARALLEL',
    'e END ANY PARALLEL',
  ]);
  expect(drawn.flows.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
    ...['both boxed', 'both line', 'box install', 'boxed which', 'in both', 'install e', 'install in'],
    ...['line install', 'new box', 'old box', 's in', 'which new', 'which old'],
  ]);
  expect(
    drawn.flows
      .filter(({ isDefault }) => isDefault)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(['e', 'new']);
  const operators = drawn.steps.flatMap(({ code, operator }) => (operator ? [`${code} ${operator.code}`] : []));
  expect(operators).toEqual(['line HALL_CLERK', 'old HALL_CLERK']);
  expect(drawn.steps.find(({ code }) => code === 'line')!.alarms).toMatchObject([{ action: 'MOVE', to: 'boxed' }]);
  expect(await back(drawn)).toEqual(drawn);
  const known = {
    ...{
      template: 'T',
      isHandler: () => true,
      canCompensate: () => true,
      isAdapter: () => true,
      isOperator: () => true,
    },
    calls: new Map(),
    startsAfter: new Map(),
    isReference: () => true,
    steps: new Map(),
  };
  const variables = ['old', 'again'].map((each) => ({
    name: each,
    type: 'boolean' as const,
    required: false,
    description: '',
  }));
  expect(errorsIn(checkDefinition({ ...drawn, variables }, known))).toEqual([]);
});

test('WFL-10 messages that are sent and waited for are steps of the outside system with their name', async () => {
  const messages = `<message id="m1" name="oss.build"/><interface id="i" name="x"><operation id="op" name="billing.start"><inMessageRef>m1</inMessageRef></operation></interface>`;
  const body = plain(
    `<startEvent id="s"/><sendTask id="a" messageRef="m1"/><receiveTask id="b" operationRef="op"/><intermediateThrowEvent id="c"><messageEventDefinition messageRef="m1"/></intermediateThrowEvent>
     <intermediateCatchEvent id="d"><messageEventDefinition messageRef="m1"><operationRef>op</operationRef></messageEventDefinition></intermediateCatchEvent><intermediateThrowEvent id="mark" name="Here"/><receiveTask id="f" messageRef="tns:m1"/>`,
  ).replace('<process', `${messages}<process`);
  const { definition, name } = await read(body);
  const drawn = definitionOf(definition, name);
  expect(drawn.steps.map(({ code, kind, handler }) => [code, kind, handler])).toEqual([
    ['s', 'START', null],
    ['a', 'EXTERNAL', 'oss.build'],
    ['b', 'EXTERNAL', 'billing.start'],
    ['c', 'EXTERNAL', 'oss.build'],
    ['d', 'EXTERNAL', 'billing.start'],
    ['mark', 'GATEWAY', null],
    ['f', 'EXTERNAL', 'oss.build'],
  ]);
  expect(await back(drawn)).toEqual(drawn);
});

const at = (body: string) => `<userTask id="y"/><endEvent id="e"/>${body}`;
const path = flow('p', 'x', 'e');
test.each([
  [
    'an error on a border',
    at(`<boundaryEvent id="x" attachedToRef="y"><errorEventDefinition/></boundaryEvent>${path}`),
    3,
  ],
  ['a span that is not fixed', at(`\n${timed('x', 'y', 'P1M')}${path}`), 4],
  ['a span that is worked out', at(`${timed('x', 'y', '=waits')}${path}`), 3],
  ['a span of no whole minutes', at(`${timed('x', 'y', 'PT90S')}${path}`), 3],
  ['a timer that rings again', at(`${timed('x', 'y', 'PT1H').replaceAll('timeDuration', 'timeCycle')}${path}`), 3],
  ['a timer that leads nowhere', at(timed('x', 'y', 'PT1H')), 3],
  ['a timer that leads to two', at(`${timed('x', 'y', 'PT1H')}${path}${flow('q', 'x', 'y')}`), 3],
  ['a timer that sits on nothing', at(`${timed('x', 'z', 'PT1H')}${path}`), 3],
  [
    'a timer beside which more begins',
    at(
      `${timed('x', 'y', 'PT1H', 'cancelActivity="false"')}<serviceTask id="z"/>${flow('p', 'x', 'z')}${flow('q', 'z', 'e')}`,
    ),
    3,
  ],
  [
    'a timer that raises to nobody',
    at(
      `${timed('x', 'y', 'PT1H', 'cancelActivity="false"')}<userTask id="z"/>${flow('p', 'x', 'z')}${flow('q', 'z', 'e')}`,
    ),
    3,
  ],
  [
    'a timer around a sub-process',
    at(`<subProcess id="z"><startEvent id="b"/><endEvent id="c"/></subProcess>${timed('x', 'z', 'PT1H')}${path}`),
    3,
  ],
  ['a sub-process that begins by an event', at('<subProcess id="x" triggeredByEvent="true"/>'), 3],
  ['a sub-process that is repeated', at('<subProcess id="x"><standardLoopCharacteristics/></subProcess>'), 3],
  ['a sub-process without a beginning', at('<subProcess id="x"><endEvent id="c"/></subProcess>'), 3],
  ['a sub-process without an end', at('<subProcess id="x"><startEvent id="b"/></subProcess>'), 3],
  [
    'an end inside that ends all',
    at('<subProcess id="z"><startEvent id="b"/><endEvent id="x"><terminateEventDefinition/></endEvent></subProcess>'),
    3,
  ],
  ['an ad-hoc sub-process', at('<adHocSubProcess id="x"/>'), 3],
  [
    'a signal that is thrown',
    at('<intermediateThrowEvent id="x"><signalEventDefinition/></intermediateThrowEvent>'),
    3,
  ],
])('WFL-02 refuses %s with its id, its line and why', async (_what, body, line) => {
  try {
    await read(plain(`\n\n${body}`));
  } catch (error) {
    const [fault] = (error as Refusal).userErrors;
    expect(fault).toMatchObject({ code: 'BPMN_UNSUPPORTED', path: ['bpmn'], details: { element: 'x', line } });
    expect(fault!.message).toBe(`x (line ${line}): ${String(fault!.details!['reason'])}`);
    expect(String(fault!.details!['reason']).length).toBeGreaterThan(10);
    return;
  }
  throw new Error('It was not refused.');
});
