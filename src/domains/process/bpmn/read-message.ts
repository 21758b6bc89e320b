import { BPMN } from './names.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/** Names of messages and of operations by their ids. */
export type Messages = ReadonlyMap<string, string>;

/** The messages and operations that a document declares beside its process. */
export function messagesOf(root: XmlNode): Messages {
  const operations = childrenOf(root, BPMN, 'interface').flatMap((each) => childrenOf(each, BPMN, 'operation'));
  return new Map(
    [...childrenOf(root, BPMN, 'message'), ...operations].flatMap(({ attributes: { id, name } }) =>
      id && name ? [[id, name] as const] : [],
    ),
  );
}

/** A reference without the prefix of its namespace. */
const local = (ref: string): string => ref.slice(ref.indexOf(':') + 1);

/** Name of the message or operation that an element, or the event in it, refers to; the outside system that takes or sends it has the same. */
export function messageOf(node: XmlNode, messages: Messages): string | undefined {
  const event = childrenOf(node, BPMN, 'messageEventDefinition')[0];
  const inside = childrenOf(event, BPMN, 'operationRef')[0]?.text.trim();
  const operation = node.attributes['operationRef'] ?? inside;
  const message = node.attributes['messageRef'] ?? event?.attributes['messageRef'];
  for (const ref of [operation, message]) if (ref && messages.has(local(ref))) return messages.get(local(ref));
  return operation;
}
