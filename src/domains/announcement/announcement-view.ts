import { nounOf } from '../../kernel/model/index.js';
import { AnnouncementReceipt } from './announcement-receipt.js';
import { Announcement } from './announcement.js';

/** Query in SQL: announcements that an employee has not read, as `id` and `published_at`. @param employee expression for their key */
export const unreadBy = (employee: string): string =>
  `select "r"."announcement_id" as "id", "a"."published_at" from "${nounOf(AnnouncementReceipt).table}" "r"
  join "${nounOf(Announcement).table}" "a" on "a"."id" = "r"."announcement_id" where "r"."holder_id" = ${employee} and "r"."status" = 'UNREAD'`;
