import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProcess } from '../../kernel/process/index.js';
import { variableDesk, type VariableDesk } from '../../testing/condition-variables.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { line, versionMutations } from '../../testing/processes.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';

const author = { sub: 'P110', role: 'staff' } as const;

let world: ProcessWorld;
let graph: ProcessWorld['graph'];
let variables: VariableDesk;
let versions: ReturnType<typeof versionMutations>;
const regions = new Map<string, string>();
beforeAll(async () => {
  world = await openProcessWorld();
  graph = world.graph;
  variables = variableDesk(graph, author);
  versions = versionMutations(graph, 'admin');
  const { data } = await graph.query('{ regions(first: 100) { nodes { id code } } }');
  for (const { id, code } of data.regions.nodes) regions.set(code, id);
});
afterAll(() => world?.graph.close());

const path = (code: string, resolver: string, more: object = {}) => ({
  ...{ code, name: code, type: 'STRING', objectTypes: ['Region'], resolverKind: 'PATH', resolver },
  ...more,
});
const save = (input: object) => variables.ok('applicabilityVariableSave', input);
const refused = (input: object) => variables.refused('applicabilityVariableSave', input);
const publishVariable = (input: object) => variables.publish(input);
const statusOf = async (code: string) =>
  (
    await graph.query(
      'query ($code: String!) { applicabilityVariable(code: $code) { status type version allowedValues } }',
      { code },
    )
  ).data.applicabilityVariable;
/** Everything that the tests could have written. */
const written = async () =>
  (
    await graph.database.pool.query(
      `select (select count(*) from "applicability_variable") "variables", (select count(*) from "approval") "approvals",
        (select count(*) from "history_entry" where "type" not like 'knowledge.%') "entries", (select sum("version") from "applicability_variable") "versions"`,
    )
  ).rows[0];
async function writesNothing<T>(doing: () => Promise<T>): Promise<T> {
  const before = await written();
  const done = await doing();
  expect(await written()).toEqual(before);
  return done;
}
const draft = (code: string, objectType = 'Region') =>
  versions.ok('processTemplateCreate', { code, name: code, objectType, definition: line('a') });
const condition = async (versionId: string, applicability: string) =>
  versions.refused('processVersionEdit', { versionId, applicability });
/** The template that is chosen for a region, or why none is. */
async function chosenFor(code: string, given: object = {}) {
  const objectId = regions.get(code)!;
  const { node, userErrors } = await world.instances.run('processInstanceStart', { objectId, again: true, ...given });
  return node ? (node['template'] as { code: string }).code : userErrors;
}

describe('a variable of conditions', () => {
  test('WFL-06 is written, approved by somebody else, and then chooses templates by what it finds in the object', async () => {
    const { id, status } = await save(path('parentCode', 'parent.code'));
    expect(status).toBe('DRAFT');
    const version = await draft('OF-PROVINCE');
    // No condition names what nobody has approved, and its author does not approve it.
    expect(await condition(version.id, 'parentCode = "44"')).toEqual([['RULE_UNKNOWN_NAME', 'input.applicability']]);
    const approvalId = await openApproval(graph, id);
    const decide = async () =>
      (
        await graph.query(
          'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code } } }',
          { input: { approvalId, approved: true } },
          { as: author },
        )
      ).data.approvalDecide.userErrors;
    expect(await decide()).toEqual([{ code: 'OWN_WORK' }]);
    expect((await statusOf('parentCode')).status).toBe('DRAFT');
    await approve(graph, id);
    expect((await statusOf('parentCode')).status).toBe('PUBLISHED');

    await world.desk.publish('OF-GUANGDONG', line('a'), {
      objectType: 'Region',
      applicability: 'parentCode = "44" and handlingGrade = "VIP"',
    });
    expect(await chosenFor('4401', { handlingGrade: 'VIP' })).toBe('OF-GUANGDONG');
    // Not for another object, and the reason is told with what has no value.
    expect(await chosenFor('86', { handlingGrade: 'VIP' })).toEqual([
      expect.objectContaining({
        code: 'NO_TEMPLATE',
        details: expect.objectContaining({
          templates: [{ code: 'OF-GUANGDONG', number: 1, conditions: ['parentCode = "44"'], missing: ['parentCode'] }],
        }),
      }),
    ]);
    const { data } = await graph.query(
      'query ($id: ID!) { applicabilityVariable(id: $id) { history(first: 9) { nodes { type } } } }',
      { id },
    );
    expect(data.applicabilityVariable.history.nodes.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['applicability-variable.created']),
    );
  });

  test('WFL-06 WFL-39 tells a dispatcher why no template was picked', async () => {
    const objectId = regions.get('86')!;
    const started = await graph.database.write(graph.database.systemContext('test'), (tx) =>
      startProcess(tx, { objectType: 'Region', objectId, ownTemplatesOnly: true, toDispatcher: true, fresh: true }),
    );
    const { rows } = await graph.database.pool.query(
      'select "exception_code", "exception_message" from "process_instance" where "id" = $1',
      [started!.instanceId],
    );
    expect(rows[0].exception_code).toBe('NO_TEMPLATE');
    expect(rows[0].exception_message).toContain(
      'OF-GUANGDONG 1: not parentCode = "44"; handlingGrade = "VIP" (without a value: handlingGrade, parentCode).',
    );
  });

  test('WFL-06 gets its value from FEEL over the object, or from whoever starts the process, by its type', async () => {
    await publishVariable({
      ...{ code: 'depth', name: 'Depth', type: 'NUMBER', objectTypes: ['Region'], resolverKind: 'EXPRESSION' },
      resolver: 'if object.parent = null then 0 else string length(object.parent.code)',
    });
    await publishVariable({ code: 'dueDay', name: 'Due', type: 'DATE', resolverKind: 'GIVEN' });
    await publishVariable({
      ...{ code: 'tone', name: 'Tone', type: 'ENUMERATION', allowedValues: ['CALM', 'LOUD'], resolverKind: 'GIVEN' },
    });
    await publishVariable({ code: 'tags', name: 'Tags', type: 'LIST', resolverKind: 'GIVEN', resolver: 'labels' });
    await world.desk.publish('BY-ALL', line('a'), {
      ...{ objectType: 'Region', priority: 9 },
      applicability:
        'depth > 1 and dueDay < date("2030-01-01") and tone = "LOUD" and list contains(tags, "a") and handlingGrade = "ALL"',
    });
    const given = { dueDay: '2029-12-31', tone: 'LOUD', labels: ['a', 'b'] };
    const start = (more: object) => chosenFor('4401', { handlingGrade: 'ALL', variables: { ...given, ...more } });
    expect(await start({})).toBe('BY-ALL');
    for (const [more, missing] of [
      [{ dueDay: '2030-01-01' }, []],
      [{ dueDay: 3 }, ['dueDay']],
      // A value that the enumeration does not have is none.
      [{ tone: 'SHRILL' }, ['tone']],
      [{ labels: 'a' }, ['tags']],
    ] as const) {
      const [{ code, details }] = (await start(more)) as never as [{ code: string; details: never }];
      expect(code).toBe('NO_TEMPLATE');
      expect((details as { templates: object[] }).templates).toContainEqual(
        expect.objectContaining({ code: 'BY-ALL', missing }),
      );
    }
    // Nothing but what was to be handed over is let through.
    expect(await start({ other: 1 })).toEqual([expect.objectContaining({ code: 'UNKNOWN_VALUE' })]);
  });

  test('WFL-06 WFL-16 gives the handling grade, too', async () => {
    await publishVariable(path('ownCode', 'code'));
    await world.desk.publish('GRADED', line('a'), {
      ...{
        objectType: 'Region',
        applicability: 'variables.graded',
        gradeRule: 'if ownCode = "4401" then "NEAR" else null',
      },
    });
    const { data } = await graph.query('{ processTemplate(code: "GRADED") { id } }');
    const input = { templateId: data.processTemplate.id, objectId: regions.get('4401') };
    const started = await world.instances.ok('processInstanceStart', input);
    const { rows } = await graph.database.pool.query(
      'select "handling_grade" from "process_instance" where "instance_no" = $1',
      [started['instanceNo']],
    );
    expect(rows).toEqual([{ handling_grade: 'NEAR' }]);
  });

  test('WFL-06 WFL-07 is compared by its type, and with values that it can have; nothing is written else', async () => {
    await publishVariable(path('regionKind', 'kind', { type: 'ENUMERATION', allowedValues: ['CITY', 'PROVINCE'] }));
    await publishVariable({ ...path('ofOrder', 'orderNo'), objectTypes: ['Order'] });
    const { id } = await draft('TYPED');
    const faulty = (text: string) => writesNothing(() => condition(id, text));
    expect(await faulty('depth = "deep"')).toEqual([['RULE_TYPE', 'input.applicability']]);
    expect(await faulty('dueDay > 3')).toEqual([['RULE_TYPE', 'input.applicability']]);
    expect(await faulty('regionKind = "CITYY"')).toEqual([['RULE_VALUE', 'input.applicability']]);
    expect(await faulty('regionKind in ("CITY", "TOWN")')).toEqual([['RULE_VALUE', 'input.applicability']]);
    // A variable is for objects of its kinds only, and for templates of all kinds when it is for all.
    expect(await faulty('ofOrder = "1"')).toEqual([['RULE_UNKNOWN_NAME', 'input.applicability']]);
    await versions.ok('processVersionEdit', { versionId: id, applicability: 'regionKind in ("CITY", "PROVINCE")' });
    const any = await draft('TYPED-ANY', 'ANY');
    expect(await condition(any.id, 'depth > 1')).toEqual([['RULE_UNKNOWN_NAME', 'input.applicability']]);
    await versions.ok('processVersionEdit', { versionId: any.id, applicability: 'tone = "CALM"' });
  });

  test('WFL-06 is refused with the field that is wrong, and nothing is written', async () => {
    const wrong = (input: object) => writesNothing(() => refused(input));
    const one = { code: 'wrong', name: 'Wrong', type: 'STRING', resolverKind: 'EXPRESSION', objectTypes: ['Region'] };
    expect(await wrong({ ...one, resolver: 'object.code +' })).toEqual([['RULE_SYNTAX', 'input.resolver']]);
    expect(await wrong({ ...one, resolver: 'object.colour' })).toEqual([['RULE_UNKNOWN_NAME', 'input.resolver']]);
    expect(await wrong({ ...one, resolver: 'region.code.x + other' })).toContainEqual([
      ...['RULE_UNKNOWN_NAME', 'input.resolver'],
    ]);
    expect(await wrong({ ...one, resolver: '1 + 2' })).toEqual([['RULE_TYPE', 'input.resolver']]);
    expect(await wrong(path('wrong', 'colour'))).toEqual([['PATH_UNKNOWN', 'input.resolver']]);
    expect(await wrong(path('wrong', 'parent'))).toEqual([['WRONG_TYPE', 'input.resolver']]);
    expect(await wrong(path('wrong', 'code', { type: 'NUMBER' }))).toEqual([['WRONG_TYPE', 'input.resolver']]);
    expect(await wrong(path('wrong', 'code', { objectTypes: [] }))).toEqual([['REQUIRED', 'input.objectTypes']]);
    expect(await wrong(path('wrong', 'code', { objectTypes: ['Region', 'Rgion'] }))).toEqual([
      ['UNKNOWN_VALUE', 'input.objectTypes.1'],
    ]);
    // What a policy hides from some of those who see the row is no part of it.
    const hidden = { ...path('wrong', 'value'), objectTypes: ['ContactMedium'] };
    expect(await wrong(hidden)).toEqual([['PATH_UNKNOWN', 'input.resolver']]);
    expect(await wrong({ ...path('wrong', 'bandwidth'), resolverKind: 'CHARACTERISTIC' })).toEqual([
      ['PATH_UNKNOWN', 'input.resolver'],
    ]);
    expect(await wrong(path('wrong', 'kind', { type: 'ENUMERATION' }))).toEqual([['REQUIRED', 'input.allowedValues']]);
    expect(await wrong(path('wrong', 'code', { allowedValues: ['A'] }))).toEqual([
      ['CONTRADICTORY', 'input.allowedValues'],
    ]);
    for (const code of ['objectType', 'object', 'count', 'and', 'null'])
      expect([code, await wrong(path(code, 'code'))]).toEqual([code, [['CODE_TAKEN', 'input.code']]]);
    expect(await wrong(path('parentCode', 'code'))).toEqual([['CODE_TAKEN', 'input.code']]);
    expect(await wrong(path('two words', 'code'))).toEqual([['BAD_VALUE', 'input.code']]);
    const clerk = { sub: 'nobody', role: 'customer' } as never;
    const { data, errors } = await writesNothing(() =>
      graph.query(variables.documents.applicabilityVariableSave, { input: path('wrong', 'code') }, { as: clerk }),
    );
    expect(data ?? null).toBeNull();
    expect(errors).toBeDefined();
  });

  test('WFL-06 that a published template names is neither taken away nor retyped, but may be found otherwise', async () => {
    const id = (await graph.query('{ applicabilityVariable(code: "depth") { id } }')).data.applicabilityVariable.id;
    const change = (input: object) => writesNothing(() => refused({ variableId: id, ...input }));
    const retire = { variableId: id, reason: 'Not wanted.' };
    expect(await writesNothing(() => variables.refused('applicabilityVariableRetire', retire))).toEqual([
      ['IN_USE', 'input.variableId'],
    ]);
    const { userErrors } = await variables.run('applicabilityVariableRetire', retire);
    expect(userErrors[0]!.details).toEqual({ templates: [{ code: 'BY-ALL', number: 1 }] });
    const asText = { type: 'STRING', resolver: 'object.code' };
    expect(await change(asText)).toEqual([['IN_USE', 'input.type']]);
    const ofOrders = { objectTypes: ['Order'], resolver: 'object.priority' };
    expect(await change(ofOrders)).toEqual([['IN_USE', 'input.objectTypes']]);
    const tone = (await graph.query('{ applicabilityVariable(code: "tone") { id } }')).data.applicabilityVariable.id;
    expect(await writesNothing(() => refused({ variableId: tone, allowedValues: ['CALM'] }))).toEqual([
      ['IN_USE', 'input.allowedValues'],
    ]);
    expect(await change({ name: 'x', expectedVersion: 9 })).toEqual([['VERSION_CONFLICT', 'input.expectedVersion']]);

    // Another way to find it is held until somebody else has approved it.
    await save({ variableId: id, resolver: '1' });
    expect((await statusOf('depth')).version).toBe(1);
    expect(
      await chosenFor('4401', {
        handlingGrade: 'ALL',
        variables: { tone: 'LOUD', labels: ['a'], dueDay: '2026-01-01' },
      }),
    ).toBe('BY-ALL');
    await approve(graph, id, SECOND);
    expect((await statusOf('depth')).version).toBe(2);
    expect(
      await chosenFor('4401', {
        handlingGrade: 'ALL',
        variables: { tone: 'LOUD', labels: ['a'], dueDay: '2026-01-01' },
      }),
    ).toEqual([expect.objectContaining({ code: 'NO_TEMPLATE' })]);
  });

  test('WFL-06 is never both taken out of use and published with a template, whichever comes first', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      const code = `race${round}`;
      const variableId = await publishVariable(path(code, 'code'));
      const { id: versionId } = await draft(`RACE-${round}`);
      await versions.ok('processVersionEdit', { versionId, applicability: `${code} = "none"` });
      await versions.ok('processVersionSubmit', { versionId, approverIds: [world.desk.approver.id] });
      await versions.ok('processVersionDecide', { versionId, approved: true }, world.desk.approver.as);
      const [retired, published] = await Promise.all([
        variables.run('applicabilityVariableRetire', { variableId, reason: 'Race' }),
        versions.run('processVersionPublish', { versionId }),
      ]);
      const codes = [retired, published].map(({ userErrors }) => userErrors.map((each) => each.code).join());
      expect([['IN_USE', ''].join('|'), ['', 'RULE_UNKNOWN_NAME'].join('|')]).toContain(codes.join('|'));
      outcomes.add(codes.join('|'));
      expect((await statusOf(code)).status).toBe(codes[0] === '' ? 'INVALID' : 'PUBLISHED');
    }
    expect(outcomes.size).toBeGreaterThan(0);
  });
});
