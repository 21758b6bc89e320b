import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { human, line, openProcessDesk, type ProcessDesk, versionMutations } from '../../testing/processes.js';

let graph: TestGraph;
let desk: ProcessDesk;
let v: ReturnType<typeof versionMutations>;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  v = versionMutations(graph, 'admin');
});
afterAll(() => graph?.close());

const mark = (code: string, kind: string) => ({ code, kind });
const EDIT = `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { userErrors { code } findings { code path } } }`;
let made = 0;

/** Codes and places of what is found in a draft. */
async function findings(definition: object): Promise<[string, string][]> {
  const { id } = await v.ok('processTemplateCreate', { code: `FINDING-${++made}`, name: 'faulty' });
  const { data } = await graph.query(EDIT, { input: { versionId: id, definition } });
  expect(data.processVersionEdit.userErrors).toEqual([]);
  const found = data.processVersionEdit.findings as { code: string; path: string[] }[];
  return found.map(({ code, path }) => [code, path.join('.')]);
}

describe('a draft that is saved', () => {
  test('WFL-02 WFL-12 WFL-42 finds a default with a condition, a variable of two types, and a way back that leads on', async () => {
    const steps = [mark('start', 'START'), human('a'), human('b'), human('c'), mark('end', 'END')];
    const flows = [
      ...[
        { from: 'start', to: 'a' },
        { from: 'a', to: 'b', condition: 'x = 1' },
      ],
      ...[
        { from: 'b', to: 'end' },
        { from: 'c', to: 'end' },
      ],
    ];
    const toC = { from: 'a', to: 'c', isDefault: true };
    const variables = [{ name: 'x', type: 'NUMBER' }];
    expect(await findings({ steps, flows: [...flows, toC], variables })).toEqual([]);
    expect(await findings({ steps, flows: [...flows, { ...toC, condition: 'x = 2' }], variables })).toEqual([
      ['DEFAULT_CONDITIONAL', 'flows.4.condition'],
    ]);
    const gives = (code: string, type: string) => human(code, { outputs: [{ name: 'x', type }] });
    expect(await findings({ ...line(gives('a', 'NUMBER')), variables })).toEqual([]);
    expect(await findings({ ...line(gives('a', 'STRING')), variables })).toEqual([
      ['PARAMETER_TYPES', 'steps.1.outputs.0.type'],
    ]);
    expect(await findings(line(gives('a', 'STRING'), gives('b', 'NUMBER'), gives('c', 'STRING')))).toEqual([
      ['PARAMETER_TYPES', 'steps.2.outputs.0.type'],
    ]);
    const back = (from: string, to: string) =>
      line(...['a', 'b', 'c'].map((code) => human(code, code === from ? { rollbackTo: to } : {})));
    expect(await findings(back('b', 'a'))).toEqual([]);
    for (const to of ['b', 'c'])
      expect(await findings(back('b', to))).toEqual([['ROLLBACK_NOT_BEFORE', 'steps.2.rollbackTo']]);
    // Over a loop what comes later also comes before.
    const loop = { from: 'c', to: 'a', condition: 'x = 1' };
    const round = (drawn: ReturnType<typeof back>) => ({
      ...drawn,
      flows: [...drawn.flows.map((flow) => (flow.from === 'c' ? { ...flow, isDefault: true } : flow)), loop],
      variables,
    });
    expect(await findings(round(back('b', 'c')))).toEqual([]);
    expect(await findings(round(back('b', 'b')))).toEqual([]);
  });

  test('WFL-02 WFL-05 WFL-14 finds rules whose loops have too many rounds, multiplied', async () => {
    const loops = 'sum(for a in 1..1000, b in 1..1000, c in 1..1000 return a * b) > 0';
    const drawn = (condition: string) => ({
      ...line('a', 'b'),
      flows: [
        ...line('a', 'b').flows.filter(({ from }) => from !== 'a'),
        { from: 'a', to: 'b', condition },
        { from: 'a', to: 'end', isDefault: true },
      ],
    });
    expect(await findings(drawn(loops))).toEqual([['RULE_TYPE', 'flows.2.condition']]);
    const inner = 'some a in 1..1000 satisfies count(for b in 1..1000 return a) = 2';
    expect(await findings(drawn(inner))).toEqual([['RULE_TYPE', 'flows.2.condition']]);
    expect(await findings(drawn('sum(for a in 1..100, b in 1..100 return a * b) > 0'))).toEqual([]);
    const gives = (from: string) => human('a', { outputs: [{ name: 'x', type: 'BOOLEAN', from }] });
    expect(await findings(line(gives(loops)))).toEqual([['RULE_TYPE', 'steps.1.outputs.0.from']]);
    const { id: versionId } = await v.ok('processTemplateCreate', {
      ...{ code: 'MANY-ROUNDS', name: 'x', definition: drawn(loops) },
    });
    expect(await v.refused('processVersionSubmit', { versionId, approverIds: [desk.approver.id] })).toEqual([
      ['RULE_TYPE', 'input.versionId.flows.2.condition'],
    ]);
    expect(await v.refused('processVersionEdit', { versionId, applicability: loops })).toEqual([
      ['RULE_TYPE', 'input.applicability'],
    ]);
  });

  test('WFL-02 finds loops that nothing ever ends, whoever does their steps', async () => {
    const compute = (code: string, more: object = {}) => ({ code, kind: 'AUTOMATIC', handler: 'compute', ...more });
    const round = (step: object & { code: string }, back: object, more: object[] = []) => ({
      ...line('first'),
      steps: [...line('first').steps, step],
      flows: [
        ...[
          { from: 'start', to: 'first' },
          { from: 'first', to: step.code },
          { from: step.code, to: 'end', isDefault: true },
        ],
        ...[{ from: step.code, to: step.code, ...back }, ...more],
      ],
      variables: [{ name: 'again', type: 'BOOLEAN' }],
    });
    const endless = [['LOOP_WITHOUT_PAUSE', 'steps.3']];
    expect(await findings(round(compute('c'), { condition: 'true' }))).toEqual(endless);
    expect(await findings(round(compute('c'), { condition: '1 < 2 and not(false)' }))).toEqual(endless);
    expect(await findings(round(compute('c'), { condition: 'again' }))).toEqual([]);
    expect(await findings(round(compute('c'), { condition: 'false' }))).toEqual([]);
    const timer = (text: string) => ({ code: 'c', kind: 'TIMER', timer: text });
    for (const none of ['0', '-5', '"PT0S"'])
      expect(await findings(round(timer(none), { condition: 'true' }))).toEqual(endless);
    for (const some of ['5', 'duration("PT1M")', 'if again then 1 else 2'])
      expect(await findings(round(timer(some), { condition: 'true' }))).toEqual([]);
    // Somebody does it, so it goes no faster than they do.
    expect(await findings(round(human('c'), { condition: 'true' }))).toEqual([]);
  });

  test('WFL-02 WFL-13 finds branches that lead back to before their split while others go on', async () => {
    const gate = (code: string, more: object = {}) => ({ code, kind: 'GATEWAY', ...more });
    const split = gate('g', { split: 'PARALLEL' });
    const compute = { code: 'a', kind: 'AUTOMATIC', handler: 'compute' };
    const marks = [mark('start', 'START'), mark('end', 'END')];
    const variables = [{ name: 'again', type: 'BOOLEAN' }];
    const flow = (from: string, to: string, more: object = {}) => ({ from, to, ...more });
    const doubled = {
      steps: [...marks, split, compute, human('b')],
      flows: [flow('start', 'g'), flow('g', 'a'), flow('g', 'b'), flow('a', 'g'), flow('b', 'end')],
    };
    expect(await findings(doubled)).toEqual([
      ['SPLIT_NOT_JOINED', 'steps.2.split'],
      ['LOOP_WITHOUT_PAUSE', 'steps.2'],
    ]);
    const steps = [...marks, human('z'), split, human('a'), human('b'), gate('j', { join: 'ALL', split: 'EXCLUSIVE' })];
    const flows = [
      ...[flow('start', 'z'), flow('z', 'g'), flow('g', 'a'), flow('g', 'b'), flow('b', 'j')],
      ...[flow('a', 'j', { isDefault: true }), flow('j', 'end', { isDefault: true })],
    ];
    expect(await findings({ steps, flows: [...flows, flow('a', 'z', { condition: 'again' })], variables })).toEqual([
      ['SPLIT_NOT_JOINED', 'steps.3.split'],
    ]);
    // Past the join all goes back together, and within a branch there is only one.
    expect(await findings({ steps, flows: [...flows, flow('j', 'z', { condition: 'again' })], variables })).toEqual([]);
    expect(await findings({ steps, flows: [...flows, flow('a', 'a', { condition: 'again' })], variables })).toEqual([]);
    // Conditions may shut each other out.
    const either = [
      ...[flow('start', 'g'), flow('g', 'a', { condition: 'again' }), flow('g', 'b', { isDefault: true })],
      ...[flow('a', 'g'), flow('b', 'end')],
    ];
    expect(await findings({ steps: [...marks, split, human('a'), human('b')], flows: either, variables })).toEqual([]);
  });

  test('WFL-02 WFL-14 finds timers that name no moment', async () => {
    const timed = (timer: string) =>
      findings({
        ...line({ code: 'wait', kind: 'TIMER', timer } as never),
        variables: [{ name: 'x', type: 'STRING' }],
      });
    for (const timer of ['true', 'null', '[1]', 'x = "a"', '{ a: 1 }', 'duration("soon")'])
      expect([timer, await timed(timer)]).toEqual([timer, [['RULE_TYPE', 'steps.1.timer']]]);
    for (const timer of ['"abc"', '"PT-5S"'])
      expect([timer, await timed(timer)]).toEqual([timer, [['RULE_VALUE', 'steps.1.timer']]]);
    const fine = ['5', '"PT5S"', 'duration("P1D")', 'now() + duration("PT1H")', 'date("2026-01-01")', 'x'];
    for (const timer of fine) expect([timer, await timed(timer)]).toEqual([timer, []]);
  });

  test('WFL-02 WFL-03 WFL-23 a draft tells its faults as soon as it is made, too', async () => {
    const definition = {
      ...line(human('a', { operator: { kind: 'POSITION', code: 'NOBODY-IS' } })),
      steps: [...line(human('a', { operator: { kind: 'POSITION', code: 'NOBODY-IS' } })).steps, human('lost')],
    };
    const told = 'userErrors { code } version { template { id } } findings { code path }';
    const { data } = await graph.query(
      `mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { ${told} } }`,
      { input: { code: 'FAULTY-AT-ONCE', name: 'x', definition } },
    );
    const faults = [
      { code: 'OPERATOR_UNKNOWN', path: ['steps', '1', 'operator'] },
      { code: 'UNREACHABLE', path: ['steps', '3'] },
      { code: 'NEVER_ENDS', path: ['steps', '3'] },
    ];
    const made = data.processTemplateCreate;
    expect([made.userErrors, made.findings]).toEqual([[], faults]);
    const next = await graph.query(
      `mutation ($input: ProcessVersionCreateInput!) { processVersionCreate(input: $input) { ${told} } }`,
      { input: { templateId: made.version.template.id } },
    );
    expect(next.data.processVersionCreate.findings).toEqual(faults);
  });

  test('WFL-02 WFL-09 WFL-11 refuses two steps of one code, and two flows between the same steps, at their places', async () => {
    const twice = {
      steps: [...line('a').steps, human('a')],
      flows: [...line('a').flows, { from: 'a', to: 'end', condition: 'true' }],
    };
    const places = ['input.definition.steps.3.code', 'input.definition.flows.2'].map((path) => ['DUPLICATE', path]);
    expect(await v.refused('processTemplateCreate', { code: 'TWICE', name: 'x', definition: twice })).toEqual(places);
    const { id: versionId } = await v.ok('processTemplateCreate', { code: 'TWICE', name: 'x', definition: line('a') });
    expect(await v.refused('processVersionEdit', { versionId, definition: twice })).toEqual(places);
  });

  test('WFL-22 finds that a step waits for a step or a template that there is not', async () => {
    await v.ok('processTemplateCreate', { code: 'MET', name: 'Met', definition: line('visit') });
    const waits = (template: string, step: string) =>
      findings(line('first', human('a', { waitFor: [{ when: 'ENTER', template, step }] })));
    expect(await waits('MET', 'visit')).toEqual([]);
    expect(await waits('MET', 'nope')).toEqual([['STEP_UNKNOWN', 'steps.2.waitFor.0.step']]);
    expect(await waits('NO-SUCH', 'visit')).toEqual([['TEMPLATE_UNKNOWN', 'steps.2.waitFor.0.template']]);
    expect(await waits('odd", {x} \\', 'visit')).toEqual([['TEMPLATE_UNKNOWN', 'steps.2.waitFor.0.template']]);
  });

  test('WFL-04 WFL-12 finds what another process is handed over that it does not take, and what it needs and is not handed over', async () => {
    const takes = [
      { name: 'place', type: 'STRING', required: true },
      { name: 'amount', type: 'NUMBER' },
      { name: 'day', type: 'DATE' },
      { name: 'rest', type: 'ANY' },
    ];
    await desk.publish('TAKES', { ...line('a'), variables: takes });
    const variables = [
      { name: 'place', type: 'STRING' },
      { name: 'amount', type: 'STRING' },
    ];
    const called = (inputs: object[], template = 'TAKES') =>
      findings({ ...line({ code: 'call', kind: 'SUBPROCESS', subprocess: { template }, inputs } as never), variables });
    const place = { name: 'place', type: 'STRING' };
    const at = (index: number, field: string) => `steps.1.inputs.${index}.${field}`;
    expect(await called([place])).toEqual([]);
    expect(await called([])).toEqual([['CALL_REQUIRED', 'steps.1.inputs']]);
    expect(await called([place, { name: 'colour', type: 'STRING', from: '"red"' }])).toEqual([
      ['CALL_UNKNOWN', at(1, 'name')],
    ]);
    // By what is declared, by what a formula gives, and by the variable of that name.
    expect(await called([place, { name: 'amount', type: 'STRING', from: '"1"' }])).toEqual([
      ['CALL_TYPE', at(1, 'type')],
    ]);
    expect(await called([place, { name: 'amount', type: 'NUMBER', from: '"1"' }])).toEqual([
      ['CALL_TYPE', at(1, 'from')],
    ]);
    expect(await called([place, { name: 'amount', type: 'NUMBER' }])).toEqual([['CALL_TYPE', at(1, 'name')]]);
    expect(await called([place, { name: 'amount', type: 'NUMBER', from: 'number(amount)' }])).toEqual([]);
    // A day is kept as its text, and anything may be anything.
    expect(await called([place, { name: 'day', type: 'DATE', from: '"2026-01-01"' }])).toEqual([]);
    expect(await called([place, { name: 'rest', type: 'LIST', from: '[1]' }])).toEqual([]);
    // A formula that cannot be read is told once.
    expect(await called([place, { name: 'amount', type: 'NUMBER', from: '1 +' }])).toEqual([
      ['RULE_SYNTAX', at(1, 'from')],
    ]);
    await desk.publish('TAKES-OTHER', {
      ...line('a'),
      variables: [{ name: 'elsewhere', type: 'STRING', required: true }],
    });
    expect(await called([{ name: 'elsewhere', type: 'STRING' }], 'TAKES-OTHER')).toEqual([
      ['CALL_REQUIRED', at(0, 'name')],
    ]);
    const wrong = {
      ...line({ code: 'call', kind: 'SUBPROCESS', subprocess: { template: 'TAKES' } } as never),
      variables,
    };
    const { id: versionId } = await v.ok('processTemplateCreate', {
      code: 'CALLS-WRONG',
      name: 'x',
      definition: wrong,
    });
    const fault = [['CALL_REQUIRED', 'input.versionId.steps.1.inputs']];
    expect(await v.refused('processVersionTest', { versionId })).toEqual(fault);
    expect(await v.refused('processVersionSubmit', { versionId, approverIds: [desk.approver.id] })).toEqual(fault);
  });

  test('WFL-04 WFL-12 tells of published processes that would stop where they call it, when it is saved and when it is published', async () => {
    const size = { name: 'size', type: 'NUMBER' };
    await desk.publish('GROWS', { ...line('a'), variables: [size] });
    const call = {
      code: 'call',
      kind: 'SUBPROCESS',
      subprocess: { template: 'GROWS' },
      inputs: [{ ...size, from: '1' }],
    };
    await desk.publish('GROWS-CALLER', line(call as never));
    await desk.publish('GROWS-BARE', line({ ...call, inputs: [] } as never));
    const templateId = (await graph.query('{ processTemplate(code: "GROWS") { id } }')).data.processTemplate.id;
    const { id: versionId } = await v.ok('processVersionCreate', { templateId });
    const told = 'findings { code path message blocks }';
    const edit = async (variables: object[]) =>
      (
        await graph.query(
          `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { ${told} } }`,
          {
            input: { versionId, definition: { ...line('a'), variables } },
          },
        )
      ).data.processVersionEdit.findings;
    expect(await edit([size, { name: 'more', type: 'STRING' }])).toEqual([]);
    const unfit = (message: string) => ({ code: 'CALLER_UNFIT', path: ['variables'], blocks: false, message });
    const bare = unfit('Version 1 of GROWS-BARE would stop. call: GROWS needs size.');
    expect(await edit([{ ...size, required: true }])).toEqual([bare]);
    expect(await edit([{ ...size, type: 'STRING' }])).toEqual([
      unfit('Version 1 of GROWS-CALLER would stop. call: size of GROWS is a string.'),
    ]);
    await edit([{ ...size, required: true }]);
    await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
    await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
    const { data } = await graph.query(
      `mutation ($input: ProcessVersionStepInput!) { processVersionPublish(input: $input) { version { status } ${told} } }`,
      { input: { versionId } },
    );
    expect(data.processVersionPublish).toEqual({ version: { status: 'PUBLISHED' }, findings: [bare] });
  });

  test('WFL-04 WFL-27 WFL-30 warns of another process that is only a draft; to be tried it must be in test, and to be published it must be published', async () => {
    const child = await v.ok('processTemplateCreate', { code: 'LATER', name: 'Later', definition: line('a') });
    const call = line({ code: 'call', kind: 'SUBPROCESS', subprocess: { template: 'LATER' } } as never);
    const { id: versionId } = await v.ok('processTemplateCreate', { code: 'CALLS-LATER', name: 'x' });
    const { data } = await graph.query(
      `mutation ($input: ProcessVersionEditInput!) { processVersionEdit(input: $input) { findings { code path blocks } } }`,
      { input: { versionId, definition: call } },
    );
    expect(data.processVersionEdit.findings).toEqual([
      { code: 'SUBPROCESS_UNPUBLISHED', path: ['steps', '1', 'subprocess'], blocks: false },
    ]);
    const fault = [['SUBPROCESS_UNPUBLISHED', 'input.versionId.steps.1.subprocess']];
    expect(await v.refused('processVersionTest', { versionId })).toEqual(fault);
    await v.ok('processVersionTest', { versionId: child.id });
    expect(await v.ok('processVersionTest', { versionId })).toMatchObject({ status: 'TESTING' });
    // Both may be on their way at once: what is called is published first.
    const approve = async (id: string) => {
      await v.ok('processVersionSubmit', { versionId: id, approverIds: [desk.approver.id] });
      await v.ok('processVersionDecide', { versionId: id, approved: true }, desk.approver.as);
    };
    await approve(versionId);
    await approve(child.id);
    expect(await v.refused('processVersionPublish', { versionId })).toEqual(fault);
    await v.ok('processVersionPublish', { versionId: child.id });
    expect(await v.ok('processVersionPublish', { versionId })).toMatchObject({ status: 'PUBLISHED' });
    // What is called may be taken out of use: that is told then.
    const broken = async () =>
      (
        (await graph.query('{ processBrokenReferences { template findings { code path } } }')).data
          .processBrokenReferences as { template: string }[]
      ).filter(({ template }) => template === 'CALLS-LATER');
    expect(await broken()).toEqual([]);
    await v.ok('processVersionInvalidate', { versionId: child.id, reason: 'over' });
    expect(await broken()).toEqual([
      { template: 'CALLS-LATER', findings: [{ code: 'SUBPROCESS_UNPUBLISHED', path: ['steps', '1', 'subprocess'] }] },
    ]);
  });
});
