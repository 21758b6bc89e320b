import { expect, test } from '@jest/globals';
import {
  approver,
  ask,
  faults,
  graph,
  idOf,
  local,
  offeringInSale,
  ok,
  productInUse,
  refused,
  rows,
  stepProduct,
  useCatalogueDesk,
  writeOffering,
  writeProduct,
} from '../../testing/catalogue-desk.js';
import { approve, openApproval } from '../../testing/second-person.js';

useCatalogueDesk();

const FIELDS = 'productRelation { id kind selection note validity { from to } }';
/** Relates two products, as somebody else approves where that is needed. @returns id of the relation */
const relate = async (fromId: string, toId: string, kind: string, more: object = {}): Promise<string> => {
  const { productRelation, held } = await ok('productRelationAdd', `held ${FIELDS}`, { fromId, toId, kind, ...more });
  if (!held) return productRelation.id;
  expect(productRelation).toBeNull();
  await approve(graph, fromId, approver);
  return (await relationsOf(fromId)).find(
    (each: { kind: string; to: { id: string } }) => each.kind === kind && each.to.id === toId,
  ).id;
};
const relationsOf = async (productId: string) =>
  (
    await ask(
      `query ($id: ID!) { node(id: $id) { ... on Product { relations(first: 9) { nodes { id kind selection note to { id } validity { from to } } } } } }`,
      { id: productId },
    )
  ).node.relations.nodes;
const written = () =>
  rows(
    `select (select json_agg(r order by r.id) from product_relation r) r, (select count(*)::int from product_version) v,
      (select count(*)::int from history_entry) h, (select count(*)::int from approval) a`,
  );
const eventsOf = (code: string) =>
  rows(
    `select h.type, h.data from history_entry h join product p on p.id = h.subject_id where p.code = $1 and h.type like 'product.relation.%' order by h.sequence`,
    [code],
  );
const attached = (code: string) => productInUse(code, { kind: 'ATTACHED' });
const reject = async (subjectId: string) => {
  const input = { approvalId: await openApproval(graph, subjectId), approved: false, remark: 'no need' };
  await ok('approvalDecide', '__typename', input, approver);
};

test('PRD-16 PRD-17 how an attached product comes, and what is noted of it, changes at once while its main product waits for approval', async () => {
  const main = (await writeProduct('R_MAIN'))['product'].id as string;
  const relation = await relate(main, await attached('R_ATTACHED'), 'ATTACH', { note: 'goes well' });
  const change = { productRelationId: relation, selection: 'REQUIRED', note: 'always goes', reason: 'asked for' };
  expect(await ok('productRelationChange', `held ${FIELDS}`, change)).toMatchObject({
    held: false,
    productRelation: { selection: 'REQUIRED', note: 'always goes' },
  });
  const [{ content, reason }] = await rows(
    `select v.content, v.reason from product_version v join product p on p.id = v.product_id where p.code = 'R_MAIN' and v.validity_to is null`,
  );
  expect(reason).toBe('asked for');
  expect(content.relations).toMatchObject([{ selection: 'REQUIRED', note: 'always goes' }]);
  expect((await eventsOf('R_MAIN')).at(-1)).toMatchObject({
    type: 'product.relation.changed',
    data: { kind: 'ATTACH', changes: [{ field: 'selection', old: 'OPTIONAL', new: 'REQUIRED' }, { field: 'note' }] },
  });
});

test('PRD-16 PRD-98 WFL-28 a product that has been approved is related to another when somebody else approves that', async () => {
  const [one, other] = [await productInUse('R_FIRST'), await productInUse('R_PARTNER')];
  const before = await written();
  const asked = { fromId: one, toId: other, kind: 'COMPETE', note: 'the same need', reason: 'asked for' };
  expect(await ok('productRelationAdd', `held ${FIELDS}`, asked)).toMatchObject({ held: true, productRelation: null });
  const [after] = await written();
  expect({ ...after, a: after.a - 1, h: before[0].h }).toEqual(before[0]);
  expect(await refused('productRelationAdd', { ...asked, kind: 'EXCLUDE' })).toEqual(['APPROVAL_PENDING input.fromId']);
  const own = { approvalId: await openApproval(graph, one), approved: true };
  expect(await refused('approvalDecide', own)).not.toEqual([]);
  await reject(one);
  expect(await relationsOf(one)).toEqual([]);
  await ok('productRelationAdd', 'held', asked);
  await approve(graph, one, approver);
  expect(await relationsOf(one)).toMatchObject([{ kind: 'COMPETE', note: 'the same need', to: { id: other } }]);
  expect((await eventsOf('R_FIRST')).at(-1)).toMatchObject({
    type: 'product.relation.added',
    data: { proposedBy: 'pm1', approvalNo: expect.any(String), toCode: 'R_PARTNER' },
  });
});

test('PRD-18 PRD-98 the relation of a product that has been approved changes and ends when somebody else approves it', async () => {
  const [one, other] = [await productInUse('R_ONE'), await productInUse('R_OTHER')];
  const relation = await relate(one, other, 'EXCLUDE');
  const before = await relationsOf(one);
  const change = { productRelationId: relation, validTo: '2099-01-01T00:00:00Z', note: 'until the new network' };
  expect(await ok('productRelationChange', 'held', change)).toMatchObject({ held: true });
  expect(await relationsOf(one)).toEqual(before);
  expect(await refused('productRelationEnd', { productRelationId: relation })).toEqual([
    'APPROVAL_PENDING input.productRelationId',
  ]);
  await approve(graph, one, approver);
  expect(await relationsOf(one)).toMatchObject([
    { note: 'until the new network', validity: { to: '2099-01-01T00:00:00.000Z' } },
  ]);
  expect((await eventsOf('R_ONE')).at(-1).data).toMatchObject({
    proposedBy: 'pm1',
    changes: [{ field: 'validTo' }, { field: 'note' }],
  });
  // What was refused leaves it as it is.
  await ok('productRelationEnd', 'held', { productRelationId: relation, reason: 'a mistake' });
  await reject(one);
  expect((await relationsOf(one))[0].validity.to).toBe('2099-01-01T00:00:00.000Z');
  const bundle = { components: [{ productId: one }, { productId: other }] };
  expect(faults(await writeOffering('R_BUNDLE', bundle))).toEqual(['CONTRADICTORY input.components']);
  expect(await ok('productRelationEnd', 'held', { productRelationId: relation })).toMatchObject({ held: true });
  await approve(graph, one, approver);
  const [ended] = await relationsOf(one);
  expect(new Date(ended.validity.to).getTime()).toBeLessThanOrEqual(Date.now());
  expect((await eventsOf('R_ONE')).at(-1)).toMatchObject({ type: 'product.relation.ended', data: { held: true } });
  expect((await writeOffering('R_BUNDLE', bundle)).userErrors).toEqual([]);
  // What has ended is changed no more, and may begin anew.
  expect(await refused('productRelationChange', change)).toEqual(['INVALID_STATE input.productRelationId']);
  expect(await relate(one, other, 'EXCLUDE')).toBe(relation);
  expect((await relationsOf(one))[0]).toMatchObject({ note: null, validity: { to: null } });
});

test('PRD-19 what ended contradicts nothing, and a change that would contradict what holds is refused', async () => {
  const [one, other] = [(await writeProduct('R_A'))['product'].id, (await writeProduct('R_B'))['product'].id];
  const excludes = await relate(one, other, 'EXCLUDE');
  expect(await refused('productRelationAdd', { fromId: one, toId: other, kind: 'DEPEND' })).toEqual([
    'CONTRADICTORY input.kind',
  ]);
  expect(await ok('productRelationEnd', `held ${FIELDS}`, { productRelationId: excludes })).toMatchObject({
    held: false,
    productRelation: { kind: 'EXCLUDE' },
  });
  await relate(one, other, 'DEPEND');
  expect(await refused('productRelationAdd', { fromId: one, toId: other, kind: 'EXCLUDE' })).toEqual([
    'CONTRADICTORY input.kind',
  ]);
});

test('PRD-56 relations that contradict one another through others, or what offerings in sale bundle, are refused with nothing written', async () => {
  const product = async (code: string, more: object = {}) => (await writeProduct(code, more))['product'].id as string;
  const [a, b, c, d] = [await product('C_A'), await product('C_B'), await product('C_C'), await product('C_D')];
  const objected = (fromId: string, kind: string, toId: string, more: object = {}) =>
    refused('productRelationAdd', { fromId, toId, kind, ...more });
  const CONTRADICTORY = ['CONTRADICTORY input.kind'];
  await relate(a, b, 'DEPEND');
  await relate(b, c, 'DEPEND');
  await relate(c, d, 'EXCLUDE');
  await relate(a, d, 'UPGRADE');
  const [x, y] = [await product('C_X', { kind: 'ATTACHED' }), await product('C_Y', { kind: 'ATTACHED' })];
  await relate(x, y, 'EXCLUDE');
  await relate(a, x, 'ATTACH', { selection: 'REQUIRED' });
  const optional = await relate(a, y, 'ATTACH');
  const [one, two] = [await productInUse('C_ONE'), await productInUse('C_TWO')];
  await offeringInSale('OF_C', { components: [{ productId: one }, { productId: two }] });
  const before = await written();
  expect(await objected(a, 'EXCLUDE', c)).toEqual(CONTRADICTORY);
  expect(await objected(c, 'EXCLUDE', a)).toEqual(CONTRADICTORY);
  expect(await objected(a, 'DEPEND', d)).toEqual(CONTRADICTORY);
  expect(await objected(d, 'DEPEND', a)).toEqual(CONTRADICTORY);
  expect(await objected(d, 'UPGRADE', a)).toEqual(CONTRADICTORY);
  expect(await objected(d, 'REPLACE', a)).toEqual(CONTRADICTORY);
  expect(await refused('productRelationChange', { productRelationId: optional, selection: 'REQUIRED' })).toEqual(
    CONTRADICTORY,
  );
  expect(await objected(two, 'EXCLUDE', one)).toEqual(CONTRADICTORY);
  expect(await written()).toEqual(before);
  await relate(a, d, 'REPLACE');
});

test('PRD-18 bad changes of relations, and those of whom they are not, are refused with nothing written', async () => {
  const [one, other] = [await productInUse('R_X'), await productInUse('R_Y')];
  const relation = await relate(one, other, 'EXCLUDE');
  const later = await relate(one, other, 'COMPETE', { validFrom: '2098-01-01T00:00:00Z' });
  const before = await written();
  const change = (more: object, id = relation) => ({ productRelationId: id, ...more });
  const cases: [object, string][] = [
    [change({ selection: 'DEFAULT' }), 'CONTRADICTORY input.selection'],
    [change({ validFrom: '2097-01-01T00:00:00Z' }), 'CONTRADICTORY input.validFrom'],
    [change({ validTo: '2001-01-01T00:00:00Z' }), 'IN_THE_PAST input.validTo'],
    [change({ validFrom: '2001-01-01T00:00:00Z' }, later), 'IN_THE_PAST input.validFrom'],
    [change({ validTo: '2097-06-01T00:00:00Z' }, later), 'CONTRADICTORY input.validTo'],
    [
      change(
        { note: 'x' },
        relation.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      ),
      'NOT_FOUND input.productRelationId',
    ],
  ];
  for (const [input, fault] of cases) expect(await refused('productRelationChange', input)).toEqual([fault]);
  for (const mutation of ['productRelationChange', 'productRelationEnd'])
    expect(await refused(mutation, change({}), local)).toEqual(['NOT_MAINTAINER input.productRelationId']);
  expect(await written()).toEqual(before);
});

test('PRD-20 one that does not hold yet is taken back; one on which a withdrawal relies stays', async () => {
  const [one, other] = [await productInUse('R_OLD'), await productInUse('R_NEW')];
  const planned = await relate(one, other, 'UPGRADE', { validFrom: '2098-01-01T00:00:00Z' });
  await ok('productRelationEnd', 'held', { productRelationId: planned });
  await approve(graph, one, approver);
  expect(await relationsOf(one)).toEqual([]);
  expect((await eventsOf('R_OLD')).at(-1)).toMatchObject({ type: 'product.relation.ended', data: { held: false } });
  await ok('productWithdrawalPlan', '__typename', {
    ...{ productId: one, replacedById: other, stopSaleOn: '2098-01-01', reason: 'old' },
  });
  const [replaces] = await relationsOf(one);
  expect(await refused('productRelationEnd', { productRelationId: replaces.id })).toEqual([
    'IN_USE input.productRelationId',
  ]);
  expect((await relationsOf(one))[0].validity.to).toBeNull();
  await ok('productWithdrawalCancel', '__typename', { productId: one, reason: 'it stays' });
  await ok('productRelationEnd', 'held', { productRelationId: replaces.id });
  await approve(graph, one, approver);
  expect((await relationsOf(one))[0].validity.to).not.toBeNull();
});

test('PRD-18 of two changes of one relation at once both hold, or one waits for the other; none is lost', async () => {
  const [one, other] = [(await writeProduct('R_P'))['product'].id as string, await productInUse('R_Q')];
  const productRelationId = await relate(one, other, 'COMPETE');
  await Promise.all([
    ok('productRelationChange', '__typename', { productRelationId, note: 'both' }),
    ok('productRelationChange', '__typename', { productRelationId, validTo: '2099-01-01T00:00:00Z' }),
  ]);
  expect(await relationsOf(one)).toMatchObject([{ note: 'both', validity: { to: '2099-01-01T00:00:00.000Z' } }]);
  await stepProduct(one, 'APPROVE');
});

const slaOf = async (offeringId: string) =>
  (
    await ask(
      `query ($id: ID!) { node(id: $id) { ... on Offering { slas(first: 9, orderBy: [{ field: CODE, direction: ASC }]) {
        nodes { id code name isDefault tariffPlan { code } items(first: 9) { nodes { value indicator { code } } } } } } } }`,
      { id: offeringId },
    )
  ).node.slas.nodes;

async function leveled(code: string, offering: (productId: string) => Promise<string>) {
  const productId = await productInUse(`P_${code}`);
  const indicatorId = (
    await ok('slaIndicatorSave', 'slaIndicator { id }', {
      ...{ code: `I_${code}`, name: 'Repair', unit: 'h', indicatorClass: 'QUALITY' },
      ...{ direction: 'LOWER_BETTER', valueKind: 'CONTINUOUS' },
    })
  )['slaIndicator'].id as string;
  const template = { productId, code: `T_${code}`, name: 'Levels', items: [{ indicatorId, max: '48' }] };
  const templateId = (await ok('slaTemplateSave', 'slaTemplate { id }', template))['slaTemplate'].id as string;
  const offeringId = await offering(productId);
  const level = async (name: string, value: string, isDefault: boolean) =>
    (
      await ok('offeringSlaCreate', 'offeringSla { id }', {
        ...{ offeringId, templateId, code: `${code}_${name}`, name, isDefault, items: [{ indicatorId, value }] },
      })
    )['offeringSla'].id as string;
  return { offeringId, indicatorId, gold: await level('GOLD', '4', true), plain: await level('PLAIN', '48', false) };
}

test('PRD-57 PRD-58 PRD-60 a service level changes as a new version of its offering: at once before the offering is approved, then when somebody else approves it', async () => {
  const written = async (productId: string) =>
    (await writeOffering('OF_L1', { components: [{ productId }] }))['offering'].id as string;
  const { offeringId, indicatorId, gold, plain } = await leveled('L1', written);
  const items = [{ indicatorId, value: '8' }];
  const change = { offeringSlaId: plain, name: 'Plainer', isDefault: true, items, reason: 'cheaper' };
  expect(await ok('offeringSlaChange', 'held offeringSla { name }', change)).toMatchObject({
    held: false,
    offeringSla: { name: 'Plainer' },
  });
  expect(await slaOf(offeringId)).toMatchObject([
    { code: 'L1_GOLD', isDefault: false },
    { code: 'L1_PLAIN', name: 'Plainer', isDefault: true, items: { nodes: [{ value: '8' }] } },
  ]);
  const versions = () =>
    rows(
      `select v.number, v.reason from offering_version v join offering o on o.id = v.offering_id where o.code = $1 order by v.number`,
      ['OF_L1'],
    );
  expect((await versions()).at(-1)).toMatchObject({ reason: 'cheaper' });
  await ok('offeringStatusChange', '__typename', { offeringId, action: 'APPROVE', reason: 'test' }, approver);
  const before = [await slaOf(offeringId), await versions()];
  const tariffPlanId = await idOf('tariffPlan', 'TP_PHONE_CNY');
  const priced = { offeringSlaId: gold, tariffPlanId };
  expect(await ok('offeringSlaChange', 'held', priced)).toMatchObject({ held: true });
  expect([await slaOf(offeringId), await versions()]).toEqual(before);
  await approve(graph, offeringId, approver);
  expect((await slaOf(offeringId))[0].tariffPlan).toEqual({ code: 'TP_PHONE_CNY' });
  expect(await versions()).toHaveLength(before[1]!.length + 1);
  const [event] = await rows(
    `select h.data from history_entry h join offering o on o.id = h.subject_id where o.code = 'OF_L1' and h.type = 'offering.sla.changed' order by h.sequence desc limit 1`,
  );
  expect(event.data).toMatchObject({
    slaCode: 'L1_GOLD',
    proposedBy: 'pm1',
    changes: [{ field: 'service level L1_GOLD' }],
  });
});

test('PRD-59 a change outside the range of the product, or of somebody else, is refused with nothing written', async () => {
  const { offeringId, indicatorId, gold } = await leveled('L2', async (productId) =>
    offeringInSale('OF_L2', { components: [{ productId }] }),
  );
  const all = () =>
    rows(`select (select count(*)::int from approval) a, (select count(*)::int from history_entry) h,
      (select json_agg(s order by s.id) from offering_sla s) s, (select json_agg(i order by i.id) from offering_sla_item i) i`);
  const before = await all();
  const change = (more: object) => ({ offeringSlaId: gold, ...more });
  expect(await refused('offeringSlaChange', change({ items: [{ indicatorId, value: '49' }] }))).toEqual([
    'OUT_OF_RANGE input.items.0.value',
  ]);
  expect(await refused('offeringSlaChange', change({ name: 'Mine' }), local)).toEqual([
    'NOT_MAINTAINER input.offeringSlaId',
  ]);
  expect(await all()).toEqual(before);
  expect(await slaOf(offeringId)).toHaveLength(2);
});

test('PRD-31 PRD-42 PRD-53 PRD-95 the guarantee, the means of payment and the line of an offering change as a new version that somebody else approves', async () => {
  const offeringId = await offeringInSale('OF_TERMS');
  const productLineId = await idOf('productLine', 'BROADBAND');
  const now = async () =>
    (
      await ask(
        `query ($id: ID!) { node(id: $id) { ... on Offering { guarantee guaranteeCount guaranteeAmount productLine { code } } } }`,
        { id: offeringId },
      )
    ).node;
  const before = await now();
  const change = (more: object) => ({ offeringId, reason: 'risk', ...more });
  const cases: [object, string][] = [
    [change({ guarantee: 'DEPOSIT' }), 'REQUIRED input.guaranteeAmount'],
    [change({ guaranteeAmount: '100' }), 'CONTRADICTORY input.guaranteeAmount'],
    [change({ guarantee: 'EMPLOYEE', guaranteeCount: 2, guaranteeAmount: '5' }), 'CONTRADICTORY input.guaranteeAmount'],
    [change({ paymentMethods: ['CASH', 'NOPE'] }), 'NOT_FOUND input.paymentMethods.1'],
    [change({ paymentMethods: ['CASH', 'CASH'] }), 'DUPLICATE input.paymentMethods.1'],
  ];
  const changes = () => rows(`select count(*)::int n from catalogue_change`);
  const none = await changes();
  for (const [input, fault] of cases) expect(await refused('offeringChange', input)).toEqual([fault]);
  expect(await refused('offeringChange', change({ productLineId }), local)).toEqual([
    'NOT_MAINTAINER input.offeringId',
  ]);
  expect(await changes()).toEqual(none);
  const propose = async (more: object) => {
    const made = await ok('offeringChange', 'change { id }', change(more));
    expect(await now()).toEqual(before);
    return made['change'].id as string;
  };
  const decide = (changeId: string) =>
    ok('catalogueChangeDecide', '__typename', { changeId, action: 'APPROVE' }, approver);
  await decide(await propose({ guarantee: 'DEPOSIT', guaranteeAmount: '300', productLineId }));
  expect(await now()).toMatchObject({
    ...{ guarantee: 'DEPOSIT', guaranteeCount: null, productLine: { code: 'BROADBAND' } },
  });
  expect(Number((await now()).guaranteeAmount)).toBe(300);
  const [version] = await rows(
    `select v.changed_fields, v.content from offering_version v join offering o on o.id = v.offering_id where o.code = 'OF_TERMS' and v.validity_to is null`,
  );
  expect(version.changed_fields).toEqual(expect.arrayContaining(['guarantee', 'productLine']));
  expect(version.content).toMatchObject({ productLine: 'BROADBAND', guarantee: { kind: 'DEPOSIT' } });
  // The amount alone leaves the kind as it is.
  const { change: next } = await ok('offeringChange', 'change { id }', change({ guaranteeAmount: '250' }));
  await decide(next.id);
  expect(await now()).toMatchObject({ guarantee: 'DEPOSIT' });
  expect(Number((await now()).guaranteeAmount)).toBe(250);
});

test('PRD-19 of two dependencies that would close a circle together, one is refused', async () => {
  const ring = [await productInUse('R_RING_A'), await productInUse('R_RING_B')] as const;
  const [one, other] = ring;
  await ok('productRelationAdd', '__typename', { fromId: one, toId: other, kind: 'DEPEND' });
  await ok('productRelationAdd', '__typename', { fromId: other, toId: one, kind: 'DEPEND' });
  const approved = await Promise.allSettled(ring.map((id) => approve(graph, id, approver)));
  const refused = approved.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  expect(refused).toEqual([expect.stringContaining('CONTRADICTORY')]);
  expect((await Promise.all(ring.map(relationsOf))).flat()).toHaveLength(1);
});

test('PRD-19 PRD-56 a product that depends on another one is sold by itself, but in a bundle only with that', async () => {
  const [base, extra, other] = [await productInUse('BASE'), await productInUse('EXTRA'), await productInUse('OTHER')];
  await ok('productRelationAdd', '__typename', { fromId: extra, toId: base, kind: 'DEPEND' });
  await approve(graph, extra, approver);
  const alone = await writeOffering('OF_EXTRA', { components: [{ productId: extra }] });
  expect(alone.userErrors).toEqual([]);
  const bundle = (code: string, ids: string[]) =>
    writeOffering(code, { components: ids.map((productId) => ({ productId })) });
  expect(faults(await bundle('OF_WITHOUT', [extra, other]))).toEqual(['CONTRADICTORY input.components']);
  expect(await rows(`select 1 from offering where code = 'OF_WITHOUT'`)).toEqual([]);
  expect((await bundle('OF_WITH', [extra, base])).userErrors).toEqual([]);
});
