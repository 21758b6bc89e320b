import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { mutationsOf } from '../../testing/mutations.js';
import { hire, type Hired } from '../../testing/staff.js';
import { keepAnnouncements } from './index.js';

let graph: TestGraph;
let author: Hired;
let reader: Hired;
let sales: Hired;
let outsider: Hired;
let categoryId: string;
let templateId: string;
const unit: Record<string, string> = {};
beforeAll(async () => {
  graph = await startTestGraph();
  [author, reader, sales, outsider] = [
    await hire(graph, 'N100', 'H4401', ['HALL_MANAGER']),
    await hire(graph, 'N101', 'H4401', ['HALL_CLERK']),
    await hire(graph, 'N200', 'H4403', ['HALL_CLERK']),
    await hire(graph, 'N300', 'H3201', ['HALL_MANAGER']),
  ];
  for (const code of ['P44', 'H4401', 'H4403', 'H3201'])
    unit[code] = (
      await graph.query('query ($code: String!) { internalOrganization(code: $code) { id } }', { code })
    ).data.internalOrganization.id;
  categoryId = (await setup('announcementCategorySave', 'category { id }', { code: 'TARIFF', name: 'Tariffs' })).id;
  const template = {
    code: 'T1',
    name: 'Tariff',
    categoryId,
    title: 'New: {tariff}',
    body: '{tariff} from {day}, {tariff} for all.',
  };
  templateId = (await setup('announcementTemplateSave', 'template { id fields }', template)).id;
  await right({ organizationId: unit['H4401'] });
});
afterAll(() => graph?.close());

async function setup(name: string, payload: string, input: object, as: As = author.as) {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}!) { done: ${name}(input: $input) { userErrors { code path } node: ${payload} } }`,
    { input },
    { as },
  );
  if (errors || data.done.userErrors.length) throw new Error(`${name}: ${JSON.stringify(errors ?? data.done)}`);
  return data.done.node;
}
const right = (input: object) => setup('announcementRightGrant', 'right { id }', input, 'admin');
const notices = () =>
  mutationsOf(graph, {
    inputs: {
      announcementSave: 'AnnouncementSaveInput',
      announcementPublish: 'AnnouncementInput',
      announcementWithdraw: 'AnnouncementInput',
    },
    field: 'announcement',
    selection: 'id title body status publishedAt category { code } files(first: 5) { nodes { document { id name } } }',
    as: author.as,
  });
const reading = () =>
  mutationsOf(graph, {
    inputs: {
      announcementRead: 'AnnouncementInput',
      announcementRemove: 'AnnouncementInput',
      announcementForward: 'AnnouncementForwardInput',
    },
    field: 'receipt',
    selection: 'id status readAt',
    as: reader.as,
  });
const plain = (more: object = {}) => ({
  title: 'Note',
  body: 'Read this',
  categoryId,
  fields: [],
  organizationIds: [unit['H4401']],
  ...more,
});
async function published(more: object = {}) {
  const { id } = await notices().ok('announcementSave', plain(more));
  await notices().ok('announcementPublish', { announcementId: id });
  return id;
}
const listed = async (as: As): Promise<string[]> => {
  const { data } = await graph.query(
    '{ announcements(first: 50, orderBy: [{ field: PUBLISHED_AT, direction: DESC }]) { nodes { id } } }',
    {},
    { as },
  );
  return data.announcements.nodes.map(({ id }: { id: string }) => id);
};
const run = () =>
  keepAnnouncements.run({}, graph.database.systemContext('test'), {
    id: '1',
    attempt: 1,
    signal: new AbortController().signal,
  });

test('OPS-32 an announcement is made of a template whose fields are filled in, and none is left out', async () => {
  const made = { templateId, organizationIds: [unit['H4401']] };
  const fields = [
    { name: 'tariff', value: 'Fibre 500' },
    { name: 'day', value: '1 May' },
  ];
  expect(await notices().ok('announcementSave', { ...made, fields })).toMatchObject({
    ...{
      title: 'New: Fibre 500',
      body: 'Fibre 500 from 1 May, Fibre 500 for all.',
      category: { code: 'TARIFF' },
      status: 'DRAFT',
    },
  });
  expect(await notices().refused('announcementSave', { ...made, fields: [{ name: 'price', value: '1' }] })).toEqual([
    ['MISSING_FIELD', 'input.fields'],
    ['MISSING_FIELD', 'input.fields'],
    ['UNKNOWN_FIELD', 'input.fields.0.name'],
  ]);
});

test('OPS-33 files of text and pictures stand at it, and are read by those who read it only', async () => {
  const upload = async (name: string, mediaType: string, content: Buffer) =>
    (
      await setup('documentUpload', 'document { id }', {
        name,
        mediaType,
        contentBase64: content.toString('base64'),
        visibility: 'UNIT',
      })
    ).id;
  const textId = await upload('tariff.txt', 'text/plain', Buffer.from('Prices'));
  const pictureId = await upload(
    'map.png',
    'image/png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const get = async (as: As) =>
    (
      await fetch(`${graph.url.replace('/graphql', '')}/documents/${textId}`, {
        headers: { authorization: `Bearer ${await graph.token(as)}` },
      })
    ).status;
  const id = await published({ organizationIds: [unit['H4403']], documentIds: [textId, pictureId] });
  expect(await get(sales.as)).toBe(200);
  expect(await get(outsider.as)).toBe(404);
  const { data } = await graph.query(
    'query ($id: ID!) { announcement(id: $id) { files(first: 5) { nodes { document { name mediaType } } } } }',
    { id },
    { as: sales.as },
  );
  expect(
    data.announcement.files.nodes.map((each: { document: { name: string } }) => each.document.name).sort(),
  ).toEqual(['map.png', 'tariff.txt']);
  await notices().ok('announcementWithdraw', { announcementId: id });
  expect(await get(sales.as)).toBe(404);
});

test('OPS-34 the right to publish is granted to a department or to one person, and lists are by time and category', async () => {
  const draft = async (as: As) =>
    (await notices().ok('announcementSave', plain({ organizationIds: [unit['H3201']] }), as)).id;
  const id = await draft(outsider.as);
  expect(await notices().refused('announcementPublish', { announcementId: id }, outsider.as)).toEqual([
    ['NO_RIGHT', 'input.announcementId'],
  ]);
  await right({ employeeId: outsider.id });
  await notices().ok('announcementPublish', { announcementId: id }, outsider.as);
  await right({ employeeId: outsider.id, revoke: true });
  const next = await draft(outsider.as);
  expect(await notices().refused('announcementPublish', { announcementId: next }, outsider.as)).toEqual([
    ['NO_RIGHT', 'input.announcementId'],
  ]);
  const [first, second] = [await published(), await published()];
  expect((await listed(reader.as)).slice(0, 2)).toEqual([second, first]);
  const { data } = await graph.query(
    '{ all: announcements(first: 1, filter: { category: { code: { eq: "TARIFF" } } }) { totalCount } none: announcements(first: 1, filter: { category: { code: { eq: "X" } } }) { totalCount } }',
    {},
    { as: reader.as },
  );
  expect(data.all.totalCount).toBeGreaterThanOrEqual(2);
  expect(data.none.totalCount).toBe(0);
  const denied = await graph.query(
    'mutation ($input: AnnouncementRightGrantInput!) { announcementRightGrant(input: $input) { userErrors { code } } }',
    { input: { employeeId: reader.id } },
    { as: reader.as },
  );
  expect(denied.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('OPS-35 it is published, read with a receipt, removed from one’s list, forwarded, maintained, and taken back', async () => {
  const id = await published();
  await notices().ok('announcementSave', { announcementId: id, body: 'Read this now', fields: [] });
  expect(
    await notices().refused('announcementSave', { announcementId: id, body: 'Mine', fields: [] }, reader.as),
  ).toEqual([['OUT_OF_SCOPE', 'input.announcementId']]);
  const receipt = await reading().ok('announcementRead', { announcementId: id });
  expect(receipt).toMatchObject({ status: 'READ', readAt: expect.any(String) });
  const counts = async (as: As) => {
    const { data, errors } = await graph.query(
      'query ($id: ID!) { announcement(id: $id) { body receipts(first: 50) { aggregate(groupBy: [{ dimension: STATUS }]) { count key { status } } } } }',
      { id },
      { as },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return (
      data.announcement &&
      Object.fromEntries(
        data.announcement.receipts.aggregate.map((each: { count: number; key: { status: string } }) => [
          each.key.status,
          Number(each.count),
        ]),
      )
    );
  };
  expect(await counts(author.as)).toEqual({ READ: 1, UNREAD: 1 });
  expect(await counts(reader.as)).toEqual({ READ: 1 });
  expect(await reading().refused('announcementForward', { announcementId: id, employeeIds: [sales.id] })).toEqual([
    ['NOT_FORWARDABLE', 'input.employeeIds.0'],
  ]);
  expect(await listed(sales.as)).not.toContain(id);
  await notices().ok('announcementSave', { announcementId: id, forwardable: true, fields: [] });
  await reading().ok('announcementForward', { announcementId: id, employeeIds: [sales.id] });
  expect(await listed(sales.as)).toContain(id);
  await reading().ok('announcementRemove', { announcementId: id });
  expect(await listed(reader.as)).not.toContain(id);
  expect(await reading().refused('announcementRead', { announcementId: id })).toEqual([
    ['NOT_FOUND', 'input.announcementId'],
  ]);
  await notices().ok('announcementWithdraw', { announcementId: id });
  expect(await listed(sales.as)).not.toContain(id);
  expect(await counts(author.as)).toEqual({ DELETED: 1, UNREAD: 2 });
});

test('OPS-36 MOD-13 only the departments or the virtual team that it is for see it, also who comes to them later', async () => {
  const save = { code: 'SPRING', name: 'Spring', task: 'Sell fibre', organizationId: unit['H4401'] };
  const team = await setup('virtualTeamSave', 'team { id members(first: 9) { nodes { employee { employeeNo } } } }', {
    ...save,
    memberIds: [sales.id],
  });
  expect(team.members.nodes).toEqual([{ employee: { employeeNo: 'N200' } }]);
  const id = await published({ organizationIds: null, teamIds: [team.id] });
  expect(await listed(sales.as)).toContain(id);
  for (const { as } of [reader, outsider]) {
    expect(await listed(as)).not.toContain(id);
    expect(
      (await graph.query('query ($id: ID!) { announcement(id: $id) { id } }', { id }, { as })).data.announcement,
    ).toBeNull();
  }
  await setup('virtualTeamSave', 'team { id }', { ...save, memberIds: [sales.id, outsider.id] });
  await run();
  await run();
  expect(await listed(outsider.as)).toContain(id);
  const foreign = await graph.query(
    'mutation ($input: VirtualTeamSaveInput!) { virtualTeamSave(input: $input) { userErrors { code } team { id } } }',
    { input: { ...save, memberIds: [outsider.id] } },
    { as: outsider.as },
  );
  expect(foreign.data.virtualTeamSave).toMatchObject({
    userErrors: [{ code: expect.stringMatching(/NOT_FOUND|OUT_OF_SCOPE/) }],
    team: null,
  });
  const whole = await published({ organizationIds: [unit['P44']] });
  expect(await listed(sales.as)).toContain(whole);
  expect(await listed(outsider.as)).not.toContain(whole);
  const { id: nobody } = await notices().ok('announcementSave', plain({ organizationIds: null }));
  expect(await notices().refused('announcementPublish', { announcementId: nobody })).toEqual([
    ['NO_AUDIENCE', 'input.announcementId'],
  ]);
});

test('OPS-36 staff numbers and work positions are an audience too, with who holds the position later', async () => {
  const position = (await graph.query('{ position(code: "HALL_CLERK") { id } }')).data.position.id;
  const none = { organizationIds: null };
  const one = await published({ ...none, employeeIds: [outsider.id] });
  const all = await published({ ...none, positionIds: [position] });
  expect(await listed(outsider.as)).toContain(one);
  expect(await listed(outsider.as)).not.toContain(all);
  for (const { as } of [reader, sales]) {
    expect(await listed(as)).not.toContain(one);
    expect(await listed(as)).toContain(all);
  }
  const late = await hire(graph, 'N400', 'H3201', ['HALL_CLERK']);
  await run();
  expect(await listed(late.as)).toContain(all);
  expect(await listed(late.as)).not.toContain(one);
  const { data } = await graph.query(
    'query ($id: ID!) { announcement(id: $id) { audience(first: 5) { nodes { employee { employeeNo } position { code } } } } }',
    { id: one },
    { as: author.as },
  );
  expect(data.announcement.audience.nodes).toEqual([{ employee: { employeeNo: 'N300' }, position: null }]);
});

test('OPS-35 who is responsible for the unit maintains what its staff wrote, also after they left, and nobody else does', async () => {
  const gone = await hire(graph, 'N500', 'H4401', ['HALL_CLERK']);
  const { id } = await notices().ok('announcementSave', plain({ validTo: '2090-01-01T00:00:00Z' }), gone.as);
  await notices().ok('announcementPublish', { announcementId: id }, gone.as);
  const leave = mutationsOf(graph, {
    inputs: { employeeLeave: 'EmployeeLeaveInput' },
    field: 'employee',
    selection: 'id status',
    as: 'admin',
  });
  await leave.ok('employeeLeave', { employeeId: gone.id, reason: 'gone' });
  const change = { announcementId: id, title: 'Corrected', fields: [] };
  for (const as of [reader.as, outsider.as]) {
    const code = as === reader.as ? 'OUT_OF_SCOPE' : 'NOT_FOUND';
    expect(await notices().refused('announcementSave', change, as)).toEqual([[code, 'input.announcementId']]);
    expect(await notices().refused('announcementWithdraw', { announcementId: id }, as)).toEqual([
      [code, 'input.announcementId'],
    ]);
  }
  const ends = async () =>
    (await graph.query('query ($id: ID!) { announcement(id: $id) { title validTo author { employeeNo } } }', { id }))
      .data.announcement;
  expect(await ends()).toEqual({
    ...{ title: 'Note', validTo: '2090-01-01T00:00:00.000Z', author: { employeeNo: 'N500' } },
  });
  await notices().ok('announcementSave', change);
  await notices().ok('announcementSave', { announcementId: id, validTo: null, fields: [] }, 'admin');
  expect(await ends()).toEqual({ title: 'Corrected', validTo: null, author: { employeeNo: 'N500' } });
  expect(await listed(reader.as)).toContain(id);
  await notices().ok('announcementWithdraw', { announcementId: id });
  expect(await listed(reader.as)).not.toContain(id);
});

test('OPS-35 a new text is unread for who had read the one before, and when they first read stays', async () => {
  const id = await published();
  const first = await reading().ok('announcementRead', { announcementId: id });
  const receipts = async () =>
    (
      await graph.query(
        '{ announcements(first: 50) { nodes { id receipts(first: 5) { nodes { status readAt } } } } }',
        {},
        { as: reader.as },
      )
    ).data.announcements.nodes.find((node: { id: string }) => node.id === id).receipts.nodes;
  await notices().ok('announcementSave', { announcementId: id, forwardable: true, body: 'Read this', fields: [] });
  expect(await receipts()).toEqual([{ status: 'READ', readAt: first['readAt'] }]);
  await notices().ok('announcementSave', { announcementId: id, body: 'Read that', fields: [] });
  expect(await receipts()).toEqual([{ status: 'UNREAD', readAt: first['readAt'] }]);
  expect(await reading().ok('announcementRead', { announcementId: id })).toMatchObject({
    ...{ status: 'READ', readAt: first['readAt'] },
  });
});

test('OPS-32 OPS-34 categories and templates of one code may be saved at once, and are one each', async () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  const categories = await Promise.all(
    names.map((name) => setup('announcementCategorySave', 'category { id }', { code: 'ATONCE', name })),
  );
  expect(new Set(categories.map(({ id }) => id)).size).toBe(1);
  const text = { code: 'ATONCE', categoryId, title: 'T', body: 'B' };
  const templates = await Promise.all(
    names.map((name) => setup('announcementTemplateSave', 'template { id }', { ...text, name })),
  );
  expect(new Set(templates.map(({ id }) => id)).size).toBe(1);
});
