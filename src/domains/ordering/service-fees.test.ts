import { expect, test } from '@jest/globals';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  activeLine,
  counts,
  em,
  idOf,
  install,
  on,
  order,
  reaches,
  refusalOf,
  running,
  shop,
  staff,
  useOrderDesk,
} from '../../testing/order-desk.js';
import { ChargeType, CustomerServiceType, EquivalentKind, type Product, TariffRule } from '../catalogue/index.js';
import type { ProductInstance } from '../inventory/index.js';
import { type CartPriceInput, priceCart } from '../pricing/index.js';
import { checkOrder } from './check-order.js';
import { OrderStatus } from './order.enums.js';
import { ServiceOrder } from './service-order.js';
import { submitOrder } from './submit-order.js';

useOrderDesk();

const { MOVE, SUSPEND } = CustomerServiceType;
const address = { installAddress: '8 New Road' };

/** A standard price of a product for a service. */
async function standard(product: Product, code: string, service: CustomerServiceType, more: Partial<TariffRule>) {
  const { database } = running;
  await database.write(database.systemContext('test'), async (tx) =>
    tx.add(
      Object.assign(new TariffRule(), {
        ...{ code, name: code, type: ChargeType.ONE_TIME, equivalent: EquivalentKind.MONEY, currency: 'CNY' },
        ...{ value: null, unit: null, period: null, formula: null, service, product },
        validity: TimePeriod.since(new Date('2020-01-01T00:00:00Z')),
        ...more,
      }),
    ),
  );
}

const moved = (...instances: ProductInstance[]) => order(instances.map((instance) => on(MOVE, instance, address)));

test('PRD-62 PRD-114 a service on what runs costs what its cart was said to cost, with the standard prices of its product', async () => {
  await standard(shop.phone, 'F_VISIT', MOVE, { feeItem: 'VISIT', formula: '20 * order.lines' });
  // Of one fee that which fits most; what fits nothing costs nothing.
  await standard(shop.phone, 'F_FAR', MOVE, { feeItem: 'VISIT', value: '900', attributeValues: { far: 'yes' } });
  await standard(shop.phone, 'F_PAUSE', SUSPEND, { value: '7' });
  const phone = await activeLine();
  const cart = await priceCart(staff, {
    customerId: idOf('cu', shop.customer),
    currency: 'CNY',
    lines: [{ offeringId: idOf('of', shop.line), service: MOVE }],
  } as CartPriceInput);
  expect(cart.oneTime.amount).toBe('70');
  const { lines } = await checkOrder(staff, moved(phone));
  expect(lines).toMatchObject([{ oneTime: { amount: '50' }, oneTimeTotal: { amount: '70' }, recurringTotal: null }]);
  const placed = await submitOrder(staff, moved(phone));
  expect(placed.oneTimeTotal?.amount).toBe(cart.oneTime.amount);
  expect(placed.recurringTotal).toBeNull();
});

test('PRD-62 a line about one product of a bundle costs the standard prices of that product alone', async () => {
  await standard(shop.broadband, 'F_LINE', MOVE, { value: '30' });
  await running.startWorking();
  const placed = await submitOrder(staff, order([install()]));
  await reaches(placed, OrderStatus.COMPLETED);
  await running.stopWorking();
  const instances = (
    await em().find(ServiceOrder, { order: placed.id }, { populate: ['productInstance.product'] as never })
  ).map(({ productInstance }) => productInstance);
  const of = (product: Product) => instances.find((instance) => instance.product.id === product.id)!;
  const cost = async (...all: ProductInstance[]) => {
    const { lines } = await checkOrder(staff, moved(...all));
    return lines.map(({ oneTimeTotal }) => oneTimeTotal?.amount);
  };
  expect(await cost(of(shop.broadband))).toEqual(['30']);
  expect(await cost(of(shop.phone), of(shop.broadband))).toEqual(['40', '30']);
});

test('PRD-61 a service whose fee yields no value is refused, and nothing is written', async () => {
  const phone = await activeLine();
  const pause = order([on(SUSPEND, phone)]);
  expect((await checkOrder(staff, pause)).findings).toEqual([]);
  await standard(shop.phone, 'F_NOTHING', SUSPEND, { formula: 'line.attributes.reach * 2' });
  const before = await counts();
  expect(await refusalOf(submitOrder(staff, pause))).toEqual([['RULE_WITHOUT_VALUE', 'input.items.0']]);
  expect(await counts()).toEqual(before);
});
