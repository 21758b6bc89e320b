import type { InputPath } from '../../../kernel/errors/index.js';
import type { ProcessAlarmInput, ProcessFlowInput, ProcessStepInput } from '../definition.inputs.js';
import { BPMN, OWN } from './names.js';
import { feelOf } from './read-flow.js';
import { eventReason, eventsOf } from './reasons.js';
import { refuseElement } from './refuse-element.js';
import { shownMinutes } from './shown-minutes.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

const SPAN = /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;
const IN_FEEL = /^duration\("([^"]*)"\)$/;

/** A definition in the making: boundaries change the steps at which they sit, and may take others away. */
export interface Drawn {
  steps: ProcessStepInput[];
  flows: ProcessFlowInput[];
  /** Code of the step of each element, by its id. */
  codes: ReadonlyMap<string, string>;
}

/** Whether something was drawn here to show what is said elsewhere. */
const isShownOnly = (node: XmlNode): boolean =>
  childrenOf(childrenOf(node, BPMN, 'extensionElements')[0], OWN, 'shown').length > 0;

/**
 * Reads timers on the border of a step as its limit with alarms: one that interrupts takes the work back and goes on where it leads
 * (MOVE); one that does not tells whoever is responsible (NOTIFY) when it leads to an end, or raises the work to the person whose task it
 * leads to (ESCALATE), if that leads to an end.
 * @param boundaries with the flows that lead out of each
 * @throws Refusal BPMN_UNSUPPORTED for other events, spans that are not fixed, and other ways
 */
export function readBoundaries(
  boundaries: readonly { node: XmlNode; out: readonly XmlNode[] }[],
  { steps, flows, codes }: Drawn,
  path: InputPath,
): Pick<Drawn, 'steps' | 'flows'> {
  const shown = boundaries.filter(({ node }) => isShownOnly(node));
  for (const { node, out } of shown) refuseChanged(node, out, { steps, codes }, path);
  const shows = new Set(
    shown.map(({ node: { attributes } }) => `${attributes['name']} ${codes.get(attributes['attachedToRef']!)}`),
  );
  const limited = steps.map((step) => ({
    ...step,
    alarms: step.alarms?.filter((alarm) => !wasShown(alarm, step, steps) || shows.has(`${alarm.code} ${step.code}`)),
  }));
  const hosts = new Map<string, XmlNode>();
  const told = new Set<string>();
  const drawn = boundaries.filter(({ node }) => !isShownOnly(node));
  const timed = drawn.map(({ node, out }) => ({ node, out, minutes: minutesOf(node, path) }));
  for (const { node, out, minutes } of timed.toSorted((one, other) => one.minutes - other.minutes)) {
    const code = codes.get(node.attributes['attachedToRef'] ?? '');
    const host = limited.find((step) => step.code === code);
    if (!host) return refuseElement(node, 'It sits on no step.', path);
    hosts.set(host.code, node);
    if ((host.kind as string) === 'GATEWAY')
      refuseElement(
        node,
        'Of an embedded sub-process no limit counts: make it a template of its own, and call it.',
        path,
      );
    const limit = (host.timeLimits ?? []).find(({ grade }) => !grade);
    if (!limit)
      host.timeLimits = [...(host.timeLimits ?? []), { minutes, workingTime: false, countsSuspension: false }];
    const offsetMinutes = minutes - (limit?.minutes ?? minutes);
    const said = { code: node.attributes['id'] ?? '', offsetMinutes, level: 'MAJOR' as never };
    host.alarms = [...(host.alarms ?? []), { ...said, ...effectOf(node, out, { steps, flows, codes }, told, path) }];
  }
  const left = withoutTold({ steps: limited, flows }, told);
  for (const [code, node] of hosts)
    if (!left.steps.some((step) => step.code === code)) refuseElement(node, 'It sits on no step.', path);
  return left;
}

/** Refuses a timer that was drawn here and changed elsewhere: what it means is said by the limit and the alarm of its step. */
function refuseChanged(
  node: XmlNode,
  [way]: readonly XmlNode[],
  { steps, codes }: Pick<Drawn, 'steps' | 'codes'>,
  path: InputPath,
): void {
  const { attachedToRef = '', name } = node.attributes;
  const host = steps.find(({ code }) => code === codes.get(attachedToRef));
  const to = codes.get(way?.attributes['targetRef'] ?? '');
  const minutes = minutesOf(node, path);
  const same = host?.alarms?.some(
    ({ code, action, offsetMinutes, to: leads }) =>
      code === name &&
      (action as string) === 'MOVE' &&
      leads === to &&
      minutes === shownMinutes(host.timeLimits ?? [], offsetMinutes),
  );
  if (same) return;
  refuseElement(node, 'It was changed: what it means is said by the limit and the alarm of its step.', path);
}

/** Whether an alarm was drawn on the border of its step when it was written here; one that is not there any more was taken away elsewhere. */
function wasShown(
  { action, to, offsetMinutes }: ProcessAlarmInput,
  step: ProcessStepInput,
  steps: readonly ProcessStepInput[],
): boolean {
  const [leads, first] = [to, step.code].map((code) => steps.find((each) => each.code === code));
  return Boolean(
    (action as string) === 'MOVE' && leads && first === step && shownMinutes(step.timeLimits ?? [], offsetMinutes),
  );
}

/**
 * What happens when a timer on a border rings.
 * @param told gets the steps that only say whom it tells; others may tell the same
 */
function effectOf(
  node: XmlNode,
  out: readonly XmlNode[],
  { steps, flows, codes }: Drawn,
  told: Set<string>,
  path: InputPath,
): Pick<ProcessAlarmInput, 'action' | 'to' | 'recipient'> {
  const [way, ...others] = out;
  const to = codes.get(way?.attributes['targetRef'] ?? '');
  if (!way || to === undefined || others.length > 0 || childrenOf(way, BPMN, 'conditionExpression').length > 0)
    return refuseElement(node, 'One flow without a condition leads out of it.', path);
  if (node.attributes['cancelActivity'] !== 'false') return { action: 'MOVE' as never, to, recipient: null };
  const target = steps.find(({ code }) => code === to);
  if ((target?.kind as string) === 'END') {
    told.add(to);
    return { action: 'NOTIFY' as never, to: null, recipient: null };
  }
  const after = flows.filter(({ from }) => from === to);
  const end = steps.find(({ code }) => code === after[0]?.to);
  const isAlone = !flows.some((flow) => flow.to === to) && after.length === 1 && !after[0]!.condition;
  if (!target || (target.kind as string) !== 'HUMAN' || !isAlone || (end?.kind as string) !== 'END')
    return refuseElement(
      node,
      'What begins beside the step is told to somebody: it leads to an end, or to one task of a person that leads to an end.',
      path,
    );
  if (!target.operator)
    refuseElement(node, `Nobody acts at ${to}, to whom it would be raised: put it into a lane.`, path);
  told.add(to);
  return { action: 'ESCALATE' as never, to: null, recipient: target.operator! };
}

/** Takes the steps away that only say whom timers tell; one that something leads to as well is a step of the process. */
function withoutTold(
  { steps, flows }: Pick<Drawn, 'steps' | 'flows'>,
  told: ReadonlySet<string>,
): Pick<Drawn, 'steps' | 'flows'> {
  const moved = new Set(steps.flatMap(({ alarms }) => alarms?.map(({ to }) => to) ?? []));
  const isEnd = ({ kind }: ProcessStepInput) => (kind as string) === 'END';
  const tasks = new Set(
    steps.filter((step) => told.has(step.code) && !isEnd(step) && !moved.has(step.code)).map(({ code }) => code),
  );
  const after = new Set([...told, ...flows.flatMap(({ from, to }) => (tasks.has(from) ? [to] : []))]);
  const left = flows.filter(({ from }) => !tasks.has(from));
  const reached = new Set([...moved, ...left.map(({ to }) => to)]);
  return {
    steps: steps.filter(
      (step) => !tasks.has(step.code) && !(isEnd(step) && after.has(step.code) && !reached.has(step.code)),
    ),
    flows: left,
  };
}

/** After how many minutes a timer on a border rings. */
function minutesOf(node: XmlNode, path: InputPath): number {
  const events = eventsOf(node);
  const timer = events.find(({ name }) => name === 'timerEventDefinition');
  for (const event of events) if (event !== timer) refuseElement(node, eventReason(node, event), path);
  const span = timer && childrenOf(timer, BPMN, 'timeDuration')[0];
  if (!span) return refuseElement(node, 'Only a timer with a span of time can sit on the border of a step.', path);
  const text = feelOf(span, node, false, path) ?? '';
  const [whole, weeks, days, hours, minutes, seconds] = SPAN.exec(IN_FEEL.exec(text)?.[1] ?? text) ?? [];
  const number = (given: string | undefined) => Number(given ?? 0);
  const days7 = 7 * number(weeks) + number(days);
  const total = (days7 * 24 + number(hours)) * 60 + number(minutes) + number(seconds) / 60;
  if (!whole || total < 1 || !Number.isInteger(total))
    refuseElement(
      node,
      'A limit is a fixed span of whole minutes, such as PT2H; months and expressions are none.',
      path,
    );
  return total;
}
