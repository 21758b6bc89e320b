import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { openShop } from '../../testing/shop.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let seller: Hired;
let manager: Hired;
let customerId: string;
let offeringId: string;
const mutation = (name: string, answer: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = seller.as): Promise<any> => {
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
beforeAll(async () => {
  graph = await startTestGraph();
  const shop = await openShop(graph.database);
  // The shop's regions stand alone; here its customer lives where the employees work.
  await graph.database.pool.query(
    `update "customer" set "region_id" = (select "id" from "region" where "code" = '4401') where "code" = 'C-NORTH'`,
  );
  customerId = encodeId('cu', shop.customer.id);
  offeringId = encodeId('of', shop.family.id);
  seller = await hire(graph, 'P100', 'H4401', ['BIG_CUSTOMER_MANAGER']);
  manager = await hire(graph, 'P200', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
});
afterAll(() => graph?.close());

/** A proposal that the customer has accepted, of two families with a tenth off. */
async function accepted(): Promise<string> {
  const { opportunity } = await ok(mutation('opportunityCreate', 'opportunity { id }'), {
    ...{ customerId, name: 'Family', intention: 'ADD', source: 'CUSTOMER_VISIT', lines: [{ offeringId }] },
  });
  const characteristics = [{ name: 'bandwidth', value: '500M' }];
  const items = [{ offeringId, quantity: 2, discountPercent: '10', characteristics }];
  const about = { opportunityId: opportunity.id, name: 'Offer', validTo: '2099-01-01T00:00:00Z', items };
  const proposalId = (await ok(mutation('proposalCreate', 'proposal { id }'), about)).proposal.id as string;
  await ok(mutation('proposalSubmit', ''), { proposalId });
  const asked = `query ($id: String!) { approvals(filter: { subjectId: { eq: $id }, status: { eq: ASKED } }) { nodes { id } } }`;
  const approvalId = (await graph.query(asked, { id: proposalId })).data.approvals.nodes[0].id;
  await ok(mutation('approvalDecide', ''), { approvalId, approved: true, remark: 'Looked at' }, manager.as);
  await ok(mutation('proposalSend', ''), { proposalId, by: 'e-mail' });
  const customer = { sub: 'li', role: 'customer', customer: 'C-NORTH' } as const;
  await ok(mutation('proposalAnswer', ''), { proposalId, accepted: true }, customer);
  return proposalId;
}

test('SYS-52 PRD-69 whoever concludes within a limit is judged by what was agreed, not by what tariffs say', async () => {
  const { data } = await graph.query(`{ position(code: "BIG_CUSTOMER_MANAGER") { id } }`);
  await ok(mutation('staffDiscountRangeSave', 'held'), { positionId: data.position.id, maxPercent: '10' }, 'admin');
  await approve(graph, data.position.id);
  const proposalId = await accepted();
  const { rows } = await graph.database.pool.query<{ id: string }>(
    `select id from function_point where code in ('proposalConclude', 'orderSubmit')`,
  );
  const GRANT = mutation('permissionGrant', 'rejections { userErrors { code } }');
  const within = async (employeeNo: string, moneyLimit: string) => {
    const { id, as } = await hire(graph, employeeNo, 'H4401');
    const functionPointIds = rows.map((point) => encodeId('fp', point.id));
    const { rejections } = await ok(GRANT, { employeeIds: [id], functionPointIds, moneyLimit }, 'admin');
    expect(rejections).toEqual([]);
    return as;
  };
  // 180 at once and 259.8 each month; by the tariff it would be 20 more.
  const conclude = async (as: As) =>
    (await run(mutation('proposalConclude', 'proposal { id }'), { proposalId, order: {} }, as)).userErrors;
  const orders = async () =>
    (await graph.database.pool.query('select count(*)::int n from customer_order')).rows[0].n as number;
  expect(await conclude(await within('P301', '439.79'))).toEqual([
    { code: 'LIMIT_EXCEEDED', path: ['input', 'order', 'items', '0'] },
  ]);
  expect(await orders()).toBe(0);
  expect(await conclude(await within('P302', '439.8'))).toEqual([]);
  expect(await orders()).toBe(1);
});
