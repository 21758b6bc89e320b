import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
  await desk.graph.database.pool.query('delete from offering_relation');
});
afterAll(() => desk.graph.close());

const id = (code: string) => desk.offeringId(code);
const relate = async (from: string, to: string, kind: string, more: object = {}) =>
  desk.run('offeringRelationSave', 'offering { relations(first: 9) { nodes { kind prompt to { code } } } }', {
    fromId: await id(from),
    toId: await id(to),
    kind,
    ...more,
  });

describe('relations of offerings', () => {
  test('PRD-54 offerings need, exclude, compete with and upgrade one another; a relation is changed and taken away', async () => {
    for (const kind of ['DEPEND', 'COMPETE', 'UPGRADE']) await relate('OF_PHONE', 'OF_MOBILE', kind);
    const changed = await relate('OF_PHONE', 'OF_MOBILE', 'UPGRADE', { prompt: 'Take it along.' });
    expect(changed.offering.relations.nodes).toHaveLength(3);
    expect(changed.offering.relations.nodes).toContainEqual({
      kind: 'UPGRADE',
      prompt: 'Take it along.',
      to: { code: 'OF_MOBILE' },
    });
    for (const kind of ['DEPEND', 'COMPETE', 'UPGRADE']) await relate('OF_PHONE', 'OF_MOBILE', kind, { remove: true });
    expect(await desk.count('offering_relation')).toBe(0);
    expect(faults(await relate('OF_PHONE', 'OF_MOBILE', 'UPGRADE', { remove: true }))).toEqual([
      'NOT_FOUND input.kind',
    ]);
  });

  test('PRD-54 PRD-56 contradictions are refused, also through others and through the products', async () => {
    expect(faults(await relate('OF_PHONE', 'OF_PHONE', 'COMPETE'))).toEqual(['CONTRADICTORY input.toId']);
    await relate('OF_ROAMING', 'OF_MOBILE', 'DEPEND');
    await relate('OF_MOBILE', 'OF_TECH_SUPPORT', 'DEPEND');
    expect(faults(await relate('OF_TECH_SUPPORT', 'OF_ROAMING', 'DEPEND'))).toEqual(['CONTRADICTORY input.toId']);
    expect(faults(await relate('OF_TECH_SUPPORT', 'OF_ROAMING', 'EXCLUDE'))).toEqual(['CONTRADICTORY input.kind']);
    await relate('OF_TECH_SUPPORT', 'OF_PHONE', 'EXCLUDE');
    expect(faults(await relate('OF_PHONE', 'OF_ROAMING', 'DEPEND'))).toEqual(['CONTRADICTORY input.kind']);
    await desk.graph.database.pool.query(
      `insert into product_relation (id, created_at, updated_at, from_id, to_id, kind, validity_from)
       select gen_random_uuid(), now(), now(), a.id, b.id, 'EXCLUDE', now() from product a, product b
       where a.code = 'ONLINE_BACKUP' and b.code = 'ONLINE_SECURITY' on conflict do nothing`,
    );
    const before = await desk.count('offering_relation');
    expect(faults(await relate('OF_ONLINE_BACKUP', 'OF_ONLINE_SECURITY', 'DEPEND'))).toEqual([
      'CONTRADICTORY input.kind',
    ]);
    expect(await desk.count('offering_relation')).toBe(before);
    await desk.graph.database.pool.query('delete from offering_relation');
  });

  test('PRD-54 of two relations written at once that contradict each other one is refused', async () => {
    const deadlocks = `select deadlocks::int "n" from pg_stat_database where datname = current_database()`;
    const before = (await desk.graph.database.pool.query(deadlocks)).rows;
    for (let round = 0; round < 5; round++) {
      const both = await Promise.all([
        relate('OF_PHONE', 'OF_MOBILE', 'DEPEND'),
        relate('OF_MOBILE', 'OF_PHONE', 'EXCLUDE'),
      ]);
      expect(both.flatMap(faults)).toEqual(['CONTRADICTORY input.kind']);
      await desk.graph.database.pool.query('delete from offering_relation');
    }
    expect((await desk.graph.database.pool.query(deadlocks)).rows).toEqual(before);
  });
});

test('PRD-55 who has or orders one offering is offered a better one or another besides, when the rules of sale admit it', async () => {
  const customerId = await desk.customer('Prompted Buyer');
  await relate('OF_INTERNET_DSL', 'OF_INTERNET_FIBER', 'UPGRADE', { prompt: 'Ten times as fast.' });
  await relate('OF_INTERNET_DSL', 'OF_INTERNET_FIBER', 'EXCLUDE');
  await relate('OF_INTERNET_DSL', 'OF_STREAMING_TV', 'CROSS_SELL');
  await relate('OF_MOBILE', 'OF_ROAMING', 'CROSS_SELL');
  const ask = (input: object = {}) =>
    desk.ask('offeringSuggestions', 'OfferingSuggestionsInput', 'kind prompt because { code } offering { code }', {
      customerId,
      ...input,
    });
  expect(await ask()).toEqual([]);
  await desk.give(customerId, 'OF_INTERNET_DSL', 1, 'INTERNET_DSL');
  const upgrade = {
    ...{ kind: 'UPGRADE', prompt: 'Ten times as fast.' },
    because: { code: 'OF_INTERNET_DSL' },
    offering: { code: 'OF_INTERNET_FIBER' },
  };
  const television = {
    kind: 'CROSS_SELL',
    prompt: null,
    because: { code: 'OF_INTERNET_DSL' },
    offering: { code: 'OF_STREAMING_TV' },
  };
  expect(await ask()).toEqual([upgrade, television]);
  const cart = [await id('OF_MOBILE'), await id('OF_STREAMING_TV')];
  expect(
    (await ask({ cartOfferingIds: cart })).map((each: { offering: { code: string } }) => each.offering.code),
  ).toEqual(['OF_INTERNET_FIBER', 'OF_ROAMING']);
  await desk.run('offeringSalesRulesSave', '', {
    offeringId: await id('OF_STREAMING_TV'),
    rules: [{ condition: 'customer.type = "BIG"' }],
  });
  expect(await ask()).toEqual([upgrade]);
});

test('PRD-113 the form of an offering has types, bounds, defaults and what the bundle fixes; values are checked', async () => {
  const fields = `fields { name label dataType required allowedValues min max unit defaultValue fixedValue pieces product { code } } objections { code path details }`;
  const ask = (offeringId: string, values?: object[]) =>
    desk.ask('offeringForm', 'OfferingFormInput', fields, { offeringId, values });
  const bundle = await id('OF_HOME_ENTERTAINMENT');
  const form = await ask(bundle);
  const bandwidth = form.fields.find((field: { name: string }) => field.name === 'bandwidth');
  expect(bandwidth).toMatchObject({ product: { code: 'INTERNET_FIBER' }, fixedValue: 1000, required: false });
  expect(form.objections).toEqual([]);
  const { data } = await desk.graph.query(
    '{ product(code: "INTERNET_FIBER") { attributes(first: 20) { nodes { code dataType allowedValues min max unit defaultValue } } } }',
  );
  const { code, ...template } = data.product.attributes.nodes.find(
    (each: { code: string }) => each.code === 'bandwidth',
  );
  expect(bandwidth).toMatchObject({ name: code, ...template });
  const codes = async (offeringId: string, ...values: object[]) =>
    (await ask(offeringId, values)).objections.map(
      (each: { code: string; path: string[] }) => `${each.code} ${each.path.join('.')}`,
    );
  expect(await codes(bundle, { name: 'bandwidth', value: 500 }, { name: 'taste', value: 1 })).toEqual([
    'FIXED_BY_OFFERING input.values.0.value',
    'UNKNOWN_CHARACTERISTIC input.values.1.name',
  ]);
  expect(await codes(bundle, { name: 'bandwidth', value: 1000 })).toEqual([]);
  expect(await codes(await id('OF_INTERNET_FIBER'), { name: 'bandwidth', value: 'fast' })).toEqual([
    'BAD_CHARACTERISTIC input.values.0.value',
  ]);
  await desk.graph.database.pool.query(
    `update product_attribute set mandatory = true, default_value = null where code = 'bandwidth'`,
  );
  expect(await codes(await id('OF_INTERNET_FIBER'))).toEqual(['REQUIRED input.values']);
});
