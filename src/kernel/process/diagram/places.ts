import type { ProcessDefinition, StepDefinition, StepKind } from '../definition.js';
import { movesOf } from '../moves.js';
import { type Box, layOut, type Layout, type Point } from './layout.js';

const SIZES: Partial<Record<StepKind, [width: number, height: number]>> = {
  START: [36, 36],
  END: [36, 36],
  TIMER: [36, 36],
  GATEWAY: [50, 50],
};

/** Width and height of the shape of a step, in pixels, where nobody has drawn it. */
export const stepSize = (kind: StepKind): { width: number; height: number } => {
  const [width, height] = SIZES[kind] ?? [130, 70];
  return { width, height };
};

const MARGIN = 40;
const GAP = 40;

type Drawn = Pick<ProcessDefinition, 'steps' | 'flows'>;

/**
 * Where the steps and flows of a definition are drawn, and after the flows the ways of limits that pass; of steps with the same code only
 * the first is. What somebody has drawn stays where it was drawn; without any of that all is laid out.
 */
export function layOutProcess({ steps, flows }: Drawn): Layout {
  if (steps.some(({ bounds }) => bounds)) return asDrawn({ steps, flows });
  return layOut(
    steps.map(({ code, kind }) => ({ id: code, ...stepSize(kind) })),
    [...flows, ...movesOf({ steps })],
  );
}

/** Steps that nobody has drawn stand in a row below the others, and their flows are straight. */
function asDrawn({ steps, flows }: Drawn): Layout {
  const boxes = new Map<string, Box>();
  const seen = new Set<string>();
  const first = steps.filter(({ code }) => !seen.has(code) && seen.add(code));
  for (const { code, bounds } of first) if (bounds) boxes.set(code, bounds);
  const left = Math.min(...[...boxes.values()].map(({ x }) => x));
  const bottom = Math.max(...[...boxes.values()].map(({ y, height }) => y + height));
  let x = left;
  for (const { code, kind } of first) {
    if (boxes.has(code)) continue;
    boxes.set(code, { x, y: bottom + 2 * GAP, ...stepSize(kind) });
    x += stepSize(kind).width + GAP;
  }
  const straight = (from: string, to: string): Point[] => {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    return start && end ? line(start, end) : [];
  };
  const routes = [
    ...flows.map(({ from, to, waypoints }) => {
      const known = boxes.has(from) && boxes.has(to);
      return known && waypoints && waypoints.length > 1 ? waypoints : straight(from, to);
    }),
    ...movesOf({ steps }).map(({ from, to }) => straight(from, to)),
  ];
  return { boxes, routes, ...around([...boxes.values()], routes.flat()) };
}

function around(boxes: readonly Box[], points: readonly Point[]): Pick<Layout, 'left' | 'top' | 'width' | 'height'> {
  const xs = [...boxes.flatMap(({ x, width }) => [x, x + width]), ...points.map(({ x }) => x)];
  const ys = [...boxes.flatMap(({ y, height }) => [y, y + height]), ...points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { left, top, width: Math.max(...xs) + MARGIN - left, height: Math.max(...ys) + MARGIN - top };
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** From border to border, on the way between the middles; from a step to itself around its corner. */
function line(from: Box, to: Box): Point[] {
  const [start, end] = [middle(from), middle(to)];
  if (start.x !== end.x || start.y !== end.y) return [border(from, end), border(to, start)];
  const [right, below] = [from.x + from.width, from.y + from.height];
  return [
    { x: right, y: start.y },
    { x: right + GAP / 2, y: start.y },
    { x: right + GAP / 2, y: below + GAP / 2 },
    { x: start.x, y: below + GAP / 2 },
    { x: start.x, y: below },
  ];
}

/** Where the way from the middle of a box to a point leaves it. */
function border(box: Box, to: Point): Point {
  const from = middle(box);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, box.width / 2 / Math.abs(dx), box.height / 2 / Math.abs(dy));
  return { x: from.x + dx * share, y: from.y + dy * share };
}

/** Where each step, by its place, and each flow of a definition stands in a document, in whole pixels; then the ways of limits that pass. */
export interface Places {
  boxes: readonly Box[];
  routes: readonly (readonly Point[])[];
}

/** The places of a definition; also of steps whose code another has, which no picture shows. */
export function placesOf(definition: Drawn): Places {
  const { boxes, routes } = layOutProcess(definition);
  const seen = new Set<string>();
  const boxOf = ({ code, kind, bounds }: StepDefinition, index: number): Box => {
    const isFirst = !seen.has(code) && seen.add(code);
    return bounds ?? (isFirst ? boxes.get(code)! : { x: MARGIN + index * 10, y: MARGIN, ...stepSize(kind) });
  };
  const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
  return {
    boxes: definition.steps.map(boxOf).map(({ width, height, ...corner }) => ({ ...whole(corner), width, height })),
    routes: routes.map((route) => route.map(whole)),
  };
}
