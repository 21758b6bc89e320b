import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
});
afterAll(() => desk.graph.close());

const sql = <T extends object>(text: string, values: unknown[] = []) => desk.graph.database.pool.query<T>(text, values);

test('PRD-38 PRD-39 PRD-78 rent that is a rule of the plan has been spent, and is what leaving early costs', async () => {
  const rent = { code: 'SR_LINE', value: '15', type: 'PERIODIC', period: 'MONTH' };
  await desk.plan('SR_PLAN', 'OF_PHONE', [rent]);
  const customerId = await desk.customer('Rent Spender');
  await desk.give(customerId, 'OF_PHONE', 1);
  const { rows } = await sql<{ id: string }>(
    `with i as (update offering_instance set tariff_plan_id = (select id from tariff_plan where code = 'SR_PLAN')
        where customer_id = (select id from customer where name = 'Rent Spender') returning id, customer_id, region_id)
      insert into product_instance (id, created_at, updated_at, instance_no, product_id, offering_instance_id, customer_id, region_id, status, characteristics, activated_at)
      select gen_random_uuid(), now(), now(), 'SR-1', p.id, i.id, i.customer_id, i.region_id, 'ACTIVE', '{}', now() - interval '3 months'
      from i, product p where p.code = 'PHONE' returning id`,
  );
  const asked = { productInstanceId: encodeId('ii', rows[0]!.id), service: 'REMOVE' };
  const penalties = async () => {
    const fields = 'breaches { monthsShort penalty { amount currency } }';
    return (await desk.ask('commitmentCheck', 'CommitmentCheckInput', fields, asked, 'admin')).breaches;
  };
  const control = (set: string) =>
    sql(
      `update offering_component set breach_action = 'PENALTY', guarded_services = '{REMOVE}', ${set} where offering_id = (select id from offering where code = 'OF_PHONE')
        and product_id = (select id from product where code = 'PHONE')`,
    );
  // Three months at 15 a month.
  await control(`lifecycle_control = 'SPEND_AMOUNT', keep_until_spent = 60`);
  expect(await penalties()).toEqual([{ monthsShort: 0, penalty: { amount: '15', currency: 'CNY' } }]);
  await control(`keep_until_spent = 45`);
  expect(await penalties()).toEqual([]);
  await control(`lifecycle_control = 'RELATIVE_TIME', keep_until_spent = null, keep_months = 5`);
  expect(await penalties()).toEqual([{ monthsShort: 2, penalty: { amount: '30', currency: 'CNY' } }]);
});
