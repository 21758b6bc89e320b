import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPastDatabase, id, type PastDatabase } from '../testing/past-database.js';

let past: PastDatabase;
beforeAll(async () => void (past = await createPastDatabase('M0100')));
afterAll(() => past.end());

it('PRD-53 versions of before take over the services and rules of sale that held until then, and the present one its relations', async () => {
  // The rows are of offerings only: what they refer to is not there.
  await past.loosen();
  for (const [key, code] of [
    [1, 'SOLD'],
    [2, 'OTHER'],
    [3, 'PLAIN'],
  ] as const)
    // prettier-ignore
    await past.insert('offering', { id: id(key), code, status: 'IN_USE', level: 'HEADQUARTERS', guarantee: 'NONE' });
  const stale = { relations: [{ kind: 'DEPEND', to: 'FORMER', prompt: null }], name: 'Sold' };
  const version = (key: number, offering: number, number: number, until: string | null) =>
    past.insert('offering_version', {
      ...{ id: id(key), offering_id: id(offering), number, validity_to: until, content: JSON.stringify(stale) },
    });
  await version(11, 1, 1, '2026-02-01');
  await version(12, 1, 2, null);
  await version(13, 3, 1, null);
  for (const [key, service] of [
    [21, 'SUSPEND'],
    [22, 'MOVE'],
  ] as const)
    // prettier-ignore
    await past.insert('offering_service', { id: id(key), offering_id: id(1), service });
  await past.insert('offering_relation', {
    id: id(31),
    from_id: id(1),
    to_id: id(2),
    kind: 'EXCLUDE',
    prompt: 'Never.',
  });
  await past.insert('offering_relation', { id: id(32), from_id: id(1), to_id: id(3), kind: 'DEPEND', prompt: null });
  await past.insert('sales_rule_kind', { id: id(41), code: 'SEGMENT', stage: 'TARGET' });
  const rule = (key: number, form: string, position: number, more: object = {}) =>
    past.insert('sales_rule', {
      ...{ id: id(key), offering_id: id(1), form, position, parent_id: null, kind_id: null, values: [], negate: false },
      ...more,
    });
  await rule(51, 'CONDITION', 2, { condition: 'true', message: 'Told.' });
  await rule(52, 'ANY', 1);
  await rule(53, 'KIND', 2, { parent_id: id(52), kind_id: id(41), values: ['GOLD'], negate: true });
  await rule(54, 'ALL', 1, { parent_id: id(52) });
  await rule(55, 'CONDITION', 1, { parent_id: id(54), condition: 'false' });

  await past.migrate();

  const { rows } = await past.client.query<{ content: object }>(
    'select "content" from "offering_version" order by "id"',
  );
  const sold = {
    name: 'Sold',
    allowedServices: ['MOVE', 'SUSPEND'],
    salesRules: [
      { any: [{ all: [{ condition: 'false' }] }, { negate: true, kind: 'SEGMENT', values: ['GOLD'] }] },
      { condition: 'true', message: 'Told.' },
    ],
  };
  const relations = [
    { kind: 'DEPEND', to: 'PLAIN', prompt: null },
    { kind: 'EXCLUDE', to: 'OTHER', prompt: 'Never.' },
  ];
  expect(rows.map(({ content }) => content)).toEqual([
    expect.objectContaining({ ...sold, relations: stale.relations }),
    expect.objectContaining({ ...sold, relations }),
    expect.objectContaining({ name: 'Sold', allowedServices: [], salesRules: [], relations: [] }),
  ]);
});
