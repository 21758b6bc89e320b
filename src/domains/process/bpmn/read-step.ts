import type { InputPath } from '../../../kernel/errors/index.js';
import type { ProcessOperatorInput, ProcessStepInput, ProcessTimeLimitInput } from '../definition.inputs.js';
import { BPMN, type ElementMeaning, MEANINGS, OWN } from './names.js';
import { feelOf } from './read-flow.js';
import { messageOf, type Messages } from './read-message.js';
import { partsOf, wholeNumber } from './read-parts.js';
import { eventReason, eventsOf, reasonFor } from './reasons.js';
import { refuseElement } from './refuse-element.js';
import { calledBy, workerOf } from './read-tools.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/** Values of `implementation` that name nothing. */
const UNNAMED = /^##/;
const ISO_DURATION = /^-?P[\dYMWDTHS.]+$/;
const ISO_WEEKS = /^(-?)P(\d{1,4})W$/;
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT/;

/**
 * A step out of an element that has a meaning.
 * @param operator who acts according to the lane
 * @param messages names of the messages that it may refer to
 * @throws Refusal BPMN_UNSUPPORTED for events, loops and markers that cannot run here
 */
export function stepOf(
  node: XmlNode,
  id: string,
  operator: ProcessOperatorInput | null,
  messages: Messages,
  path: InputPath,
): ProcessStepInput {
  const meant = meaningOf(node);
  const parts = partsOf(node, path);
  const own = parts.attributes('step');
  const written = isOwn(node);
  refuseMarkers(node, written, path);
  const template =
    meant.kind === 'SUBPROCESS' ? (node.attributes['calledElement'] ?? calledBy(node)) : own['subprocess'];
  const serves = meant.kind === 'AUTOMATIC' || meant.kind === 'EXTERNAL';
  const said = own['operatorCode'] ? { kind: own['operatorKind'] as never, code: own['operatorCode'] } : null;
  const code = own['code'] ?? id;
  return {
    code,
    name: node.attributes['name']?.trim() ? node.attributes['name'] : code,
    kind: meant.kind as never,
    join: (own['join'] ?? meant.join) as never,
    split: (own['split'] ?? meant.split) as never,
    operator: meant.kind === 'HUMAN' ? operator : said,
    handler: (serves ? handlerOf(node, messages) : own['handler']) ?? null,
    subprocess: template ? { template, wait: own['wait'] !== 'false' } : null,
    timer: meant.kind === 'TIMER' ? timerOf(node, written, path) : (own['timer'] ?? null),
    compensation: own['compensation'] ?? null,
    compensationTask: undoneBy(own, parts.undoLimits),
    retry: retryOf(own, path),
    rollbackTo: own['rollbackTo'] ?? null,
    module: own['module'] ?? null,
    externalSystem: (own['externalSystem'] ?? null) as never,
    waitFor: parts.meetings,
    inputs: parts.parameters('INPUT'),
    outputs: parts.parameters('OUTPUT'),
    timeLimits: parts.timeLimits,
    alarms: parts.alarms,
  };
}

type Attributes = Readonly<Record<string, string | undefined>>;

function undoneBy(own: Attributes, timeLimits: ProcessTimeLimitInput[]): ProcessStepInput['compensationTask'] {
  const code = own['compensationCode'];
  return code
    ? { operator: { kind: own['compensationKind'] as never, code }, name: own['compensationTask'] ?? null, timeLimits }
    : null;
}

function retryOf(own: Attributes, path: InputPath): ProcessStepInput['retry'] {
  const number = (name: string) => wholeNumber(own[name], name, path);
  const attempts = number('attempts');
  return attempts === null
    ? null
    : { attempts, pauseSeconds: number('pauseSeconds'), maxPauseSeconds: number('maxPauseSeconds') };
}

/** Whether the element was written here first. */
const isOwn = (node: XmlNode): boolean =>
  childrenOf(childrenOf(node, BPMN, 'extensionElements')[0], OWN, 'step').length > 0;

/** An event that throws or catches a message is an outside system's, as a task for it is; one that throws nothing only stands there. */
function meaningOf(node: XmlNode): ElementMeaning {
  const isMessage = childrenOf(node, BPMN, 'messageEventDefinition').length > 0;
  return MEANINGS.get(isMessage && node.name.startsWith('intermediate') ? 'sendTask' : node.name)!;
}

function handlerOf(node: XmlNode, messages: Messages): string | undefined {
  const named = node.attributes['implementation'];
  return named && !UNNAMED.test(named) ? named : (workerOf(node) ?? messageOf(node, messages));
}

/** Refuses what changes how an element runs and has no meaning here. */
function refuseMarkers(node: XmlNode, written: boolean, path: InputPath): void {
  if (node.name === 'complexGateway' && !written) refuseElement(node, reasonFor(node.name), path);
  if (node.attributes['isForCompensation'] === 'true')
    refuseElement(node, 'Compensation is a handler or a task here, which each step names.', path);
  if (node.children.some(({ uri, name }) => uri === BPMN && /LoopCharacteristics$/i.test(name)))
    refuseElement(node, 'A step that is repeated is drawn as a loop.', path);
  const events = eventsOf(node);
  for (const event of events)
    if (!MAY_HAVE[node.name]?.includes(event.name)) refuseElement(node, eventReason(node, event), path);
  if (node.name === 'intermediateCatchEvent' && events.length !== 1)
    refuseElement(node, 'Only for a moment, a span of time or an answer can be waited.', path);
}

/** Events that have a meaning at an element. */
const MAY_HAVE: Readonly<Record<string, readonly string[]>> = {
  intermediateCatchEvent: ['timerEventDefinition', 'messageEventDefinition'],
  intermediateThrowEvent: ['messageEventDefinition'],
};

/** How long a timer waits, as FEEL; null when it does not say. */
function timerOf(node: XmlNode, written: boolean, path: InputPath): string | null {
  const timer = childrenOf(node, BPMN, 'timerEventDefinition')[0]!;
  if (childrenOf(timer, BPMN, 'timeCycle').length > 0) refuseElement(node, 'A timer rings once.', path);
  const expression = childrenOf(timer, BPMN, 'timeDuration')[0] ?? childrenOf(timer, BPMN, 'timeDate')[0];
  const text = expression ? feelOf(expression, node, written, path) : null;
  if (written) return text;
  // FEEL knows no weeks.
  const [, sign, weeks] = ISO_WEEKS.exec(text ?? '') ?? [];
  if (weeks) return `duration("${sign}P${7 * Number(weeks)}D")`;
  if (text !== null && ISO_DURATION.test(text)) return `duration("${text}")`;
  return text !== null && ISO_MOMENT.test(text) ? `date and time("${text}")` : text;
}
