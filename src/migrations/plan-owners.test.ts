import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPastDatabase, id, type PastDatabase } from '../testing/past-database.js';

let past: PastDatabase;
beforeAll(async () => void (past = await createPastDatabase('M0070')));
afterAll(() => past.end());

const [GUANGDONG, SICHUAN] = [id(1), id(2)];

it('PRD-46 PRD-94 prices of before belong to the first who sold by them, and channels that catalogues and rules of sale named are on the list', async () => {
  const tables = [
    ...['offering', 'product', 'tariff_plan', 'tariff_rule', 'tariff_plan_member', 'offering_tariff'],
    ...['catalogue', 'channel_catalogue', 'partner', 'offering_sla_item', 'region'],
    ...['sales_rule', 'sales_rule_kind'],
  ];
  // Only what the migration looks at is true to life.
  await past.loosen(tables);
  await past.insert('region', { id: GUANGDONG, code: '44', path: '/86/44/' });
  await past.insert('region', { id: SICHUAN, code: '51', path: '/86/51/' });
  await past.insert('offering', { id: id(10), code: 'SC', level: 'PROVINCE', owner_id: SICHUAN });
  await past.insert('offering', { id: id(11), code: 'GD', level: 'PROVINCE', owner_id: GUANGDONG });
  for (const [key, code] of [[20, 'OUTER'] as const, [21, 'INNER'] as const, [22, 'UNSOLD'] as const])
    await past.insert('tariff_plan', { id: id(key), code });
  for (const [key, code] of [[30, 'DEEP'] as const, [31, 'LOOSE'] as const])
    await past.insert('tariff_rule', { id: id(key), code, product_id: null });
  await past.insert('product', { id: id(40), code: 'PHONE', level: 'HEADQUARTERS', owner_id: null });
  await past.insert('tariff_rule', { id: id(32), code: 'STANDARD', product_id: id(40) });
  await past.insert('tariff_plan_member', { id: id(50), plan_id: id(20), nested_plan_id: id(21), rule_id: null });
  await past.insert('tariff_plan_member', { id: id(51), plan_id: id(21), nested_plan_id: null, rule_id: id(30) });
  await past.insert('tariff_plan_member', { id: id(52), plan_id: id(22), nested_plan_id: null, rule_id: id(31) });
  const tie = { tariff_plan_id: id(20) };
  await past.insert('offering_tariff', { id: id(61), ...tie, offering_id: id(11), created_at: '2025-02-01' });
  await past.insert('offering_tariff', { id: id(62), ...tie, offering_id: id(10), created_at: '2025-01-01' });
  const channel = { purpose: 'CHANNEL', scope: 'KIOSK', level: 'HEADQUARTERS' };
  await past.insert('catalogue', { id: id(70), code: 'A', ...channel });
  await past.insert('catalogue', { id: id(71), code: 'B', ...channel });
  await past.insert('catalogue', { id: id(72), code: 'C', ...channel, purpose: 'SEGMENT', scope: 'YOUNG' });
  await past.insert('catalogue', { id: id(73), code: 'D', ...channel, scope: 'P_SHOP' });
  await past.insert('channel_catalogue', { id: id(80), channel: 'WEB', validity_to: null });
  await past.insert('channel_catalogue', { id: id(81), channel: 'WEB_HALL', validity_to: null });
  await past.insert('partner', { id: id(90), code: 'P_SHOP' });
  await past.insert('sales_rule_kind', { id: id(91), code: 'SALES_CHANNEL' });
  await past.insert('sales_rule_kind', { id: id(92), code: 'SEGMENT' });
  const rule = { offering_id: id(10), kind_id: id(91) };
  await past.insert('sales_rule', { id: id(93), ...rule, values: ['KIOSK', 'P_SHOP', 'STAND'] });
  await past.insert('sales_rule', { id: id(94), ...rule, kind_id: id(92), values: ['YOUNG'] });
  await past.insert('offering_sla_item', { id: id(95), value: '99' });

  await past.migrate();

  const owners = async (table: string) =>
    (await past.client.query(`select "code", "level", "owner_id" "owner" from "${table}" order by 1`)).rows;
  const first = { level: 'PROVINCE', owner: SICHUAN };
  const nobody = { level: null, owner: null };
  expect(await owners('tariff_plan')).toEqual([
    { code: 'INNER', ...first },
    { code: 'OUTER', ...first },
    { code: 'UNSOLD', ...nobody },
  ]);
  expect(await owners('tariff_rule')).toEqual([
    { code: 'DEEP', ...first },
    { code: 'LOOSE', ...nobody },
    { code: 'STANDARD', level: 'HEADQUARTERS', owner: null },
  ]);
  const channels = await past.client.query(`select "code", "kind" from "sales_channel" where "active" order by "code"`);
  expect(channels.rows).toEqual([
    { code: 'ACCOUNT_MANAGER', kind: 'ACCOUNT_MANAGER' },
    { code: 'CALL_CENTRE', kind: 'HOTLINE' },
    { code: 'COOPERATIVE_HALL', kind: 'HALL' },
    { code: 'KIOSK', kind: 'OTHER' },
    { code: 'OWN_HALL', kind: 'HALL' },
    { code: 'STAND', kind: 'OTHER' },
    { code: 'WEB', kind: 'OTHER' },
    { code: 'WEB_HALL', kind: 'ONLINE' },
  ]);
  const kept = await past.client.query(
    `select "value"::text, "min", "max", "allowed_values" "set" from "offering_sla_item"`,
  );
  expect(kept.rows).toEqual([{ value: '99', min: null, max: null, set: [] }]);
});
