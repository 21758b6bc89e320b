import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import type {
  ProcessAlarmInput,
  ProcessFlowInput,
  ProcessMeetingInput,
  ProcessParameterInput,
  ProcessStartAfterInput,
  ProcessTimeLimitInput,
} from '../definition.inputs.js';
import { typeName } from '../definition-rows.js';
import { BPMN, OWN } from './names.js';
import { pointsIn } from './read-drawing.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/** A flow with its place among all. */
export interface PlacedFlow {
  place: number;
  flow: ProcessFlowInput;
}

/** What stands in the extension elements of an element in our own namespace. */
export interface OwnParts {
  /** The one element with a name; empty when it is not there. */
  attributes: (name: string) => Readonly<Record<string, string | undefined>>;
  parameters: (use: string) => ProcessParameterInput[];
  timeLimits: ProcessTimeLimitInput[];
  /** How long somebody may take to undo it. */
  undoLimits: ProcessTimeLimitInput[];
  alarms: ProcessAlarmInput[];
  meetings: ProcessMeetingInput[];
  startAfter: ProcessStartAfterInput[];
  looseFlows: PlacedFlow[];
}

/** Reads the extension elements. @throws Refusal BPMN_INVALID for numbers that are none */
export function partsOf(node: XmlNode, path: InputPath): OwnParts {
  const extension = childrenOf(node, BPMN, 'extensionElements')[0];
  const own = (name: string) => childrenOf(extension, OWN, name).map(({ attributes }) => attributes);
  const minutes = (given: Readonly<Record<string, string>>, name: string) => wholeNumber(given[name], name, path);
  const limits = (which: (given: Readonly<Record<string, string | undefined>>) => boolean): ProcessTimeLimitInput[] =>
    own('limit')
      .filter(which)
      .map((given) => ({
        grade: given['grade'] ?? null,
        minutes: minutes(given, 'minutes') ?? 0,
        workingTime: given['workingTime'] === 'true',
        countsSuspension: given['countsSuspension'] === 'true',
        warnMinutes: minutes(given, 'warnMinutes'),
      }));
  return {
    attributes: (name) => own(name)[0] ?? {},
    parameters: (use) =>
      own('parameter')
        .filter((given) => given['use'] === use)
        .map((given) => ({
          name: given['name'] ?? '',
          type: typeName((given['type'] ?? 'any') as never),
          required: given['required'] === 'true',
          description: given['description'] ?? '',
          from: given['from'] ?? null,
        })),
    timeLimits: limits((given) => given['compensates'] !== 'true'),
    undoLimits: limits((given) => given['compensates'] === 'true'),
    alarms: own('alarm').map((given) => ({
      code: given['code'] ?? '',
      offsetMinutes: minutes(given, 'offsetMinutes'),
      level: given['level'] as never,
      action: (given['action'] ?? null) as never,
      to: given['to'] ?? null,
      recipient: given['recipientCode']
        ? { kind: given['recipientKind'] as never, code: given['recipientCode'] }
        : null,
    })),
    meetings: own('meeting').map((given) => ({
      when: given['when'] as never,
      template: given['template'] ?? '',
      step: given['step'] ?? '',
    })),
    startAfter: own('startAfter').map((given) => ({
      template: given['template'] ?? '',
      condition: given['condition'] ?? null,
      object: given['object'] ?? null,
      values: given['values'] ?? null,
    })),
    looseFlows: own('looseFlow').map((given) => ({
      place: minutes(given, 'place') ?? 0,
      flow: {
        ...{ from: given['from'] ?? '', to: given['to'] ?? '' },
        kind: (given['kind'] ?? 'SEQUENCE') as never,
        condition: given['condition'] ?? null,
        isDefault: given['isDefault'] === 'true',
        priority: minutes(given, 'priority'),
        name: given['name'] ?? null,
        waypoints: pointsIn(given['waypoints']),
      },
    })),
  };
}

/** A whole number; null when there is none. */
export function wholeNumber(text: string | undefined, name: string, path: InputPath): number | null {
  if (text === undefined) return null;
  if (!/^-?\d{1,9}$/.test(text)) refuse('BPMN_INVALID', `${name} is a whole number.`, path, { attribute: name });
  return Number(text);
}
