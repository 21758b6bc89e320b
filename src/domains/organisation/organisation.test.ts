import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { hire, type Hired } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let manager: Hired;
const ids = new Map<string, string>();
beforeAll(async () => {
  graph = await startTestGraph();
  manager = await hire(graph, 'ADM44', 'P44', ['ORGANISATION_ADMINISTRATOR']);
  for (const [table, tag] of [
    ['region', 're'],
    ['party', 'pn'],
    ['job_position', 'ps'],
  ] as const) {
    const { rows } = await graph.database.pool.query(`select id, code from ${table} where code is not null`);
    for (const { id, code } of rows) ids.set(code, encodeId(tag, id));
  }
});
afterAll(() => graph.close());

const SELECTIONS = {
  organization:
    'organization { id code path status parent { code } serviceRegions { nodes { region { code } } } history(first: 20) { nodes { type data } } }',
  employee:
    'employee { id employeeNo name status organization { code } validity { to } positions { nodes { position { code } main validity { to } } } regions { nodes { region { code } validity { to } } } history(first: 20) { nodes { type } } }',
  region: 'region { id code path }',
  organizations: 'organizations { id code path name standards { nodes { version acknowledgedBy } } }',
  employees: 'employees { id employeeNo }',
  standardUnit: 'standardUnit { id version }',
  position: 'position { id code }',
};
const run = async (name: string, type: string, field: keyof typeof SELECTIONS, input: object, as: As = 'admin') => {
  const bulk = field.endsWith('s') && field !== 'standardUnit' ? 'rejections { row userErrors { code path } }' : '';
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path details } ${bulk} ${SELECTIONS[field]} } }`,
    { input },
    { as },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
};
const unit = (verb: 'Create' | 'Change' | 'Move' | 'Close', input: object, as?: As) =>
  run(
    `organization${verb}`,
    verb === 'Change' ? 'InternalOrganizationChangeInput' : `Organization${verb}Input`,
    'organization',
    input,
    as,
  );
const make = async (code: string, parent: string) => {
  const { organization, userErrors } = await unit('Create', {
    code,
    name: code,
    type: 'TEAM',
    parentId: ids.get(parent),
  });
  expect(userErrors).toEqual([]);
  ids.set(code, organization.id);
  return organization;
};
const employee = (verb: 'Create' | 'Change' | 'Move' | 'Leave', input: object, as?: As) =>
  run(`employee${verb}`, `Employee${verb}Input`, 'employee', input, as);
const person = { name: 'Lin Hao' };
const codes = (answer: { userErrors: { code: string }[] }) => answer.userErrors.map(({ code }) => code);

describe('units', () => {
  test('SYS-02 SYS-05 a unit is made below another, with the regions that it serves', async () => {
    const { organization } = await unit('Create', {
      code: 'GZ-T1',
      name: 'Night team',
      type: 'TEAM',
      parentId: ids.get('H4401'),
      serviceRegionIds: [ids.get('440104'), ids.get('440106')],
    });
    expect(organization).toMatchObject({ path: '/HQ/P44/H4401/GZ-T1/', parent: { code: 'H4401' }, status: 'ACTIVE' });
    const served = (each: { serviceRegions: { nodes: { region: { code: string } }[] } }) =>
      each.serviceRegions.nodes.map(({ region }) => region.code).sort();
    expect(served(organization)).toEqual(['440104', '440106']);
    const changed = await unit('Change', {
      organizationId: organization.id,
      name: 'Day team',
      serviceRegionIds: [ids.get('440103'), ids.get('440104')],
    });
    expect(served(changed.organization)).toEqual(['440103', '440104']);
    expect(changed.organization.history.nodes.at(-1)).toMatchObject({
      type: 'organization.changed',
      data: {
        changes: [
          { field: 'name', old: 'Night team', new: 'Day team' },
          { field: 'serviceRegions', old: ['440104', '440106'] },
        ],
      },
    });
    expect(
      codes(await unit('Create', { code: 'GZ-T1', name: 'Again', type: 'TEAM', parentId: ids.get('HQ') })),
    ).toEqual(['DUPLICATE']);
  });

  test('SYS-04 a unit moves with all below it, and never below itself', async () => {
    await make('MV-A', 'H4401');
    await make('MV-B', 'MV-A');
    await make('MV-C', 'MV-B');
    expect(codes(await unit('Move', { organizationId: ids.get('MV-A'), parentId: ids.get('MV-C') }))).toEqual([
      'CIRCLE',
    ]);
    expect(codes(await unit('Move', { organizationId: ids.get('MV-A'), parentId: ids.get('MV-A') }))).toEqual([
      'CIRCLE',
    ]);
    const { organization } = await unit('Move', { organizationId: ids.get('MV-A'), parentId: ids.get('H5101') });
    expect(organization.path).toBe('/HQ/P51/H5101/MV-A/');
    const { rows } = await graph.database.pool.query(
      `select code, path from party where code like 'MV-%' order by code`,
    );
    expect(rows.map(({ path }) => path)).toEqual([
      '/HQ/P51/H5101/MV-A/',
      '/HQ/P51/H5101/MV-A/MV-B/',
      '/HQ/P51/H5101/MV-A/MV-B/MV-C/',
    ]);
  });

  test('SYS-04 two moves at once leave no circle', async () => {
    await make('CC-A', 'H4403');
    await make('CC-B', 'H4403');
    const moves = await Promise.all([
      unit('Move', { organizationId: ids.get('CC-A'), parentId: ids.get('CC-B') }),
      unit('Move', { organizationId: ids.get('CC-B'), parentId: ids.get('CC-A') }),
    ]);
    expect(moves.flatMap(codes)).toEqual(['CIRCLE']);
  });

  test('SYS-03 a unit is closed by marking it, and not while something depends on it', async () => {
    await make('CL-A', 'H4401');
    await make('CL-B', 'CL-A');
    expect(await unit('Close', { organizationId: ids.get('CL-A'), reason: 'over' })).toMatchObject({
      userErrors: [{ code: 'IN_USE', details: { units: 1 } }],
    });
    await unit('Close', { organizationId: ids.get('CL-B'), reason: 'over' });
    expect((await unit('Close', { organizationId: ids.get('CL-A'), reason: 'over' })).organization.status).toBe(
      'INACTIVE',
    );
    expect(codes(await unit('Create', { code: 'CL-C', name: 'C', type: 'TEAM', parentId: ids.get('CL-A') }))).toEqual([
      'NOT_ACTIVE',
    ]);
  });

  test('SYS-06 an administrator acts within their part of the organisation, and nothing is written beyond it', async () => {
    const before = await graph.database.pool.query('select count(*) from party');
    const input = { code: 'XX-1', name: 'X', type: 'TEAM' };
    expect(codes(await unit('Create', { ...input, parentId: ids.get('H5101') }, manager.as))).toEqual(['OUT_OF_SCOPE']);
    expect(codes(await unit('Change', { organizationId: ids.get('H5101'), name: 'Mine' }, manager.as))).toEqual([
      'OUT_OF_SCOPE',
    ]);
    expect(codes(await unit('Close', { organizationId: ids.get('P44'), reason: 'x' }, manager.as))).toEqual([
      'OUT_OF_SCOPE',
    ]);
    expect(
      codes(await unit('Move', { organizationId: ids.get('H4406'), parentId: ids.get('H5101') }, manager.as)),
    ).toEqual(['OUT_OF_SCOPE']);
    expect((await graph.database.pool.query('select count(*) from party')).rows).toEqual(before.rows);
    expect(codes(await unit('Create', { ...input, parentId: ids.get('H4401') }, manager.as))).toEqual([]);
  });

  test('SYS-03 a batch reports each rejected row and carries out the others', async () => {
    const rows = [
      { create: { code: 'BT-1', name: '1', type: 'TEAM', parentId: ids.get('H4401') } },
      { create: { code: 'BT-1', name: '2', type: 'TEAM', parentId: ids.get('H4401') } },
      {
        create: { code: 'BT-3', name: '3', type: 'TEAM', parentId: ids.get('H4401') },
        close: { organizationId: ids.get('H4401'), reason: 'x' },
      },
      { change: { organizationId: ids.get('H4401'), name: '广州营业厅' } },
    ];
    const answer = await run('organizationBatch', 'OrganizationBatchInput', 'organizations', { rows });
    expect(answer.organizations.map(({ code }: { code: string }) => code)).toEqual(['BT-1', 'H4401']);
    expect(answer.rejections).toEqual([
      { row: 1, userErrors: [{ code: 'DUPLICATE', path: ['input', 'rows', '1', 'create', 'code'] }] },
      { row: 2, userErrors: [{ code: 'REQUIRED', path: ['input', 'rows', '2'] }] },
    ]);
  });

  test('SYS-07 SYS-08 SYS-61 a standard is published downwards, read-only there, and taken note of', async () => {
    const save = (code: string, name: string, parentId?: string) =>
      run('standardUnitSave', 'StandardUnitSaveInput', 'standardUnit', {
        standard: 'CENTRE',
        code,
        name,
        type: 'TEAM',
        ...(parentId ? { parentId } : {}),
      });
    const centre = (await save('CS', 'Service centre')).standardUnit;
    await save('CS-VIP', 'VIP team', centre.id);
    const publish = () =>
      run('standardPublish', 'StandardPublishInput', 'organizations', {
        standard: 'CENTRE',
        organizationIds: [ids.get('P44'), ids.get('P51')],
      });
    const made = await publish();
    expect(made.organizations.map(({ path }: { path: string }) => path).sort()).toEqual([
      '/HQ/P44/P44-CS/',
      '/HQ/P44/P44-CS/P44-CS-VIP/',
      '/HQ/P51/P51-CS/',
      '/HQ/P51/P51-CS/P51-CS-VIP/',
    ]);
    const inGuangdong = made.organizations.find(({ code }: { code: string }) => code === 'P44-CS');
    expect(codes(await unit('Change', { organizationId: inGuangdong.id, name: 'Ours' }, manager.as))).toEqual([
      'STANDARD',
    ]);
    await save('CS', 'Customer service centre');
    const again = await publish();
    const centreNow = again.organizations.find(({ code }: { code: string }) => code === 'P44-CS');
    expect(centreNow).toMatchObject({
      id: inGuangdong.id,
      name: 'Customer service centre',
      standards: { nodes: [{ version: 2, acknowledgedBy: null }] },
    });
    const noted = await run(
      'standardAcknowledge',
      'StandardAcknowledgeInput',
      'organizations',
      { organizationIds: [inGuangdong.id, ids.get('H4401')] },
      manager.as,
    );
    expect(noted.organizations[0].standards.nodes).toEqual([{ version: 2, acknowledgedBy: 'ADM44' }]);
    expect(noted.rejections).toMatchObject([{ row: 1, userErrors: [{ code: 'NOT_STANDARD' }] }]);
  });

  test('SYS-01 regions are made, moved with all inside, and closed by the headquarters only', async () => {
    const save = (input: object, as?: As) => run('regionSave', 'RegionSaveInput', 'region', input, as);
    const area = (await save({ code: '440106-A', name: 'Area A', kind: 'AREA', parentId: ids.get('440106') })).region;
    expect(area.path).toBe('/86/44/4401/440106/440106-A/');
    expect(codes(await save({ regionId: ids.get('440106'), parentId: area.id }))).toEqual(['CIRCLE']);
    await save({ regionId: ids.get('440106'), parentId: ids.get('4403') });
    expect((await graph.query('{ region(code: "440106-A") { path } }')).data.region.path).toBe(
      '/86/44/4403/440106/440106-A/',
    );
    expect(codes(await save({ regionId: ids.get('440106'), closeReason: 'merged' }))).toEqual(['IN_USE']);
    expect(codes(await save({ regionId: area.id, closeReason: 'merged' }))).toEqual([]);
    expect(codes(await save({ regionId: ids.get('440106'), name: 'Mine' }, manager.as))).toEqual(['OUT_OF_SCOPE']);
    await save({ regionId: ids.get('440106'), parentId: ids.get('4401') });
  });
});

describe('staff', () => {
  test('SYS-14 numbers are generated, each once, however many are hired at a time', async () => {
    const hired = await Promise.all(
      Array.from({ length: 12 }, () => employee('Create', { person, organizationId: ids.get('H4401') })),
    );
    const numbers = hired.map((answer) => answer.employee.employeeNo);
    expect(new Set(numbers).size).toBe(12);
    expect(numbers.every((number) => /^H4401-\d{4}$/.test(number))).toBe(true);
  });

  test('SYS-13 a number that is entered is checked', async () => {
    const create = (employeeNo: string) => employee('Create', { employeeNo, person, organizationId: ids.get('H4401') });
    expect(codes(await create('g 1'))).toEqual(['INVALID_NUMBER']);
    expect((await create('G1001')).employee.employeeNo).toBe('G1001');
    expect(codes(await create('G1001'))).toEqual(['DUPLICATE']);
  });

  test('SYS-12 who leaves is marked only, and the number is issued again after its term', async () => {
    const first = (await employee('Create', { employeeNo: 'G2001', person, organizationId: ids.get('H4401') }))
      .employee;
    const gone = (await employee('Leave', { employeeId: first.id, reason: 'retired' })).employee;
    expect(gone).toMatchObject({ status: 'DELETED', employeeNo: 'G2001' });
    const again = () =>
      employee('Create', { employeeNo: 'G2001', person: { name: 'Other' }, organizationId: ids.get('H4401') });
    expect(codes(await again())).toEqual(['NOT_YET_FREE']);
    await graph.database.pool.query(
      `update employee set deleted_at = now() - interval '4 years' where employee_no = 'G2001'`,
    );
    const second = (await again()).employee;
    expect(second.employeeNo).toBe('G2001');
    const { data } = await graph.query(
      'query ($id: ID!) { node(id: $id) { ... on Employee { employeeNo name history(first: 9) { nodes { type } } } } }',
      { id: first.id },
    );
    expect(data.node).toMatchObject({ employeeNo: 'G2001~1', name: 'Lin Hao' });
    expect(second.id).not.toBe(first.id);
  });

  test('SYS-15 SYS-16 a move keeps the number and ends positions and regions of the old unit', async () => {
    const hired = (
      await employee('Create', {
        employeeNo: 'G3001',
        person,
        organizationId: ids.get('H4401'),
        positionIds: [ids.get('HALL_CLERK')],
        regionIds: [ids.get('440104')],
      })
    ).employee;
    const moved = (
      await employee('Move', {
        employeeId: hired.id,
        organizationId: ids.get('H4403'),
        positionIds: [ids.get('CALL_CENTRE_AGENT')],
      })
    ).employee;
    expect(moved).toMatchObject({ employeeNo: 'G3001', organization: { code: 'H4403' } });
    const open = (list: { nodes: { validity: { to: string | null } }[] }) =>
      list.nodes.filter(({ validity }) => validity.to === null);
    expect(open(moved.positions)).toMatchObject([{ position: { code: 'CALL_CENTRE_AGENT' }, main: true }]);
    expect(open(moved.regions)).toEqual([]);
    expect(moved.history.nodes.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['employee.created', 'employee.moved', 'employee.position.ended']),
    );
  });

  test('SYS-19 a number becomes invalid at the end of its validity, and valid again when that is moved', async () => {
    const hired = (await employee('Create', { employeeNo: 'G4001', person, organizationId: ids.get('H4401') }))
      .employee;
    await graph.database.pool.query(
      `update employee set validity_to = now() - interval '1 minute' where employee_no = 'G4001'`,
    );
    await graph.database.write(graph.database.systemContext('test'), async (tx) =>
      tx.enqueue({ name: 'employee.invalidate', payload: {} }),
    );
    const status = async () => (await graph.query('{ employee(employeeNo: "G4001") { status } }')).data.employee.status;
    await until(async () => (await status()) === 'INVALID');
    expect((await employee('Change', { employeeId: hired.id, until: '2099-01-01T00:00:00Z' })).employee.status).toBe(
      'ACTIVE',
    );
  });

  test('SYS-11 staff are looked after by the administrator of their unit only, who gives no position they could not grant', async () => {
    const other = (await employee('Create', { employeeNo: 'S1001', person, organizationId: ids.get('H5101') }))
      .employee;
    expect(codes(await employee('Change', { employeeId: other.id, name: 'X' }, manager.as))).toEqual(['OUT_OF_SCOPE']);
    expect(
      codes(
        await employee(
          'Create',
          { person, organizationId: ids.get('H4401'), positionIds: [ids.get('HALL_CLERK')] },
          manager.as,
        ),
      ),
    ).toEqual(['NOT_HELD']);
    expect(
      codes(
        await employee(
          'Create',
          { person, organizationId: ids.get('H4401'), regionIds: [ids.get('5101')] },
          manager.as,
        ),
      ),
    ).toEqual(['OUT_OF_SCOPE']);
    const mine = (await employee('Create', { person, organizationId: ids.get('H4401') }, manager.as)).employee;
    expect((await employee('Change', { employeeId: mine.id, name: 'Renamed' }, manager.as)).employee.name).toBe(
      'Renamed',
    );
    expect(codes(await employee('Leave', { employeeId: manager.id, reason: 'x' }, manager.as))).toEqual([
      'OUT_OF_SCOPE',
    ]);
  });

  test('SYS-09 SYS-03 a batch of staff reports each rejected row', async () => {
    const rows = [
      { create: { employeeNo: 'G5001', person, organizationId: ids.get('H4401') } },
      { create: { employeeNo: 'G5001', person, organizationId: ids.get('H4401') } },
      { create: { employeeNo: 'G5002', person: { name: '   ' }, organizationId: ids.get('H4401') } },
    ];
    const answer = await run('employeeBatch', 'EmployeeBatchInput', 'employees', { rows: rows.slice(0, 2) });
    expect(answer.employees.map(({ employeeNo }: { employeeNo: string }) => employeeNo)).toEqual(['G5001']);
    expect(answer.rejections).toMatchObject([{ row: 1, userErrors: [{ code: 'DUPLICATE' }] }]);
    expect(codes(await run('employeeBatch', 'EmployeeBatchInput', 'employees', { rows }))).toEqual(['REQUIRED']);
  });

  test('SYS-10 SYS-26 positions are found by role and holder; common ones are changed by the headquarters only', async () => {
    const { data } = await graph.query(
      '{ position(code: "HALL_MANAGER") { level defaultRole { code } roles { nodes { role { code } } } holders { totalCount } } }',
    );
    expect(data.position).toMatchObject({ level: 2, defaultRole: { code: 'DESK_SUPERVISOR' } });
    const save = (input: object, as?: As) => run('positionSave', 'PositionSaveInput', 'position', input, as);
    expect(codes(await save({ code: 'GD_SPECIAL', name: 'Special', level: 4 }, manager.as))).toEqual(['OUT_OF_SCOPE']);
    const own = await save(
      { code: 'GD_SPECIAL', name: 'Special', level: 4, organizationId: ids.get('P44') },
      manager.as,
    );
    expect(own.position.code).toBe('GD_SPECIAL');
    expect(codes(await save({ positionId: own.position.id, remove: true }, manager.as))).toEqual([]);
  });
});
