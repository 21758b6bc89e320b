import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { line, openProcessDesk, type ProcessDesk } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let desk: ProcessDesk;
let reader: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  desk = await openProcessDesk(graph);
  reader = await hire(graph, 'N100', 'H3201', ['HALL_CLERK']);
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

test('WFL-32 a published template is filed once as knowledge of the type template, with its number and the time', async () => {
  const versionId = await desk.publish('FILED', line('a'));
  const both = await Promise.all([
    filing().ok('knowledgeProcessFile', { versionId }),
    filing().ok('knowledgeProcessFile', { versionId }),
  ]);
  expect(both[0]).toMatchObject({ type: 'TEMPLATE', templateNo: 'FILED', sentBy: 'P100', version: 1, previous: null });
  expect(Date.parse(both[0]['sentAt'] as string)).not.toBeNaN();
  expect(both[1].id).toBe(both[0].id);
  const { data } = await graph.query(
    '{ knowledgeItems(filter: { templateNo: { eq: "FILED" } }) { nodes { id } } }',
    {},
    { as: reader.as },
  );
  expect(data.knowledgeItems.nodes).toEqual([{ id: both[0].id }]);
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
  const item = await filing().ok('knowledgeProcessFile', { versionId, documentIds: [id] });
  expect(item['attachments']).toEqual({ nodes: [{ document: { id, name: 'how.txt' } }] });
  expect(await (await download()).text()).toBe('So');
});
