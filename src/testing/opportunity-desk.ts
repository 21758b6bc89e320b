import { expect } from '@jest/globals';
import { encodeId } from '../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from './graph.js';
import { openShop, type Shop } from './shop.js';
import { hire, type Hired } from './staff.js';
import { createTroubleWorld, type TroubleWorld } from './trouble-world.js';

const FIELDS = `id opportunityNo name status version probability weightedAmount expectedAmount { amount currency } expectedCloseOn
  seller { employeeNo } lines { nodes { quantity offering { code } } } productInstances { nodes { productInstance { id } } }
  earlier { nodes { kind reason earlier { opportunityNo status } } } lostReason closedAt contract { contractNo } order { orderNo }`;
/** A mutation that answers what is wrong, and what is asked for. */
export const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const one = (name: string, type: string, more = '') => mutation(name, type, `opportunity { ${FIELDS} } ${more}`);
export const CREATE = one('opportunityCreate', 'OpportunityCreateInput', 'similar { opportunityNo }');
export const CHANGE = one('opportunityChange', 'OpportunityChangeInput');
export const STEP = one('opportunityStep', 'OpportunityStepInput');
export const LINK = one('opportunityContractLink', 'OpportunityContractLinkInput');
export const MERGE = one('opportunityMerge', 'OpportunityMergeInput');
export const CONVERT = one('opportunityConvert', 'OpportunityConvertInput');
export const HAND_OVER = mutation('opportunityHandOver', 'OpportunityHandOverInput', `opportunities { ${FIELDS} }`);
export const SPLIT = mutation('opportunitySplit', 'OpportunitySplitInput', `opportunities { ${FIELDS} }`);
export const CONTRACT = mutation('contractCreate', 'ContractCreateInput', 'contract { id contractNo }');
export const SIGN = mutation('contractSign', 'ContractSignInput', 'contract { id status }');
export const ORDER = mutation('orderSubmit', 'OrderSubmitInput', 'order { id orderNo }');

/** Of the calling test file. */
export let graph: TestGraph;
export let world: TroubleWorld;
export let shop: Shop;
export let seller: Hired;
export let other: Hired;
export let superior: Hired;
/** Opaque ids of offerings of the shop. */
export const offering: Record<'family' | 'line', string> = { family: '', line: '' };

/** Runs a mutation; what is answered differs by document. */
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
export const run = async (document: string, input: object, as: As = seller.as): Promise<any> => {
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data as object)[0];
};
/** Like {@link run}, for one that must succeed. */
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
export const ok = async (document: string, input: object, as?: As): Promise<any> => {
  const answer = await run(document, input, as);
  expect(answer.userErrors).toEqual([]);
  return answer;
};
/** Like {@link run}, for one that must be refused and write nothing: code and path of each reason. */
export const refused = async (document: string, input: object, as?: As): Promise<string[]> => {
  const before = await count();
  const { userErrors } = await run(document, input, as);
  expect(await count()).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
/** What stands in the tables of opportunities, to see that nothing was written. */
export const count = async () => {
  const tables = ['opportunity', 'opportunity_line', 'opportunity_relation', 'new_product_request'];
  const parts = tables.map((table) => `(select count(*)::int from "${table}") "${table}"`).join(', ');
  const states = `(select string_agg("status" || "version" || coalesce("seller_id"::text, ''), ',' order by "id") from "opportunity") "states"`;
  // Orders go on in the background; what they write is not what is asked for here.
  const own = `(select count(*)::int from "history_entry" where "type" ~ '^(opportunity|contract|newProductRequest)' or "type" = 'order.created') "entries"`;
  return (await graph.database.pool.query(`select ${parts}, ${states}, ${own}`)).rows[0] as object;
};
/** The least that an opportunity is about. */
export const lines = () => [{ offeringId: offering.line }];
/** A new opportunity with the big company, of the seller. */
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
export const create = async (more: object = {}, as?: As): Promise<any> =>
  (
    await ok(
      CREATE,
      {
        ...{
          customerId: world.ids.bigCo,
          name: 'New site',
          intention: 'ADD',
          source: 'CUSTOMER_VISIT',
          lines: lines(),
        },
        ...more,
      },
      as,
    )
  ).opportunity;
/** An amount of money. */
export const cny = (amount: string) => ({ amount, currency: 'CNY' });
/** A new contract of a customer. */
export const contractOf = async (customerId = world.ids.bigCo) =>
  (await ok(CONTRACT, { customerId, name: 'Lines', kind: 'SERVICE' }, 'admin')).contract as {
    id: string;
    contractNo: string;
  };
/** What signs a contract. */
export const signature = (contractId: string) => ({ contractId, customerSignatory: 'A', operatorSignatory: 'B' });
/** Reads an opportunity; null for who may not see it. */
export const read = async (id: string, fields: string, as: As = seller.as) =>
  (await graph.query(`query ($id: ID!) { opportunity(id: $id) { ${fields} } }`, { id }, { as })).data.opportunity;

/** Starts a graph with sellers, customers and offerings for all tests of a file. */
export function useOpportunityDesk(): void {
  beforeAll(async () => {
    graph = await startTestGraph();
    world = await createTroubleWorld(graph);
    shop = await openShop(graph.database);
    offering.family = encodeId('of', shop.family.id);
    offering.line = encodeId('of', shop.line.id);
    seller = await hire(graph, 'S100', 'H4401', ['BIG_CUSTOMER_MANAGER']);
    other = await hire(graph, 'S200', 'H4401', ['BIG_CUSTOMER_MANAGER']);
    superior = await hire(graph, 'S250', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
  });
  afterAll(() => graph?.close());
}
