import { expect, test } from '@jest/globals';
import {
  ask,
  idOf,
  ok,
  offeringInSale,
  productInUse,
  provincial,
  refused,
  rows,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';

useCatalogueDesk();

const indicator = {
  code: 'ECHO',
  name: 'Echo',
  unit: 'ms',
  indicatorClass: 'QUALITY',
  direction: 'LOWER_BETTER',
  valueKind: 'CONTINUOUS',
};
const saved = async (input: object) =>
  (await ok('slaIndicatorSave', 'slaIndicator { id code name active }', { ...indicator, ...input }))['slaIndicator'];
const cost = (from: string, to: string, amount: string) => ({ from, to, cost: { amount, currency: 'CNY' } });

test('PRD-22 indicators are added, changed and disabled while the system runs', async () => {
  const made = await saved({});
  expect(made).toMatchObject({ code: 'ECHO', active: true });
  expect(await refused('slaIndicatorSave', indicator)).toEqual(['DUPLICATE input.code']);
  expect(await refused('slaIndicatorSave', { ...indicator, code: 'MINE' }, provincial)).toEqual([
    'NOT_MAINTAINER input',
  ]);
  const changed = await saved({ indicatorId: made.id, name: 'Delay', active: false });
  expect(changed).toEqual({ ...made, name: 'Delay', active: false });
  const productId = await productInUse('SLA_PLAIN');
  const template = { productId, code: 'ST_PLAIN', name: 'Plain', items: [{ indicatorId: made.id, max: '50' }] };
  expect(await refused('slaTemplateSave', template)).toEqual(['NOT_ACTIVE input.items.0.indicatorId']);
  expect(await rows(`select 1 from sla_template where code = 'ST_PLAIN'`)).toEqual([]);
  await saved({ indicatorId: made.id, active: true });
  await ok('slaTemplateSave', '__typename', template);
  // Once a template uses it, its kind and unit are what its ranges mean.
  expect(await refused('slaIndicatorSave', { ...indicator, indicatorId: made.id, unit: 's' })).toEqual([
    'IN_USE input.unit',
  ]);
});

test('PRD-23 PRD-25 a template combines indicators, each with an interval or a set of values', async () => {
  const productId = await productInUse('SLA_RANGED');
  const interval = await saved({ code: 'WOBBLE' });
  const set = await saved({ code: 'REPAIR_CLASS', valueKind: 'DISCRETE' });
  const template = (...items: object[]) => ({ productId, code: 'ST_RANGED', name: 'Ranged', items });
  const refusals = await Promise.all(
    [
      template({ indicatorId: interval.id }),
      template({ indicatorId: interval.id, min: '9', max: '1' }),
      template({ indicatorId: interval.id, allowedValues: [{ value: '1' }] }),
      template({ indicatorId: set.id, max: '4' }),
      template({ indicatorId: set.id, allowedValues: [{ value: '4' }, { value: '4.0' }] }),
      template(
        { indicatorId: set.id, allowedValues: [{ value: '4' }] },
        { indicatorId: set.id, allowedValues: [{ value: '5' }] },
      ),
    ].map((input) => refused('slaTemplateSave', input)),
  );
  expect(refusals).toEqual([
    ['REQUIRED input.items.0.min'],
    ['CONTRADICTORY input.items.0.max'],
    ['CONTRADICTORY input.items.0.allowedValues'],
    ['REQUIRED input.items.0.allowedValues'],
    ['DUPLICATE input.items.0.allowedValues.1.value'],
    ['DUPLICATE input.items.1.indicatorId'],
  ]);
  expect(await rows(`select 1 from sla_template where code = 'ST_RANGED'`)).toEqual([]);
  const items = [
    { indicatorId: interval.id, min: '1', max: '9' },
    { indicatorId: set.id, allowedValues: [{ value: '4' }, { value: '8' }] },
  ];
  const fields = 'slaTemplate { id items(first: 9) { nodes { min max allowedValues indicator { code } } } }';
  const { slaTemplate } = await ok('slaTemplateSave', fields, template(...items));
  expect(slaTemplate.items.nodes).toHaveLength(2);
  expect(slaTemplate.items.nodes).toEqual(
    expect.arrayContaining([
      { min: '1', max: '9', allowedValues: [], indicator: { code: 'WOBBLE' } },
      { min: null, max: null, allowedValues: ['4', '8'], indicator: { code: 'REPAIR_CLASS' } },
    ]),
  );
  const fewer = { ...template(items[0]!), templateId: slaTemplate.id };
  expect((await ok('slaTemplateSave', fields, fewer))['slaTemplate'].items.nodes).toHaveLength(1);
});

test('PRD-24 costs stand by bands that lie in the range and do not overlap', async () => {
  const productId = await productInUse('SLA_COSTED');
  const { id: indicatorId } = await saved({ code: 'UPTIME' });
  const template = (costBands: object[]) => ({
    productId,
    code: 'ST_COSTED',
    name: 'Costed',
    items: [{ indicatorId, min: '99', max: '100', costBands }],
  });
  const bands = 'input.items.0.costBands';
  expect(await refused('slaTemplateSave', template([cost('98', '99.5', '1')]))).toEqual([
    `OUT_OF_RANGE ${bands}.0.from`,
  ]);
  expect(await refused('slaTemplateSave', template([cost('99.5', '99.9', '20'), cost('99', '99.5', '10')]))).toEqual([
    `OVERLAPPING ${bands}.0.from`,
  ]);
  expect(await refused('slaTemplateSave', template([cost('99', '99.5', '-1')]))).toEqual([
    `TOO_SMALL ${bands}.0.cost.amount`,
  ]);
  expect(await rows(`select 1 from sla_template where code = 'ST_COSTED'`)).toEqual([]);
  await ok('slaTemplateSave', '__typename', template([cost('99', '99.49', '10'), cost('99.5', '99.9', '25.50')]));
  const find = (as?: object) =>
    ask(
      `{ product(code: "SLA_COSTED") { slaTemplates(first: 1) { nodes { items(first: 1) { nodes {
      costBands(first: 5, filter: { from: { lte: "99.7" }, to: { gte: "99.7" } }) { nodes { cost { amount currency } } } } } } } } }`,
      {},
      as as never,
    ).then(({ product }) => product.slaTemplates.nodes[0].items.nodes[0].costBands.nodes);
  expect(await find()).toEqual([{ cost: { amount: '25.50', currency: 'CNY' } }]);
  expect(await find({ sub: 'p', role: 'partner', partner: 'p' })).toEqual([]);
});

test('PRD-26 PRD-59 former ranges are kept, and what offerings promise stays inside', async () => {
  const productId = await productInUse('SLA_AGING');
  const { id: indicatorId } = await saved({ code: 'AGING' });
  const template = {
    productId,
    code: 'ST_AGING',
    name: 'Aging',
    items: [{ indicatorId, min: '1', max: '9', costBands: [cost('1', '9', '5')] }],
  };
  const { slaTemplate } = await ok('slaTemplateSave', 'slaTemplate { id }', template);
  const offeringId = await offeringInSale('OF_AGING', { components: [{ productId }] });
  const promise = {
    offeringId,
    templateId: slaTemplate.id,
    code: 'L_AGING',
    name: 'Gold',
    items: [{ indicatorId, value: '8' }],
  };
  await ok('offeringSlaCreate', '__typename', promise);
  const narrowed = { ...template, templateId: slaTemplate.id, items: [{ indicatorId, min: '1', max: '7' }] };
  expect(await refused('slaTemplateSave', narrowed)).toEqual(['OUT_OF_RANGE input.items.0']);
  await ok('slaTemplateSave', '__typename', { ...narrowed, items: [{ indicatorId, min: '2', max: '8.5' }] });
  const { product } = await ask(
    `{ product(code: "SLA_AGING") { versions(first: 9, orderBy: [{ field: NUMBER, direction: ASC }]) { nodes { changedFields content } } } }`,
  );
  const ranges = product.versions.nodes.map(({ content }: { content: { sla: object[] } }) => content.sla);
  expect(ranges).toMatchObject([
    [],
    [{ min: '1', max: '9', costs: [{ amount: '5' }] }],
    [{ min: '2', max: '8.5', costs: [] }],
  ]);
});

test('PRD-57 PRD-59 an offering promises a value, a range or a set of each indicator, inside that of the product', async () => {
  const productId = await productInUse('SLA_PROMISED');
  const delay = await saved({ code: 'DELAY' });
  const uptime = await saved({ code: 'UPTIME_SHARE', direction: 'HIGHER_BETTER' });
  const repair = await saved({ code: 'REPAIR_CLASSES', valueKind: 'DISCRETE' });
  const values = (...all: string[]) => all.map((value) => ({ value }));
  const { slaTemplate } = await ok('slaTemplateSave', 'slaTemplate { id }', {
    ...{ productId, code: 'ST_PROMISED', name: 'Promised' },
    items: [
      { indicatorId: delay.id, max: '50' },
      { indicatorId: uptime.id, min: '99', max: '100' },
      { indicatorId: repair.id, allowedValues: values('4', '8', '24') },
    ],
  });
  const offeringId = await offeringInSale('OF_PROMISED', { components: [{ productId }] });
  const level = (...items: object[]) => ({
    ...{ offeringId, templateId: slaTemplate.id, code: 'L_PROMISED', name: 'Gold', items },
  });
  const refusals: [object, string][] = [
    [{ indicatorId: delay.id }, 'REQUIRED input.items.0.value'],
    [{ indicatorId: delay.id, value: '5', max: '5' }, 'CONTRADICTORY input.items.0.value'],
    [{ indicatorId: delay.id, min: '5', max: '51' }, 'OUT_OF_RANGE input.items.0.max'],
    [{ indicatorId: delay.id, min: '9', max: '5' }, 'CONTRADICTORY input.items.0.max'],
    [{ indicatorId: delay.id, min: '5' }, 'REQUIRED input.items.0.max'],
    [{ indicatorId: delay.id, allowedValues: values('5') }, 'CONTRADICTORY input.items.0.allowedValues'],
    [{ indicatorId: uptime.id, min: '98', max: '99.5' }, 'OUT_OF_RANGE input.items.0.min'],
    [{ indicatorId: uptime.id, min: '99.5' }, 'OUT_OF_RANGE input.items.0.max'],
    [{ indicatorId: uptime.id, max: '99.5' }, 'REQUIRED input.items.0.min'],
    [{ indicatorId: repair.id, max: '8' }, 'CONTRADICTORY input.items.0.max'],
    [{ indicatorId: repair.id, allowedValues: values('4', '6') }, 'OUT_OF_RANGE input.items.0.allowedValues'],
    [{ indicatorId: repair.id, allowedValues: values('4', '4.0') }, 'DUPLICATE input.items.0.allowedValues.1.value'],
  ];
  for (const [item, fault] of refusals) expect(await refused('offeringSlaCreate', level(item))).toEqual([fault]);
  expect(await rows(`select 1 from offering_sla where code = 'L_PROMISED'`)).toEqual([]);
  const items = [
    { indicatorId: delay.id, max: '20' },
    { indicatorId: uptime.id, min: '99.5', max: '99.9' },
    { indicatorId: repair.id, allowedValues: values('4', '8') },
  ];
  const fields = 'offeringSla { items(first: 9) { nodes { value min max allowedValues indicator { code } } } }';
  const { offeringSla } = await ok('offeringSlaCreate', fields, level(...items));
  // What the customer may count on is the worst of it.
  expect(offeringSla.items.nodes).toEqual(
    expect.arrayContaining([
      { value: '20', min: null, max: '20', allowedValues: [], indicator: { code: 'DELAY' } },
      { value: '99.5', min: '99.5', max: '99.9', allowedValues: [], indicator: { code: 'UPTIME_SHARE' } },
      { value: '8', min: null, max: null, allowedValues: ['4', '8'], indicator: { code: 'REPAIR_CLASSES' } },
    ]),
  );
  // The product cannot be narrowed below what is promised, at either end of a range.
  const narrowed = (uptimes: object, repairs: object) =>
    refused('slaTemplateSave', {
      ...{ templateId: slaTemplate.id, productId, code: 'ST_PROMISED', name: 'Promised' },
      items: [
        { indicatorId: delay.id, max: '50' },
        { indicatorId: uptime.id, ...uptimes },
        { indicatorId: repair.id, ...repairs },
      ],
    });
  const [wide, all] = [{ min: '99', max: '100' }, { allowedValues: values('4', '8', '24') }];
  expect(await narrowed({ min: '99', max: '99.8' }, all)).toEqual(['OUT_OF_RANGE input.items.1']);
  expect(await narrowed(wide, { allowedValues: values('8', '24') })).toEqual(['OUT_OF_RANGE input.items.2']);
  expect(await narrowed(wide, { allowedValues: values('4', '8') })).toEqual([]);
});

test('PRD-119 an indicator of a contract is proposed, and accepted or rejected as a standard one', async () => {
  const proposal = { ...indicator, code: 'STEADINESS', source: 'C-2026-17' };
  const propose = async (input: object) =>
    (await ok('slaIndicatorPropose', 'slaCandidate { id status }', input, provincial))['slaCandidate'].id as string;
  const candidateId = await propose(proposal);
  expect(await refused('slaIndicatorPropose', proposal, provincial)).toEqual(['DUPLICATE input.code']);
  const accept = { candidateId, action: 'ACCEPT' };
  expect(await refused('slaIndicatorDecide', accept, provincial)).toEqual(['NOT_MAINTAINER input.candidateId']);
  expect(await refused('slaIndicatorDecide', { candidateId, action: 'REJECT' })).toEqual(['REQUIRED input.reason']);
  expect(await rows(`select 1 from sla_indicator where code = 'STEADINESS'`)).toEqual([]);
  const fields = 'slaCandidate { status decidedBy source indicator { code } }';
  expect((await ok('slaIndicatorDecide', fields, accept))['slaCandidate']).toEqual({
    status: 'ACCEPTED',
    decidedBy: 'pm1',
    source: 'C-2026-17',
    indicator: { code: 'STEADINESS' },
  });
  expect(await refused('slaIndicatorDecide', accept)).toEqual(['INVALID_TRANSITION']);
  const other = await propose({ ...proposal, code: 'ODDNESS' });
  await ok('slaIndicatorDecide', fields, { candidateId: other, action: 'REJECT', reason: 'only theirs' });
  expect(await rows(`select 1 from sla_indicator where code = 'ODDNESS'`)).toEqual([]);
  expect(
    await rows(`select status, decided_by, remark from approval where kind = 'SLA_INDICATOR' order by approval_no`),
  ).toEqual([
    { status: 'APPROVED', decided_by: 'pm1', remark: null },
    { status: 'REJECTED', decided_by: 'pm1', remark: 'only theirs' },
  ]);
  const own = (await ok('slaIndicatorPropose', 'slaCandidate { id }', { ...proposal, code: 'OWN' }))['slaCandidate'].id;
  expect(await refused('slaIndicatorDecide', { candidateId: own, action: 'ACCEPT' })).toEqual([
    'OWN_WORK input.candidateId',
  ]);
  expect(await rows(`select 1 from sla_indicator where code = 'OWN'`)).toEqual([]);
});

test('PRD-28 how services bear with each other is said by product, and kept with its versions', async () => {
  const productId = await idOf('product', 'PHONE');
  const rule = { productId, running: 'SUSPEND', requested: 'SWAP' };
  expect(await refused('serviceRelationSave', { ...rule, decision: 'REJECT' }, provincial)).toEqual([
    'NOT_MAINTAINER input.productId',
  ]);
  for (const decision of ['REJECT', 'WAIT']) await ok('serviceRelationSave', '__typename', { ...rule, decision });
  const { product } = await ask(
    `{ product(code: "PHONE") { serviceRelations(first: 50, filter: { running: { eq: SUSPEND }, requested: { eq: SWAP } }) { nodes { decision } }
      versions(first: 1, orderBy: [{ field: NUMBER, direction: DESC }]) { nodes { changedFields } } } }`,
  );
  expect(product.serviceRelations.nodes).toEqual([{ decision: 'WAIT' }]);
  expect(product.versions.nodes).toEqual([{ changedFields: ['serviceRelations'] }]);
});
