import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import { BPMN, FEEL, LED_ELSEWHERE } from './names.js';
import { partsOf, type PlacedFlow, wholeNumber } from './read-parts.js';
import type { ReadDrawing } from './read-drawing.js';
import { refuseElement } from './refuse-element.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/**
 * A sequence flow.
 * @param index its place in the document
 * @param codes codes of steps by the ids of their elements
 * @param defaults ids of flows that steps name as their default
 * @param drawing where flows are drawn
 */
export function flowOf(
  node: XmlNode,
  index: number,
  codes: ReadonlyMap<string, string>,
  defaults: ReadonlySet<string>,
  drawing: ReadDrawing,
  path: InputPath,
): PlacedFlow {
  const { id, sourceRef, targetRef } = node.attributes;
  const end = (ref: string | undefined): string =>
    codes.get(ref ?? '') ??
    refuse('BPMN_INVALID', `${id ?? 'A sequence flow'} leads to or from what is not there.`, path, {
      element: id ?? null,
    });
  const own = partsOf(node, path).attributes('flow');
  const expression = childrenOf(node, BPMN, 'conditionExpression')[0];
  const flow = {
    from: end(sourceRef),
    to: end(targetRef),
    kind: (own['kind'] ?? 'SEQUENCE') as never,
    condition: expression ? feelOf(expression, node, own['kind'] !== undefined, path) : null,
    isDefault: own['isDefault'] === 'true' || (id !== undefined && defaults.has(id)),
    priority: wholeNumber(own['priority'], 'priority', path) ?? index,
    name: node.attributes['name']?.trim() ? node.attributes['name'] : null,
    // One that leads elsewhere by now is drawn anew.
    waypoints: (node.attributes[LED_ELSEWHERE] ? null : drawing.waypoints.get(id ?? '')) ?? null,
  };
  return { place: wholeNumber(own['place'], 'place', path) ?? index, flow };
}

/**
 * The FEEL of an expression; of other tools without the sign that they put before it.
 * @param exact whether it was written here: it is taken as it stands
 */
export function feelOf(expression: XmlNode, of: XmlNode, exact: boolean, path: InputPath): string | null {
  const language = expression.attributes['language'];
  const text = expression.text;
  if (exact) return text === '' ? null : text;
  if ((language && language !== FEEL && !/feel/i.test(language)) || /^\s*[$#]\{/.test(text))
    refuseElement(of, 'Expressions are written in FEEL.', path);
  return text.replace(/^\s*=/, '').trim() || null;
}
