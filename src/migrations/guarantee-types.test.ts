import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPastDatabase, id, type PastDatabase } from '../testing/past-database.js';

let past: PastDatabase;
beforeAll(async () => void (past = await createPastDatabase('M0063')));
afterAll(() => past.end());

const KINDS = ['NONE', 'INSTANCE', 'EMPLOYEE', 'DEPOSIT'];

it('PRD-42 guarantees that were asked for and brought before kinds were data are of the kinds that came with the system', async () => {
  // The rows are of guarantees only: what they refer to and what else they say is made up.
  await past.loosen(['offering', 'order_guarantee'], ['guarantee', 'guarantee_count', 'guarantee_amount', 'kind']);
  for (const [at, kind] of KINDS.entries()) {
    const asked = { id: id(10 + at), guarantee: kind, guarantee_count: kind === 'EMPLOYEE' ? 2 : null };
    await past.insert('offering', asked);
    for (const more of [0, 1])
      await past.insert('order_guarantee', { id: id(20 + 2 * at + more), order_item_id: id(30 + 2 * at + more), kind });
  }
  const read = async (table: string) =>
    (
      await past.client.query<Record<string, unknown>>(`select to_jsonb("t") "row" from "${table}" "t" order by "id"`)
    ).rows.map(({ row }) => row as Record<string, unknown>);
  const before = { offering: await read('offering'), guarantee: await read('order_guarantee') };

  await past.migrate();

  const types = new Map((await read('guarantee_type')).map((type) => [type['id'], type]));
  expect([...types.values()].map(({ code, given_as, active }) => [code, given_as, active]).toSorted()).toEqual([
    ['DEPOSIT', 'DEPOSIT', true],
    ['EMPLOYEE', 'EMPLOYEE', true],
    ['INSTANCE', 'INSTANCE', true],
  ]);
  const codeOf = (type: unknown) => types.get(type as string)?.['code'] ?? 'NONE';
  const after = { offering: await read('offering'), guarantee: await read('order_guarantee') };
  expect(after.offering.map(({ guarantee, guarantee_type_id }) => [guarantee, codeOf(guarantee_type_id)])).toEqual(
    KINDS.map((kind) => [kind, kind]),
  );
  expect(after.guarantee.map(({ kind, type_id }) => [kind, codeOf(type_id)])).toEqual(
    KINDS.flatMap((kind) => [
      [kind, kind],
      [kind, kind],
    ]),
  );
  // Nothing else of them changed.
  for (const [table, known] of Object.entries(before))
    known.forEach((row, at) => expect(after[table as keyof typeof after][at]).toMatchObject(row));
});
