import { Field, ID, Int, ObjectType } from 'type-graphql';
import { type Caller, visibleRows } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { encodeId, nounOf, rowOf } from '../../kernel/model/index.js';
import { holdsForKnown } from '../../kernel/rules/index.js';
import { Customer } from '../customer/index.js';
import { sourcesFor } from './fact-sources.js';
import { factsOf } from './scan-customers.js';

@ObjectType({ description: 'Customers who meet a condition, a page at a time (CUS-97).' })
export class TargetPage {
  @Field(() => [Customer], {
    description: 'The customers, in the order of their ids; with contact data as you may see it.',
  })
  customers!: Customer[];

  @Field(() => Int, { description: 'How many customers were looked at for this page.' })
  scanned!: number;

  @Field(() => ID, {
    nullable: true,
    description:
      'To be sent as `after` for the next ones, also when this page is short: at most 5000 customers are looked at for one page. Null at the end.',
  })
  next!: string | null;
}

export interface TargetsAsked {
  /** Condition over `customer`, checked. */
  condition: string;
  first: number;
  /** Key of the last customer of the page before. */
  after: string | null;
}

const BATCH = 500;
const MOST_SCANNED = 5000;

/** The next customers, of those the caller sees, who meet the condition. */
export async function findTargets(
  database: Pick<Database, 'pool'>,
  caller: Caller,
  { condition, first, after }: TargetsAsked,
): Promise<TargetPage> {
  const found: string[] = [];
  const sources = sourcesFor([condition]);
  let at = after;
  let scanned = 0;
  for (let more = true; more && found.length < first && scanned < MOST_SCANNED;) {
    const ids = await nextVisible(database, caller, at);
    more = ids.length === BATCH;
    for (const { id, variables } of await factsOf(database, ids, new Date(), sources)) {
      if (found.length === first) {
        more = true;
        break;
      }
      at = id;
      scanned++;
      if (holdsForKnown(condition, variables)) found.push(id);
    }
    if (!more) at = null;
  }
  return Object.assign(new TargetPage(), {
    customers: found.map((id) => rowOf(Customer, id)),
    scanned,
    next: at ? encodeId(nounOf(Customer).tag!, at) : null,
  });
}

async function nextVisible({ pool }: Pick<Database, 'pool'>, caller: Caller, after: string | null): Promise<string[]> {
  const values: unknown[] = [after];
  const visible = visibleRows(Customer, caller, '"c"', (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<{ id: string }>(
    `select "c"."id" from "customer" "c" where ($1::uuid is null or "c"."id" > $1) and ${visible} order by "c"."id" limit ${BATCH}`,
    values,
  );
  return rows.map(({ id }) => id);
}
