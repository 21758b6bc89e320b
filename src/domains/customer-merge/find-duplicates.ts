import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Database } from '../../kernel/database/database.js';
import { visibleRows } from '../../kernel/access/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/index.js';
import { v7 } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { defineParameter, ParameterType } from '../parameter/index.js';
import { DuplicateCandidate } from './duplicate-candidate.js';
import { type Compared, compareStatement } from './duplicate-queries.js';
import { DuplicateBasis, DuplicateParty, DuplicateRule } from './duplicate-rule.js';
import type { CustomerDuplicatesFindInput } from './merge.inputs.js';

const FIND = 'customer.duplicates';
const BATCH = 500;

const threshold = defineParameter({
  code: 'customer.duplicates.threshold',
  name: 'Weight from which two customers may be one',
  type: ParameterType.INT,
  description: 'Sum of the weights of rules from which two customers are candidates for a merge.',
  bounds: { min: '1', max: '1000' },
  defaultValue: 70,
});

/** Code, basis, whom it compares and weight of the rules as delivered. */
const delivered: readonly [string, string, DuplicateBasis, DuplicateParty, number][] = [
  ['SAME_PARTY', '同一参与人', DuplicateBasis.PARTY, DuplicateParty.ANY, 100],
  ['SAME_DOCUMENT', '同一证件', DuplicateBasis.DOCUMENT, DuplicateParty.ANY, 100],
  ['SAME_NAME', '同名', DuplicateBasis.NAME, DuplicateParty.ANY, 40],
  ['SIMILAR_NAME', '名称相近', DuplicateBasis.SIMILAR_NAME, DuplicateParty.ORGANIZATION, 30],
  ['SAME_PHONE', '同一电话', DuplicateBasis.PHONE, DuplicateParty.ANY, 40],
  ['SAME_EMAIL', '同一邮箱', DuplicateBasis.EMAIL, DuplicateParty.ANY, 40],
  ['SAME_ADDRESS', '同一地址', DuplicateBasis.ADDRESS, DuplicateParty.ANY, 20],
  ['SAME_BIRTH_DATE', '同一生日', DuplicateBasis.BIRTH_DATE, DuplicateParty.PERSON, 30],
];

/** Writes the rules as delivered; those that exist stay as the operator changed them. */
export async function ensureDuplicateRules(context: CallContext): Promise<void> {
  const rows = delivered.map(([code, name, basis, appliesTo, weight]) => ({
    code,
    name,
    basis,
    appliesTo,
    weight,
    active: true,
  }));
  await context.database.write(context, async (tx) => void (await ensureRows(tx, DuplicateRule, rows)));
}

const KEEP = `
  insert into "duplicate_candidate" ("id", "created_at", "updated_at", "first_id", "second_id", "score", "matched", "status", "found_at")
  select "id", $6, $6, "first", "second", "score", string_to_array("matched", ','), 'OPEN', $6
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[]) "u"("id", "first", "second", "score", "matched")
  order by "first", "second"
  on conflict ("first_id", "second_id") do update set "score" = excluded."score", "matched" = excluded."matched",
    "found_at" = excluded."found_at", "updated_at" = excluded."updated_at" where "duplicate_candidate"."status" = 'OPEN'`;

/** Compares customers with those who agree with them in something, and keeps who may be one. */
async function compare(database: Database, ids: readonly string[]): Promise<void> {
  const rules = await database.orm.em.fork().find(DuplicateRule, { active: true }, { orderBy: { code: 'asc' } });
  const statement = compareStatement(rules);
  if (!statement || ids.length === 0) return;
  const least = await threshold.read(database);
  const { rows } = await database.pool.query<Compared>(statement, [ids]);
  const found = rows
    .map(({ first, second, holds }) => ({ first, second, matched: rules.filter((_rule, index) => holds[index]) }))
    .map((pair) => ({ ...pair, score: pair.matched.reduce((sum, { weight }) => sum + weight, 0) }))
    .filter(({ score }) => score >= least);
  if (found.length === 0) return;
  await database.pool.query(KEEP, [
    found.map(() => v7()),
    found.map(({ first }) => first),
    found.map(({ second }) => second),
    found.map(({ score }) => score),
    found.map(({ matched }) => matched.map(({ code }) => code).join(',')),
    new Date(),
  ]);
}

/** Looks for doubles of one customer at once, such as before an order. @returns undecided candidates, the likeliest first */
export async function findDuplicates(
  context: CallContext,
  input: CustomerDuplicatesFindInput,
): Promise<DuplicateCandidate[]> {
  const { database, caller } = context;
  const customer = await database.write(context, (tx) =>
    tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false }),
  );
  await compare(database, [customer.id]);
  const values: unknown[] = [customer.id];
  const seen = (alias: string) => visibleRows(Customer, caller, alias, (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ id: string }>(
    `select "d"."id" from "duplicate_candidate" "d" join "customer" "a" on "a"."id" = "d"."first_id"
     join "customer" "b" on "b"."id" = "d"."second_id"
     where $1 in ("d"."first_id", "d"."second_id") and "d"."status" = 'OPEN' and ${seen('"a"')} and ${seen('"b"')}
     order by "d"."score" desc, "d"."id" limit 50`,
    values,
  );
  return database.orm.em
    .fork()
    .find(DuplicateCandidate, { id: { $in: rows.map(({ id }) => id) } }, { orderBy: { score: 'desc', id: 'asc' } });
}

/** Looks for doubles among all customers, a batch at a time. */
export const findAllDuplicates = defineJob(FIND, async (_payload, { database }, { signal }) => {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const { rows }: { rows: { id: string }[] } = await database.pool.query<{ id: string }>(
      `select "id" from "customer" where $1::uuid is null or "id" > $1 order by "id" limit ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    await compare(
      database,
      rows.map(({ id }) => id),
    );
    after = rows.at(-1)!.id;
  }
});

export const duplicatesSchedule: Schedule = {
  name: FIND,
  cron: '40 18 * * *',
  job: FIND,
  description: 'Looks for customers who may be one.',
};
