import { type As } from '../../testing/graph.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { hire } from '../../testing/staff.js';

let desk: PriceDesk;
let phone: string;
const kinds = new Map<string, string>();
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  const { data } = await desk.graph.query('{ salesRuleKinds(first: 100) { nodes { id code } } }');
  for (const { id, code } of data.salesRuleKinds.nodes) kinds.set(code, id);
  await sql(`insert into customer_segment (id, created_at, updated_at, code, name, dimension_id, status, priority, validity_from)
    select gen_random_uuid(), now(), now(), g.code, g.code, s.dimension_id, s.status, s.priority, now()
    from (select * from customer_segment limit 1) s, (values ('GOLD'), ('NOBODY')) g(code) where not exists (select 1 from customer_segment x where x.code = g.code)`);
});
afterAll(() => desk.graph.close());
afterEach(() => save([]));

const save = (rules: object[], offeringId = phone, as?: As) =>
  desk.run('offeringSalesRulesSave', 'offering { code }', { offeringId, rules }, as);
const of = (kind: string, ...values: string[]) => ({ kindId: kinds.get(kind)!, values });
const fields = `hasNextPage endCursor items { qualified offering { code } objections { code message details } requires { code } }`;
const ask = (input: object, as?: As) =>
  desk.ask('offeringQualification', 'OfferingQualificationInput', fields, input, as);
const judge = async (input: object = {}, as?: As) => (await ask({ offeringIds: [phone], ...input }, as)).items[0];
const codes = async (input: object = {}, as?: As) =>
  (await judge(input, as)).objections.map(({ code }: { code: string }) => code);
const regionId = async (code: string) =>
  (await desk.graph.query('query ($code: String!) { region(code: $code) { id } }', { code })).data.region.id as string;
const sql = (text: string, values: unknown[] = []) => desk.graph.database.pool.query(text, values);

describe('rules of sale', () => {
  test('PRD-43 an offering without rules is for everybody; rules are kept as a tree of groups and stand in the history', async () => {
    expect(await judge()).toMatchObject({ qualified: true, objections: [], requires: [] });
    const saved = await save([
      of('SALES_CHANNEL', 'WEB_HALL'),
      {
        any: [
          of('SEGMENT', 'GOLD'),
          { all: [of('CUSTOMER_TYPE', 'BIG'), { ...of('SALES_AREA', '44'), negate: true }] },
        ],
      },
    ]);
    expect(saved.userErrors).toEqual([]);
    const { data } = await desk.graph.query(
      `{ offering(code: "OF_PHONE") { salesRules(first: 20) { nodes { form negate values kind { code } parent { form } parts { totalCount } } } } }`,
    );
    const nodes = data.offering.salesRules.nodes as { form: string; parts: { totalCount: number } }[];
    expect(nodes.map(({ form, parts }) => `${form} ${parts.totalCount}`).sort()).toEqual([
      ...['ALL 2', 'ANY 2', 'KIND 0', 'KIND 0', 'KIND 0', 'KIND 0'],
    ]);
    const { rows } = await sql(
      `select data from history_entry where type = 'offering.changed' and data->'changes'->0->>'field' = 'salesRules' order by sequence desc limit 1`,
    );
    expect(rows[0].data.changes[0]).toMatchObject({
      old: [],
      new: [
        { kind: 'SALES_CHANNEL', values: ['WEB_HALL'] },
        { any: [{ kind: 'SEGMENT' }, { all: [{ kind: 'CUSTOMER_TYPE' }, { negate: true, kind: 'SALES_AREA' }] }] },
      ],
    });
    await save([of('SALES_CHANNEL', 'CALL_CENTRE')]);
    expect(await desk.count('sales_rule')).toBe(1);
  });

  test('PRD-43 PRD-44 AND, OR and NOT combine: the reason names the whole group', async () => {
    const buyer = await desk.customer('Combined Buyer');
    await save([
      {
        any: [of('CUSTOMER_TYPE', 'BIG'), { all: [of('AGE', '18', '30'), { ...of('GENDER', 'MALE'), negate: true }] }],
      },
    ]);
    const setPerson = (birth: string, gender: string) =>
      sql(`update party set birth_date = $1, gender = $2 where name = 'Combined Buyer'`, [birth, gender]);
    const at = '2026-06-01T00:00:00Z';
    await setPerson('2000-01-01', 'FEMALE');
    expect(await codes({ customerId: buyer, at })).toEqual([]);
    await setPerson('2000-01-01', 'MALE');
    expect(await codes({ customerId: buyer, at })).toEqual(['CUSTOMER_NOT_TARGETED']);
    await setPerson('1980-01-01', 'FEMALE');
    const refused = await judge({ customerId: buyer, at });
    expect(refused.objections[0].message).toContain('It is for customers of type BIG or ');
    expect(refused.objections[0].details.parts).toContainEqual({
      text: 'customer.age <= number(values[2])',
      values: { 'customer.age': 46 },
    });
    await sql(`update customer set customer_type = 'BIG' where name = 'Combined Buyer'`);
    expect(await codes({ customerId: buyer, at })).toEqual([]);
  });

  test('PRD-43 PRD-110 a negated rule is explained when it refuses, and holds for nobody of whom it cannot be told', async () => {
    const buyer = await desk.customer('Negated Buyer');
    const at = '2026-06-01T00:00:00Z';
    const of14 = `update party set birth_date = '2012-01-01' where name = 'Negated Buyer'`;
    const young = { condition: 'customer.age < 18' };
    const judged = () => judge({ customerId: buyer, at });
    const partsFor = async (rule: object) => {
      expect((await save([rule])).userErrors).toEqual([]);
      const { qualified, objections } = await judged();
      return qualified ? 'qualified' : objections[0].details.parts;
    };
    const told = (age: number | null) => [
      {
        ...{ text: 'not(customer.age < 18)', values: { 'customer.age': age } },
        ...(age === null ? { unknown: ['customer.age'] } : {}),
      },
    ];
    // Nobody knows how old the customer is.
    await sql(`update party set birth_date = null where name = 'Negated Buyer'`);
    expect(await partsFor({ ...young, negate: true })).toEqual(told(null));
    expect(await partsFor({ all: [young], negate: true })).toEqual(told(null));
    expect(await partsFor({ any: [young, { condition: 'customer.known' }], negate: true })).toContainEqual(
      told(null)[0],
    );
    // What can be told whoever it is.
    expect(await partsFor({ all: [young, { condition: 'not(customer.known)' }], negate: true })).toBe('qualified');
    expect((await judge({ at })).qualified).toBe(false);
    await sql(of14);
    expect(await partsFor({ ...young, negate: true })).toEqual(told(14));
    expect(await partsFor({ all: [young, { condition: 'customer.known' }], negate: true })).toEqual([
      ...told(14),
      { text: 'not(customer.known)', values: { 'customer.known': true } },
    ]);
    expect(await partsFor({ all: [{ any: [{ ...young, negate: true }] }] })).toEqual(told(14));
    expect(await partsFor({ all: [{ ...young, negate: true }], negate: true })).toBe('qualified');
    expect(await partsFor({ ...of('AGE', '10', '17'), negate: true })).toMatchObject([
      { text: expect.stringMatching(/^not\(customer\.age >= /), values: { 'customer.age': 14 } },
    ]);
    await sql(`update party set birth_date = '1990-01-01' where name = 'Negated Buyer'`);
    expect(await partsFor({ ...young, negate: true })).toBe('qualified');
  });

  test('PRD-43 new kinds are written at run time, checked, and rules follow their changes at once', async () => {
    const saveKind = (input: object) => desk.run('salesRuleKindSave', 'salesRuleKind { id version }', input);
    const before = await desk.count('sales_rule_kind');
    const broken = { code: 'X', name: 'X', stage: 'TARGET', message: 'No.' };
    expect(faults(await saveKind({ ...broken, condition: 'customer.shoeSize > 40' }))).toEqual([
      'RULE_UNKNOWN_NAME input.condition',
    ]);
    expect(faults(await saveKind({ ...broken, condition: '"text"' }))).toEqual(['RULE_TYPE input.condition']);
    expect(faults(await saveKind({ ...broken }))).toEqual(['REQUIRED input.condition']);
    expect(faults(await saveKind({ ...broken, code: 'AGE', condition: 'true' }))).toEqual(['DUPLICATE input.code']);
    expect(await desk.count('sales_rule_kind')).toBe(before);
    const made = await saveKind({
      code: 'WEEKDAY',
      name: 'Day of the week',
      stage: 'TARGET',
      condition: 'list contains(values, string(moment.weekDay))',
      message: 'It is sold only on the days {values}.',
    });
    expect(made.userErrors).toEqual([]);
    const { id } = made.salesRuleKind;
    await save([{ kindId: id, values: ['1', '2'] }]);
    const on = (day: string) => judge({ at: `2026-06-0${day}T10:00:00Z` });
    expect((await on('1')).qualified).toBe(true);
    expect((await on('3')).objections).toMatchObject([
      { code: 'CUSTOMER_NOT_TARGETED', message: 'It is sold only on the days 1, 2.' },
    ]);
    expect(
      (await saveKind({ salesRuleKindId: id, condition: 'moment.weekDay = 3', expectedVersion: 1 })).userErrors,
    ).toEqual([]);
    expect((await on('3')).qualified).toBe(true);
    expect(faults(await saveKind({ salesRuleKindId: id, active: false, expectedVersion: 1 }))).toEqual([
      'VERSION_CONFLICT input.expectedVersion',
    ]);
    await saveKind({ salesRuleKindId: id, active: false });
    expect(faults(await save([{ kindId: id, values: ['1'] }]))).toEqual(['INVALID_STATE input.rules.0.kindId']);
  });

  test('PRD-43 what makes no sense is refused with the field, and the former rules stay', async () => {
    await save([of('SALES_CHANNEL', 'WEB_HALL')]);
    const refused = async (rule: object) => faults(await save([of('SALES_CHANNEL', 'OWN_HALL'), rule]));
    expect(await refused({ condition: 'customer.type = ' })).toEqual(['RULE_SYNTAX input.rules.1.condition']);
    expect(await refused({ condition: 'customer.kind = "X"' })).toEqual(['RULE_UNKNOWN_NAME input.rules.1.condition']);
    expect(await refused({})).toEqual(['CONTRADICTORY input.rules.1']);
    expect(await refused({ ...of('AGE', '18'), message: 'x' })).toEqual(['TOO_FEW input.rules.1.values']);
    expect(await refused({ any: [{ condition: 'true', values: ['a'] }] })).toEqual([
      'CONTRADICTORY input.rules.1.any.0.values',
    ]);
    const deep = (levels: number): object => (levels ? { all: [deep(levels - 1)] } : { condition: 'true' });
    expect(await refused(deep(5))).toEqual(['TOO_DEEP input.rules.1.all.0.all.0.all.0.all.0.all']);
    expect(faults(await save([], phone, { sub: 'pm44', role: 'staff', region: '44' }))).toEqual([
      'NOT_MAINTAINER input.offeringId',
    ]);
    expect(await codes({ channel: 'WEB_HALL' })).toEqual([]);
    expect(await desk.count('sales_rule')).toBe(1);
  });
});

describe('qualification', () => {
  test('PRD-44 customer type, attributes, spending, groups and segments decide', async () => {
    const buyer = await desk.customer('Target Buyer');
    const on = async (...rules: object[]) => {
      await save(rules);
      return codes({ customerId: buyer });
    };
    expect(await on(of('CUSTOMER_TYPE', 'PUBLIC'))).toEqual([]);
    expect(await on(of('CUSTOMER_TYPE', 'BIG'))).toEqual(['CUSTOMER_NOT_TARGETED']);
    await sql(`insert into customer_template_field (id, created_at, updated_at, template_id, code, name, data_type, mandatory, allowed_values, position, since_version, active)
      select gen_random_uuid(), now(), now(), id, 'hobby', 'Hobby', 'TEXT', false, '{}', 90, 1, true from customer_template where customer_type = 'PUBLIC'`);
    await sql(`update customer set characteristics = '{"hobby": "chess"}' where name = 'Target Buyer'`);
    expect(await on(of('CUSTOMER_ATTRIBUTE', 'hobby', 'go', 'chess'))).toEqual([]);
    expect(await on(of('CUSTOMER_ATTRIBUTE', 'hobby', 'go'))).toEqual(['CUSTOMER_NOT_TARGETED']);
    expect(await on(of('MONTHLY_SPENDING', '100'))).toEqual(['CUSTOMER_NOT_TARGETED']);
    await sql(`insert into customer_group (id, created_at, updated_at, code, name, region_id)
      select gen_random_uuid(), now(), now(), 'G_CAMPAIGN', 'List', id from region where code = '4401'`);
    expect(await on(of('CUSTOMER_GROUP', 'G_CAMPAIGN'))).toEqual(['CUSTOMER_NOT_TARGETED']);
    await sql(`with g as (select id from customer_group where code = 'G_CAMPAIGN')
      insert into group_membership (id, created_at, updated_at, group_id, customer_id, validity_from)
        select gen_random_uuid(), now(), now(), g.id, c.id, now() - interval '1 day' from g, customer c where c.name = 'Target Buyer'`);
    expect(await on(of('CUSTOMER_GROUP', 'G_CAMPAIGN'))).toEqual([]);
    expect(await on({ condition: 'customer.known and customer.type = "BIG"', message: 'For big ones.' })).toEqual([
      'CUSTOMER_NOT_TARGETED',
    ]);
    await save([of('CUSTOMER_TYPE', 'PUBLIC')]);
    expect(await codes()).toEqual(['CUSTOMER_NOT_TARGETED']);
  });

  test('PRD-47 an offering is sold in its areas, which lie inside the one that maintains it', async () => {
    await save([of('SALES_AREA', '4401', '11')]);
    expect(await codes({ regionId: await regionId('4401') })).toEqual([]);
    expect(await codes({ regionId: await regionId('4403') })).toEqual(['OUTSIDE_AREA']);
    expect(await codes({ customerId: await desk.customer('Area Buyer') })).toEqual([]);
    expect(faults(await save([of('SALES_AREA', '44', '999')]))).toEqual(['NOT_FOUND input.rules.0.values.1']);
    await sql(
      `update offering set owner_id = (select id from region where code = '44'), level = 'PROVINCE' where code = 'OF_PHONE'`,
    );
    const provincial = { sub: 'pm44', role: 'staff', region: '44' } as const;
    expect(faults(await save([of('SALES_AREA', '4401', '11')], phone, provincial))).toEqual([
      'OUTSIDE_AREA input.rules.0.values.1',
    ]);
    expect(await codes({ regionId: await regionId('31') })).toEqual(['OUTSIDE_AREA', 'OUTSIDE_AREA']);
    await sql(`update offering set owner_id = null, level = 'HEADQUARTERS' where code = 'OF_PHONE'`);
  });

  test('PRD-48 channels: partners see as open only what was opened to their own', async () => {
    const before = await desk.count('sales_rule');
    const keep = (active: boolean) =>
      desk.run('salesChannelSave', '', { code: 'p-shop', name: 'Shop', kind: 'PARTNER', active });
    expect(faults(await save([of('SALES_CHANNEL', 'WEB_HALL', 'p-shop')]))).toEqual([
      'NOT_FOUND input.rules.0.values.1',
    ]);
    await keep(false);
    expect(faults(await save([{ any: [of('SALES_CHANNEL', 'p-shop')] }]))).toEqual([
      'NOT_ACTIVE input.rules.0.any.0.values.0',
    ]);
    expect(await desk.count('sales_rule')).toBe(before);
    await keep(true);
    expect(faults(await save([of('SALES_CHANNEL', 'WEB_HALL', 'p-shop')]))).toEqual([]);
    // What is named already stays when the channel is closed, or was never on the list.
    await keep(false);
    await sql(`update sales_rule set "values" = "values" || '{OLD_HALL}'`);
    expect(faults(await save([of('SALES_CHANNEL', 'p-shop', 'WEB_HALL', 'OLD_HALL')]))).toEqual([]);
    expect(await codes({ channel: 'WEB_HALL' })).toEqual([]);
    expect(await codes({ channel: 'OWN_HALL' })).toEqual(['CHANNEL_NOT_OPEN']);
    expect(await codes()).toEqual(['CHANNEL_NOT_OPEN']);
    const partner = (sub: string): As => ({ sub, role: 'partner' });
    expect(await codes({}, partner('p-shop'))).toEqual([]);
    expect(await codes({ channel: 'WEB_HALL' }, partner('p-other'))).toEqual(['CHANNEL_NOT_OPEN']);
    await save([]);
    expect((await judge({ channel: 'WEB_HALL' }, partner('p-shop'))).objections).toEqual([
      { code: 'CHANNEL_NOT_OPEN', message: 'It has not been opened to this channel.', details: null },
    ]);
  });

  test('PRD-48 what may be bought, suggested or costs how much is asked for channels that there are; one that is closed will do', async () => {
    const asked = async (query: string, type: string, fields: string, input: object, as: As = 'admin') => {
      const document = `query ($input: ${type}!) { ${query}(input: $input) { ${fields} } }`;
      const { errors } = await desk.graph.query(document, { input }, { as });
      return errors?.map(({ extensions }) => [extensions?.['code'], extensions?.['argumentPath']]);
    };
    const unknown = [['NOT_FOUND', ['input', 'channel']]];
    const all = (channel: string, as?: As) =>
      Promise.all([
        asked('offeringQualification', 'OfferingQualificationInput', 'hasNextPage', { channel }, as),
        asked('offeringSuggestions', 'OfferingSuggestionsInput', 'kind', { channel }, as),
        asked('cartPrice', 'CartPriceInput', 'currency', { channel, lines: [{ offeringId: phone }] }, as),
      ]);
    expect(await all('WEB_HAL')).toEqual([unknown, unknown, unknown]);
    const none = [undefined, undefined, undefined];
    expect(await all('WEB_HALL')).toEqual(none);
    await desk.run('salesChannelSave', '', { code: 'CLOSED_HALL', name: 'Closed', kind: 'HALL', active: false });
    expect(await all('CLOSED_HALL')).toEqual(none);
  });

  test('PRD-49 only some salespeople may sell it: persons, positions, teams', async () => {
    const seller = await hire(desk.graph, 'Q-SELLER', 'H4401');
    await save([of('SELLER', 'Q-SELLER')]);
    expect(await codes({}, seller.as)).toEqual([]);
    expect(await codes({}, { sub: 'pm9', role: 'staff', region: '86' })).toEqual(['SELLER_NOT_ADMITTED']);
    await save([{ any: [of('SELLER_UNIT', 'P44'), of('SELLER_POSITION', 'GROUP_CUSTOMER_MANAGER')] }]);
    const refused = await judge();
    expect(refused.objections).toMatchObject([
      {
        code: 'SELLER_NOT_ADMITTED',
        message: 'Only members of P44 may sell it or Only holders of GROUP_CUSTOMER_MANAGER may sell it.',
      },
    ]);
    const [inHall, manager] = [
      await hire(desk.graph, 'Q-HALL', 'H4401'),
      await hire(desk.graph, 'Q-CHIEF', 'P44', ['HALL_CLERK']),
    ];
    const admits = async (rule: object) => {
      expect(faults(await save([rule]))).toEqual([]);
      return Promise.all([inHall, manager].map(async ({ as }) => (await codes({}, as)).length === 0));
    };
    expect(await admits(of('SELLER_UNIT', 'H4401'))).toEqual([true, false]);
    expect(await admits(of('SELLER_UNIT', 'P44', 'H4401'))).toEqual([true, true]);
    expect(await admits(of('SELLER_POSITION', 'HALL_CLERK'))).toEqual([false, true]);
    expect(await admits(of('SELLER', 'Q-CHIEF', 'Q-HALL'))).toEqual([true, true]);
    expect(await admits({ any: [of('SELLER_UNIT', 'H4401'), of('SELLER_POSITION', 'HALL_CLERK')] })).toEqual([
      true,
      true,
    ]);
    await save([]);
  });

  test('PRD-110 reasons come in order, state first; staff learn the rule, customers only the text', async () => {
    const buyer = await desk.customer('Ordered Buyer');
    await save([
      of('CUSTOMER_TYPE', 'BIG'),
      of('SELLER', 'Q-CHIEF'),
      of('SALES_CHANNEL', 'OWN_HALL'),
      of('SALES_AREA', '11'),
    ]);
    await sql(`update offering set status = 'EXPIRED' where code = 'OF_PHONE'`);
    const asked = { customerId: buyer, channel: 'WEB_HALL' };
    const judged = await judge(asked);
    expect(judged.objections.map(({ code }: { code: string }) => code)).toEqual([
      ...['NOT_IN_SALE', 'OUTSIDE_AREA', 'CHANNEL_NOT_OPEN', 'SELLER_NOT_ADMITTED', 'CUSTOMER_NOT_TARGETED'],
    ]);
    expect(judged.objections[2].details.rule).toEqual({ kind: 'SALES_CHANNEL', values: ['OWN_HALL'] });
    const { rows } = await sql(`select code from customer where name = 'Ordered Buyer'`);
    const self = await judge({ channel: 'WEB_HALL' }, { sub: 'c', role: 'customer', customer: rows[0].code } as As);
    expect(self.objections).toHaveLength(5);
    expect(self.objections[4]).toEqual({
      code: 'CUSTOMER_NOT_TARGETED',
      message: 'It is for customers of type BIG.',
      details: null,
    });
    await sql(`update offering set status = 'IN_USE' where code = 'OF_PHONE'`);
    expect((await ask({ offeringIds: [phone], at: '1999-01-01T00:00:00Z' })).items[0].objections[0].code).toBe(
      'NOT_IN_SALE',
    );
  });

  test('PRD-110 what the customer has excludes other offerings, and what is missing is named', async () => {
    const buyer = await desk.customer('Holding Buyer');
    const [{ id: other }] = (await sql(`select id from offering where code = 'OF_INTERNET_FIBER'`)).rows;
    const relate = (kind: string) =>
      sql(
        `insert into offering_relation (id, created_at, updated_at, from_id, to_id, kind)
         select gen_random_uuid(), now(), now(), id, $1, $2 from offering where code = 'OF_PHONE'`,
        [other, kind],
      );
    await relate('DEPEND');
    expect(await judge({ customerId: buyer })).toMatchObject({
      qualified: true,
      requires: [{ code: 'OF_INTERNET_FIBER' }],
    });
    await desk.give(buyer, 'OF_INTERNET_FIBER', 1);
    expect(await judge({ customerId: buyer })).toMatchObject({ qualified: true, requires: [] });
    await sql('delete from offering_relation');
    await relate('EXCLUDE');
    expect((await judge({ customerId: buyer })).objections).toMatchObject([
      { code: 'OFFERING_EXCLUDED', details: { code: 'OF_INTERNET_FIBER' } },
    ]);
    await sql('delete from offering_relation');
    await save([of('HOLDS_OFFERING', 'OF_INTERNET_FIBER')]);
    expect(await codes({ customerId: buyer })).toEqual([]);
    expect(await codes({ customerId: await desk.customer('Empty Buyer') })).toEqual(['HOLDINGS_NOT_MET']);
  });

  type Item = { qualified: boolean; offering: { code: string } };

  test('PRD-110 pages go through all that is in sale, or only what may be bought', async () => {
    await save([of('SALES_CHANNEL', 'OWN_HALL')]);
    const { rows } = await sql(`select count(*)::int n from offering where status = 'IN_USE'`);
    const [all, open]: [string[], string[]] = [[], []];
    let after: string | undefined;
    do {
      const page = await ask({ first: 3, after });
      all.push(...page.items.map((item: Item) => item.offering.code));
      open.push(...page.items.filter(({ qualified }: Item) => qualified).map((item: Item) => item.offering.code));
      after = page.hasNextPage ? page.endCursor : undefined;
    } while (after);
    expect(new Set(all).size).toBe(rows[0].n);
    const bought = await ask({ first: 100, qualifiedOnly: true });
    expect(bought.items.map((item: Item) => item.offering.code)).toEqual(open);
    // What is attached to a main product is not for somebody who has none.
    expect(open).toContain('OF_MOBILE');
    for (const code of ['OF_PHONE', 'OF_CALLER_DISPLAY']) expect(open).not.toContain(code);
    expect(bought.hasNextPage).toBe(false);
    expect((await ask({ first: 2, qualifiedOnly: true })).hasNextPage).toBe(true);
    const found = await ask({ search: 'zzz no such thing' });
    expect(found).toEqual({ items: [], hasNextPage: false, endCursor: null });
  });

  /** Codes of the offerings that may be bought, page by page. */
  const bought = async (input: object): Promise<string[]> => {
    const found: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await ask({ ...input, after });
      found.push(
        ...page.items.filter(({ qualified }: Item) => qualified).map(({ offering }: Item) => offering.code as string),
      );
      [after, more] = [page.endCursor, page.hasNextPage];
    }
    return found;
  };

  test('PRD-110 what may be bought is the same whether only that is asked for or all, however the rules say it', async () => {
    const buyer = await desk.customer('Sifted Buyer');
    const { rows } = await sql(`select code from offering where status = 'IN_USE' order by id`);
    const condition = async (code: string) =>
      (await sql('select condition from sales_rule_kind where code = $1', [code])).rows[0].condition as string;
    const rules: object[][] = [
      [of('SALES_CHANNEL', 'WEB_HALL')],
      [of('SALES_CHANNEL', 'OWN_HALL', 'WEB_HALL'), of('CUSTOMER_TYPE', 'PUBLIC')],
      [{ ...of('SALES_CHANNEL', 'WEB_HALL'), negate: true }],
      [{ any: [of('SALES_CHANNEL', 'WEB_HALL'), of('CUSTOMER_TYPE', 'PUBLIC')] }],
      [{ all: [of('SALES_CHANNEL', 'WEB_HALL')], negate: true }],
      [of('SALES_AREA', '11', '4401')],
      [of('SALES_CHANNEL', 'WEB_HALL'), { condition: 'customer.known' }],
      [of('SEGMENT', 'NOBODY')],
      [{ ...of('SEGMENT', 'NOBODY'), negate: true }],
      [of('TENURE_MONTHS', '0')],
    ];
    expect(rows.length).toBeGreaterThanOrEqual(rules.length);
    const given: string[] = [];
    for (const [index, each] of rules.entries()) {
      const found = await desk.offeringId(rows[index].code);
      expect((await save(each, found)).userErrors).toEqual([]);
      given.push(found);
    }
    const sales = [{}, { channel: 'WEB_HALL' }, { channel: 'OWN_HALL', customerId: buyer }, { customerId: buyer }];
    const same = async () => {
      const answers: string[][] = [];
      for (const sale of sales) {
        const open = await bought({ ...sale, first: 100 });
        expect(await bought({ ...sale, first: 2, qualifiedOnly: true })).toEqual(open);
        answers.push(open);
      }
      return answers;
    };
    const before = await same();
    expect(new Set(before.map((each) => each.join())).size).toBeGreaterThan(2);
    // Kinds are data: one that asks something else is asked for that.
    const was = await condition('SALES_CHANNEL');
    await sql(`update sales_rule_kind set condition = 'not(' || condition || ')' where code = 'SALES_CHANNEL'`);
    expect(await same()).not.toEqual(before);
    await sql(`update sales_rule_kind set condition = $1 where code = 'SALES_CHANNEL'`, [was]);
    for (const offeringId of given) await save([], offeringId);
  });

  test('PRD-110 thousands of offerings that rules close to the buyer are passed over, and the pages behind them go on', async () => {
    const open = await bought({ first: 100, channel: 'WEB_HALL' });
    const many = `insert into offering (id, created_at, updated_at, code, name, status, level, validity_from, payment_methods, guarantee)
      select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now(), now(), 'CLOSED_' || n, 'Closed', 'IN_USE', 'HEADQUARTERS', '2020-01-01', '{}', 'NONE'
      from generate_series(1, 5100) n`;
    await sql(many);
    await sql(
      `insert into sales_rule (id, created_at, updated_at, offering_id, form, kind_id, values, negate, position)
       select gen_random_uuid(), now(), now(), o.id, 'KIND', k.id, '{OWN_HALL}', false, 1
       from offering o join sales_rule_kind k on k.code = 'SALES_CHANNEL' where o.code like 'CLOSED%'`,
    );
    const asked = { first: 100, channel: 'WEB_HALL', qualifiedOnly: true };
    const page = await ask(asked);
    expect(page).toMatchObject({ items: [], hasNextPage: true });
    const next = await ask({ ...asked, after: page.endCursor });
    expect(next.items.map(({ offering }: Item) => offering.code)).toEqual(open);
    expect(next.hasNextPage).toBe(false);
    const inHall = await ask({ first: 2, channel: 'OWN_HALL', search: 'Closed' });
    expect(inHall).toMatchObject({ hasNextPage: true, items: [{}, {}] });
    await sql(`delete from sales_rule where offering_id in (select id from offering where code like 'CLOSED%')`);
    await sql(`delete from offering where code like 'CLOSED%'`);
  });

  test('PRD-110 nobody learns of customers that they may not see', async () => {
    const buyer = await desk.customer('Hidden Buyer', '11');
    const document = `query ($input: OfferingQualificationInput!) { offeringQualification(input: $input) { hasNextPage } }`;
    const answer = await desk.graph.query(
      document,
      { input: { customerId: buyer } },
      { as: { sub: 'x', role: 'staff', region: '4401' } },
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});
