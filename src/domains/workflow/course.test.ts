import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { definitionOf } from '../process/index.js';
import { randomProcess } from '../../testing/random-process.js';
import { tokenFaults, variablesFrom } from '../../testing/token-faults.js';
import {
  checkDefinition,
  compileProcess,
  Course,
  errorsIn,
  LIVE,
  rollBack,
  type Token,
} from '../../kernel/process/index.js';

/** Walks of one run; more by `PROCESS_WALKS`. */
const WALKS = Number(process.env['PROCESS_WALKS'] ?? 1) * 300;
const MOST_MOVES = 300;

const known = {
  template: 'RANDOM',
  isHandler: () => true,
  canCompensate: () => true,
  isAdapter: () => true,
  isOperator: () => true,
  calls: new Map(),
  startsAfter: new Map(),
  isReference: () => true,
  steps: new Map(),
};
const templates = randomProcess({ timers: true }).map(({ parallel, ...input }) => {
  const variables = [
    { name: 'way', type: 'NUMBER' },
    { name: 'again', type: 'BOOLEAN' },
  ];
  return { parallel, definition: definitionOf({ ...input, variables } as never, 'RANDOM') };
});
/** Which token moves, whether it goes back instead, and what is put out; numbers are taken modulo what there is. */
const move = fc.record({
  token: fc.nat(),
  back: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  way: fc.nat({ max: 3 }),
  again: fc.boolean(),
});

class Walk {
  readonly course: Course;
  readonly visits: Token[] = [];

  constructor(definition: ReturnType<typeof definitionOf>) {
    const process = compileProcess(definition);
    this.course = new Course(process, { seq: 0, variables: {}, passed: {}, tokens: [] });
    this.course.start();
    this.keep();
  }

  get working(): Token[] {
    return this.course.live.filter(({ status }) => status === 'ACTIVE');
  }

  get done(): Token[] {
    const worked = (token: Token) => !['START', 'END', 'GATEWAY'].includes(this.course.stepOf(token).kind);
    return this.visits.filter((token) => token.status === 'DONE' && worked(token));
  }

  complete(token: Token, outputs: Record<string, unknown>): void {
    this.course.complete(token, this.course.stepOf(token).outputs.length > 0 ? outputs : {});
    this.keep();
  }

  /** Goes back as the engine does: what must be undone is undone at once, then the step begins again. */
  goBack(target: Token): void {
    const { compensating, again } = rollBack(this.course, this.visits, target, { startVariables: {} });
    for (const token of compensating) this.course.set(token, { status: 'UNDONE' });
    this.course.make(again.step, again);
    this.course.settle();
    this.keep();
  }

  private keep(): void {
    for (const token of this.course.changed) if (!this.visits.includes(token)) this.visits.push(token);
    this.course.changed.clear();
    this.course.entered.length = 0;
  }

  get faults(): string[] {
    const seen = this.visits.map((token) => ({ ...token, kind: this.course.stepOf(token).kind }));
    return [...tokenFaults(seen, this.course.ended), ...this.course.troubles.map(({ message }) => message)];
  }
}

describe('the course of random processes', () => {
  test('WFL-02 what is drawn from sound parts passes the checks', () => {
    fc.assert(
      fc.property(templates, ({ definition }) => {
        expect(errorsIn(checkDefinition(definition, known))).toEqual([]);
      }),
      { numRuns: WALKS / 3 },
    );
  });

  test('WFL-13 WFL-36 WFL-42 WFL-43 loses and doubles no token, whatever is done and gone back to, and comes to its end', () => {
    fc.assert(
      fc.property(templates, fc.array(move, { maxLength: 40 }), ({ definition }, moves) => {
        const walk = new Walk(definition);
        expect(walk.faults).toEqual([]);
        for (const { token, back, way, again } of moves) {
          const { working, done } = walk;
          if (back && done.length > 0) walk.goBack(done[token % done.length]!);
          else if (working.length > 0) walk.complete(working[token % working.length]!, { way, again });
          else break;
          expect(walk.faults).toEqual([]);
          expect(walk.course.variables).toEqual(variablesFrom(walk.visits as never, {}));
        }
        for (let count = 0; walk.working.length > 0; count++) {
          expect(count).toBeLessThan(MOST_MOVES);
          walk.complete(walk.working[0]!, { way: 0, again: false });
        }
        expect(walk.faults).toEqual([]);
        expect(walk.course.ended).toBe(true);
        expect(walk.course.live.filter(({ status }) => LIVE.includes(status))).toEqual([]);
      }),
      { numRuns: WALKS },
    );
  });

  test('WFL-42 without parallel branches, going back to a step leaves what was there when it began', () => {
    const serial = templates.filter(({ parallel }) => !parallel);
    fc.assert(
      fc.property(
        serial,
        fc.array(move, { minLength: 1, maxLength: 30 }),
        fc.nat(),
        ({ definition }, moves, choice) => {
          const walk = new Walk(definition);
          const before = new Map<string, Record<string, unknown>>();
          for (const { way, again } of moves) {
            const [token] = walk.working;
            if (!token) break;
            before.set(token.id, { ...walk.course.variables });
            walk.complete(token, { way, again });
          }
          const target = walk.done[choice % walk.done.length]!;
          walk.goBack(target);
          expect(walk.working.map(({ step }) => step)).toEqual([target.step]);
          expect(walk.course.variables).toEqual(before.get(target.id));
          expect(walk.faults).toEqual([]);
        },
      ),
      { numRuns: WALKS },
    );
  });
});
