import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let clerk: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  clerk = await hire(graph, 'F100', 'H4401', ['HALL_CLERK']);
});
afterAll(() => graph?.close());

const SHOWN = `id code number versionName name type status origin owner pageWidth changedAt
  controls(first: 100, orderBy: [{ field: POSITION }]) { nodes { code kind label x y width height required options binding formula } }
  publications(first: 10) { nodes { channel organization { code } } }`;
const templates = () =>
  mutationsOf(graph, {
    inputs: {
      formTemplateCreate: 'FormTemplateCreateInput',
      formTemplateNext: 'FormTemplateVersionInput',
      formTemplateEdit: 'FormTemplateEditInput',
      formTemplateFinish: 'FormTemplateStepInput',
      formTemplateRemove: 'FormTemplateStepInput',
      formTemplatePublish: 'FormTemplatePublishInput',
    },
    field: 'template',
    selection: SHOWN,
    as: 'admin',
  });
const kits = () =>
  mutationsOf(graph, {
    inputs: {
      formKitCreate: 'FormKitCreateInput',
      formKitNext: 'FormKitVersionInput',
      formKitRelationRemove: 'FormKitRelationRemoveInput',
      formKitFinish: 'FormKitStepInput',
      formKitRemove: 'FormKitStepInput',
      formKitPublish: 'FormKitPublishInput',
    },
    field: 'kit',
    selection: `id code number status relations(first: 20) { nodes { id kind from to formula } } parts(first: 10) { nodes { alias } }`,
    as: 'admin',
  });
const relations = () =>
  mutationsOf(graph, {
    inputs: { formKitRelationSave: 'FormKitRelationSaveInput' },
    field: 'relation',
    selection: 'id kind from to formula kit { status }',
    as: 'admin',
  });
const tests = () =>
  mutationsOf(graph, {
    inputs: { formTemplateTest: 'FormTemplateTestInput', formKitTest: 'FormKitTestInput' },
    field: 'test',
    selection: 'id passed problems actual testedBy template { status } kit { status }',
    as: 'admin',
  });

const TEXT = (code: string, more: object = {}) => ({ code, kind: 'TEXT', label: `Label ${code}`, ...more });
const NUMBER = (code: string, more: object = {}) => ({ ...TEXT(code, more), kind: 'NUMBER' });
const BILL = [
  TEXT('customer', { required: true, binding: 'Customer.code' }),
  NUMBER('price', { required: true, check: 'price > 0' }),
  NUMBER('count', { required: true }),
  NUMBER('total', { formula: 'price * count' }),
];
const make = (code: string, more: object = {}) =>
  templates().ok('formTemplateCreate', { code, name: `Form ${code}`, type: 'FORM', controls: BILL, ...more });
async function published(code: string, ways: object[], more: object = {}) {
  const { id } = await make(code, more);
  await templates().ok('formTemplateFinish', { templateId: id });
  await tests().ok('formTemplateTest', { templateId: id, ...SAMPLE });
  return publish(id, ways);
}
/** Publishes a template, and has somebody else approve it. */
async function publish(templateId: string, ways: object[]): Promise<Record<string, unknown> & { id: string }> {
  await templates().ok('formTemplatePublish', { templateId, ways });
  await approve(graph, templateId);
  const document = `query ($id: ID!) { formTemplate(id: $id) { ${SHOWN} } }`;
  return (await graph.query(document, { id: templateId })).data.formTemplate;
}
const SAMPLE = { values: { customer: 'C1', price: '1.10', count: 3 }, expected: { total: '3.3' } };
const controls = (node: Record<string, unknown>) => (node['controls'] as { nodes: Record<string, unknown>[] }).nodes;
async function print(id: string, values: object, overprint: boolean, as: As = 'admin') {
  const query =
    'query ($id: ID!, $values: JSON, $overprint: Boolean!) { svg: formTemplatePrint(templateId: $id, values: $values, overprint: $overprint) }';
  return graph.query(query, { id, values, overprint }, { as });
}

test('OPS-01 OPS-14 controls are placed by the layout or where they are put, in mm, on a version with name, number and owner', async () => {
  const two = await make('PLACED', { layout: 'TWO_COLUMNS', versionName: 'Spring' });
  expect(two).toMatchObject({
    number: 1,
    versionName: 'Spring',
    owner: 'tester',
    origin: 'LAYOUT',
    status: 'UNFINISHED',
  });
  const [first, second, third] = controls(two);
  expect([first!['y'], second!['y']]).toEqual([first!['y'], first!['y']]);
  expect(Number(second!['x'])).toBeGreaterThan(Number(first!['x']) + Number(first!['width']));
  expect(Number(third!['y'])).toBeGreaterThan(Number(first!['y']));
  const put = await make('PUT', { controls: [TEXT('a', { x: '12.5', y: '30', width: '40', height: '6' })] });
  expect(controls(put)[0]).toMatchObject({ x: '12.5', y: '30', width: '40', height: '6' });
  const refused = (control: object) =>
    templates().refused('formTemplateCreate', { code: 'BAD', name: 'Bad', type: 'FORM', controls: [control] });
  expect(await refused(TEXT('a', { x: '200', width: '40' }))).toEqual([['OFF_PAGE', 'input.controls.0']]);
  expect(await refused(TEXT('1'))).toEqual([['BAD_CODE', 'input.controls.0.code']]);
  expect(await refused(TEXT('a', { binding: 'Customer.nothing' }))).toEqual([
    ['UNKNOWN_FIELD', 'input.controls.0.binding'],
  ]);
  expect(await refused(NUMBER('a', { formula: 'b + 1' }))).toEqual([['RULE_UNKNOWN_NAME', 'input.controls.0.formula']]);
  expect(await refused(NUMBER('a', { formula: 'a + 1' }))).toEqual([['CYCLE', 'input.controls']]);
  const { data } = await graph.query('{ formTemplates(filter: { code: { eq: "BAD" } }) { totalCount } }');
  expect(data.formTemplates.totalCount).toBe(0);
});

test('OPS-02 a template is made from XML, from a noun of the graph and by copying', async () => {
  const xml =
    '<form><field code="name" label="名称" required="true" x="10" y="20" width="50" height="8"/><field code="kind" kind="CHOICE"><option>A</option><option>B</option></field></form>';
  const made = await make('XML', { controls: null, xml });
  expect(made['origin']).toBe('XML');
  expect(controls(made)).toMatchObject([
    { code: 'name', label: '名称', required: true, x: '10', width: '50' },
    { code: 'kind', kind: 'CHOICE', options: ['A', 'B'] },
  ]);
  const region = await make('NOUN', { controls: null, noun: 'Region' });
  expect(controls(region)).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'code', kind: 'TEXT', binding: 'Region.code' })]),
  );
  const copy = await make('COPY', { controls: null, copyOfId: made.id });
  expect(controls(copy)).toEqual(controls(made));
  const base = { code: 'NO', name: 'No', type: 'FORM' };
  expect(await templates().refused('formTemplateCreate', { ...base, xml: '<form>' })).toEqual([
    ['BAD_XML', 'input.xml'],
  ]);
  expect(await templates().refused('formTemplateCreate', { ...base, noun: 'Nothing' })).toEqual([
    ['UNKNOWN_NOUN', 'input.noun'],
  ]);
  expect(await templates().refused('formTemplateCreate', base)).toEqual([['ONE_SOURCE', 'input']]);
  expect(await templates().refused('formTemplateCreate', { ...base, code: 'COPY', xml })).toEqual([
    ['TAKEN', 'input.code'],
  ]);
});

test('OPS-03 OPS-06 OPS-12 what was tested is modified when it is edited, and a test that fails leaves it untested', async () => {
  const { id } = await make('EDITED');
  expect(await tests().refused('formTemplateTest', { templateId: id, ...SAMPLE })).toEqual([
    ['INVALID_TRANSITION', ''],
  ]);
  expect(await templates().ok('formTemplateFinish', { templateId: id })).toMatchObject({ status: 'FINISHED' });
  const passed = await tests().ok('formTemplateTest', { templateId: id, ...SAMPLE });
  expect(passed).toMatchObject({ passed: true, problems: [], testedBy: 'tester', template: { status: 'TESTED' } });
  expect(passed['actual']).toMatchObject({ total: '3.3' });
  const edited = await templates().ok('formTemplateEdit', {
    templateId: id,
    controls: BILL.map((each) => ({ ...each, formula: null })),
  });
  expect(edited).toMatchObject({ status: 'MODIFIED' });
  const failed = await tests().ok('formTemplateTest', { templateId: id, ...SAMPLE });
  expect(failed).toMatchObject({ passed: false, template: { status: 'FINISHED' } });
  expect(failed['problems']).toEqual(['total: 3.3 was expected, nothing came out']);
  const wrong = {
    values: { price: '-1', count: 'x' },
    expected: {},
    missing: ['customer', 'count'],
    contradictions: ['price', 'count'],
  };
  expect(await tests().ok('formTemplateTest', { templateId: id, ...wrong })).toMatchObject({ passed: true });
});

test('OPS-12 to look at nothing of what is calculated is no test', async () => {
  const { id } = await make('UNSEEN');
  await templates().ok('formTemplateFinish', { templateId: id });
  const blind = { templateId: id, values: SAMPLE.values, expected: {} };
  expect(await tests().refused('formTemplateTest', blind)).toEqual([['REQUIRED', 'input.expected']]);
  const { data } = await graph.query('query ($id: ID!) { formTemplate(id: $id) { status } }', { id });
  expect(data.formTemplate.status).toBe('FINISHED');
});

test('OPS-04 templates are found by their type', async () => {
  const { id } = await make('REPORT', { type: 'DOCUMENT' });
  const find = async (type: string) =>
    (await graph.query(`{ formTemplates(first: 100, filter: { type: { eq: ${type} } }) { nodes { id } } }`)).data
      .formTemplates.nodes;
  expect(await find('DOCUMENT')).toContainEqual({ id });
  expect(await find('FORM')).not.toContainEqual({ id });
});

test('OPS-05 OPS-08 a form is printed in mm with its labels, or only its values for pre-printed paper, and nothing breaks out', async () => {
  const { id } = await make('PRINTED', { pageWidth: '100', pageHeight: '80' });
  const values = { customer: '<script>&', price: '2', count: '4' };
  const whole = (await print(id, values, false)).data.svg as string;
  expect(whole).toContain('width="100mm" height="80mm" viewBox="0 0 100 80"');
  expect(whole).toContain('&lt;script&gt;&amp;');
  expect(whole).toContain('>8</text>');
  expect(whole).toContain('Label price');
  const over = (await print(id, values, true)).data.svg as string;
  expect(over).not.toContain('Label price');
  expect(over).not.toContain('<rect');
  expect(over).toContain('>8</text>');
});

test('OPS-07 a clerk makes no templates and does not see drafts, and nothing is written', async () => {
  const { id } = await make('DRAFT');
  const input = { code: 'CLERK', name: 'n', type: 'FORM', controls: BILL };
  const denied = await graph.query(templates().documents.formTemplateCreate, { input }, { as: clerk.as });
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const { data } = await graph.query(
    'query ($id: ID!) { formTemplate(id: $id) { id } formTemplates(filter: { code: { eq: "CLERK" } }) { totalCount } }',
    { id },
    { as: clerk.as },
  );
  expect(data).toEqual({ formTemplate: null, formTemplates: { totalCount: 0 } });
  expect(await templates().ok('formTemplateRemove', { templateId: id })).toMatchObject({ status: 'REMOVED' });
});

test('OPS-14 OPS-15 only what was tested is published, to units and channels, and the version before stays readable', async () => {
  const { id } = await make('ISSUED');
  expect(await templates().refused('formTemplatePublish', { templateId: id, ways: [{ channel: 'WEB' }] })).toEqual([
    ['NOT_TESTED', 'input.templateId'],
  ]);
  const unit = async (code: string) =>
    (await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })).data
      .internalOrganization.id;
  const elsewhere = await published('ELSEWHERE', [{ organizationId: await unit('H3201') }]);
  expect((await print(elsewhere.id, {}, false, clerk.as)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const here = await publish(elsewhere.id, [
    { organizationId: await unit('H4401') },
    { organizationId: await unit('H3201') },
  ]);
  expect((here['publications'] as { nodes: unknown[] }).nodes).toHaveLength(2);
  expect((await print(elsewhere.id, {}, false, clerk.as)).data.svg).toContain('<svg');
  expect(await templates().refused('formTemplateEdit', { templateId: here.id, controls: BILL })).toEqual([
    ['INVALID_TRANSITION', ''],
  ]);

  const next = await templates().ok('formTemplateNext', { templateId: here.id, versionName: 'Second' });
  expect(next).toMatchObject({ code: 'ELSEWHERE', number: 2, versionName: 'Second', status: 'UNFINISHED' });
  await templates().ok('formTemplateFinish', { templateId: next.id });
  await tests().ok('formTemplateTest', { templateId: next.id, ...SAMPLE });
  await publish(next.id, [{ channel: 'HALL' }]);
  const { data } = await graph.query(
    '{ formTemplates(first: 5, filter: { code: { eq: "ELSEWHERE" } }, orderBy: [{ field: NUMBER }]) { nodes { number status } } }',
    {},
    { as: clerk.as },
  );
  expect(data.formTemplates.nodes).toEqual([
    { number: 1, status: 'RETIRED' },
    { number: 2, status: 'PUBLISHED' },
  ]);
});

test('OPS-15 WFL-28 a template is given out when somebody else has approved what was tested, once, and not by who makes forms', async () => {
  const { id } = await make('EYES');
  await templates().ok('formTemplateFinish', { templateId: id });
  await tests().ok('formTemplateTest', { templateId: id, ...SAMPLE });
  const ways = [{ channel: 'WEB' }];
  const document =
    'mutation ($input: FormTemplatePublishInput!) { formTemplatePublish(input: $input) { held userErrors { code } template { status publications { totalCount } } } }';
  const ask = async () => (await graph.query(document, { input: { templateId: id, ways } })).data.formTemplatePublish;
  const state = async () => {
    const query = 'query ($id: ID!) { formTemplate(id: $id) { status publications { totalCount } } }';
    return (await graph.query(query, { id })).data.formTemplate;
  };
  const before = { status: 'TESTED', publications: { totalCount: 0 } };
  const asked = await Promise.all([ask(), ask()]);
  expect(asked.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'APPROVAL_PENDING' }]);
  expect(asked.find(({ held }) => held)).toMatchObject({ template: before });
  const approvalId = await openApproval(graph, id);
  const decide = (input: object, as: As) =>
    graph.query(
      'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code } } }',
      { input: { approvalId, approved: true, ...input } },
      { as },
    );
  const codes = async (input: object, as: As = SECOND) =>
    (await decide(input, as)).data.approvalDecide.userErrors.map(({ code }: { code: string }) => code);
  expect(await codes({}, 'admin')).toEqual(['OWN_WORK']);
  const designer = await hire(graph, 'F200', 'HQ', ['PROCESS_DESIGNER']);
  expect((await decide({}, designer.as)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await state()).toEqual(before);

  // What was edited since is not what was asked for.
  await templates().ok('formTemplateEdit', { templateId: id, controls: BILL });
  await tests().ok('formTemplateTest', { templateId: id, ...SAMPLE });
  expect(await codes({})).toEqual(['VERSION_CONFLICT']);
  expect(await codes({ approved: false, remark: 'again' })).toEqual([]);
  expect(await state()).toEqual(before);

  expect((await ask()).held).toBe(true);
  const manager = await hire(graph, 'F300', 'HQ', ['PROCESS_MANAGER']);
  const input = { approvalId: await openApproval(graph, id), approved: true };
  const answers = await Promise.all([codes(input), codes(input, manager.as), codes(input)]);
  expect(answers.filter((each) => each.length === 0)).toHaveLength(1);
  expect(await state()).toEqual({ status: 'PUBLISHED', publications: { totalCount: 1 } });
});

async function orderKit(code: string) {
  const order = await published(`${code}-O`, [{ channel: 'WEB' }]);
  const bill = await make(`${code}-B`, {
    controls: [
      TEXT('payer', { required: true }),
      NUMBER('sum', { required: true }),
      ...[NUMBER('paid'), TEXT('reason'), TEXT('grade')],
    ],
  });
  await templates().ok('formTemplateFinish', { templateId: bill.id });
  const kit = await kits().ok('formKitCreate', {
    ...{ code, name: `Kit ${code}`, business: 'Sale' },
    parts: [
      { templateId: order.id, alias: 'order' },
      { templateId: bill.id, alias: 'bill' },
    ],
  });
  const save = (input: object) => relations().ok('formKitRelationSave', { kitId: kit.id, ...input });
  await save({ kind: 'REDUNDANT', from: 'order.customer', to: 'bill.payer' });
  await save({ kind: 'CALCULATE', to: 'bill.sum', formula: 'order.total * 1.06' });
  await save({ kind: 'DERIVE', to: 'bill.grade', formula: 'if order.total > 100 then "BIG" else "SMALL"' });
  await save({ kind: 'CONDITION', to: 'bill.reason', formula: 'bill.paid < bill.sum' });
  await save({ kind: 'MATCH', to: 'bill.paid', formula: 'bill.paid <= bill.sum' });
  return { kit, bill, order };
}
const guide = async (id: string, values: object) =>
  (
    await graph.query(
      'query ($id: ID!, $values: JSON!) { formKitGuide(kitId: $id, values: $values) { values derived missing contradictions { field code } } }',
      { id, values },
    )
  ).data.formKitGuide;

test('OPS-09 OPS-11 values that are filled once go where they belong, formulas compute, and the guide says what is missing or wrong', async () => {
  const { kit } = await orderKit('GUIDE');
  const values = { 'order.customer': 'C1', 'order.price': '10', 'order.count': '2' };
  expect(await guide(kit.id, values)).toEqual({
    values: { ...values, 'order.total': '20', 'bill.payer': 'C1', 'bill.sum': '21.2', 'bill.grade': 'SMALL' },
    derived: expect.arrayContaining(['order.total', 'bill.payer', 'bill.sum', 'bill.grade']),
    missing: [],
    contradictions: [],
  });
  expect(await guide(kit.id, { ...values, 'bill.paid': '5' })).toMatchObject({
    missing: ['bill.reason'],
    contradictions: [],
  });
  const wrong = await guide(kit.id, {
    ...values,
    'bill.payer': 'C2',
    'bill.paid': '30',
    'bill.reason': 'r',
    'bill.sum': '21',
  });
  expect(wrong.contradictions).toEqual(
    expect.arrayContaining([
      { field: 'bill.payer', code: 'DIFFERENT' },
      { field: 'bill.sum', code: 'DIFFERENT' },
      { field: 'bill.paid', code: 'DIFFERENT' },
      { field: 'bill.reason', code: 'NOT_APPLICABLE' },
    ]),
  );
  expect((await guide(kit.id, {})).missing.sort()).toEqual([
    'bill.payer',
    'bill.sum',
    'order.count',
    'order.customer',
    'order.price',
  ]);
  const { data } = await graph.query(
    'query ($id: ID!) { formKitTopology(kitId: $id) { nodes { field } edges { kind from to } svg } }',
    { id: kit.id },
  );
  const { nodes, edges, svg } = data.formKitTopology;
  expect(nodes).toHaveLength(9);
  expect(edges).toEqual(
    expect.arrayContaining([
      { kind: 'REDUNDANT', from: 'order.customer', to: 'bill.payer' },
      { kind: 'CALCULATE', from: 'order.total', to: 'bill.sum' },
      { kind: 'FORMULA', from: 'order.price', to: 'order.total' },
    ]),
  );
  expect(svg).toContain('data-field="bill.sum"');
});

test('OPS-09 OPS-10 relations are checked when they are saved, changed and removed', async () => {
  const { kit } = await orderKit('CHECKED');
  const refused = (input: object) => relations().refused('formKitRelationSave', { kitId: kit.id, ...input });
  expect(await refused({ kind: 'CALCULATE', to: 'bill.none', formula: '1' })).toEqual([['UNKNOWN_FIELD', 'input.to']]);
  expect(await refused({ kind: 'CALCULATE', to: 'bill.paid', formula: 'order.none' })).toEqual([
    ['RULE_UNKNOWN_NAME', 'input.formula'],
  ]);
  expect(await refused({ kind: 'DERIVE', to: 'bill.paid' })).toEqual([['REQUIRED', 'input.formula']]);
  expect(await refused({ kind: 'CALCULATE', to: 'order.price', formula: 'bill.sum / 2' })).toEqual([
    ['CYCLE', 'input.to'],
  ]);
  const saved = await relations().ok('formKitRelationSave', {
    kitId: kit.id,
    kind: 'CALCULATE',
    to: 'bill.paid',
    formula: 'bill.sum',
  });
  const changed = await relations().ok('formKitRelationSave', {
    ...{ kitId: kit.id, relationId: saved.id },
    ...{ kind: 'CALCULATE', to: 'bill.paid', formula: 'bill.sum / 2' },
  });
  expect(changed).toMatchObject({ id: saved.id, formula: 'bill.sum / 2' });
  const after = await kits().ok('formKitRelationRemove', { relationId: saved.id });
  expect((after['relations'] as { nodes: unknown[] }).nodes).toHaveLength(5);
});

test('OPS-07 OPS-09 what is part of a kit is not removed while the kit is there', async () => {
  const { kit, bill } = await orderKit('PARTS');
  expect(await templates().refused('formTemplateRemove', { templateId: bill.id })).toEqual([
    ['IN_USE', 'input.templateId'],
  ]);
  await kits().ok('formKitRemove', { kitId: kit.id });
  await templates().ok('formTemplateRemove', { templateId: bill.id });
  const parts = [{ alias: 'bill', templateId: bill.id }];
  expect(await kits().refused('formKitCreate', { code: 'LATE', name: 'Late', business: 'Orders', parts })).toEqual([
    ['NOT_ACTIVE', 'input.parts.0.templateId'],
  ]);
});

test('OPS-06 OPS-13 OPS-15 a kit is tested as a whole, and published only while its templates are what was tested', async () => {
  const { kit, bill } = await orderKit('TESTED');
  const ways = [{ channel: 'WEB' }];
  await kits().ok('formKitFinish', { kitId: kit.id });
  const sample = {
    values: { 'order.customer': 'C', 'order.price': '1', 'order.count': '1' },
    expected: { 'bill.sum': '1.06' },
  };
  expect(await kits().refused('formKitPublish', { kitId: kit.id, ways })).toEqual([['NOT_TESTED', 'input.kitId']]);
  const failed = await tests().ok('formKitTest', { kitId: kit.id, ...sample, expected: { 'bill.sum': '2' } });
  expect(failed).toMatchObject({ passed: false, kit: { status: 'FINISHED' } });
  expect(await tests().ok('formKitTest', { kitId: kit.id, ...sample })).toMatchObject({
    passed: true,
    kit: { status: 'TESTED' },
  });
  // The bill was finished, and its own test is still to come.
  expect(await kits().refused('formKitPublish', { kitId: kit.id, ways })).toEqual([['NOT_TESTED', 'input.kitId']]);
  const own = { values: { payer: 'C', sum: '1' }, expected: { sum: '1' } };
  expect(await tests().ok('formTemplateTest', { templateId: bill.id, ...own })).toMatchObject({ passed: true });
  expect(await kits().ok('formKitPublish', { kitId: kit.id, ways })).toMatchObject({ status: 'TESTED' });
  // What is refused names fields of who asked, and none of who decides.
  await templates().ok('formTemplateEdit', {
    templateId: bill.id,
    controls: [TEXT('payer', { required: true }), NUMBER('sum', { required: true }), TEXT('reason'), TEXT('grade')],
  });
  const decide = async (decision: object) => {
    const document =
      'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code path } } }';
    const input = { approvalId: await openApproval(graph, kit.id), ...decision };
    return (await graph.query(document, { input }, { as: SECOND })).data.approvalDecide.userErrors;
  };
  expect(await decide({ approved: true })).toEqual([{ code: 'NOT_TESTED', path: [] }]);
  expect(await decide({ approved: false, remark: 'test it' })).toEqual([]);
  await templates().ok('formTemplateFinish', { templateId: bill.id });
  await tests().ok('formTemplateTest', { templateId: bill.id, ...own });
  await tests().ok('formKitTest', { kitId: kit.id, ...sample });
  expect(await kits().ok('formKitPublish', { kitId: kit.id, ways })).toMatchObject({ status: 'TESTED' });
  await approve(graph, kit.id);
  const { data } = await graph.query('query ($id: ID!) { formKit(id: $id) { status } }', { id: kit.id });
  expect(data.formKit.status).toBe('PUBLISHED');
  const next = await kits().ok('formKitNext', { kitId: kit.id, versionName: 'Second' });
  expect(next).toMatchObject({ number: 2, status: 'UNFINISHED' });
  expect((next['relations'] as { nodes: unknown[] }).nodes).toHaveLength(5);
});
