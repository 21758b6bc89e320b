/** A place in a drawing, in pixels; x grows to the right, y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** A rectangle in a drawing, by its upper left corner. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** What is to be placed. */
export interface LayoutNode {
  id: string;
  width: number;
  height: number;
}

/** A direction between two nodes; one whose ends are not both known is left out. */
export interface LayoutEdge {
  from: string;
  to: string;
}

/** Where everything is drawn. */
export interface Layout {
  boxes: ReadonlyMap<string, Box>;
  /** Corners of each edge, in the order in which the edges were given; empty for one that is not drawn. */
  routes: readonly (readonly Point[])[];
  /** The upper left corner of the whole, with its margin. */
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 40;
const COLUMN_GAP = 70;
const ROW_GAP = 44;
/** Height of the place that an edge takes which passes a column. */
const LANE = 16;
/** Rounds in which columns are put in order. */
const SWEEPS = 6;
/** Most places that edges take in columns; with more of them the rest is drawn straight. */
const MAX_LANES = 4000;

/** Something that takes a place in a column: a node, or an edge that passes. */
interface Slot {
  node: LayoutNode | null;
  column: number;
  before: Slot[];
  after: Slot[];
  order: number;
  y: number;
}

const heightOf = ({ node }: Slot): number => node?.height ?? LANE;

/**
 * Places a graph in columns from left to right, with few crossings; edges that go back are led below. The same graph always gives the
 * same drawing.
 */
export function layOut(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const byId = new Map<string, Slot>();
  for (const node of nodes)
    if (!byId.has(node.id)) byId.set(node.id, { node, column: 0, before: [], after: [], order: 0, y: 0 });
  const known = edges.map(({ from, to }) => ({ from: byId.get(from), to: byId.get(to) }));
  const back = turnedBack([...byId.values()], known);
  const slots = rank([...byId.values()], known, back);
  const passing = lead(slots, known, back);
  const columns = inColumns(slots);
  for (let sweep = 0; sweep < SWEEPS; sweep++) straighten(columns, sweep % 2 === 0);
  const { lefts, width, bottom } = place(columns);
  const box = (slot: Slot): Box => {
    const { node, column, y } = slot;
    const { width: own, height } = node!;
    return { x: lefts[column]! + (columnWidth(columns[column]!) - own) / 2, y, width: own, height };
  };
  let lowest = bottom;
  const routes = known.map(({ from, to }, index): Point[] => {
    if (!from || !to) return [];
    if (back.has(index)) return routeBack(box(from), box(to), (lowest += LANE));
    const via = passing.get(index) ?? [];
    const passes = via.flatMap((slot) => {
      const y = slot.y + LANE / 2;
      const left = lefts[slot.column]!;
      return [
        { x: left, y },
        { x: left + columnWidth(columns[slot.column]!), y },
      ];
    });
    return routeOn(box(from), passes, box(to));
  });
  const boxes = new Map([...byId].map(([id, slot]) => [id, box(slot)]));
  return { boxes, routes, left: 0, top: 0, width, height: lowest + MARGIN };
}

type Known = readonly { from: Slot | undefined; to: Slot | undefined }[];

/** Edges that would close a circle, found by walking from the first node on; also those from a node to itself. */
function turnedBack(slots: readonly Slot[], edges: Known): Set<number> {
  const out = new Map<Slot, [number, Slot][]>(slots.map((slot) => [slot, []]));
  edges.forEach(({ from, to }, index) => {
    if (from && to) out.get(from)!.push([index, to]);
  });
  const back = new Set<number>();
  const state = new Map<Slot, 'OPEN' | 'DONE'>();
  for (const root of slots) {
    if (state.has(root)) continue;
    state.set(root, 'OPEN');
    for (const walk = [{ slot: root, next: 0 }]; walk.length > 0;) {
      const top = walk.at(-1)!;
      const edge = out.get(top.slot)![top.next++];
      if (!edge) {
        state.set(top.slot, 'DONE');
        walk.pop();
      } else if (state.get(edge[1]) === 'OPEN') back.add(edge[0]);
      else if (!state.has(edge[1])) {
        state.set(edge[1], 'OPEN');
        walk.push({ slot: edge[1], next: 0 });
      }
    }
  }
  return back;
}

/** Gives each node the column after the last of those that lead to it. */
function rank(slots: Slot[], edges: Known, back: ReadonlySet<number>): Slot[] {
  const open = new Map<Slot, number>(slots.map((slot) => [slot, 0]));
  const out = new Map<Slot, Slot[]>(slots.map((slot) => [slot, []]));
  edges.forEach(({ from, to }, index) => {
    if (!from || !to || back.has(index)) return;
    out.get(from)!.push(to);
    open.set(to, open.get(to)! + 1);
  });
  const ready = slots.filter((slot) => open.get(slot) === 0);
  for (const slot of ready)
    for (const next of out.get(slot)!) {
      next.column = Math.max(next.column, slot.column + 1);
      open.set(next, open.get(next)! - 1);
      if (open.get(next) === 0) ready.push(next);
    }
  return slots;
}

/** Gives edges over several columns a place in each column between. @returns their places by edge */
function lead(slots: Slot[], edges: Known, back: ReadonlySet<number>): Map<number, Slot[]> {
  const passing = new Map<number, Slot[]>();
  let lanes = 0;
  const join = (left: Slot, right: Slot) => {
    left.after.push(right);
    right.before.push(left);
  };
  edges.forEach(({ from, to }, index) => {
    if (!from || !to || back.has(index)) return;
    const between = to.column - from.column - 1;
    if (lanes + between > MAX_LANES) return;
    lanes += between;
    const via = Array.from({ length: between }, (_, at): Slot => ({
      node: null,
      column: from.column + at + 1,
      before: [],
      after: [],
      order: 0,
      y: 0,
    }));
    [from, ...via].forEach((slot, at) => join(slot, via[at] ?? to));
    slots.push(...via);
    passing.set(index, via);
  });
  return passing;
}

function inColumns(slots: readonly Slot[]): Slot[][] {
  const columns: Slot[][] = [];
  for (const slot of slots) (columns[slot.column] ??= []).push(slot);
  for (const column of columns) number(column);
  return columns;
}

const number = (column: Slot[]): void => column.forEach((slot, order) => (slot.order = order));

/** Puts each column in the order of the middle of its neighbours. */
function straighten(columns: readonly Slot[][], forwards: boolean): void {
  for (const column of forwards ? columns : columns.toReversed()) {
    const middle = new Map(
      column.map((slot) => {
        const near = forwards ? slot.before : slot.after;
        const sum = near.reduce((total, { order }) => total + order, 0);
        return [slot, near.length > 0 ? sum / near.length : slot.order];
      }),
    );
    column.sort((one, other) => middle.get(one)! - middle.get(other)! || one.order - other.order);
    number(column);
  }
}

const columnWidth = (column: readonly Slot[]): number => Math.max(LANE, ...column.map(({ node }) => node?.width ?? 0));
const columnHeight = (column: readonly Slot[]): number =>
  column.reduce((total, slot) => total + heightOf(slot) + ROW_GAP, -ROW_GAP);

/** Gives columns and what is in them their places; columns stand around one line. */
function place(columns: readonly Slot[][]): { lefts: number[]; width: number; bottom: number } {
  const height = Math.max(0, ...columns.map(columnHeight));
  const lefts: number[] = [];
  let left = MARGIN;
  for (const column of columns) {
    lefts.push(left);
    left += columnWidth(column) + COLUMN_GAP;
    let y = MARGIN + (height - columnHeight(column)) / 2;
    for (const slot of column) {
      slot.y = y;
      y += heightOf(slot) + ROW_GAP;
    }
  }
  return { lefts, width: columns.length > 0 ? left - COLUMN_GAP + MARGIN : 2 * MARGIN, bottom: MARGIN + height };
}

const right = ({ x, y, width, height }: Box): Point => ({ x: x + width, y: y + height / 2 });
const left = ({ x, y, height }: Box): Point => ({ x, y: y + height / 2 });
const below = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height });

/** From side to side; between two columns it turns in the gap. */
function routeOn(from: Box, passes: readonly Point[], to: Box): Point[] {
  const points = [right(from), ...passes, left(to)];
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!next || next.y === point.y) return [point];
    const turn = next.x - COLUMN_GAP / 2;
    return [point, { x: turn, y: point.y }, { x: turn, y: next.y }];
  });
}

/** Down, back under everything, and up again. */
function routeBack(from: Box, to: Box, y: number): Point[] {
  const [start, end] = [below(from), below(to)];
  return [start, { x: start.x, y }, { x: end.x, y }, end];
}
