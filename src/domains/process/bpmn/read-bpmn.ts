import { inputChecked } from './checked.js';
import type {
  ProcessBoundsInput,
  ProcessDefinitionInput,
  ProcessOperatorInput,
  ProcessStepInput,
} from '../definition.inputs.js';
import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import { BPMN, MEANINGS, OWN, UNFOLDED } from './names.js';
import { flowOf } from './read-flow.js';
import { readDrawing, withoutOwnLayout } from './read-drawing.js';
import { partsOf } from './read-parts.js';
import { readBoundaries } from './read-boundary.js';
import { messagesOf } from './read-message.js';
import { reasonFor } from './reasons.js';
import { refuseElement } from './refuse-element.js';
import { stepOf } from './read-step.js';
import { groupOf } from './read-tools.js';
import { isFlowElement, unfold } from './unfold.js';
import { childrenOf, readXmlTree, type XmlNode } from './xml-tree.js';

/** What a document says. */
export interface ReadBpmn {
  name: string;
  definition: ProcessDefinitionInput;
}

/** The operators that lanes name, by their names; lanes that were written here say themselves who they are. */
export type LaneOperators = (names: readonly string[]) => Promise<ReadonlyMap<string, ProcessOperatorInput>>;

/**
 * Reads BPMN 2.0, written here or by another tool, as the input of a definition. Whether the process can run is not looked at: that is
 * told as of every draft.
 * @param operatorsOf which operators lanes of other tools name
 * @throws Refusal of the XML, BPMN_INVALID, BPMN_PROCESS_COUNT, or BPMN_UNSUPPORTED with the id of the element
 */
export async function readBpmn(text: string, path: InputPath, operatorsOf: LaneOperators): Promise<ReadBpmn> {
  const root = readXmlTree(text, path);
  if (root.uri !== BPMN || root.name !== 'definitions')
    refuse('BPMN_INVALID', 'The document is no BPMN 2.0: its first element is not `definitions`.', path);
  const all = childrenOf(root, BPMN, 'process');
  const processes = all.length === 1 ? all : all.filter(({ children }) => children.some(isFlowElement));
  const process = processes[0];
  if (!process || processes.length > 1)
    refuse('BPMN_PROCESS_COUNT', `One process is read, not ${processes.length}.`, path, {
      count: processes.length,
    });
  const operators = await operatorsByNode(process, path, operatorsOf);
  const { nodes, flows: drawn } = unfold(process.children.filter(isFlowElement), path);
  const messages = messagesOf(root);
  const drawing = readDrawing(root, path);
  const codes = new Map<string, string>();
  const defaults = new Set<string>();
  const boundaries: XmlNode[] = [];
  const steps: ProcessStepInput[] = [];
  for (const node of nodes) {
    const id = node.attributes['id'];
    if (!id)
      refuse('BPMN_INVALID', `An element \`${node.name}\` has no id.`, path, { element: node.name, line: node.line });
    if (codes.has(id))
      refuse('BPMN_INVALID', `Two elements have the id ${id}.`, path, { element: id, line: node.line });
    if (node.name === 'boundaryEvent') {
      boundaries.push(node);
      codes.set(id, id);
      continue;
    }
    if (!MEANINGS.has(node.name)) refuseElement(node, reasonFor(node.name), path);
    const bounds = boundsOf(node, drawing.bounds.get(id));
    const step = { ...stepOf(node, id, operators.get(id) ?? null, messages, path), bounds };
    codes.set(id, step.code);
    steps.push(step);
    if (node.attributes['default']) defaults.add(node.attributes['default']);
  }
  const own = partsOf(process, path);
  const borders = new Set(boundaries.map(({ attributes }) => attributes['id']));
  const fromBorder = ({ attributes }: XmlNode) => borders.has(attributes['sourceRef']);
  const read = drawn
    .filter((node) => !fromBorder(node))
    .map((node, index) => flowOf(node, index, codes, defaults, drawing, path));
  const toBorder = drawn.find(({ attributes }) => borders.has(attributes['targetRef']));
  if (toBorder) refuse('BPMN_INVALID', `${toBorder.attributes['id'] ?? 'A flow'} leads to a boundary event.`, path);
  // Flows are in the order that they were written in here; those of other tools in that of the document.
  const flows = [...read, ...own.looseFlows].toSorted((one, other) => one.place - other.place).map(({ flow }) => flow);
  const limited = readBoundaries(
    boundaries.map((node) => ({
      node,
      out: drawn.filter(({ attributes }) => attributes['sourceRef'] === node.attributes['id']),
    })),
    { steps, flows, codes },
    path,
  );
  const definition = {
    ...limited,
    variables: own.parameters('VARIABLE'),
    timeLimits: own.timeLimits,
    alarms: own.alarms,
    startAfter: own.startAfter,
  } as ProcessDefinitionInput;
  inputChecked(definition, path);
  return { name: process.attributes['name'] ?? '', definition: withoutOwnLayout(definition) };
}

/** Side of a gateway. */
const GATEWAY = 50;

/** Where a step is drawn. What is left of an embedded sub-process is a gateway, which stands at the right border of where that was drawn. */
function boundsOf({ attributes }: XmlNode, drawn: ProcessBoundsInput | undefined): ProcessBoundsInput | null {
  if (!drawn || !attributes[UNFOLDED]) return drawn ?? null;
  const { x, y, width, height } = drawn;
  const corner = { x: x + width - GATEWAY / 2, y: y + Math.round((height - GATEWAY) / 2) };
  return { ...corner, width: GATEWAY, height: GATEWAY };
}

/** Who acts at each node that is in a lane, also in a lane of a lane; the innermost counts. */
async function operatorsByNode(
  process: XmlNode,
  path: InputPath,
  operatorsOf: LaneOperators,
): Promise<Map<string, ProcessOperatorInput>> {
  const named = new Map<string, string>();
  const operators = new Map<string, ProcessOperatorInput>();
  const walk = (set: XmlNode) => {
    for (const lane of childrenOf(set, BPMN, 'lane')) {
      const own = childrenOf(childrenOf(lane, BPMN, 'extensionElements')[0], OWN, 'operator')[0];
      for (const { text } of childrenOf(lane, BPMN, 'flowNodeRef')) {
        const id = text.trim();
        const name = lane.attributes['name'] ?? lane.attributes['id'];
        if (own) {
          operators.set(id, { kind: own.attributes['kind'], code: own.attributes['code'] } as ProcessOperatorInput);
          named.delete(id);
        } else if (name) {
          named.set(id, name);
          operators.delete(id);
        } else refuseElement(lane, 'A lane has a name.', path);
      }
      for (const inner of childrenOf(lane, BPMN, 'childLaneSet')) walk(inner);
    }
  };
  // A group that a task names itself says more than the lane in which it is drawn, and what is inside a sub-process stands where that does.
  const look = (of: XmlNode) => {
    for (const set of childrenOf(of, BPMN, 'laneSet')) walk(set);
    for (const node of of.children) {
      const [id, group] = [node.attributes['id'], groupOf(node)];
      if (!id) continue;
      if (group && !operators.has(id)) named.set(id, group);
      if (node.uri !== BPMN || node.name !== 'subProcess') continue;
      for (const inner of node.children) {
        const innerId = inner.attributes['id'];
        if (!innerId) continue;
        if (operators.has(id)) operators.set(innerId, operators.get(id)!);
        else if (named.has(id)) named.set(innerId, named.get(id)!);
      }
      look(node);
    }
  };
  look(process);
  const found = await operatorsOf([...new Set(named.values())]);
  for (const [id, name] of named)
    operators.set(id, found.get(name) ?? ({ kind: 'POSITION', code: name } as ProcessOperatorInput));
  return operators;
}
