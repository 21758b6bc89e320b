import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportToFile } from '../../cli/export-command.js';
import { importFile } from '../../cli/import-command.js';
import { TableFormat } from '../../kernel/tables/index.js';
import { createTestFolder } from '../../testing/folder.js';
import { openPriceDesk, type PriceDesk } from '../../testing/price-desk.js';

let desk: PriceDesk;
beforeAll(async () => {
  desk = await openPriceDesk();
});
afterAll(() => desk.graph.close());

const SHOWN = `query ($code: String!) { offering(code: $code) {
  components(first: 9) { nodes { minQuantity maxQuantity defaultQuantity required product { code } } }
  tariffs(first: 9) { nodes { isDefault required tariffPlan { id code price { currency } } } } } }`;
const shown = async (code: string) => (await desk.graph.query(SHOWN, { code })).data.offering;

test('PRD-33 PRD-88 PRD-90 an exported offering is read back as it is sold now: without plans whose time is over, with what is required and usual', async () => {
  const code = 'OF_CALLER_DISPLAY';
  const offeringId = await desk.offeringId(code);
  const tie = (tariffPlanId: string, more: object) =>
    desk.settled('offeringTariffSave', offeringId, { offeringId, tariffPlanId, ...more });
  const former = (await shown(code)).tariffs.nodes.find(
    ({ isDefault, tariffPlan }: { isDefault: boolean; tariffPlan: { price: { currency: string } } }) =>
      isDefault && tariffPlan.price.currency === 'CNY',
  ).tariffPlan;
  await tie(former.id, { validTo: new Date(Date.now() - 1000).toISOString() });
  const next = await desk.plan('TABLE_DEFAULT', 'OF_OFFICE', [{ code: 'TABLE_FEE', value: '7' }]);
  await tie(next, { isDefault: true });
  const must = await desk.plan('TABLE_MUST', 'OF_OFFICE', [{ code: 'TABLE_MUST_FEE', value: '1' }]);
  await tie(must, { required: true });
  const later = await desk.plan('TABLE_LATER', 'OF_OFFICE', [{ code: 'TABLE_LATER_FEE', value: '1' }]);
  await tie(later, { validFrom: '2040-01-01T00:00:00Z' });
  await desk.graph.database.pool.query(
    `update offering_component set min_quantity = 1, max_quantity = 3, default_quantity = 2, required = false
      where offering_id = (select id from offering where code = $1)`,
    [code],
  );
  const folder = await createTestFolder();
  const [out, back] = [join(folder, 'out.csv'), join(folder, 'back.csv')];
  await exportToFile(desk.graph.database, {
    ...{ table: 'offerings', file: out, format: TableFormat.CSV, filter: { code: { eq: code } } },
  });
  await writeFile(back, (await readFile(out, 'utf8')).replace(`${code},`, 'OF_READ_BACK,'));
  const { loaded, rejected, rejectsFile } = await importFile(desk.graph.database, { source: 'offerings', file: back });
  // That it is sold already is told, not read.
  expect((await readFile(rejectsFile!, 'utf8')).trim().split('\n').slice(1)).toEqual([
    expect.stringMatching(/^2,loaded,status,IN_USE,.*what is new is PENDING_APPROVAL/),
  ]);
  expect([loaded, rejected]).toEqual([1, 0]);
  const copy = await shown('OF_READ_BACK');
  expect(copy.components.nodes).toMatchObject([
    { minQuantity: 1, maxQuantity: 3, defaultQuantity: 2, required: false, product: { code: 'CALLER_DISPLAY' } },
  ]);
  const plans = copy.tariffs.nodes.map(
    ({ tariffPlan, isDefault, required }: { tariffPlan: { code: string }; isDefault: boolean; required: boolean }) =>
      `${tariffPlan.code} ${isDefault} ${required}`,
  );
  expect(plans).toEqual(expect.arrayContaining(['TABLE_DEFAULT true false', 'TABLE_MUST false true']));
  expect(plans.join()).not.toContain(former.code);
  expect(plans.join()).not.toContain('TABLE_LATER');
});
