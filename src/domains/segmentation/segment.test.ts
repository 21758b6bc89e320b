import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidOf } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';
import { NEXT_CUSTOMERS } from './scan-customers.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const SEGMENT = `segment { id code status memberCount refreshedAt revenue { amount currency } condition mergedInto { code } }`;
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
const DIMENSION = mutation('segmentDimensionSave', 'SegmentDimensionSaveInput', 'dimension { id code onConflict }');
const REFRESH = mutation('segmentDimensionRefresh', 'SegmentRefreshInput', 'dimension { id }');
const SAVE = mutation('customerSegmentSave', 'CustomerSegmentSaveInput', SEGMENT);
const ADD = mutation('customerSegmentMembersAdd', 'SegmentMembersInput', SEGMENT);
const REMOVE = mutation('customerSegmentMembersRemove', 'SegmentMembersInput', SEGMENT);
const MERGE = mutation('customerSegmentMerge', 'SegmentMergeInput', SEGMENT);
const RETIRE = mutation('customerSegmentRetire', 'SegmentRetireInput', SEGMENT);
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id }');
const TARGETS = `query ($condition: String!, $first: Int, $after: ID) { targetCustomers(condition: $condition, first: $first, after: $after) {
  scanned next customers { name party { contactMedia { nodes { value } } } } } }`;

let graph: TestGraph;
let regions: Record<string, string>;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const person = async (name: string, birthDate: string, gender: string, phone = '13800138000', region = '4401') => {
  const contactMedia = [{ kind: 'MOBILE', value: phone }];
  const input = { regionId: regions[region], individual: { name, birthDate, gender }, contactMedia };
  return (await run(CREATE, input, 'admin')).customer.id as string;
};
const born = (years: number) => `${new Date().getUTCFullYear() - years}-01-01`;
const dimension = async (code: string, onConflict?: string) =>
  (await run(DIMENSION, { code, name: code, onConflict }, 'admin')).dimension.id as string;
const segment = async (code: string, dimensionId: string, extra: Record<string, unknown> = {}) =>
  (await run(SAVE, { code, name: code, dimensionId, ...extra })).segment.id as string;
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const placed = async (dimensionId: string) =>
  Object.fromEntries(
    (
      await rows(
        `select c.name, s.code from segment_membership m join customer c on c.id = m.customer_id join customer_segment s on s.id = m.segment_id
         join segment_dimension d on d.id = m.dimension_id where d.code = $1 and m.validity_to is null`,
        [dimensionId],
      )
    ).map(({ name, code }) => [name, code]),
  );
const past = (name: string) =>
  rows(
    `select h.data->>'from' "from", h.data->>'to' "to", h.data->>'auto' auto from history_entry h join customer c on c.id = h.customer_id
     where c.name = $1 and h.type = 'customer.segment.changed' order by h.sequence`,
    [name],
  );
const refresh = async (dimensionId: string, code: string) => {
  const count = () =>
    rows(`select 1 from history_entry where type = 'segment-dimension.refreshed' and data->>'code' = $1`, [code]);
  const before = (await count()).length;
  expect((await run(REFRESH, { dimensionId })).userErrors).toEqual([]);
  await until(async () => (await count()).length > before);
};

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ regions(first: 100) { nodes { id code } } }`);
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: { id: string; code: string }) => [code, id]));
});
afterAll(() => graph.close());

/** Gives a customer a product at an agreed monthly price. */
const hold = (customerId: string, amount: string, currency: string) =>
  rows(
    `insert into "offering_instance" ("id", "created_at", "updated_at", "customer_id", "offering_id", "status", "validity_from", "tariff_plan_id",
       "agreed_price_amount", "agreed_price_currency", "region_id")
     select gen_random_uuid(), now(), now(), "c"."id", (select "id" from "offering" limit 1), 'ACTIVE', now(),
       (select "id" from "tariff_plan" where "period" = 'MONTH' limit 1), $2, $3, "c"."region_id" from "customer" "c" where "c"."id" = $1`,
    [uuidOf(customerId, 'cu', []), amount, currency],
  );

describe('segments by rule', () => {
  it('CUS-53, CUS-54, CUS-56 finds the members of each segment by its rule, counts them and tells each customer', async () => {
    await person('少年', born(15), 'MALE');
    const young = await person('青年', born(25), 'MALE');
    await person('老人', born(70), 'FEMALE');
    const ages = await dimension('AGE');
    const adults = await segment('ADULT', ages, { condition: 'customer.age >= 18', priority: 'LOW', rule: '成年人' });
    await segment('SENIOR', ages, { condition: 'customer.age >= 60', priority: 'HIGH', segmentType: 'STRATEGIC' });
    await refresh(ages, 'AGE');
    expect(await placed('AGE')).toEqual({ 青年: 'ADULT', 老人: 'SENIOR' });
    expect(await past('老人')).toEqual([{ from: null, to: 'SENIOR', auto: 'true' }]);
    const { data } = await graph.query(
      `query ($id: ID!) { customerSegment(id: $id) { memberCount refreshedAt revenue { amount currency } rule
        memberships { nodes { customer { id } validity { to } } } } }`,
      { id: adults },
      { as: clerk },
    );
    expect(data.customerSegment).toMatchObject({
      memberCount: 1,
      refreshedAt: expect.any(String),
      revenue: { amount: expect.stringMatching(/^0/), currency: 'CNY' },
      memberships: { nodes: [{ customer: { id: young }, validity: { to: null } }] },
    });

    await run(SAVE, { code: 'ADULT', name: '成人', dimensionId: ages, condition: 'customer.age < 18' });
    await refresh(ages, 'AGE');
    expect(await placed('AGE')).toEqual({ 少年: 'ADULT', 老人: 'SENIOR' });
    expect(await past('青年')).toEqual([
      { from: null, to: 'ADULT', auto: 'true' },
      { from: 'ADULT', to: null, auto: 'true' },
    ]);
  });

  it('CUS-53 CUS-97 finds nobody of whom the rule cannot be told, be it negated, unless it asks for what is missing', async () => {
    for (const [name, gender] of [['未知甲'], ['未知女', 'FEMALE'], ['未知男', 'MALE']] as const) {
      const individual = { name, ...(gender ? { gender } : {}), birthDate: born(40) };
      await run(CREATE, { regionId: regions['4401'], individual }, 'admin');
    }
    const known = await dimension('UNKNOWN');
    const rule = 'customer.age = 40 and ';
    const segmentOf = (condition: string) => segment('NOT_MALE', known, { condition: `${rule}${condition}` });
    for (const [condition, names] of [
      ['customer.gender != "MALE"', ['未知女']],
      ['not(customer.gender in ("MALE", "OTHER"))', ['未知女']],
      ['not(list contains(["MALE"], customer.gender))', ['未知女']],
      ['(customer.gender = null or customer.gender != "MALE")', ['未知女', '未知甲']],
    ] as const) {
      await segmentOf(condition);
      await refresh(known, 'UNKNOWN');
      expect([condition, Object.keys(await placed('UNKNOWN')).sort()]).toEqual([condition, [...names].sort()]);
      const { customers } = (await graph.query(TARGETS, { condition: `${rule}${condition}` }, { as: clerk })).data
        .targetCustomers;
      expect(customers.map(({ name }: { name: string }) => name).sort()).toEqual([...names].sort());
    }
  });

  it('CUS-53 refuses a rule over what is not known, a wrong period, and members by hand', async () => {
    const dimensionId = await dimension('ODD');
    const before = (await rows('select count(*) from customer_segment'))[0];
    const bad = await run(SAVE, { code: 'BAD', name: 'x', dimensionId, condition: 'customer.shoeSize > 40' });
    expect(bad.userErrors).toMatchObject([{ code: 'RULE_UNKNOWN_NAME', path: ['input', 'condition'] }]);
    const validity = { validFrom: '2026-02-01T00:00:00Z', validTo: '2026-01-01T00:00:00Z' };
    const wrong = await run(SAVE, { code: 'BAD', name: 'x', dimensionId, ...validity });
    expect(wrong.userErrors).toMatchObject([{ code: 'CONTRADICTION', path: ['input', 'validTo'] }]);
    expect((await rows('select count(*) from customer_segment'))[0]).toEqual(before);
    const segmentId = await segment('BY_RULE', dimensionId, { condition: 'customer.age > 1' });
    const customerIds = [await person('手工', born(30), 'MALE')];
    expect((await run(ADD, { segmentId, customerIds })).userErrors).toMatchObject([{ code: 'BY_RULE' }]);
    expect(await past('手工')).toEqual([]);
  });

  it('CUS-55 names the unit and the person who own a segment', async () => {
    const { data } = await graph.query(`{ internalOrganizations(first: 1) { nodes { id } } }`);
    const unit = data.internalOrganizations.nodes[0].id;
    const segmentId = await segment('OWNED', await dimension('OWN'), { ownerOrganizationId: unit });
    const answer = await graph.query(`query ($id: ID!) { customerSegment(id: $id) { ownerOrganization { id } } }`, {
      id: segmentId,
    });
    expect(answer.data.customerSegment.ownerOrganization.id).toBe(unit);
  });
});

describe('segments by list', () => {
  it('CUS-15 keeps a customer in one segment of a dimension, replacing or refusing the second as the dimension says', async () => {
    const id = await person('列表', born(40), 'MALE');
    const open = await dimension('LIST');
    const [a, b] = [await segment('LIST_A', open), await segment('LIST_B', open)];
    expect((await run(ADD, { segmentId: a, customerIds: [id] })).segment.memberCount).toBe(1);
    await run(ADD, { segmentId: b, customerIds: [id] });
    expect(await past('列表')).toEqual([
      { from: null, to: 'LIST_A', auto: 'false' },
      { from: 'LIST_A', to: 'LIST_B', auto: 'false' },
    ]);
    expect(await placed('LIST')).toEqual({ 列表: 'LIST_B' });

    const strict = await dimension('STRICT', 'REJECT');
    const [c, d] = [await segment('STRICT_C', strict), await segment('STRICT_D', strict)];
    await run(ADD, { segmentId: c, customerIds: [id] });
    const refused = await run(ADD, { segmentId: d, customerIds: [id] });
    expect(refused.userErrors).toEqual([
      { code: 'SEGMENT_TAKEN', path: ['input', 'customerIds', '0'], details: { segment: 'STRICT_C' } },
    ]);
    expect(await placed('STRICT')).toEqual({ 列表: 'STRICT_C' });
    await run(REMOVE, { segmentId: c, customerIds: [id] });
    expect((await run(REMOVE, { segmentId: c, customerIds: [id] })).userErrors[0].code).toBe('NOT_A_MEMBER');
    expect(await placed('STRICT')).toEqual({});
  });

  it('CUS-15 keeps one membership when two clerks put a customer into two segments at once', async () => {
    const id = await person('同时', born(40), 'MALE');
    const open = await dimension('RACE');
    const segments = [await segment('RACE_A', open), await segment('RACE_B', open)];
    await Promise.all(segments.map((segmentId) => run(ADD, { segmentId, customerIds: [id] })));
    expect(Object.keys(await placed('RACE'))).toEqual(['同时']);
    expect(await past('同时')).toHaveLength(2);
  });

  it('CUS-15 ends no membership before it began, however many wait for each other', async () => {
    const id = await person('排队', born(40), 'MALE');
    const open = await dimension('QUEUE');
    const segments: string[] = [];
    for (let number = 0; number < 12; number++) segments.push(await segment(`QUEUE_${number}`, open));
    await Promise.all(segments.map((segmentId) => run(ADD, { segmentId, customerIds: [id] })));
    const kept = await rows(
      `select m.validity_from "from", m.validity_to "to" from segment_membership m join customer c on c.id = m.customer_id
       where c.name = '排队' order by m.validity_to nulls last`,
    );
    expect(kept).toHaveLength(12);
    expect(kept.filter(({ from, to }) => to !== null && to < from)).toEqual([]);
    expect(kept.filter(({ to }) => to === null)).toHaveLength(1);
    // One begins when the one before it ends.
    const begun = kept.map(({ from }) => from.getTime()).sort((a, b) => a - b);
    expect(kept.flatMap(({ to }) => (to ? [to.getTime()] : []))).toEqual(begun.slice(1));
  });

  it('CUS-54 reads on from the customer of the batch before, by whatever plan the database keeps', async () => {
    const client = await graph.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local plan_cache_mode = force_generic_plan');
      await client.query('set local enable_seqscan = off');
      await client.query('set local enable_bitmapscan = off');
      await client.query(`prepare "scan" (uuid) as ${NEXT_CUSTOMERS}`);
      const { rows } = await client.query(`explain execute "scan"('01900000-0000-7000-8000-000000000000')`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Cond: \(id >/);
      expect(plan).not.toMatch(/Filter|Sort/);
    } finally {
      await client.query('rollback');
      await client.query('deallocate "scan"');
      client.release();
    }
  });

  it('CUS-54 CUS-80 does not count who was merged into another customer', async () => {
    const dimensionId = await dimension('LISTS');
    const [first, second] = [await segment('L_FIRST', dimensionId), await segment('L_SECOND', dimensionId)];
    const survivorId = await person('Listed One', born(30), 'MALE');
    const absorbedId = await person('Listed Two', born(30), 'MALE');
    await run(ADD, { segmentId: first, customerIds: [survivorId] });
    await run(ADD, { segmentId: second, customerIds: [absorbedId] });
    const asked = { survivorId, absorbedId, consent: 'written', reason: 'one person' };
    const request = mutation('customerMergeRequest', 'CustomerMergeRequestInput', 'merge { id }');
    const { merge } = await run(request, asked, 'admin');
    const decide = mutation('customerMergeDecide', 'CustomerMergeDecideInput', 'merge { status }');
    await run(decide, { mergeId: merge.id, approve: true }, { sub: 'another', role: 'admin' });
    await refresh(dimensionId, 'LISTS');
    expect(await rows(`select code, member_count n from customer_segment where code like 'L\\_%' order by 1`)).toEqual([
      { code: 'L_FIRST', n: 1 },
      { code: 'L_SECOND', n: 0 },
    ]);
  });

  it('CUS-56 leaves who was put into a list there when rules are applied', async () => {
    const id = await person('手选', born(50), 'FEMALE');
    const mixed = await dimension('MIXED');
    await segment('MIXED_RULE', mixed, { condition: 'customer.code != null', priority: 'HIGH' });
    await run(ADD, { segmentId: await segment('MIXED_LIST', mixed), customerIds: [id] });
    await refresh(mixed, 'MIXED');
    expect(await placed('MIXED')).toMatchObject({ 手选: 'MIXED_LIST', 列表: 'MIXED_RULE' });
  });

  it('CUS-57 merges and retires segments, moving their members and keeping the past', async () => {
    const id = await person('合并', born(50), 'FEMALE');
    const both = await dimension('MERGE');
    const [from, into] = [await segment('MERGE_FROM', both), await segment('MERGE_INTO', both)];
    await run(ADD, { segmentId: from, customerIds: [id] });
    const merged = await run(MERGE, { segmentId: from, intoId: into, reason: '合并细分' });
    expect(merged.segment).toMatchObject({ code: 'MERGE_INTO', memberCount: 1 });
    expect(await placed('MERGE')).toEqual({ 合并: 'MERGE_INTO' });
    const { data } = await graph.query(
      `query ($id: ID!) { customerSegment(id: $id) { status mergedInto { code } memberships { nodes { customer { name } validity { to } } } } }`,
      { id: from },
    );
    expect(data.customerSegment).toMatchObject({
      status: 'RETIRED',
      mergedInto: { code: 'MERGE_INTO' },
      memberships: { nodes: [{ customer: { name: '合并' }, validity: { to: expect.any(String) } }] },
    });
    const foreign = await segment('MERGE_OTHER', await dimension('MERGE2'));
    const refused = await run(MERGE, { segmentId: into, intoId: foreign, reason: 'x' });
    expect(refused.userErrors).toMatchObject([{ code: 'CONTRADICTION', path: ['input', 'intoId'] }]);
    await run(RETIRE, { segmentId: into, reason: '不再使用' });
    expect(await placed('MERGE')).toEqual({});
    expect((await run(ADD, { segmentId: into, customerIds: [id] })).userErrors[0].code).toBe('INVALID_STATE');
  });
});

describe('target lists', () => {
  it('CUS-97 lists those who meet combined conditions, with contact data, as far as the caller sees them', async () => {
    await person('张目标', born(30), 'MALE', '13911112222');
    await person('李排除', born(21), 'MALE');
    await person('四川人', born(30), 'MALE', '13911113333', '5101');
    const condition =
      'customer.age >= 16 and customer.age <= 45 and not(customer.age in [20..22]) and customer.gender = "MALE" and customer.region = "4401"';
    const names = async (as: As, text = condition) =>
      (await graph.query(TARGETS, { condition: text }, { as })).data.targetCustomers.customers;
    const found = await names(clerk);
    expect(found).toContainEqual({ name: '张目标', party: { contactMedia: { nodes: [{ value: '13911112222' }] } } });
    expect(found.map(({ name }: { name: string }) => name)).not.toContain('李排除');
    expect(await names(sichuan)).toEqual([]);
    expect((await names(sichuan, 'customer.age = 30')).map(({ name }: { name: string }) => name)).toEqual(['四川人']);
  });

  it('CUS-97 pages without gap or double', async () => {
    const all = (await graph.query(TARGETS, { condition: 'customer.age > 0' }, { as: clerk })).data.targetCustomers;
    expect(all.next).toBeNull();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { next: string | null; customers: { name: string }[] } = (
        await graph.query(TARGETS, { condition: 'customer.age > 0', first: 2, after }, { as: clerk })
      ).data.targetCustomers;
      seen.push(...page.customers.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all.customers.map(({ name }: { name: string }) => name));
  });

  it('CUS-97 refuses a condition that cannot be read, and callers who are no staff', async () => {
    const bad = await graph.query(TARGETS, { condition: 'customer.' }, { as: clerk });
    expect(bad.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    const [{ code }] = await rows('select code from customer limit 1');
    const own = await graph.query(
      TARGETS,
      { condition: 'true' },
      { as: { sub: 'c', role: 'customer', customer: code } as As },
    );
    expect(own.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('revenue of segments', () => {
  it('CUS-54, CUS-89 sums what members pay exactly, and never across currencies', async () => {
    const one = await person('两币', born(30), 'MALE');
    const other = await person('一币', born(31), 'MALE');
    for (const amount of ['0.10', '0.20', '19.99']) await hold(one, amount, 'CNY');
    await hold(one, '5', 'USD');
    await hold(other, '0.01', 'CNY');
    const paying = await dimension('PAYING');
    const id = await segment('PAYERS', paying, {
      condition: 'customer.monthlyCharge > 0 and customer.age >= 30 and customer.age <= 31',
    });
    const exact = await segment('EXACT', paying, { condition: 'customer.monthlyCharge = 20.29', priority: 'HIGH' });
    await refresh(paying, 'PAYING');
    const shown = async (key: string) =>
      (
        await graph.query(
          `query ($id: ID!) { customerSegment(id: $id) { memberCount revenue { amount currency } revenues } }`,
          { id: key },
        )
      ).data.customerSegment;
    // The charge in USD is no part of what the customer is told in CNY.
    expect(await shown(exact)).toEqual({
      memberCount: 1,
      revenue: { amount: '20.29', currency: 'CNY' },
      revenues: [
        { amount: '20.29', currency: 'CNY' },
        { amount: '5', currency: 'USD' },
      ],
    });
    expect(await shown(id)).toEqual({
      memberCount: 1,
      revenue: { amount: '0.01', currency: 'CNY' },
      revenues: [{ amount: '0.01', currency: 'CNY' }],
    });
  });
});
