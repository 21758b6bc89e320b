import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hire, type Hired } from '../../testing/staff.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { simplified } from './simplified.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };

const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path } customer { id code party { id contactMedia { nodes { id value } } } } } }`;
const SEARCH = `query ($search: CustomerSearch!, $first: Int, $after: String) {
  customers(first: $first, after: $after, filter: { search: $search }) { totalCount nodes { name code } pageInfo { endCursor hasNextPage } } }`;

let graph: TestGraph;
let regions: Record<string, string>;
const made: Record<
  string,
  { id: string; code: string; party: { contactMedia: { nodes: { id: string; value: string }[] } } }
> = {};

const people: [name: string, input: Record<string, unknown>][] = [
  [
    '王小明',
    {
      contactMedia: [
        { kind: 'MOBILE', value: '+8613800138000' },
        { kind: 'EMAIL', value: 'Ming@example.com' },
      ],
    },
  ],
  ['王明', {}],
  ['李王小', {}],
  ['曾丽', { serviceAddress: '广东省广州市天河区体育西路 189 号' }],
  ['吕布', { contactMedia: [{ kind: 'POST', value: '广东省佛山市南海区桂城街道 5 号', postcode: '528200' }] }],
  ['John Smith', { vipNo: 'VIP-77' }],
];

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ regions(first: 100) { nodes { id code } } }`);
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: { id: string; code: string }) => [code, id]));
  for (const [name, { contactMedia, ...input }] of people)
    made[name] = await create({ individual: { name }, contactMedia, ...input });
  made['重庆银行'] = await create({
    customerType: 'COMMERCIAL',
    organization: { name: '重庆银行', registrationNo: '91350100M000100Y43' },
    contactPersons: [
      {
        contactType: 'GENERAL',
        individual: { name: '赵敏' },
        contactMedia: [{ kind: 'MOBILE', value: '13911112222' }],
      },
    ],
  });
  made['Wei'] = await create({
    code: 'WEI',
    individual: { name: 'Wei' },
    identifications: [{ type: 'ID_CARD', number: '11010519491231002X' }],
  });
});
afterAll(() => graph.close());

async function create(input: Record<string, unknown>) {
  const { data, errors } = await graph.query(
    CREATE,
    { input: { regionId: regions['4401'], ...input } },
    { as: guangdong },
  );
  expect(errors).toBeUndefined();
  expect(data.customerCreate.userErrors).toEqual([]);
  return data.customerCreate.customer;
}

async function found(text: string, place?: string[], as: As = guangdong): Promise<string[]> {
  const { data, errors } = await graph.query(SEARCH, { search: { text, ...(place ? { in: place } : {}) } }, { as });
  expect(errors).toBeUndefined();
  expect(data.customers.totalCount).toBe(data.customers.nodes.length);
  return data.customers.nodes.map(({ name }: { name: string }) => name);
}

describe('searching customers', () => {
  test('CUS-01 finds names by any part, whole names first and then those that begin with it', async () => {
    expect(await found('王小明')).toEqual(['王小明']);
    expect(await found('小明')).toEqual(['王小明']);
    expect(await found('王小')).toEqual(['王小明', '李王小']);
    expect(await found('王明')).toEqual(['王明']);
    expect(await found('王')).toEqual(['王小明', '王明', '李王小']);
    expect(await found('smith')).toEqual(['John Smith']);
    expect(await found('Smith John')).toEqual(['John Smith']);
    expect(await found('小王')).toEqual([]);
  });

  test('CUS-01 finds names by pinyin in full, in part and in initials, with all readings of a character', async () => {
    expect(await found('wangxiaoming')).toEqual(['王小明']);
    expect(await found('wang xiao ming')).toEqual(['王小明']);
    expect(await found('xiaom')).toEqual(['王小明']);
    expect(await found('wxm')).toEqual(['王小明']);
    expect(await found('xm')).toEqual(['王小明']);
    expect(await found('zengli')).toEqual(['曾丽']);
    expect(await found('lvbu')).toEqual(['吕布']);
    expect(await found('lübu')).toEqual(['吕布']);
    expect(await found('chongqing')).toEqual(['重庆银行']);
    expect(await found('yinhang')).toEqual(['重庆银行']);
  });

  test('CUS-01 CUS-07 finds codes and numbers, whole ones first', async () => {
    const { code } = made['王明']!;
    expect(await found(code)).toEqual(['王明']);
    expect(await found(code.toLowerCase(), ['CODE'])).toEqual(['王明']);
    expect(await found(code.slice(0, -1), ['CODE'])).toContain('王明');
    expect(await found('VIP-77')).toEqual(['John Smith']);
    expect(await found('13800138000')).toEqual(['王小明']);
    expect(await found('+86 138 0013 8000')).toEqual(['王小明']);
    expect(await found('1380013')).toEqual(['王小明']);
    expect(await found('138001')).toEqual([]);
    expect(await found('ming@EXAMPLE.com')).toEqual(['王小明']);
    expect(await found('13911112222')).toEqual(['重庆银行']);
    expect(await found('wei')).toEqual(['Wei']);
  });

  test('CUS-01 CUS-12 finds numbers however they are written, and keeps those of full width as ordinary ones', async () => {
    const media = [
      { kind: 'MOBILE', value: '0086 138－0000－0005' },
      { kind: 'PHONE_FIXED', value: '０２０－８８８８７７７７' },
    ];
    const numbered = await create({
      individual: { name: '号全' },
      contactMedia: media,
      identifications: [{ type: 'PASSPORT', number: 'Ｅ－1234 ５６７８' }],
    });
    await create({
      individual: { name: '号外' },
      contactMedia: [{ kind: 'PHONE_FIXED', value: '+86 (755) 8888 1111' }],
    });
    const kept = numbered.party.contactMedia.nodes.map(({ value }: { value: string }) => value);
    expect(kept.sort()).toEqual(['+8613800000005', '02088887777']);
    for (const text of [
      '8613800000005',
      '0086 138 0000 0005',
      '+86-138–0000—0005',
      '138.0000.0005',
      '１３８００００',
      '+86 20 8888 7777',
      '020-8888-7777',
      'e-1234-5678',
      'E１２３４５６７８',
    ])
      expect([text, await found(text)]).toEqual([text, ['号全']]);
    for (const text of ['075588881111', '0086 755 8888 1111'])
      expect([text, await found(text)]).toEqual([text, ['号外']]);
  });

  test('CUS-01 finds names and addresses in simplified and traditional characters, whichever they are kept in', async () => {
    await create({
      individual: { name: '張國樑' },
      contactMedia: [{ kind: 'POST', value: '臺灣街廣場 8 號', postcode: '528200' }],
    });
    for (const text of ['张国梁', '張國樑', '张國樑', '國梁', 'zhangguoliang', '台湾街广场', '臺灣街廣場8號'])
      expect([text, await found(text)]).toEqual([text, ['張國樑']]);
    for (const [text, name] of [
      ['曾麗', '曾丽'],
      ['呂布', '吕布'],
      ['重慶銀行', '重庆银行'],
      ['體育西路', '曾丽'],
      ['廣東省廣州市天河區', '曾丽'],
    ])
      expect([text, await found(text!)]).toEqual([text, [name]]);
    // 發 and 髮 are both 发, but each is read as itself.
    await create({ individual: { name: '溫發' } });
    expect(await found('温发')).toEqual(['溫發']);
    expect(await found('溫髮')).toEqual(['溫發']);
  });

  test('the database compares characters in the forms that the search does', async () => {
    const { rows } = await graph.database.pool.query<{ character: string; simple: string }>(
      `select "character", "simple" from "han_reading" where "simple" is not null`,
    );
    const kept = new Map(rows.map(({ character, simple }) => [character, simple]));
    const blocks = [
      [0x3400, 0x4dbf],
      [0x4e00, 0x9fff],
      [0x20000, 0x2a6df],
    ] as const;
    const wrong: string[] = [];
    for (const [first, last] of blocks)
      for (let point = first; point <= last; point++) {
        const character = String.fromCodePoint(point);
        if ((kept.get(character) ?? character) !== simplified(character)) wrong.push(character);
      }
    expect(wrong).toEqual([]);
    expect(kept.size).toBeGreaterThan(2000);
  });

  test('CUS-01 finds names typed half in characters and half in pinyin or initials', async () => {
    await create({ individual: { name: '张三' } });
    for (const text of ['zhang三', '张san', 'z三', '张s', 'zh三', 'ZHANG 三', '張san'])
      expect([text, await found(text)]).toEqual([text, ['张三']]);
    for (const text of ['wang小明', '王xiaoming', '王xm', '王xiao明', 'w小m', 'wang小ming'])
      expect([text, await found(text)]).toEqual([text, ['王小明']]);
    expect(await found('li小明')).toEqual([]);
    expect(await found('王z')).toEqual([]);
    // What is typed behind something else begins no name.
    for (const text of ['三zhang', 'san张', '三z', '明wang小', 'xiaoming王'])
      expect([text, await found(text)]).toEqual([text, []]);
  });

  test('CUS-01 finds numbers of land lines without their area code', async () => {
    for (const [name, value] of [
      ['线一', '020-3333 4444'],
      ['线二', '+86 (755) 2222 4444'],
      ['线三', '0086 663 2333444'],
    ])
      await create({ individual: { name }, contactMedia: [{ kind: 'PHONE_FIXED', value }] });
    expect(await found('33334444')).toEqual(['线一']);
    expect(await found('3333-4444', ['CONTACT'])).toEqual(['线一']);
    expect(await found('3333444')).toEqual(['线一']);
    expect(await found('22224444')).toEqual(['线二']);
    expect(await found('2333444')).toEqual(['线三']);
    expect(await found('075522224444')).toEqual(['线二']);
    // What follows the first digits of a mobile number is no number by itself.
    expect(await found('00138000')).toEqual([]);
    expect(await found('38000000')).toEqual([]);
    const specialist: Hired = await hire(graph, 'S9002', 'H4401', ['PRODUCT_SPECIALIST']);
    expect(await found('33334444', undefined, specialist.as)).toEqual([]);
  });

  test('CUS-01 finds parts of addresses', async () => {
    expect(await found('天河区体育西路')).toEqual(['曾丽']);
    expect(await found('体育西路189号')).toEqual(['曾丽']);
    expect(await found('天河')).toEqual(['曾丽']);
    expect(await found('桂城街道')).toEqual(['吕布']);
    expect(await found('体育西路5号')).toEqual([]);
  });

  test('CUS-01 finds identity numbers for those who may read them, and refuses the place to others', async () => {
    expect(await found('11010519491231002x')).toEqual(['Wei']);
    expect(await found('91350100M000100Y43')).toEqual(['重庆银行']);
    const specialist: Hired = await hire(graph, 'S9001', 'H4401', ['PRODUCT_SPECIALIST']);
    for (const text of ['11010519491231002X', '91350100M000100Y43', '13800138000', '桂城街道', 'ming@example.com'])
      expect(await found(text, undefined, specialist.as)).toEqual([]);
    expect(await found('体育西路', undefined, specialist.as)).toEqual(['曾丽']);
    expect(await found('王小明', undefined, specialist.as)).toEqual(['王小明']);
    for (const [place, permission] of [
      ['IDENTITY', 'party.identity.read'],
      ['CONTACT', 'party.contact.read'],
    ]) {
      const answer = await graph.query(SEARCH, { search: { text: '1', in: [place] } }, { as: specialist.as });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', permission });
    }
  });

  test('CUS-01 CUS-12 finds an identity card by the 15 digits of before 1999 and by the 18 characters since', async () => {
    await create({ individual: { name: '旧证' }, identifications: [{ type: 'ID_CARD', number: '440101800101123' }] });
    await create({
      individual: { name: '新人' },
      identifications: [{ type: 'ID_CARD', number: '440101200501011235' }],
    });
    for (const text of ['440101800101123', '440101198001011239'])
      expect([text, await found(text)]).toEqual([text, ['旧证']]);
    for (const text of ['110105491231002', '11010519491231002X', '110105-19491231-002x'])
      expect([text, await found(text, ['IDENTITY'])]).toEqual([text, ['Wei']]);
    // Who was born since never had the shorter one, which is that of somebody born a hundred years before.
    expect(await found('440101050101123')).toEqual([]);
  });

  test('CUS-01 finds a long name by any part of it', async () => {
    const name = 'International Business Machines Corporation of China Limited Guangzhou Branch';
    const han =
      '中国石油天然气股份有限公司广东销售分公司广州市天河区珠江新城冼村路与花城大道交汇处加油站经营部夜间值班室综合业务受理与客户投诉协调管理中心';
    for (const named of [name, han]) await create({ customerType: 'COMMERCIAL', organization: { name: named } });
    for (const text of ['Guangzhou Branch', 'branch', 'limited guangzhou', 'Corporation of China', name])
      expect([text, await found(text)]).toEqual([text, [name]]);
    for (const text of ['协调管理中心', '投诉协调管理', 'xietiaoguanlizhongxin', han])
      expect([text, await found(text)]).toEqual([text, [han]]);
  });

  test('CUS-27 finds only customers whom the caller may see', async () => {
    expect(await found('王小明', undefined, sichuan)).toEqual([]);
    expect(await found('13800138000', undefined, sichuan)).toEqual([]);
    const self: As = { sub: 'wei', role: 'customer', customer: 'WEI' };
    expect(await found('wang', undefined, self)).toEqual([]);
    expect(await found('11010519491231002X', undefined, self)).toEqual(['Wei']);
  });

  test('CUS-04 pages through what is found, best first, without gaps', async () => {
    const all = await found('wang');
    expect(all).toEqual(['王小明', '王明', '李王小']);
    const paged: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { data } = await graph.query(SEARCH, { search: { text: 'wang' }, first: 1, after }, { as: guangdong });
      paged.push(...data.customers.nodes.map(({ name }: { name: string }) => name));
      if (!data.customers.pageInfo.hasNextPage) break;
      after = data.customers.pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    const backward = `{ customers(last: 2, filter: { search: { text: "wang" } }) { nodes { name } } }`;
    const { data } = await graph.query(backward, {}, { as: guangdong });
    expect(data.customers.nodes.map(({ name }: { name: string }) => name)).toEqual(all.slice(1));
  });

  test('CUS-04 tells of each part of a page the same, whatever else of it is asked', async () => {
    const wang = 'filter: { search: { text: "wang" } }';
    const document = `{
      cursors: customers(first: 2, ${wang}) { edges { cursor } }
      last: customers(last: 2, ${wang}) { again: nodes { __typename } pageInfo { hasPreviousPage startCursor } }
      info: customers(first: 1, ${wang}) { pageInfo { hasNextPage } }
      types: customers(first: 1, ${wang}) { nodes { __typename } }
      all: customers(first: 1, ${wang}) { totalCount nodes { name } aggregate { count } same: nodes { name code } }
    }`;
    const { data, errors } = await graph.query(document, {}, { as: guangdong });
    expect(errors).toBeUndefined();
    expect(data.last).toEqual({
      again: [{ __typename: 'Customer' }, { __typename: 'Customer' }],
      pageInfo: { hasPreviousPage: true, startCursor: data.cursors.edges[1].cursor },
    });
    expect(data.info).toEqual({ pageInfo: { hasNextPage: true } });
    expect(data.types).toEqual({ nodes: [{ __typename: 'Customer' }] });
    expect(data.all).toMatchObject({
      ...{ totalCount: 3, nodes: [{ name: '王小明' }], aggregate: [{ count: 3 }] },
      same: [{ name: '王小明', code: expect.any(String) }],
    });
  });

  test('goes with other conditions, orders and lists', async () => {
    const document = `{
      sorted: customers(filter: { search: { text: "王" } }, orderBy: [{ field: NAME, direction: DESC }]) { nodes { name } }
      worst: customers(filter: { search: { text: "王" } }, orderBy: [{ field: RELEVANCE, direction: DESC }]) { nodes { name } }
      either: customers(filter: { or: [{ search: { text: "wxm" } }, { code: { eq: "WEI" } }] }) { nodes { name } }
      without: customers(filter: { search: { text: "王" }, not: { search: { text: "小" } } }) { nodes { name } }
      accounts(filter: { owner: { search: { text: "zengli" } } }) { nodes { owner { name } } }
    }`;
    const { data, errors } = await graph.query(document, {}, { as: guangdong });
    expect(errors).toBeUndefined();
    const names = (list: { nodes: { name: string }[] }) => list.nodes.map(({ name }) => name);
    expect(names(data.sorted)).toEqual(['王明', '王小明', '李王小']);
    expect(names(data.worst)[0]).toBe('李王小');
    expect(names(data.either).sort()).toEqual(['Wei', '王小明']);
    expect(names(data.without)).toEqual(['王明']);
    expect(data.accounts.nodes).toEqual([{ owner: { name: '曾丽' } }]);
  });

  test('refuses texts that cannot be searched, and the order without a search', async () => {
    for (const text of ['', '  ', 'x'.repeat(101)]) {
      const { errors } = await graph.query(SEARCH, { search: { text } }, { as: guangdong });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argumentPath: ['filter', 'search', 'text'],
      });
    }
    const { errors } = await graph.query(`{ customers(orderBy: [{ field: RELEVANCE }]) { totalCount } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argumentPath: ['orderBy', 'field'] });
    for (const text of ["'", '\\', "a' | 'b", ':*', '!', '()'])
      expect((await graph.query(SEARCH, { search: { text } }, { as: guangdong })).errors).toBeUndefined();
  });
});

describe('what customers are found by', () => {
  const run = async (document: string, input: Record<string, unknown>) => {
    const { data, errors } = await graph.query(document, { input }, { as: guangdong });
    expect(errors).toBeUndefined();
    expect((Object.values(data)[0] as { userErrors: unknown[] }).userErrors).toEqual([]);
  };

  test('CUS-01 follows each change of names and numbers', async () => {
    const customer = await create({
      individual: { name: '陈初' },
      contactMedia: [{ kind: 'MOBILE', value: '13700000001' }],
    });
    const [medium] = customer.party.contactMedia.nodes;
    expect(await found('chenchu')).toEqual(['陈初']);
    await run(
      `mutation ($input: CustomerChangeInput!) { customerChange(input: $input) { userErrors { code path } } }`,
      {
        customerId: customer.id,
        individual: { name: '陈终' },
      },
    );
    expect(await found('chenchu')).toEqual([]);
    expect(await found('chenzhong')).toEqual(['陈终']);
    await run(
      `mutation ($input: ContactMediumChangeInput!) { contactMediumChange(input: $input) { userErrors { code path } } }`,
      {
        customerId: customer.id,
        contactMediumId: medium!.id,
        value: '13700000002',
      },
    );
    expect(await found('13700000001')).toEqual([]);
    expect(await found('13700000002')).toEqual(['陈终']);
    await run(
      `mutation ($input: ContactMediumRemoveInput!) { contactMediumRemove(input: $input) { userErrors { code path } } }`,
      {
        customerId: customer.id,
        contactMediumId: medium!.id,
      },
    );
    expect(await found('13700000002')).toEqual([]);
  });

  test('two transactions that change the same customer lose neither change', async () => {
    await create({ individual: { name: '周一' }, code: 'ZHOU' });
    const { pool } = graph.database;
    const [one, two] = await Promise.all([pool.connect(), pool.connect()]);
    try {
      await one.query('begin');
      await two.query('begin');
      await one.query(`update customer set vip_no = 'VIP-ONE' where code = 'ZHOU'`);
      await two.query(
        `update party set short_name = '阿周' where id = (select party_id from customer where code = 'ZHOU')`,
      );
      await Promise.all([one.query('commit'), two.query('commit')]);
    } finally {
      one.release();
      two.release();
    }
    expect(await found('VIP-ONE')).toEqual(['周一']);
    expect(await found('azhou')).toEqual(['周一']);
    expect((await pool.query('select * from customer_words_due')).rows).toEqual([]);
  });

  test('CUS-01 follows the numbers of products that the customer owns, while they live', async () => {
    const { pool } = graph.database;
    await create({ individual: { name: '郑号' }, code: 'ZHENG' });
    await pool.query(
      `insert into product_instance (id, created_at, updated_at, instance_no, access_number, status, product_id, customer_id, region_id, characteristics, install_address)
       select gen_random_uuid(), now(), now(), 'ZN1', '02088886666', 'ACTIVE', (select id from product limit 1), id, region_id, '{}', '越秀区中山五路' from customer where code = 'ZHENG'`,
    );
    expect(await found('02088886666', ['NUMBER'])).toEqual(['郑号']);
    expect(await found('88886666', ['NUMBER'])).toEqual(['郑号']);
    expect(await found('中山五路')).toEqual(['郑号']);
    await pool.query(`update product_instance set status = 'REMOVED' where instance_no = 'ZN1'`);
    expect(await found('02088886666')).toEqual([]);
    expect(await found('88886666')).toEqual([]);
  });
});
