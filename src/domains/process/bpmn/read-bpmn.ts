import { inputChecked } from './checked.js';
import type { ProcessDefinitionInput, ProcessOperatorInput } from '../definition.inputs.js';
import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import { BPMN, MEANINGS, OWN } from './names.js';
import { flowOf } from './read-flow.js';
import { partsOf } from './read-parts.js';
import { refuseElement } from './refuse-element.js';
import { stepOf } from './read-step.js';
import { groupOf } from './read-tools.js';
import { childrenOf, readXmlTree, type XmlNode } from './xml-tree.js';

/** What a document says. */
export interface ReadBpmn {
  name: string;
  definition: ProcessDefinitionInput;
}

/** Elements that say something to people only. */
const SAYS_NOTHING = new Set([
  ...['documentation', 'extensionElements', 'laneSet', 'textAnnotation', 'association', 'group', 'property'],
  ...[
    'ioSpecification',
    'dataObject',
    'dataObjectReference',
    'dataStoreReference',
    'auditing',
    'monitoring',
    'artifact',
  ],
]);

const isFlowElement = ({ uri, name }: XmlNode): boolean => uri === BPMN && !SAYS_NOTHING.has(name);

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
  const nodes = process.children.filter(isFlowElement);
  const codes = new Map<string, string>();
  const defaults = new Set<string>();
  const steps = nodes
    .filter(({ name }) => name !== 'sequenceFlow')
    .map((node) => {
      const id = node.attributes['id'];
      if (!id) return refuse('BPMN_INVALID', `An element \`${node.name}\` has no id.`, path, { element: node.name });
      if (codes.has(id)) refuse('BPMN_INVALID', `Two elements have the id ${id}.`, path, { element: id });
      if (!MEANINGS.has(node.name)) refuseElement(node, `\`${node.name}\` has no meaning here.`, path);
      const step = stepOf(node, id, operators.get(id) ?? null, path);
      codes.set(id, step.code);
      if (node.attributes['default']) defaults.add(node.attributes['default']);
      return step;
    });
  const own = partsOf(process, path);
  const read = nodes
    .filter(({ name }) => name === 'sequenceFlow')
    .map((node, index) => flowOf(node, index, codes, defaults, path));
  // Flows are in the order that they were written in here; those of other tools in that of the document.
  const flows = [...read, ...own.looseFlows].toSorted((one, other) => one.place - other.place).map(({ flow }) => flow);
  const definition = {
    ...{ steps, flows },
    variables: own.parameters('VARIABLE'),
    timeLimits: own.timeLimits,
    alarms: own.alarms,
  } as ProcessDefinitionInput;
  inputChecked(definition, path);
  return { name: process.attributes['name'] ?? '', definition };
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
  for (const set of childrenOf(process, BPMN, 'laneSet')) walk(set);
  // A group that a task names itself says more than the lane in which it is drawn.
  for (const node of process.children) {
    const [id, group] = [node.attributes['id'], groupOf(node)];
    if (!id || !group || operators.has(id)) continue;
    named.set(id, group);
  }
  const found = await operatorsOf([...new Set(named.values())]);
  for (const [id, name] of named)
    operators.set(id, found.get(name) ?? ({ kind: 'POSITION', code: name } as ProcessOperatorInput));
  return operators;
}
