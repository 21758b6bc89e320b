import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { line, openProcessDesk, type ProcessDesk, versionMutations } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let desk: ProcessDesk;
let reader: Hired;
/** Publishes at the headquarters, and writes no knowledge. */
let publisher: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  reader = await hire(graph, 'N100', 'H3201', ['HALL_CLERK']);
  publisher = await hire(graph, 'P330', 'HQ', ['PROCESS_MANAGER']);
});
afterAll(() => graph?.close());

const filing = () =>
  mutationsOf(graph, {
    inputs: { knowledgeProcessFile: 'KnowledgeProcessFileInput' },
    field: 'item',
    selection: `id itemNo type title templateNo sentAt sentBy version validity { from to } previous { id }
      attachments(first: 5) { nodes { document { id name } } }`,
    as: desk.designer.as,
  });
const count = async () =>
  Number((await graph.database.pool.query('select count(*) from "knowledge_item"')).rows[0].count);

const filedAs = async (templateNo: string) =>
  (
    await graph.query(
      `query ($no: String!) { knowledgeItems(filter: { templateNo: { eq: $no } }) {
        nodes { id type title sentBy content version validity { from to } processVersion { id publishedAt } previous { id } } } }`,
      { no: templateNo },
      { as: reader.as },
    )
  ).data.knowledgeItems.nodes;

/** Another version of a template, published. */
async function publishAgain(code: string): Promise<string> {
  const v = versionMutations(graph, 'admin');
  const template = (await graph.query(`{ processTemplate(code: "${code}") { id } }`)).data.processTemplate;
  const { id: versionId } = await v.ok('processVersionCreate', { templateId: template.id });
  await v.ok('processVersionSubmit', { versionId, approverIds: [desk.approver.id] });
  await v.ok('processVersionDecide', { versionId, approved: true }, desk.approver.as);
  await v.ok('processVersionPublish', { versionId }, publisher.as);
  return versionId;
}

test('WFL-32 what is published is filed by itself, whoever publishes it, and the next version follows it', async () => {
  const first = await desk.publish('BY_ITSELF', line('a'));
  await until(async () => (await filedAs('BY_ITSELF')).length === 1);
  const second = await publishAgain('BY_ITSELF');
  const denied = await graph.query(
    filing().documents.knowledgeProcessFile,
    { input: { versionId: second } },
    { as: publisher.as },
  );
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  await until(async () => (await filedAs('BY_ITSELF')).length === 2);
  const [old, now] = await filedAs('BY_ITSELF');
  expect(old).toMatchObject({ type: 'TEMPLATE', version: 1, previous: null, processVersion: { id: first } });
  expect(now).toMatchObject({ version: 2, previous: { id: old.id }, processVersion: { id: second }, sentBy: 'P330' });
  expect(now.validity).toEqual({ from: now.processVersion.publishedAt, to: null });
  expect(old.validity).toEqual({ from: old.processVersion.publishedAt, to: now.validity.from });
});

test('WFL-32 what hinders filing hinders no publication, and both versions are filed in their order when it is over', async () => {
  const { pool } = graph.database;
  await pool.query(
    `create function "test_full"() returns trigger language plpgsql as $$ begin raise 'The shelf is full.'; end $$`,
  );
  await pool.query('create trigger "test_full" before insert on "knowledge_item" execute function "test_full"()');
  const first = await desk.publish('HINDERED', line('a'));
  const failed = `select 1 from "graphile_worker"."_private_jobs" where "key" like 'knowledge.file-published:%' and "attempts" > 0`;
  await until(async () => (await pool.query(failed)).rowCount === 1);
  const second = await publishAgain('HINDERED');
  expect(await filedAs('HINDERED')).toEqual([]);
  await pool.query('drop trigger "test_full" on "knowledge_item"');
  await until(async () => (await filedAs('HINDERED')).length === 2);
  const [old, now] = await filedAs('HINDERED');
  expect([old.processVersion.id, now.processVersion.id]).toEqual([first, second]);
  expect(old.validity.to).toBe(now.validity.from);
});

test('WFL-32 the processes of the house are filed from the start', async () => {
  const { rows } = await graph.database.pool.query(
    `select count(*)::int "all", count("k"."id")::int "filed" from "process_template_version" "v"
     left join "knowledge_item" "k" on "k"."process_version_id" = "v"."id" where "v"."published_by" = 'baseline'`,
  );
  expect(rows[0].all).toBeGreaterThan(30);
  expect(rows[0].filed).toBe(rows[0].all);
});

test('WFL-32 a template is filed once, with its number and the time, also when somebody sends it at the same moment', async () => {
  const versionId = await desk.publish('FILED', line('a'));
  const both = await Promise.all([
    filing().ok('knowledgeProcessFile', { versionId, content: 'How it goes.' }),
    filing().ok('knowledgeProcessFile', { versionId }),
  ]);
  expect(both[0]).toMatchObject({ type: 'TEMPLATE', templateNo: 'FILED', version: 1, previous: null });
  expect(Date.parse(both[0]['sentAt'] as string)).not.toBeNaN();
  expect(both[1].id).toBe(both[0].id);
  expect(await filedAs('FILED')).toMatchObject([{ id: both[0].id, content: 'How it goes.', version: 1 }]);
});

test('WFL-32 what is not published is not filed, nor does a clerk file anything', async () => {
  const before = await count();
  const { data } = await graph.query(
    'mutation ($input: ProcessTemplateCreateInput!) { processTemplateCreate(input: $input) { version { id } } }',
    { input: { code: 'UNFILED', name: 'Unfiled', definition: line('a') } },
  );
  const versionId = data.processTemplateCreate.version.id;
  expect(await filing().refused('knowledgeProcessFile', { versionId })).toEqual([['NOT_PUBLISHED', 'input.versionId']]);
  const denied = await graph.query(
    filing().documents.knowledgeProcessFile,
    { input: { versionId } },
    { as: reader.as },
  );
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await count()).toBe(before);
});

test('WFL-33 documents go along with it, and whoever reads it may read them', async () => {
  const versionId = await desk.publish('ATTACHED', line('a'));
  const { data } = await graph.query(
    'mutation ($input: DocumentUploadInput!) { documentUpload(input: $input) { document { id } } }',
    {
      input: {
        name: 'how.txt',
        mediaType: 'text/plain',
        contentBase64: Buffer.from('So').toString('base64'),
        visibility: 'UNIT',
      },
    },
    { as: desk.designer.as },
  );
  const { id } = data.documentUpload.document;
  const download = async () => {
    const headers = { authorization: `Bearer ${await graph.token(reader.as)}` };
    return fetch(graph.url.replace('/graphql', `/documents/${id}`), { headers });
  };
  expect((await download()).status).toBe(404);
  await until(async () => (await filedAs('ATTACHED')).length === 1);
  const [item] = await Promise.all([
    filing().ok('knowledgeProcessFile', { versionId, documentIds: [id] }),
    filing().ok('knowledgeProcessFile', { versionId, documentIds: [id] }),
  ]);
  expect(item['attachments']).toEqual({ nodes: [{ document: { id, name: 'how.txt' } }] });
  expect(await (await download()).text()).toBe('So');
});
