import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { Announcement, AnnouncementStatus } from './announcement.js';
import { announcementLifecycle } from './announcement.lifecycle.js';

/** SQL: employees who belong to the audience of the announcement ?; its values are those of {@link audienceOf}. */
const AUDIENCE = `
  select "e"."id" from "employee" "e" join "party" "u" on "u"."id" = "e"."organization_id"
    join "announcement_audience" "a" on "a"."announcement_id" = ? join "party" "o" on "o"."id" = "a"."organization_id"
  where "e"."status" = 'ACTIVE' and starts_with("u"."path", "o"."path")
  union select "m"."employee_id" from "announcement_audience" "a" join "virtual_team" "t" on "t"."id" = "a"."team_id" and "t"."active"
    join "virtual_team_member" "m" on "m"."team_id" = "t"."id" where "a"."announcement_id" = ?
  union select "e"."id" from "announcement_audience" "a" join "employee" "e" on "e"."id" = "a"."employee_id" and "e"."status" = 'ACTIVE'
    where "a"."announcement_id" = ?
  union select "e"."id" from "announcement_audience" "a" join "employee_position" "p" on "p"."position_id" = "a"."position_id"
    and "p"."validity_from" <= ? and ("p"."validity_to" is null or "p"."validity_to" > ?)
    join "employee" "e" on "e"."id" = "p"."employee_id" and "e"."status" = 'ACTIVE' where "a"."announcement_id" = ?`;

const audienceOf = (id: string, at: string): string[] => [id, id, id, at, at, id];

const DELIVER = `
  insert into "announcement_receipt" ("id", "created_at", "updated_at", "announcement_id", "employee_id", "holder_id", "status")
  select gen_random_uuid(), ?, ?, ?, "id", "id", 'UNREAD' from (${AUDIENCE}) "reader" on conflict do nothing returning "id"`;

/** Gives an announcement to those of its audience who do not have it yet; answers how many there were. */
export async function deliver(tx: Transaction, id: string): Promise<number> {
  const at = tx.at.toISOString();
  return (await tx.em.execute<unknown[]>(DELIVER, [at, at, id, ...audienceOf(id, at)])).length;
}

/** Whether an employee belongs to the audience. */
export async function inAudience(tx: Transaction, id: string, employeeId: string): Promise<boolean> {
  const values = [...audienceOf(id, tx.at.toISOString()), employeeId];
  const rows = await tx.em.execute(`select 1 from (${AUDIENCE}) "reader" where "id" = ?`, values);
  return rows.length > 0;
}

/** Makes an announcement unread again for those who have it in their list: what they had read said something else. */
export async function reopen(tx: Transaction, id: string): Promise<void> {
  const values = [tx.at.toISOString(), id];
  await tx.em.execute(
    `update "announcement_receipt" set "status" = 'UNREAD', "updated_at" = ? where "announcement_id" = ? and "status" = 'READ'`,
    values,
  );
}

/** Takes an announcement out of the lists of all readers; the receipts stay. */
export async function recall(tx: Transaction, id: string): Promise<void> {
  await tx.em.execute('update "announcement_receipt" set "holder_id" = null where "announcement_id" = ?', [id]);
  await tx.em.execute('update "announcement_audience" set "reached_partner_id" = null where "announcement_id" = ?', [
    id,
  ]);
}

/** Gives what is published to who came into a department or team since, and ends what is over (OPS-35, OPS-36). */
export const keepAnnouncements = defineJob('announcement.keep', async (_payload, context) => {
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select "id" from "announcement" where "status" = 'PUBLISHED' order by "id"`,
  );
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const announcement = await tx.find(Announcement, id);
      if (announcement?.status !== AnnouncementStatus.PUBLISHED) return;
      if (!announcement.validTo || announcement.validTo > tx.at) return void (await deliver(tx, id));
      await announcementLifecycle.move(tx, announcement, 'expire');
      await recall(tx, id);
    });
});

export const keepSchedule: Schedule = {
  name: 'announcement.keep',
  cron: '*/10 * * * *',
  job: 'announcement.keep',
  description: 'Gives announcements to those who came into their audience, and ends those that are over.',
};
