import { expect, test } from '@jest/globals';
import { Partner, PartnerStatus } from '../partner/index.js';
import { ExternalOrganization, PartyStatus } from '../party/index.js';
import { Region } from '../region/index.js';
import type { manager } from '../../testing/catalogue-desk.js';
import {
  ask,
  graph,
  idOf,
  local,
  ok,
  offeringInSale,
  productInUse,
  provincial,
  refused,
  rows,
  run,
  useCatalogueDesk,
  faults,
} from '../../testing/catalogue-desk.js';

useCatalogueDesk();

const draft = { name: 'Draft', subject: 'OFFERING', purpose: 'SALES', level: 'HEADQUARTERS' };
const created = async (code: string, more: object = {}, as?: typeof manager | typeof provincial) =>
  (await ok('catalogueCreate', 'catalogue { id }', { ...draft, code, ...more }, as))['catalogue'].id as string;
const heading = async (catalogueId: string, code: string, more: object = {}, as?: typeof manager | typeof provincial) =>
  (await ok('catalogueHeadingSave', 'heading { id }', { catalogueId, code, name: code, ...more }, as))['heading']
    .id as string;
const count = async (table: string) => (await rows(`select count(*)::int n from ${table}`))[0].n as number;

test('PRD-92 PRD-93 a catalogue is written, arranged in levels of any depth, published and replaced', async () => {
  const catalogueId = await created('DEEP');
  const publish = { catalogueId, action: 'PUBLISH' };
  expect(await refused('catalogueStatusChange', publish)).toEqual(['GUARD_REFUSED']);
  let parentId: string | undefined;
  const path: string[] = [];
  for (const code of ['L1', 'L2', 'L3', 'L4', 'L5', 'L6'])
    path.push((parentId = await heading(catalogueId, code, { parentId })));
  expect(await refused('catalogueHeadingSave', { catalogueId, code: 'L1', name: 'again' })).toEqual([
    'DUPLICATE input.code',
  ]);
  const levels = async () =>
    (
      await rows(
        `select n.code, n.level from catalogue_node n join catalogue c on c.id = n.catalogue_id where c.code = 'DEEP' order by 1`,
      )
    ).map(({ code, level }) => `${code} ${level}`);
  expect(await levels()).toEqual(['L1 1', 'L2 2', 'L3 3', 'L4 4', 'L5 5', 'L6 6']);
  const circle = { catalogueId, headingId: path[1], code: 'L2', name: 'L2', parentId: path[4] };
  expect(await refused('catalogueHeadingSave', circle)).toEqual(['CONTRADICTORY input.parentId']);
  await heading(catalogueId, 'L3', { headingId: path[2] });
  expect(await levels()).toEqual(['L1 1', 'L2 2', 'L3 1', 'L4 2', 'L5 3', 'L6 4']);
  expect(await refused('catalogueHeadingRemove', { headingId: path[4] })).toEqual(['IN_USE input.headingId']);
  await ok('catalogueHeadingRemove', '__typename', { headingId: path[5] });
  expect(await levels()).toHaveLength(5);
  await ok('catalogueStatusChange', '__typename', publish);
  await ok('catalogueStatusChange', '__typename', { catalogueId, action: 'SUPERSEDE' });
  expect(await refused('catalogueHeadingSave', { catalogueId, code: 'LATE', name: 'late' })).toEqual([
    'INVALID_TRANSITION input.catalogueId',
  ]);
});

test('PRD-94 there are catalogues for channels, segments, groups and lines; one offering stands in many', async () => {
  const before = await count('catalogue');
  const refusals = await Promise.all(
    [
      ...[{ purpose: 'CHANNEL' }, { scope: 'WEB' }],
      ...['CHANNEL', 'SEGMENT', 'CUSTOMER_GROUP', 'PRODUCT_LINE'].map((purpose) => ({ purpose, scope: 'NONE' })),
    ].map((more) => refused('catalogueCreate', { ...draft, code: 'X', ...more })),
  );
  expect(refusals).toEqual([
    ...[['REQUIRED input.scope'], ['CONTRADICTORY input.scope']],
    ...[1, 2, 3, 4].map(() => ['NOT_FOUND input.scope']),
  ]);
  expect(await count('catalogue')).toBe(before);
  const offeringId = await offeringInSale('OF_EVERYWHERE');
  const { dimension } = await ok('segmentDimensionSave', 'dimension { id }', { code: 'AGES', name: 'Ages' }, 'admin');
  await ok('customerSegmentSave', '__typename', { code: 'YOUNG', name: 'Young', dimensionId: dimension.id }, 'admin');
  const group = await groupOf('44');
  const scopes = [
    ['CHANNEL', 'WEB_HALL'],
    ['SEGMENT', 'YOUNG'],
    ['CUSTOMER_GROUP', group],
    ['PRODUCT_LINE', 'BROADBAND'],
  ] as const;
  for (const [purpose, scope] of scopes) {
    const headingId = await heading(await created(`FOR_${scope}`, { purpose, scope }), 'TOP');
    await ok('catalogueEntryPlace', '__typename', { headingId, offeringId });
    expect(await refused('catalogueEntryPlace', { headingId, productId: await idOf('product', 'PHONE') })).toEqual([
      'CONTRADICTORY input.productId',
    ]);
  }
  const { node } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Offering { catalogueEntries(first: 20, filter: { heading: { catalogue: { purpose: { ne: SALES } } } }) {
      nodes { id heading { catalogue { purpose scope } } } } } } }`,
    { id: offeringId },
  );
  const found = node.catalogueEntries.nodes.map(
    ({ heading: { catalogue } }: { heading: { catalogue: { purpose: string; scope: string } } }) => [
      catalogue.purpose,
      catalogue.scope,
    ],
  );
  expect(found).toHaveLength(4);
  expect(found).toEqual(expect.arrayContaining(scopes.map((each) => [...each])));
  await ok('catalogueEntryRemove', '__typename', { entryId: node.catalogueEntries.nodes[0].id });
  expect(
    await rows(
      `select count(*)::int n from catalogue_entry e join offering o on o.id = e.offering_id where o.code = 'OF_EVERYWHERE'`,
    ),
  ).toEqual([{ n: 4 }]);
});

const groupOf = async (region: string): Promise<string> =>
  (
    await ok(
      'customerGroupCreate',
      'group { code }',
      { name: 'Families', regionId: await idOf('region', region) },
      'admin',
    )
  )['group'].code as string;

test('PRD-48 PRD-94 channels are a list that the headquarters keep, and each active partner is one; what a catalogue is for must be in use', async () => {
  const kiosk = { code: 'KIOSK', name: 'Kiosk', kind: 'OTHER' };
  expect(await refused('salesChannelSave', kiosk, provincial)).toEqual(['NOT_MAINTAINER input']);
  expect(await rows(`select 1 from sales_channel where code = 'KIOSK'`)).toEqual([]);
  const saved = await Promise.all([1, 2].map(() => run('salesChannelSave', 'salesChannel { id }', kiosk)));
  expect(saved.some((payload) => faults(payload).length === 0)).toBe(true);
  const { salesChannels } = await ask(
    `{ salesChannels(first: 20) { nodes { code kind active } } }`,
    {},
    { sub: 'p', role: 'partner', partner: 'p' },
  );
  expect(salesChannels.nodes).toEqual(
    expect.arrayContaining([
      ...['OWN_HALL', 'COOPERATIVE_HALL'].map((code) => ({ code, kind: 'HALL', active: true })),
      ...[
        { code: 'CALL_CENTRE', kind: 'HOTLINE', active: true },
        { code: 'WEB_HALL', kind: 'ONLINE', active: true },
      ],
      { code: 'KIOSK', kind: 'OTHER', active: true },
    ]),
  );
  const channel = { purpose: 'CHANNEL', scope: 'KIOSK' };
  const before = await created('FOR_KIOSK', channel);
  await ok('salesChannelSave', '__typename', { ...kiosk, active: false });
  expect(await refused('catalogueCreate', { ...draft, code: 'LATE', ...channel })).toEqual(['NOT_ACTIVE input.scope']);
  // What was made before goes on.
  await heading(before, 'TOP');
  await ok('catalogueStatusChange', '__typename', { catalogueId: before, action: 'PUBLISH' });
  const ofPartner = { ...draft, code: 'FOR_PARTNER', purpose: 'CHANNEL', scope: 'P_SHOP' };
  await partnerWith('P_SHOP', PartnerStatus.PROSPECT);
  expect(await refused('catalogueCreate', ofPartner)).toEqual(['NOT_FOUND input.scope']);
  await rows(`update partner set status = 'ACTIVE' where code = 'P_SHOP'`);
  await created('FOR_PARTNER', ofPartner);
  const segment = { purpose: 'SEGMENT', scope: 'YOUNG' };
  await rows(`update customer_segment set status = 'RETIRED' where code = 'YOUNG'`);
  expect(await refused('catalogueCreate', { ...draft, code: 'LATE', ...segment })).toEqual(['NOT_ACTIVE input.scope']);
  // A group of another province is none for those who do not see it.
  const own = { level: 'PROVINCE', purpose: 'CUSTOMER_GROUP' };
  const foreign = { ...draft, ...own, code: 'LATE', scope: await groupOf('51') };
  expect(await refused('catalogueCreate', foreign, provincial)).toEqual(['NOT_FOUND input.scope']);
  expect(await rows(`select 1 from catalogue where code = 'LATE'`)).toEqual([]);
  await created('GD_FAMILIES', { ...own, scope: await groupOf('44') }, provincial);
});

async function partnerWith(code: string, status: PartnerStatus): Promise<void> {
  const { database } = graph;
  await database.write(database.systemContext('test'), async (tx) => {
    const region = await tx.em.findOneOrFail(Region, { code: '44' });
    const party = tx.add(Object.assign(new ExternalOrganization(), { name: code, region, status: PartyStatus.ACTIVE }));
    tx.add(Object.assign(new Partner(), { code, name: code, party, region, status, version: 1 }));
  });
}

test('PRD-94 PRD-92 the same offering placed twice at once stands under the heading once', async () => {
  const headingId = await heading(await created('RACED'), 'TOP');
  const offeringId = await offeringInSale('OF_RACED');
  const placed = await Promise.all(
    [1, 2, 3].map(() => run('catalogueEntryPlace', 'entry { id }', { headingId, offeringId })),
  );
  expect(placed.flatMap(faults)).toEqual([]);
  expect(new Set(placed.map(({ entry }) => entry.id)).size).toBe(1);
});

test('PRD-100 a province adds to a national catalogue what is its own, and changes nothing in it', async () => {
  const national = await created('NATIONAL');
  const top = await heading(national, 'TOP');
  const offeringId = await offeringInSale('OF_NATIONAL');
  await ok('catalogueEntryPlace', '__typename', { headingId: top, offeringId });
  const below = { basedOnId: national, level: 'PROVINCE' };
  expect(await refused('catalogueCreate', { ...draft, code: 'SAME', basedOnId: national })).toEqual([
    'CONTRADICTORY input.basedOnId',
  ]);
  expect(
    await refused('catalogueCreate', { ...draft, ...below, code: 'OTHER', subject: 'PRODUCT' }, provincial),
  ).toEqual(['CONTRADICTORY input.basedOnId']);
  const own = await created('GD_CATALOGUE', below, provincial);
  expect(await refused('catalogueHeadingSave', { catalogueId: national, code: 'GD', name: 'GD' }, provincial)).toEqual([
    'NOT_MAINTAINER input.catalogueId',
  ]);
  expect(await refused('catalogueEntryPlace', { headingId: top, offeringId }, provincial)).toEqual([
    'NOT_MAINTAINER input.headingId',
  ]);
  const headingId = await heading(own, 'GD', { parentId: top }, provincial);
  await ok('catalogueEntryPlace', '__typename', { headingId, offeringId }, provincial);
  const { catalogue } = await ask(`{ catalogue(code: "GD_CATALOGUE") { owner { code }
    headings(first: 9) { nodes { code level parent { code } } }
    basedOn { code headings(first: 9) { nodes { code entries(first: 9) { nodes { offering { code } } } } } } } }`);
  expect(catalogue).toEqual({
    owner: { code: '44' },
    headings: { nodes: [{ code: 'GD', level: 2, parent: { code: 'TOP' } }] },
    basedOn: {
      code: 'NATIONAL',
      headings: { nodes: [{ code: 'TOP', entries: { nodes: [{ offering: { code: 'OF_NATIONAL' } }] } }] },
    },
  });
  expect(await refused('catalogueStatusChange', { catalogueId: own, action: 'PUBLISH' }, local)).toEqual([
    'NOT_MAINTAINER input.catalogueId',
  ]);
});

test('PRD-101 PRD-109 PRD-100 the national business catalogue groups businesses with categories; only the headquarters change it', async () => {
  const save = (input: object, as?: typeof provincial) => run('businessLineSave', 'businessLine { id }', input, as);
  const cloud = { code: 'CLOUD', name: 'Cloud', category: 'VALUE_ADDED' };
  expect(faults(await save(cloud, provincial))).toEqual(['NOT_MAINTAINER input']);
  const { businessLine } = await save(cloud);
  const child = (await save({ code: 'CLOUD_DISK', name: 'Disk', parentId: businessLine.id }))['businessLine'];
  expect(faults(await save({ ...cloud, businessLineId: businessLine.id, parentId: child.id }))).toEqual([
    'CONTRADICTORY input.parentId',
  ]);
  expect(faults(await save(cloud))).toEqual(['DUPLICATE input.code']);
  const found = await ask(
    `{ businessLines(first: 9, filter: { category: { eq: "VALUE_ADDED" } }) { nodes { code children(first: 9) { nodes { code } } } } }`,
    {},
    provincial,
  );
  expect(found.businessLines.nodes).toEqual([{ code: 'CLOUD', children: { nodes: [{ code: 'CLOUD_DISK' }] } }]);
});

test('PRD-95 product lines are defined by product features; products and offerings are assigned to them', async () => {
  const businessLineId = await idOf('businessLine', 'INTERNET');
  const line = { code: 'SMART_HOME', name: 'Smart home', description: 'controlled over the network', businessLineId };
  expect(await refused('productLineSave', line, provincial)).toEqual(['NOT_MAINTAINER input']);
  const { productLine } = await ok('productLineSave', 'productLine { id }', line);
  const other = {
    ...line,
    code: 'LIGHTS',
    parentId: productLine.id,
    businessLineId: await idOf('businessLine', 'CLOUD'),
  };
  expect(await refused('productLineSave', other)).toEqual(['CONTRADICTORY input.parentId']);
  expect(await rows(`select 1 from product_line where code = 'LIGHTS'`)).toEqual([]);
  const productId = await productInUse('LAMP', { productLineId: productLine.id });
  await offeringInSale('OF_LAMP', { productLineId: productLine.id, components: [{ productId }] });
  const found = await ask(
    `{ productLine(code: "SMART_HOME") { description products(first: 5) { nodes { code } } offerings(first: 5) { nodes { code } } } }`,
  );
  expect(found.productLine).toEqual({
    description: 'controlled over the network',
    products: { nodes: [{ code: 'LAMP' }] },
    offerings: { nodes: [{ code: 'OF_LAMP' }] },
  });
});

test('PRD-116 the owner of a channel says which catalogue it sells from; one at a time, the former ones are kept', async () => {
  const web = await created('WEB_SHOP', { purpose: 'CHANNEL', scope: 'WEB_HALL' });
  await heading(web, 'TOP');
  const set = (catalogueId: string, channel = 'WEB_HALL') => ({ channel, catalogueId });
  expect(await refused('channelCatalogueSet', set(web))).toEqual(['NOT_PUBLISHED input.catalogueId']);
  await ok('catalogueStatusChange', '__typename', { catalogueId: web, action: 'PUBLISH' });
  expect(await refused('channelCatalogueSet', set(web, 'OWN_HALL'))).toEqual(['CONTRADICTORY input.catalogueId']);
  expect(await refused('channelCatalogueSet', set(web, 'HALL'))).toEqual(['NOT_FOUND input.channel']);
  expect(await count('channel_catalogue')).toBe(0);
  await ok('channelCatalogueSet', '__typename', set(web));
  const sales = await idOf('catalogue', 'SALES');
  const raced = await Promise.all(
    [set(sales), set(sales)].map((input) => run('channelCatalogueSet', '__typename', input)),
  );
  expect(raced.flatMap(faults)).toEqual([]);
  const found = await ask(
    `{ channelCatalogues(first: 9, filter: { channel: { eq: "WEB_HALL" } }) { nodes { catalogue { code } validity { to } setBy } } }`,
  );
  const links = found.channelCatalogues.nodes.map(
    ({ catalogue, validity }: { catalogue: { code: string }; validity: { to: string | null } }) => [
      catalogue.code,
      validity.to === null,
    ],
  );
  expect(links).toHaveLength(2);
  expect(links).toEqual(
    expect.arrayContaining([
      ['WEB_SHOP', false],
      ['SALES', true],
    ]),
  );
});

test('MOD-15 PRD-102 PRD-21 competitors and their products are kept and held against own ones; outsiders see none of it', async () => {
  const { competitor } = await ok('competitorSave', 'competitor { id }', { code: 'RIVAL', name: 'Rival Telecom' });
  expect(await refused('competitorSave', { code: 'RIVAL', name: 'again' })).toEqual(['DUPLICATE input.code']);
  const fast = {
    competitorId: competitor.id,
    code: 'FAST',
    name: 'Fast 1000',
    features: ['1000 Mbit/s', 'router'],
    productLineId: await idOf('productLine', 'BROADBAND'),
  };
  const price = { amount: '99', currency: 'CNY' };
  expect(await refused('competitorProductSave', { ...fast, price })).toEqual(['REQUIRED input.pricePeriod']);
  expect(
    await refused('competitorProductSave', { ...fast, price: { ...price, amount: '-1' }, pricePeriod: 'MONTH' }),
  ).toEqual(['TOO_SMALL input.price.amount']);
  expect(await count('competitor_product')).toBe(0);
  const { competitorProduct } = await ok('competitorProductSave', 'competitorProduct { id }', {
    ...fast,
    price,
    pricePeriod: 'MONTH',
  });
  const since = () => rows(`select validity_from "since", name from competitor_product where code = 'FAST'`);
  const [{ since: first }] = await since();
  const renamed = {
    ...fast,
    name: 'Fast Gigabit',
    competitorProductId: competitorProduct.id,
    price,
    pricePeriod: 'MONTH',
  };
  await ok('competitorProductSave', '__typename', renamed);
  expect(await since()).toEqual([{ since: first, name: 'Fast Gigabit' }]);
  await ok('competitorProductSave', '__typename', { ...renamed, name: fast.name });
  const comparison = {
    productId: await idOf('product', 'INTERNET_FIBER'),
    competitorProductId: competitorProduct.id,
    overlappingSegments: ['HOME'],
    priceComparison: '10 cheaper',
    featureComparison: 'twice as fast',
    reaction: 'free router for two years',
  };
  expect(await refused('productComparisonSave', comparison, provincial)).toEqual(['NOT_MAINTAINER input.productId']);
  await ok('productComparisonSave', '__typename', comparison);
  await ok('productComparisonSave', '__typename', { ...comparison, priceComparison: '20 cheaper' });
  const document = `{ product(code: "INTERNET_FIBER") { comparisons(first: 5) { nodes { overlappingSegments priceComparison featureComparison reaction
    competitorProduct { name features price { amount } pricePeriod competitor { code } } } } } }`;
  const { product } = await ask(document);
  expect(product.comparisons.nodes).toEqual([
    {
      overlappingSegments: ['HOME'],
      priceComparison: '20 cheaper',
      featureComparison: 'twice as fast',
      reaction: 'free router for two years',
      competitorProduct: {
        name: 'Fast 1000',
        features: fast.features,
        price: { amount: '99' },
        pricePeriod: 'MONTH',
        competitor: { code: 'RIVAL' },
      },
    },
  ]);
  const partner = await ask(document, {}, { sub: 'p', role: 'partner', partner: 'p' });
  expect(partner.product.comparisons.nodes).toEqual([]);
});

test('PRD-120 one query shows the catalogues, how a product bears with others, its services, the plans and discounts of an offering', async () => {
  const found = await ask(`{
    sales: catalogue(code: "SALES") { subject headings(first: 20) { nodes { code entries(first: 50) { nodes { offering { code } } } } } }
    products: catalogue(code: "PRODUCTS") { subject headings(first: 50) { nodes { code entries(first: 50) { nodes { product { code } } } } } }
    product(code: "INTERNET_FIBER") { relations(first: 50) { nodes { kind to { code } } } relationsTo(first: 50) { nodes { kind from { code } } } services(first: 20) { nodes { service } } }
    offering(code: "OF_INTERNET_FIBER") { salesTerms tariffs(first: 9) { nodes { isDefault tariffPlan { code price { amount currency } } } } discounts(first: 9) { totalCount } } }`);
  const listed = (
    of: { headings: { nodes: { entries: { nodes: Record<string, { code: string }>[] } }[] } },
    what: string,
  ) => of.headings.nodes.flatMap(({ entries }) => entries.nodes.map((entry) => entry[what]!.code));
  expect([found.sales.subject, found.products.subject]).toEqual(['OFFERING', 'PRODUCT']);
  expect(listed(found.sales, 'offering')).toContain('OF_INTERNET_FIBER');
  expect(listed(found.products, 'product')).toContain('INTERNET_FIBER');
  expect(found.product.relations.nodes).toContainEqual({ kind: 'ATTACH', to: { code: 'ONLINE_SECURITY' } });
  expect(found.product.services.nodes).toContainEqual({ service: 'MOVE' });
  expect(found.offering.tariffs.nodes.some(({ isDefault }: { isDefault: boolean }) => isDefault)).toBe(true);
});
