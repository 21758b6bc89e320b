import { answerPricing } from '../../testing/billing.js';
import { describe, expect, test } from '@jest/globals';
import type { As } from '../../testing/graph.js';
import {
  approver,
  ask,
  faults,
  graph,
  idOf,
  local,
  manager,
  ok,
  productInUse,
  provincial,
  refused,
  rows,
  run,
  stepProduct,
  useCatalogueDesk,
  writeOffering,
  writeProduct,
} from '../../testing/catalogue-desk.js';
import { ExternalOrganization, PartyStatus } from '../party/index.js';
import { Region } from '../region/index.js';

useCatalogueDesk();

describe('who maintains', () => {
  test('PRD-08 PRD-14 a product belongs to the level and region of who configures it, and says who and when', async () => {
    const { product } = await writeProduct('GD_ONLY', { level: 'PROVINCE' }, provincial);
    expect(product).toMatchObject({ level: 'PROVINCE', owner: { code: '44' }, configuredBy: 'pm44' });
    expect(Date.parse(product.configuredAt)).toBeGreaterThan(Date.parse('2026-01-01'));
    const { product: national } = await writeProduct('NATIONAL');
    expect(national).toMatchObject({ level: 'HEADQUARTERS', owner: null, configuredBy: 'pm1' });
    // The level is no field of a change: nothing can move a product to another level.
    const fields = await ask('{ __type(name: "ProductStatusChangeInput") { inputFields { name } } }', {}, 'admin');
    expect(fields.__type.inputFields.map(({ name }: { name: string }) => name)).not.toContain('level');
  });

  test('PRD-08 a level that is not the own one is refused, and nothing is written', async () => {
    const gz = await idOf('region', '4401');
    expect(faults(await writeProduct('X1', { level: 'HEADQUARTERS' }, provincial))).toEqual([
      'NOT_MAINTAINER input.level',
    ]);
    expect(faults(await writeProduct('X1', { level: 'PROVINCE' }, manager))).toEqual(['NOT_MAINTAINER input.level']);
    expect(faults(await writeProduct('X1', { level: 'LOCAL_NETWORK', ownerId: gz }, provincial))).toEqual([
      'NOT_MAINTAINER input.level',
    ]);
    expect(faults(await writeProduct('X1', { level: 'PROVINCE', ownerId: gz }, provincial))).toEqual([
      'CONTRADICTORY input.ownerId',
    ]);
    expect(await rows(`select 1 from product where code = 'X1'`)).toEqual([]);
  });

  test('PRD-09 only managers of exactly the owning level and region maintain it; a higher level is refused too', async () => {
    const { product } = await writeProduct('GZ_ONLY', { level: 'LOCAL_NETWORK' }, local);
    const input = { productId: product.id, action: 'GIVE_UP', reason: 'not mine' };
    const shenzhen = { sub: 'pm4403', role: 'staff', region: '4403' } as const;
    for (const as of [provincial, manager, shenzhen, 'admin' as const])
      expect(await refused('productStatusChange', input, as)).toEqual(['NOT_MAINTAINER input.productId']);
    const cost = {
      productId: product.id,
      stage: 'PROMOTION',
      kind: 'PRODUCT',
      amount: { amount: '1', currency: 'CNY' },
    };
    expect(await refused('productCostRecord', cost, manager)).toEqual(['NOT_MAINTAINER input.productId']);
    expect(await rows('select status from product where code = $1', ['GZ_ONLY'])).toEqual([
      { status: 'PENDING_APPROVAL' },
    ]);
    const colleague = { ...local, sub: 'pm4401b' };
    expect(
      (await ok('productStatusChange', 'product { status }', { ...input, action: 'APPROVE' }, colleague))['product'],
    ).toEqual({
      status: 'APPROVED',
    });
  });

  test('PRD-10 what a province or local network maintains is not sold outside it', async () => {
    const { product } = await writeProduct('GD_LOCAL', { level: 'PROVINCE' }, provincial);
    const approve = { productId: product.id, action: 'APPROVE' };
    await ok('productStatusChange', '__typename', approve, { ...provincial, sub: 'pm44b' });
    const components = [{ productId: product.id }];
    expect(faults(await writeOffering('OF_NATIONAL', { components }))).toEqual([
      'OUTSIDE_AREA input.components.0.productId',
    ]);
    const beijing = { sub: 'pm11', role: 'staff', region: '11' } as const;
    expect(faults(await writeOffering('OF_BEIJING', { components, level: 'PROVINCE' }, beijing))).toEqual([
      'OUTSIDE_AREA input.components.0.productId',
    ]);
    expect(await rows(`select 1 from offering where code in ('OF_NATIONAL', 'OF_BEIJING')`)).toEqual([]);
    const inside = await writeOffering('OF_GUANGZHOU', { components, level: 'LOCAL_NETWORK' }, local);
    expect(inside['offering']).toMatchObject({ owner: { code: '4401' } });
  });

  test('PRD-45 PRD-46 an offering has its level and owner, and only they maintain it', async () => {
    const { offering } = await writeOffering('OF_GD', { level: 'PROVINCE' }, provincial);
    expect(offering).toMatchObject({ level: 'PROVINCE', owner: { code: '44' }, configuredBy: 'pm44' });
    const input = { offeringId: offering.id, action: 'RETURN', reason: 'not mine' };
    for (const as of [local, manager]) {
      expect(await refused('offeringStatusChange', input, as)).toEqual(['NOT_MAINTAINER input.offeringId']);
    }
    expect(
      await rows(
        `select count(*)::int n from history_entry h join offering o on o.id = h.subject_id where o.code = 'OF_GD'`,
      ),
    ).toEqual([{ n: 1 }]);
    expect(faults(await writeOffering('OF_X', { level: 'PROVINCE' }, local))).toEqual(['NOT_MAINTAINER input.level']);
  });

  test('PRD-32 nobody approves what they configured; someone else may, or sends it back with a reason', async () => {
    const { offering } = await writeOffering('OF_FOUR_EYES');
    const approve = { offeringId: offering.id, action: 'APPROVE' };
    expect(await refused('offeringStatusChange', approve, manager)).toEqual(['GUARD_REFUSED']);
    expect(await refused('offeringStatusChange', { ...approve, action: 'RETURN' }, approver)).toEqual([
      'REQUIRED input.reason',
    ]);
    const status = async (input: object, as: As = approver) =>
      (await ok('offeringStatusChange', 'offering { status }', { ...approve, ...input }, as))['offering'].status;
    expect(await status({ action: 'RETURN', reason: 'terms are missing' })).toBe('PENDING_APPROVAL');
    expect(await status({})).toBe('APPROVED');
    await answerPricing(graph, offering.id, { as: manager, reason: 'too low' });
    const steps = await rows(
      `select h.to_state, h.actor, h.reason from history_entry h join offering o on o.id = h.subject_id where o.code = 'OF_FOUR_EYES' order by sequence`,
    );
    expect(steps.slice(0, 3)).toEqual([
      { to_state: 'PENDING_APPROVAL', actor: 'pm1', reason: null },
      { to_state: 'PENDING_APPROVAL', actor: 'pm2', reason: 'terms are missing' },
      { to_state: 'APPROVED', actor: 'pm2', reason: null },
    ]);
  });

  test('PRD-04 what has expired is extended only by someone else than who configured it', async () => {
    const productId = await productInUse('EXPIRING');
    expect(await stepProduct(productId, 'EXPIRE')).toBe('EXPIRED');
    expect(await refused('productStatusChange', { productId, action: 'EXTEND' }, manager)).toEqual(['GUARD_REFUSED']);
    expect(await stepProduct(productId, 'EXTEND')).toBe('IN_USE');
  });
});

describe('classes and costs of products', () => {
  test('PRD-02 PRD-03 products are classed as main or attached, and physical ones are products too', async () => {
    await productInUse('ROUTER_GIFT', { nature: 'PHYSICAL', kind: 'ATTACHED' });
    const found = await ask(
      `{ products(first: 50, filter: { kind: { eq: ATTACHED }, nature: { eq: PHYSICAL } }) { nodes { code kind nature } } }`,
    );
    expect(found.products.nodes).toContainEqual({ code: 'ROUTER_GIFT', kind: 'ATTACHED', nature: 'PHYSICAL' });
    expect(found.products.nodes.every(({ kind }: { kind: string }) => kind === 'ATTACHED')).toBe(true);
  });

  test('PRD-07 a product has one kind of provider; what others provide names them', async () => {
    const { party } = await providerOf('Game Studio');
    const more = { providerKind: 'PARTNER', providerId: party };
    expect(faults(await writeProduct('GAMES', { providerKind: 'PARTNER' }))).toEqual(['REQUIRED input.providerId']);
    expect(faults(await writeProduct('GAMES', { providerId: party }))).toEqual(['CONTRADICTORY input.providerId']);
    await productInUse('GAMES', more);
    const { product } = await ask('{ product(code: "GAMES") { providerKind provider { name } } }');
    expect(product).toEqual({ providerKind: 'PARTNER', provider: { name: 'Game Studio' } });
  });

  test('PRD-35 PRD-36 own, partner and physical products are sold in one offering', async () => {
    const components = await Promise.all(
      ['PHONE', 'GAMES', 'ROUTER_GIFT'].map(async (code) => ({ productId: await idOf('product', code) })),
    );
    const { offering } = await writeOffering('OF_MIXED', { components });
    const found = await ask(
      `query ($id: ID!) { node(id: $id) { ... on Offering { components(first: 9) { nodes { product { code providerKind nature } } } } } }`,
      { id: offering.id },
    );
    expect(found.node.components.nodes.map(({ product }: { product: object }) => product)).toEqual(
      expect.arrayContaining([
        { code: 'GAMES', providerKind: 'PARTNER', nature: 'COMMUNICATION' },
        { code: 'ROUTER_GIFT', providerKind: 'OWN', nature: 'PHYSICAL' },
      ]),
    );
  });

  test('PRD-06 costs are recorded by stage and summed by stage and in total; only staff see them', async () => {
    const productId = await productInUse('COSTLY');
    const record = (stage: string, amount: string, more: object = {}) =>
      run('productCostRecord', 'productCost { id recordedBy }', {
        productId,
        stage,
        kind: 'PRODUCT',
        amount: { amount, currency: 'CNY' },
        ...more,
      });
    await record('DEVELOPMENT', '1000.50');
    await record('DEVELOPMENT', '-0.50', { remark: 'booked twice' });
    await record('PROMOTION', '250', { kind: 'SERVICE' });
    expect(faults(await record('PROMOTION', '1', { amount: { amount: '1', currency: 'XXZ' } }))).toEqual([
      'BAD_VALUE input.amount.currency',
    ]);
    const { product } = await ask(`{ product(code: "COSTLY") { costs {
      total: aggregate(groupBy: [{ dimension: AMOUNT_CURRENCY }]) { count sum { amountAmount } }
      byStage: aggregate(groupBy: [{ dimension: AMOUNT_CURRENCY }, { dimension: STAGE }]) { key { stage } sum { amountAmount } } } } }`);
    expect(product.costs.total).toEqual([{ count: 3, sum: { amountAmount: '1250' } }]);
    expect(product.costs.byStage).toEqual(
      expect.arrayContaining([
        { key: { stage: 'DEVELOPMENT' }, sum: { amountAmount: '1000' } },
        { key: { stage: 'PROMOTION' }, sum: { amountAmount: '250' } },
      ]),
    );
    const partner = await ask(
      '{ product(code: "COSTLY") { costs { totalCount } } }',
      {},
      { sub: 'p', role: 'partner', partner: 'p' },
    );
    expect(partner.product.costs.totalCount).toBe(0);
  });
});

async function providerOf(name: string): Promise<{ party: string }> {
  const { database } = graph;
  return database.write(database.systemContext('test'), async (tx) => {
    const region = await tx.em.findOneOrFail(Region, { code: '44' });
    const party = tx.add(Object.assign(new ExternalOrganization(), { name, region, status: PartyStatus.ACTIVE }));
    return { party: tx.idOf(party) };
  });
}
