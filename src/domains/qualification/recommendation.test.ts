import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
  await desk.graph.database.pool.query('delete from offering_relation');
});
afterAll(() => desk.graph.close());

const id = (code: string) => desk.offeringId(code);
const RELATIONS = 'relations(first: 9) { nodes { kind prompt to { code } } }';
const propose = async (from: string, to: string, kind: string, more: object = {}) =>
  desk.run('offeringRelationSave', 'held offering { id }', {
    fromId: await id(from),
    toId: await id(to),
    kind,
    ...more,
  });
/** Proposes a relation, and approves it as somebody else unless it was refused; answers what is so then. */
const relate = async (from: string, to: string, kind: string, more: object = {}) => {
  const proposed = await propose(from, to, kind, more);
  if (proposed.held) await approve(desk.graph, await id(from));
  const { data } = await desk.graph.query(`query ($code: String!) { offering(code: $code) { ${RELATIONS} } }`, {
    code: from,
  });
  return { ...proposed, offering: data.offering };
};

const decide = async (code: string, approved: boolean) => {
  const approvalId = await openApproval(desk.graph, await id(code));
  expect(faults(await desk.run('approvalDecide', '', { approvalId, approved, remark: 'so' }, SECOND))).toEqual([]);
};

describe('relations of offerings', () => {
  test('PRD-54 WFL-28 of what has been approved somebody else approves a relation first; of a draft it holds at once', async () => {
    const [from, to] = ['OF_PHONE', 'OF_MOBILE'];
    const versions = `select count(*)::int n from offering_version`;
    const counts = async () => [
      await desk.count('offering_relation'),
      (await desk.graph.database.pool.query(versions)).rows[0].n,
    ];
    const before = await counts();
    expect(await propose(from, to, 'UPGRADE', { prompt: 'More of it.', reason: 'asked for' })).toMatchObject({
      userErrors: [],
      held: true,
    });
    expect(await counts()).toEqual(before);
    expect(faults(await propose(from, to, 'COMPETE'))).toEqual(['APPROVAL_PENDING input.fromId']);
    const { data } = await desk.graph.query(
      `query ($id: String!) { approvals(first: 2, filter: { subjectId: { eq: $id }, status: { eq: ASKED } }) { nodes { kind reason changes } } }`,
      { id: await id(from) },
    );
    expect(data.approvals.nodes).toEqual([
      {
        ...{ kind: 'OFFERING_RELATION', reason: 'asked for' },
        changes: { 'relation UPGRADE': { old: null, new: { to, prompt: 'More of it.' } } },
      },
    ]);
    const own = { approvalId: await openApproval(desk.graph, await id(from)), approved: true };
    expect((await desk.run('approvalDecide', '', own)).userErrors).not.toEqual([]);
    await decide(from, false);
    expect(await counts()).toEqual(before);
    expect(await propose(from, to, 'UPGRADE')).toMatchObject({ held: true });
    await decide(from, true);
    expect(await counts()).toEqual([before[0]! + 1, before[1]! + 1]);
    expect(await propose(from, to, 'UPGRADE', { remove: true })).toMatchObject({ held: true });
    expect(await counts()).toEqual([before[0]! + 1, before[1]! + 1]);
    await decide(from, true);
    expect((await counts())[0]).toBe(before[0]);
    const draft = await desk.run('offeringClone', 'offering { id }', {
      ...{ offeringId: await id(from), code: 'OF_DRAFT', name: 'Draft' },
    });
    const input = { fromId: draft.offering.id, toId: await id(to), kind: 'COMPETE' };
    expect(await desk.run('offeringRelationSave', 'held', input)).toEqual({ userErrors: [], held: false });
    expect((await counts())[0]).toBe(before[0]! + 1);
    await desk.graph.database.pool.query('delete from offering_relation');
  });

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

  test('PRD-56 what an offering needs besides, and what needs it, must go together with what it is to need', async () => {
    const sql = (text: string) => desk.graph.database.pool.query(text);
    await relate('OF_PHONE', 'OF_MOBILE', 'EXCLUDE');
    expect(faults(await relate('OF_TECH_SUPPORT', 'OF_PHONE', 'DEPEND'))).toEqual([]);
    const before = await desk.count('offering_relation');
    // It needs one of two that exclude each other already.
    const refused = await relate('OF_TECH_SUPPORT', 'OF_MOBILE', 'DEPEND');
    expect(refused.userErrors).toMatchObject([
      { code: 'CONTRADICTORY', path: ['input', 'kind'], details: { of: 'OF_TECH_SUPPORT' } },
    ]);
    // So does what needs it, and what it would come with through another.
    await relate('OF_ROAMING', 'OF_TECH_SUPPORT', 'DEPEND');
    await relate('OF_ONLINE_BACKUP', 'OF_MOBILE', 'DEPEND');
    expect(faults(await relate('OF_ROAMING', 'OF_ONLINE_BACKUP', 'DEPEND'))).toEqual(['CONTRADICTORY input.kind']);
    expect(await desk.count('offering_relation')).toBe(before + 2);
    // What contradicted itself before is not the fault of a new relation.
    await sql(`insert into offering_relation (id, created_at, updated_at, from_id, to_id, kind)
      select gen_random_uuid(), now(), now(), a.id, b.id, 'DEPEND' from offering a, offering b where a.code = 'OF_TECH_SUPPORT' and b.code = 'OF_MOBILE'`);
    expect(faults(await relate('OF_TECH_SUPPORT', 'OF_ONLINE_SECURITY', 'DEPEND'))).toEqual([]);
    await sql('delete from offering_relation');
  });

  test('PRD-54 of two relations written at once that contradict each other one is refused', async () => {
    const deadlocks = `select deadlocks::int "n" from pg_stat_database where datname = current_database()`;
    const before = (await desk.graph.database.pool.query(deadlocks)).rows;
    for (let round = 0; round < 5; round++) {
      const asked = await Promise.all([
        propose('OF_PHONE', 'OF_MOBILE', 'DEPEND'),
        propose('OF_MOBILE', 'OF_PHONE', 'EXCLUDE'),
      ]);
      expect(asked.flatMap(faults)).toEqual([]);
      const both = await Promise.allSettled(
        ['OF_PHONE', 'OF_MOBILE'].map(async (code) => approve(desk.graph, await id(code))),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(String(both.find(({ status }) => status === 'rejected')!['reason' as never])).toContain('CONTRADICTORY');
      expect(await desk.count('offering_relation')).toBe(1);
      const refused = both[0]!.status === 'rejected' ? 'OF_PHONE' : 'OF_MOBILE';
      await decide(refused, false);
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
