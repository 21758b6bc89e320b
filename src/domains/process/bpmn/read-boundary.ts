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
  for (const { node, out } of boundaries.filter((each) => isShownOnly(each.node)))
    refuseChanged(node, out, { steps, codes }, path);
  const result = { steps: steps.map((step) => ({ ...step })), flows: [...flows] };
  const drawn = boundaries.filter(({ node }) => !isShownOnly(node));
  const timed = drawn.map(({ node, out }) => ({ node, out, minutes: minutesOf(node, path) }));
  for (const { node, out, minutes } of timed.toSorted((one, other) => one.minutes - other.minutes)) {
    const code = codes.get(node.attributes['attachedToRef'] ?? '');
    const host = result.steps.find((step) => step.code === code);
    if (!host) return refuseElement(node, 'It sits on no step.', path);
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
    host.alarms = [...(host.alarms ?? []), { ...said, ...effectOf(node, out, result, codes, path) }];
  }
  return result;
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

/** What happens when a timer on a border rings. */
function effectOf(
  node: XmlNode,
  out: readonly XmlNode[],
  drawn: Pick<Drawn, 'steps' | 'flows'>,
  codes: ReadonlyMap<string, string>,
  path: InputPath,
): Pick<ProcessAlarmInput, 'action' | 'to' | 'recipient'> {
  const [way, ...others] = out;
  const to = codes.get(way?.attributes['targetRef'] ?? '');
  if (!way || to === undefined || others.length > 0 || childrenOf(way, BPMN, 'conditionExpression').length > 0)
    return refuseElement(node, 'One flow without a condition leads out of it.', path);
  if (node.attributes['cancelActivity'] !== 'false') return { action: 'MOVE' as never, to, recipient: null };
  const target = drawn.steps.find(({ code }) => code === to)!;
  if ((target.kind as string) === 'END') {
    takeAway(drawn, to);
    return { action: 'NOTIFY' as never, to: null, recipient: null };
  }
  const after = drawn.flows.filter(({ from }) => from === to);
  const end = drawn.steps.find(({ code }) => code === after[0]?.to);
  const isAlone = !drawn.flows.some((flow) => flow.to === to) && after.length === 1 && !after[0]!.condition;
  if ((target.kind as string) !== 'HUMAN' || !isAlone || (end?.kind as string) !== 'END')
    refuseElement(
      node,
      'What begins beside the step is told to somebody: it leads to an end, or to one task of a person that leads to an end.',
      path,
    );
  if (!target.operator)
    refuseElement(node, `Nobody acts at ${to}, to whom it would be raised: put it into a lane.`, path);
  drawn.flows = drawn.flows.filter((flow) => flow !== after[0]);
  drawn.steps = drawn.steps.filter((step) => step !== target);
  takeAway(drawn, end!.code);
  return { action: 'ESCALATE' as never, to: null, recipient: target.operator! };
}

/** Takes an end away to which nothing leads any more. */
function takeAway(drawn: Pick<Drawn, 'steps' | 'flows'>, end: string): void {
  if (!drawn.flows.some(({ to }) => to === end)) drawn.steps = drawn.steps.filter(({ code }) => code !== end);
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
