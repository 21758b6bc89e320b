import { describe, expect, it } from '@jest/globals';
import { readImportCommand } from '../../cli/import-command.js';
import { TableFormat } from '../../kernel/tables/index.js';
import { count, exported, graph, load, type TableRow as Row, useTableDesk } from '../../testing/table-desk.js';

useTableDesk();

const person: Row = {
  ...{ code: 'EX-001', name: '王小明', region: '4401', gender: 'MALE', birthDate: '1990-01-01' },
  ...{ idType: 'PASSPORT', idNo: 'E12345678', idValidUntil: '2090-01-01', mobile: '13800138001' },
  ...{ address: '天河路1号', postcode: '510000', serviceLevel: 'JADE', operators: '电信; 联通' },
};
const company: Row = {
  ...{ code: 'EX-002', name: 'Harbour Freight', kind: 'ORGANIZATION', region: '440106', industry: 'IT' },
  ...{ headCount: '120', customerType: 'BIG', subType: '2A', registrationNo: '91350100M000100Y43' },
};
const update = (rows: Row[], dryRun = false) => load('customers', rows, dryRun, undefined, 'update');
const SHOWN = `query ($code: String!) { customer(code: $code) { name serviceLevel serviceAddress operators region { code }
  party { ... on Individual { gender occupation } ... on ExternalOrganization { industry headCount registrationNo }
    identifications { nodes { type number validUntil } } contactMedia { nodes { kind value postcode } } } } }`;
const seen = async (code: string) => (await graph.query(SHOWN, { code })).data.customer;
const tables = [
  'customer',
  'party',
  'history_entry',
  'audit_entry',
  'contact_medium',
  'party_identification',
  'approval',
];
const counts = () => Promise.all(tables.map((table) => count(`"${table}"`)));

describe('import of customers who are there', () => {
  it('CUS-25 changes what the cells say otherwise, by code or document, with validation and history, and nothing when run again', async () => {
    expect((await load('customers', [person, company])).counts).toMatchObject({ loaded: 2 });
    const rows: Row[] = [
      {
        ...{
          code: 'EX-001',
          name: '王大明',
          gender: '',
          mobile: '138 0013 8002',
          address: '天河路1号',
          postcode: '510001',
        },
        ...{ email: 'wang@example.com', idType: 'PASSPORT', idNo: 'e12345678', idValidUntil: '2099-01-01' },
        ...{ serviceLevel: 'DIAMOND', operators: '电信;联通', region: '440106' },
      },
      // Known by its document, whatever its code is elsewhere.
      { code: 'B-77', registrationNo: '91350100M000100Y43', headCount: '0150', industry: 'IT' },
      { ...person, code: 'EX-003', name: 'New', idNo: 'E33333333' },
    ];
    const { counts: told, rejects } = await update(rows);
    expect([told, rejects]).toEqual([
      { rows: 3, loaded: 1, present: 0, updated: 2, skipped: 0, rejected: 0, warned: 0 },
      [],
    ]);
    expect(await seen('EX-001')).toEqual({
      ...{ name: '王大明', serviceLevel: 'DIAMOND', serviceAddress: null, operators: ['电信', '联通'] },
      region: { code: '440106' },
      party: {
        ...{ gender: 'MALE', occupation: null },
        identifications: { nodes: [{ type: 'PASSPORT', number: 'E12345678', validUntil: '2099-01-01' }] },
        contactMedia: {
          nodes: [
            { kind: 'MOBILE', value: '13800138002', postcode: null },
            { kind: 'POST', value: '天河路1号', postcode: '510001' },
            { kind: 'EMAIL', value: 'wang@example.com', postcode: null },
          ],
        },
      },
    });
    expect((await seen('EX-002')).party).toMatchObject({ headCount: 150, industry: 'IT' });
    expect(await seen('B-77')).toBeNull();
    const { rows: events } = await graph.database.pool.query(
      `select "h"."type", "h"."actor", "h"."data" -> 'changes' "changes" from "history_entry" "h" join "customer" "c" on "c"."id" = "h"."customer_id"
       where "c"."code" = 'EX-001' and "h"."type" ~ 'customer.(changed|identification.renewed|medium)' order by "h"."sequence"`,
    );
    expect(events.map(({ type, actor }) => `${type} ${actor}`)).toEqual([
      'customer.changed import',
      'customer.identification.renewed import',
      'customer.medium.changed import',
      'customer.medium.added import',
      'customer.medium.changed import',
    ]);
    expect(events[0].changes).toContainEqual({ field: 'serviceLevel', old: 'JADE', new: 'DIAMOND' });

    const before = await counts();
    expect((await update(rows)).counts).toEqual({
      ...{ rows: 3, loaded: 0, present: 3, skipped: 0, rejected: 0, warned: 0 },
    });
    expect(await counts()).toEqual(before);
  });

  it('CUS-25 refuses a row wholly, with line, column and reason', async () => {
    const before = [await counts(), await seen('EX-001'), await seen('EX-002')];
    const wrong: Row[] = [
      { code: 'EX-001', serviceLevel: 'SAPPHIRE', gender: 'M' },
      { code: 'EX-001', serviceLevel: 'SAPPHIRE', mobile: 'no number' },
      { code: 'EX-002', serviceLevel: 'SAPPHIRE', kind: 'INDIVIDUAL' },
      { code: 'EX-002', gender: 'MALE' },
      { code: 'EX-003', serviceLevel: 'SAPPHIRE', idType: 'PASSPORT', idNo: 'E12345678' },
      { code: 'EX-004', serviceLevel: 'SAPPHIRE' },
      { code: 'EX-005', name: 'Other', region: 'nowhere' },
    ];
    const { counts: told, rejects } = await update(
      wrong.map((row, index) => ({ ...row, vipNo: index === 1 ? '' : `V${index}` })),
    );
    expect(told).toMatchObject({ rows: 7, loaded: 0, rejected: 7 });
    const known = rejects.map(([line, outcome, column, value]) => [line, outcome, column, value]);
    expect(known.toSorted(([one], [other]) => Number(one) - Number(other))).toEqual([
      ['2', 'rejected', 'gender', 'M'],
      // The same code twice.
      ['3', 'rejected', 'code', 'EX-001'],
      ['4', 'rejected', 'kind', 'INDIVIDUAL'],
      ['5', 'rejected', 'code', 'EX-002'],
      ['6', 'rejected', 'idNo', 'E12345678'],
      ['7', 'rejected', 'name', ''],
      ['7', 'rejected', 'region', ''],
      ['8', 'rejected', 'region', 'nowhere'],
    ]);
    const again = await update([
      { code: 'EX-001', serviceLevel: 'SAPPHIRE', mobile: 'no number' },
      { code: 'EX-002', serviceLevel: 'SAPPHIRE', gender: 'MALE' },
    ]);
    expect(again.rejects.map(([line, , column]) => [line, column])).toEqual([
      ['2', 'mobile'],
      ['3', 'gender'],
    ]);
    // What was refused stands in the operation log, and nowhere else.
    const after = [await counts(), await seen('EX-001'), await seen('EX-002')];
    const withoutLog = ([numbers, ...rest]: unknown[]) => [
      (numbers as number[]).filter((_, index) => index !== 3),
      rest,
    ];
    expect(withoutLog(after)).toEqual(withoutLog(before));
  });

  it('CUS-25 tells in a dry run what would change, and writes nothing', async () => {
    const before = await counts();
    const { counts: told, rejects } = await update(
      [
        { code: 'EX-001', serviceLevel: 'JADE', mobile: '13800138003', occupation: 'teacher' },
        { code: 'EX-002', industry: 'IT', headCount: 'many' },
        { code: 'EX-003', name: 'New' },
      ],
      true,
    );
    expect(told).toMatchObject({ rows: 3, updated: 1, present: 1, rejected: 1 });
    expect(rejects.toSorted()).toEqual(
      [
        ['2', 'loaded', 'mobile', '13800138003', 'Would be changed: it is 13800138002 now.'],
        ['2', 'loaded', 'occupation', 'teacher', 'Would be changed: it is blank now.'],
        ['2', 'loaded', 'serviceLevel', 'JADE', 'Would be changed: it is DIAMOND now.'],
        ['3', 'rejected', 'headCount', 'many', 'A whole number is expected.'],
      ].toSorted(),
    );
    expect(await counts()).toEqual(before);
  });

  it('CUS-25 WFL-28 holds key data until somebody approves them', async () => {
    const { data } = await graph.query('{ parameter(code: "customer.approval.fields") { id } }');
    const set = (value: string) =>
      graph.query('mutation ($input: ParameterSetInput!) { parameterSet(input: $input) { userErrors { code } } }', {
        input: { parameterId: data.parameter.id, value },
      });
    await set('serviceLevel');
    const held = await update([{ code: 'EX-002', serviceLevel: 'DIAMOND' }]);
    expect(held.counts).toMatchObject({ rows: 1, held: 1, rejected: 0 });
    expect(held.rejects).toEqual([['2', 'loaded', '', '', 'The change waits for approval.']]);
    expect((await seen('EX-002')).serviceLevel).not.toBe('DIAMOND');
    expect(await count(`"approval" where "status" = 'ASKED' and "kind" = 'CUSTOMER_CHANGE'`)).toBe(1);
    const twice = await update([{ code: 'EX-002', serviceLevel: 'DIAMOND' }]);
    expect(twice.rejects).toMatchObject([
      ['2', 'rejected', expect.anything(), expect.anything(), expect.stringContaining('APPROVAL_PENDING')],
    ]);
    await set('');
  });

  it('CUS-25 leaves them alone or refuses them when it is told to, also those who are known by a document only', async () => {
    const before = await counts();
    const rows = [
      { ...person, name: 'Another' },
      { ...person, code: 'B-78', name: 'Another', idNo: 'E33333333' },
    ];
    expect((await load('customers', rows, false, undefined, 'skip')).counts).toMatchObject({ present: 2, rejected: 0 });
    const { counts: told, rejects } = await load('customers', rows, false, undefined, 'reject');
    expect(told).toMatchObject({ present: 0, rejected: 2 });
    expect(rejects.map(([line, , column, , reason]) => [line, column, reason!.split(':')[0]])).toEqual([
      ['2', 'code', 'EXISTS'],
      ['3', 'code', 'EXISTS'],
    ]);
    expect(await counts()).toEqual(before);
  });

  it('CUS-25 takes the option for tables that can be changed only', () => {
    expect(readImportCommand(['customers', 'a.csv', '--on-existing', 'update'], '/x')).toMatchObject({
      onExisting: 'update',
    });
    expect(() => readImportCommand(['customers', 'a.csv', '--on-existing', 'replace'], '/x')).toThrow(
      'update, skip, reject',
    );
    expect(() => readImportCommand(['accounts', 'a.csv', '--on-existing', 'update'], '/x')).toThrow('not for accounts');
  });
});

describe('attributes that templates add to customers', () => {
  it('CUS-10 CUS-25 CUS-26 come in with new customers, change those who are there, and go out as they came', async () => {
    const save = async (customerType: string, fields: object[]) => {
      const document =
        'mutation ($input: CustomerTemplateSaveInput!) { customerTemplateSave(input: $input) { userErrors { code path } } }';
      const { data } = await graph.query(document, { input: { customerType, name: customerType, fields } });
      expect(data.customerTemplateSave.userErrors).toEqual([]);
    };
    await save('PUBLIC', [
      { code: 'hobby', name: 'Hobby', dataType: 'TEXT', mandatory: true },
      { code: 'children', name: 'Children', dataType: 'INTEGER' },
      { code: 'income', name: 'Income', dataType: 'DECIMAL' },
      { code: 'married', name: 'Married', dataType: 'BOOLEAN' },
      { code: 'home', name: 'Home', dataType: 'CHOICE', allowedValues: ['OWN', 'RENTED'] },
    ]);
    // Of the same name, of another type.
    await save('COMMERCIAL', [{ code: 'hobby', name: 'Hobbies', dataType: 'INTEGER' }]);
    const named = (values: Record<string, string>): Row =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`characteristics.${name}`, value]));
    const plain = (code: string): Row => ({ code, name: code, region: '4401' });
    const rows: Row[] = [
      { ...plain('AT-1'), ...named({ hobby: '007', children: '2', income: '12.5', married: 'yes', home: 'OWN' }) },
      { ...plain('AT-2'), kind: 'ORGANIZATION', ...named({ hobby: '7' }) },
      { ...plain('AT-3') },
      { ...plain('AT-4'), ...named({ hobby: 'x', children: 'two' }) },
      { ...plain('AT-5'), ...named({ hobby: 'x', home: 'TENT' }) },
    ];
    const { counts: told, rejects } = await load('customers', rows);
    expect(told).toMatchObject({ rows: 5, loaded: 2, rejected: 3 });
    expect(
      rejects.map(([line, , column]) => [line, column]).toSorted(([one], [other]) => Number(one) - Number(other)),
    ).toEqual([
      ['4', ''],
      ['5', 'characteristics.children'],
      ['6', 'characteristics.home'],
    ]);
    const valuesOf = async (code: string) => {
      const document = 'query ($code: String!) { customer(code: $code) { version characteristics { name value } } }';
      const { version, characteristics } = (await graph.query(document, { code })).data.customer as {
        version: number;
        characteristics: { name: string; value: unknown }[];
      };
      return { version, ...Object.fromEntries(characteristics.map(({ name, value }) => [name, value])) };
    };
    const kept = { version: 1, hobby: '007', children: 2, income: 12.5, married: true, home: 'OWN' };
    expect(await valuesOf('AT-1')).toEqual(kept);
    expect(await valuesOf('AT-2')).toEqual({ version: 1, hobby: 7 });

    const out = await exported('customers', TableFormat.CSV, { code: { in: ['AT-1', 'AT-2'] } });
    expect(out).toMatchObject([
      named({ hobby: '007', children: '2', income: '12.5', married: 'true', home: 'OWN' }),
      named({ hobby: '7', children: '', income: '', married: '', home: '' }),
    ]);
    const left = ['lifecycle', 'joinedAt', 'leftAt'];
    const again = out.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !left.includes(name))));
    expect(await update(again)).toMatchObject({ counts: { rows: 2, present: 2 }, rejects: [] });
    const changes = [
      { code: 'AT-1', ...named({ children: '3', income: '12.50', married: 'YES' }) },
      { code: 'AT-2', serviceAddress: 'Pier 7', ...named({ hobby: '8' }) },
    ];
    expect(await update(changes)).toMatchObject({ counts: { rows: 2, updated: 2 }, rejects: [] });
    expect(await valuesOf('AT-1')).toEqual({ ...kept, version: 2, children: 3 });
    expect(await valuesOf('AT-2')).toEqual({ version: 2, hobby: 8 });
    expect((await seen('AT-2')).serviceAddress).toBe('Pier 7');
    const bad = await update([{ code: 'AT-1', ...named({ home: 'TENT' }) }]);
    expect(bad.rejects.map(([, , column]) => column)).toEqual(['characteristics.home']);
    await expect(load('customers', [{ ...plain('AT-9'), ...named({ shoes: '42' }) }])).rejects.toMatchObject({
      code: 'UNKNOWN_COLUMN',
    });
  });
});
