import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line, standing, versionMutations } from '../../testing/processes.js';

let w: ProcessWorld;
beforeAll(async () => {
  w = await openProcessWorld();
});
afterAll(() => w.graph.close());

/** Starts a test of a new template. */
async function tried(code: string, more: object): Promise<string> {
  const { ok } = versionMutations(w.graph, 'admin');
  const { id: versionId } = await ok('processTemplateCreate', { code, name: code, ...more });
  await ok('processVersionTest', { versionId });
  return (await w.instances.ok('processInstanceStart', { testVersionId: versionId })).id;
}
const visit = async (id: string, step: string): Promise<string> =>
  (await w.see(id)).tokens.nodes.findLast((each) => each.step === step)!.id;
/** Ends the step at which a test stands; its automatic steps have been done by then. */
async function ends(id: string, step: string, outputs?: object): Promise<void> {
  await w.run(id);
  expect(standing(await w.see(id))).toEqual([step]);
  await w.instances.ok('processInstanceTryStep', { tokenId: await visit(id, step), outputs });
}
/** The standard process of orders, to be copied. */
async function standardVersion(): Promise<string> {
  const { data } = await w.graph.query(
    '{ processTemplate(code: "ORDER_FULFILMENT") { versions(first: 1) { nodes { id } } } }',
  );
  return data.processTemplate.versions.nodes[0].id;
}

test('WFL-27 a tester says what came of each step, so that every branch of the process of an order can be tried', async () => {
  const id = await tried('TRIED-ORDER', { copyOfId: await standardVersion(), objectType: 'Order' });
  await ends(id, 'turn');
  await ends(id, 'check', { verdict: 'REVIEW' });
  await ends(id, 'review', { verdict: 'RETURNED' });
  await ends(id, 'correct', { next: 'CHECK' });
  await ends(id, 'check', { verdict: 'APPROVED' });
  await ends(id, 'decompose', { verdict: 'APPROVED' });
  await ends(id, 'fulfil', { outcome: 'CANCEL' });
  await ends(id, 'cancel', { tried: true });
  await ends(id, 'correct', { next: 'WAIT' });
  await ends(id, 'wait', { next: 'FULFIL' });
  await ends(id, 'fulfil', { outcome: 'DONE' });
  await w.run(id);
  expect(await w.see(id)).toMatchObject({ status: 'COMPLETED', variables: { outcome: 'DONE', tried: true } });
});

test('WFL-27 a tester ends what waits, with outputs that fit; a process that is no test is refused, and nothing is written', async () => {
  const later = { code: 'later', kind: 'TIMER', timer: 'duration("P90D")' };
  const outputs = [{ name: 'n', type: 'NUMBER', required: true }];
  const definition = { ...line(later, human('ask', { outputs })), variables: [{ name: 'n', type: 'NUMBER' }] };
  const id = await tried('TRIED-WAIT', { definition });
  await ends(id, 'later');
  const tokenId = await visit(id, 'ask');
  const written = async () =>
    (
      await w.graph.database.pool.query(
        'select (select count(*) from history_entry) h, md5(string_agg(t::text, $1 order by t::text)) t from process_token t',
        [''],
      )
    ).rows;
  const before = await written();
  const refused = (input: object) => w.instances.refused('processInstanceTryStep', input);
  expect(await refused({ tokenId })).toEqual([['REQUIRED', 'input.outputs.n']]);
  expect(await refused({ tokenId, outputs: { n: 'x' } })).toEqual([['WRONG_TYPE', 'input.outputs.n']]);
  expect(await refused({ tokenId, outputs: { n: 1, m: 2 } })).toEqual([['UNKNOWN_VALUE', 'input.outputs.m']]);
  expect(await refused({ tokenId: await visit(id, 'later') })).toEqual([['INVALID_STATE', 'input.tokenId']]);
  expect(await written()).toEqual(before);
  await ends(id, 'ask', { n: 1 });
  expect(await w.see(id)).toMatchObject({ status: 'COMPLETED', variables: { n: 1 } });
  await w.desk.publish('TRIED-REAL', definition);
  const real = (await w.start('TRIED-REAL')).id;
  const stands = await written();
  expect(await refused({ tokenId: await visit(real, 'later') })).toEqual([['NOT_A_TEST', 'input.tokenId']]);
  expect(await written()).toEqual(stands);
});
