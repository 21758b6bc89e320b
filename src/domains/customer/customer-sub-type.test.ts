import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const SAVE = `mutation ($input: CustomerSubTypeSaveInput!) { customerSubTypeSave(input: $input) {
  userErrors { code path } subType { code value active } } }`;
const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path details } customer { id subType groupType } } }`;
const CHANGE = `mutation ($input: CustomerChangeInput!) { customerChange(input: $input) {
  userErrors { code path } customer { subType groupType vipNo } } }`;

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph.close());

const run = async (document: string, input: Record<string, unknown>, as: As = clerk) => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document
  return Object.values(data as object)[0] as any;
};
const company = (name: string) => ({ regionId, organization: { name }, customerType: 'BIG' });

describe('sub-types of customers', () => {
  it('CUS-14 tells public from enterprise customers, which are big or commercial', async () => {
    expect((await run(CREATE, { regionId, individual: { name: '甲' } })).customer.groupType).toBe('PUBLIC');
    const { customer } = await run(CREATE, company('乙公司'));
    expect(customer.groupType).toBe('ENTERPRISE');
    const commercial = await run(CHANGE, { customerId: customer.id, customerType: 'COMMERCIAL', subType: 'B' });
    expect(commercial.customer).toMatchObject({ groupType: 'ENTERPRISE', subType: 'B' });
  });

  it('CUS-16 admits the sub-types of the market group, and those the operator adds', async () => {
    expect((await run(CREATE, { ...company('丙公司'), subType: '6A' })).userErrors).toEqual([
      {
        code: 'INVALID_SUB_TYPE',
        path: ['input', 'subType'],
        details: { customerType: 'BIG', allowed: ['1A', '2A', '3A', '4A', '5A'] },
      },
    ]);
    const saved = await run(SAVE, { customerType: 'BIG', value: '6A', name: '六A' }, 'admin');
    expect(saved.subType).toEqual({ code: 'BIG.6A', value: '6A', active: true });
    const { customer } = await run(CREATE, { ...company('丙公司'), subType: '6A' });
    expect(customer.subType).toBe('6A');

    await run(SAVE, { customerType: 'BIG', value: '6A', name: '六A', active: false }, 'admin');
    expect((await run(CREATE, { ...company('丁公司'), subType: '6A' })).userErrors[0].code).toBe('INVALID_SUB_TYPE');
    const kept = await run(CHANGE, { customerId: customer.id, vipNo: 'V1' });
    expect(kept.customer).toMatchObject({ subType: '6A', vipNo: 'V1' });
  });

  it('CUS-16 is configured by administrators only', async () => {
    const { errors } = await graph.query(
      SAVE,
      { input: { customerType: 'BIG', value: 'Z', name: 'Z' } },
      { as: clerk },
    );
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { data } = await graph.query(`{ customerSubTypes(first: 50) { nodes { value } } }`, {}, { as: clerk });
    expect(data.customerSubTypes.nodes.map(({ value }: { value: string }) => value)).not.toContain('Z');
  });
});
