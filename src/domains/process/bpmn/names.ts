import type { StepDefinition } from '../../../kernel/process/index.js';

/** Namespaces of BPMN 2.0 and of its drawings. */
export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const BPMNDI = 'http://www.omg.org/spec/BPMN/20100524/DI';
export const DC = 'http://www.omg.org/spec/DD/20100524/DC';
export const DI = 'http://www.omg.org/spec/DD/20100524/DI';
/** Namespace of what BPMN has no words for: see `write-bpmn.ts`. */
export const OWN = 'urn:switchboard:process:1';
/** Attribute of flows whose end was put elsewhere while a document was read. */
export const LED_ELSEWHERE = `{${OWN}}ledElsewhere`;
/** Attribute of the gateway that is left of an embedded sub-process. */
export const UNFOLDED = `{${OWN}}unfolded`;
/** The expression language of conditions. */
export const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** Kind of step, join and split that an element means when nothing else is said of it. */
export interface ElementMeaning {
  kind: StepDefinition['kind'];
  join: StepDefinition['join'];
  split: StepDefinition['split'];
}

const activity = (kind: StepDefinition['kind']): ElementMeaning => ({ kind, join: 'ANY', split: 'PARALLEL' });
const gateway = (join: ElementMeaning['join'], split: ElementMeaning['split']): ElementMeaning => ({
  kind: 'GATEWAY',
  join,
  split,
});

/** What the elements of BPMN mean here. BPMN gives a token to every flow out of an activity, hence the split. */
export const MEANINGS: ReadonlyMap<string, ElementMeaning> = new Map([
  ['startEvent', activity('START')],
  ['endEvent', activity('END')],
  ['task', activity('HUMAN')],
  ['userTask', activity('HUMAN')],
  ['manualTask', activity('HUMAN')],
  ['serviceTask', activity('AUTOMATIC')],
  ['sendTask', activity('EXTERNAL')],
  ['receiveTask', activity('EXTERNAL')],
  ['callActivity', activity('SUBPROCESS')],
  ['intermediateCatchEvent', activity('TIMER')],
  ['intermediateThrowEvent', gateway('ANY', 'PARALLEL')],
  ['exclusiveGateway', gateway('ANY', 'EXCLUSIVE')],
  ['parallelGateway', gateway('ALL', 'PARALLEL')],
  ['inclusiveGateway', gateway('ALL', 'PARALLEL')],
  ['complexGateway', gateway('ANY', 'PARALLEL')],
]);

/** Elements that may name one of their flows as the default. */
export const mayHaveDefault = (element: string): boolean => !/Event$|^parallelGateway$/.test(element);

/** The element with which a step is written. @param conditional whether flows out of it have conditions */
export function elementOf({ kind, join, split }: StepDefinition, conditional: boolean): string {
  switch (kind) {
    case 'START':
      return 'startEvent';
    case 'END':
      return 'endEvent';
    case 'HUMAN':
      return 'userTask';
    case 'AUTOMATIC':
      return 'serviceTask';
    case 'EXTERNAL':
      return 'sendTask';
    case 'SUBPROCESS':
      return 'callActivity';
    case 'TIMER':
      return 'intermediateCatchEvent';
    case 'GATEWAY':
      if (split === 'EXCLUSIVE') return 'exclusiveGateway';
      return join === 'ANY' ? 'complexGateway' : conditional ? 'inclusiveGateway' : 'parallelGateway';
  }
}
