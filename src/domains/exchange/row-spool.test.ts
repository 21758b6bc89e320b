import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { Cell } from '../../kernel/tables/index.js';
import { until } from '../../testing/until.js';
import { RowSpool } from './row-spool.js';

const names = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('rows-'));

test('CUS-26 rows that wait lie where nobody else finds them, and come back as they were', async () => {
  const before = new Set(await names());
  const spool = new RowSpool();
  const trees = [
    { code: new Cell('code', '甲'), parts: [{ name: new Cell('name', 'x'.repeat(70_000)) }] },
    { none: null },
  ];
  const places = await Promise.all(trees.map((tree) => spool.add(tree)));
  // Another import may be about to take the name from its own.
  await until(async () => (await names()).every((name) => before.has(name)));
  expect(await Promise.all(places.toReversed().map((place) => spool.read(place)))).toEqual(trees.toReversed());
  await spool.close();
  await expect(spool.read(places[0]!)).rejects.toThrow();
});
