import type { InputPath } from '../../../kernel/errors/index.js';
import type { ProcessOperatorInput, ProcessStepInput } from '../definition.inputs.js';
import { BPMN, MEANINGS, OWN } from './names.js';
import { feelOf } from './read-flow.js';
import { partsOf } from './read-parts.js';
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
 * @throws Refusal BPMN_UNSUPPORTED for events, loops and markers that cannot run here
 */
export function stepOf(
  node: XmlNode,
  id: string,
  operator: ProcessOperatorInput | null,
  path: InputPath,
): ProcessStepInput {
  const meant = MEANINGS.get(node.name)!;
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
    handler: (serves ? handlerOf(node) : own['handler']) ?? null,
    subprocess: template ? { template, wait: own['wait'] !== 'false' } : null,
    timer: meant.kind === 'TIMER' ? timerOf(node, written, path) : (own['timer'] ?? null),
    compensation: own['compensation'] ?? null,
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

/** Whether the element was written here first. */
const isOwn = (node: XmlNode): boolean =>
  childrenOf(childrenOf(node, BPMN, 'extensionElements')[0], OWN, 'step').length > 0;

function handlerOf(node: XmlNode): string | undefined {
  const named = node.attributes['implementation'] ?? node.attributes['operationRef'];
  return named && !UNNAMED.test(named) ? named : workerOf(node);
}

/** Refuses what changes how an element runs and has no meaning here. */
function refuseMarkers(node: XmlNode, written: boolean, path: InputPath): void {
  if (node.name === 'complexGateway' && !written) refuseElement(node, 'A complex gateway has no meaning here.', path);
  if (node.attributes['isForCompensation'] === 'true') refuseElement(node, 'Compensation is a handler here.', path);
  for (const inner of node.children) {
    if (inner.uri !== BPMN) continue;
    const isTimer = inner.name === 'timerEventDefinition' && node.name === 'intermediateCatchEvent';
    if (/LoopCharacteristics$/i.test(inner.name))
      refuseElement(node, 'A step that is repeated is drawn as a loop.', path);
    if (/^eventDefinitionRef$|EventDefinition$/.test(inner.name) && !isTimer)
      refuseElement(node, `An event \`${inner.name}\` has no meaning here.`, path);
  }
  if (node.name === 'intermediateCatchEvent' && childrenOf(node, BPMN, 'timerEventDefinition').length !== 1)
    refuseElement(node, 'Only for a moment or a span of time can be waited.', path);
}

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
