import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faults, manager, openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
});
afterAll(() => desk.graph.close());

const save = (input: object, as = manager) =>
  desk.run('tariffRuleSave', 'tariffRule { id code value formula tiers { totalCount } }', input, as);
const fee = { name: 'Fee', type: 'ONE_TIME', currency: 'CNY', value: '10' };

describe('tariff rules', () => {
  test.each<[string, object, string]>([
    ['no code', {}, 'REQUIRED input.code'],
    ['a value and a formula', { code: 'X', formula: '1' }, 'CONTRADICTORY input.value'],
    ['neither', { code: 'X', value: null }, 'REQUIRED input.value'],
    ['no currency', { code: 'X', currency: null }, 'REQUIRED input.currency'],
    ['a currency that is none', { code: 'X', currency: 'ZZZ' }, 'BAD_VALUE input.currency'],
    ['points in a currency', { code: 'X', equivalent: 'POINTS' }, 'CONTRADICTORY input.currency'],
    ['a period of a fee', { code: 'X', period: 'MONTH' }, 'CONTRADICTORY input.period'],
    ['usage without a unit', { code: 'X', type: 'USAGE' }, 'REQUIRED input.unit'],
    ['a thirteenth month', { code: 'X', months: ['1', '13'] }, 'BAD_VALUE input.months.1'],
    [
      'a variable that does not exist',
      { code: 'X', condition: 'customer.shoeSize > 40' },
      'RULE_UNKNOWN_NAME input.condition',
    ],
    ['a condition that is none', { code: 'X', condition: '1 + 1 = ' }, 'RULE_SYNTAX input.condition'],
    ['a formula that yields no number', { code: 'X', value: null, formula: '"much"' }, 'RULE_TYPE input.formula'],
    ['a formula that divides by 0', { code: 'X', value: null, formula: '1 / 0' }, 'RULE_TYPE input.formula'],
    ['a formula beyond all numbers', { code: 'X', value: null, formula: '10 ** 400' }, 'RULE_TYPE input.formula'],
    [
      'a formula of which one branch yields a text',
      { code: 'X', value: null, formula: 'if line.quantity > 3 then 5 else "x"' },
      'RULE_TYPE input.formula',
    ],
    [
      'a threshold twice',
      { code: 'X', tiers: [1, 2].map((value) => ({ basis: 'ORDER', threshold: 5, value: String(value) })) },
      'DUPLICATE input.tiers.1.threshold',
    ],
  ])('PRD-71 refuses %s and writes nothing', async (_what, input, fault) => {
    const before = await desk.count('tariff_rule');
    expect(faults(await save({ ...fee, ...input }))).toEqual([fault]);
    expect(await desk.count('tariff_rule')).toBe(before);
  });

  test('PRD-70 PRD-72 a rule is copied and changed; every change stands in its history, the original stays', async () => {
    const tiers = [{ basis: 'ORDER', threshold: 10, value: '5' }];
    const { tariffRule: original } = await save({ ...fee, code: 'ORIGINAL', tiers });
    const { tariffRule: copy } = await save({ cloneOfId: original.id, code: 'COPY', value: '12' });
    expect(copy).toMatchObject({ code: 'COPY', value: '12', tiers: { totalCount: 1 } });
    await save({ tariffRuleId: copy.id, value: null, formula: 'line.quantity * 2', reason: 'Notice 7' });
    const { data } = await desk.graph.query(
      `{ a: tariffRule(code: "ORIGINAL") { value formula tiers { totalCount } }
         b: tariffRule(code: "COPY") { value formula history(first: 5) { nodes { action reason data } } } }`,
    );
    expect(data.a).toEqual({ value: '10', formula: null, tiers: { totalCount: 1 } });
    expect(data.b).toMatchObject({ value: null, formula: 'line.quantity * 2' });
    const { rows } = await desk.graph.database.pool.query(
      `select h.type, h.reason, h.data from history_entry h join tariff_rule r on r.id = h.subject_id where r.code = 'COPY' order by h.sequence`,
    );
    expect(rows).toMatchObject([
      { type: 'tariffRule.created', data: { cloneOf: 'ORIGINAL' } },
      {
        type: 'tariffRule.changed',
        reason: 'Notice 7',
        data: {
          changes: [
            { field: 'value', old: '12', new: null },
            { field: 'formula', old: null, new: 'line.quantity * 2' },
          ],
        },
      },
    ]);
  });

  test('PRD-71 customers may not write rules', async () => {
    const document =
      'mutation ($input: TariffRuleSaveInput!) { tariffRuleSave(input: $input) { userErrors { code } } }';
    const before = await desk.count('tariff_rule');
    const { errors } = await desk.graph.query(
      document,
      { input: { ...fee, code: 'Y' } },
      { as: { sub: 'c', role: 'customer' } },
    );
    expect(errors?.[0]?.extensions['code']).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
    expect(await desk.count('tariff_rule')).toBe(before);
  });
});

describe('discounts', () => {
  test.each<[string, object, string]>([
    ['no value', { kind: 'AMOUNT', currency: 'CNY' }, 'REQUIRED input.value'],
    ['no currency', { kind: 'AMOUNT', value: '1' }, 'REQUIRED input.currency'],
    ['more than everything', { kind: 'PERCENT', value: '101' }, 'TOO_LARGE input.value'],
    ['a waiver of nothing', { kind: 'WAIVE' }, 'REQUIRED input.feeItem'],
    ['a gift without a name', { kind: 'GIFT' }, 'REQUIRED input.gift'],
    ['a threshold of nothing', { kind: 'PERCENT', value: '1', threshold: '3' }, 'CONTRADICTORY input.threshold'],
    ['less than a coin', { kind: 'AMOUNT', value: '1.005', currency: 'CNY' }, 'TOO_PRECISE input.value'],
    ['half a coin off the whole', { kind: 'TOTAL', value: '0.5', currency: 'JPY' }, 'TOO_PRECISE input.value'],
    ['half a free period', { kind: 'FREE_PERIODS', chargeType: 'PERIODIC', value: '1.5' }, 'BAD_VALUE input.value'],
    ['free periods of a fee', { kind: 'FREE_PERIODS', value: '1' }, 'CONTRADICTORY input.chargeType'],
    [
      'a formula over what does not exist',
      { kind: 'PERCENT', formula: 'customer.luck' },
      'RULE_UNKNOWN_NAME input.formula',
    ],
  ])('PRD-75 refuses %s and writes nothing', async (_what, input, fault) => {
    const before = await desk.count('discount');
    expect(faults(await desk.run('discountSave', '', { code: 'D', name: 'D', ...input }))).toEqual([fault]);
    expect(await desk.count('discount')).toBe(before);
  });

  test('PRD-75 a discount that was changed meanwhile is not overwritten', async () => {
    const { discount } = await desk.run('discountSave', 'discount { id }', {
      code: 'D_V',
      name: 'D',
      kind: 'PERCENT',
      value: '1',
    });
    const change = (value: string) =>
      desk.run('discountSave', 'discount { version }', { discountId: discount.id, expectedVersion: 1, value });
    expect((await change('2')).discount.version).toBe(2);
    expect(faults(await change('3'))).toEqual(['VERSION_CONFLICT input.expectedVersion']);
  });
});

test('PRD-86 PRD-88 a second default plan in one currency is refused', async () => {
  const plan = await desk.plan('P_SECOND', 'OF_PHONE', []);
  const tie = { offeringId: await desk.offeringId('OF_PHONE'), tariffPlanId: plan, isDefault: true };
  expect(faults(await desk.run('offeringTariffSave', '', tie))).toEqual(['CONTRADICTORY input.isDefault']);
  const { data } = await desk.graph.query(
    '{ tariffPlan(code: "P_SECOND") { offeringTariffs { nodes { isDefault } } } }',
  );
  expect(data.tariffPlan.offeringTariffs.nodes).toEqual([{ isDefault: false }]);
});
