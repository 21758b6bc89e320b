import pg from 'pg';
import { say } from '../say.ts';

/** Offerings of the generated catalogue; each has a plan of four rules: 500,000 rows that say what something costs. */
export const OFFERINGS = 100_000;
const RULES = 4;

const COMMON = `gen_random_uuid(), now(), now()`;

/** Offerings by number: nine of ten are limited to channels, half to segments or types of customers, a few by a condition of their own. */
const STATEMENTS: readonly string[] = [
  `insert into offering (id, created_at, updated_at, code, name, status, level, validity_from, payment_methods, guarantee)
   select ${COMMON}, 'BENCH_' || n, 'Offering ' || n, case when n % 20 = 0 then 'EXPIRED' else 'IN_USE' end, 'HEADQUARTERS', '2020-01-01', '{}', 'NONE'
   from generate_series(1, ${OFFERINGS}) n`,
  `insert into offering_component (id, created_at, updated_at, offering_id, product_id, min_quantity, max_quantity, default_quantity, required,
     control_values, guarded_services)
   select ${COMMON}, o.id, p.ids[1 + abs(hashtext(o.code)) % cardinality(p.ids)], 1, 1, 1, true, '{}', '{}'
   from offering o, (select array_agg(id order by code) ids from product where status = 'IN_USE') p where o.code like 'BENCH\\_%'`,
  `insert into tariff_plan (id, created_at, updated_at, code, name, type, status, price_amount, price_currency, period, validity_from)
   select ${COMMON}, 'BENCH_' || n, 'Plan ' || n, 'PERIODIC', 'ACTIVE', 10 + n % 200, 'CNY', 'MONTH', '2020-01-01' from generate_series(1, ${OFFERINGS}) n`,
  `insert into offering_tariff (id, created_at, updated_at, offering_id, tariff_plan_id, is_default, required, validity_from)
   select ${COMMON}, o.id, p.id, true, false, '2020-01-01' from offering o join tariff_plan p on p.code = o.code where o.code like 'BENCH\\_%'`,
  `insert into tariff_rule (id, created_at, updated_at, code, name, type, equivalent, value, currency, unit, service, fee_item, condition, attribute_values, validity_from)
   select ${COMMON}, 'BENCH_' || n || '_' || r, 'Rule ' || r, case when r < 4 then 'ONE_TIME' else 'USAGE' end, 'MONEY', r * 10 + n % 7, 'CNY',
     case when r = 4 then 'min' end, case when r < 4 then 'INSTALL' end, case when r < 3 then 'HANDLING' end,
     case when r = 3 and n % 10 = 0 then 'customer.type = "PUBLIC" and line.quantity < ' || 2 + n % 5 end, '{}', '2020-01-01'
   from generate_series(1, ${OFFERINGS}) n, generate_series(1, ${RULES}) r`,
  `insert into tariff_plan_member (id, created_at, updated_at, plan_id, rule_id, priority)
   select ${COMMON}, p.id, r.id, k from tariff_plan p cross join generate_series(1, ${RULES}) k join tariff_rule r on r.code = p.code || '_' || k
   where p.code like 'BENCH\\_%'`,
  `insert into sales_rule (id, created_at, updated_at, offering_id, form, kind_id, values, negate, position)
   select ${COMMON}, o.id, 'KIND', k.id, array['WEB_HALL', 'CHANNEL_' || abs(hashtext(o.code)) % 50], false, 1
   from offering o join sales_rule_kind k on k.code = 'SALES_CHANNEL' where o.code like 'BENCH\\_%' and o.code not like '%7'`,
  `insert into sales_rule (id, created_at, updated_at, offering_id, form, kind_id, values, negate, position)
   select ${COMMON}, o.id, 'KIND', k.id, case when k.code = 'SEGMENT' then array['SEG_' || abs(hashtext(o.code)) % 100] else array['PUBLIC', 'COMMERCIAL'] end, false, 2
   from offering o join sales_rule_kind k on k.code = case when o.code like '%3' then 'SEGMENT' else 'CUSTOMER_TYPE' end
   where o.code like 'BENCH\\_%' and right(o.code, 1) in ('1', '3', '5', '7', '9')`,
  `insert into sales_rule (id, created_at, updated_at, offering_id, form, condition, values, negate, position)
   select ${COMMON}, o.id, 'CONDITION', 'customer.known and (customer.age = null or customer.age >= ' || 18 + abs(hashtext(o.code)) % 40 || ')', '{}', false, 3
   from offering o where o.code like 'BENCH\\_%5'`,
  `vacuum (analyze)`,
];

/** The channels that the rules of sale name: an order or a question through another one is refused. */
const CHANNELS = `insert into sales_channel (id, created_at, updated_at, code, name, kind, active)
  select ${COMMON}, 'CHANNEL_' || n, 'Channel ' || n, 'OTHER', true from generate_series(0, 49) n on conflict (code) do nothing`;

/** Adds the generated catalogue to the data, unless it is there. */
export async function addSalesCatalogue(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(CHANNELS);
    const { rows } = await client.query(`select 1 from offering where code = 'BENCH_1'`);
    if (rows.length) return;
    say(`Adding ${OFFERINGS} offerings with ${OFFERINGS * (RULES + 1)} prices; they are kept for the next run.`);
    const vacuum = STATEMENTS.at(-1)!;
    await client.query('begin');
    for (const statement of STATEMENTS.slice(0, -1)) await client.query(statement);
    await client.query('commit');
    await client.query(vacuum);
  } finally {
    await client.end();
  }
}

/** Keys of customers that the caller sees, and of offerings in sale, drawn in a fixed order. */
export async function drawSales(
  url: string,
  regionIds: readonly string[],
): Promise<{ customerIds: string[]; offeringIds: string[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const customers = await client.query<{ id: string }>(
      `select id from customer where region_id = any($1::uuid[]) order by md5(code) limit 500`,
      [regionIds],
    );
    const offerings = await client.query<{ id: string }>(
      `select id from offering where code like 'BENCH\\_%' and status = 'IN_USE' order by md5(code) limit 5000`,
    );
    return { customerIds: customers.rows.map(({ id }) => id), offeringIds: offerings.rows.map(({ id }) => id) };
  } finally {
    await client.end();
  }
}
