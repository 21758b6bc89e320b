import { type Caller, visibleRows } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { describeEnum } from '../../kernel/model/index.js';
import { HistoryEntry } from '../../kernel/events/index.js';
import { operatorZone } from '../calendar/index.js';

export enum ChangeGroup {
  DAY = 'DAY',
  SUBJECT = 'SUBJECT',
  FIELD = 'FIELD',
  TYPE = 'TYPE',
  ACTOR = 'ACTOR',
  ACTOR_KIND = 'ACTOR_KIND',
  REGION = 'REGION',
}

describeEnum(ChangeGroup, 'ChangeGroup', 'By what changes of customer data are counted (CUS-85).', {
  DAY: 'Day, where the operator is (parameter `operator.time-zone`).',
  SUBJECT: 'Type of what was changed, such as `Account`.',
  FIELD: 'The changed field.',
  TYPE: 'Type of the event.',
  ACTOR: 'Who did it.',
  ACTOR_KIND: 'What kind of caller did it, which tells the channel.',
  REGION: 'Code of the region.',
});

const columns: Record<Exclude<ChangeGroup, ChangeGroup.DAY>, string> = {
  SUBJECT: `"h"."subject_type"`,
  FIELD: `"e"."change" ->> 'field'`,
  TYPE: `"h"."type"`,
  ACTOR: `"h"."actor"`,
  ACTOR_KIND: `"h"."actor_kind"`,
  REGION: `"r"."code"`,
};

/** Which changes are counted, and by what. */
export interface ChangesAsked {
  from: Date;
  to: Date;
  by: readonly ChangeGroup[];
  /** Keys of one customer; null for all. */
  customerId: string | null;
  subjects: readonly string[];
  field: string | null;
  actor: string | null;
  /** Most rows. */
  first: number;
}

/** Number of changes with these values, in the order in which they were asked for. */
export interface ChangeCount {
  values: (string | null)[];
  changes: number;
  customers: number;
}

/**
 * Counts changes of customers, their parties, accounts and ways of paying, of which the caller may read the history (CUS-85). A record
 * whose event names no fields counts once.
 */
export async function countChanges(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  asked: ChangesAsked,
): Promise<ChangeCount[]> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const zone = await operatorZone(database);
  const day = () => `to_char("h"."occurred_at" at time zone ${bind(zone)}::text, 'YYYY-MM-DD')`;
  const groups = asked.by.map((group) => (group === ChangeGroup.DAY ? day() : columns[group]));
  const conditions = [
    `"h"."customer_id" is not null`,
    `"h"."occurred_at" >= ${bind(asked.from)}`,
    `"h"."occurred_at" < ${bind(asked.to)}`,
    visibleRows(HistoryEntry, caller, '"h"', bind),
    ...(asked.customerId ? [`"h"."customer_id" = ${bind(asked.customerId)}`] : []),
    ...(asked.subjects.length > 0 ? [`"h"."subject_type" = any(${bind(asked.subjects)}::text[])`] : []),
    ...(asked.field ? [`"e"."change" ->> 'field' = ${bind(asked.field)}`] : []),
    ...(asked.actor ? [`"h"."actor" = ${bind(asked.actor)}`] : []),
  ];
  const { rows } = await database.pool.query<{ values: (string | null)[]; changes: number; customers: number }>(
    `select array[${groups.join(', ')}]::text[] "values", count(*)::int "changes", count(distinct "h"."customer_id")::int "customers"
     from "history_entry" "h"
     left join lateral jsonb_array_elements(case when jsonb_typeof("h"."data" -> 'changes') = 'array' then "h"."data" -> 'changes' end) "e"("change") on true
     left join "region" "r" on "r"."id" = "h"."region_id"
     where ${conditions.join(' and ')} group by 1 order by 2 desc, 1 limit ${bind(asked.first)}`,
    values,
  );
  return rows;
}
