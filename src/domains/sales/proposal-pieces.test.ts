import { type As } from '../../testing/graph.js';
import { faults, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve } from '../../testing/second-person.js';
import { hire } from '../../testing/staff.js';

let desk: PriceDesk;
let seller: As;
let customerId: string;
let family: string;
let productId: string;
let tariffPlanId: string;
let opportunityId: string;

beforeAll(async () => {
  desk = await openPriceDesk();
  seller = (await hire(desk.graph, 'P100', 'H4401', ['BIG_CUSTOMER_MANAGER'])).as;
  customerId = await desk.customer('Family of Five');
  family = await desk.offeringId('OF_FAMILY_MOBILE');
  productId = (await desk.graph.query('{ product(code: "MOBILE") { id } }')).data.product.id;
  await desk.rule({ code: 'P_SIM', value: '20', type: 'ONE_TIME', service: 'INSTALL', productId });
  tariffPlanId = await desk.plan('P_FAMILY', 'OF_FAMILY_MOBILE', []);
  const opportunity = { customerId, name: 'Family', intention: 'ADD', source: 'CUSTOMER_VISIT' };
  const lines = [{ offeringId: family }];
  ({ id: opportunityId } = (
    await desk.run('opportunityCreate', 'opportunity { id }', { ...opportunity, lines }, seller)
  ).opportunity);
});
afterAll(() => desk.graph.close());

const PROPOSAL = `proposal { id version order { id } oneTime { amount } items { nodes { components { nodes { quantity product { code } } }
  charges { nodes { code quantity } } } } }`;
const run = (mutation: string, input: object, as: As = seller) => desk.run(mutation, PROPOSAL, input, as);
const item = (components: object[] | null, more: object = {}) => ({
  ...{ offeringId: family, tariffPlanId, ...more },
  ...(components && { components }),
});
const offer = (...items: object[]) => ({ opportunityId, name: 'Offer', validTo: '2099-01-01T00:00:00Z', items });
/* eslint-disable @typescript-eslint/no-explicit-any -- answers of the graph */
const ok = async (mutation: string, input: object, as?: As): Promise<any> => {
  const { proposal, userErrors } = await run(mutation, input, as);
  expect(userErrors).toEqual([]);
  return proposal;
};
/** Pieces that its only line has, and what it costs for them. */
const said = ({ oneTime, items: { nodes } }: any) => ({
  oneTime: oneTime.amount,
  chosen: nodes[0].components.nodes.map(({ quantity, product }: any) => `${quantity} ${product.code}`),
  sims: nodes[0].charges.nodes.filter(({ code }: any) => code === 'P_SIM').map(({ quantity }: any) => quantity),
});
/* eslint-enable @typescript-eslint/no-explicit-any */

test('PRD-33 SAL-64 a proposal is refused for pieces that the offering has not, and nothing is written', async () => {
  const { data } = await desk.graph.query('{ product(code: "PHONE") { id } }');
  const counts = async () => Promise.all(['proposal', 'proposal_item', 'proposal_item_component'].map(desk.count));
  const before = await counts();
  const four = { productId, quantity: 4 };
  const at = 'input.items.0.components';
  for (const [items, ...expected] of [
    [item([{ productId, quantity: 99 }]), `QUANTITY_OUT_OF_BOUNDS ${at}.0.quantity`],
    [item([{ productId: data.product.id, quantity: 1 }]), `NOT_IN_OFFERING ${at}.0.productId`],
    [item([four, four]), `DUPLICATE ${at}.1.productId`],
    [item([four], { service: 'MOVE', tariffPlanId: null }), `CONTRADICTORY ${at}`],
  ] as const)
    expect(faults(await run('proposalCreate', offer(items)))).toEqual(expected);
  expect(await counts()).toEqual(before);
});

test('PRD-33 PRD-62 SAL-64 a proposal costs the pieces that were chosen, keeps them through changes and versions, and orders them', async () => {
  const usual = await ok('proposalCreate', offer(item(null)));
  expect(said(usual)).toEqual({ oneTime: '60', chosen: [], sims: [3] });
  const made = await ok('proposalCreate', offer(item([{ productId, quantity: 4 }])));
  const four = { oneTime: '80', chosen: ['4 MOBILE'], sims: [4] };
  expect(said(made)).toEqual(four);
  const proposalId = made.id;
  // Priced anew by what it has, unless other lines are given.
  expect(said(await ok('proposalChange', { proposalId, name: 'Renamed' }))).toEqual(four);
  const five = { oneTime: '100', chosen: ['5 MOBILE'], sims: [5] };
  expect(said(await ok('proposalChange', { proposalId, items: [item([{ productId, quantity: 5 }])] }))).toEqual(five);
  await ok('proposalSubmit', { proposalId });
  await approve(desk.graph, proposalId);
  const revised = await ok('proposalRevise', { proposalId, validTo: '2099-01-01T00:00:00Z' });
  expect(said(revised)).toEqual(five);
  const later = { proposalId: revised.id };
  await ok('proposalSubmit', later);
  await approve(desk.graph, revised.id);
  await ok('proposalSend', { ...later, by: 'e-mail' });
  await ok('proposalAnswer', { ...later, accepted: true });
  const { order } = await ok('proposalConclude', { ...later, order: {} });
  const { data } = await desk.graph.query(
    `query ($id: ID!) { order(id: $id) { oneTimeTotal { amount } items { nodes { components { nodes { quantity product { code } } } } } } }`,
    { id: order.id },
  );
  expect(data.order.oneTimeTotal.amount).toBe('100');
  expect(data.order.items.nodes[0].components.nodes).toContainEqual({ quantity: 5, product: { code: 'MOBILE' } });
});
