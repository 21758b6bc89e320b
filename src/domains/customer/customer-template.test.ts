import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const SAVE = mutation('customerTemplateSave', 'CustomerTemplateSaveInput', 'template { code version }');
const LINK = mutation('attributeLinkageSave', 'AttributeLinkageSaveInput', 'linkage { code linked }');
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id characteristics { name value } }');
const CHANGE = mutation(
  'customerChange',
  'CustomerChangeInput',
  'prompts customer { serviceAddress characteristics { name value } }',
);

let graph: TestGraph;
let regionId: string;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: Record<string, unknown>, as: As = clerk): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
const values = ({ characteristics }: { characteristics: { name: string; value: unknown }[] }) =>
  Object.fromEntries(characteristics.map(({ name, value }) => [name, value]));
const person = (name: string, characteristics?: Record<string, unknown>) =>
  run(CREATE, { regionId, individual: { name }, characteristics });
const count = async () =>
  (await graph.database.pool.query('select (select count(*) from customer) c, (select count(*) from party) p')).rows[0];

const lifestyle = {
  code: 'lifestyle',
  name: '生活方式',
  dataType: 'CHOICE',
  allowedValues: ['HOME', 'TRAVEL'],
  section: 'lifestyle',
};

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

describe('templates of customers', () => {
  it('CUS-10, CUS-30 extends what public customers carry at run time, and leaves known ones valid', async () => {
    const early = (await person('早到')).customer.id;
    const saved = await run(
      SAVE,
      {
        customerType: 'PUBLIC',
        name: '公众客户',
        fields: [lifestyle, { code: 'identity', name: '身份', dataType: 'TEXT', mandatory: true }],
      },
      'admin',
    );
    expect(saved.template).toEqual({ code: 'PUBLIC', version: 1 });

    const before = await count();
    expect((await person('缺项', { lifestyle: 'SLEEP' })).userErrors).toEqual([
      { code: 'BAD_VALUE', path: ['input', 'characteristics', 'lifestyle'] },
      { code: 'REQUIRED', path: ['input', 'characteristics', 'identity'] },
    ]);
    expect(await count()).toEqual(before);
    const full = await person('完整', { lifestyle: 'TRAVEL', identity: '教师', further: 'x' });
    expect(values(full.customer)).toEqual({ lifestyle: 'TRAVEL', identity: '教师', further: 'x' });

    const kept = await run(CHANGE, { customerId: early, characteristics: { lifestyle: 'HOME' } });
    expect(values(kept.customer)).toEqual({ lifestyle: 'HOME' });
    const lost = await run(CHANGE, { customerId: full.customer.id, characteristics: { identity: null } });
    expect(lost.userErrors).toEqual([{ code: 'REQUIRED', path: ['input', 'characteristics', 'identity'] }]);
  });

  it('CUS-10, CUS-59 takes no blank for a mandatory value, whatever the attribute is called', async () => {
    const fields = [
      lifestyle,
      { code: 'identity', name: '身份', dataType: 'TEXT', mandatory: true },
      { code: 'constructor', name: '施工方', dataType: 'TEXT' },
    ];
    expect((await run(SAVE, { customerType: 'PUBLIC', name: '公众客户', fields }, 'admin')).userErrors).toEqual([]);
    const needed = [{ code: 'REQUIRED', path: ['input', 'characteristics', 'identity'] }];
    const before = await count();
    for (const identity of ['', ' \u3000', [], null])
      expect((await person('空白', { identity })).userErrors).toEqual(needed);
    expect(await count()).toEqual(before);
    expect((await person('空选', { identity: '教师', lifestyle: '' })).userErrors).toEqual([
      { code: 'BAD_VALUE', path: ['input', 'characteristics', 'lifestyle'] },
    ]);
    const full = await person('非空', { identity: '教师' });
    expect(full.userErrors).toEqual([]);
    expect(
      (await run(CHANGE, { customerId: full.customer.id, characteristics: { identity: ' ' } })).userErrors,
    ).toEqual(needed);
    const built = await run(CHANGE, { customerId: full.customer.id, characteristics: { constructor: '城建' } });
    expect(values(built.customer)).toEqual({ identity: '教师', constructor: '城建' });
  });

  it('CUS-10, CUS-31 gives enterprise customers a template of their own, with types, bounds and defaults', async () => {
    const fields = [
      {
        code: 'branches',
        name: '分支数',
        dataType: 'INTEGER',
        min: '0',
        max: '500',
        defaultValue: '1',
        section: 'scale',
      },
    ];
    await run(SAVE, { customerType: 'COMMERCIAL', name: '商业客户', fields }, 'admin');
    const company = (name: string, characteristics?: Record<string, unknown>) =>
      run(CREATE, { regionId, organization: { name }, characteristics });
    expect((await company('甲', { branches: 501 })).userErrors[0].code).toBe('BAD_VALUE');
    expect((await company('甲', { branches: 2.5 })).userErrors[0].code).toBe('BAD_VALUE');
    expect(values((await company('乙', { branches: 20 })).customer)).toEqual({ branches: 20 });
    expect(values((await company('丙')).customer)).toEqual({ branches: 1 });
  });

  it('CUS-10 keeps a number as a number, however it is written', async () => {
    const made = await run(CREATE, { regionId, organization: { name: '丁' }, characteristics: { branches: '03' } });
    expect(values(made.customer)).toEqual({ branches: 3 });
    const customerId = made.customer.id;
    const change = async (branches: unknown) =>
      values((await run(CHANGE, { customerId, characteristics: { branches } })).customer);
    expect(await change('4.0')).toEqual({ branches: 4 });
    expect(await change(5)).toEqual({ branches: 5 });
    const odd = await run(CHANGE, { customerId, characteristics: { branches: 'many' } });
    expect(odd.userErrors).toEqual([{ code: 'BAD_VALUE', path: ['input', 'characteristics', 'branches'] }]);
  });

  it('CUS-10 takes attributes out of use without losing values, and holds a type for good', async () => {
    const wide = { code: 'wide', name: '宽', dataType: 'TEXT' };
    await run(SAVE, { customerType: 'BIG', name: '大客户', fields: [wide] }, 'admin');
    const big = await run(CREATE, {
      regionId,
      organization: { name: '大' },
      customerType: 'BIG',
      characteristics: { wide: 'v' },
    });
    const gone = await run(SAVE, { customerType: 'BIG', name: '大客户', fields: [], expectedVersion: 1 }, 'admin');
    expect(gone.template.version).toBe(2);
    const { data } = await graph.query(
      `query ($id: ID!) { customer(id: $id) { characteristics { name value } }
        customerTemplates(first: 10) { nodes { code fields { nodes { code active sinceVersion } } } } }`,
      { id: big.customer.id },
      { as: clerk },
    );
    expect(values(data.customer)).toEqual({ wide: 'v' });
    const template = (data.customerTemplates.nodes as { code: string; fields: { nodes: object[] } }[]).find(
      ({ code }) => code === 'BIG',
    )!;
    expect(template.fields.nodes).toContainEqual({ code: 'wide', active: false, sinceVersion: 1 });
    expect(template.fields.nodes).not.toContainEqual(expect.objectContaining({ active: true }));
    const retyped = await run(
      SAVE,
      { customerType: 'BIG', name: 'x', fields: [{ ...wide, dataType: 'DATE' }] },
      'admin',
    );
    expect(retyped.userErrors).toEqual([{ code: 'CONTRADICTION', path: ['input', 'fields', '0', 'dataType'] }]);
    const stale = await run(SAVE, { customerType: 'BIG', name: 'x', fields: [wide], expectedVersion: 1 }, 'admin');
    expect(stale.userErrors[0].code).toBe('VERSION_CONFLICT');
  });

  it('CUS-10 is configured by administrators only', async () => {
    const input = { customerType: 'FLOATING', name: 'x', fields: [] };
    const { errors } = await graph.query(SAVE, { input }, { as: clerk });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { rows } = await graph.database.pool.query(`select 1 from customer_template where code = 'FLOATING'`);
    expect(rows).toEqual([]);
  });
});

describe('linked attributes', () => {
  it('CUS-28 tells what to look at again after a change, without what was changed along', async () => {
    await run(LINK, { code: 'serviceAddress', linked: ['account.billAddress', 'individual.occupation'] }, 'admin');
    await run(LINK, { code: 'characteristics.hobby', linked: ['characteristics.club'] }, 'admin');
    const customerId = (await run(CREATE, { regionId, organization: { name: '链接' } })).customer.id;
    const moved = await run(CHANGE, { customerId, serviceAddress: '广州', characteristics: { hobby: '登山' } });
    expect(moved.prompts).toEqual(['characteristics.club', 'account.billAddress', 'individual.occupation']);
    const both = await run(CHANGE, { customerId, characteristics: { hobby: '钓鱼', club: '垂钓' } });
    expect(both.prompts).toEqual([]);
    expect((await run(CHANGE, { customerId, serviceAddress: '广州' })).prompts).toEqual([]);
  });
});
