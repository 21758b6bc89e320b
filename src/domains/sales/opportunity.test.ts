import { describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import type { As } from '../../testing/graph.js';
import {
  CHANGE,
  CREATE,
  LINK,
  ORDER,
  SIGN,
  STEP,
  cny,
  contractOf,
  count,
  create,
  graph,
  lines,
  mutation,
  offering,
  ok,
  other,
  read,
  refused,
  run,
  seller,
  shop,
  signature,
  superior,
  world,
  useOpportunityDesk,
} from '../../testing/opportunity-desk.js';
import { approve } from '../../testing/second-person.js';
import { lapseOpportunities } from './opportunity-close.service.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

useOpportunityDesk();

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

  it('SAL-05 takes the need out of the contact in which it was met, of the same customer, unless somebody words it better', async () => {
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
    const { contactNo } = contactEvent;
    const told = { need: 'Wants a second line', contactEvent: { contactNo } };
    expect(await read(made.id, 'need contactEvent { contactNo }')).toEqual(told);
    const worded = await create({ source: 'OTHER', contactEventId: contactEvent.id, need: 'A second line by May' });
    expect(await read(worded.id, 'need contactEvent { contactNo }')).toEqual({ ...told, need: 'A second line by May' });
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
    await approve(graph, contract.id);
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

  it('ORD-97 SAL-180 with the cancellation of an order a new one begins by itself, linked to the one that the order came of', async () => {
    const clerk = { sub: 'admin-n', role: 'admin' } as const;
    const customerId = encodeId('cu', shop.customer.id);
    const made = await create({ customerId, name: 'First try', need: 'A line', expectedAmount: cny('180') }, clerk);
    const buys = { customerId, items: [{ action: 'INSTALL', offeringId: offering.line, quantity: 2 }] };
    const { order } = await ok(ORDER, buys, 'admin');
    await ok(STEP, { opportunityId: made.id, action: 'WIN', orderId: order.id }, clerk);
    const cancel = mutation('orderCancel', 'OrderCancelInput', 'order { status }');
    const regenerated = async (orderId: string) => {
      const document = `query ($id: ID!) { order(id: $id) { status regeneratedOpportunities { nodes { name need source status expectedAmount { amount }
        lines { nodes { quantity offering { code } } } earlier { nodes { kind earlier { opportunityNo status } } } } } } }`;
      const { data, errors } = await graph.query(document, { id: orderId });
      expect(errors).toBeUndefined();
      return data.order;
    };
    expect((await regenerated(order.id)).regeneratedOpportunities.nodes).toEqual([]);
    await ok(cancel, { orderId: order.id, reason: 'Too slow' }, 'admin');
    await until(async () => (await regenerated(order.id)).status === 'CANCELLED');
    expect((await regenerated(order.id)).regeneratedOpportunities.nodes).toEqual([
      {
        ...{
          name: 'First try',
          need: 'A line',
          source: 'ORDER_CANCELLED',
          status: 'NEW',
          expectedAmount: { amount: '180' },
        },
        lines: { nodes: [{ quantity: 2, offering: { code: 'T_LINE' } }] },
        earlier: {
          nodes: [{ kind: 'REGENERATED_FROM', earlier: { opportunityNo: made.opportunityNo, status: 'WON' } }],
        },
      },
    ]);
    // One that came of no opportunity begins one all the same, named after the order.
    const bare = (await ok(ORDER, buys, 'admin')).order;
    const own: As = { sub: 'li', role: 'customer', customer: shop.customer.code };
    await ok(cancel, { orderId: bare.id, reason: 'Moved away' }, own);
    await until(async () => (await regenerated(bare.id)).status === 'CANCELLED');
    expect((await regenerated(bare.id)).regeneratedOpportunities.nodes).toMatchObject([
      { name: bare.orderNo, earlier: { nodes: [] } },
    ]);
    // What the operator makes of it is not for the customer who cancelled.
    const seen = await graph.query(
      `query ($id: ID!) { order(id: $id) { regeneratedOpportunities { totalCount } history { nodes { type } } } }`,
      { id: bare.id },
      { as: own },
    );
    expect(seen.data.order.regeneratedOpportunities.totalCount).toBe(0);
    expect(JSON.stringify(seen.data.order.history)).not.toContain('opportunity');
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

  it('SAL-02 counts the pipeline by seller, state and currency', async () => {
    const sellerId = (await hire(graph, 'S500', 'H4401', ['BIG_CUSTOMER_MANAGER'])).id;
    const usd = { amount: '7', currency: 'USD' };
    await create({ sellerId, expectedAmount: cny('200'), probability: 75 });
    await create({ sellerId, expectedAmount: cny('100.10'), probability: 10 });
    await create({ sellerId, expectedAmount: usd, probability: 100 });
    const lost = await create({ sellerId, expectedAmount: cny('1000'), probability: 90 });
    await ok(STEP, { opportunityId: lost.id, action: 'LOSE', lostReason: 'PRICE' });
    const document = `query { opportunities(filter: { seller: { employeeNo: { eq: "S500" } } }) {
      aggregate(groupBy: [{ dimension: STATUS }, { dimension: EXPECTED_AMOUNT_CURRENCY }]) { count key { status expectedAmountCurrency } sum { weightedAmount } } } }`;
    const { data, errors } = await graph.query(document, {}, { as: seller.as });
    expect(errors).toBeUndefined();
    const group = (status: string, expectedAmountCurrency: string, counted: number, weightedAmount: string) => ({
      ...{ count: counted, key: { status, expectedAmountCurrency }, sum: { weightedAmount } },
    });
    const groups = data.opportunities.aggregate as object[];
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(
      expect.arrayContaining([
        group('NEW', 'CNY', 2, '160.01'),
        group('NEW', 'USD', 1, '7'),
        group('LOST', 'CNY', 1, '900'),
      ]),
    );
  });
});
