import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import type { XmlNode } from './xml-tree.js';

/** Refuses a document because of an element that cannot run here, by its id and the line on which it begins. */
export function refuseElement({ name, attributes, line }: XmlNode, message: string, path: InputPath): never {
  const element = attributes['id'] ?? name;
  return refuse('BPMN_UNSUPPORTED', `${element} (line ${line}): ${message}`, path, {
    ...{ element, type: name, line },
    reason: message,
  });
}
