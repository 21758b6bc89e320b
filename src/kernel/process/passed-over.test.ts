import { expect, test } from '@jest/globals';
import type { FlowDefinition } from './definition.js';
import { onEveryWay } from './passed-over.js';

/** Flows as `from > to`. */
const ways = (...flows: string[]) => {
  const out = new Map<string, FlowDefinition[]>();
  for (const flow of flows) {
    const [from, to] = flow.split(' > ') as [string, string];
    const each = { from, to, condition: null, isDefault: false, priority: 0 } as FlowDefinition;
    out.set(from, [...(out.get(from) ?? []), each]);
  }
  return { out };
};

test('WFL-37 a step is passed over that stands on every way to another, also where the ways lead round and round', () => {
  const process = ways('a > b', 'b > c', 'c > d', 'd > b', 'a > e', 'e > c', 'd > end');
  expect(onEveryWay(process, 'a', 'd', ['b', 'c'])).toBe('c');
  // There is a way round it.
  expect(onEveryWay(process, 'a', 'c', ['b'])).toBeUndefined();
  expect(onEveryWay(process, 'a', 'c', ['c'])).toBeUndefined();
  expect(onEveryWay(process, 'd', 'c', ['b'])).toBe('b');
  // Nothing leads there.
  expect(onEveryWay(process, 'end', 'a', ['b'])).toBeUndefined();
});
