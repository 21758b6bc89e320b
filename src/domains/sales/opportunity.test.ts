import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { hire, type Hired } from '../../testing/staff.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { lapseOpportunities } from './opportunity-close.service.js';

const FIELDS = `id opportunityNo name status version probability weightedAmount expectedAmount { amount currency } expectedCloseOn
  seller { employeeNo } lines { nodes { quantity offering { code } } } productInstances { nodes { productInstance { id } } }
  earlier { nodes { kind reason earlier { opportunityNo status } } } lostReason closedAt contract { contractNo } order { orderNo }`;
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const one = (name: string, type: string, more = '') => mutation(name, type, `opportunity { ${FIELDS} } ${more}`);
const CREATE = one('opportunityCreate', 'OpportunityCreateInput', 'similar { opportunityNo }');
const CHANGE = one('opportunityChange', 'OpportunityChangeInput');
const STEP = one('opportunityStep', 'OpportunityStepInput');
const LINK = one('opportunityContractLink', 'OpportunityContractLinkInput');
const MERGE = one('opportunityMerge', 'OpportunityMergeInput');
const CONVERT = one('opportunityConvert', 'OpportunityConvertInput');
const HAND_OVER = mutation('opportunityHandOver', 'OpportunityHandOverInput', `opportunities { ${FIELDS} }`);
const SPLIT = mutation('opportunitySplit', 'OpportunitySplitInput', `opportunities { ${FIELDS} }`);
const CONTRACT = mutation('contractCreate', 'ContractCreateInput', 'contract { id contractNo }');
const SIGN = mutation('contractSign', 'ContractSignInput', 'contract { id status }');
const ORDER = mutation('orderSubmit', 'OrderSubmitInput', 'order { id orderNo }');

let graph: TestGraph;
let world: TroubleWorld;
let shop: Shop;
let seller: Hired;
let other: Hired;
let superior: Hired;
const offering: Record<'family' | 'line', string> = { family: '', line: '' };

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
const refused = async (document: string, input: object, as?: As): Promise<string[]> => {
  const before = await count();
  const { userErrors } = await run(document, input, as);
  expect(await count()).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
const count = async () => {
  const tables = ['opportunity', 'opportunity_line', 'opportunity_relation', 'new_product_request', 'history_entry'];
  const parts = tables.map((table) => `(select count(*)::int from "${table}") "${table}"`).join(', ');
  const states = `(select string_agg("status" || "version" || coalesce("seller_id"::text, ''), ',' order by "id") from "opportunity") "states"`;
  return (await graph.database.pool.query(`select ${parts}, ${states}`)).rows[0] as object;
};
const lines = () => [{ offeringId: offering.line }];
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const create = async (more: object = {}, as?: As): Promise<any> =>
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
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const contractOf = async (customerId = world.ids.bigCo) =>
  (await ok(CONTRACT, { customerId, name: 'Lines', kind: 'SERVICE' }, 'admin')).contract as {
    id: string;
    contractNo: string;
  };
const signature = (contractId: string) => ({ contractId, customerSignatory: 'A', operatorSignatory: 'B' });
const read = async (id: string, fields: string, as: As = seller.as) =>
  (await graph.query(`query ($id: ID!) { opportunity(id: $id) { ${fields} } }`, { id }, { as })).data.opportunity;

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

describe('an opportunity', () => {
  it('MOD-52 SAL-02 is a definite customer with definite offerings and an intention, and what sellers know of it', async () => {
    const productInstanceIds = [await world.line('BIGCO')];
    const made = await create({
      ...{ productInstanceIds, intention: 'CHANGE', probability: 40, expectedAmount: cny('1000.50'), major: true },
      ...{ expectedCloseOn: '2099-01-31', competitors: ['Other Telecom'], need: 'Faster lines' },
      ...{ sourceChannel: 'Hall', provider: 'A colleague' },
    });
    expect(made).toMatchObject({
      ...{ status: 'NEW', version: 1, weightedAmount: '400.2', seller: { employeeNo: 'S100' } },
      lines: { nodes: [{ quantity: 1, offering: { code: 'T_LINE' } }] },
      productInstances: { nodes: [{ productInstance: { id: productInstanceIds[0] } }] },
    });
    expect(made.opportunityNo).toMatch(/^OP-\d{8}$/);
    expect(await read(made.id, 'sourceChannel provider competitors need major expectedCloseOn')).toEqual({
      ...{ sourceChannel: 'Hall', provider: 'A colleague', competitors: ['Other Telecom'], need: 'Faster lines' },
      ...{ major: true, expectedCloseOn: '2099-01-31' },
    });
    const view = `query { customer(code: "BIGCO") { opportunities(filter: { intention: { eq: CHANGE } }) { nodes { opportunityNo } } } }`;
    const { data } = await graph.query(view, {}, { as: seller.as });
    expect(data.customer.opportunities.nodes).toEqual([{ opportunityNo: made.opportunityNo }]);
  });

  it('MOD-52 is refused without an offering, for things of another customer, without what its source needs, and for days that are over', async () => {
    const wrong: [object, string][] = [
      [{ lines: [] }, 'TOO_FEW input.lines'],
      [{ lines: [...lines(), ...lines()] }, 'DUPLICATE input.lines.1.offeringId'],
      [{ source: 'CAMPAIGN' }, 'REQUIRED input.campaignEventId'],
      [{ campaignEventId: encodeId('mv', shop.customer.id) }, 'CONTRADICTORY input.campaignEventId'],
      [{ source: 'CUSTOMER_CONTACT' }, 'REQUIRED input.contactEventId'],
      [{ source: 'ORDER_CANCELLED' }, 'REQUIRED input.cancelledOrderId'],
      [{ productInstanceIds: [await world.line('ALICE')] }, 'NOT_OF_CUSTOMER input.productInstanceIds.0'],
      [{ expectedAmount: cny('-1') }, 'TOO_SMALL input.expectedAmount.amount'],
      [{ expectedAmount: { amount: '1', currency: 'XXZ' } }, 'BAD_VALUE input.expectedAmount.currency'],
      [{ probability: 101 }, 'TOO_LARGE input.probability'],
      [{ expectedCloseOn: '2020-01-01' }, 'IN_THE_PAST input.expectedCloseOn'],
      [{ validUntil: '2020-01-01T00:00:00Z' }, 'IN_THE_PAST input.validUntil'],
      [
        {
          lines: [{ offeringId: offering.line, estimatedAmount: { amount: '1', currency: 'USD' } }],
          expectedAmount: cny('1'),
        },
        'CONTRADICTORY input.lines.0.estimatedAmount.currency',
      ],
    ];
    const base = { customerId: world.ids.bigCo, name: 'X', intention: 'ADD', source: 'OTHER', lines: lines() };
    for (const [more, fault] of wrong) expect(await refused(CREATE, { ...base, ...more })).toEqual([fault]);
  });

  it('SAL-05 keeps the contact in which the need was met, of the same customer', async () => {
    const record = mutation('contactRecord', 'ContactRecordInput', 'contactEvent: contact { id contactNo }');
    const contact = (customerId: string) =>
      ok(
        record,
        {
          ...{ customerId, typeCode: 'CONSULTATION', modeCode: 'HUMAN_VOICE', platformCode: 'HOTLINE' },
          ...{ content: 'Wants a second line', startedAt: new Date(Date.now() - 60_000).toISOString() },
        },
        'admin',
      );
    const { contactEvent } = await contact(world.ids.bigCo);
    const made = await create({ source: 'CUSTOMER_CONTACT', contactEventId: contactEvent.id });
    expect((await read(made.id, 'contactEvent { contactNo }')).contactEvent.contactNo).toBe(contactEvent.contactNo);
    const foreign = (await contact(world.ids.alice)).contactEvent.id;
    const base = { customerId: world.ids.bigCo, name: 'X', intention: 'ADD', lines: lines() };
    expect(await refused(CREATE, { ...base, source: 'CUSTOMER_CONTACT', contactEventId: foreign })).toEqual([
      'NOT_OF_CUSTOMER input.contactEventId',
    ]);
  });

  it('SAL-01 a customer has several at once; those about the same offering are shown as perhaps the same', async () => {
    const customerId = world.ids.alice;
    const first = await create({ customerId });
    const { opportunity, similar } = await ok(CREATE, {
      ...{ customerId, name: 'Again', intention: 'ADD', source: 'OTHER', lines: lines() },
    });
    expect(similar).toEqual([{ opportunityNo: first.opportunityNo }]);
    expect(opportunity.opportunityNo).not.toBe(first.opportunityNo);
    const family = await ok(CREATE, {
      ...{ customerId, name: 'Other', intention: 'ADD', source: 'OTHER', lines: [{ offeringId: offering.family }] },
    });
    expect(family.similar).toEqual([]);
  });

  it('SAL-24 SAL-25 is changed by who read it last; the probability before stands in its history', async () => {
    const { id } = await create({ expectedAmount: cny('200'), probability: 10 });
    const { opportunity } = await ok(CHANGE, {
      opportunityId: id,
      expectedVersion: 1,
      probability: 75,
      need: 'Two lines',
    });
    expect(opportunity).toMatchObject({ version: 2, probability: 75, weightedAmount: '150' });
    expect(await refused(CHANGE, { opportunityId: id, expectedVersion: 1, probability: 5 })).toEqual([
      'VERSION_CONFLICT input.expectedVersion',
    ]);
    await ok(CHANGE, { opportunityId: id, lines: [{ offeringId: offering.family, quantity: 2 }] });
    const { history } = await read(id, 'history { nodes { type actor data } }');
    const [, changed, replaced] = history.nodes;
    expect(changed).toMatchObject({ type: 'opportunity.changed', actor: 'S100' });
    expect(changed.data.changes).toContainEqual({ field: 'probability', old: 10, new: 75 });
    expect(JSON.stringify(replaced.data)).toContain('T_FAMILY*2');
  });
});

describe('the life of an opportunity', () => {
  it('SAL-03 SAL-24 goes from NEW over NEED_KNOWN, with the need written down, to NEGOTIATION and back', async () => {
    const { id: opportunityId } = await create();
    expect(await refused(STEP, { opportunityId, action: 'KNOW_NEED' })).toEqual(['GUARD_REFUSED ']);
    expect(await refused(STEP, { opportunityId, action: 'NEGOTIATE' })).toEqual(['INVALID_TRANSITION ']);
    await ok(CHANGE, { opportunityId, need: 'A line for the new site' });
    for (const [action, status] of [
      ['KNOW_NEED', 'NEED_KNOWN'],
      ['NEGOTIATE', 'NEGOTIATION'],
      ['RECONSIDER', 'NEED_KNOWN'],
    ])
      expect((await ok(STEP, { opportunityId, action })).opportunity.status).toBe(status);
  });

  it('SAL-03 of several people who move one at once exactly one moves it; the others are told, and it has one history', async () => {
    const { id: opportunityId } = await create({ need: 'A line' });
    const codes = (answers: { userErrors: { code: string }[] }[]) =>
      answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort();
    const steps = [seller, other, superior, seller].map(({ as }) =>
      run(STEP, { opportunityId, action: 'KNOW_NEED' }, as),
    );
    const refusals = Array.from({ length: 3 }, () => 'INVALID_TRANSITION');
    expect(codes(await Promise.all(steps))).toEqual([...refusals, 'OK']);
    const read1 = { opportunityId, expectedVersion: 2 };
    const changes = [seller, other].map(({ as }, index) => run(CHANGE, { ...read1, probability: 10 + index }, as));
    expect(codes(await Promise.all(changes))).toEqual(['OK', 'VERSION_CONFLICT']);
    const ends = [seller, other].map(({ as }) => run(STEP, { opportunityId, action: 'LOSE', lostReason: 'PRICE' }, as));
    expect(codes(await Promise.all(ends))).toEqual(['INVALID_TRANSITION', 'OK']);
    const { version, history } = await read(opportunityId, 'version history { nodes { type } }');
    expect([version, history.nodes.length]).toEqual([4, 4]);
  });

  it('SAL-28 SAL-31 is won only by a signed contract of the customer, and by the signature itself', async () => {
    const { id: opportunityId } = await create();
    expect(await refused(STEP, { opportunityId, action: 'WIN' })).toEqual(['GUARD_REFUSED ']);
    const contract = await contractOf();
    expect(await refused(STEP, { opportunityId, action: 'WIN', contractId: contract.id })).toEqual(['GUARD_REFUSED ']);
    const foreign = await contractOf(world.ids.alice);
    expect(await refused(LINK, { opportunityId, contractId: foreign.id })).toEqual([
      'NOT_OF_CUSTOMER input.contractId',
    ]);
    const linked = (await ok(LINK, { opportunityId, contractId: contract.id })).opportunity;
    expect(linked).toMatchObject({ status: 'NEW', contract: { contractNo: contract.contractNo } });
    await ok(SIGN, signature(contract.id), 'admin');
    expect(await read(opportunityId, 'status closedAt contract { opportunities { totalCount } }')).toEqual({
      ...{ status: 'WON', closedAt: expect.any(String), contract: { opportunities: { totalCount: 1 } } },
    });
    expect(await refused(CHANGE, { opportunityId, probability: 1 })).toEqual(['CLOSED input.opportunityId']);
    const { history } = await read(opportunityId, 'history { nodes { type data } }');
    expect(history.nodes.at(-1)).toMatchObject({
      ...{ type: 'opportunity.status.changed', data: { contractNo: contract.contractNo } },
    });
  });

  it('SAL-28 R87 is won by an order that came of it, and regenerated when the order is cancelled', async () => {
    const clerk = { sub: 'admin-n', role: 'admin' } as const;
    const customerId = encodeId('cu', shop.customer.id);
    const made = await create({ customerId }, clerk);
    const { order } = await ok(
      ORDER,
      { customerId, items: [{ action: 'INSTALL', offeringId: offering.line }] },
      'admin',
    );
    const opportunityId = made.id;
    const won = (await ok(STEP, { opportunityId, action: 'WIN', orderId: order.id }, clerk)).opportunity;
    expect(won).toMatchObject({ status: 'WON', order: { orderNo: order.orderNo } });
    const base = { customerId, name: 'Once more', intention: 'ADD', source: 'ORDER_CANCELLED', lines: lines() };
    expect(await refused(CREATE, { ...base, cancelledOrderId: order.id }, clerk)).toEqual([
      'CONTRADICTORY input.cancelledOrderId',
    ]);
    await graph.database.pool.query(`update "customer_order" set "status" = 'CANCELLED' where "order_no" = $1`, [
      order.orderNo,
    ]);
    const again = (await ok(CREATE, { ...base, cancelledOrderId: order.id }, clerk)).opportunity;
    expect(again.earlier.nodes).toEqual([
      { kind: 'REGENERATED_FROM', reason: null, earlier: { opportunityNo: won.opportunityNo, status: 'WON' } },
    ]);
    // The cancelled order wins nothing.
    expect(await refused(STEP, { opportunityId: again.id, action: 'WIN', orderId: order.id }, clerk)).toEqual([
      'GUARD_REFUSED ',
    ]);
  });

  it('SAL-29 SAL-30 is lost for a reason; a lack of products is sent to those who design them', async () => {
    const { id: opportunityId, opportunityNo } = await create({ need: 'Satellite at sea' });
    expect(await refused(STEP, { opportunityId, action: 'LOSE' })).toEqual(['REQUIRED input.lostReason']);
    expect(await refused(STEP, { opportunityId, action: 'LOSE', lostReason: 'OTHER' })).toEqual([
      'REQUIRED input.note',
    ]);
    expect(await refused(STEP, { opportunityId, action: 'NEGOTIATE', lostReason: 'PRICE' })).toEqual([
      'CONTRADICTORY input.lostReason',
    ]);
    const { opportunity } = await ok(STEP, { opportunityId, action: 'LOSE', lostReason: 'NO_SUITABLE_PRODUCT' });
    expect(opportunity).toMatchObject({
      status: 'LOST',
      lostReason: 'NO_SUITABLE_PRODUCT',
      closedAt: expect.any(String),
    });
    const { data } = await graph.query(
      `query ($no: String!) { newProductRequests(filter: { source: { eq: $no } }) { nodes { need status } } }`,
      { no: opportunityNo },
    );
    expect(data.newProductRequests.nodes).toEqual([{ need: 'Satellite at sea', status: 'RECEIVED' }]);
  });

  it('SAL-29 is lost by itself when it was not concluded in time, once', async () => {
    const { id } = await create();
    await graph.database.pool.query(
      `update "opportunity" set "valid_until" = now() - interval '1 day' where "opportunity_no" = $1`,
      [(await read(id, 'opportunityNo')).opportunityNo],
    );
    const lapse = () => lapseOpportunities.run({}, graph.database.systemContext('jobs'), {} as never);
    await lapse();
    expect(await read(id, 'status lostReason')).toEqual({ status: 'LOST', lostReason: 'VALIDITY_PASSED' });
    const before = await count();
    await lapse();
    expect(await count()).toEqual(before);
  });
});

describe('who has an opportunity', () => {
  it('SAL-14 SAL-23 is taken over by another seller, of a higher rank when it is beyond the present one, many at once, or given back; all or none', async () => {
    const [a, b] = [await create(), await create()];
    const opportunityIds = [a.id, b.id];
    const given = await ok(HAND_OVER, {
      opportunityIds,
      mode: 'UPGRADE',
      sellerId: superior.id,
      reason: 'Too big for me',
    });
    expect(
      given.opportunities.map(({ id, seller: { employeeNo } }: { id: string; seller: { employeeNo: string } }) => [
        id,
        employeeNo,
      ]),
    ).toEqual(opportunityIds.map((id) => [id, 'S250']));
    const { history } = await read(a.id, 'history { nodes { type reason data } }');
    expect(history.nodes.at(-1)).toMatchObject({
      ...{
        type: 'opportunity.assigned',
        reason: 'Too big for me',
        data: { mode: 'UPGRADE', from: 'S100', to: 'S250' },
      },
    });
    const c = await create();
    const wrong: [object, string][] = [
      [{ mode: 'ASSIGN' }, 'REQUIRED input.sellerId'],
      [{ mode: 'FOLLOW_UP', sellerId: other.id }, 'REQUIRED input.reason'],
      [{ mode: 'RETURN', sellerId: other.id, reason: 'x' }, 'CONTRADICTORY input.sellerId'],
      [{ mode: 'ASSIGN', sellerId: superior.id }, 'UNCHANGED input.opportunityIds.1'],
      [{ mode: 'UPGRADE', sellerId: other.id, reason: 'x' }, 'RANK_TOO_LOW input.sellerId'],
    ];
    for (const [more, fault] of wrong)
      expect(await refused(HAND_OVER, { opportunityIds: [c.id, a.id], ...more })).toEqual([fault]);
    const back = await ok(HAND_OVER, { opportunityIds: [a.id], mode: 'RETURN', reason: 'Cannot sell it' });
    expect(back.opportunities[0].seller).toBeNull();
  });

  it('SAL-14 goes to a team, whose members take over from each other, and leaves it when it is given back', async () => {
    const teams = `mutation ($input: VirtualTeamSaveInput!) { virtualTeamSave(input: $input) { userErrors { code } team { id } } }`;
    const { data } = await graph.query(`{ internalOrganization(code: "H4401") { id } }`);
    const unit = { organizationId: data.internalOrganization.id, memberIds: [seller.id, other.id] };
    const team = async (code: string, more: object = {}) =>
      (await ok(teams, { code, name: code, task: 'Sell', ...unit, ...more }, 'admin')).team.id as string;
    const [teamId, gone] = [await team('SALES-1'), await team('SALES-2')];
    await team('SALES-2', { dissolve: true });
    const of = async (id: string) => {
      const { team: its, seller: whose } = await read(id, 'team { code } seller { employeeNo }');
      return [its?.code ?? null, whose?.employeeNo ?? null];
    };
    const { id } = await create({ teamId });
    expect(await of(id)).toEqual(['SALES-1', 'S100']);
    const one = { opportunityIds: [id], reason: 'Busy' };
    await ok(HAND_OVER, { ...one, mode: 'FOLLOW_UP', sellerId: other.id });
    expect(await of(id)).toEqual(['SALES-1', 'S200']);
    const wrong: [object, string][] = [
      [{ mode: 'ASSIGN', teamId: gone }, 'NOT_ACTIVE input.teamId'],
      [{ mode: 'ASSIGN', teamId, sellerId: other.id }, 'UNCHANGED input.opportunityIds.0'],
      [{ mode: 'FOLLOW_UP', teamId }, 'REQUIRED input.sellerId'],
      [{ mode: 'RETURN', teamId }, 'CONTRADICTORY input.teamId'],
    ];
    for (const [more, fault] of wrong) expect(await refused(HAND_OVER, { ...one, ...more })).toEqual([fault]);
    await ok(HAND_OVER, { ...one, mode: 'ASSIGN', teamId });
    expect(await of(id)).toEqual(['SALES-1', null]);
    const { history } = await read(id, 'history { nodes { type data } }');
    expect(history.nodes.at(-1).data).toMatchObject({ mode: 'ASSIGN', from: 'S200', to: '', team: 'SALES-1' });
    await ok(HAND_OVER, { ...one, mode: 'ASSIGN', sellerId: seller.id });
    await ok(HAND_OVER, { ...one, mode: 'RETURN' });
    expect(await of(id)).toEqual([null, null]);
  });

  it('SAL-08 is for staff of the region with the permission, and for nobody else', async () => {
    const { id } = await create();
    const clerk = await hire(graph, 'S300', 'H4401', ['HALL_CLERK']);
    const elsewhere = await hire(graph, 'S400', 'H3201', ['BIG_CUSTOMER_MANAGER']);
    const own: As = { sub: 'big', role: 'customer', customer: 'BIGCO' };
    const input = { opportunityId: id, probability: 99 };
    for (const as of [clerk.as, own]) {
      const before = await count();
      const { errors } = await graph.query(CHANGE, { input }, { as });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
      expect(await count()).toEqual(before);
    }
    expect(await refused(CHANGE, input, elsewhere.as)).toEqual(['NOT_FOUND input.opportunityId']);
    expect(await read(id, 'id', elsewhere.as)).toBeNull();
    expect(await read(id, 'id', own)).toBeNull();
    expect(await read(id, 'id', clerk.as)).toEqual({ id });
  });
});

describe('split, merge, convert', () => {
  const both = () => [{ offeringId: offering.line, quantity: 3 }, { offeringId: offering.family }];

  it('SAL-04 R70 is split: each offering goes to one part, the amounts add up or it is said why, nothing is forgotten', async () => {
    const whole = await create({ lines: both(), expectedAmount: cny('100'), probability: 50 });
    const opportunityId = whole.id;
    const parts = [
      { name: 'Lines', offeringIds: [offering.line], expectedAmount: cny('60'), sellerId: other.id },
      { name: 'Family', offeringIds: [offering.family], expectedAmount: cny('30') },
    ];
    expect(await refused(SPLIT, { opportunityId, parts })).toEqual(['REQUIRED input.reason']);
    expect(
      await refused(SPLIT, { opportunityId, parts: [parts[0], { ...parts[1], offeringIds: [offering.line] }] }),
    ).toEqual(['DUPLICATE input.parts.1.offeringIds.0']);
    const third = { ...parts[1], offeringIds: [encodeId('of', shop.old.id)] };
    expect(await refused(SPLIT, { opportunityId, parts: [parts[0], third] })).toEqual([
      'NOT_FOUND input.parts.1.offeringIds.0',
    ]);
    const { opportunities } = await ok(SPLIT, { opportunityId, parts, reason: 'One part is given away' });
    expect(opportunities).toMatchObject([
      { name: 'Lines', weightedAmount: '30', seller: { employeeNo: 'S200' }, lines: { nodes: [{ quantity: 3 }] } },
      {
        name: 'Family',
        weightedAmount: '15',
        seller: { employeeNo: 'S100' },
        lines: { nodes: [{ offering: { code: 'T_FAMILY' } }] },
      },
    ]);
    for (const part of opportunities)
      expect(part.earlier.nodes).toEqual([
        {
          ...{ kind: 'SPLIT_FROM', reason: 'One part is given away' },
          earlier: { opportunityNo: whole.opportunityNo, status: 'SUPERSEDED' },
        },
      ]);
    const old = await read(
      opportunityId,
      'status lines { totalCount } later { totalCount } history { nodes { type } }',
    );
    expect(old).toMatchObject({ status: 'SUPERSEDED', lines: { totalCount: 2 }, later: { totalCount: 2 } });
    expect(await refused(SPLIT, { opportunityId, parts, reason: 'Again' })).toEqual(['CLOSED input.opportunityId']);
  });

  it('SAL-04 R70 several of a customer are merged: sums, united offerings, the first day, and where it came from', async () => {
    const a = await create({
      lines: both(),
      expectedAmount: cny('100'),
      probability: 50,
      expectedCloseOn: '2099-05-01',
    });
    const b = await create({ expectedAmount: cny('300'), probability: 90, expectedCloseOn: '2099-04-01' });
    const alice = await create({ customerId: world.ids.alice });
    const usd = await create({ expectedAmount: { amount: '5', currency: 'USD' } });
    const removal = await create({ intention: 'REMOVE' });
    for (const [id, fault] of [
      [alice.id, 'NOT_OF_CUSTOMER'],
      [usd.id, 'CONTRADICTORY'],
      [removal.id, 'CONTRADICTORY'],
    ])
      expect(await refused(MERGE, { opportunityIds: [a.id, id] })).toEqual([`${fault} input.opportunityIds.1`]);
    const { opportunity } = await ok(MERGE, { opportunityIds: [a.id, b.id], name: 'All lines' });
    expect(opportunity).toMatchObject({
      ...{
        name: 'All lines',
        expectedAmount: cny('400'),
        probability: 80,
        weightedAmount: '320',
        expectedCloseOn: '2099-04-01',
      },
    });
    expect(opportunity.lines.nodes).toEqual(
      expect.arrayContaining([
        { quantity: 4, offering: { code: 'T_LINE' } },
        { quantity: 1, offering: { code: 'T_FAMILY' } },
      ]),
    );
    const from = opportunity.earlier.nodes.map(
      ({ earlier }: { earlier: { opportunityNo: string } }) => earlier.opportunityNo,
    );
    expect(from.sort()).toEqual([a.opportunityNo, b.opportunityNo].sort());
  });

  it('SAL-04 R70 two mergers of the same at once: one of them is refused', async () => {
    const [a, b] = [await create(), await create()];
    const answers = await Promise.all([
      run(MERGE, { opportunityIds: [a.id, b.id] }),
      run(MERGE, { opportunityIds: [b.id, a.id] }),
    ]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK');
    expect(codes.sort()).toEqual(['CLOSED', 'OK']);
  });

  it('SAL-04 R70 goes on with another customer as a new one', async () => {
    const made = await create({ expectedAmount: cny('10'), productInstanceIds: [await world.line('BIGCO')] });
    expect(await refused(CONVERT, { opportunityId: made.id, reason: 'Sister company' })).toEqual([
      'REQUIRED input.lines',
    ]);
    const { opportunity } = await ok(CONVERT, {
      opportunityId: made.id,
      customerId: world.ids.alice,
      reason: 'Sister company',
    });
    expect(opportunity).toMatchObject({
      ...{ status: 'NEW', expectedAmount: cny('10'), productInstances: { nodes: [] } },
      earlier: { nodes: [{ kind: 'CONVERTED_FROM', earlier: { opportunityNo: made.opportunityNo } }] },
    });
  });

  it('SAL-02 counts the pipeline by seller, state and currency', async () => {
    const document = `query { opportunities(filter: { seller: { employeeNo: { eq: "S100" } } }) { aggregate(groupBy: [{ dimension: STATUS }]) { count key { status } sum { weightedAmount } } } }`;
    const { data, errors } = await graph.query(document, {}, { as: seller.as });
    expect(errors).toBeUndefined();
    const groups = data.opportunities.aggregate as {
      key: { status: string };
      count: number;
      sum: { weightedAmount: string };
    }[];
    expect(groups.map(({ key }) => key.status)).toEqual(expect.arrayContaining(['NEW', 'WON', 'LOST', 'SUPERSEDED']));
    expect(Number(groups.find(({ key }) => key.status === 'NEW')!.sum.weightedAmount)).toBeGreaterThan(0);
  });
});
