import { BPMN } from './names.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/** Namespaces in which the tools of Camunda say what BPMN has no words for, of version 8 and of version 7. */
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
const CAMUNDA = 'http://camunda.org/schema/1.0/bpmn';

/** A plain name; expressions, which the engine of the tool would work out, name nothing here. */
const plain = (text: string | undefined): string | undefined => {
  const name = text?.trim();
  return name && !/^=|[$#]\{/.test(name) ? name : undefined;
};

function zeebe(node: XmlNode, element: string): Readonly<Record<string, string>> {
  return childrenOf(childrenOf(node, BPMN, 'extensionElements')[0], ZEEBE, element)[0]?.attributes ?? {};
}

/** Name of what does a task of a service: its job type, or its topic. */
export const workerOf = (node: XmlNode): string | undefined =>
  plain(zeebe(node, 'taskDefinition')['type']) ?? plain(node.attributes[`{${CAMUNDA}}topic`]);

/** Name of the one group whose people may do a task; undefined when there are several, for one step has one operator. */
export function groupOf(node: XmlNode): string | undefined {
  const groups =
    plain(zeebe(node, 'assignmentDefinition')['candidateGroups']) ??
    plain(node.attributes[`{${CAMUNDA}}candidateGroups`]);
  return groups?.includes(',') ? undefined : groups;
}

/** The process that a call activity calls. */
export const calledBy = (node: XmlNode): string | undefined => plain(zeebe(node, 'calledElement')['processId']);
