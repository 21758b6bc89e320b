import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { type CommitmentDesk, openCommitmentDesk } from '../../testing/commitment-desk.js';
import { faults, manager } from '../../testing/price-desk.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

let hall: CommitmentDesk;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  hall = await openCommitmentDesk();
});
afterAll(() => hall.desk.graph.close());

const FIBER = 'INTERNET_FIBER';
const months = (keepMonths: number, more: object = {}) => ({
  ...{ control: 'RELATIVE_TIME', keepMonths, breachAction: 'PENALTY', penaltyFormula: '100 * monthsShort' },
  ...more,
});
const raw = (input: object) =>
  hall.desk.run('offeringCommitmentSave', 'held offering { code }', {
    ...{ offeringId: hall.fiber, productId: hall.products.get(FIBER) },
    ...input,
  });
const versions = async () =>
  (
    await hall.desk.graph.query(
      '{ offering(code: "OF_HOME_FIBER") { versions(last: 3, orderBy: [{ field: NUMBER }]) { nodes { number content changedFields changedBy } } } }',
    )
  ).data.offering.versions.nodes;
const leaving = (held: { instances: Record<string, string> }) =>
  hall.check({ productInstanceId: held.instances[FIBER], service: 'REMOVE' });

describe('a commitment', () => {
  test('PRD-38 PRD-53 stays as it was sold: a longer one, another penalty or another bundle bind later customers only', async () => {
    await hall.commit(months(6));
    const kept = await hall.holder('Sold For Six', 8);
    const early = await hall.holder('Early For Six', 2);
    const { number } = (await versions()).at(-1);
    await hall.commit(months(24, { penaltyFormula: '500 * monthsShort', guardedServices: ['REMOVE', 'MOVE'] }));
    const now = (await versions()).at(-1);
    expect(now).toMatchObject({ number: number + 1, changedFields: ['components'], changedBy: manager.sub });
    expect(now.content.components).toContainEqual(
      expect.objectContaining({
        ...{ product: FIBER, keepMonths: 24, penaltyFormula: '500 * monthsShort', controlKind: null },
        ...{ controlValues: [], guardedServices: ['REMOVE', 'MOVE'], replacementPlan: null },
      }),
    );
    expect((await leaving(kept)).breaches).toEqual([]);
    expect((await leaving(early)).breaches).toMatchObject([{ monthsShort: 4, penalty: { amount: '400' } }]);
    expect((await hall.check({ productInstanceId: early.instances[FIBER], service: 'MOVE' })).breaches).toEqual([]);
    const later = await hall.holder('Sold For Longer', 2);
    expect((await leaving(later)).breaches).toMatchObject([{ monthsShort: 22, penalty: { amount: '11000' } }]);
    expect(faults(await hall.remove(early, FIBER))).toEqual(['COMMITMENT_BREACHED input.items.0.productInstanceId']);
    expect((await hall.remove(kept, FIBER)).userErrors).toEqual([]);
  });

  test('PRD-38 PRD-53 binds those who bought a product that the bundle has no more', async () => {
    await hall.commit(months(12));
    const held = await hall.holder('Before The Cut', 2);
    const { rows } = await hall.sql(
      `delete from offering_component c using offering o, product p where o.id = c.offering_id and p.id = c.product_id
         and o.code = 'OF_HOME_FIBER' and p.code = 'INTERNET_FIBER' returning c.*`,
    );
    expect(rows).toHaveLength(1);
    expect((await leaving(held)).breaches).toMatchObject([{ monthsShort: 10, component: null }]);
    const { fixed_values: fixed, ...row } = rows[0];
    const columns = Object.keys(row);
    await hall.sql(
      `insert into offering_component (fixed_values, ${columns.join(', ')}) values ($1, ${columns.map((_, index) => `$${index + 2}`).join(', ')})`,
      [JSON.stringify(fixed), ...Object.values(row)],
    );
  });

  test('WFL-28 PRD-38 PRD-39 of an offering that is sold is changed when somebody else has approved that, and not before', async () => {
    await hall.commit({ control: 'NONE' });
    const before = await versions();
    expect(await raw(months(3))).toEqual({ userErrors: [], held: true, offering: { code: 'OF_HOME_FIBER' } });
    expect(await versions()).toEqual(before);
    const decide = async (approved: boolean, as = SECOND) =>
      hall.desk.run(
        'approvalDecide',
        'approval { status kind changes }',
        { approvalId: await openApproval(hall.desk.graph, hall.fiber), approved, remark: 'no' },
        as,
      );
    expect(faults(await decide(true, manager))).toEqual(['OWN_WORK input.approvalId']);
    expect(faults(await raw(months(4)))).toEqual(['APPROVAL_PENDING input.offeringId']);
    expect((await decide(false)).approval).toMatchObject({
      ...{ status: 'REJECTED', kind: 'OFFERING_COMMITMENT' },
      changes: { [`${FIBER}.keepMonths`]: { old: null, new: 3 } },
    });
    expect(await versions()).toEqual(before);
    await raw(months(3));
    await approve(hall.desk.graph, hall.fiber);
    expect((await versions()).at(-1).number).toBe(before.at(-1).number + 1);
  });

  test('PRD-38 PRD-39 under a kind of control costs what a formula says; without one nothing is written', async () => {
    const { lifecycleControlKind } = await hall.desk.run('lifecycleControlKindSave', 'lifecycleControlKind { id }', {
      ...{ code: 'SOLD_DAYS', name: 'Days', fulfilled: 'held.days >= number(values[1])' },
    });
    const other = { control: 'OTHER', controlKindId: lifecycleControlKind.id, controlValues: ['500'] };
    const before = await hall.desk.count('approval');
    expect(faults(await raw({ ...other, breachAction: 'PENALTY' }))).toEqual(['REQUIRED input.penaltyFormula']);
    expect(await hall.desk.count('approval')).toBe(before);
    expect(faults(await hall.commit({ ...other, breachAction: 'PENALTY', penaltyFormula: '300' }))).toEqual([]);
  });

  test('PRD-39 PRD-65 costs whole coins of the currency of the plan', async () => {
    await hall.commit(months(12, { penaltyFormula: '100.5 + 0.004 * monthsShort' }));
    await hall.desk.plan('TP_YEN', 'OF_HOME_FIBER', [], {
      ...{ type: 'PERIODIC', period: 'MONTH', amount: '1000', currency: 'JPY' },
    });
    const held = await hall.holder('Yen Payer', 2);
    const penalty = async () => (await leaving(held)).breaches[0].penalty;
    expect(await penalty()).toEqual({ amount: '100.54', currency: 'CNY' });
    await hall.sql(
      `update offering_instance set tariff_plan_id = (select id from tariff_plan where code = 'TP_YEN')
       where customer_id = (select id from customer where name = 'Yen Payer')`,
    );
    expect(await penalty()).toEqual({ amount: '101', currency: 'JPY' });
  });
});

describe('a transfer', () => {
  test('PRD-38 PRD-39 carries the commitment to the new owner, and to whoever comes after', async () => {
    await hall.commit(months(24, { breachAction: 'FORBID', penaltyFormula: undefined }));
    const held = await hall.holder('Bound Giver', 1);
    await hall.commit({ control: 'NONE' });
    const productInstanceId = held.instances[FIBER]!;
    let owner = held.customerId;
    for (const name of ['First Friend', 'Second Friend']) {
      const newOwnerId = await hall.desk.customer(name);
      const moved = await hall.submit({
        customerId: owner,
        items: [{ action: 'TRANSFER', productInstanceId, newOwnerId }],
      });
      expect(moved.userErrors).toEqual([]);
      await hall.done(moved.order.id);
      owner = newOwnerId;
      expect(await leaving(held)).toMatchObject({
        permitted: false,
        breaches: [{ action: 'FORBID', monthsShort: 23 }],
      });
      const before = await hall.desk.count('order_item');
      const items = [{ action: 'REMOVE', productInstanceId, acceptBreach: true }];
      expect(faults(await hall.submit({ customerId: owner, items }))).toEqual([
        'COMMITMENT_FORBIDS input.items.0.productInstanceId',
      ]);
      expect(await hall.desk.count('order_item')).toBe(before);
    }
  });

  test('MOD-41 CUS-42 ends what others paid for the former owner, and tells them', async () => {
    await hall.commit({ control: 'NONE' });
    const held = await hall.holder('Supported Giver', 2);
    const mother = await hall.holder('Paying Mother', 2);
    const instanceId = held.instances[FIBER]!;
    const ruled = await hall.desk.run(
      'paymentRulesSet',
      'productInstance { id }',
      { instanceId, shares: [{ accountId: mother.accountId, shareType: 'PERCENT', shareValue: '100' }] },
      'admin',
    );
    expect(ruled.userErrors).toEqual([]);
    const payers = async () =>
      (
        await hall.desk.graph.query(
          'query ($id: ID!) { chargeSplit(instanceId: $id, charge: { amount: "100", currency: "CNY" }) { account { owner { name } } amount { amount } } }',
          { id: instanceId },
        )
      ).data.chargeSplit;
    expect(await payers()).toEqual([{ account: { owner: { name: 'Paying Mother' } }, amount: { amount: '100' } }]);
    const newOwnerId = await hall.desk.customer('Unsupported Taker');
    const moved = await hall.submit({
      customerId: held.customerId,
      items: [{ action: 'TRANSFER', productInstanceId: instanceId, newOwnerId }],
    });
    expect(moved.userErrors).toEqual([]);
    await hall.done(moved.order.id);
    expect(await payers()).toEqual([{ account: { owner: { name: 'Unsupported Taker' } }, amount: { amount: '100' } }]);
    const { rows } = await hall.sql(
      `select c.name, h.data->'shares' shares from history_entry h join customer c on c.id = h.customer_id
       where h.type = 'product-instance.payment-rules.set' and c.name in ('Supported Giver', 'Paying Mother', 'Unsupported Taker') order by h.sequence`,
    );
    expect(rows.slice(2)).toEqual([
      { name: 'Supported Giver', shares: [] },
      { name: 'Paying Mother', shares: [] },
    ]);
  });
});
