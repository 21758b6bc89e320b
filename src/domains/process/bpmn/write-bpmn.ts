import type {
  AlarmDefinition,
  FlowDefinition,
  ParameterDefinition,
  Move,
  ProcessDefinition,
  StepDefinition,
  TimeLimitDefinition,
} from '../../../kernel/process/index.js';
import { movesOf } from '../../../kernel/process/index.js';
import { placesOf, xmlElement, xmlText, type Point } from '../../../kernel/process/diagram/index.js';
import { shownMinutes } from './shown-minutes.js';
import { pointsText } from './read-drawing.js';
import { BPMN, BPMNDI, DC, DI, elementOf, FEEL, mayHaveDefault, MEANINGS, OWN } from './names.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** Texts that may be an id in XML, and are not one that is made here. */
const PLAIN_ID = /^(?!sw\.)[A-Za-z_][A-Za-z0-9_.-]*$/;

/** A definition with what is needed to name its parts in XML. */
interface Writing {
  definition: ProcessDefinition;
  /** Id of each step, by its place. */
  ids: string[];
  /** Id of the first step with a code. */
  idOf: ReadonlyMap<string, string>;
  /** Flows whose ends are both there; BPMN has no others. */
  drawn: { flow: FlowDefinition; index: number; id: string }[];
  /** Element of each step, by its place. */
  elements: string[];
  /** Flows that their steps name as the default, by the code of the step. */
  defaults: ReadonlyMap<string, string>;
  /** Limits that lead on, whose steps are both there and first with their codes; each with its place among all. */
  moves: (Move & { place: number; minutes: number })[];
}

/**
 * Writes a definition as BPMN 2.0 with a drawing. What BPMN has words for is said in them only; the rest (joins and splits that differ
 * from what an element means, values, limits, alarms, meetings, compensation, attempts, priorities) stands in extension elements of a
 * namespace of our own, which other tools keep. What somebody has drawn stands where it was drawn, the rest where it is laid out.
 */
export function writeBpmn(definition: ProcessDefinition, code: string): string {
  const used = new Set<string>();
  const ids = definition.steps.map((step, index) => {
    const id = PLAIN_ID.test(step.code) && !used.has(step.code) ? step.code : `sw.step.${index}`;
    used.add(id);
    return id;
  });
  const idOf = new Map<string, string>();
  definition.steps.forEach((step, index) => {
    if (!idOf.has(step.code)) idOf.set(step.code, ids[index]!);
  });
  const drawn = definition.flows.flatMap((flow, index) =>
    idOf.has(flow.from) && idOf.has(flow.to) ? [{ flow, index, id: `sw.flow.${index}` }] : [],
  );
  const conditional = new Set(drawn.flatMap(({ flow }) => (flow.condition === null ? [] : [flow.from])));
  const elements = definition.steps.map((step) => elementOf(step, conditional.has(step.code)));
  const defaults = new Map<string, string>();
  for (const { flow, id } of drawn) {
    const element = elements[definition.steps.findIndex(({ code }) => code === flow.from)]!;
    if (flow.isDefault && !defaults.has(flow.from) && mayHaveDefault(element)) defaults.set(flow.from, id);
  }
  const moves = movesOf(definition).flatMap((move, place) => {
    const step = definition.steps.find(({ code: own }) => own === move.from)!;
    const minutes = shownMinutes(step.timeLimits, move.alarm.offsetMinutes);
    if (minutes === null || !idOf.has(move.to) || !step.alarms?.includes(move.alarm)) return [];
    return [{ ...move, place, minutes }];
  });
  const writing: Writing = { definition, ids, idOf, drawn, elements, defaults, moves };
  const namespaces = {
    ...{
      'xmlns:bpmn': BPMN,
      'xmlns:bpmndi': BPMNDI,
      'xmlns:dc': DC,
      'xmlns:di': DI,
      'xmlns:xsi': XSI,
      'xmlns:sw': OWN,
    },
    ...{ id: 'sw.definitions', targetNamespace: OWN, expressionLanguage: FEEL, exporter: 'Switchboard' },
  };
  const process = xmlElement('bpmn:process', { id: 'sw.process', name: definition.name, isExecutable: true }, [
    extensions(processParts(writing, code)),
    lanes(writing),
    ...definition.steps.map((step, index) => writeStep(step, index, writing)),
    ...drawn.map((each) => writeFlow(each, writing)),
    ...moves.flatMap((each) => writeMove(each, writing)),
  ]);
  const xml = xmlElement('bpmn:definitions', namespaces, [process, drawing(writing)]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

const extensions = (parts: readonly string[]): string =>
  parts.length > 0 ? xmlElement('bpmn:extensionElements', {}, parts) : '';

const parameter = (use: string, { name, type, required, description, from }: ParameterDefinition): string =>
  xmlElement('sw:parameter', { use, name, type, required, description, from });
const limitIn =
  (compensates: boolean | null) =>
  (limit: TimeLimitDefinition): string => {
    const { grade, minutes, workingTime, countsSuspension, warnMinutes } = limit;
    return xmlElement('sw:limit', { compensates, grade, minutes, workingTime, countsSuspension, warnMinutes });
  };
const limit = limitIn(null);
const alarm = ({ code, offsetMinutes, level, action, to, recipient }: AlarmDefinition): string =>
  xmlElement('sw:alarm', {
    ...{ code, offsetMinutes, level, action, to },
    ...{ recipientKind: recipient?.kind, recipientCode: recipient?.code },
  });

/** What is said of the whole, and flows whose ends are missing, as drafts may have them. */
function processParts({ definition, drawn }: Writing, code: string): string[] {
  const kept = new Set(drawn.map(({ index }) => index));
  return [
    xmlElement('sw:template', { code }),
    ...definition.variables.map((each) => parameter('VARIABLE', each)),
    ...definition.timeLimits.map(limit),
    ...(definition.alarms ?? []).map(alarm),
    ...(definition.startAfter ?? []).map((relation) => xmlElement('sw:startAfter', { ...relation })),
    ...definition.flows.flatMap((flow, place) =>
      kept.has(place) ? [] : [xmlElement('sw:looseFlow', { place, ...flow, waypoints: pointsText(flow.waypoints) })],
    ),
  ];
}

/** One lane for everything that acts for people's steps. */
function lanes({ definition, ids }: Writing): string {
  const groups = new Map<string, { operator: NonNullable<StepDefinition['operator']>; steps: string[] }>();
  definition.steps.forEach(({ kind, operator }, index) => {
    if (kind !== 'HUMAN' || !operator) return;
    const key = `${operator.kind} ${operator.code}`;
    const group = groups.get(key) ?? { operator, steps: [] };
    groups.set(key, group);
    group.steps.push(ids[index]!);
  });
  if (groups.size === 0) return '';
  const written = [...groups.values()].map(({ operator, steps }, index) =>
    xmlElement('bpmn:lane', { id: `sw.lane.${index}`, name: operator.code }, [
      extensions([xmlElement('sw:operator', { kind: operator.kind, code: operator.code })]),
      ...steps.map((id) => xmlElement('bpmn:flowNodeRef', {}, xmlText(id))),
    ]),
  );
  return xmlElement('bpmn:laneSet', { id: 'sw.lanes' }, written);
}

function writeStep(step: StepDefinition, index: number, writing: Writing): string {
  const { ids, idOf, drawn, elements, defaults } = writing;
  const { code, kind, join, split, operator, handler, subprocess, timer } = step;
  const id = ids[index]!;
  const mine = idOf.get(code) === id;
  const out = mine ? drawn.filter(({ flow }) => flow.from === code) : [];
  const element = elements[index]!;
  const meant = MEANINGS.get(element)!;
  const serves = kind === 'AUTOMATIC' || kind === 'EXTERNAL';
  const own = {
    code: id === code ? null : code,
    join: join === meant.join ? null : join,
    split: split === meant.split ? null : split,
    handler: serves ? null : handler,
    timer: kind === 'TIMER' ? null : timer,
    ...(kind === 'HUMAN' ? {} : { operatorKind: operator?.kind, operatorCode: operator?.code }),
    ...(kind === 'SUBPROCESS' ? {} : { subprocess: subprocess?.template }),
    wait: subprocess && !subprocess.wait ? false : null,
    compensation: step.compensation,
    compensationKind: step.compensationTask?.operator.kind,
    compensationCode: step.compensationTask?.operator.code,
    compensationTask: step.compensationTask?.name,
    attempts: step.retry?.attempts,
    pauseSeconds: step.retry?.pauseSeconds,
    maxPauseSeconds: step.retry?.maxPauseSeconds,
    rollbackTo: step.rollbackTo,
    module: step.module,
    externalSystem: step.externalSystem,
  };
  const parts = [
    xmlElement('sw:step', own),
    ...step.inputs.map((each) => parameter('INPUT', each)),
    ...step.outputs.map((each) => parameter('OUTPUT', each)),
    ...step.timeLimits.map(limit),
    ...(step.compensationTask?.timeLimits ?? []).map(limitIn(true)),
    ...(step.alarms ?? []).map(alarm),
    ...(step.waitFor ?? []).map((meeting) => xmlElement('sw:meeting', { ...meeting })),
  ];
  const attributes = {
    ...{ id, name: step.name },
    implementation: serves ? handler : null,
    calledElement: kind === 'SUBPROCESS' ? subprocess?.template : null,
    default: mine ? defaults.get(code) : null,
  };
  const duration = xmlElement('bpmn:timeDuration', { 'xsi:type': 'bpmn:tFormalExpression' }, xmlText(timer ?? ''));
  return xmlElement(`bpmn:${element}`, attributes, [
    extensions(parts),
    ...drawn.filter(({ flow }) => mine && flow.to === code).map((each) => xmlElement('bpmn:incoming', {}, each.id)),
    ...out.map((each) => xmlElement('bpmn:outgoing', {}, each.id)),
    kind === 'TIMER'
      ? xmlElement('bpmn:timerEventDefinition', { id: `sw.timer.${index}` }, timer === null ? '' : duration)
      : '',
  ]);
}

function writeFlow({ flow, index, id }: Writing['drawn'][number], { idOf, defaults }: Writing): string {
  const { from, to, kind, condition, priority, isDefault, name = null } = flow;
  // A step of BPMN names one default, and some cannot name any; the others are said here.
  const said = isDefault && defaults.get(from) !== id;
  const own = xmlElement('sw:flow', { place: index, kind, priority, isDefault: said ? true : null });
  const expression = { 'xsi:type': 'bpmn:tFormalExpression' };
  return xmlElement('bpmn:sequenceFlow', { id, name, sourceRef: idOf.get(from)!, targetRef: idOf.get(to)! }, [
    extensions([own]),
    condition === null ? '' : xmlElement('bpmn:conditionExpression', expression, xmlText(condition)),
  ]);
}

/** A limit that leads on, as other tools show it: a timer on the border of the step. What it means is said by the alarm. */
function writeMove(
  { from, to, alarm: { code }, place, minutes }: Writing['moves'][number],
  { idOf }: Writing,
): string[] {
  const shown = extensions([xmlElement('sw:shown')]);
  const [id, way] = [`sw.border.${place}`, `sw.way.${place}`];
  const duration = xmlElement('bpmn:timeDuration', { 'xsi:type': 'bpmn:tFormalExpression' }, `PT${minutes}M`);
  return [
    xmlElement('bpmn:boundaryEvent', { id, name: code, attachedToRef: idOf.get(from)!, cancelActivity: true }, [
      shown,
      xmlElement('bpmn:outgoing', {}, way),
      xmlElement('bpmn:timerEventDefinition', { id: `sw.border-timer.${place}` }, duration),
    ]),
    xmlElement('bpmn:sequenceFlow', { id: way, sourceRef: id, targetRef: idOf.get(to)! }, shown),
  ];
}

/** Width and height of a timer on a border. */
const BORDER = 36;

/** Shapes and edges, so that tools show it as it is drawn here. */
function drawing({ definition, ids, drawn, moves }: Writing): string {
  const { boxes, routes } = placesOf(definition);
  const shapes = boxes.map(({ x, y, width, height }, index) => {
    const bounds = xmlElement('dc:Bounds', { x, y, width, height });
    return xmlElement('bpmndi:BPMNShape', { id: `sw.shape.${index}`, bpmnElement: ids[index]! }, bounds);
  });
  const point = ({ x, y }: Point) => xmlElement('di:waypoint', { x, y });
  const edges = drawn.map(({ index, id }) =>
    xmlElement('bpmndi:BPMNEdge', { id: `sw.edge.${index}`, bpmnElement: id }, routes[index]!.map(point)),
  );
  const borders = moves.flatMap(({ from, place }) => {
    const { x, y, width, height } = boxes[definition.steps.findIndex(({ code }) => code === from)]!;
    const at = { x: x + width - BORDER, y: y + height - BORDER / 2, width: BORDER, height: BORDER };
    const way = [{ x: at.x + BORDER, y: at.y + BORDER / 2 }, ...routes[definition.flows.length + place]!.slice(1)];
    return [
      xmlElement(
        'bpmndi:BPMNShape',
        { id: `sw.border-shape.${place}`, bpmnElement: `sw.border.${place}` },
        xmlElement('dc:Bounds', at),
      ),
      xmlElement('bpmndi:BPMNEdge', { id: `sw.way-edge.${place}`, bpmnElement: `sw.way.${place}` }, way.map(point)),
    ];
  });
  const parts = [...shapes, ...edges, ...borders];
  const plane = xmlElement('bpmndi:BPMNPlane', { id: 'sw.plane', bpmnElement: 'sw.process' }, parts);
  return xmlElement('bpmndi:BPMNDiagram', { id: 'sw.diagram' }, plane);
}
