import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { uuidOf } from '../../kernel/model/index.js';
import { evaluateRule } from '../../kernel/rules/index.js';
import { openTable, TableFormat } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';
import { sourcesFor } from './fact-sources.js';
import { refreshDimension, scanCustomers } from './index.js';
import { picked, readingOf } from './rule-reading.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const elsewhere: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code party { id } }');
const DIMENSION = mutation('segmentDimensionSave', 'SegmentDimensionSaveInput', 'dimension { id }');
const SEGMENT = mutation('customerSegmentSave', 'CustomerSegmentSaveInput', 'segment { id condition }');
const RETIRE = mutation('customerSegmentRetire', 'SegmentRetireInput', 'segment { id status }');
const CONSUMED = mutation('consumptionRecordSave', 'ConsumptionRecordSaveInput', 'record { id }');
const COMPETITOR = mutation('competitorSave', 'CompetitorSaveInput', 'competitor { id organization { name } }');
const SET = mutation('parameterSet', 'ParameterSetInput', 'parameter { code }');

let graph: TestGraph;
let regions: Record<string, string>;
let lines: Record<string, string>;
let folder: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const list = async (query: string, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(`{ ${query} }`, {}, { as });
  expect(errors).toBeUndefined();
  return data;
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;

interface Counted {
  key: { segment: { code: string } };
  count: number;
}
interface Made {
  id: string;
  code: string;
  party: { id: string };
}
const person = async (name: string, individual: object = {}, more: object = {}): Promise<Made> =>
  (await run(CREATE, { regionId: regions['4401'], individual: { name, ...individual }, ...more })).customer;
const unit = async (name: string, organization: object = {}, more: object = {}): Promise<Made> =>
  (await run(CREATE, { regionId: regions['4401'], organization: { name, ...organization }, ...more })).customer;
/** Gives a customer an instance of a product. */
const hold = ({ id }: Made, product: string, status = 'ACTIVE') =>
  rows(
    `insert into "product_instance" ("id", "created_at", "updated_at", "instance_no", "customer_id", "product_id", "status", "region_id", "characteristics")
     select gen_random_uuid(), now(), now(), gen_random_uuid()::text, "c"."id", "p"."id", $3, "c"."region_id", '{}'
     from "customer" "c", "product" "p" where "c"."id" = $1 and "p"."code" = $2`,
    [uuidOf(id, 'cu', []), product, status],
  );
const consumed = ({ id }: Made, business: string, amount: string, direction?: string) =>
  run(CONSUMED, {
    ...{ customerId: id, businessLineId: lines[business], content: '通话', direction },
    occurredAt: new Date(Date.now() - 86_400_000).toISOString(),
    amount: { amount, currency: 'CNY' },
  });
const refresh = async (...codes: string[]) => {
  const context = graph.database.systemContext('test');
  for (const code of codes) {
    const [{ id }] = await rows('select id from segment_dimension where code = $1', [code]);
    const signal = new AbortController().signal;
    await refreshDimension.run({ dimensionId: id }, context, { id: '1', attempt: 1, signal });
  }
};
/** Classes of a customer now, by the code of their dimension. */
const classes = async ({ id }: Made, as: As = clerk): Promise<Record<string, string>> => {
  const { data } = await graph.query(
    `query ($id: ID!) { customer(id: $id) { segments(first: 50, filter: { validity: { to: { isNull: true } } }) { nodes { dimension { code } segment { code } } } } }`,
    { id },
    { as },
  );
  type Node = { dimension: { code: string }; segment: { code: string } };
  return Object.fromEntries(
    data.customer.segments.nodes.map(({ dimension, segment }: Node) => [dimension.code, segment.code]),
  );
};
const born = (years: number) => `${new Date().getUTCFullYear() - years}-01-01`;

beforeAll(async () => {
  graph = await startTestGraph();
  folder = await createTestFolder();
  const data = await list('regions(first: 100) { nodes { id code } } businessLines(first: 20) { nodes { id code } }');
  type Coded = { id: string; code: string };
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: Coded) => [code, id]));
  lines = Object.fromEntries(data.businessLines.nodes.map(({ id, code }: Coded) => [code, id]));
});
afterAll(() => graph?.close());

describe('classification by attribute', () => {
  it('CUS-69 finds people by kind, area, age, gender, occupation, education, habit, services and amount', async () => {
    const one = await person('甲', {
      birthDate: born(64),
      gender: 'FEMALE',
      occupation: '教师',
      education: 'BACHELOR',
    });
    await hold(one, 'PHONE');
    await hold(one, 'INTERNET_FIBER');
    await consumed(one, 'FIXED', '30', 'LOCAL');
    await consumed(one, 'FIXED', '60', 'INTERNATIONAL');
    const other = await person('乙', { birthDate: born(20) }, { customerType: 'BIG' });
    const names = ['KIND', 'AREA', 'AGE', 'GENDER', 'OCCUPATION', 'EDUCATION', 'HABIT', 'SERVICES', 'AMOUNT'];
    await refresh(...names.map((name) => `BY_${name}`));
    expect(await classes(one)).toEqual({
      BY_KIND: 'KIND_PUBLIC_INDIVIDUAL',
      BY_AREA: 'BY_AREA:4401',
      BY_AGE: 'AGE_60_UP',
      BY_GENDER: 'BY_GENDER:FEMALE',
      BY_OCCUPATION: 'BY_OCCUPATION:教师',
      BY_EDUCATION: 'BY_EDUCATION:BACHELOR',
      BY_HABIT: 'BY_HABIT:INTERNATIONAL',
      BY_SERVICES: 'BY_SERVICES:FIXED+INTERNET',
      BY_AMOUNT: 'AMOUNT_MIDDLE',
    });
    // What is not known puts a customer into no class.
    expect(await classes(other)).toEqual({
      BY_KIND: 'KIND_BIG_INDIVIDUAL',
      BY_AREA: 'BY_AREA:4401',
      BY_AGE: 'AGE_18_34',
    });
    const { customerSegment } = await list(
      'customerSegment(code: "BY_AREA:4401") { name condition memberCount dimension { code } }',
    );
    const { region } = await list('region(code: "4401") { name }');
    expect(customerSegment).toMatchObject({ name: region.name, condition: '(customer.region) = "4401"' });
    expect(customerSegment.memberCount).toBeGreaterThanOrEqual(2);
  });

  it('CUS-69 finds units by kind, industry, size and amount of services, and all by the business hall of their region', async () => {
    const small = await unit('小厂', { industry: '制造业', headCount: 20, scale: 'LARGE' });
    const large = await unit('大厂', { industry: '制造业', scale: 'LARGE' }, { customerType: 'BIG' });
    for (let line = 0; line < 10; line++) await hold(small, 'PHONE');
    await hold(small, 'PHONE', 'REMOVED');
    const [{ code: hall }] = await rows(
      `select o.code from organization_region w join party o on o.id = w.organization_id join region r on r.id = w.region_id
       where o.type = 'HALL' and '/' || (select trim(both '/' from path) from region where code = '4401') || '/' like '%/' || r.code || '/%'
       order by length(r.path) desc, o.code limit 1`,
    );
    await refresh('BY_KIND', 'BY_INDUSTRY', 'BY_UNIT_SIZE', 'BY_UNIT_SERVICES', 'BY_HALL');
    expect(await classes(small)).toMatchObject({
      BY_KIND: 'KIND_PUBLIC_UNIT',
      BY_INDUSTRY: 'BY_INDUSTRY:制造业',
      BY_UNIT_SIZE: 'UNIT_SMALL',
      BY_UNIT_SERVICES: 'UNIT_LINES_10_99',
      BY_HALL: `BY_HALL:${hall}`,
    });
    expect(await classes(large)).toEqual({
      BY_KIND: 'KIND_BIG_ENTERPRISE',
      BY_INDUSTRY: 'BY_INDUSTRY:制造业',
      BY_UNIT_SIZE: 'UNIT_LARGE',
      BY_HALL: `BY_HALL:${hall}`,
    });
  });

  it('CUS-69 moves a customer whose value changes, and keeps the class of before in the past', async () => {
    const one = await person('换职', { occupation: '司机' });
    await refresh('BY_OCCUPATION');
    await rows(`update party set occupation = '医生' where name = '换职'`);
    await refresh('BY_OCCUPATION');
    expect(await classes(one)).toMatchObject({ BY_OCCUPATION: 'BY_OCCUPATION:医生' });
    const past = await rows(
      `select h.data->>'from' "from", h.data->>'to' "to" from history_entry h join customer c on c.id = h.customer_id
       where c.name = '换职' and h.type = 'customer.segment.changed' order by h.sequence`,
    );
    expect(past).toEqual([
      { from: null, to: 'BY_OCCUPATION:司机' },
      { from: 'BY_OCCUPATION:司机', to: 'BY_OCCUPATION:医生' },
    ]);
  });
});

describe('classification by relation', () => {
  it('CUS-70 tells existing customers by what they use from potential, historical, competitors’ and interconnect ones', async () => {
    const existing = await unit('全用', {});
    for (const product of ['PHONE', 'LEASED_LINE', 'MOBILE']) await hold(existing, product);
    const potential = await person('没用过');
    const historical = await person('用过');
    await hold(historical, 'PHONE', 'REMOVED');
    const theirs = await person('别家', {}, { operators: ['对手电信'] });
    const interconnect = await unit('对手电信公司');
    await hold(interconnect, 'LEASED_LINE');
    const made = await run(COMPETITOR, { code: 'RIVAL', name: '对手电信', organizationId: interconnect.party.id });
    expect(made.competitor.organization).toEqual({ name: '对手电信公司' });
    await refresh('BY_RELATION', 'BY_RELATION_FIXED', 'BY_RELATION_LEASED', 'BY_RELATION_OTHER');
    expect(await classes(existing)).toEqual({
      BY_RELATION: 'RELATION_EXISTING',
      BY_RELATION_FIXED: 'EXISTING_FIXED',
      BY_RELATION_LEASED: 'EXISTING_LEASED',
      BY_RELATION_OTHER: 'EXISTING_OTHER',
    });
    expect(await classes(potential)).toEqual({ BY_RELATION: 'RELATION_POTENTIAL' });
    expect(await classes(historical)).toEqual({ BY_RELATION: 'RELATION_HISTORICAL' });
    expect(await classes(theirs)).toEqual({ BY_RELATION: 'RELATION_COMPETITOR' });
    expect(await classes(interconnect)).toEqual({
      BY_RELATION: 'RELATION_INTERCONNECT',
      BY_RELATION_LEASED: 'EXISTING_LEASED',
    });
  });

  it('CUS-71 finds potential customers of the public by what they do not use', async () => {
    const never = await person('从未');
    const home = await person('无数据');
    await hold(home, 'PHONE');
    const complete = await person('都有');
    for (const product of ['PHONE', 'INTERNET_DSL']) await hold(complete, product);
    const payphone = await person('公话');
    await hold(payphone, 'MOBILE');
    await consumed(payphone, 'FIXED', '12');
    await refresh('BY_POTENTIAL_PUBLIC');
    const found = async (one: Made) => (await classes(one))['BY_POTENTIAL_PUBLIC'];
    expect(await found(never)).toBe('POTENTIAL_NEVER_USED');
    expect(await found(home)).toBe('POTENTIAL_HOME_WITHOUT_DATA');
    expect(await found(payphone)).toBe('POTENTIAL_PAYPHONE_WITHOUT_HOME');
    expect(await found(complete)).toBeUndefined();
  });

  it('CUS-71 finds potential big customers within a range below the threshold, and both ends are parameters', async () => {
    const spending = async (name: string, amount: string) => {
      const one = await person(name);
      await consumed(one, 'FIXED', amount);
      return one;
    };
    const [below, least, most, above] = [
      await spending('不到', '8999.99'),
      await spending('起点', '9000'),
      await spending('终点', '10000'),
      await spending('超过', '10000.01'),
    ];
    await refresh('BY_POTENTIAL_BIG');
    const found = async () =>
      Promise.all([below, least, most, above].map(async (one) => (await classes(one))['BY_POTENTIAL_BIG'] ?? null));
    const near = 'POTENTIAL_BIG_BY_SPEND';
    expect(await found()).toEqual([null, near, near, 'BIG_BY_SPEND']);
    for (const [code, value] of [
      ['evaluation.big.from', '8000'],
      ['evaluation.big.above', '9500'],
    ]) {
      const { parameter } = await list(`parameter(code: "${code}") { id }`, 'admin');
      expect((await run(SET, { parameterId: parameter.id, value, reason: '调整' })).userErrors).toEqual([]);
    }
    await refresh('BY_POTENTIAL_BIG');
    expect(await found()).toEqual([near, near, 'BIG_BY_SPEND', 'BIG_BY_SPEND']);
  });
});

describe('the nightly refresh of all classifications', () => {
  const job = () => ({ id: '1', attempt: 1, signal: new AbortController().signal });
  const refreshAll = () => refreshDimension.run({}, graph.database.systemContext('test'), job());
  const placed = () =>
    rows(`select c.code, g.code as class from segment_membership m join customer c on c.id = m.customer_id
      join customer_segment g on g.id = m.segment_id where m.validity_to is null order by 1, 2`);
  const counted = () =>
    rows(
      `select code, member_count, revenue_amount, revenues from customer_segment where status = 'ACTIVE' order by code`,
    );

  it('CUS-54 CUS-56 finds for all at once what each finds by itself', async () => {
    const dimensions = await rows('select code from segment_dimension order by code');
    await refresh(...dimensions.map(({ code }) => code));
    const [one, counts] = [await placed(), await counted()];
    expect(one.length).toBeGreaterThan(dimensions.length);
    const changes = `select count(*)::int n from history_entry where type = 'customer.segment.changed'`;
    const before = await rows(changes);
    await refreshAll();
    expect([await placed(), await counted(), await rows(changes)]).toEqual([one, counts, before]);
    await rows('delete from segment_membership');
    await refreshAll();
    expect([await placed(), await counted()]).toEqual([one, counts]);
  });

  it('CUS-54 reads no more than the rules name, and yields the same', async () => {
    const named = await rows(`select condition as rule from customer_segment where condition is not null
      union select expression from segment_dimension where expression is not null`);
    const rules: string[] = named.map(({ rule }) => rule);
    const { signal } = new AbortController();
    let compared = 0;
    for await (const batch of scanCustomers(graph.database, new Date(), signal, sourcesFor(rules)))
      for (const { variables } of batch)
        for (const rule of rules) {
          const reading = readingOf([rule]);
          expect(reading.fields).not.toBeNull();
          const values = picked(variables, reading);
          for (const missing of ['null', 'unknown'] as const)
            expect([rule, evaluateRule(rule, values, missing).value]).toEqual([
              rule,
              evaluateRule(rule, variables, missing).value,
            ]);
          compared++;
        }
    expect(compared).toBeGreaterThan(rules.length);
    expect(readingOf(['customer.age > 3 and spend < limit.valueLow'])).toMatchObject({
      fields: new Set(['age']),
      steady: true,
    });
    expect(readingOf(['some x in [customer] satisfies x.age > 3']).fields).toBeNull();
    expect(readingOf(['get value(customer, "age") > 3']).fields).toBeNull();
    expect(readingOf(['today() > date("2026-01-01") and customer.age > 3']).steady).toBe(false);
  });

  it('CUS-54 goes on past a classification that fails, which is tried again by itself', async () => {
    const { dimension } = await run(DIMENSION, { code: 'BROKEN', name: '坏' });
    const id = uuidOf(dimension.id, 'sd', []);
    await rows(`update segment_dimension set expression = '"\\u0000" + customer.code' where code = 'BROKEN'`);
    const done = () => rows(`select data->>'code' code from history_entry where type = 'segment-dimension.refreshed'`);
    const before = (await done()).length;
    await expect(
      refreshDimension.run({ dimensionId: id }, graph.database.systemContext('test'), job()),
    ).rejects.toThrow();
    expect((await done()).length).toBe(before);
    await refreshAll();
    const codes = (await done()).slice(before).map(({ code }) => code);
    expect(codes).toContain('BY_KIND');
    expect(codes).not.toContain('BROKEN');
    await rows(`update segment_dimension set expression = null where code = 'BROKEN'`);
    await until(async () => (await done()).some(({ code }) => code === 'BROKEN'));
  });
});

describe('keeping classifications', () => {
  const memberships = (filter: string) =>
    list(
      `segmentMemberships(filter: { validity: { to: { isNull: true } }, ${filter} }) { totalCount nodes { customer { name } } }`,
    );

  it('CUS-74 creates, changes, queries by each criterion, counts and deletes a class; a customer is in several', async () => {
    const { dimension } = await run(DIMENSION, { code: 'PETS', name: '宠物' });
    const condition = 'customer.occupation = "兽医"';
    const { segment } = await run(SEGMENT, { code: 'VETS', name: '兽医', dimensionId: dimension.id, condition });
    await person('王兽医', { occupation: '兽医', gender: 'MALE', birthDate: born(40) });
    await person('李兽医', { occupation: '兽医', gender: 'FEMALE', birthDate: born(41) });
    await refresh('PETS', 'BY_GENDER', 'BY_AGE');
    const first = await memberships('segment: { code: { eq: "VETS" } }');
    expect(first.segmentMemberships.totalCount).toBe(2);
    // By several criteria at once: the classes of a customer can be named in conditions.
    const all = ['VETS', 'BY_GENDER:FEMALE', 'AGE_35_59'].map((code) => `list contains(customer.classes, "${code}")`);
    const { data } = await graph.query(
      'query ($condition: String!) { targetCustomers(condition: $condition) { customers { name } } }',
      { condition: all.join(' and ') },
      { as: clerk },
    );
    expect(data.targetCustomers.customers).toEqual([{ name: '李兽医' }]);
    const { segmentMemberships: counted } = await list(
      `segmentMemberships(filter: { validity: { to: { isNull: true } }, dimension: { code: { eq: "BY_GENDER" } }, customer: { name: { contains: "兽医" } } }) {
        aggregate(groupBy: [{ dimension: SEGMENT }]) { key { segment { code } } count } }`,
    );
    expect(new Map(counted.aggregate.map((row: Counted) => [row.key.segment.code, row.count]))).toEqual(
      new Map([
        ['BY_GENDER:MALE', 1],
        ['BY_GENDER:FEMALE', 1],
      ]),
    );

    await run(SEGMENT, {
      ...{ code: 'VETS', name: '女兽医', dimensionId: dimension.id },
      condition: `${condition} and customer.gender = "FEMALE"`,
    });
    await refresh('PETS');
    const changed = await memberships('segment: { code: { eq: "VETS" } }');
    expect(changed.segmentMemberships.nodes).toEqual([{ customer: { name: '李兽医' } }]);
    expect((await run(RETIRE, { segmentId: segment.id, reason: '不用了' })).segment.status).toBe('RETIRED');
    await refresh('PETS');
    expect((await memberships('segment: { code: { eq: "VETS" } }')).segmentMemberships.totalCount).toBe(0);
    expect((await list('segmentMemberships { totalCount }', elsewhere)).segmentMemberships.totalCount).toBe(0);
  });

  it('CUS-74 exports classes and who is in them for print, and imports lists', async () => {
    const read = async (table: string, filter: Record<string, unknown>) => {
      const file = join(folder, `${table}.csv`);
      await exportToFile(graph.database, { table, file, format: TableFormat.CSV, filter });
      const records: string[][] = [];
      for await (const { fields } of (await openTable(file)).records) records.push(fields);
      const [header, ...found] = records;
      return found.map((fields) => Object.fromEntries(header!.map((name, index) => [name, fields[index]])));
    };
    const load = async (source: string, text: string) => {
      const file = join(folder, `${source}-in.csv`);
      await writeFile(file, text);
      return importFile(graph.database, { source, file });
    };
    await run(DIMENSION, { code: 'IMPORTED', name: '导入' });
    expect(
      await load(
        'customer-classes',
        'code,name,dimension,condition\nIM_LIST,名单,IMPORTED,\nIM_BAD,坏,IMPORTED,customer.\n',
      ),
    ).toMatchObject({ loaded: 1, rejected: 1 });
    const one = await person('名单客户');
    const row = `IM_LIST/${one.code},IM_LIST,${one.code}`;
    const header = 'member,class,customer\n';
    expect(await load('customer-class-members', `${header}${row}\n`)).toMatchObject({ loaded: 1, rejected: 0 });
    expect(await load('customer-class-members', `${header}${row}\n`)).toMatchObject({ loaded: 0, present: 1 });
    expect(await read('customer-classes', { dimension: { code: { eq: 'IMPORTED' } } })).toMatchObject([
      { code: 'IM_LIST', name: '名单', memberCount: '1', status: 'ACTIVE' },
    ]);
    expect(await read('customer-class-members', { segment: { code: { eq: 'IM_LIST' } } })).toMatchObject([
      { member: `IM_LIST/${one.code}`, className: '名单', customerName: '名单客户', region: '4401', validTo: '' },
    ]);
  });

  it('CUS-74 refuses an expression that cannot be read, and rules of two kinds in a dimension', async () => {
    const count = async () => (await rows('select count(*) from segment_dimension'))[0];
    const before = await count();
    const bad = await run(DIMENSION, { code: 'ODD_VALUES', name: 'x', expression: 'customer.shoeSize' });
    expect(bad.userErrors).toMatchObject([{ code: 'RULE_UNKNOWN_NAME', path: ['input', 'expression'] }]);
    const label = await run(DIMENSION, { code: 'ODD_VALUES', name: 'x', labelExpression: 'customer.name' });
    expect(label.userErrors[0].code).toBe('RULE_UNKNOWN_NAME');
    expect(await count()).toEqual(before);
    const mixed = await run(DIMENSION, { code: 'BY_AGE', name: '年龄', expression: 'customer.age' });
    expect(mixed.userErrors).toMatchObject([{ code: 'CONTRADICTION', path: ['input', 'expression'] }]);
    const [{ id }] = (await list('segmentDimensions(filter: { code: { eq: "BY_GENDER" } }) { nodes { id } }'))
      .segmentDimensions.nodes;
    const rule = await run(SEGMENT, { code: 'GENDER_ODD', name: 'x', dimensionId: id, condition: 'customer.age > 1' });
    expect(rule.userErrors).toMatchObject([{ code: 'CONTRADICTION', path: ['input', 'condition'] }]);
    expect(await rows(`select 1 from customer_segment where code = 'GENDER_ODD'`)).toEqual([]);
  });

  it('CUS-74 uses a class of a value no more once it is deleted', async () => {
    await person('退休', { occupation: '退役军人' });
    await refresh('BY_OCCUPATION');
    const { customerSegment } = await list('customerSegment(code: "BY_OCCUPATION:退役军人") { id memberCount }');
    expect(customerSegment.memberCount).toBe(1);
    await run(RETIRE, { segmentId: customerSegment.id, reason: '不单列' });
    await refresh('BY_OCCUPATION');
    const left = await list(
      'segmentMemberships(filter: { validity: { to: { isNull: true } }, segment: { code: { eq: "BY_OCCUPATION:退役军人" } } }) { totalCount }',
    );
    expect(left.segmentMemberships.totalCount).toBe(0);
  });
});
