import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import type { XmlNode } from './xml-tree.js';

/** Refuses a document because of an element that cannot run here, by its id. */
export function refuseElement({ name, attributes }: XmlNode, message: string, path: InputPath): never {
  const element = attributes['id'] ?? name;
  return refuse('BPMN_UNSUPPORTED', `${element}: ${message}`, path, { element, type: name });
}
