import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId, Money, TimePeriod } from '../../kernel/model/index.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';
import * as cat from '../catalogue/index.js';
import { TariffPlanRelation, TariffPlanRelationKind } from '../pricing/index.js';

let desk: PriceDesk;
let shop: Shop;
/** Offerings of the tests by code, with the plan of each. */
const sold = new Map<string, { offering: cat.Offering; plan: cat.TariffPlan | null }>();

beforeAll(async () => {
  desk = await openPriceDesk();
  shop = await openShop(desk.graph.database);
});
afterAll(async () => {
  sandboxPace.stepMs = 0;
  await desk.graph.close();
});

const since = () => TimePeriod.since(new Date('2020-01-01T00:00:00Z'));
const write = <T>(work: (make: <E extends object>(noun: new () => E, values: Partial<E>) => E) => T): Promise<T> =>
  desk.graph.database.write(desk.graph.database.systemContext('test'), async (tx) =>
    work((noun, values) => tx.add(Object.assign(new noun(), values) as never)),
  );

/** Another product of the shop. */
const product = (code: string, kind: cat.ProductKind, services: boolean, more: Partial<cat.Product> = {}) =>
  write((make) => {
    const { phone } = shop;
    const made = make(cat.Product, {
      ...{ code, name: `Product ${code}`, description: null, kind, nature: phone.nature, status: phone.status },
      ...{ level: phone.level, providerKind: phone.providerKind, provider: null, productLine: phone.productLine },
      ...{ clonedFrom: null, validity: since(), ...more },
    });
    if (services)
      for (const service of Object.values(cat.CustomerServiceType))
        make(cat.ProductService, { product: made, service });
    return made;
  });

/** An offering in use with one of each product; answers its id. */
async function sell(code: string, products: readonly cat.Product[], currency: string | null = 'CNY'): Promise<string> {
  const made = await write((make) => {
    const { line } = shop;
    const offering = make(cat.Offering, {
      ...{ code, name: `Offering ${code}`, salesTerms: null, serviceContent: null, status: line.status },
      ...{ level: line.level, validity: since(), productLine: line.productLine, paymentMethods: [] },
      ...{ guarantee: cat.GuaranteeKind.NONE, guaranteeCount: null, guaranteeAmount: null, clonedFrom: null },
    });
    for (const piece of products)
      make(cat.OfferingComponent, {
        ...{ offering, product: piece, minQuantity: 1, maxQuantity: 1, defaultQuantity: 1, required: true },
        ...{ fixedValues: {}, lifecycleControl: cat.LifecycleControl.NONE },
      });
    if (!currency) return { offering, plan: null };
    const plan = make(cat.TariffPlan, {
      ...{ code: `TP_${code}`, name: code, type: cat.ChargeType.PERIODIC, status: cat.TariffPlanStatus.ACTIVE },
      ...{ price: Money.of('10.00', currency), period: cat.ChargePeriod.MONTH, validity: since(), basis: null },
    });
    make(cat.OfferingTariff, { offering, tariffPlan: plan, isDefault: true, required: false, validity: since() });
    return { offering, plan };
  });
  sold.set(code, made);
  return encodeId('of', made.offering.id);
}

const link = (kind: cat.ProductRelationKind, from: cat.Product, to: cat.Product, validity = since()) =>
  write((make) => make(cat.ProductRelation, { kind, from, to, selection: null, validity }));
const relate = (kind: cat.OfferingRelationKind, from: string, to: string) =>
  write((make) =>
    make(cat.OfferingRelation, { kind, from: sold.get(from)!.offering, to: sold.get(to)!.offering, prompt: null }),
  );
const relatePlans = (kind: TariffPlanRelationKind, from: string, to: string) =>
  write((make) =>
    make(TariffPlanRelation, { kind, from: sold.get(from)!.plan!, to: sold.get(to)!.plan!, offering: null }),
  );
/** Has one offering exclude another one from now on, as a version of it. */
async function relateNow(from: string, to: string, more: object = {}): Promise<void> {
  const input = { fromId: idOf(from), toId: idOf(to), kind: 'EXCLUDE', ...more };
  await desk.settled('offeringRelationSave', idOf(from), input);
}
const idOf = (code: string) => encodeId('of', sold.get(code)!.offering.id);

const submit = (customerId: string, offeringIds: readonly string[], more: object = {}) => {
  const items = offeringIds.map((offeringId) => ({ action: 'INSTALL', offeringId, installAddress: 'Road 1', ...more }));
  return desk.run('orderSubmit', 'order { id }', { customerId, items }, 'admin');
};

/** Something that the customer has got by an order. */
async function gets(customerId: string, ...codes: string[]): Promise<void> {
  sandboxPace.stepMs = 0;
  for (const code of codes) {
    const { order, userErrors } = await submit(customerId, [idOf(code)]);
    expect(userErrors).toEqual([]);
    const query = 'query ($id: ID!) { order(id: $id) { status } }';
    await until(async () => (await desk.graph.query(query, { id: order.id })).data.order.status === 'COMPLETED');
  }
}

/** Something that the customer has ordered and not got yet. */
async function awaits(customerId: string, ...codes: string[]): Promise<void> {
  sandboxPace.stepMs = 60_000;
  for (const code of codes) expect((await submit(customerId, [idOf(code)])).userErrors).toEqual([]);
}

interface Reason {
  code: string;
  message: string;
  details: Record<string, unknown> | null;
}
const reasons = (errors: readonly Reason[]): Reason[] =>
  errors.map(({ code, message, details }) => ({ code, message, details }));

/** What a customer is told of an offering before and when it is ordered, with what it needs; both must be the same. */
async function bothSay(customerId: string, code: string): Promise<{ codes: string[]; requires: string[] }> {
  const fields = `items { qualified objections { code message details } requires { id code } }`;
  const input = { customerId, offeringIds: [idOf(code)] };
  const judged = await desk.ask('offeringQualification', 'OfferingQualificationInput', fields, input, 'admin');
  const { qualified, objections, requires } = judged.items[0];
  sandboxPace.stepMs = 60_000;
  const before = await desk.count('customer_order');
  const lines = [idOf(code), ...requires.map(({ id }: { id: string }) => id)];
  const { userErrors } = await submit(customerId, qualified ? lines : [idOf(code)]);
  expect(reasons(userErrors)).toEqual(reasons(objections));
  expect(qualified).toBe(userErrors.length === 0);
  expect(await desk.count('customer_order')).toBe(before + (qualified ? 1 : 0));
  return {
    codes: objections.map((each: Reason) => each.code),
    requires: requires.map((each: { code: string }) => each.code),
  };
}

const { MAIN, ATTACHED } = cat.ProductKind;
const { ATTACH, EXCLUDE, DEPEND } = cat.ProductRelationKind;

/** A situation: what is sold, what the customer has and awaits, and what is said to them of T. */
interface Situation {
  name: string;
  sells: (code: (name: string) => string) => Promise<void>;
  /** What is changed after the customer has got, and ordered, what they have. */
  then?: (code: (name: string) => string) => Promise<void>;
  has?: string[];
  awaits?: string[];
  says: string[];
  requires?: string[];
}

const pieces = async (code: (name: string) => string, kinds: Record<string, cat.ProductKind>) => {
  const made: Record<string, cat.Product> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    made[name] = await product(code(`P${name}`), kind, true);
    await sell(code(name), [made[name]]);
  }
  return made as Record<'T' | 'A' | 'B', cat.Product>;
};

const situations: Situation[] = [
  { name: 'nothing speaks against it', sells: async (c) => void (await pieces(c, { T: MAIN })), says: [] },
  ...[undefined, ['A']].flatMap((present): Situation[] => {
    const attaches = async (c: (name: string) => string) => {
      const { T, A } = await pieces(c, { T: ATTACHED, A: MAIN });
      await link(ATTACH, A, T);
    };
    return present
      ? [
          { name: 'attached, its main product is there', sells: attaches, has: present, says: [] },
          { name: 'attached, its main product is on its way', sells: attaches, awaits: present, says: [] },
        ]
      : [{ name: 'attached, without its main product', sells: attaches, says: ['MAIN_PRODUCT_REQUIRED'] }];
  }),
  {
    name: 'attached, another main product is there than carries it',
    sells: async (c) => {
      const { T, A } = await pieces(c, { T: ATTACHED, A: MAIN, B: MAIN });
      await link(ATTACH, A, T);
    },
    has: ['B'],
    says: ['MAIN_PRODUCT_REQUIRED'],
  },
  {
    name: 'attached to any main product, and there is none',
    sells: async (c) => void (await pieces(c, { T: ATTACHED })),
    says: ['MAIN_PRODUCT_REQUIRED'],
  },
  {
    name: 'attached to any main product, and there is one',
    sells: async (c) => void (await pieces(c, { T: ATTACHED, A: MAIN })),
    has: ['A'],
    says: [],
  },
  {
    name: 'attached, the offering needs that of its main product',
    sells: async (c) => {
      const { T, A } = await pieces(c, { T: ATTACHED, A: MAIN });
      await link(ATTACH, A, T);
      await relate(cat.OfferingRelationKind.DEPEND, c('T'), c('A'));
    },
    says: [],
    requires: ['A'],
  },
  ...(['has', 'awaits'] as const).flatMap((present): Situation[] => [
    {
      name: `its product excludes what the customer ${present}`,
      sells: async (c) => {
        const { T, A } = await pieces(c, { T: MAIN, A: MAIN });
        await link(EXCLUDE, A, T);
      },
      [present]: ['A'],
      says: ['PRODUCT_EXCLUDED'],
    },
    {
      name: `its product needs what the customer ${present}`,
      sells: async (c) => {
        const { T, A } = await pieces(c, { T: MAIN, A: MAIN });
        await link(DEPEND, T, A);
      },
      [present]: ['A'],
      says: [],
    },
    {
      name: `it excludes what the customer ${present}`,
      sells: async (c) => {
        await pieces(c, { T: MAIN, A: MAIN });
        await relate(cat.OfferingRelationKind.EXCLUDE, c('A'), c('T'));
      },
      [present]: ['A'],
      says: ['OFFERING_EXCLUDED'],
    },
    {
      name: `it was excluded by what the customer ${present} when that was sold, and is not any more`,
      sells: async (c) => {
        await pieces(c, { T: MAIN, A: MAIN });
        await relateNow(c('A'), c('T'));
      },
      then: (c) => relateNow(c('A'), c('T'), { remove: true }),
      [present]: ['A'],
      says: ['OFFERING_EXCLUDED'],
    },
    {
      name: `it is excluded by what the customer ${present}, but was not when that was sold`,
      sells: async (c) => void (await pieces(c, { T: MAIN, A: MAIN })),
      then: (c) => relateNow(c('A'), c('T')),
      [present]: ['A'],
      says: [],
    },
    {
      name: `it excludes by now what the customer ${present}`,
      sells: async (c) => void (await pieces(c, { T: MAIN, A: MAIN })),
      then: (c) => relateNow(c('T'), c('A')),
      [present]: ['A'],
      says: ['OFFERING_EXCLUDED'],
    },
    {
      name: `it needs what the customer ${present}`,
      sells: async (c) => {
        await pieces(c, { T: MAIN, A: MAIN });
        await relate(cat.OfferingRelationKind.DEPEND, c('T'), c('A'));
      },
      [present]: ['A'],
      says: [],
    },
    {
      name: `its plan excludes that of what the customer ${present}`,
      sells: async (c) => {
        await pieces(c, { T: MAIN, A: MAIN });
        await relatePlans(TariffPlanRelationKind.EXCLUDE, c('A'), c('T'));
      },
      [present]: ['A'],
      says: ['PLAN_EXCLUDED'],
    },
  ]),
  {
    name: 'its product excludes what the customer has, but only until a moment that has passed',
    sells: async (c) => {
      const { T, A } = await pieces(c, { T: MAIN, A: MAIN });
      const over = TimePeriod.since(new Date('2020-01-01T00:00:00Z'), new Date('2021-01-01T00:00:00Z'));
      await link(EXCLUDE, A, T, over);
    },
    has: ['A'],
    says: [],
  },
  {
    name: 'its product needs one that is not there',
    sells: async (c) => {
      const { T, A } = await pieces(c, { T: MAIN, A: MAIN });
      await link(DEPEND, T, A);
    },
    says: ['PRODUCT_REQUIRED'],
  },
  {
    name: 'it needs one that needs another one',
    sells: async (c) => {
      await pieces(c, { T: MAIN, A: MAIN, B: MAIN });
      await relate(cat.OfferingRelationKind.DEPEND, c('T'), c('A'));
      await relate(cat.OfferingRelationKind.DEPEND, c('A'), c('B'));
    },
    says: [],
    requires: ['A', 'B'],
  },
  {
    name: 'what it needs cannot be bought',
    sells: async (c) => {
      const { A } = await pieces(c, { T: MAIN, A: MAIN, B: MAIN });
      await relate(cat.OfferingRelationKind.DEPEND, c('T'), c('A'));
      await link(DEPEND, A, shop.broadband);
    },
    says: ['OFFERING_REQUIRED'],
    requires: ['A'],
  },
  {
    name: 'an upgrade excludes what it takes the place of',
    sells: async (c) => {
      const { T, A } = await pieces(c, { T: MAIN, A: MAIN });
      await link(EXCLUDE, A, T);
      await relate(cat.OfferingRelationKind.UPGRADE, c('A'), c('T'));
      await relate(cat.OfferingRelationKind.EXCLUDE, c('A'), c('T'));
    },
    has: ['A'],
    says: [],
  },
  {
    name: 'an upgrade of something that another upgrade is taking the place of',
    sells: async (c) => {
      await pieces(c, { T: MAIN, A: MAIN, B: MAIN });
      await relate(cat.OfferingRelationKind.UPGRADE, c('A'), c('T'));
      await relate(cat.OfferingRelationKind.UPGRADE, c('A'), c('B'));
    },
    has: ['A'],
    awaits: ['B'],
    says: ['IN_FLIGHT_CONFLICT'],
  },
  {
    name: 'its plan is an upgrade of one that is not there',
    sells: async (c) => {
      await pieces(c, { T: MAIN, A: MAIN });
      await relatePlans(TariffPlanRelationKind.UPGRADE, c('T'), c('A'));
    },
    says: ['UPGRADE_ONLY'],
  },
  {
    name: 'its plan needs one that is not there',
    sells: async (c) => {
      await pieces(c, { T: MAIN, A: MAIN });
      await relatePlans(TariffPlanRelationKind.REQUIRE, c('T'), c('A'));
    },
    says: ['PLAN_REQUIRED'],
  },
  {
    name: 'it has no plan in the currency of the customer',
    sells: async (c) => void (await sell(c('T'), [await product(c('PT'), MAIN, true)], 'USD')),
    says: ['NOT_PRICED'],
  },
  {
    name: 'it has no plan at all',
    sells: async (c) => void (await sell(c('T'), [await product(c('PT'), MAIN, true)], null)),
    says: ['NOT_PRICED'],
  },
  {
    name: 'its product is not sold any more, and nobody opens it',
    sells: async (c) => {
      const expired = { status: cat.ProductStatus.EXPIRED };
      await sell(c('T'), [await product(c('PT'), MAIN, false, expired)]);
    },
    says: ['NOT_IN_SALE', 'SERVICE_NOT_OFFERED'],
  },
];

describe('what may be bought is what orders accept', () => {
  test.each(situations.map((situation, index) => ({ ...situation, index })))(
    'PRD-110 PRD-111 $name',
    async ({ index, sells, then, has = [], awaits: waiting = [], says, requires = [] }) => {
      const code = (name: string) => `Q${index}_${name}`;
      await sells(code);
      const customerId = await desk.customer(`Qualified Buyer ${index}`);
      await gets(customerId, ...has.map(code));
      await awaits(customerId, ...waiting.map(code));
      await then?.(code);
      expect(await bothSay(customerId, code('T'))).toEqual({ codes: says, requires: requires.map(code) });
    },
  );

  test('PRD-53 staff are told which version refuses, and customers only that it does', async () => {
    await sell('QV_A', [await product('QV_PA', MAIN, true)]);
    await sell('QV_T', [await product('QV_PT', MAIN, true)]);
    const customerId = await desk.customer('Versioned Buyer');
    await gets(customerId, 'QV_A');
    await relateNow('QV_T', 'QV_A');
    const items = [{ action: 'INSTALL', offeringId: idOf('QV_T'), installAddress: 'Road 1' }];
    const { rows } = await desk.graph.database.pool.query(`select code from customer where name = 'Versioned Buyer'`);
    const self = { sub: 'c', role: 'customer', customer: rows[0].code } as const;
    const order = { customerId, items };
    const told = { offeringId: idOf('QV_A'), code: 'QV_A' };
    const refused = async (as: typeof self | 'admin') =>
      (await desk.run('orderSubmit', '', order, as)).userErrors.map(({ details }: Reason) => details);
    expect(await refused('admin')).toEqual([{ ...told, judgedBy: { offering: 'QV_T', version: 2 } }]);
    expect(await refused(self)).toEqual([told]);
  });

  test('PRD-110 what is cancelled is not on its way, and what others have ordered is not either', async () => {
    const A = await product('QX_PA', MAIN, true);
    const T = await product('QX_PT', MAIN, true);
    await sell('QX_A', [A]);
    await sell('QX_T', [T]);
    await link(EXCLUDE, A, T);
    const [one, other] = [await desk.customer('Cancelling Buyer'), await desk.customer('Other Buyer')];
    // Of a later day: nothing of it has been begun.
    const later = { expectedAt: new Date(Date.now() + 30 * 86_400_000).toISOString() };
    const items = [{ action: 'INSTALL', offeringId: idOf('QX_A'), installAddress: 'Road 1' }];
    const { order } = await desk.run('orderSubmit', 'order { id }', { customerId: one, items, ...later }, 'admin');
    expect((await bothSay(other, 'QX_T')).codes).toEqual([]);
    expect((await bothSay(one, 'QX_T')).codes).toEqual(['PRODUCT_EXCLUDED']);
    const cancelled = await desk.run('orderCancel', '', { orderId: order.id, reason: 'dear' }, 'admin');
    expect(cancelled.userErrors).toEqual([]);
    const status = 'query ($id: ID!) { order(id: $id) { status } }';
    await until(async () => (await desk.graph.query(status, { id: order.id })).data.order.status === 'CANCELLED');
    expect((await bothSay(one, 'QX_T')).codes).toEqual([]);
  });

  test('PRD-110 a page with many offerings is read in as many statements as one with few', async () => {
    const customerId = await desk.customer('Paging Buyer');
    const { pool } = desk.graph.database;
    const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
    const statements = async (first: number) => {
      let count = 0;
      const counting = (...given: unknown[]) => {
        const { name } = given[0] as { name?: string };
        if (name && /^(qualification|plan_rows|customer_facts|sale_)/.test(name)) count += 1;
        return query(...given);
      };
      Object.assign(pool, { query: counting });
      const fields = 'items { qualified offering { code } }';
      const page = { customerId, first };
      const { items } = await desk.ask('offeringQualification', 'OfferingQualificationInput', fields, page, 'admin');
      Object.assign(pool, { query });
      expect(items).toHaveLength(first);
      return count;
    };
    const few = await statements(2);
    expect(few).toBeGreaterThan(1);
    expect(few).toBeLessThanOrEqual(5);
    expect(await statements(20)).toBe(few);
  });
});
