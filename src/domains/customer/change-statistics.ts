import { Field, Int, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import { HistoryEntry } from '../../kernel/events/index.js';
import { defineReport, describeEnum, uuidOf } from '../../kernel/model/index.js';
import { OPERATOR_ZONE } from '../calendar/index.js';

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

@ObjectType({ description: 'Number of changes of customer data with the same values (CUS-85).' })
export class CustomerChangeCount {
  @Field(() => [String], {
    nullable: 'items',
    description: 'The values, in the order of `by`; null where there is none.',
  })
  values!: (string | null)[];

  @Field(() => Int, { description: 'Number of changed fields, or of records whose event names no field.' })
  changes!: number;

  @Field(() => Int, { description: 'Number of customers concerned.' })
  customers!: number;
}

const columns: Record<ChangeGroup, string> = {
  DAY: `to_char("h"."occurred_at" at time zone ${OPERATOR_ZONE}, 'YYYY-MM-DD')`,
  SUBJECT: `"h"."subject_type"`,
  FIELD: `"e"."change" ->> 'field'`,
  TYPE: `"h"."type"`,
  ACTOR: `"h"."actor"`,
  ACTOR_KIND: `"h"."actor_kind"`,
  REGION: `"r"."code"`,
};

interface ChangesAsked {
  from: string;
  to: string;
  by: ChangeGroup[];
  customerId?: string | null;
  subjects?: string[] | null;
  field?: string | null;
  actor?: string | null;
  first: number;
}

const MOST = 1000;
const MOST_GROUPS = 4;
const LONGEST = 366 * 86_400_000;

function refuse(argument: keyof ChangesAsked, message: string): never {
  throw codedError('BAD_USER_INPUT', `"${argument}" ${message}`, { path: [argument] });
}

/**
 * Counts changes of customers, their parties, accounts and ways of paying, of which the caller may read the history (CUS-85). A record
 * whose event names no fields counts once.
 */
export const changeStatistics = defineReport<ChangesAsked>({
  name: 'customerChangeStatistics',
  description:
    'Counts changes of data of customers, accounts and ways of paying whose history you may read (CUS-85). For staff. Fails with BAD_USER_INPUT.',
  rows: CustomerChangeCount,
  args: {
    from: { type: 'DateTime!', description: 'First moment.' },
    to: { type: 'DateTime!', description: 'First moment after; at most 366 days later.' },
    by: { type: '[ChangeGroup!]!', description: 'By what they are counted, 1 to 4.', enumeration: ChangeGroup },
    customerId: { type: 'ID', description: 'Changes of this customer only.' },
    subjects: { type: '[String!]', description: 'Changes of objects of these types only, such as `Account`.' },
    field: { type: 'String', description: 'Changes of this field only.' },
    actor: { type: 'String', description: 'Changes by this person or system only.' },
    first: { type: 'Int!', description: 'Most rows, largest first, 1 to 1000.', default: '200' },
  },
  most: MOST,
  admit: (caller, { from, to, by, first }) => {
    requireKind(caller, 'STAFF');
    const length = Date.parse(to) - Date.parse(from);
    if (length <= 0 || length > LONGEST) refuse('to', 'must lie after "from", at most 366 days.');
    if (by.length < 1 || by.length > MOST_GROUPS || new Set(by).size < by.length)
      refuse('by', `takes 1 to ${MOST_GROUPS} different values.`);
    if (first < 1 || first > MOST) refuse('first', `must be between 1 and ${MOST}.`);
  },
  sql: (scope) => {
    const cases = Object.entries(columns).map(([group, column]) => `when '${group}' then ${column}`);
    const by = `${scope.value((asked) => asked.by)}::text[]`;
    const conditions = [
      `"h"."customer_id" is not null`,
      `"h"."occurred_at" >= ${scope.value(({ from }) => from)}::timestamptz`,
      `"h"."occurred_at" < ${scope.value(({ to }) => to)}::timestamptz`,
      scope.sees(HistoryEntry, '"h"'),
      scope.where(
        ({ customerId }) => customerId,
        (key) => `"h"."customer_id" = ${key}::uuid`,
        (id) => uuidOf(id, 'cu', ['customerId']),
      ),
      scope.where(
        ({ subjects }) => subjects,
        (types) => `(cardinality(${types}::text[]) = 0 or "h"."subject_type" = any(${types}::text[]))`,
      ),
      scope.where(
        ({ field }) => field,
        (name) => `"e"."change" ->> 'field' = ${name}`,
      ),
      scope.where(
        ({ actor }) => actor,
        (name) => `"h"."actor" = ${name}`,
      ),
    ].filter(Boolean);
    return `
      select array(select case "g"."by" ${cases.join(' ')} end from unnest(${by}) with ordinality "g"("by", "place") order by "g"."place") "values",
        count(*)::int "changes", count(distinct "h"."customer_id")::int "customers"
      from "history_entry" "h"
      left join lateral jsonb_array_elements(case when jsonb_typeof("h"."data" -> 'changes') = 'array' then "h"."data" -> 'changes' end) "e"("change") on true
      left join "region" "r" on "r"."id" = "h"."region_id"
      where ${conditions.join(' and ')} group by 1 order by 2 desc, 1 limit ${scope.value(({ first }) => first)}::int`;
  },
});
