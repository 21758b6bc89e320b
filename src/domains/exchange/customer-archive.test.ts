import { beforeAll, describe, expect, it } from '@jest/globals';
import { TableFormat } from '../../kernel/tables/index.js';
import type { As } from '../../testing/graph.js';
import { exported, graph, load, type TableRow as Row, useTableDesk } from '../../testing/table-desk.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer = '') =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const CHANGE = mutation('customerChange', 'CustomerChangeInput', 'customer { id }');
const CANCEL = mutation('customerCancel', 'CustomerStandingInput', 'customer { lifecycle }');
const LIST = `query ($filter: CustomerFilter!) { customers(filter: $filter, orderBy: [{ field: CODE }]) { totalCount nodes { code } } }`;

useTableDesk();

/** The list for print: what an Excel file of the filtered customers holds. */
const printed = (filter: Record<string, unknown>) => exported('customers', TableFormat.XLSX, filter);

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = guangdong): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
async function list(filter: object, as: As = guangdong): Promise<string[]> {
  const { data, errors } = await graph.query(LIST, { filter }, { as });
  expect(errors).toBeUndefined();
  expect(data.customers.totalCount).toBe(data.customers.nodes.length);
  return (data.customers.nodes as { code: string }[]).map(({ code }) => code);
}
const idOf = async (code: string) =>
  (await graph.query(`query ($code: String!) { customer(code: $code) { id } }`, { code })).data.customer.id as string;

const residents: Row[] = [
  { code: 'AR-1', name: '甲', region: '4401', customerType: 'PUBLIC', education: 'BACHELOR', occupation: '教师' },
  { code: 'AR-2', name: '乙', region: '440106', customerType: 'PUBLIC', education: 'MASTER', occupation: '医生' },
  { code: 'AR-3', name: '丙', region: '5101', customerType: 'PUBLIC', education: 'BACHELOR', occupation: '教师' },
];
const unit = { kind: 'ORGANIZATION', region: '4401' };
const organizations: Row[] = [
  { ...unit, code: 'AR-4', name: '学校', customerType: 'PUBLIC', industry: 'EDUCATION', headCount: '80' },
  { ...unit, code: 'AR-5', name: '银行', customerType: 'BIG', subType: '5A', industry: 'FINANCE', headCount: '9000' },
  { ...unit, code: 'AR-6', name: '保险', customerType: 'BIG', subType: '3A', industry: 'FINANCE', headCount: '700' },
  { code: 'AR-7', name: '丁', region: '4401', customerType: 'BIG', subType: '2A', education: 'DOCTOR', vipNo: 'V-7' },
];
const ours = { code: { startsWith: 'AR-' } };

beforeAll(async () => {
  expect((await load('customers', [...residents, ...organizations])).counts).toMatchObject({
    rows: 7,
    loaded: 7,
    rejected: 0,
  });
});

describe('archive of public customers', () => {
  it('CUS-61 finds residents and units by education, occupation, industry and region', async () => {
    const publics = { ...ours, customerType: { eq: 'PUBLIC' } };
    expect(await list(publics, 'admin')).toEqual(['AR-1', 'AR-2', 'AR-3', 'AR-4']);
    const bachelor = { ...publics, party: { individual: { education: { eq: 'BACHELOR' } } } };
    expect(await list(bachelor, 'admin')).toEqual(['AR-1', 'AR-3']);
    expect(await list({ ...bachelor, region: { code: { startsWith: '44' } } }, 'admin')).toEqual(['AR-1']);
    expect(await list({ ...publics, party: { individual: { occupation: { eq: '医生' } } } })).toEqual(['AR-2']);
    expect(await list({ ...publics, party: { externalOrganization: { industry: { eq: 'EDUCATION' } } } })).toEqual([
      'AR-4',
    ]);
    expect(await list({ ...publics, party: { externalOrganization: {} } })).toEqual(['AR-4']);
    expect(await list({ ...publics, not: { party: { individual: {} } } })).toEqual(['AR-4']);
    // Who is not seen is not found, whatever they hold.
    expect(await list(bachelor, sichuan)).toEqual(['AR-3']);
    expect(await list(bachelor)).toEqual(['AR-1']);
  });

  it('CUS-61 imports each row by itself, changes and prints what was asked for', async () => {
    const bad = { code: 'AR-8', name: '戊', region: '4401', education: 'SOME' };
    const good = { code: 'AR-9', name: '己', region: '4401', education: 'SECONDARY' };
    expect((await load('customers', [bad, good])).counts).toMatchObject({ rows: 2, loaded: 1, rejected: 1 });
    expect(await list({ code: { in: ['AR-8', 'AR-9'] } })).toEqual(['AR-9']);
    const customerId = await idOf('AR-1');
    const changed = await run(CHANGE, {
      ...{ customerId, individual: { education: 'MASTER' }, characteristics: { residence: 'VILLA' } },
    });
    expect(changed.userErrors).toEqual([]);
    const masters = { ...ours, party: { individual: { education: { eq: 'MASTER' } } } };
    expect(await list(masters)).toEqual(['AR-1', 'AR-2']);
    expect(
      (await printed(masters)).map(({ code, name, education, region }) => [code, name, education, region]),
    ).toEqual([
      ['AR-1', '甲', 'MASTER', '4401'],
      ['AR-2', '乙', 'MASTER', '440106'],
    ]);
    const wrong = await run(CHANGE, { customerId, characteristics: { residence: 'CASTLE' } });
    expect(wrong.userErrors).toEqual([{ code: 'BAD_VALUE', path: ['input', 'characteristics', 'residence'] }]);
  });

  it('CUS-61 takes a customer out of the archive, who stays as history; staff of another region cannot', async () => {
    const customerId = await idOf('AR-2');
    const foreign = await run(CANCEL, { customerId, reason: '别省' }, sichuan);
    expect(foreign.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'customerId'] }]);
    const active = { ...ours, lifecycle: { ne: 'LEFT' } };
    expect(await list(active)).toContain('AR-2');
    expect((await run(CANCEL, { customerId, reason: '销户' })).userErrors).toEqual([]);
    expect(await list(active)).not.toContain('AR-2');
    expect(await list({ ...ours, lifecycle: { eq: 'LEFT' } })).toEqual(['AR-2']);
  });
});

describe('archive of big customers', () => {
  it('CUS-62 finds people and enterprises by industry, size, sub-type, education and region, and prints them', async () => {
    const big = { ...ours, customerType: { eq: 'BIG' } };
    expect(await list(big)).toEqual(['AR-5', 'AR-6', 'AR-7']);
    const finance = { ...big, party: { externalOrganization: { industry: { eq: 'FINANCE' } } } };
    expect(await list(finance)).toEqual(['AR-5', 'AR-6']);
    const large = { industry: { eq: 'FINANCE' }, headCount: { gte: 1000 } };
    expect(await list({ ...big, party: { externalOrganization: large } })).toEqual(['AR-5']);
    expect(await list({ ...big, subType: { in: ['2A', '3A'] } })).toEqual(['AR-6', 'AR-7']);
    const either = [{ party: { individual: { education: { eq: 'DOCTOR' } } } }, { subType: { eq: '5A' } }];
    expect(await list({ ...big, or: either })).toEqual(['AR-5', 'AR-7']);
    expect(await list(finance, sichuan)).toEqual([]);
    expect((await printed(finance)).map(({ code, industry, subType }) => [code, industry, subType])).toEqual([
      ['AR-5', 'FINANCE', '5A'],
      ['AR-6', 'FINANCE', '3A'],
    ]);
  });

  it('CUS-62 changes a big customer, and takes it out of the archive', async () => {
    const customerId = await idOf('AR-6');
    const input = { customerId, organization: { industry: 'INSURANCE', headCount: 1200 }, subType: '4A' };
    expect((await run(CHANGE, input)).userErrors).toEqual([]);
    const insurance = { ...ours, party: { externalOrganization: { industry: { eq: 'INSURANCE' } } } };
    expect(await list(insurance)).toEqual(['AR-6']);
    expect(await printed(insurance)).toMatchObject([{ code: 'AR-6', headCount: '1200', subType: '4A' }]);
    const unknown = await run(CHANGE, { customerId, subType: '9Z' });
    expect(unknown.userErrors[0].path).toEqual(['input', 'subType']);
    expect((await run(CANCEL, { customerId, reason: '失去资格' })).customer.lifecycle).toBe('LEFT');
    expect(await list({ ...insurance, customerType: { eq: 'BIG' } })).toEqual([]);
    expect(await list(insurance)).toEqual(['AR-6']);
  });
});
