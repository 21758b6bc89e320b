import fc from 'fast-check';

/** A part of a random process: one step, or several in a shape. */
type Block =
  | { shape: 'HUMAN' | 'LIMITED' | 'AUTOMATIC' | 'TIMER' | 'CALL' | 'SPAWN' }
  | { shape: 'ROW' | 'CHOICE' | 'BOTH' | 'RACE'; parts: Block[] }
  | { shape: 'LOOP'; parts: [Block] };

/** A step of a definition as the graph takes it. */
export interface RandomStep {
  code: string;
  kind: string;
  [option: string]: unknown;
}

/** A definition that passes every check: whatever is chosen in it, it can come to its end. */
export interface RandomProcess {
  steps: RandomStep[];
  flows: { from: string; to: string; condition?: string; isDefault?: boolean }[];
  /** Whether branches run beside each other somewhere. */
  parallel: boolean;
}

/** What people put out at every step of theirs: which way a choice takes, and whether a loop goes round again. */
export const OUTPUTS = [
  { name: 'way', type: 'NUMBER' },
  { name: 'again', type: 'BOOLEAN' },
];

/** What random processes are made of, besides people and handlers. */
export interface RandomParts {
  timers: boolean;
  /** Whether some people have a limit after which the process goes on without them. */
  limits?: boolean;
  /** Code of a template that steps call, and for some do not wait. */
  calls?: string;
  /** Whether most steps do. */
  callsOften?: boolean;
}

/** Minutes that such people have. */
export const LIMIT_MINUTES = 25;

/** Random processes out of steps of people, handlers and the like, one after another, chosen between, beside each other, and in loops. */
export function randomProcess({ timers, limits, calls, callsOften }: RandomParts): fc.Arbitrary<RandomProcess> {
  const called = calls ? ['CALL', 'SPAWN', ...(callsOften ? ['CALL', 'CALL', 'SPAWN'] : [])] : [];
  const more = [...(timers ? ['TIMER'] : []), ...(limits ? ['LIMITED'] : []), ...called];
  const leaf: fc.Arbitrary<Block> = fc.record({
    shape: fc.constantFrom(...(['HUMAN', 'AUTOMATIC', ...more] as 'HUMAN'[])),
  });
  const { block } = fc.letrec<{ block: Block }>((tie) => {
    const parts = fc.array(tie('block'), { minLength: 2, maxLength: 3 });
    return {
      block: fc.oneof(
        { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
        leaf,
        fc.record({ shape: fc.constantFrom('ROW', 'CHOICE', 'BOTH', 'RACE'), parts }) as fc.Arbitrary<Block>,
        fc.record({ shape: fc.constant('LOOP'), parts: fc.tuple(tie('block')) }) as fc.Arbitrary<Block>,
      ),
    };
  });
  return fc
    .array(block, { minLength: 1, maxLength: 3 })
    .map((parts) => new Drawing(calls).draw({ shape: 'ROW', parts }));
}

class Drawing {
  private readonly steps: RandomStep[] = [];
  private readonly flows: RandomProcess['flows'] = [];
  private parallel = false;
  private readonly limited: string[] = [];

  constructor(private readonly calls: string | undefined) {}

  draw(block: Block): RandomProcess {
    const start = this.add('START');
    const [first, last] = this.place(block);
    const end = this.add('END');
    this.flow(start, first);
    this.flow(last, end);
    for (const code of this.limited) this.limit(code);
    return { steps: this.steps, flows: this.flows, parallel: this.parallel };
  }

  /** @returns codes of its first and of its last step */
  private place(block: Block): [first: string, last: string] {
    switch (block.shape) {
      case 'HUMAN':
        return this.only('HUMAN', { operator: { kind: 'POSITION', code: 'HALL_CLERK' }, outputs: OUTPUTS });
      case 'LIMITED': {
        const own = this.place({ shape: 'HUMAN' });
        this.limited.push(own[0]);
        return own;
      }
      case 'CALL':
        return this.only('SUBPROCESS', { subprocess: { template: this.calls } });
      case 'SPAWN':
        return this.only('SUBPROCESS', { subprocess: { template: this.calls, wait: false } });
      case 'AUTOMATIC':
        return this.only('AUTOMATIC', { handler: 'test.ledger', compensation: 'test.ledger' });
      case 'TIMER':
        return this.only('TIMER', { timer: '30' });
      case 'ROW':
        return block.parts
          .map((part) => this.place(part))
          .reduce(([first, before], [next, last]) => {
            this.flow(before, next);
            return [first, last];
          });
      case 'LOOP':
        return this.loop(block.parts[0]);
      default:
        return this.branches(block.shape, block.parts);
    }
  }

  private branches(shape: 'CHOICE' | 'BOTH' | 'RACE', parts: Block[]): [string, string] {
    const chooses = shape === 'CHOICE';
    this.parallel ||= !chooses;
    const split = this.add('GATEWAY', { split: chooses ? 'EXCLUSIVE' : 'PARALLEL' });
    const ends = parts.map((part) => this.place(part));
    const join = this.add('GATEWAY', { join: shape === 'BOTH' ? 'ALL' : 'ANY' });
    ends.forEach(([first, last], index) => {
      const isDefault = index === ends.length - 1;
      this.flow(split, first, chooses ? (isDefault ? { isDefault } : { condition: `way = ${index}` }) : {});
      this.flow(last, join);
    });
    return [split, join];
  }

  /** A person does something, then the body, then it goes round again if the person said so. */
  private loop(body: Block): [string, string] {
    const [ask] = this.place({ shape: 'HUMAN' });
    const [first, last] = this.place(body);
    const turn = this.add('GATEWAY', { split: 'EXCLUSIVE' });
    const out = this.add('GATEWAY');
    this.flow(ask, first);
    this.flow(last, turn);
    this.flow(turn, ask, { condition: 'again = true' });
    this.flow(turn, out, { isDefault: true });
    return [ask, out];
  }

  /** A step whose next one nothing else leads to goes on there when its limit passes; past a join it would leave others behind. */
  private limit(code: string): void {
    const { to } = this.flows.find(({ from }) => from === code)!;
    if (this.flows.filter((flow) => flow.to === to).length > 1) return;
    const step = this.steps.find((each) => each.code === code)!;
    Object.assign(step, {
      timeLimits: [{ minutes: LIMIT_MINUTES }],
      alarms: [{ code: 'LATE', level: 'MINOR', action: 'MOVE', to }],
    });
  }

  private only(kind: string, more: object): [string, string] {
    const code = this.add(kind, more);
    return [code, code];
  }

  private add(kind: string, more: object = {}): string {
    const code = `${kind.toLowerCase()}${this.steps.length}`;
    this.steps.push({ code, kind, ...more });
    return code;
  }

  private flow(from: string, to: string, more: object = {}): void {
    this.flows.push({ from, to, ...more });
  }
}
