import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkFile } from '../../cli/import-command.js';
import { exportToFile } from '../../cli/export-command.js';
import { csvLine, TableFormat } from '../../kernel/tables/index.js';
import {
  count,
  exported,
  folder,
  graph,
  load,
  newFile,
  type TableRow as Row,
  useTableDesk,
} from '../../testing/table-desk.js';

useTableDesk();

const person: Row = {
  code: 'IM-001',
  name: '王小明',
  region: '4401',
  gender: 'MALE',
  birthDate: '1990-01-01',
  idType: 'PASSPORT',
  idNo: 'E12345678',
  mobile: '13800138001',
  address: '天河路1号',
  postcode: '510000',
  serviceLevel: 'JADE',
  operators: '电信; 联通',
};
const company: Row = {
  code: 'IM-002',
  name: '=cmd|calc',
  kind: 'ORGANIZATION',
  region: '440106',
  industry: 'IT',
  headCount: '120',
  customerType: 'BIG',
  subType: '2A',
};
const customer = `query ($code: String!) { customer(code: $code) { name lifecycle serviceLevel customerType subType operators region { code }
  accounts { nodes { accountNo } } history { nodes { type actor } }
  party { ... on Individual { gender birthDate } ... on ExternalOrganization { industry headCount }
    identifications { nodes { type number } } contactMedia { nodes { kind value postcode } } } } }`;

describe('import of customers', () => {
  it('CUS-26 CUS-25 loads people and organisations as the front desk does', async () => {
    const { counts, rejects } = await load('customers', [person, company]);
    expect(rejects).toEqual([]);
    expect(counts).toEqual({ rows: 2, loaded: 2, present: 0, skipped: 0, rejected: 0, warned: 0 });
    const { data } = await graph.query(customer, { code: 'IM-001' });
    expect(data.customer).toMatchObject({
      name: '王小明',
      lifecycle: 'POTENTIAL',
      serviceLevel: 'JADE',
      operators: ['电信', '联通'],
      region: { code: '4401' },
      party: {
        gender: 'MALE',
        birthDate: '1990-01-01',
        identifications: { nodes: [{ type: 'PASSPORT', number: 'E12345678' }] },
      },
    });
    expect(data.customer.party.contactMedia.nodes).toEqual(
      expect.arrayContaining([
        { kind: 'MOBILE', value: '13800138001', postcode: null },
        { kind: 'POST', value: '天河路1号', postcode: '510000' },
      ]),
    );
    expect(data.customer.accounts.nodes).toHaveLength(1);
    expect(data.customer.history.nodes).toContainEqual(expect.objectContaining({ actor: 'import' }));
    const second = await graph.query(customer, { code: 'IM-002' });
    expect(second.data.customer).toMatchObject({
      customerType: 'BIG',
      subType: '2A',
      party: { industry: 'IT', headCount: 120 },
    });
  });

  it('CUS-26 tells line, column and reason of each bad row, and loads the others', async () => {
    const good = { ...person, code: 'IM-010', idType: '', idNo: '', mobile: '' };
    const { counts, rejects } = await load('customers', [
      good,
      { ...good, code: 'IM-011', region: 'nowhere' },
      { ...good, code: 'IM-012', gender: 'M', birthDate: '1990-02-31' },
      { ...good, code: 'IM-013', idType: 'ID_CARD', idNo: '440106199001011234' },
      { ...good, code: 'IM-014', idType: 'PASSPORT', idNo: 'E12345678' },
      { ...good, code: 'IM-015', headCount: '3', industry: '' },
      { ...good, code: 'IM-016', kind: 'ORGANIZATION', gender: '', birthDate: '', headCount: 'many' },
      { ...good, code: 'IM-010' },
      { ...good, code: '' },
      { ...good, code: 'IM-018', idType: 'PASSPORT', idNo: 'E77777777' },
      { ...good, code: 'IM-019', idType: 'PASSPORT', idNo: 'E77777777' },
      { ...good, code: 'IM-020', idType: '', idNo: 'E8' },
    ]);
    expect(counts).toEqual({ rows: 12, loaded: 2, present: 0, skipped: 0, rejected: 10, warned: 0 });
    const told = rejects.map(([line, outcome, column, value]) => [line, outcome, column, value]);
    expect(told.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      ['3', 'rejected', 'region', 'nowhere'],
      ['4', 'rejected', 'birthDate', '1990-02-31'],
      ['4', 'rejected', 'gender', 'M'],
      ['5', 'rejected', 'idNo', '440106199001011234'],
      ['6', 'rejected', 'idNo', 'E12345678'],
      ['7', 'rejected', 'headCount', '3'],
      ['8', 'rejected', 'headCount', 'many'],
      ['9', 'rejected', 'code', 'IM-010'],
      ['10', 'rejected', 'code', ''],
      ['12', 'rejected', 'idNo', 'E77777777'],
      ['13', 'rejected', 'idType', ''],
    ]);
    expect(await count(`"customer" where "code" in ('IM-011', 'IM-012', 'IM-013', 'IM-014', 'IM-016')`)).toBe(0);
  });

  it('CUS-26 can be run again: what is there is left alone', async () => {
    const before = await count('"history_entry"');
    const { counts } = await load('customers', [
      { ...person, name: 'Another' },
      { ...company, code: 'IM-002' },
    ]);
    expect(counts).toMatchObject({ rows: 2, loaded: 0, present: 2, rejected: 0 });
    expect(await count('"history_entry"')).toBe(before);
  });

  it('CUS-26 writes nothing in a dry run, and tells the same', async () => {
    const tables = ['customer', 'party', 'account', 'history_entry', 'audit_entry', 'contact_medium'];
    const counts = () => Promise.all(tables.map((table) => count(`"${table}"`)));
    const before = await counts();
    const rehearsed = await load(
      'customers',
      [
        { ...person, code: 'IM-030' },
        { ...company, code: 'IM-031' },
      ],
      true,
    );
    expect(rehearsed.counts).toMatchObject({ rows: 2, loaded: 1, rejected: 1 });
    expect(rehearsed.rejects).toEqual([expect.arrayContaining(['2', 'rejected', 'idNo', 'E12345678'])]);
    expect(await counts()).toEqual(before);
  });

  it.each([
    ['UNKNOWN_COLUMN', 'code,name,region,colour\n', 'colour'],
    ['MISSING_COLUMN', 'code,name\n', 'region'],
  ])('CUS-26 %s: the file is refused as a whole', async (code, content, text) => {
    const file = newFile('bad', 'csv');
    await writeFile(file, content);
    await expect(checkFile({ source: 'customers', file })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
  });
});

describe('export of customers', () => {
  it.each([TableFormat.CSV, TableFormat.XLSX])('CUS-25 writes what an import reads (%s)', async (format) => {
    const rows = await exported('customers', format, { code: { in: ['IM-001', 'IM-002'] } });
    expect(rows).toEqual([
      expect.objectContaining({ ...person, kind: 'INDIVIDUAL', lifecycle: 'POTENTIAL', email: '' }),
      expect.objectContaining(company),
    ]);
  });

  it('CUS-25 escapes what a spreadsheet would take for a formula', async () => {
    const file = join(folder, 'escaped.csv');
    const filter = { code: { eq: 'IM-002' } };
    await exportToFile(graph.database, { table: 'customers', file, format: TableFormat.CSV, filter });
    const text = await readFile(file, 'utf8');
    expect(text).toContain(",'=cmd|calc,");
    expect(text.startsWith('\uFEFFcode,')).toBe(true);
  });

  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])('CUS-25 a cell that begins with %s is text', (sign) => {
    expect(csvLine([`${sign}1`, `'${sign}1`, `a${sign}1`])).toBe(`'${sign}1,''${sign}1,a${sign}1\r\n`);
  });

  it.each([TableFormat.CSV, TableFormat.XLSX])('CUS-25 CUS-26 any text comes back as it was (%s)', async (format) => {
    const names = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      ...['＝x', '＋x', '－x', '＠x', "'＝x"],
      "'=x",
      "''x",
      "'",
      'a "b", c',
      '一，二',
      '00123',
      '1e5',
      'TRUE',
      '2026-01-02',
      '#REF!',
      'a  b',
      '𠮷😀',
      '<&>',
      '_x0041_',
    ];
    const codes = names.map((_, at) => `RT-${format}-${at}`);
    const { counts, rejects } = await load(
      'customers',
      names.map((name, at) => ({ code: codes[at]!, name: 'x', region: '4401', industry: 'IT', kind: 'ORGANIZATION' })),
    );
    expect([counts.loaded, rejects]).toEqual([names.length, []]);
    for (const [at, name] of names.entries())
      await graph.database.pool.query('update customer set service_address = $2 where code = $1', [codes[at], name]);
    const rows = await exported('customers', format, { code: { in: codes } });
    const back = new Map(rows.map(({ code, serviceAddress }) => [code, serviceAddress]));
    for (const [at, name] of names.entries()) expect(back.get(codes[at]!)).toBe(name);
  });

  it('CUS-25 reads page by page', async () => {
    const many = Array.from({ length: 430 }, (_, row) => ({ code: `PG-${row}`, name: `Page ${row}`, region: '4401' }));
    expect((await load('customers', many)).counts).toMatchObject({ loaded: 430 });
    const rows = await exported('customers', TableFormat.CSV, { code: { startsWith: 'PG-' } });
    expect(new Set(rows.map(({ code }) => code)).size).toBe(430);
  });

  it('CUS-25 CUS-75 writes accounts in the order of their numbers', async () => {
    const { rows } = await graph.database.pool.query('select account_no from account order by account_no');
    const written = await exported('accounts', TableFormat.CSV, {});
    expect(written.length).toBeGreaterThan(0);
    expect(written.map((row) => row['accountNo'])).toEqual(rows.map((row) => row.account_no));
  });

  it('CUS-25 leaves no file behind when its filter is wrong', async () => {
    const file = join(folder, 'none.csv');
    const command = { table: 'customers', file, format: TableFormat.CSV, filter: { colour: { eq: 'red' } } };
    await expect(exportToFile(graph.database, command)).rejects.toThrow('colour');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });
});

describe('products, prices and offerings', () => {
  const product: Row = {
    code: 'IM_ROUTER',
    name: 'Router',
    kind: 'ATTACHED',
    nature: 'PHYSICAL',
    level: 'HEADQUARTERS',
    providerKind: 'OWN',
    productLine: 'BROADBAND',
    services: 'INSTALL; REMOVE',
    attributes: '[{"code":"ports","name":"Ports","dataType":"INTEGER","mandatory":true,"min":"1"}]',
  };
  const price: Row = {
    code: 'TP_IM',
    name: 'Import plan',
    type: 'PERIODIC',
    amount: '29.9',
    currency: 'CNY',
    period: 'MONTH',
    validFrom: '2026-01-01',
    basis: '2026/17',
  };
  const offering: Row = {
    code: 'OF_IM',
    name: 'Imported offering',
    level: 'HEADQUARTERS',
    productLine: 'BROADBAND',
    components: 'INTERNET_FIBER; ONLINE_SECURITY*0..2',
    fixedValues: '{"INTERNET_FIBER":{"bandwidth":500}}',
    tariffs: 'TP_IM!',
    paymentMethods: 'CASH; CREDIT_CARD',
  };

  it('PRD-01 PRD-12 products come in with templates and services, and go out as they came', async () => {
    expect(await load('products', [product])).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    const [row] = await exported('products', TableFormat.XLSX, { code: { eq: 'IM_ROUTER' } });
    const { attributes, ...rest } = product;
    expect(row).toMatchObject({ ...rest, services: expect.any(String), status: 'PENDING_APPROVAL' });
    expect(row!['services']!.split('; ').sort()).toEqual(['INSTALL', 'REMOVE']);
    expect(JSON.parse(row!['attributes']!)).toEqual(JSON.parse(attributes!));
    const bad = await load('products', [
      { ...product, code: 'IM_BAD', services: 'FLY', attributes: '[{"code":"x"' },
      { ...product, code: 'IM_BAD2', services: 'FLY' },
      { ...product, code: 'IM_BAD3', attributes: '[{"code":"a","name":"A","dataType":"CHOICE"}]' },
    ]);
    expect(bad.rejects.map(([line, , column]) => [line, column])).toEqual([
      ['2', 'attributes'],
      ['3', 'services'],
      ['4', 'attributes'],
    ]);
    expect(await count(`"product" where "code" like 'IM_BAD%'`)).toBe(0);
  });

  it('PRD-78 prices come in as tariff plans, exact', async () => {
    expect(await load('prices', [price])).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    const [row] = await exported('prices', TableFormat.CSV, { code: { eq: 'TP_IM' } });
    // Days, and times without a zone, are those of the operator.
    expect(row).toMatchObject({ ...price, validFrom: '2025-12-31T16:00:00.000Z', status: 'DRAFT' });
    const timed = { ...price, code: 'TP_TIME', validFrom: '2026-01-01 09:30', validTo: '2026-12-31T00:00:00Z' };
    expect(await load('prices', [timed])).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    expect(await exported('prices', TableFormat.XLSX, { code: { eq: 'TP_TIME' } })).toMatchObject([
      { validFrom: '2026-01-01T01:30:00.000Z', validTo: '2026-12-31T00:00:00.000Z' },
    ]);
    const bad = await load('prices', [
      { ...price, code: 'TP_A', amount: '-1' },
      { ...price, code: 'TP_B', currency: 'XXY' },
      { ...price, code: 'TP_C', period: '' },
      { ...price, code: 'TP_D', amount: 'much' },
    ]);
    expect(bad.rejects.map(([line, , column]) => [line, column])).toEqual([
      ['2', 'amount'],
      ['3', 'currency'],
      ['4', ''],
      ['5', 'amount'],
    ]);
  });

  it('PRD-33 PRD-37 offerings come in with their products, fixed values and plans', async () => {
    const first = await load('offerings', [offering]);
    expect(first).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    const [row] = await exported('offerings', TableFormat.CSV, { code: { eq: 'OF_IM' } });
    expect(row).toMatchObject({
      ...offering,
      components: expect.any(String),
      status: 'PENDING_APPROVAL',
    });
    expect(row!['components']!.split('; ').sort()).toEqual(['INTERNET_FIBER*1..1', 'ONLINE_SECURITY*0..2']);
    const again = await load('offerings', [
      { ...row!, code: 'OF_IM2' },
      { ...offering, code: 'OF_IM3', components: 'NO_SUCH' },
      { ...offering, code: 'OF_IM4', fixedValues: '{"INTERNET_FIBER":{"speed":5}}' },
    ]);
    expect(again.counts).toMatchObject({ loaded: 1, rejected: 2 });
    expect(again.rejects.map(([line, , column]) => [line, column])).toEqual([
      ['3', 'components'],
      ['4', 'fixedValues'],
    ]);
  });

  it('PRD-08 PRD-09 PRD-45 what provinces and local networks maintain comes in with its owner, and goes out with it', async () => {
    const owned = (row: Row, code: string, level: string, owner: string): Row => ({ ...row, code, level, owner });
    const local = owned(product, 'IM_LOCAL', 'LOCAL_NETWORK', '4401');
    const provincial = owned(product, 'IM_PROVINCE', 'PROVINCE', '44');
    expect(await load('products', [local, provincial])).toMatchObject({ counts: { loaded: 2 }, rejects: [] });
    const plan = owned(price, 'TP_PROVINCE', 'PROVINCE', '44');
    expect(await load('prices', [plan])).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    for (const [table, row] of [
      ['products', local],
      ['products', provincial],
      ['prices', plan],
    ] as const)
      expect(await exported(table, TableFormat.CSV, { code: { eq: row['code'] } })).toMatchObject([
        { level: row['level'], owner: row['owner'] },
      ]);
    const { rejects } = await load('products', [
      owned(product, 'IM_WRONG', 'PROVINCE', '4401'),
      owned(product, 'IM_NOWHERE', 'PROVINCE', '99X'),
      owned(product, 'IM_NOBODY', 'PROVINCE', ''),
    ]);
    expect(rejects.map(([line, , column]) => [line, column])).toEqual([
      ['2', 'owner'],
      ['3', 'owner'],
      ['4', 'level'],
    ]);
    expect(await count(`"product" where "code" in ('IM_WRONG', 'IM_NOWHERE', 'IM_NOBODY')`)).toBe(0);
    const home = owned(offering, 'OF_PROVINCE', 'PROVINCE', '44');
    expect(await load('offerings', [home])).toMatchObject({ counts: { loaded: 1 } });
    expect(await exported('offerings', TableFormat.CSV, { code: { eq: 'OF_PROVINCE' } })).toMatchObject([
      { level: 'PROVINCE', owner: '44' },
    ]);
  });
});

describe('staff of another system', () => {
  const seller: Row = {
    employeeNo: 'MSS-001',
    name: '李销售',
    unit: 'H4401',
    positions: 'HALL_CLERK; PRODUCT_SPECIALIST',
    regions: '440106',
    phone: '02088886666',
    skills: 'English; 粤语',
    from: '2026-01-01',
  };

  it('SYS-54 is taken over with units, positions and regions, each row as hiring checks it, and once', async () => {
    const rows = [
      seller,
      { ...seller, employeeNo: 'MSS-002', unit: 'nowhere' },
      { ...seller, employeeNo: 'MSS-003', positions: 'HALL_CLERK; JUGGLER' },
      { ...seller, employeeNo: 'mss 4' },
      { ...seller, employeeNo: 'MSS-005', until: '2025-01-01' },
      { ...seller, employeeNo: 'MSS-001' },
    ];
    const { counts, rejects } = await load('employees', rows);
    expect(counts).toEqual({ rows: 6, loaded: 1, present: 0, skipped: 0, rejected: 5, warned: 0 });
    expect(rejects.map(([line, , column]) => [line, column]).sort()).toEqual([
      ['3', 'unit'],
      ['4', 'positions'],
      ['5', 'employeeNo'],
      ['6', 'until'],
      ['7', 'employeeNo'],
    ]);
    expect(await count(`"employee" where "employee_no" like 'MSS-%'`)).toBe(1);
    const again = await load('employees', [seller]);
    expect(again.counts).toEqual({ rows: 1, loaded: 0, present: 1, skipped: 0, rejected: 0, warned: 0 });
    const [row] = await exported('employees', TableFormat.CSV, { employeeNo: { eq: 'MSS-001' } });
    expect(row).toMatchObject({
      ...{ name: '李销售', unit: 'H4401', positions: 'HALL_CLERK; PRODUCT_SPECIALIST', regions: '440106' },
      ...{ phone: '02088886666', skills: 'English; 粤语', from: '2025-12-31T16:00:00.000Z', status: 'ACTIVE' },
    });
  });
});
