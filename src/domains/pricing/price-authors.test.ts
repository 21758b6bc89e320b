import { expect, test } from '@jest/globals';
import {
  approver,
  ask,
  faults,
  idOf,
  ok,
  refused,
  run,
  stepProduct,
  useCatalogueDesk,
  writeOffering,
  writeProduct,
} from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';

useCatalogueDesk();

const pricer: As = { sub: 'pm3', role: 'staff', region: '86' };

test('WFL-28 PRD-62 whoever wrote a standard price of a new product does not approve the product', async () => {
  const { product } = await writeProduct('PRICED');
  const fee = { code: 'PRICED_FEE', name: 'Fee', type: 'ONE_TIME', currency: 'CNY', value: '10' };
  const { held } = await ok('tariffRuleSave', 'held', { ...fee, productId: product.id }, pricer);
  expect(held).toBe(false);
  const approve = { productId: product.id as string, action: 'APPROVE' };
  expect(await refused('productStatusChange', approve, pricer)).toEqual(['OWN_WORK']);
  expect((await ask('{ product(code: "PRICED") { status } }')).product.status).toBe('PENDING_APPROVAL');
  expect(await stepProduct(product.id as string, 'APPROVE')).not.toBe('PENDING_APPROVAL');
});

test('WFL-28 PRD-86 whoever changed how a new offering is tied to a plan does not approve the offering', async () => {
  const { offering } = await writeOffering('TIED');
  const tie = {
    offeringId: offering.id as string,
    tariffPlanId: await idOf('tariffPlan', 'TP_PHONE_CNY'),
    priority: 7,
  };
  expect((await ok('offeringTariffSave', 'held', tie, pricer))['held']).toBe(false);
  const approve = { offeringId: tie.offeringId, action: 'APPROVE' };
  expect(await refused('offeringStatusChange', approve, pricer)).toEqual(['OWN_WORK']);
  expect((await ask('{ offering(code: "TIED") { status } }')).offering.status).toBe('PENDING_APPROVAL');
  expect(faults(await run('offeringStatusChange', '__typename', approve, approver))).toEqual([]);
});
