import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerPricing } from '../../testing/billing.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { encodeId } from '../../kernel/model/index.js';
import { ensureCatalogueBaseline } from './baseline/index.js';

const manager: As = { sub: 'pm1', role: 'staff', region: '86' };

let graph: TestGraph;
let ids: Record<'broadband' | 'fibre' | 'dsl' | 'sales' | 'productHeading', string>;

beforeAll(async () => {
  graph = await startTestGraph();
  const { data, errors } = await graph.query(`{
    productLine(code: "BROADBAND") { id } fibre: product(code: "INTERNET_FIBER") { id } dsl: product(code: "INTERNET_DSL") { id }
    sales: catalogue(code: "SALES") { headings(first: 1) { nodes { id } } }
    products: catalogue(code: "PRODUCTS") { headings(first: 1) { nodes { id } } } }`);
  expect(errors).toBeUndefined();
  ids = {
    broadband: data.productLine.id,
    fibre: data.fibre.id,
    dsl: data.dsl.id,
    sales: data.sales.headings.nodes[0].id,
    productHeading: data.products.headings.nodes[0].id,
  };
});
afterAll(() => graph.close());

const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const run = async (mutation: string, type: string, fields: string, input: object, as: As = manager) => {
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message path details } ${fields} } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[mutation];
};
const faults = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

const createProduct = (input: object, as?: As) =>
  run(
    'productCreate',
    'ProductCreateInput',
    'product { id code status attributes(first: 9) { nodes { code position } } }',
    { ...newProduct, ...input },
    as,
  );
const moveProduct = (productId: string, action: string, as?: As, reason?: string) =>
  run('productStatusChange', 'ProductStatusChangeInput', 'product { status }', { productId, action, reason }, as);
const moveOffering = (offeringId: string, action: string, as?: As) =>
  run(
    'offeringStatusChange',
    'OfferingStatusChangeInput',
    'offering { status }',
    { offeringId, action, reason: 'test' },
    as,
  );
const createOffering = (input: object) =>
  run(
    'offeringCreate',
    'OfferingCreateInput',
    'offering { id status components { nodes { minQuantity maxQuantity required fixedValues { name value } product { code } } } }',
    {
      level: 'HEADQUARTERS',
      name: 'Test offering',
      ...input,
    },
  );
const createPlan = async (code: string, more: object = {}) =>
  run('tariffPlanCreate', 'TariffPlanCreateInput', 'tariffPlan { id status price { amount currency } }', {
    code,
    name: code,
    type: 'PERIODIC',
    period: 'MONTH',
    amount: '29.90',
    currency: 'CNY',
    ...more,
  });

const newProduct = {
  name: 'Test product',
  kind: 'MAIN',
  nature: 'COMMUNICATION',
  level: 'HEADQUARTERS',
  providerKind: 'OWN',
  services: [{ service: 'INSTALL' }],
  get productLineId() {
    return ids.broadband;
  },
};

describe('the baseline', () => {
  test('PRD-12 PRD-27 a product has its template in the order of the form, and its services', async () => {
    const { data } =
      await graph.query(`{ product(code: "INTERNET_FIBER") { status kind productLine { code businessLine { code } }
      attributes(first: 5, orderBy: [{ field: POSITION, direction: ASC }]) { nodes { code dataType mandatory min max unit defaultValue } }
      services(first: 20) { nodes { service } }
      relations(first: 20) { nodes { kind to { code } } } } }`);
    expect(data.product).toMatchObject({
      status: 'IN_USE',
      kind: 'MAIN',
      productLine: { code: 'BROADBAND', businessLine: { code: 'INTERNET' } },
    });
    expect(data.product.attributes.nodes[0]).toEqual({
      code: 'bandwidth',
      dataType: 'INTEGER',
      mandatory: true,
      min: '50',
      max: '10000',
      unit: 'Mbit/s',
      defaultValue: '500',
    });
    expect(data.product.services.nodes).toHaveLength(8);
    expect(data.product.relations.nodes).toContainEqual({ kind: 'ATTACH', to: { code: 'ONLINE_SECURITY' } });
  });

  test('MOD-26 PRD-88 every offering has one default tariff plan in force in each currency', async () => {
    const wrong =
      await rows(`select o.code from offering o left join offering_tariff t on t.offering_id = o.id and t.is_default
      left join tariff_plan p on p.id = t.tariff_plan_id and p.status = 'ACTIVE' group by o.code
      having count(distinct p.price_currency) <> 2 or count(p.id) <> 2`);
    expect(wrong).toEqual([]);
  });

  test('PRD-93 PRD-94 every offering on sale stands in the sales catalogue, what is not sold does not', async () => {
    const listed = await rows(
      `select o.code, o.status, count(e.id)::int n from offering o left join catalogue_entry e on e.offering_id = o.id group by o.code, o.status`,
    );
    expect(listed.filter(({ status, n }) => (status === 'IN_USE') !== n > 0)).toEqual([]);
    expect(listed.length).toBeGreaterThan(20);
  });

  test('running it again, twice at once, adds nothing and keeps what an operator changed', async () => {
    await graph.database.pool.query(`update product set name = 'Renamed' where code = 'PHONE'`);
    const state = () =>
      rows(`select (select json_agg(p order by p.id) from product p) products, (select count(*) from offering_component) components,
        (select count(*) from tariff_plan_member) members, (select count(*) from offering_sla_item) slas, (select count(*) from catalogue_entry) entries`);
    const before = await state();
    const context = graph.database.systemContext('baseline');
    await Promise.all([ensureCatalogueBaseline(context), ensureCatalogueBaseline(context)]);
    expect(await state()).toEqual(before);
    await graph.database.pool.query(`update product set name = 'Fixed telephone' where code = 'PHONE'`);
  });
});

describe('products', () => {
  test('PRD-01 PRD-04 a product is written, approved by the headquarters and put in use, each step in its history', async () => {
    const { product, userErrors } = await createProduct({
      code: 'FTTR',
      attributes: [
        { code: 'rooms', name: 'Rooms', dataType: 'INTEGER', min: '1', max: '20', defaultValue: '3' },
        { code: 'colour', name: 'Colour', dataType: 'CHOICE', allowedValues: ['WHITE', 'GREY'] },
      ],
    });
    expect(userErrors).toEqual([]);
    expect(product).toMatchObject({ code: 'FTTR', status: 'PENDING_APPROVAL' });
    expect(product.attributes.nodes).toHaveLength(2);
    expect(faults(await moveProduct(product.id, 'PUT_IN_USE'))).toEqual(['INVALID_TRANSITION ']);
    expect(faults(await moveProduct(product.id, 'APPROVE'))).toEqual(['GUARD_REFUSED ']);
    expect((await moveProduct(product.id, 'APPROVE', 'admin')).product.status).toBe('APPROVED');
    expect((await moveProduct(product.id, 'PUT_IN_USE')).product.status).toBe('IN_USE');
    const history = await rows(
      `select to_state, actor from history_entry h join product p on p.id = h.subject_id where p.code = 'FTTR' order by sequence`,
    );
    expect(history).toEqual([
      { to_state: 'PENDING_APPROVAL', actor: 'pm1' },
      { to_state: 'APPROVED', actor: 'tester' },
      { to_state: 'IN_USE', actor: 'pm1' },
    ]);
  });

  test.each([
    ['a code that is taken', { code: 'PHONE' }, 'DUPLICATE input.code'],
    [
      'a period that ends before it begins',
      { validFrom: '2026-01-02T00:00:00Z', validTo: '2026-01-01T00:00:00Z' },
      'CONTRADICTORY input.validTo',
    ],
    [
      'a provider of own products',
      { providerId: encodeId('pe', '00000000-0000-7000-8000-000000000000') },
      'BAD_ID input.providerId',
    ],
    ['products of others without a provider', { providerKind: 'PARTNER' }, 'REQUIRED input.providerId'],
    ['a service twice', { services: [{ service: 'MOVE' }, { service: 'MOVE' }] }, 'DUPLICATE input.services.1.service'],
    ['no service', { services: [] }, 'TOO_FEW input.services'],
    [
      'an id of something else',
      { productLineId: encodeId('pd', '00000000-0000-7000-8000-000000000000') },
      'BAD_ID input.productLineId',
    ],
    [
      'a line that does not exist',
      { productLineId: encodeId('pl', '00000000-0000-7000-8000-000000000000') },
      'NOT_FOUND input.productLineId',
    ],
    ['too long a name', { name: 'x'.repeat(201) }, 'TOO_LONG input.name'],
    [
      'a choice without values',
      { attributes: [{ code: 'a', name: 'A', dataType: 'CHOICE' }] },
      'REQUIRED input.attributes.0.allowedValues',
    ],
    [
      'bounds of a text',
      { attributes: [{ code: 'a', name: 'A', dataType: 'TEXT', min: '1' }] },
      'CONTRADICTORY input.attributes.0.min',
    ],
    [
      'a default outside the bounds',
      { attributes: [{ code: 'a', name: 'A', dataType: 'INTEGER', max: '5', defaultValue: '6' }] },
      'BAD_VALUE input.attributes.0.defaultValue',
    ],
    [
      'an attribute twice',
      {
        attributes: [
          { code: 'a', name: 'A', dataType: 'TEXT' },
          { code: 'a', name: 'B', dataType: 'TEXT' },
        ],
      },
      'DUPLICATE input.attributes.1.code',
    ],
  ])('PRD-01 refuses %s and writes nothing', async (_what, input, fault) => {
    const before = await rows('select count(*) from product');
    const payload = await createProduct({ code: 'REFUSED', ...input });
    expect(faults(payload)).toEqual([fault]);
    expect(payload.product).toBeNull();
    expect(await rows('select count(*) from product')).toEqual(before);
  });

  test('PRD-05 what customers have is not given up; what nobody has is, with a reason', async () => {
    const { product } = await createProduct({ code: 'SHORT-LIVED' });
    expect(faults(await moveProduct(product.id, 'GIVE_UP', 'admin'))).toEqual(['REQUIRED input.reason']);
    expect((await moveProduct(product.id, 'GIVE_UP', 'admin', 'never sold')).product.status).toBe('VOID');
  });
});

describe('relations and service levels', () => {
  /** Proposes a relation of products in use, and approves it as somebody else unless it was refused. */
  const relate = async (input: { fromId: string } & Record<string, unknown>) => {
    const { held, userErrors } = await run('productRelationAdd', 'ProductRelationAddInput', 'held', input);
    if (held) await approve(graph, input.fromId);
    return { userErrors };
  };

  test('PRD-16 PRD-19 products are related once, in the right layer, without a circle', async () => {
    const { data } = await graph.query(
      '{ phone: product(code: "PHONE") { id } movies: product(code: "STREAMING_MOVIES") { id } }',
    );
    const [phone, movies] = [data.phone.id, data.movies.id];
    expect(faults(await relate({ fromId: phone, toId: movies, kind: 'ATTACH', selection: 'DEFAULT' }))).toEqual([]);
    const { data: after } = await graph.query(
      `{ product(code: "PHONE") { relations(first: 1, filter: { kind: { eq: ATTACH }, to: { code: { eq: "STREAMING_MOVIES" } } }) { nodes { selection } } } }`,
    );
    expect(after.product.relations.nodes).toEqual([{ selection: 'DEFAULT' }]);
    expect(faults(await relate({ fromId: phone, toId: movies, kind: 'ATTACH' }))).toEqual(['DUPLICATE input.kind']);
    expect(faults(await relate({ fromId: movies, toId: phone, kind: 'ATTACH' }))).toEqual(['CONTRADICTORY input.kind']);
    expect(faults(await relate({ fromId: ids.dsl, toId: phone, kind: 'DEPEND', selection: 'DEFAULT' }))).toEqual([
      'CONTRADICTORY input.selection',
    ]);
    expect(faults(await relate({ fromId: ids.dsl, toId: phone, kind: 'DEPEND' }))).toEqual([]);
    expect(faults(await relate({ fromId: phone, toId: ids.dsl, kind: 'DEPEND' }))).toEqual([
      'CONTRADICTORY input.kind',
    ]);
    expect(faults(await relate({ fromId: phone, toId: ids.dsl, kind: 'EXCLUDE' }))).toEqual([
      'CONTRADICTORY input.kind',
    ]);
    await graph.database.pool.query(`delete from product_relation where kind = 'DEPEND'`);
  });

  test('PRD-20 competition, upgrade and replacement among own products are recorded, once each', async () => {
    const { data: own } = await graph.query(
      '{ tv: product(code: "STREAMING_TV") { id } movies: product(code: "STREAMING_MOVIES") { id } }',
    );
    const [fromId, toId] = [own.tv.id, own.movies.id];
    for (const kind of ['COMPETE', 'UPGRADE', 'REPLACE']) {
      expect(faults(await relate({ fromId, toId, kind }))).toEqual([]);
      expect(faults(await relate({ fromId, toId, kind }))).toEqual(['DUPLICATE input.kind']);
    }
    const { data } = await graph.query(
      `{ product(code: "STREAMING_TV") { relations(first: 9, filter: { kind: { in: [COMPETE, UPGRADE, REPLACE] } }) { nodes { kind to { code } } } } }`,
    );
    expect(
      data.product.relations.nodes
        .map(({ kind, to }: { kind: string; to: { code: string } }) => `${kind} ${to.code}`)
        .sort(),
    ).toEqual(['COMPETE', 'REPLACE', 'UPGRADE'].map((kind) => `${kind} STREAMING_MOVIES`));
    // Fibre is the better version of DSL, and nothing is the better version of what is better than it.
    for (const kind of ['UPGRADE', 'REPLACE'])
      expect(faults(await relate({ fromId: ids.fibre, toId: ids.dsl, kind }))).toEqual(['CONTRADICTORY input.kind']);
    await graph.database.pool.query(
      `delete from product_relation where kind in ('COMPETE', 'UPGRADE', 'REPLACE') and from_id = (select id from product where code = 'STREAMING_TV')`,
    );
  });

  test('PRD-57 PRD-58 PRD-59 an offering promises inside the range of its product, at several levels', async () => {
    const { data } =
      await graph.query(`{ offering(code: "OF_LEASED_LINE") { id } template: slaTemplate(code: "SLA_LEASED_LINE") { id }
      other: slaTemplate(code: "SLA_INTERNET_FIBER") { id } availability: slaIndicator(code: "AVAILABILITY") { id } jitter: slaIndicator(code: "JITTER") { id } }`);
    const create = (input: object) =>
      run(
        'offeringSlaCreate',
        'OfferingSlaCreateInput',
        'offeringSla { items { nodes { value } } offering { slas { totalCount } } }',
        {
          offeringId: data.offering.id,
          templateId: data.template.id,
          code: 'LEASED_LINE_BRONZE',
          name: 'Bronze',
          ...input,
        },
      );
    const availability = (value: string) => ({ indicatorId: data.availability.id, value });
    expect(faults(await create({ items: [availability('98.9')] }))).toEqual(['OUT_OF_RANGE input.items.0.value']);
    expect(faults(await create({ items: [{ indicatorId: data.jitter.id, value: '5' }] }))).toEqual([
      'CONTRADICTORY input.items.0.indicatorId',
    ]);
    expect(faults(await create({ items: [availability('99'), availability('99.5')] }))).toEqual([
      'DUPLICATE input.items.1.indicatorId',
    ]);
    expect(faults(await create({ isDefault: true, items: [availability('99')] }))).toEqual([
      'CONTRADICTORY input.isDefault',
    ]);
    expect(faults(await create({ templateId: data.other.id, items: [availability('99')] }))).toEqual([
      'CONTRADICTORY input.templateId',
    ]);
    expect(await rows(`select 1 from offering_sla where code = 'LEASED_LINE_BRONZE'`)).toEqual([]);
    const { offeringSla } = await create({ items: [availability('99')] });
    expect(offeringSla).toEqual({ items: { nodes: [{ value: '99' }] }, offering: { slas: { totalCount: 3 } } });
  });
});

describe('offerings', () => {
  test('PRD-30 an offering has a market name, a code, sales terms, service content and the time of its sale', async () => {
    const { data } = await graph.query('{ tariffPlan(code: "TP_PHONE_CNY") { id } }');
    const described = {
      ...{
        code: 'OF_NETWORK_EXPRESS',
        name: '网络快车',
        salesTerms: 'A year at least.',
        serviceContent: '512K, at home.',
      },
      ...{ validFrom: '2026-01-01T00:00:00.000Z', validTo: '2031-01-01T00:00:00.000Z' },
    };
    const { offering, userErrors } = await createOffering({
      ...described,
      components: [{ productId: ids.dsl }],
      tariffs: [{ tariffPlanId: data.tariffPlan.id, isDefault: true }],
    });
    expect(userErrors).toEqual([]);
    const found = await graph.query(
      'query ($id: ID!) { node(id: $id) { ... on Offering { code name salesTerms serviceContent validity { from to } } } }',
      { id: offering.id },
    );
    const { validFrom: from, validTo: to, ...rest } = described;
    expect(found.data.node).toEqual({ ...rest, validity: { from, to } });
  });

  test('PRD-33 PRD-86 an offering goes from its configuration to the sales catalogue', async () => {
    const { tariffPlan } = await createPlan('TP_TEST_CNY');
    const { offering, userErrors } = await createOffering({
      code: 'OF_TEST',
      components: [{ productId: ids.fibre, fixedValues: [{ name: 'bandwidth', value: 1000 }] }],
      tariffs: [{ tariffPlanId: tariffPlan.id, isDefault: true }],
    });
    expect(userErrors).toEqual([]);
    expect(offering.components.nodes).toEqual([
      {
        minQuantity: 1,
        maxQuantity: 1,
        required: true,
        fixedValues: [{ name: 'bandwidth', value: 1000 }],
        product: { code: 'INTERNET_FIBER' },
      },
    ]);
    expect((await moveOffering(offering.id, 'APPROVE', 'admin')).offering.status).toBe('APPROVED');
    await answerPricing(graph, offering.id);
    const publish = () =>
      run('offeringPublish', 'OfferingPublishInput', 'offering { status }', { offeringId: offering.id });
    const refused = (message: string) => ({ offering: null, userErrors: [{ code: 'GUARD_REFUSED', message }] });
    expect(await publish()).toMatchObject(refused('It has no tariff plan in force (MOD-26).'));
    for (const action of ['APPROVE', 'ACTIVATE'])
      await run(
        'tariffPlanStatusChange',
        'TariffPlanStatusChangeInput',
        'tariffPlan { status }',
        { tariffPlanId: tariffPlan.id, action },
        'admin',
      );
    expect(await publish()).toMatchObject(refused('It stands in no catalogue.'));
  });

  test('PRD-94 an offering that stands in a catalogue is published, and only then seen by customers and partners', async () => {
    const { data } = await graph.query('{ tariffPlan(code: "TP_INTERNET_FIBER_CNY") { id } }');
    const { offering } = await createOffering({
      code: 'OF_PUBLISHED',
      components: [{ productId: ids.fibre }],
      tariffs: [{ tariffPlanId: data.tariffPlan.id, isDefault: true }],
      placements: [{ catalogueNodeId: ids.sales }],
    });
    const seen = async (as: As) =>
      (await graph.query('{ offering(code: "OF_PUBLISHED") { name } }', {}, { as })).data.offering;
    const partner: As = { sub: 'p', role: 'partner', partner: 'p' };
    expect(await seen(partner)).toBeNull();
    expect(await seen(manager)).toEqual({ name: 'Test offering' });
    await moveOffering(offering.id, 'APPROVE', 'admin');
    await answerPricing(graph, offering.id);
    const { offering: published } = await run('offeringPublish', 'OfferingPublishInput', 'offering { status }', {
      offeringId: offering.id,
    });
    expect(published.status).toBe('IN_USE');
    expect(await seen(partner)).toEqual({ name: 'Test offering' });
  });

  test.each<[string, () => object, string]>([
    ['no product', () => ({ components: [] }), 'TOO_FEW input.components'],
    [
      'a product twice',
      () => ({ components: [{ productId: ids.fibre }, { productId: ids.fibre }] }),
      'DUPLICATE input.components.1.productId',
    ],
    [
      'contradictory numbers',
      () => ({ components: [{ productId: ids.fibre, minQuantity: 3, maxQuantity: 2 }] }),
      'CONTRADICTORY input.components.0.maxQuantity',
    ],
    [
      'a required product with no piece',
      () => ({ components: [{ productId: ids.fibre, minQuantity: 0, required: true }] }),
      'CONTRADICTORY input.components.0.minQuantity',
    ],
    [
      'an unknown attribute',
      () => ({ components: [{ productId: ids.fibre, fixedValues: [{ name: 'colour', value: 'red' }] }] }),
      'UNKNOWN_CHARACTERISTIC input.components.0.fixedValues.0.name',
    ],
    [
      'a value out of bounds',
      () => ({ components: [{ productId: ids.fibre, fixedValues: [{ name: 'bandwidth', value: 5 }] }] }),
      'BAD_VALUE input.components.0.fixedValues.0.value',
    ],
    ['no price', () => ({ tariffs: [] }), 'TOO_FEW input.tariffs'],
    [
      'a deposit of less than a coin',
      () => ({ guarantee: 'DEPOSIT', guaranteeAmount: '100.005' }),
      'TOO_PRECISE input.guaranteeAmount',
    ],
    ['a guarantee without an amount', () => ({ guarantee: 'DEPOSIT' }), 'REQUIRED input.guaranteeAmount'],
    [
      'a heading of products',
      () => ({ placements: [{ catalogueNodeId: ids.productHeading }] }),
      'CONTRADICTORY input.placements.0.catalogueNodeId',
    ],
  ])('PRD-33 refuses %s and writes nothing', async (_what, input, fault) => {
    const { data } = await graph.query('{ tariffPlan(code: "TP_PHONE_CNY") { id } }');
    const before = await rows('select count(*) from offering');
    const payload = await createOffering({
      code: 'OF_REFUSED',
      components: [{ productId: ids.dsl }],
      tariffs: [{ tariffPlanId: data.tariffPlan.id }],
      ...input(),
    });
    expect(faults(payload)).toEqual([fault]);
    expect(await rows('select count(*) from offering')).toEqual(before);
  });

  test('PRD-88 refuses a second default plan in one currency', async () => {
    const { data } = await graph.query(
      '{ a: tariffPlan(code: "TP_PHONE_CNY") { id } b: tariffPlan(code: "TP_MOBILE_CNY") { id } }',
    );
    const tariffs = [data.a.id, data.b.id].map((tariffPlanId) => ({ tariffPlanId, isDefault: true }));
    const payload = await createOffering({ code: 'OF_REFUSED', components: [{ productId: ids.dsl }], tariffs });
    expect(faults(payload)).toEqual(['CONTRADICTORY input.tariffs.1.isDefault']);
  });

  test('PRD-78 refuses a tariff plan whose fields contradict each other', async () => {
    expect(faults(await createPlan('TP_BAD', { currency: 'XXZ' }))).toEqual(['BAD_VALUE input.currency']);
    expect(faults(await createPlan('TP_BAD', { amount: '1.005' }))).toEqual(['TOO_PRECISE input.amount']);
    expect(faults(await createPlan('TP_BAD', { amount: '1.5', currency: 'JPY' }))).toEqual([
      'TOO_PRECISE input.amount',
    ]);
    expect(faults(await createPlan('TP_BAD', { period: null }))).toEqual(['REQUIRED input.period']);
    expect(faults(await createPlan('TP_BAD', { type: 'USAGE' }))).toEqual(['CONTRADICTORY input.period']);
    expect(faults(await createPlan('TP_BAD', { amount: '-1' }))).toEqual(['TOO_SMALL input.amount']);
    expect(faults(await createPlan('TP_PHONE_CNY'))).toEqual(['DUPLICATE input.code']);
  });

  test('denies customers and partners every change of the catalogue', async () => {
    const partner: As = { sub: 'p', role: 'partner', partner: 'p' };
    const document = 'mutation ($input: ProductCreateInput!) { productCreate(input: $input) { userErrors { code } } }';
    const { errors } = await graph.query(document, { input: { ...newProduct, code: 'STOLEN' } }, { as: partner });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await rows(`select 1 from product where code = 'STOLEN'`)).toEqual([]);
  });
});
