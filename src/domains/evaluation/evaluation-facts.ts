import type { Database } from '../../kernel/database/database.js';
import { ruleNumber, type RuleVariable, type RuleVariables } from '../../kernel/rules/index.js';
import { customerCurrency } from '../inventory/index.js';
import { customerVariables, factSources, readFacts } from '../segmentation/index.js';
import { limitNames, readLimits, windowDays } from './finding.parameters.js';

const number = (description: string): RuleVariable => ({ type: 'number', description });
const list = (description: string): RuleVariable => ({ type: 'list', description });
const text = (description: string): RuleVariable => ({ type: 'string', description });

/** What this area knows of customers. Amounts are in the currency of the customer, of the days of `evaluation.window.days`. */
const ownVariables: RuleVariables = {
  credit: {
    type: 'context',
    description: 'Credit of the customer; its fields are null for one who was never rated.',
    fields: {
      score: number('Score, 0 to 100.'),
      grade: text('Code of the grade.'),
      colour: text('RED, GREY or BLACK.'),
    },
  },
  spend: number('What the customer spent in those days.'),
  spendBefore: number('What the customer spent in as many days before.'),
  cost: number('What the customer cost in those days.'),
  habit: text('Direction of calls, or else content, that the customer spent most on in those days; null for none.'),
  consumed: list('Codes of the businesses that records of those days belong to.'),
  consumptions: number('How many records of consumption there are of those days.'),
  totalCharges: number('All that the customer ever spent, by the records of consumption.'),
  arrears: number('What the customer owes now.'),
  limit: {
    type: 'context',
    description: 'The thresholds: parameters below `evaluation.`.',
    fields: Object.fromEntries(limitNames.map((name) => [name, number('Threshold.')])),
  },
};

/** What criteria may read: the customer, and what this area knows of them. */
export const evaluationVariables: RuleVariables = { ...customerVariables, ...ownVariables };

/** What is known of one customer. */
export interface EvaluationFacts {
  id: string;
  currency: string;
  /** Decimal texts in that currency. */
  spend: string;
  cost: string;
  totalCharges: string;
  lines: number;
  score: string | null;
  variables: Record<string, unknown>;
}

interface Row extends Omit<EvaluationFacts, 'variables' | 'lines'> {
  spendBefore: string;
  arrears: string;
  consumptions: number;
  habit: string | null;
  consumed: string[];
  grade: string | null;
  colour: string | null;
}

const sum = (column: string, when: string): string =>
  `coalesce(sum("r"."${column}_amount") filter (where "r"."${column}_currency" = "c"."currency"${when}), 0)::text`;

const inWindow = ` and "r"."occurred_at" > $2::timestamptz - make_interval(days => $3) and "r"."occurred_at" <= $2`;
const before = ` and "r"."occurred_at" > $2::timestamptz - make_interval(days => 2 * $3) and "r"."occurred_at" <= $2::timestamptz - make_interval(days => $3)`;

const FACTS = `
  select "c"."id", "c"."currency", "s".*, "p"."score"::text "score", "g"."code" "grade", "p"."colour",
    (select coalesce(sum("a"."amount_amount"), 0)::text from "arrears_record" "a" where "a"."customer_id" = "c"."id" and "a"."deleted_at" is null
      and "a"."recovery" in ('OPEN', 'PARTLY_RECOVERED') and "a"."amount_currency" = "c"."currency") "arrears",
    (select coalesce("r"."direction", "r"."content") from "consumption_record" "r" where "r"."customer_id" = "c"."id" and "r"."deleted_at" is null
      and "r"."amount_currency" = "c"."currency"${inWindow} group by 1 order by sum("r"."amount_amount") desc, 1 limit 1) "habit",
    (select coalesce(json_agg(distinct "b"."code"), '[]') from "consumption_record" "r" join "business_line" "b" on "b"."id" = "r"."business_line_id"
      where "r"."customer_id" = "c"."id" and "r"."deleted_at" is null${inWindow}) "consumed"
  from (select "id", ${customerCurrency('"customer"."id"')} "currency" from "customer" where "id" = any($1::uuid[])) "c"
  left join "credit_profile" "p" on "p"."customer_id" = "c"."id" left join "credit_grade" "g" on "g"."id" = "p"."grade_id"
  cross join lateral (select ${sum('amount', inWindow)} "spend", ${sum('amount', before)} "spendBefore", ${sum('cost', inWindow)} "cost",
    ${sum('amount', '')} "totalCharges", (count(*) filter (where true${inWindow}))::int "consumptions"
    from "consumption_record" "r" where "r"."customer_id" = "c"."id" and "r"."deleted_at" is null) "s"
  order by "c"."id"`;

/** What criteria read of these customers, in the order of their keys, in two statements. */
export async function readEvaluationFacts(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
  at: Date,
): Promise<EvaluationFacts[]> {
  if (ids.length === 0) return [];
  const plain = await readFacts(
    async (sql, values) => (await pool.query(sql.replace('?', '$1'), values)).rows,
    ids,
    at,
  );
  const own = await readOwnFacts({ pool }, ids, at);
  return plain.map(({ id, variables }) => {
    const { row, variables: ownVariables } = own.get(id)!;
    const { currency, spend, cost, totalCharges, score } = row;
    return {
      ...{ id, currency, spend, cost, totalCharges, score, lines: Number(variables.customer['lines']) },
      variables: { ...variables, ...ownVariables },
    };
  });
}

/** What this area alone knows of these customers, by their keys, as rows and as variables. */
async function readOwnFacts(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, { row: Row; variables: Record<string, unknown> }>> {
  const days = await windowDays.read({ pool });
  const limit = await readLimits({ pool });
  const { rows } = await pool.query<Row>(FACTS, [`{${ids.join(',')}}`, at, days]);
  return new Map(rows.map((row) => [row.id, { row, variables: variablesOf(row, limit) }]));
}

function variablesOf(row: Row, limit: Awaited<ReturnType<typeof readLimits>>): Record<string, unknown> {
  const { score, grade, colour, spend, spendBefore, cost, totalCharges, arrears, consumptions, habit, consumed } = row;
  return {
    credit: { score: score === null ? null : ruleNumber(score), grade, colour },
    ...{ spend: ruleNumber(spend), spendBefore: ruleNumber(spendBefore), cost: ruleNumber(cost), consumptions },
    ...{ totalCharges: ruleNumber(totalCharges), arrears: ruleNumber(arrears), limit, habit, consumed },
  };
}

const BATCH = 300;

/** All customers who are served with what criteria read of them, a batch at a time, until the signal. */
export async function* scanEvaluationFacts(
  database: Pick<Database, 'pool'>,
  at: Date,
  signal: AbortSignal,
): AsyncGenerator<EvaluationFacts[]> {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const { rows }: { rows: { id: string }[] } = await database.pool.query(
      `select "id" from "customer" where "lifecycle" <> 'MERGED' and ($1::uuid is null or "id" > $1) order by "id" limit ${BATCH}`,
      [after],
    );
    if (rows.length === 0) return;
    yield await readEvaluationFacts(
      database,
      rows.map(({ id }) => id),
      at,
    );
    after = rows.at(-1)!.id;
  }
}

// Segments and target lists read it too.
factSources.add({
  variables: ownVariables,
  read: async (database, ids, at) =>
    new Map([...(await readOwnFacts(database, ids, at))].map(([id, { variables }]) => [id, variables])),
});
