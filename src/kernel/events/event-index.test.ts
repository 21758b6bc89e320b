import { systemCaller } from '../access/caller.js';
import { EventIndex } from './event-index.js';
import type { EventMatch } from './event-match.js';
import type { HistoryEvent } from './history-event.js';

const caller = systemCaller('test');
const event = (values: Partial<HistoryEvent>) =>
  ({ type: 't', subjectId: 's', customerId: null, regionId: null, ...values }) as HistoryEvent;

/** What watchers of these matches get of an event: how often each. */
function counts(matches: readonly EventMatch[], given: HistoryEvent): number[] {
  const index = new EventIndex();
  const got = matches.map(() => 0);
  matches.forEach((match, n) => index.add({ caller, match }, () => void got[n]!++));
  index.hand(given);
  return got;
}

describe('EventIndex', () => {
  const many = Array.from({ length: 80 }, (_n, n) => `r${n}`);
  const cases: [string, EventMatch, boolean][] = [
    ['everything', {}, true],
    ['its subject', { subjectId: 's1' }, true],
    ['another subject', { subjectId: 's2' }, false],
    ['its subject and another type', { subjectId: 's1', types: ['u'] }, false],
    ['its customer', { customerId: 'c1' }, true],
    ['its customer and another region', { customerId: 'c1', regionIds: ['r2'] }, false],
    ['its type and region, named twice', { types: ['t', 't', 'u'], regionIds: ['r1', 'r1'] }, true],
    ['its type in many regions', { types: ['t', 'u'], regionIds: many }, true],
    ['its type elsewhere', { types: ['t'], regionIds: ['r2'] }, false],
    ['its type', { types: ['t', 'u'] }, true],
    ['its region', { regionIds: ['r1', 'r2'] }, true],
    ['no region', { regionIds: [] }, false],
    ['no type', { types: [] }, false],
  ];
  it.each(cases)('hands an event once to a watcher of %s, or not at all', (_what, match, wanted) => {
    expect(counts([match], event({ subjectId: 's1', customerId: 'c1', regionId: 'r1' }))).toEqual([wanted ? 1 : 0]);
  });

  it('hands events without customer or region to those who ask for neither', () => {
    expect(counts([{}, { types: ['t'] }, { customerId: 'c1' }, { regionIds: ['r1'] }], event({}))).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it('asks only those filed under the event, however many others there are, and forgets those who left', () => {
    const index = new EventIndex();
    let asked = 0;
    const choose = () => {
      asked++;
      return true;
    };
    const leave = Array.from({ length: 10_000 }, (_n, n) =>
      index.add({ caller, match: { customerId: `c${n}` }, choose }, () => undefined),
    );
    index.hand(event({ customerId: 'c77' }));
    expect(asked).toBe(1);
    for (const each of leave) each();
    index.hand(event({ customerId: 'c77' }));
    expect(asked).toBe(1);
    expect((index as unknown as { filed: Map<string, unknown> }).filed.size).toBe(0);
  });

  it('hands on only what `choose` admits', () => {
    const got: string[] = [];
    const index = new EventIndex();
    index.add({ caller, match: {}, choose: ({ type }) => type === 'b' }, ({ type }) => void got.push(type));
    for (const type of ['a', 'b']) index.hand(event({ type }));
    expect(got).toEqual(['b']);
  });
});
