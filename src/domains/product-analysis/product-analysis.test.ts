import { beforeAll, expect, test } from '@jest/globals';
import {
  approver,
  ask,
  graph,
  idOf,
  offeringInSale,
  ok,
  productInUse,
  rows,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';
import { approve } from '../../testing/second-person.js';
import { encodeId } from '../../kernel/model/index.js';
import { Offering, Product, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances } from '../inventory/index.js';
import type { Region } from '../region/index.js';

useCatalogueDesk();

const analyst = { sub: 'an', role: 'staff', region: '86' } as const;
const local = { sub: 'an44', role: 'staff', region: '44' } as const;
const buyer = { sub: 'c', role: 'customer', customer: 'AN_1' } as const;
const offerings: Record<string, string> = {};

/** Gives a customer one of an offering at a price, from a day on, perhaps until another. */
async function sold(
  customer: string,
  offering: string,
  price: string,
  from: string,
  to: string | null = null,
  currency = 'CNY',
) {
  const { database } = graph;
  const id = await database.write(database.systemContext('test'), async (tx) => {
    const { offeringInstance, productInstances } = await createInstances(tx, {
      customer: await tx.em.findOneOrFail(Customer, { code: customer }, { populate: ['region'] }),
      region: (await tx.em.findOneOrFail(Customer, { code: customer }, { populate: ['region'] })).region as Region,
      offering: await tx.em.findOneOrFail(Offering, { code: offering }),
      tariffPlan: await tx.em.findOneOrFail(TariffPlan, { code: 'TP_PHONE_CNY' }),
      account: null,
      pieces: [{ product: await tx.em.findOneOrFail(Product, { code: offering.replace('OF_', '') }) }],
    });
    return { offering: offeringInstance.id, product: productInstances[0]!.id };
  });
  await rows(
    `update offering_instance set agreed_price_amount = $2, agreed_price_currency = $5, validity_from = $3, status = $4 where id = $1`,
    [id.offering, price, from, to ? 'ENDED' : 'ACTIVE', currency],
  );
  await rows(`update product_instance set activated_at = $2, ended_at = $3 where id = $1`, [id.product, from, to]);
}

beforeAll(async () => {
  for (const code of ['AN_TV', 'AN_NET', 'AN_ROUTER'])
    offerings[code] = await offeringInSale(`OF_${code}`, { components: [{ productId: await productInUse(code) }] });
  for (const [code, region] of [
    ['AN_1', '4401'],
    ['AN_2', '4401'],
    ['AN_3', '5101'],
    ['AN_4', '4401'],
  ] as const)
    await ok(
      'customerCreate',
      '__typename',
      { code, regionId: await idOf('region', region), individual: { name: code } },
      'admin',
    );
  await sold('AN_1', 'OF_AN_TV', '36.5', '2025-01-01T00:00:00Z');
  await sold('AN_2', 'OF_AN_TV', '36.5', '2025-03-02T00:00:00Z');
  await sold('AN_3', 'OF_AN_TV', '36.5', '2025-01-01T00:00:00Z', '2025-03-11T00:00:00Z');
  await sold('AN_1', 'OF_AN_NET', '100', '2025-01-01T00:00:00Z');
  await sold('AN_2', 'OF_AN_NET', '50', '2025-01-01T00:00:00Z');
  await sold('AN_4', 'OF_AN_NET', '50', '2025-01-01T00:00:00Z');
  await sold('AN_4', 'OF_AN_ROUTER', '5', '2025-01-01T00:00:00Z');
});

test('PRD-99 sales, churn, revenue, cost and margin of a product are tracked, nationwide or in the own province', async () => {
  await ok('productCostRecord', '__typename', {
    ...{ productId: await idOf('product', 'AN_TV'), stage: 'PROMOTION', kind: 'PRODUCT' },
    amount: { amount: '10', currency: 'CNY' },
  });
  await rows(`update product_cost set recorded_at = '2025-03-05T00:00:00Z'`);
  const input = {
    ...{ fromDay: '2025-03-01', toDay: '2025-03-30', currency: 'CNY' },
    productIds: [await idOf('product', 'AN_TV')],
  };
  const query = `query ($input: ProductPerformanceInput!) { productPerformance(input: $input) {
    product { code } sold ended opening closing churn revenue { amount currency } cost { amount } margin { amount } } }`;
  const national = (await ask(query, { input }, analyst)).productPerformance;
  // 1.2 a day: thirty days of one, twenty-nine of another, ten of the third.
  expect(national).toEqual([
    {
      ...{ product: { code: 'AN_TV' }, sold: 1, ended: 1, opening: 2, closing: 2, churn: '0.5' },
      ...{ revenue: { amount: '82.8', currency: 'CNY' }, cost: { amount: '10' }, margin: { amount: '72.8' } },
    },
  ]);
  const provincial = (await ask(query, { input }, local)).productPerformance;
  expect(provincial).toMatchObject([
    { sold: 1, ended: 0, opening: 1, closing: 2, churn: '0', revenue: { amount: '70.8' } },
  ]);
  const sichuan = { ...input, regionId: await idOf('region', '51') };
  expect((await ask(query, { input: sichuan }, analyst)).productPerformance).toMatchObject([{ ended: 1, closing: 0 }]);
  await expect(ask(query, { input }, buyer as never)).rejects.toThrow('FORBIDDEN');
});

test('PRD-99 revenue is rounded to the smallest unit of its currency', async () => {
  for (const currency of ['KWD', 'JPY', 'HUF'])
    await sold('AN_4', 'OF_AN_TV', '10', '2024-05-01T00:00:00Z', '2024-05-02T00:00:00Z', currency);
  const revenue = async (currency: string) => {
    const input = {
      ...{ fromDay: '2024-05-01', toDay: '2024-05-01', currency },
      productIds: [await idOf('product', 'AN_TV')],
    };
    const query = `query ($input: ProductPerformanceInput!) { productPerformance(input: $input) { revenue { amount } } }`;
    return (await ask(query, { input }, analyst)).productPerformance[0].revenue.amount;
  };
  // A day of 120 a year.
  expect([await revenue('KWD'), await revenue('JPY'), await revenue('HUF')]).toEqual(['0.329', '0', '0.33']);
});

test('PRD-107 offerings that go together are proposed for cross-selling', async () => {
  const query = `query ($input: OfferingCorrelationInput!) { offeringCorrelations(input: $input) { from { code } to { code } customers confidence lift related } }`;
  const input = { minCustomers: 1, offeringId: offerings['AN_ROUTER'] };
  expect((await ask(query, { input }, analyst)).offeringCorrelations).toEqual([
    {
      ...{ from: { code: 'OF_AN_ROUTER' }, to: { code: 'OF_AN_NET' }, customers: 1 },
      ...{ confidence: '1.0000', lift: '1.0000', related: false },
    },
  ]);
  await ok('offeringRelationSave', '__typename', {
    ...{ fromId: offerings['AN_ROUTER'], toId: offerings['AN_NET'], kind: 'CROSS_SELL' },
  });
  await approve(graph, offerings['AN_ROUTER']!, approver);
  expect((await ask(query, { input }, analyst)).offeringCorrelations).toMatchObject([{ related: true }]);
  expect((await ask(query, { input: { ...input, minCustomers: 2 } }, analyst)).offeringCorrelations).toEqual([]);
  await expect(ask(query, { input }, buyer as never)).rejects.toThrow('FORBIDDEN');
});

test('PRD-107 the elasticity of an offering is the slope of its sales over its prices', async () => {
  const query = `query ($input: PriceElasticityInput!) { priceElasticities(input: $input) { offering { code } prices sales elasticity } }`;
  const input = { offeringIds: [offerings['AN_NET'], offerings['AN_TV']], currency: 'CNY' };
  const found = (await ask(query, { input }, analyst)).priceElasticities;
  expect(found).toHaveLength(2);
  // Twice the price, half the sales.
  expect(found).toEqual(
    expect.arrayContaining([
      { offering: { code: 'OF_AN_NET' }, prices: 2, sales: 3, elasticity: '-1.0000' },
      { offering: { code: 'OF_AN_TV' }, prices: 1, sales: 3, elasticity: null },
    ]),
  );
});

test('PRD-106 the products of a customer are shown by line, with the level of its prices', async () => {
  const query = `query ($input: CustomerProductMixInput!) { customerProductMix(input: $input) { productLine { code } offerings monthly { amount } priceLevel } }`;
  const mix = async (code: string, as: object = analyst) =>
    (await ask(query, { input: { customerId: await idOf('customer', code), currency: 'CNY' } }, as as typeof analyst))
      .customerProductMix;
  // It pays 136.5 for what others pay 36.5 and 66.67 for.
  expect(await mix('AN_1')).toEqual([
    { productLine: null, offerings: 2, monthly: { amount: '136.5' }, priceLevel: '1.3231' },
  ]);
  expect(await mix('AN_3', local)).toEqual([]);
});

test('PRD-104 what a product brought since its launch stands beside the forecast, for each month that is over', async () => {
  const [{ id }] = await rows(
    `insert into product_design (id, created_at, updated_at, code, title, idea, features, documents, responsible, status, product_line_id, product_id, launched_at)
     select gen_random_uuid(), now(), now(), 'AN_DESIGN', 'TV', 'TV', '{}', '{}', 'pm', 'LAUNCHED', product_line_id, id, '2025-02-01T00:00:00Z' from product where code = 'AN_TV' returning id`,
  );
  await rows(
    `insert into benefit_forecast (id, created_at, updated_at, design_id, month, customers, revenue_amount, revenue_currency, cost_amount, cost_currency, forecast_by)
     values (gen_random_uuid(), now(), now(), $1, 1, 5, 100, 'CNY', 30, 'CNY', 'pm')`,
    [id],
  );
  const query = `query ($input: BenefitReviewInput!) { benefitReview(input: $input) {
    month forecastCustomers customers forecastRevenue { amount } revenue { amount } forecastCost { amount } cost { amount } } }`;
  const input = { designId: encodeId('ea', id as string), currency: 'CNY' };
  const months = (await ask(query, { input }, analyst)).benefitReview;
  expect(months.slice(0, 2)).toEqual([
    {
      ...{ month: 1, forecastCustomers: 5, customers: 2, forecastRevenue: { amount: '100' } },
      ...{ revenue: { amount: '67.2' }, forecastCost: { amount: '30' }, cost: { amount: '0' } },
    },
    {
      ...{ month: 2, forecastCustomers: null, customers: 2, forecastRevenue: null },
      ...{ revenue: { amount: '85.2' }, forecastCost: null, cost: { amount: '10' } },
    },
  ]);
  // A month that has begun is not shown.
  const begun = Math.floor((Date.now() - Date.parse('2025-02-01T00:00:00Z')) / (28 * 86_400_000)) + 1;
  expect(months.length).toBeLessThan(begun);
  await expect(ask(query, { input }, buyer as never)).rejects.toThrow('FORBIDDEN');
});
