import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { Cell } from '../../kernel/tables/index.js';
import { whileWriting } from '../../testing/file-writes.js';
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

const treeOf = (at: number) => ({ code: new Cell('code', `甲${at}`), text: '多'.repeat(100 + at * 37) });

test('CUS-26 rows that a disk takes in parts, many at a time, come back whole', async () => {
  const spool = new RowSpool();
  const trees = Array.from({ length: 40 }, (_, at) => treeOf(at));
  let parts = 0;
  const places = await whileWriting(
    // Odd lengths, so that parts end within a character.
    (write, bytes, offset, length, position) => write(bytes, offset, Math.min(length, 1 + (++parts % 97)), position),
    () => Promise.all(trees.map((tree) => spool.add(tree))),
  );
  expect(parts).toBeGreaterThan(10 * trees.length);
  expect(await Promise.all(places.map((place) => spool.read(place)))).toEqual(trees);
  await spool.close();
});

test('CUS-26 a row that a full disk takes a part of is refused, and those before and after it are as they were', async () => {
  const spool = new RowSpool();
  const first = await spool.add(treeOf(1));
  let left = 50;
  const refused = whileWriting(
    async (write, bytes, offset, length, position) => {
      if (left <= 0) throw Object.assign(new Error('No space left on device.'), { code: 'ENOSPC' });
      const written = await write(bytes, offset, Math.min(length, left), position);
      left -= written.bytesWritten;
      return written;
    },
    () => spool.add(treeOf(2)),
  );
  await expect(refused).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(left).toBe(0);
  const third = await spool.add(treeOf(3));
  expect([await spool.read(first), await spool.read(third)]).toEqual([treeOf(1), treeOf(3)]);
  await spool.close();
});
