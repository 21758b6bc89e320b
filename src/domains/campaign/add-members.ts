import type { Transaction } from '../../kernel/database/transaction.js';
import { v7 } from '../../kernel/model/index.js';
import { blackListed } from '../evaluation/index.js';
import { contactDays, mostContacts } from './campaign.parameters.js';
import type { TargetList } from './target-list.js';

/** How often campaigns reached a customer since a moment, as SQL. */
export const contactsSince = (customer: string, since: string): string =>
  `(select count(*) from "campaign_event" "e" where "e"."customer_id" = ${customer} and "e"."outcome" = 'CONTACTED' and "e"."occurred_at" > ${since})`;

/** A number from 0 to 9999 that chance gave a customer in a campaign, the same each time. */
const DRAWN = `('x' || substr(md5(?::text || "c"."id"::text), 1, 8))::bit(32)::bigint % 10000`;

const ADD = `
  insert into "target_member" ("id", "created_at", "updated_at", "list_id", "campaign_id", "customer_id", "group", "exclusion", "listed_at")
  select "u"."id", ?, ?, ?, ?, "c"."id", case when ${DRAWN} < ? * 100 then 'CONTROL' else 'TARGET' end,
    case when ${blackListed('"c"."id"')} then 'BLACK_LIST' when ${contactsSince('"c"."id"', '?')} >= ? then 'TOO_OFTEN' end, ?
  from unnest(?::uuid[], ?::uuid[]) "u"("id", "customer_id") join "customer" "c" on "c"."id" = "u"."customer_id" and "c"."lifecycle" <> 'MERGED'
  on conflict ("list_id", "customer_id") do nothing returning "customer_id"`;

/**
 * Puts customers into a locked list that is not published: each once, the control group by chance, and those left out who must not be
 * contacted (CMP-33, CMP-42). @returns how many were not in it before
 */
export async function addMembers(tx: Transaction, list: TargetList, customerIds: readonly string[]): Promise<number> {
  if (customerIds.length === 0) return 0;
  await tx.em.flush();
  const [most, days] = [await mostContacts.read(tx), await contactDays.read(tx)];
  const since = new Date(tx.at.getTime() - days * 86_400_000);
  const ids = customerIds.map(() => v7());
  const campaignId = list.campaign.id;
  const added = await tx.em.execute<unknown[]>(ADD, [
    ...[tx.at, tx.at, list.id, campaignId, campaignId, list.controlPercent, since, most, tx.at],
    ...[`{${ids.join(',')}}`, `{${customerIds.join(',')}}`],
  ]);
  return added.length;
}

const COUNT = `
  select count(*) filter (where "exclusion" is null and "group" = 'TARGET')::int "targets",
    count(*) filter (where "exclusion" is null and "group" = 'CONTROL')::int "controls", count(*) filter (where "exclusion" is not null)::int "excluded"
  from "target_member" where "list_id" = ?`;

/** Counts the customers of a list anew. */
export async function countMembers(tx: Transaction, list: TargetList): Promise<void> {
  await tx.em.flush();
  const [counts] = await tx.em.execute<Pick<TargetList, 'targets' | 'controls' | 'excluded'>[]>(COUNT, [list.id]);
  Object.assign(list, counts);
}
