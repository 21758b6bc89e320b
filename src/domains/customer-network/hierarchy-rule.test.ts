import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projectFolder } from '../../kernel/config/project-folder.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';

const guangdong: As = { sub: 'g1', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const mutation = (name: string, type: string, answer = '') =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${answer} } }`;
const RULE = mutation(
  'hierarchyRuleSave',
  'HierarchyRuleSaveInput',
  'rule { id code active maxLevel history { nodes { type } } }',
);
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const RELATE = mutation('customerRelationshipAdd', 'CustomerRelationshipAddInput', 'relationship { id }');
const CONTRACT = mutation('contractCreate', 'ContractCreateInput', 'contract { id contractNo }');
const SIGN = mutation('contractSign', 'ContractSignInput', 'contract { status }');
const GROUP = readFileSync(join(projectFolder, 'schema', 'operations', 'group-customer.graphql'), 'utf8');

let graph: TestGraph;
let regions: Record<string, string>;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const ok = async (document: string, input: object, as?: As): Promise<any> => {
  const answer = await run(document, input, as);
  expect(answer.userErrors).toEqual([]);
  return answer;
};
let made = 0;
const customer = async (customerType: string, region = '4401', more: object = {}) =>
  (await ok(CREATE, { regionId: regions[region], customerType, organization: { name: `Company ${++made}` }, ...more }))
    .customer as { id: string; code: string };
const own = (from: { id: string }, to: { id: string }, subType?: string) =>
  run(RELATE, { fromId: from.id, toId: to.id, type: 'OWNERSHIP', subType });
const codes = ({ userErrors }: { userErrors: { code: string; path: string[] }[] }) =>
  userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
const count = async (table: string) =>
  Number((await graph.database.pool.query(`select count(*) as n from "${table}"`)).rows[0].n);
const rule = (code: string, aboveType: string, belowType: string, more: object = {}) =>
  ok(RULE, { code, name: code, aboveType, belowType, ...more });

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ regions(first: 100) { nodes { id code } } }`);
  regions = Object.fromEntries(data.regions.nodes.map(({ id, code }: { id: string; code: string }) => [code, id]));
});
afterAll(() => graph.close());
beforeEach(() => graph.database.pool.query(`update "hierarchy_rule" set "active" = false`));

describe('rules of the hierarchy', () => {
  it('CUS-93 let a market group stand only below those that a rule names, and write nothing else', async () => {
    const [big, branch, shop] = [await customer('BIG'), await customer('BIG'), await customer('COMMERCIAL')];
    await rule('BIG-BELOW-BIG', 'BIG', 'BIG');
    const before = [await count('customer_relationship'), await count('history_entry')];
    const refused = await own(shop, big);
    expect(codes(refused)).toEqual(['HIERARCHY_RULE input.fromId']);
    expect(refused.userErrors[0].details).toMatchObject({ rules: ['BIG-BELOW-BIG'], level: 2 });
    expect([await count('customer_relationship'), await count('history_entry')]).toEqual(before);
    expect(codes(await own(big, branch))).toEqual([]);
    // No rule speaks of commercial customers, so any may own them.
    expect(codes(await own(branch, shop))).toEqual([]);
  });

  it('CUS-93 ask for the sub-type of the relation, and bound the depth with all that comes along', async () => {
    const [top, middle, low] = [await customer('BIG'), await customer('BIG'), await customer('BIG')];
    await rule('DEPTH', 'BIG', 'BIG', { relationSubType: 'BRANCH', maxLevel: 2 });
    expect(codes(await own(middle, low))).toEqual(['HIERARCHY_RULE input.fromId']);
    expect(codes(await own(middle, low, 'BRANCH'))).toEqual([]);
    // The one below would stand at level 2, but what it owns at level 3.
    expect(codes(await own(top, middle, 'BRANCH'))).toEqual(['HIERARCHY_RULE input.fromId']);
    await rule('DEPTH', 'BIG', 'BIG', { relationSubType: 'BRANCH', maxLevel: 3 });
    expect(codes(await own(top, middle, 'BRANCH'))).toEqual([]);
  });

  it('CUS-93 count while in use, are changed in place, and are set by administrators only', async () => {
    const [big, shop] = [await customer('BIG'), await customer('COMMERCIAL')];
    const saved = await rule('SHOP', 'COMMERCIAL', 'COMMERCIAL');
    expect(codes(await own(big, shop))).toEqual(['HIERARCHY_RULE input.fromId']);
    const off = await rule('SHOP', 'COMMERCIAL', 'COMMERCIAL', { active: false });
    expect(off.rule.id).toBe(saved.rule.id);
    expect(off.rule.history.nodes.map(({ type }: { type: string }) => type)).toEqual([
      'hierarchy-rule.saved',
      'hierarchy-rule.saved',
    ]);
    expect(codes(await own(big, shop))).toEqual([]);
    const input = { code: 'NEW', name: 'New', aboveType: 'BIG', belowType: 'BIG' };
    const before = await count('hierarchy_rule');
    const denied = await graph.query(RULE, { input }, { as: guangdong });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(codes(await run(RULE, { ...input, relationSubType: 'KINSHIP' }))).toEqual([
      'UNKNOWN_SUB_TYPE input.relationSubType',
    ]);
    expect(await count('hierarchy_rule')).toBe(before);
  });
});

describe('national and group customers', () => {
  it('CUS-90 reads the basic data, the place in the hierarchy and the agreements of a national VIP at once', async () => {
    const vip = await customer('BIG', '4401', {
      subType: '5A',
      serviceLevel: 'DIAMOND',
      vipNo: 'VIP-0001',
      codes: [{ level: 'HEADQUARTERS', code: 'HQ-0001', issuedBy: 'Headquarters' }],
      characteristics: { bigCustomerLevel: 'NATIONAL', operatorRelation: 'WIN_WIN' },
    });
    const branch = await customer('BIG', '5101');
    await rule('VIP', 'BIG', 'BIG', { relationSubType: 'BRANCH' });
    await ok(RELATE, { fromId: vip.id, toId: branch.id, type: 'OWNERSHIP', subType: 'BRANCH' });
    const { contract } = await ok(CONTRACT, { customerId: vip.id, name: 'Frame', kind: 'FRAMEWORK', termMonths: 36 });
    await ok(SIGN, { contractId: contract.id, customerSignatory: 'Chen', operatorSignatory: 'Guo' });
    await approve(graph, contract.id);
    const document = `query ($code: String!) { customer(code: $code) { vipNo serviceLevel subType codes { nodes { level code } }
      characteristics { name value } contracts { nodes { kind status validity { from to } } }
      relationshipsFrom { nodes { type subType to { code region { code } } } } }
      hierarchyRules(filter: { active: { eq: true } }) { nodes { code } } }`;
    const found = await graph.query(document, { code: vip.code });
    expect(found.data.hierarchyRules.nodes).toEqual([{ code: 'VIP' }]);
    expect(found.data.customer).toMatchObject({
      vipNo: 'VIP-0001',
      serviceLevel: 'DIAMOND',
      subType: '5A',
      contracts: { nodes: [{ kind: 'FRAMEWORK', status: 'SIGNED' }] },
      relationshipsFrom: { nodes: [{ type: 'OWNERSHIP', subType: 'BRANCH', to: { code: branch.code } }] },
    });
    // The code of the headquarters finds the same.
    expect((await graph.query(document, { code: 'HQ-0001' })).data).toEqual(found.data);
    expect(found.data.customer.codes.nodes).toContainEqual({ level: 'HEADQUARTERS', code: 'HQ-0001' });
    expect(found.data.customer.characteristics).toContainEqual({ name: 'bigCustomerLevel', value: 'NATIONAL' });
    const wrong = await run(CREATE, {
      regionId: regions['4401'],
      customerType: 'BIG',
      organization: { name: 'Wrong level' },
      characteristics: { bigCustomerLevel: 'GALACTIC' },
    });
    expect(codes(wrong)).toEqual(['BAD_VALUE input.characteristics.bigCustomerLevel']);
  });

  it('CUS-91 shows a group customer over the provinces to headquarters, and to a province its own part', async () => {
    const head = await customer('BIG', '4401');
    const south = await customer('BIG', '4401');
    const west = await customer('BIG', '5101');
    for (const to of [south, west]) await ok(RELATE, { fromId: head.id, toId: to.id, type: 'OWNERSHIP' });
    const contracted = await ok(CONTRACT, { customerId: west.id, name: 'Leased lines', kind: 'SERVICE' });
    const dimension = mutation('segmentDimensionSave', 'SegmentDimensionSaveInput', 'dimension { id }');
    const segment = mutation('customerSegmentSave', 'CustomerSegmentSaveInput', 'segment { id }');
    const members = mutation('customerSegmentMembersAdd', 'SegmentMembersInput');
    const group = (await ok(dimension, { code: 'GROUP', name: 'Group customers' })).dimension;
    for (const [code, who] of [
      ['STRATEGIC', head],
      ['SME', south],
    ] as const) {
      const { id } = (await ok(segment, { code, name: code, dimensionId: group.id })).segment;
      await ok(members, { segmentId: id, customerIds: [who.id] });
    }
    const seen = async (as: As) => {
      const { data, errors } = await graph.query(GROUP, { customerId: head.id }, { as });
      expect(errors).toBeUndefined();
      return data.customerNetwork as {
        shape: string;
        customers: {
          code: string;
          contracts: { nodes: { contractNo: string }[] };
          segments: { nodes: { segment: { code: string } }[] };
        }[];
      };
    };
    const whole = await seen('admin');
    expect(whole.shape).toBe('TREE');
    expect(whole.customers.map(({ code }) => code).sort()).toEqual([head.code, south.code, west.code].sort());
    const byCode = new Map(whole.customers.map((each) => [each.code, each]));
    expect(byCode.get(west.code)!.contracts.nodes).toMatchObject([
      { contractNo: contracted.contract.contractNo, kind: 'SERVICE' },
    ]);
    expect(byCode.get(head.code)!.segments.nodes[0]!.segment.code).toBe('STRATEGIC');
    expect(byCode.get(south.code)!.segments.nodes[0]!.segment.code).toBe('SME');
    const part = await seen(guangdong);
    expect(part.customers.map(({ code }) => code).sort()).toEqual([head.code, south.code].sort());
    const other = await graph.query(GROUP, { customerId: head.id }, { as: sichuan });
    expect(other.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
