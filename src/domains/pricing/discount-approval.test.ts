import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
import { faults, manager, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

let desk: PriceDesk;
let phone: string;
let plan: string;
beforeAll(async () => {
  desk = await openPriceDesk();
  phone = await desk.offeringId('OF_PHONE');
  plan = await desk.plan('P_CUT', 'OF_PHONE', [{ code: 'CUT_FEE', value: '100' }]);
});
afterAll(() => desk.graph.close());

const other: As = { sub: 'pm9', role: 'staff', region: '86' };
const off = { kind: 'AMOUNT', value: '10', currency: 'CNY' };

/** What a line costs once. */
const cost = async (): Promise<string> =>
  (
    await desk.ask('cartPrice', 'CartPriceInput', 'lines { oneTime { amount } }', {
      lines: [{ offeringId: phone, tariffPlanId: plan }],
    })
  ).lines[0].oneTime.amount;

const write = async (code: string, as: As = manager): Promise<string> => {
  const input = { code, name: code, offeringIds: [phone], ...off };
  const { discount, userErrors } = await desk.run('discountSave', 'discount { id status }', input, as);
  expect([userErrors, discount.status]).toEqual([[], 'DRAFT']);
  return discount.id;
};
const decide = async (subjectId: string, approved: boolean, as: As = SECOND) =>
  desk.run(
    'approvalDecide',
    'approval { status }',
    { approvalId: await openApproval(desk.graph, subjectId), approved, remark: approved ? undefined : 'no' },
    as,
  );
const statusOf = async (code: string): Promise<string> =>
  (await desk.graph.query('query ($code: String!) { discount(code: $code) { status } }', { code })).data.discount
    .status;

describe('a discount', () => {
  test('WFL-28 PRD-75 is granted when somebody else has approved it, once; its authors do not', async () => {
    const id = await write('C_NEW');
    expect([await cost(), await statusOf('C_NEW')]).toEqual(['100', 'DRAFT']);
    expect(faults(await decide(id, true, manager))).toEqual(['OWN_WORK input.approvalId']);
    // A draft changes at once, and whoever changes it is its author too.
    const change = { discountId: id, value: '20' };
    expect(await desk.run('discountSave', 'held', change, other)).toEqual({ userErrors: [], held: false });
    expect(faults(await decide(id, true, other))).toEqual(['OWN_WORK ']);
    // So is whoever changed it before somebody else did.
    expect(await desk.run('discountSave', 'held', { discountId: id, name: 'New' })).toMatchObject({ held: false });
    expect(faults(await decide(id, true, other))).toEqual(['OWN_WORK ']);
    expect([await cost(), await statusOf('C_NEW')]).toEqual(['100', 'DRAFT']);
    const approvalId = await openApproval(desk.graph, id);
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.run('approvalDecide', '', { approvalId, approved: true }, SECOND)),
    );
    expect(answers.filter((each) => faults(each).length === 0)).toHaveLength(1);
    expect([await cost(), await statusOf('C_NEW')]).toEqual(['80', 'ACTIVE']);
    await desk.settled('discountSave', id, { discountId: id, validTo: new Date().toISOString() });
  });

  test('WFL-28 PRD-75 stays a draft when it is refused, until the next change asks anew', async () => {
    const id = await write('C_REFUSED');
    expect(faults(await decide(id, false))).toEqual([]);
    expect([await cost(), await statusOf('C_REFUSED')]).toEqual(['100', 'DRAFT']);
    await desk.run('discountSave', 'held', { discountId: id, value: '30' });
    await approve(desk.graph, id);
    expect(await cost()).toBe('70');
    await desk.settled('discountSave', id, { discountId: id, validTo: new Date().toISOString() });
  });

  test('WFL-28 PRD-68 that is granted changes, and is related to others, when somebody else has approved that', async () => {
    const [id, second] = [await write('C_HELD'), await write('C_HELD_2')];
    for (const each of [id, second]) await approve(desk.graph, each);
    expect(await cost()).toBe('80');
    const change = { discountId: id, value: '50', expectedVersion: 1 };
    const answers = await Promise.all(
      [manager, other].map((as) => desk.run('discountSave', 'held discount { value version }', change, as)),
    );
    expect(answers.flatMap(faults)).toEqual(['APPROVAL_PENDING input.discountId']);
    expect(answers.find(({ held }) => held).discount).toEqual({ value: '10', version: 1 });
    expect(await cost()).toBe('80');
    await decide(id, false);
    expect(await cost()).toBe('80');
    await desk.settled('discountSave', id, change);
    expect(await cost()).toBe('40');
    expect(faults(await desk.run('discountSave', 'held', change))).toEqual(['VERSION_CONFLICT input.expectedVersion']);
    const before = await desk.count('discount_relation');
    await desk.run('discountRelate', 'held', { fromId: id, toId: second, kind: 'EXCLUDE' });
    expect([await cost(), await desk.count('discount_relation')]).toEqual(['40', before]);
    await approve(desk.graph, id);
    expect(Number(await cost())).toBeGreaterThan(40);
    const end = { validTo: new Date().toISOString() };
    for (const discountId of [id, second]) await desk.settled('discountSave', discountId, { discountId, ...end });
    expect(await cost()).toBe('100');
  });
});

test('WFL-28 PRD-69 what sellers may take off holds when somebody else has approved it', async () => {
  const { data } = await desk.graph.query('{ position(code: "HALL_MANAGER") { id } }');
  const positionId = data.position.id;
  const range = { positionId, maxPercent: '20' };
  const asked = await desk.run('staffDiscountRangeSave', 'held staffDiscountRange { id }', range);
  expect(asked).toEqual({ userErrors: [], held: true, staffDiscountRange: null });
  expect(faults(await desk.run('staffDiscountRangeSave', 'held', { ...range, maxPercent: '30' }, other))).toEqual([
    'APPROVAL_PENDING input.positionId',
  ]);
  expect(faults(await decide(positionId, true, manager))).toEqual(['OWN_WORK input.approvalId']);
  expect(await desk.count('staff_discount_range')).toBe(0);
  await decide(positionId, false);
  expect(await desk.count('staff_discount_range')).toBe(0);
  await desk.settled('staffDiscountRangeSave', positionId, range);
  expect(await desk.count('staff_discount_range')).toBe(1);
});
