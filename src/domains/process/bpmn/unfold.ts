import type { InputPath } from '../../../kernel/errors/index.js';
import { BPMN, LED_ELSEWHERE, OWN, UNFOLDED } from './names.js';
import { eventReason, eventsOf, reasonFor } from './reasons.js';
import { refuseElement } from './refuse-element.js';
import type { XmlNode } from './xml-tree.js';

/** Elements that say something to people only. */
const SAYS_NOTHING = new Set([
  ...['documentation', 'extensionElements', 'laneSet', 'textAnnotation', 'association', 'group', 'property'],
  ...['ioSpecification', 'dataObject', 'dataObjectReference', 'dataStoreReference', 'auditing', 'monitoring'],
  ...['artifact', 'incoming', 'outgoing', 'dataInputAssociation', 'dataOutputAssociation'],
]);

/** Whether an element of a process is a step or a flow. */
export const isFlowElement = ({ uri, name }: XmlNode): boolean => uri === BPMN && !SAYS_NOTHING.has(name);

/** Elements and flows of a process in which no sub-process is drawn any more. */
export interface Unfolded {
  nodes: XmlNode[];
  flows: XmlNode[];
}

/**
 * Puts the steps of embedded sub-processes in their places. Its start becomes a gateway that everything comes to which leads into it; where
 * its ends were, a gateway with the id of the sub-process waits for all that runs in it.
 * @throws Refusal BPMN_UNSUPPORTED for those that begin by events, are repeated, or have no one beginning
 */
export function unfold(elements: readonly XmlNode[], path: InputPath): Unfolded {
  const nodes: XmlNode[] = [];
  const inside: XmlNode[] = [];
  const entries = new Map<string, string>();
  for (const node of elements) {
    if (node.name === 'sequenceFlow') continue;
    if (node.name !== 'subProcess') {
      nodes.push(node);
      continue;
    }
    const unfolded = unfoldOne(node, path);
    nodes.push(...unfolded.nodes);
    inside.push(...unfolded.flows);
    entries.set(node.attributes['id']!, unfolded.entry);
  }
  const own = elements.filter(({ name }) => name === 'sequenceFlow').map((flow) => leading(flow, entries));
  return { nodes, flows: [...own, ...inside] };
}

function unfoldOne(node: XmlNode, path: InputPath): Unfolded & { entry: string } {
  const id = node.attributes['id'];
  if (!id) return refuseElement(node, 'It has no id.', path);
  if (node.attributes['triggeredByEvent'] === 'true') refuseElement(node, reasonFor('subProcess'), path);
  if (node.attributes['isForCompensation'] === 'true')
    refuseElement(node, 'Compensation is a handler here, which each step names.', path);
  if (node.children.some(({ uri, name }) => uri === BPMN && /LoopCharacteristics$/i.test(name)))
    refuseElement(node, 'A sub-process that is repeated is drawn as a loop.', path);
  const { nodes, flows } = unfold(node.children.filter(isFlowElement), path);
  const starts = nodes.filter(({ name }) => name === 'startEvent');
  const ends = nodes.filter(({ name }) => name === 'endEvent');
  const [start] = starts;
  if (!start?.attributes['id'] || starts.length > 1)
    return refuseElement(node, `It has ${starts.length} starts, not one with an id.`, path);
  if (ends.length === 0) refuseElement(node, 'It has no end.', path);
  for (const event of [start, ...ends])
    for (const definition of eventsOf(event)) refuseElement(event, eventReason(event, definition), path);
  const entry = start.attributes['id'];
  const left = new Map(ends.map((end) => [end.attributes['id'] ?? '', id]));
  const steps = nodes.filter((each) => !starts.includes(each) && !ends.includes(each));
  return {
    entry,
    nodes: [
      gateway(start, entry, 'ANY'),
      ...steps,
      // Of ways that exclude each other one comes; of ways beside each other all are waited for.
      gateway(node, id, runsBeside(nodes, flows) ? 'ALL' : 'ANY'),
    ],
    flows: flows.map((flow) => leading(flow, left)),
  };
}

/** Whether anything in a sub-process may run beside each other. */
function runsBeside(nodes: readonly XmlNode[], flows: readonly XmlNode[]): boolean {
  const chooses = new Set(
    nodes.filter(({ name }) => name === 'exclusiveGateway').map(({ attributes }) => attributes['id']),
  );
  const out = Map.groupBy(flows, ({ attributes }) => attributes['sourceRef']);
  return [...out].some(([from, ways]) => ways.length > 1 && !chooses.has(from));
}

/** A gateway in the place of an element, by the words that are written here. */
function gateway(of: XmlNode, id: string, join: 'ANY' | 'ALL'): XmlNode {
  const element = (
    uri: string,
    name: string,
    attributes: Record<string, string>,
    children: XmlNode[] = [],
  ): XmlNode => ({
    ...{ uri, name, attributes, children },
    ...{ text: '', line: of.line },
  });
  const said = element(OWN, 'step', { join, split: 'PARALLEL' });
  const { name, default: otherwise } = of.attributes;
  const attributes = {
    ...{ id, ...(name ? { name } : {}), ...(otherwise ? { default: otherwise } : {}) },
    ...(of.name === 'subProcess' ? { [UNFOLDED]: 'true' } : {}),
  };
  return element(BPMN, 'complexGateway', attributes, [element(BPMN, 'extensionElements', {}, [said])]);
}

function leading(flow: XmlNode, to: ReadonlyMap<string, string>): XmlNode {
  const target = to.get(flow.attributes['targetRef'] ?? '');
  return target === undefined
    ? flow
    : { ...flow, attributes: { ...flow.attributes, targetRef: target, [LED_ELSEWHERE]: 'true' } };
}
