import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { human, line, openProcessDesk, versionMutations } from '../../testing/processes.js';

let graph: TestGraph;
let v: ReturnType<typeof versionMutations>;
beforeAll(async () => {
  graph = await startTestGraph();
  await openProcessDesk(graph);
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

  test('WFL-22 finds that a step waits for a step or a template that there is not', async () => {
    await v.ok('processTemplateCreate', { code: 'MET', name: 'Met', definition: line('visit') });
    const waits = (template: string, step: string) =>
      findings(line('first', human('a', { waitFor: [{ when: 'ENTER', template, step }] })));
    expect(await waits('MET', 'visit')).toEqual([]);
    expect(await waits('MET', 'nope')).toEqual([['STEP_UNKNOWN', 'steps.2.waitFor.0.step']]);
    expect(await waits('NO-SUCH', 'visit')).toEqual([['TEMPLATE_UNKNOWN', 'steps.2.waitFor.0.template']]);
    expect(await waits('odd", {x} \\', 'visit')).toEqual([['TEMPLATE_UNKNOWN', 'steps.2.waitFor.0.template']]);
  });
});
