import { describe, expect, it } from '@jest/globals';
import { readImportCommand } from '../../cli/import-command.js';
import type { OnExisting } from './index.js';
import { TableFormat } from '../../kernel/tables/index.js';
import { count, exported, graph, load, type TableRow as Row, useTableDesk } from '../../testing/table-desk.js';

useTableDesk();

const give = (table: string, rows: Row[], onExisting?: OnExisting, dryRun = false) =>
  load(table, rows, dryRun, undefined, onExisting);
const rowOf = async (table: string, code: string) =>
  (await exported(table, TableFormat.CSV, { code: { eq: code } }))[0]!;
const tables = [
  'tariff_rule',
  'tariff_plan',
  'discount',
  'product',
  'offering',
  'history_entry',
  'audit_entry',
  'approval',
];
const counts = (of = tables) => Promise.all(of.map((table) => count(`"${table}"`)));
const rule: Row = {
  ...{ code: 'CU_RENT', name: 'Rent', type: 'PERIODIC', period: 'MONTH', value: '30', currency: 'CNY' },
  ...{ validFrom: '2020-01-01T00:00:00Z', tiers: 'ORDER 10=20' },
};

describe('import of products, offerings and prices that are there', () => {
  it('PRD-12 PRD-53 PRD-72 what was exported says nothing new of anything, whatever the import is told', async () => {
    for (const table of ['products', 'price-rules', 'prices', 'offerings'] as const) {
      const rows = await exported(table, TableFormat.CSV, {});
      const before = await counts();
      for (const mode of ['update', undefined] as const) {
        const { counts: told, rejects } = await give(table, rows, mode);
        expect([table, mode, rejects]).toEqual([table, mode, []]);
        expect(told).toMatchObject({ rows: rows.length, present: rows.length, loaded: 0 });
      }
      expect(await counts()).toEqual(before);
    }
  });

  it('PRD-72 a rule is changed by a file that says so, and otherwise what the file says is listed, not dropped', async () => {
    expect((await give('price-rules', [rule])).counts).toMatchObject({ loaded: 1 });
    const dearer = { ...rule, value: '35', tiers: 'ORDER 10=20; ORDER 20=15' };
    const before = await counts();
    for (const mode of [undefined, 'skip'] as const) {
      const { counts: told, rejects } = await give('price-rules', [dearer], mode);
      expect(told).toMatchObject({ present: 1, loaded: 0, rejected: 0 });
      expect(rejects.map(([line, outcome, column]) => [line, outcome, column])).toEqual([
        ['2', 'present', 'value'],
        ['2', 'present', 'tiers'],
      ]);
    }
    expect((await give('price-rules', [dearer], 'reject')).counts).toMatchObject({ rejected: 1 });
    expect((await give('price-rules', [dearer], 'update', true)).counts).toMatchObject({ updated: 1 });
    expect(await counts()).toEqual(before);
    expect((await give('price-rules', [dearer], 'update')).counts).toMatchObject({ updated: 1, rejected: 0 });
    expect(await rowOf('price-rules', 'CU_RENT')).toMatchObject({ value: '35', tiers: 'ORDER 10=20; ORDER 20=15' });
    const same = {
      ...dearer,
      value: '035.00',
      tiers: 'ORDER 20=15.0;ORDER 10=20',
      validFrom: '2020-01-01T08:00:00+08:00',
    };
    expect(await give('price-rules', [same], 'update')).toMatchObject({ counts: { present: 1 }, rejects: [] });
    // A formula takes the place of the value.
    const formula: Row = { ...rule, value: '', formula: '3 + 4', tiers: '' };
    expect((await give('price-rules', [formula], 'update')).counts).toMatchObject({ updated: 1 });
    expect(await rowOf('price-rules', 'CU_RENT')).toMatchObject({ value: '', formula: '3 + 4' });
  });

  it('PRD-98 what is sold is changed when somebody has approved it, and what a file cannot change is refused', async () => {
    const offering = await rowOf('offerings', 'OF_PHONE');
    const { counts: told, rejects } = await give('offerings', [{ ...offering, name: 'Telephone anew' }], 'update');
    expect(told).toMatchObject({ held: 1, rejected: 0 });
    expect(rejects.map(([line, outcome]) => [line, outcome])).toEqual([['2', 'loaded']]);
    expect((await rowOf('offerings', 'OF_PHONE')).name).toBe(offering['name']);
    const product = await rowOf('products', 'PHONE');
    expect((await give('products', [{ ...product, name: 'Line anew' }], 'update')).counts).toMatchObject({ held: 1 });
    const plan = await rowOf('prices', offering['tariffs']!.split(/[!+;]/)[0]!);
    const changed = await give('prices', [{ ...plan, name: 'Plan anew' }], 'update');
    expect(changed.counts).toMatchObject({ held: 1 });
    const before = await counts();
    const refused = await give('prices', [{ ...plan, amount: '1.23' }], 'update');
    expect(refused.rejects).toEqual([['2', 'rejected', 'amount', '1.23', expect.stringContaining('FIXED')]]);
    expect(await counts()).toEqual(before);
  });

  it('PRD-37 a bundle that changes keeps the values that it fixes, where the file says nothing of them', async () => {
    const fixed: Row = {
      ...(await rowOf('offerings', 'OF_INTERNET_FIBER')),
      ...{ code: 'CU_BUNDLE', components: 'INTERNET_FIBER', restrictions: '', status: '', placements: '' },
    };
    const fixedValues = '{"INTERNET_FIBER":{"bandwidth":500}}';
    expect((await give('offerings', [{ ...fixed, fixedValues }])).counts).toMatchObject({ loaded: 1 });
    const more = { code: 'CU_BUNDLE', components: 'INTERNET_FIBER; ONLINE_SECURITY*0..2' };
    expect(await give('offerings', [more], 'update')).toMatchObject({ counts: { updated: 1 }, rejects: [] });
    const row = await rowOf('offerings', 'CU_BUNDLE');
    expect(row['components']!.split('; ').sort()).toEqual(['INTERNET_FIBER*1..1', 'ONLINE_SECURITY*0..2']);
    expect(row['fixedValues']).toBe(fixedValues);
  });

  it('PRD-38 PRD-41 PRD-46 an export says what restricts a sale, and nothing is made of it that would be sold freely', async () => {
    const row = { ...(await rowOf('offerings', 'OF_INTERNET_FIBER')), code: 'CU_FREE', status: '' };
    expect((await give('offerings', [{ ...row, restrictions: '' }])).counts).toMatchObject({ loaded: 1 });
    await graph.database.pool.query(
      `with o as (update offering_component set breach_action = 'FORBID', guarded_services = '{REMOVE}', lifecycle_control = 'RELATIVE_TIME', keep_months = 12
          where offering_id = (select id from offering where code = 'CU_FREE') returning offering_id)
        insert into offering_service (id, created_at, updated_at, offering_id, service) select gen_random_uuid(), now(), now(), offering_id, 'INSTALL' from o limit 1`,
    );
    const bound = await rowOf('offerings', 'CU_FREE');
    expect(bound['restrictions']).toBe('ALLOWED_SERVICES; COMMITMENTS');
    const before = await counts();
    const { counts: told, rejects } = await give('offerings', [{ ...bound, code: 'CU_ELSEWHERE', status: '' }]);
    expect([told.loaded, told.rejected]).toEqual([0, 1]);
    expect(rejects).toEqual([
      ['2', 'rejected', 'restrictions', 'ALLOWED_SERVICES; COMMITMENTS', expect.stringContaining('RESTRICTED')],
    ]);
    expect(await counts()).toEqual(before);
  });

  it('PRD-33 a file is told what an import does not read, once, and of codes that they are none', async () => {
    const row = { ...(await rowOf('offerings', 'OF_INTERNET_FIBER')), restrictions: '', status: 'IN_USE' };
    const { counts: told, rejects } = await give('offerings', [
      { ...row, code: 'CU_ONE' },
      { ...row, code: 'CU_TWO' },
      { ...row, code: 'CU_THREE', components: 'NO_SUCH' },
    ]);
    expect([told.loaded, told.rejected]).toEqual([2, 1]);
    const reasons = rejects.map(([line, outcome, column, , reason]) => [line, outcome, column, reason]);
    expect(reasons.sort()).toEqual([
      ['2', 'loaded', 'status', expect.stringContaining('what is new is PENDING_APPROVAL')],
      ['4', 'rejected', 'components', 'NOT_FOUND: There is no Product with this code or name.'],
    ]);
  });

  it('PRD-68 PRD-75 discounts are written out, read elsewhere with their offerings, and changed', async () => {
    const discount: Row = {
      ...{
        code: 'CU_DISCOUNT',
        name: 'Tenth',
        kind: 'PERCENT',
        scope: 'OFFERING',
        chargeType: 'ONE_TIME',
        value: '10',
      },
      ...{ condition: 'line.quantity > 2', priority: '7', offerings: 'OF_PHONE; OF_MOBILE', combinable: 'true' },
    };
    expect(await give('discounts', [discount])).toMatchObject({ counts: { loaded: 1 }, rejects: [] });
    const row = await rowOf('discounts', 'CU_DISCOUNT');
    const { offerings, ...rest } = discount;
    expect(row).toMatchObject({ ...rest, status: 'DRAFT' });
    expect(row['offerings']!.split('; ').sort()).toEqual(offerings!.split('; ').sort());
    const more = { ...row, value: '12.5', offerings: 'OF_PHONE' };
    expect((await give('discounts', [more], 'update')).counts).toMatchObject({ updated: 1, rejected: 0 });
    expect(await rowOf('discounts', 'CU_DISCOUNT')).toMatchObject({ value: '12.5', offerings: 'OF_PHONE' });
    // What the changed discount makes of prices is told to billing meanwhile.
    const own = tables.filter((table) => table !== 'history_entry');
    const before = await counts(own);
    const bad = await give('discounts', [{ ...discount, code: 'CU_BAD', offerings: 'OF_NONE' }]);
    expect(bad.rejects.map(([, , column]) => column)).toEqual(['offerings']);
    expect(await counts(own)).toEqual(before);
  });

  it('PRD-72 the command takes --on-existing for these tables', () => {
    for (const table of ['products', 'price-rules', 'prices', 'offerings', 'discounts'])
      expect(readImportCommand([table, 'x.csv', '--on-existing', 'update'])).toMatchObject({ onExisting: 'update' });
  });
});
