import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { variableDesk, type VariableDesk } from '../../testing/condition-variables.js';
import type { As } from '../../testing/graph.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, versionMutations } from '../../testing/processes.js';

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let variables: VariableDesk;
let versions: ReturnType<typeof versionMutations>;
const regions = new Map<string, string>();
beforeAll(async () => {
  world = await openProcessWorld();
  graph = world.graph;
  variables = variableDesk(graph, world.desk.headquarters.as);
  versions = versionMutations(graph, 'admin');
  const { data } = await graph.query('{ regions(first: 100) { nodes { id code } } }');
  for (const { id, code } of data.regions.nodes) regions.set(code, id);
});
afterAll(() => world?.graph.close());

const CUSTOMER = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path } customer { id accounts(first: 1) { nodes { id } } } } }`;
/** A customer of Guangzhou with one account. */
async function customerWith(characteristics: object): Promise<{ id: string; account: string }> {
  const input = { regionId: regions.get('4401'), individual: { name: 'Alice Chan' }, characteristics };
  const { customer, userErrors } = (await graph.query(CUSTOMER, { input })).data.customerCreate;
  expect(userErrors).toEqual([]);
  return { id: customer.id, account: customer.accounts.nodes[0].id };
}
/** The template on which a process starts by hand, or why none does. */
async function started(objectId: string, more: object = {}, as?: As) {
  const input = { objectId, again: true, ...more };
  const { node, userErrors } = await world.instances.run('processInstanceStart', input, as);
  return node ? (node['template'] as { code: string }).code : userErrors;
}
const whyNot = async (objectId: string, code: string, as?: As) => {
  const errors = await started(objectId, {}, as);
  const [{ details }] = errors as unknown as [{ details: { templates: { code: string; missing: string[] }[] } }];
  return details.templates.find((each) => each.code === code)!.missing;
};
const CHOICE = `query ($objectId: ID!, $byHand: Boolean! = true, $variables: JSON, $handlingGrade: String) {
  processTemplateChoice(objectId: $objectId, byHand: $byHand, variables: $variables, handlingGrade: $handlingGrade) {
    templateId candidates { templateId code versionId number verdict conditions missing } } }`;
const choice = (asked: object, as?: As) => graph.query(CHOICE, asked, as ? { as } : undefined);
/** What becomes of each template of the tests, by its code. */
async function verdicts(asked: object, as?: As): Promise<Record<string, [string, string[], string[]]>> {
  const { data, errors } = await choice(asked, as);
  expect(errors).toBeUndefined();
  return Object.fromEntries(
    data.processTemplateChoice.candidates.map(
      (each: { code: string; verdict: string; conditions: string[]; missing: string[] }) => [
        each.code,
        [each.verdict, each.conditions, each.missing],
      ],
    ),
  );
}
const instances = () => world.count('process_instance');
const templateId = async (code: string): Promise<string> =>
  (await graph.query('query ($code: String!) { processTemplate(code: $code) { id } }', { code })).data.processTemplate
    .id;

describe('a value of a condition', () => {
  const characteristic = (code: string, resolver: string, objectTypes: string[], more: object = {}) => ({
    ...{ code, name: code, type: 'NUMBER', resolverKind: 'CHARACTERISTIC', resolver, objectTypes },
    ...more,
  });

  test('WFL-06 is a characteristic of the object, or of what it refers to, by its type', async () => {
    const text = { type: 'ENUMERATION', allowedValues: ['S', 'L'] };
    await variables.publish(characteristic('seats', 'seats', ['Customer']));
    await variables.publish(characteristic('sizeClass', 'size.class', ['Customer'], text));
    await variables.publish(characteristic('ownerSeats', 'owner.seats', ['Account']));
    await variables.publish(characteristic('ownerClass', 'owner.size.class', ['Account'], text));
    await world.desk.publish('MANY-SEATS', line('a'), {
      ...{ objectType: 'Customer', applicability: 'seats > 10 and sizeClass = "L"' },
    });
    await world.desk.publish('SEATS-OF-OWNER', line('a'), {
      ...{ objectType: 'Account', applicability: 'ownerSeats > 10 and ownerClass = "L"' },
    });
    const many = await customerWith({ seats: 20, 'size.class': 'L' });
    expect(await started(many.id)).toBe('MANY-SEATS');
    expect(await started(many.account)).toBe('SEATS-OF-OWNER');
    const few = await customerWith({ seats: 10, 'size.class': 'L' });
    expect([await whyNot(few.id, 'MANY-SEATS'), await whyNot(few.account, 'SEATS-OF-OWNER')]).toEqual([[], []]);
    // What it lacks, or has as a value of another type, it has not.
    const strange = await customerWith({ seats: 'many', 'size.class': 'XL' });
    expect(await whyNot(strange.id, 'MANY-SEATS')).toEqual(['seats', 'sizeClass']);
    const without = await customerWith({});
    expect(await whyNot(without.account, 'SEATS-OF-OWNER')).toEqual(['ownerClass', 'ownerSeats']);
  });

  test('WFL-06 is not told to those who may not see what it is read from', async () => {
    const { account } = await customerWith({ seats: 3, 'size.class': 'L' });
    const { as } = world.desk.designer;
    expect(await whyNot(account, 'SEATS-OF-OWNER', as)).toEqual([]);
    expect((await verdicts({ objectId: account }, as))['SEATS-OF-OWNER']).toEqual([
      ...['CONDITION_FAILED', ['ownerSeats > 10'], []],
    ]);
    await graph.database.pool.query(
      `update "customer" set "region_id" = (select "id" from "region" where "code" = '5101')
        where "id" = (select "owner_id" from "account" order by "created_at" desc limit 1)`,
    );
    const hidden = ['CONDITION_FAILED', ['ownerSeats > 10', 'ownerClass = "L"'], ['ownerClass', 'ownerSeats']];
    expect(await whyNot(account, 'SEATS-OF-OWNER', as)).toEqual(['ownerClass', 'ownerSeats']);
    expect((await verdicts({ objectId: account }, as))['SEATS-OF-OWNER']).toEqual(hidden);
    expect(await whyNot(account, 'SEATS-OF-OWNER')).toEqual([]);
  });

  test('WFL-06 is found as configured also for a name that starts give, unless the start gives it', async () => {
    const input = {
      ...{ code: 'customerType', name: 'Market group', type: 'STRING', objectTypes: ['Customer'] },
      ...{ resolverKind: 'CHARACTERISTIC', resolver: 'group' },
    };
    await world.desk.publish('BY-GROUP', line('a'), {
      ...{ objectType: 'Customer', applicability: 'customerType = "BIG" and seats = 1' },
    });
    const big = await customerWith({ group: 'BIG', seats: 1 });
    const small = await customerWith({ group: 'SMALL', seats: 1 });
    expect(await whyNot(big.id, 'BY-GROUP')).toEqual(['customerType']);
    const { userErrors } = await variables.run('applicabilityVariableSave', { ...input, type: 'NUMBER' });
    expect(userErrors).toMatchObject([{ code: 'WRONG_TYPE', path: ['input', 'type'] }]);
    const variableId = await variables.publish(input);
    expect(await started(big.id)).toBe('BY-GROUP');
    expect(await whyNot(small.id, 'BY-GROUP')).toEqual([]);
    expect(await started(small.id, { variables: { customerType: 'BIG' } })).toBe('BY-GROUP');
    expect((await verdicts({ objectId: big.id, variables: { customerType: 'SMALL' } }))['BY-GROUP']![0]).toBe(
      'CONDITION_FAILED',
    );
    const used = await variables.run('applicabilityVariableRetire', { variableId, reason: 'test' });
    expect(used.userErrors).toMatchObject([{ code: 'IN_USE', path: ['input', 'variableId'] }]);
  });

  test('WFL-06 compares what an object does not refer to with null', async () => {
    await variables.publish({
      ...{ code: 'isRoot', name: 'Root', type: 'BOOLEAN', objectTypes: ['Region'], resolverKind: 'EXPRESSION' },
      resolver: 'object.parent = null or object.parent.code = ""',
    });
    await world.desk.publish('OF-ROOT', line('a'), { objectType: 'Region', applicability: 'isRoot' });
    expect(await started(regions.get('86')!)).toBe('OF-ROOT');
    expect(await whyNot(regions.get('44')!, 'OF-ROOT')).toEqual([]);
  });

  test('WFL-06 WFL-16 that is handed over gives the handling grade, and stays no variable of the process', async () => {
    await variables.publish({
      ...{ code: 'urgency', name: 'Urgency', type: 'STRING', resolverKind: 'GIVEN', objectTypes: ['Region'] },
    });
    await world.desk.publish('BY-URGENCY', line('a'), {
      ...{ objectType: 'Region', priority: 50, applicability: 'urgency = "HIGH"' },
      gradeRule: 'if urgency = "HIGH" then "FAST" else null',
    });
    const given = { objectId: regions.get('4401'), again: true, variables: { urgency: 'HIGH' } };
    for (const named of [{}, { templateId: await templateId('BY-URGENCY') }])
      expect(await world.instances.ok('processInstanceStart', { ...given, ...named })).toMatchObject({
        ...{ template: { code: 'BY-URGENCY' }, handlingGrade: 'FAST', variables: {} },
      });
  });

  test('WFL-06 is looked for only when a template names it: else a start does not touch what is configured', async () => {
    await world.desk.publish('UNCONFIGURED', line('a'), {
      ...{ objectType: 'Employee', applicability: 'handlingGrade = "VIP"', gradeRule: 'region' },
    });
    const holder = await graph.database.pool.connect();
    await holder.query('begin');
    await holder.query('lock table "applicability_variable" in access exclusive mode');
    try {
      expect(await started(world.desk.second.id, { handlingGrade: 'VIP' })).toBe('UNCONFIGURED');
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  });
});

describe('the choice of a template', () => {
  test('WFL-05 WFL-06 WFL-35 is told with why each other one was not picked, as a start picks it', async () => {
    const of = (code: string, more: object = {}) =>
      world.desk.publish(code, line('a'), { objectType: 'Employee', priority: 5, ...more });
    await of('EARLIER', { applicability: 'channel = "WEB"' });
    await of('LATER', { applicability: 'channel = "WEB"' });
    await of('PLAIN');
    await of('MINOR', { priority: 4, applicability: 'channel = "WEB" and amount > 1' });
    await of('OTHER', { priority: 9, applicability: 'channel = "HALL" and amount > 1 and severity = "HIGH"' });
    await versions.ok('processTemplateCreate', { code: 'UNDONE', name: 'Undone', objectType: 'Employee' });
    const objectId = world.desk.second.id;
    const given = { variables: { channel: 'WEB', amount: 2 } };
    const before = await instances();
    expect(await verdicts({ objectId, ...given })).toMatchObject({
      LATER: ['PICKED', [], []],
      EARLIER: ['PUBLISHED_EARLIER', [], []],
      PLAIN: ['LESS_SPECIFIC', [], []],
      MINOR: ['LOWER_PRIORITY', [], []],
      OTHER: ['CONDITION_FAILED', ['channel = "HALL"', 'severity = "HIGH"'], ['severity']],
      UNDONE: ['NOT_PUBLISHED', [], []],
    });
    expect((await choice({ objectId, ...given })).data.processTemplateChoice.templateId).toBe(
      await templateId('LATER'),
    );
    expect(await instances()).toBe(before);
    // A start by hand picks the same; what served to pick it is no variable of the process.
    expect(await started(objectId, given)).toBe('LATER');
    expect(await started(objectId, { variables: { colour: 'RED' } })).toEqual([
      expect.objectContaining({ code: 'UNKNOWN_VALUE', path: ['input', 'variables', 'colour'] }),
    ]);
    expect((await verdicts({ objectId }))['PLAIN']).toEqual(['PICKED', [], []]);
    expect(await started(objectId)).toBe('PLAIN');
  });

  test('WFL-06 is told to those who write templates or dispatch, about what they see, and to nobody else', async () => {
    const objectId = regions.get('4401');
    const codes = async (asked: object, as: As) =>
      (await choice(asked, as)).errors?.map(({ extensions }) => extensions['code']);
    expect(await codes({ objectId }, world.clerk.as)).toEqual(['FORBIDDEN']);
    expect(await codes({ objectId }, world.desk.designer.as)).toBeUndefined();
    const { account } = await customerWith({});
    await graph.database.pool.query(
      `update "account" set "region_id" = (select "id" from "region" where "code" = '5101')
        where "created_at" = (select max("created_at") from "account")`,
    );
    expect(await codes({ objectId: account }, world.desk.designer.as)).toEqual(['NOT_FOUND']);
    expect(await codes({ objectId: 'nothing' }, world.desk.designer.as)).toEqual(['NOT_FOUND']);
    expect(await codes({ objectId, variables: [] }, world.desk.designer.as)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a template for other objects', () => {
  test('WFL-35 WFL-38 is not started by hand, nor takes over; nothing is written', async () => {
    await world.desk.publish('OF-ORDERS', line('a'), { objectType: 'Order' });
    await world.desk.publish('OF-ANYTHING', line('a'));
    const objectId = regions.get('4401');
    const before = await instances();
    const input = { objectId, templateId: await templateId('OF-ORDERS') };
    expect(await world.instances.refused('processInstanceStart', input)).toEqual([
      ['TEMPLATE_UNFIT', 'input.templateId'],
    ]);
    const { id: testVersionId } = await versions.ok('processTemplateCreate', {
      ...{ code: 'ORDERS-IN-TEST', name: 'Test', objectType: 'Order', definition: line('a') },
    });
    await versions.ok('processVersionTest', { versionId: testVersionId });
    expect(await world.instances.refused('processInstanceStart', { objectId, testVersionId })).toEqual([
      ['TEMPLATE_UNFIT', 'input.testVersionId'],
    ]);
    expect(await instances()).toBe(before);

    const running = await world.start('OF-ANYTHING', { objectId });
    const tokenId = running.tokens.nodes.find(({ status }) => status === 'ACTIVE')!.id;
    const over = { tokenId, templateId: input.templateId, reason: 'Wrong.' };
    expect(await world.instances.refused('processInstanceHandOver', over)).toEqual([
      ['TEMPLATE_UNFIT', 'input.templateId'],
    ]);
    expect(await world.see(running.id)).toEqual(running);
    expect(await instances()).toBe(before + 1);
  });
});

describe('a new template', () => {
  test('WFL-01 has a code of its own, also when several take it at the same moment', async () => {
    for (let round = 0; round < 3; round++) {
      const input = { code: `TWICE-${round}`, name: 'Twice', definition: line('a') };
      const answers = await Promise.all([1, 2, 3, 4].map(() => versions.run('processTemplateCreate', input)));
      const faults = answers.flatMap(({ userErrors }) => userErrors.map(({ code, path }) => [code, path.join('.')]));
      expect(faults).toEqual([1, 2, 3].map(() => ['CODE_TAKEN', 'input.code']));
    }
  });
});
