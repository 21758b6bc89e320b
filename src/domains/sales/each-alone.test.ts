import { expect, test } from '@jest/globals';
import { eachAlone } from './each-alone.js';

test('one of many that fails holds up none of the others, and is told at the end', async () => {
  const done: number[] = [];
  const run = async (one: number) => {
    if (one % 2 === 0) throw new Error(`No ${one}`);
    done.push(one);
  };
  await expect(eachAlone([1, 2, 3, 4, 5], undefined, run)).rejects.toThrow('No 2');
  expect(done).toEqual([1, 3, 5]);
});

test('ends before the next one when it is told to', async () => {
  const ending = new AbortController();
  const done: number[] = [];
  const run = async (one: number) => {
    done.push(one);
    ending.abort();
  };
  await expect(eachAlone([1, 2], ending.signal, run)).rejects.toThrow();
  expect(done).toEqual([1]);
});
