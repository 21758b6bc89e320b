import { type InputPath, refuse } from '../../../kernel/errors/index.js';
import { type Point, placesOf } from '../../../kernel/process/diagram/index.js';
import type { ProcessBoundsInput, ProcessDefinitionInput, ProcessPointInput } from '../definition.inputs.js';
import { definitionOf } from '../definition-of-input.js';
import { BPMNDI, DC, DI } from './names.js';
import { childrenOf, type XmlNode } from './xml-tree.js';

/** Where the elements of a document are drawn, by their ids. */
export interface ReadDrawing {
  bounds: ReadonlyMap<string, ProcessBoundsInput>;
  waypoints: ReadonlyMap<string, ProcessPointInput[]>;
}

/** Reads the drawings of a document; of an element that is drawn twice the first counts. @throws Refusal BPMN_INVALID for places that are none */
export function readDrawing(root: XmlNode, path: InputPath): ReadDrawing {
  const bounds = new Map<string, ProcessBoundsInput>();
  const waypoints = new Map<string, ProcessPointInput[]>();
  const planes = childrenOf(root, BPMNDI, 'BPMNDiagram').flatMap((each) => childrenOf(each, BPMNDI, 'BPMNPlane'));
  for (const node of planes.flatMap(({ children }) => children)) {
    const id = node.attributes['bpmnElement'];
    if (!id || node.uri !== BPMNDI) continue;
    if (node.name === 'BPMNShape') {
      const box = childrenOf(node, DC, 'Bounds')[0];
      if (!box || bounds.has(id)) continue;
      const at = (name: string) => pixels(box, name, id, path);
      const size = { width: at('width'), height: at('height') };
      if (size.width > 0 && size.height > 0) bounds.set(id, { x: at('x'), y: at('y'), ...size });
    } else if (node.name === 'BPMNEdge' && !waypoints.has(id)) {
      const corners = childrenOf(node, DI, 'waypoint');
      const at = corners.map((corner) => ({ x: pixels(corner, 'x', id, path), y: pixels(corner, 'y', id, path) }));
      if (at.length > 1) waypoints.set(id, at);
    }
  }
  return { bounds, waypoints };
}

function pixels(node: XmlNode, name: string, element: string, path: InputPath): number {
  const value = Number(node.attributes[name] ?? 'none');
  if (!Number.isFinite(value))
    refuse('BPMN_INVALID', `${element} (line ${node.line}) is drawn nowhere: ${name} is a number.`, path, { element });
  return Math.round(value);
}

/** Points as they stand in one attribute. */
export const pointsText = (points: readonly Point[] | null | undefined): string | null =>
  points?.map(({ x, y }) => `${x},${y}`).join(' ') ?? null;

/** Points of one attribute; null when there are none. */
export function pointsIn(text: string | undefined): ProcessPointInput[] | null {
  if (text === undefined || !/^-?\d{1,6},-?\d{1,6}( -?\d{1,6},-?\d{1,6})*$/.test(text)) return null;
  return text.split(' ').map((pair) => {
    const [x, y] = pair.split(',').map(Number) as [number, number];
    return { x, y };
  });
}

/**
 * A definition without the places that nobody has drawn: documents that were written here say for everything where it is laid out, and
 * what stands there still is laid out anew whenever the process changes.
 */
export function withoutOwnLayout(input: ProcessDefinitionInput): ProcessDefinitionInput {
  const places = (steps: ProcessDefinitionInput['steps'], flows: ProcessDefinitionInput['flows']) =>
    placesOf(definitionOf({ steps, flows }, ''));
  const { steps, flows } = input;
  const bareSteps = steps.map((step) => ({ ...step, bounds: null }));
  const bareFlows = flows.map((flow) => ({ ...flow, waypoints: null }));
  const laidOut = places(bareSteps, bareFlows);
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const boxOf = ({ x, y, width, height }: ProcessBoundsInput) => [x, y, width, height];
  const stands = steps.every(({ bounds }, index) => !bounds || same(boxOf(bounds), boxOf(laidOut.boxes[index]!)));
  const leads = flows.every(({ waypoints }, index) => !waypoints || same(waypoints, laidOut.routes[index]));
  // Lines lead between steps: alone they say nothing.
  const lone = !steps.some(({ bounds }) => bounds);
  if (lone || (stands && leads)) return { ...input, steps: bareSteps, flows: bareFlows };
  const straight = places(steps, bareFlows).routes;
  return {
    ...input,
    flows: flows.map((flow, index) => (same(flow.waypoints, straight[index]) ? { ...flow, waypoints: null } : flow)),
  };
}
