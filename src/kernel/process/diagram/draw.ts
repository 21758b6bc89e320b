import type { ProcessDefinition, StepDefinition } from '../definition.js';
import { movesOf } from '../moves.js';
import type { Point } from './layout.js';
import { layOutProcess } from './places.js';
import { xmlElement, xmlText } from './xml-text.js';

/** How a step of a running instance is marked. */
export type StepMark = 'PRESENT' | 'HELD' | 'DONE' | 'EXCEPTION';

/** What is marked in a picture. */
export interface PictureMarks {
  /** Title of the picture; the name of the process when absent. */
  title?: string;
  /** Marks by code of the step; a step without one was not reached. */
  steps: ReadonlyMap<string, StepMark>;
}

const STYLE = `text{font:12px sans-serif;fill:#222}.shape{fill:#fff;stroke:#333;stroke-width:1.5}.flow{fill:none;stroke:#555;stroke-width:1.2}
.jump{stroke-dasharray:5 3}.late{stroke-dasharray:2 3;stroke:#a94442}.end{stroke-width:3.5}.done .shape{fill:#dff0d8;stroke:#3c763d}.present .shape{fill:#d9edf7;stroke:#1f6fb2;stroke-width:3}
.held .shape{fill:#fcf8e3;stroke:#8a6d3b;stroke-width:3}.exception .shape{fill:#f2dede;stroke:#a94442;stroke-width:3}.kind{font-size:9px;fill:#666}.when{font-size:10px;fill:#555}`;

const MARKED: Record<StepMark, string> = { PRESENT: 'present', HELD: 'held', DONE: 'done', EXCEPTION: 'exception' };

/**
 * Draws a process as SVG, steps from left to right. Nothing in it is a script, and every text is escaped. A step's mark is said in its
 * title too, so that it is told by more than its colour.
 */
export function drawProcess(definition: ProcessDefinition, marks?: PictureMarks): string {
  const { boxes, routes, left, top, width, height } = layOutProcess(definition);
  const drawn = new Set<string>();
  const steps = definition.steps.flatMap((step) => {
    if (drawn.has(step.code)) return [];
    drawn.add(step.code);
    return drawStep(step, boxes.get(step.code)!, marks?.steps.get(step.code));
  });
  const flows = definition.flows.flatMap((flow, index) => {
    const route = routes[index]!;
    if (route.length === 0) return [];
    const said = flow.condition ?? (flow.isDefault ? 'otherwise' : null);
    const named = flow.name ?? null;
    const line = xmlElement('polyline', {
      class: flow.kind === 'JUMP' ? 'flow jump' : 'flow',
      points: route.map(({ x, y }) => `${round(x)},${round(y)}`).join(' '),
      'marker-end': 'url(#arrow)',
    });
    const title = xmlElement(
      'title',
      {},
      xmlText([`${flow.from} → ${flow.to}`, named, said].filter(Boolean).join(': ')),
    );
    return xmlElement('g', {}, title + line + (named || said ? label(route, named ?? said!) : ''));
  });
  const moves = movesOf(definition).flatMap(({ from, to, alarm }, index) => {
    const route = routes[definition.flows.length + index]!;
    if (route.length === 0) return [];
    const points = route.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
    const line = xmlElement('polyline', { class: 'flow late', points, 'marker-end': 'url(#arrow)' });
    const named = xmlElement('title', {}, xmlText(`${from} → ${to}: not done in time (${alarm.code})`));
    return xmlElement('g', {}, named + line);
  });
  const title = marks?.title ?? definition.name;
  return xmlElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ role: 'img', 'aria-labelledby': 'title desc' },
      ...{ width: round(width), height: round(height), viewBox: [left, top, width, height].map(round).join(' ') },
    },
    [
      xmlElement('title', { id: 'title' }, xmlText(title)),
      xmlElement('desc', { id: 'desc' }, xmlText(describe(definition, marks))),
      xmlElement('style', {}, STYLE),
      '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="#555"/></marker></defs>',
      ...flows,
      ...moves,
      ...steps,
    ],
  );
}

/** What the picture shows, in words. */
function describe({ steps, flows }: ProcessDefinition, marks: PictureMarks | undefined): string {
  const whole = `${steps.length} steps and ${flows.length} flows.`;
  if (!marks) return whole;
  const marked = (mark: StepMark, said: string) => {
    const named = steps.filter(({ code }) => marks.steps.get(code) === mark).map(({ name }) => name);
    return named.length > 0 ? [`${said}: ${named.join(', ')}.`] : [];
  };
  return [
    whole,
    ...marked('DONE', 'Done'),
    ...marked('PRESENT', 'Now at'),
    ...marked('HELD', 'Held at'),
    ...marked('EXCEPTION', 'Cannot go on at'),
  ].join(' ');
}

function drawStep(step: StepDefinition, box: { x: number; y: number; width: number; height: number }, mark?: StepMark) {
  const { x, y, width, height } = box;
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const named = xmlElement('title', {}, xmlText(`${step.name} (${step.kind})${mark ? `: ${mark}` : ''}`));
  const inside = width > 60;
  const lines = wrap(step.name, inside ? 20 : 18);
  const from = inside ? middleY - (lines.length - 1) * 7 + 4 : y + height + 14;
  const texts = lines.map((line, index) =>
    xmlElement('text', { x: round(middleX), y: round(from + index * 14), 'text-anchor': 'middle' }, xmlText(line)),
  );
  const kind = inside ? xmlElement('text', { class: 'kind', x: round(x + 6), y: round(y + 12) }, step.kind) : '';
  return xmlElement('g', { class: mark ? MARKED[mark] : null, 'data-step': step.code }, [
    named,
    shape(step, box, middleX, middleY),
    kind,
    ...texts,
  ]);
}

function shape(
  { kind, join, split }: StepDefinition,
  box: Parameters<typeof drawStep>[1],
  x: number,
  y: number,
): string {
  const { width, height } = box;
  if (kind === 'GATEWAY') {
    const corners = [
      [x, box.y],
      [box.x + width, y],
      [x, box.y + height],
      [box.x, y],
    ];
    const points = corners.map((corner) => corner.map(round).join(',')).join(' ');
    const sign = split === 'PARALLEL' || join === 'ALL' ? '+' : '×';
    const style = { x: round(x), y: round(y + 5), 'text-anchor': 'middle' };
    return xmlElement('polygon', { class: 'shape', points }) + xmlElement('text', style, sign);
  }
  if (kind === 'START' || kind === 'END' || kind === 'TIMER') {
    const circle = xmlElement('circle', {
      class: kind === 'END' ? 'shape end' : 'shape',
      ...{ cx: round(x), cy: round(y), r: width / 2 },
    });
    const hands = `M${round(x)} ${round(y - 9)}V${round(y)}H${round(x + 7)}`;
    return kind === 'TIMER' ? circle + xmlElement('path', { class: 'flow', d: hands }) : circle;
  }
  return xmlElement('rect', { class: 'shape', x: round(box.x), y: round(box.y), width, height, rx: 8 });
}

/** A short text beside the beginning of a flow. */
function label(route: readonly Point[], text: string): string {
  const { x, y } = route[0]!;
  return xmlElement('text', { class: 'when', x: round(x + 4), y: round(y - 5) }, xmlText(wrap(text, 22)[0]!));
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Characters of CJK scripts are about twice as wide as others. */
const cells = (character: string): number => (character.codePointAt(0)! >= 0x1100 ? 2 : 1);

/** A text in at most three lines of so many cells; what is longer ends with an ellipsis. */
function wrap(text: string, room: number): string[] {
  const lines = [''];
  let used = 0;
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    if (used + cells(character) > room) {
      if (lines.length === 3) {
        lines[2] += '…';
        return lines;
      }
      lines.push('');
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += cells(character);
  }
  return lines;
}
