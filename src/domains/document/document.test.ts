import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let clerk: Hired;
let other: Hired;
let idle: Hired;
beforeAll(async () => {
  graph = await startTestGraph();
  [clerk, other, idle] = [
    await hire(graph, 'D100', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'D200', 'H3201', ['HALL_CLERK']),
    await hire(graph, 'D300', 'H4401'),
  ];
});
afterAll(() => graph?.close());

const files = () =>
  mutationsOf(graph, {
    inputs: { documentUpload: 'DocumentUploadInput' },
    field: 'document',
    selection: 'id name mediaType size sha256 version visibility storedBy previous { id }',
    as: clerk.as,
  });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const NOTE = { name: '说明 1.txt', mediaType: 'text/plain', contentBase64: base64('How it is done') };
const count = async () => Number((await graph.database.pool.query('select count(*) from "document"')).rows[0].count);

async function download(id: string, as: As, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await graph.token(as)}`;
  return fetch(graph.url.replace('/graphql', `/documents/${id}`), { headers: { authorization, ...headers } });
}

test('MOD-55 a file is stored with its size and hash, and comes back as it was, as an attachment', async () => {
  const file = await files().ok('documentUpload', NOTE);
  expect(file).toMatchObject({ size: 14, version: 1, visibility: 'UNIT', storedBy: 'D100', previous: null });
  const answer = await download(file.id, clerk.as);
  expect(await answer.text()).toBe('How it is done');
  expect(answer.headers.get('content-type')).toBe('text/plain');
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E8%AF%B4%E6%98%8E%201.txt");
  expect(answer.headers.get('etag')).toBe(`"${file['sha256']}"`);
  const again = await download(file.id, clerk.as, { 'if-none-match': answer.headers.get('etag')! });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('MOD-55 who may not see a document does not get its content either, and it looks as if there were none', async () => {
  const own = await files().ok('documentUpload', NOTE);
  const open = await files().ok('documentUpload', { ...NOTE, visibility: 'STAFF' });
  const sees = async (id: string) =>
    (await graph.query('query ($id: ID!) { document(id: $id) { id } }', { id }, { as: other.as })).data.document;
  expect([await sees(own.id), await sees(open.id)]).toEqual([null, { id: open.id }]);
  expect((await download(own.id, other.as)).status).toBe(404);
  expect((await download('nonsense', other.as)).status).toBe(404);
  expect(await (await download(open.id, other.as)).text()).toBe('How it is done');
  expect((await fetch(graph.url.replace('/graphql', `/documents/${open.id}`))).status).toBe(401);
});

test('MOD-55 a version follows another once, also of two at the same moment', async () => {
  const first = await files().ok('documentUpload', NOTE);
  const next = { ...NOTE, contentBase64: base64('Better'), previousId: first.id };
  const both = await Promise.all([files().run('documentUpload', next), files().run('documentUpload', next)]);
  expect(both.map(({ node }) => node?.['version'] ?? null).sort()).toEqual([2, null]);
  expect(await files().refused('documentUpload', next)).toEqual([['SUPERSEDED', 'input.previousId']]);
  expect(await files().refused('documentUpload', next, other.as)).toEqual([['NOT_FOUND', 'input.previousId']]);
});

test('MOD-55 what is no file to keep is refused, and nothing is stored', async () => {
  const before = await count();
  const refused = async (more: object) => files().refused('documentUpload', { ...NOTE, ...more });
  expect(await refused({ name: '../x.txt' })).toEqual([['BAD_NAME', 'input.name']]);
  expect(await refused({ mediaType: 'text/html' })).toEqual([['BAD_TYPE', 'input.mediaType']]);
  expect(await refused({ mediaType: 'application/pdf' })).toEqual([['BAD_TYPE', 'input.mediaType']]);
  expect(await refused({ contentBase64: '§' })).toEqual([['BAD_CONTENT', 'input.contentBase64']]);
  const denied = await graph.query(files().documents.documentUpload, { input: NOTE }, { as: idle.as });
  expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await count()).toBe(before);
});
