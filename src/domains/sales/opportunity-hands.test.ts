import { describe, expect, it } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import type { As } from '../../testing/graph.js';
import {
  CHANGE,
  CONVERT,
  HAND_OVER,
  MERGE,
  SPLIT,
  cny,
  count,
  create,
  graph,
  offering,
  ok,
  other,
  read,
  refused,
  run,
  seller,
  shop,
  superior,
  world,
  useOpportunityDesk,
} from '../../testing/opportunity-desk.js';
import { hire } from '../../testing/staff.js';

useOpportunityDesk();

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
});
