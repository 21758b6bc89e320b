import { BPMN } from './names.js';
import type { XmlNode } from './xml-tree.js';

/** Why elements that BPMN knows cannot run here, and what can be drawn in their place. */
const REASONS: Readonly<Record<string, string>> = {
  subProcess: 'An event sub-process has no meaning here: draw what starts it as a step of the process.',
  adHocSubProcess: 'Steps have an order here: draw it, or add steps to the running instance.',
  transaction: 'What is undone is said by each step: draw the steps with their compensation.',
  eventBasedGateway:
    'What comes first is waited for by one step: draw the answer as a task, with a timer on its border.',
  complexGateway: 'A complex gateway has no meaning here.',
  scriptTask: 'No code of a drawing is run: name the handler of a service task.',
  businessRuleTask: 'Name the handler that decides as a service task, or draw its rules as conditions of flows.',
  callChoreography: 'A choreography does not run.',
};

/** Why an event definition cannot run here. */
const EVENTS: Readonly<Record<string, string>> = {
  messageEventDefinition: 'A message comes and goes by tasks here: draw a send or receive task.',
  signalEventDefinition: 'Processes wait for each other at their steps here, by a correlation key.',
  errorEventDefinition:
    'What fails is tried again and then left to a dispatcher: draw a choice over what the step gives.',
  escalationEventDefinition: 'What takes too long is escalated by a timer on the border of its step.',
  compensateEventDefinition: 'Compensation is a handler here, which each step names.',
  cancelEventDefinition: 'Compensation is a handler here, which each step names.',
  terminateEventDefinition: 'A process ends when all of its branches have come to an end, or by hand.',
  linkEventDefinition: 'Draw the flow itself in place of a link.',
  conditionalEventDefinition: 'A condition is looked at when a step is left: draw it on a flow.',
};

/** Why an element has no meaning here. */
export const reasonFor = (name: string): string => REASONS[name] ?? `\`${name}\` has no meaning here.`;

/** Definitions of events inside an element. */
export const eventsOf = (node: XmlNode): XmlNode[] =>
  node.children.filter(({ uri, name }) => uri === BPMN && /^eventDefinitionRef$|EventDefinition$/.test(name));

/** Why a definition of an event has no meaning at an element. */
export function eventReason(of: XmlNode, { name }: XmlNode): string {
  if (of.name === 'startEvent')
    return 'A process begins at once, at a time, by hand or by a trigger of its template, not by an event in its drawing.';
  return EVENTS[name] ?? `An event \`${name}\` has no meaning here.`;
}
