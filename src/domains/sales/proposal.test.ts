import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { hire, type Hired } from '../../testing/staff.js';
import { expireProposals } from './proposal-answer.service.js';

const FIELDS = `id proposalNo status version revision currency oneTime { amount } recurring { amount } sentAt answer
  items(orderBy: [{ field: ITEM_NO, direction: ASC }]) { nodes { itemNo service quantity discountPercent offering { code } tariffPlan { code } oneTime { amount } recurring { amount } characteristics
    charges(orderBy: [{ field: POSITION, direction: ASC }]) { nodes { source code amount unitPrice quantity } } } }
  contract { id contractNo status name termMonths } order { id orderNo status } previous { proposalNo status }`;
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const of = (name: string) => mutation(name, `${name[0]!.toUpperCase()}${name.slice(1)}Input`, `proposal { ${FIELDS} }`);
const CREATE = of('proposalCreate');
const CHANGE = of('proposalChange');
const SUBMIT = of('proposalSubmit');
const SEND = of('proposalSend');
const ANSWER = of('proposalAnswer');
const REVISE = of('proposalRevise');
const CONCLUDE = of('proposalConclude');
const OPPORTUNITY = mutation('opportunityCreate', 'OpportunityCreateInput', 'opportunity { id }');
const STEP = mutation('opportunityStep', 'OpportunityStepInput', 'opportunity { status }');
const DECIDE = mutation('approvalDecide', 'ApprovalDecideInput', 'approval { status }');
const REVIEW = mutation(
  'proposalReviewRequest',
  'ProposalReviewRequestInput',
  'order { id status event object { id } dispatches(first: 20) { nodes { id status detail organization { code } } } }',
);
const REPLY = mutation('collaborationReply', 'CollaborationReplyInput', 'dispatch { id status opinion }');
const SIGN = mutation('contractSign', 'ContractSignInput', 'contract { status }');
const RANGE = mutation('staffDiscountRangeSave', 'StaffDiscountRangeSaveInput', 'held');

let graph: TestGraph;
let shop: Shop;
let seller: Hired;
let manager: Hired;
let customer: As;
let customerId: string;
const offering: Record<'family' | 'line' | 'old', string> = { family: '', line: '', old: '' };

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
  return answer.proposal ?? answer;
};
const count = async () => {
  const tables = ['proposal_item', 'proposal_charge', 'contract', 'customer_order', 'approval', 'collaboration_order'];
  const parts = tables.map((table) => `(select count(*)::int from "${table}") "${table}"`).join(', ');
  const states = `(select string_agg("status" || "version", ',' order by "id") from "proposal") "states"`;
  // Orders of earlier tests go on in the background; what they write is not what is asked for here.
  const own = `(select count(*)::int from "history_entry" where "type" ~ '^(proposal|opportunity|contract|approval|collaboration)[.]' or "type" = 'order.created') "entries"`;
  return (await graph.database.pool.query(`select ${parts}, ${states}, ${own}`)).rows[0] as object;
};
const refused = async (document: string, input: object, as?: As): Promise<string[]> => {
  const before = await count();
  const { userErrors } = await run(document, input, as);
  expect(await count()).toEqual(before);
  return userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);
};
const opportunity = async (): Promise<string> =>
  (
    await ok(OPPORTUNITY, {
      ...{ customerId, name: 'Family', intention: 'ADD', source: 'CUSTOMER_VISIT' },
      lines: [{ offeringId: offering.family }],
    })
  ).opportunity.id;
const validTo = '2099-01-01T00:00:00Z';
const item = (more: object = {}) => ({
  ...{ offeringId: offering.family, quantity: 2, characteristics: [{ name: 'bandwidth', value: '500M' }] },
  ...more,
});
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const create = async (more: object = {}): Promise<any> =>
  ok(CREATE, { opportunityId: await opportunity(), name: 'Family offer', validTo, items: [item()], ...more });
const approvalOf = async (proposalId: string): Promise<string> => {
  const document = `query ($id: String!) { approvals(filter: { subjectId: { eq: $id }, status: { eq: ASKED } }) { nodes { id kind } } }`;
  const { data } = await graph.query(document, { id: proposalId });
  expect(data.approvals.nodes).toHaveLength(1);
  expect(data.approvals.nodes[0].kind).toBe('PROPOSAL');
  return data.approvals.nodes[0].id;
};
const decide = async (proposalId: string, approved = true, as: As = manager.as) =>
  run(DECIDE, { approvalId: await approvalOf(proposalId), approved, remark: 'Looked at' }, as);
const read = async (id: string, fields = 'status', as: As = seller.as) =>
  (await graph.query(`query ($id: ID!) { proposal(id: $id) { ${fields} } }`, { id }, { as })).data.proposal;
/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above */
const sent = async (more: object = {}): Promise<any> => {
  const made = await create(more);
  await ok(SUBMIT, { proposalId: made.id });
  expect((await decide(made.id)).userErrors).toEqual([]);
  return ok(SEND, { proposalId: made.id, by: 'e-mail' });
};

beforeAll(async () => {
  graph = await startTestGraph();
  shop = await openShop(graph.database);
  // The shop's regions stand alone; here its customer lives where the employees work.
  await graph.database.pool.query(
    `update "customer" set "region_id" = (select "id" from "region" where "code" = '4401') where "code" = 'C-NORTH'`,
  );
  for (const name of ['family', 'line', 'old'] as const) offering[name] = encodeId('of', shop[name].id);
  customerId = encodeId('cu', shop.customer.id);
  customer = { sub: 'li', role: 'customer', customer: 'C-NORTH' };
  seller = await hire(graph, 'P100', 'H4401', ['BIG_CUSTOMER_MANAGER']);
  manager = await hire(graph, 'P200', 'H4401', ['GROUP_CUSTOMER_MANAGER']);
});
afterAll(() => graph?.close());

describe('a proposal', () => {
  it('SAL-63 SAL-64 is for an opportunity, valid for a time, priced with every rule that applied', async () => {
    const made = await create({ solution: 'Fibre to the desk', terms: 'Pay in 30 days' });
    expect(made).toMatchObject({
      ...{
        status: 'DRAFT',
        version: 1,
        revision: 1,
        currency: 'CNY',
        oneTime: { amount: '200' },
        recurring: { amount: '259.8' },
      },
      ...{ previous: null, contract: null, order: null },
    });
    expect(made.proposalNo).toMatch(/^PP-\d{8}$/);
    const [line] = made.items.nodes;
    expect(line).toMatchObject({
      ...{
        itemNo: 1,
        service: 'INSTALL',
        quantity: 2,
        offering: { code: 'T_FAMILY' },
        tariffPlan: { code: 'TP_T_FAMILY' },
      },
      characteristics: { bandwidth: '500M' },
    });
    expect(line.charges.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ source: 'PLAN', code: 'TP_T_FAMILY', amount: '259.8', quantity: 2 }),
        expect.objectContaining({ source: 'RULE', code: 'TR_T_FAMILY_INSTALL', amount: '200' }),
      ]),
    );
    const view = `query ($id: ID!) { customer(id: $id) { proposals { totalCount } opportunities { nodes { proposals { nodes { proposalNo } } } } } }`;
    const { data } = await graph.query(view, { id: customerId }, { as: seller.as });
    expect(data.customer.proposals.totalCount).toBe(1);
    expect(data.customer.opportunities.nodes[0].proposals.nodes).toEqual([{ proposalNo: made.proposalNo }]);
  });

  it('SAL-63 SAL-64 is refused when its times contradict, or something speaks against a line', async () => {
    const base = { opportunityId: await opportunity(), name: 'X', validTo, items: [item()] };
    const wrong: [object, ...string[]][] = [
      [{ validTo: '2020-01-01T00:00:00Z' }, 'TOO_EARLY input.validTo'],
      [{ validFrom: '2019-01-01T00:00:00Z', validTo: '2020-01-01T00:00:00Z' }, 'IN_THE_PAST input.validTo'],
      [{ items: [] }, 'TOO_FEW input.items'],
      [
        { items: [item(), { offeringId: offering.old }] },
        'NOT_IN_SALE input.items.1.offeringId',
        'NOT_PRICED input.items.1.offeringId',
      ],
      [{ items: [item({ tariffPlanId: encodeId('tp', shop.customer.id) })] }, 'NOT_FOUND input.items.0.tariffPlanId'],
      [{ items: [item({ service: 'MOVE' })] }, 'REQUIRED input.items.0.productInstanceId'],
      [{ currency: 'XXZ' }, 'BAD_VALUE input.currency'],
    ];
    for (const [more, ...faults] of wrong) expect(await refused(CREATE, { ...base, ...more })).toEqual(faults);
  });

  it('PRD-69 gives a discount within the range of the seller only', async () => {
    const base = { opportunityId: await opportunity(), name: 'X', validTo };
    const items = (discountPercent: string) => [item({ discountPercent })];
    expect(await refused(CREATE, { ...base, items: items('5') })).toEqual([
      'DISCOUNT_OUT_OF_RANGE input.items.0.discountPercent',
    ]);
    const { data } = await graph.query(`{ position(code: "BIG_CUSTOMER_MANAGER") { id } }`);
    await ok(RANGE, { positionId: data.position.id, maxPercent: '10' }, 'admin');
    await approve(graph, data.position.id);
    const made = await ok(CREATE, { ...base, items: items('10') });
    expect(made.oneTime.amount).toBe('180');
    expect(made.items.nodes[0].charges.nodes).toContainEqual({
      ...{ source: 'STAFF_DISCOUNT', code: 'STAFF_DISCOUNT', amount: '-20', unitPrice: '10', quantity: 1 },
    });
    expect(await refused(CREATE, { ...base, items: items('10.5') })).toHaveLength(1);
  });

  it('SAL-64 a draft is changed by who read it last, and priced anew', async () => {
    const { id: proposalId } = await create();
    const changed = await ok(CHANGE, { proposalId, expectedVersion: 1, items: [item({ quantity: 1 })], name: 'One' });
    expect(changed).toMatchObject({ version: 2, oneTime: { amount: '100' }, items: { nodes: [{ quantity: 1 }] } });
    expect(await refused(CHANGE, { proposalId, expectedVersion: 1, name: 'Two' })).toEqual([
      'VERSION_CONFLICT input.expectedVersion',
    ]);
    const renamed = await ok(CHANGE, { proposalId, name: 'Three' });
    expect(renamed.items.nodes).toEqual(changed.items.nodes);
  });
});

describe('the approval of a proposal', () => {
  it('SAL-68 SAL-65 somebody else decides, with the right to; refused it is a draft again, approved it may be sent', async () => {
    const { id: proposalId } = await create();
    expect(await refused(SEND, { proposalId, by: 'e-mail' })).toEqual(['INVALID_TRANSITION ']);
    expect((await ok(SUBMIT, { proposalId, reason: 'Please' })).status).toBe('IN_APPROVAL');
    expect(await refused(CHANGE, { proposalId, name: 'X' })).toEqual(['READ_ONLY input.proposalId']);
    const approvalId = await approvalOf(proposalId);
    const before = await count();
    const own = await graph.query(DECIDE, { input: { approvalId, approved: true } }, { as: seller.as });
    expect(own.errors?.[0]?.extensions['code'] ?? own.data.approvalDecide.userErrors[0].code).toMatch(
      /FORBIDDEN|OWN_WORK/,
    );
    expect(await count()).toEqual(before);
    expect((await decide(proposalId, false)).userErrors).toEqual([]);
    expect(await read(proposalId)).toEqual({ status: 'DRAFT' });
    await ok(SUBMIT, { proposalId });
    expect((await decide(proposalId)).userErrors).toEqual([]);
    expect(await read(proposalId)).toEqual({ status: 'APPROVED' });
    const { history } = await read(proposalId, 'history { nodes { data } }');
    expect(history.nodes.at(-1).data.approvalNo).toMatch(/^APR-/);
  });

  it('SAL-68 is not submitted at prices that do not hold any more', async () => {
    const { id: proposalId } = await create({ items: [{ offeringId: offering.line }] });
    const price = (amount: string) =>
      graph.database.pool.query(`update "tariff_plan" set "price_amount" = $1 where "code" = 'TP_T_LINE'`, [amount]);
    await price('16');
    expect(await refused(SUBMIT, { proposalId })).toEqual(['PRICE_CHANGED input.proposalId']);
    await ok(CHANGE, { proposalId, name: 'At new prices' });
    await ok(SUBMIT, { proposalId });
    await price('15');
  });

  it('OPS-52 SAL-67 network, stock and finance get their parts; it is approved and sent only when all of them agree', async () => {
    const { id: proposalId, proposalNo } = await create({ solution: 'Fibre to the desk' });
    const [NETWORK, STOCK, FINANCE] = ['H4403', 'H5101', 'H3201'];
    const { data } = await graph.query(
      `{ network: internalOrganization(code: "H4403") { id } stock: internalOrganization(code: "H5101") { id } finance: internalOrganization(code: "H3201") { id } own: internalOrganization(code: "H4401") { id } }`,
    );
    const [network, stock, finance] = [
      (await hire(graph, 'P300', NETWORK!, ['HALL_MANAGER'])).as,
      (await hire(graph, 'P350', STOCK!, ['HALL_MANAGER'])).as,
      (await hire(graph, 'P400', FINANCE!, ['HALL_MANAGER'])).as,
    ];
    const units = [
      { organizationId: data.network.id, part: 'Is there fibre in the street?' },
      { organizationId: data.stock.id, part: 'Are there two terminals?' },
      { organizationId: data.finance.id, part: 'May they pay in 30 days?' },
    ];
    const input = { proposalId, units, requesterId: data.own.id };
    expect(await refused(REVIEW, { ...input, units: [units[0], units[0]] }, 'admin')).toEqual([
      'DUPLICATE input.units.1.organizationId',
    ]);
    const before = await count();
    const denied = await graph.query(REVIEW, { input }, { as: customer });
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
    const { order } = await ok(REVIEW, input, 'admin');
    expect(order).toMatchObject({
      status: 'DISPATCHED',
      event: `Review of proposal ${proposalNo}`,
      object: { id: proposalId },
    });
    const dispatch = (unit: string) =>
      order.dispatches.nodes.find(({ organization }: { organization: { code: string } }) => organization.code === unit);
    expect(dispatch(NETWORK!).detail).toContain('Is there fibre');
    expect(dispatch(NETWORK!).detail).toContain('1. INSTALL 2 × T_FAMILY');
    for (const other of ['30 days', 'terminals']) expect(dispatch(NETWORK!).detail).not.toContain(other);
    expect(dispatch(STOCK!).detail).toContain('Are there two terminals?');
    expect(dispatch(FINANCE!).detail).toContain('May they pay in 30 days?');
    await ok(SUBMIT, { proposalId });
    const verdict = async () => {
      const before = await count();
      const { userErrors } = await decide(proposalId);
      if (userErrors.length > 0) expect(await count()).toEqual(before);
      return userErrors.map(({ code }: { code: string }) => code);
    };
    expect(await verdict()).toEqual(['GUARD_REFUSED']);
    const reply = (unit: string, as: As, opinion: string) =>
      ok(REPLY, { dispatchId: dispatch(unit).id, reply: 'Read it.', opinion }, as);
    await reply(NETWORK!, network, 'AGREE');
    expect(await verdict()).toEqual(['GUARD_REFUSED']);
    await reply(STOCK!, stock, 'AGREE');
    expect(await verdict()).toEqual(['GUARD_REFUSED']);
    // Who disagrees stands in the way until they are asked once more and agree.
    await reply(FINANCE!, finance, 'DISAGREE');
    expect(await verdict()).toEqual(['GUARD_REFUSED']);
    const reviewed = (await ok(REVIEW, { ...input, units: [units[2]] }, 'admin')).order;
    expect(await verdict()).toEqual(['GUARD_REFUSED']);
    await ok(REPLY, { dispatchId: reviewed.dispatches.nodes[0].id, reply: 'So be it.', opinion: 'AGREE' }, finance);
    expect(await verdict()).toEqual([]);
    // Asked once more after the approval, it is not sent before that answer.
    const again = (await ok(REVIEW, { ...input, units: [units[2]] }, 'admin')).order;
    expect(await refused(SEND, { proposalId, by: 'e-mail' })).toEqual(['GUARD_REFUSED ']);
    await ok(REPLY, { dispatchId: again.dispatches.nodes[0].id, reply: 'Fine.', opinion: 'AGREE' }, finance);
    expect((await ok(SEND, { proposalId, by: 'e-mail' })).status).toBe('SENT');
    expect(await refused(REVIEW, input, 'admin')).toEqual(['INVALID_STATE input.proposalId']);
  });
});

describe('a proposal that was sent', () => {
  it('SAL-70 SAL-76 the customer sees it from then on, without the opportunity, and answers', async () => {
    const draft = await create();
    expect(await read(draft.id, 'proposalNo', customer)).toBeNull();
    const proposal = await sent();
    const fields =
      'status opportunity { id } items { nodes { quantity charges { totalCount } } } history { nodes { type toState: __typename } }';
    expect(await read(proposal.id, fields, customer)).toMatchObject({
      ...{ status: 'SENT', opportunity: null, items: { nodes: [{ quantity: 2, charges: { totalCount: 2 } }] } },
    });
    const stranger: As = { sub: 'olga', role: 'customer', customer: 'C-SOUTH' };
    const elsewhere = (await hire(graph, 'P500', 'H3201', ['BIG_CUSTOMER_MANAGER'])).as;
    for (const as of [stranger, elsewhere]) {
      expect(await read(proposal.id, 'proposalNo', as)).toBeNull();
      expect(await refused(ANSWER, { proposalId: proposal.id, accepted: true }, as)).toEqual([
        'NOT_FOUND input.proposalId',
      ]);
    }
    const before = await count();
    const { errors } = await graph.query(SEND, { input: { proposalId: proposal.id, by: 'x' } }, { as: customer });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
    expect(await refused(ANSWER, { proposalId: proposal.id, accepted: false }, customer)).toEqual([
      'REQUIRED input.reason',
    ]);
    expect((await ok(ANSWER, { proposalId: proposal.id, accepted: true }, customer)).status).toBe('ACCEPTED');
  });

  it('SAL-70 of several answers at once one counts, and stands in its history once', async () => {
    const { id: proposalId } = await sent();
    const answers = await Promise.all([
      run(ANSWER, { proposalId, accepted: true }, customer),
      run(ANSWER, { proposalId, accepted: true }, seller.as),
      run(ANSWER, { proposalId, accepted: false, reason: 'Too dear' }, customer),
      run(ANSWER, { proposalId, accepted: true }, customer),
    ]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort();
    expect(codes).toEqual(['INVALID_TRANSITION', 'INVALID_TRANSITION', 'INVALID_TRANSITION', 'OK']);
    const winner = answers.find(({ userErrors }) => userErrors.length === 0)!.proposal;
    const { status, answer, history } = await read(proposalId, 'status answer history { nodes { type } }', customer);
    expect([status, answer]).toEqual([winner.status, winner.answer]);
    // Sent, and answered once.
    expect(history.nodes).toHaveLength(2);
  });

  it('SAL-71 gets later versions, of which only the latest goes on', async () => {
    const first = await sent();
    const second = await ok(REVISE, { proposalId: first.id, validTo });
    expect(second).toMatchObject({
      ...{ status: 'DRAFT', revision: 2, previous: { proposalNo: first.proposalNo, status: 'REPLACED' } },
      items: { nodes: [{ quantity: 2, characteristics: { bandwidth: '500M' } }] },
    });
    expect(await refused(REVISE, { proposalId: first.id, validTo })).toEqual(['REPLACED input.proposalId']);
    expect(await refused(REVISE, { proposalId: second.id, validTo })).toEqual(['INVALID_STATE input.proposalId']);
    expect(await refused(ANSWER, { proposalId: first.id, accepted: true }, customer)).toEqual(['INVALID_TRANSITION ']);
    const third = await sent();
    const twice = await Promise.all([1, 2].map(() => run(REVISE, { proposalId: third.id, validTo })));
    expect(twice.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort()).toEqual(['OK', 'REPLACED']);
  });

  it('SAL-71 gets no later version when its opportunity has ended', async () => {
    const opportunityId = await opportunity();
    const { id: proposalId } = await sent({ opportunityId });
    await ok(STEP, { opportunityId, action: 'LOSE', lostReason: 'PRICE' });
    expect(await refused(REVISE, { proposalId, validTo })).toEqual(['CLOSED input.proposalId']);
  });

  it('SAL-74 SAL-75 expires by itself when its validity has passed, and is not changed or accepted then', async () => {
    const [proposal, asked] = [await sent(), await create()];
    await ok(SUBMIT, { proposalId: asked.id });
    await graph.database.pool.query(`update "proposal" set "valid_to" = now() where "proposal_no" = any($1)`, [
      [proposal.proposalNo, asked.proposalNo],
    ]);
    expect(await refused(ANSWER, { proposalId: proposal.id, accepted: true }, customer)).toEqual(['GUARD_REFUSED ']);
    const expire = () => expireProposals.run({}, graph.database.systemContext('jobs'), {} as never);
    await expire();
    expect(await read(proposal.id)).toEqual({ status: 'EXPIRED' });
    expect(await read(asked.id)).toEqual({ status: 'EXPIRED' });
    const { data } = await graph.query(
      `query ($id: String!) { approvals(filter: { subjectId: { eq: $id } }) { nodes { status } } }`,
      { id: asked.id },
    );
    expect(data.approvals.nodes).toEqual([{ status: 'WITHDRAWN' }]);
    const before = await count();
    await expire();
    expect(await count()).toEqual(before);
    expect(await refused(CHANGE, { proposalId: asked.id, name: 'X' })).toEqual(['READ_ONLY input.proposalId']);
    expect(await refused(ANSWER, { proposalId: proposal.id, accepted: true }, customer)).toEqual([
      'INVALID_TRANSITION ',
    ]);
  });
});

describe('what comes of a proposal', () => {
  const accepted = async (more: object = {}) => {
    const proposal = await sent(more);
    return ok(ANSWER, { proposalId: proposal.id, accepted: true }, customer);
  };
  const contract = { kind: 'SERVICE', termMonths: 24 };
  it('R71 SAL-31 a contract inherits from it, and its signature wins the opportunity', async () => {
    const opportunityId = await opportunity();
    const { id: proposalId } = await accepted({ opportunityId });
    const concluded = await ok(CONCLUDE, { proposalId, contract });
    expect(concluded).toMatchObject({ contract: { status: 'NEW', name: 'Family offer', termMonths: 24 }, order: null });
    const status = async () =>
      (
        await graph.query(`query ($id: ID!) { opportunity(id: $id) { status contract { contractNo } } }`, {
          id: opportunityId,
        })
      ).data.opportunity;
    expect(await status()).toEqual({ status: 'NEW', contract: { contractNo: concluded.contract.contractNo } });
    expect(await refused(CONCLUDE, { proposalId, contract })).toEqual(['DUPLICATE input.contract']);
    await ok(SIGN, { contractId: concluded.contract.id, customerSignatory: 'A', operatorSignatory: 'B' });
    await approve(graph, concluded.contract.id);
    expect((await status()).status).toBe('WON');
  });

  it('R71 R87 PRD-114 a contract and an order are made in one step, with lines and charges of the proposal; the order wins', async () => {
    const opportunityId = await opportunity();
    const { id: proposalId } = await accepted({ opportunityId });
    const both = await ok(CONCLUDE, { proposalId, contract, order: {} });
    expect(both).toMatchObject({ contract: { status: 'NEW' }, order: { orderNo: expect.any(String) } });
    const document = `query ($id: ID!) { order(id: $id) { proposals { nodes { proposalNo } } items { nodes { action quantity offering { code } tariffPlan { code } } } } }`;
    const { data } = await graph.query(document, { id: both.order.id }, { as: seller.as });
    expect(data.order).toEqual({
      proposals: { nodes: [{ proposalNo: both.proposalNo }] },
      items: {
        nodes: [
          { action: 'INSTALL', quantity: 2, offering: { code: 'T_FAMILY' }, tariffPlan: { code: 'TP_T_FAMILY' } },
        ],
      },
    });
    const listed = `query ($id: ID!) { order(id: $id) { charges { nodes { code amount } } proposals { nodes { charges { nodes { code amount } } } } } }`;
    const kept = (await graph.query(listed, { id: both.order.id }, { as: seller.as })).data.order;
    expect(kept.charges).toEqual(kept.proposals.nodes[0].charges);
    const won = await graph.query(`query ($id: ID!) { opportunity(id: $id) { status order { orderNo } } }`, {
      id: opportunityId,
    });
    expect(won.data.opportunity).toEqual({ status: 'WON', order: { orderNo: both.order.orderNo } });
    expect(await refused(CONCLUDE, { proposalId, order: {} })).toEqual(['DUPLICATE input.order']);
  });

  it('R87 PRD-69 the order costs what the customer has accepted, discounts and all, whatever tariffs say by then', async () => {
    const { data } = await graph.query(`{ position(code: "BIG_CUSTOMER_MANAGER") { id } }`);
    // It may hold already, by another test.
    const { held } = await ok(RANGE, { positionId: data.position.id, maxPercent: '10' }, 'admin');
    if (held) await approve(graph, data.position.id);
    const { id: proposalId } = await accepted({
      items: [item({ discountPercent: '10' }), { offeringId: offering.line }],
    });
    const price = (amount: string) =>
      graph.database.pool.query(`update "tariff_plan" set "price_amount" = $1 where "code" = 'TP_T_LINE'`, [amount]);
    await price('16');
    const { order } = await ok(CONCLUDE, { proposalId, order: {} });
    await price('15');
    const document = `query ($id: ID!) { order(id: $id) { oneTimeTotal { amount currency } recurringTotal { amount }
      items(orderBy: [{ field: ITEM_NO }]) { nodes { oneTimePrice { amount } recurringPrice { amount } } } } }`;
    const costs = await graph.query(document, { id: order.id }, { as: seller.as });
    expect(costs.data.order).toEqual({
      ...{ oneTimeTotal: { amount: '180', currency: 'CNY' }, recurringTotal: { amount: '274.8' } },
      items: {
        nodes: [
          { oneTimePrice: { amount: '180' }, recurringPrice: { amount: '259.8' } },
          { oneTimePrice: { amount: '0' }, recurringPrice: { amount: '15' } },
        ],
      },
    });
    const offered = await read(proposalId, 'oneTime { amount } recurring { amount }');
    expect(offered).toEqual({ oneTime: { amount: '180' }, recurring: { amount: '274.8' } });
  });

  it('R71 nothing is made of it when the order is refused, before it is accepted, or by others', async () => {
    const { id: proposalId } = await accepted();
    const past = { expectedAt: '2020-01-01T00:00:00Z' };
    expect(await refused(CONCLUDE, { proposalId, contract, order: past })).toEqual([
      'IN_THE_PAST input.order.expectedAt',
    ]);
    expect(await refused(CONCLUDE, { proposalId, contract: { kind: 'RENEWAL' }, order: {} })).toEqual([
      'REQUIRED input.contract.originalId',
    ]);
    expect(await refused(CONCLUDE, { proposalId })).toEqual(['REQUIRED input.order']);
    const open = await sent();
    expect(await refused(CONCLUDE, { proposalId: open.id, order: {} })).toEqual(['INVALID_STATE input.proposalId']);
    const before = await count();
    for (const as of [customer, (await hire(graph, 'P600', 'H4401', ['HALL_CLERK'])).as]) {
      const { errors } = await graph.query(CONCLUDE, { input: { proposalId, order: {} } }, { as });
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    }
    expect(await count()).toEqual(before);
    const elsewhere = (await hire(graph, 'P700', 'H3201', ['BIG_CUSTOMER_MANAGER'])).as;
    expect(await refused(CONCLUDE, { proposalId, order: {} }, elsewhere)).toEqual(['NOT_FOUND input.proposalId']);
    const twice = await Promise.all([
      run(CONCLUDE, { proposalId, order: {} }),
      run(CONCLUDE, { proposalId, order: {} }),
    ]);
    expect(twice.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort()).toEqual(['DUPLICATE', 'OK']);
  });
});
