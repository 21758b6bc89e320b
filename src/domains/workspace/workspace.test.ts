import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';

let graph: TestGraph;
let anna: Hired;
let bert: Hired;
const bases: Record<string, string> = {};
beforeAll(async () => {
  graph = await startTestGraph();
  anna = await hire(graph, 'W1001', 'H4401', ['HALL_CLERK']);
  bert = await hire(graph, 'W1002', 'H4401', ['HALL_CLERK']);
  const { data } = await graph.query('{ baseInterfaces(first: 50) { nodes { id code } } }');
  for (const { id, code } of data.baseInterfaces.nodes) bases[code] = id;
});
afterAll(() => graph.close());

const documents = {
  view: `mutation ($input: WorkspaceViewSaveInput!) { done: workspaceViewSave(input: $input) { userErrors { code path } node: view { id name main menus openScreens windows version base { code } } } }`,
  remove: `mutation ($input: WorkspaceViewRemoveInput!) { done: workspaceViewRemove(input: $input) { userErrors { code path } node: view { id } } }`,
  setting: `mutation ($input: UserSettingSaveInput!) { done: userSettingSave(input: $input) { userErrors { code path } node: setting { id value } } }`,
  base: `mutation ($input: BaseInterfaceSaveInput!) { done: baseInterfaceSave(input: $input) { userErrors { code path } node: baseInterface { id menus } } }`,
};
const run = async (name: keyof typeof documents, input: object, as: As) => {
  const { data, errors } = await graph.query(documents[name], { input }, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.done;
};
const views = async (as: As) =>
  (await graph.query('{ workspaceViews(first: 20) { nodes { name main } } }', {}, { as })).data.workspaceViews.nodes;
const window = (screen: string) => ({ screen, x: 0, y: 0, width: 640, height: 480 });
const mySetting = async (kind: string, screen: string | null, as: As) =>
  (
    await graph.query(
      'query ($kind: UserSettingKind!, $screen: String) { mySetting(kind: $kind, screen: $screen) }',
      { kind, screen },
      { as },
    )
  ).data.mySetting;

describe('views', () => {
  test('SYS-49, SYS-50 a user makes a standard interface their own: menus, screens that open, and where they stand', async () => {
    const baseId = bases['HALL_CLERK'];
    const { node } = await run('view', { baseId, name: 'Desk', windows: [window('acceptance')], main: true }, anna.as);
    expect(node).toMatchObject({
      main: true,
      menus: ['acceptance', 'customers', 'orders', 'payments'],
      openScreens: ['acceptance'],
      windows: [window('acceptance')],
      version: 1,
    });
    const change = {
      viewId: node.id,
      baseId,
      name: 'Desk',
      windows: [],
      menus: ['orders', 'customers'],
      expectedVersion: 1,
    };
    expect((await run('view', change, anna.as)).node).toMatchObject({
      menus: ['orders', 'customers'],
      main: true,
      version: 2,
    });
    expect((await run('view', change, anna.as)).userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }]);
  });

  test('SYS-50 wrong parts are named one by one, and nothing is written then', async () => {
    const baseId = bases['HALL_CLERK'];
    const before = await views(anna.as);
    const wrong = { baseId, name: 'Wrong', windows: [], menus: ['orders', 'permissions', 'log'] };
    expect((await run('view', wrong, anna.as)).userErrors).toEqual([
      { code: 'NOT_OFFERED', path: ['input', 'menus', '1'] },
      { code: 'NOT_OFFERED', path: ['input', 'menus', '2'] },
    ]);
    const twice = { baseId, name: 'Wrong', windows: [window('a'), window('a')] };
    expect((await run('view', twice, anna.as)).userErrors).toEqual([
      { code: 'DUPLICATE', path: ['input', 'windows', '1'] },
    ]);
    expect((await run('view', { baseId, name: 'Desk', windows: [] }, anna.as)).userErrors).toMatchObject([
      { code: 'DUPLICATE', path: ['input', 'name'] },
    ]);
    expect(await views(anna.as)).toEqual(before);
  });

  test('SYS-50 one view is the main one, also when several are made at once', async () => {
    const baseId = bases['CALL_AGENT'];
    await Promise.all(
      [1, 2, 3, 4].map((n) => run('view', { baseId, name: `View ${n}`, windows: [], main: true }, bert.as)),
    );
    const own = await views(bert.as);
    expect(own).toHaveLength(4);
    expect(own.filter(({ main }: { main: boolean }) => main)).toHaveLength(1);
  });

  test('SYS-50 a view is seen, changed and removed by its owner only', async () => {
    const { node } = await run('view', { baseId: bases['HALL_CLERK'], name: 'Mine', windows: [] }, anna.as);
    expect((await views(bert.as)).map(({ name }: { name: string }) => name)).not.toContain('Mine');
    const theirs = { viewId: node.id, baseId: bases['HALL_CLERK'], name: 'Theirs', windows: [] };
    expect((await run('view', theirs, bert.as)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await run('remove', { viewId: node.id }, bert.as)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await run('view', { ...theirs, viewId: null }, { sub: 's', role: 'system' })).userErrors).toMatchObject([
      { code: 'NOT_AN_EMPLOYEE' },
    ]);
    expect((await views(anna.as)).map(({ name }: { name: string }) => name)).toContain('Mine');
    expect((await run('remove', { viewId: node.id }, anna.as)).userErrors).toEqual([]);
    expect((await views(anna.as)).map(({ name }: { name: string }) => name)).not.toContain('Mine');
  });

  test('SYS-49 standard interfaces are kept by the headquarters', async () => {
    const input = { code: 'HALL_CLERK', name: 'Clerk', menus: ['acceptance'] };
    const { errors } = await graph.query(documents.base, { input }, { as: anna.as });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await run('base', { ...input, menus: ['a', 'a'] }, 'admin')).userErrors).toMatchObject([
      { code: 'DUPLICATE', path: ['input', 'menus', '1'] },
    ]);
    const { data } = await graph.query('{ baseInterface(code: "HALL_CLERK") { menus } }');
    expect(data.baseInterface.menus).toHaveLength(4);
    const closed = await run('base', { code: 'OLD', name: 'Old', menus: ['a'], active: false }, 'admin');
    expect(closed.node.menus).toEqual(['a']);
    expect(
      (await run('view', { baseId: closed.node.id, name: 'On the old', windows: [] }, anna.as)).userErrors,
    ).toMatchObject([{ code: 'NOT_ACTIVE' }]);
  });
});

describe('settings', () => {
  const print = { printer: { name: 'hall-1', location: 'counter 3' }, pages: '1-3,7', copies: 2, zoom: 100 };
  const view = { window: { x: 10, y: 20, width: 800, height: 600 }, zoom: 125, ratio: '16:9' };
  const save = { fileName: 'orders', type: 'CSV', path: 'reports' };

  /** A value of their own, one that is wrong, and the part that is. */
  const check = (kind: string, value: object, wrong: object, field: string) => async () => {
    const standard = await mySetting(kind, 'orders', anna.as);
    expect(standard).not.toEqual(value);
    const refused = await run('setting', { kind, screen: 'orders', value: wrong }, anna.as);
    expect(refused.userErrors).toMatchObject([
      { code: 'INVALID_VALUE', path: expect.arrayContaining(['value', field]) },
    ]);
    expect(await mySetting(kind, 'orders', anna.as)).toEqual(standard);
    await run('setting', { kind, screen: 'orders', value }, anna.as);
    expect(await mySetting(kind, 'orders', anna.as)).toEqual(value);
    expect(await mySetting(kind, 'customers', anna.as)).toEqual(standard);
    expect(await mySetting(kind, 'orders', bert.as)).toEqual(standard);
    await run('setting', { kind, screen: 'orders' }, anna.as);
    expect(await mySetting(kind, 'orders', anna.as)).toEqual(standard);
  };

  test(
    'SYS-33 how to print: their own, or what the operator set',
    check('PRINT', print, { ...print, pages: '1-x' }, 'pages'),
  );
  test(
    'SYS-34 how screens look: their own, or what the operator set',
    check('VIEW', view, { ...view, zoom: 5 }, 'zoom'),
  );
  test(
    'SYS-35 how to save: their own, or what the operator set',
    check('SAVE', save, { ...save, path: 'reports/../../etc' }, 'path'),
  );

  test('SYS-33 the operator sets it for a part of the organisation, with versions', async () => {
    const { data } = await graph.query(
      '{ parameter(code: "print.default") { id } internalOrganization(code: "P44") { id } }',
    );
    const set = `mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code path } parameter { values(first: 5) { nodes { version } } } } }`;
    const input = { parameterId: data.parameter.id, organizationId: data.internalOrganization.id, value: print };
    expect((await graph.query(set, { input })).data.parameterSet).toMatchObject({
      userErrors: [],
      parameter: { values: { nodes: [{ version: 1 }] } },
    });
    expect(await mySetting('PRINT', null, bert.as)).toEqual(print);
    const wrong = { ...input, value: { ...print, copies: 0 } };
    expect((await graph.query(set, { input: wrong })).data.parameterSet.userErrors).toMatchObject([
      { code: 'INVALID_VALUE', path: ['input', 'value', 'copies'] },
    ]);
  });

  test('a setting for one screen goes before that for all', async () => {
    await run('setting', { kind: 'VIEW', value: view }, bert.as);
    await run('setting', { kind: 'VIEW', screen: 'orders', value: { ...view, zoom: 200 } }, bert.as);
    expect((await mySetting('VIEW', 'orders', bert.as)).zoom).toBe(200);
    expect((await mySetting('VIEW', 'customers', bert.as)).zoom).toBe(125);
  });
});
