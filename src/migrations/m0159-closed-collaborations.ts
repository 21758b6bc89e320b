import { Migration } from '@mikro-orm/migrations';

/** Collaboration orders are closed by who asked, and taken on by who is asked; only what is awaited is late. */
export class M0159ClosedCollaborations extends Migration {
  override up(): void {
    this.addSql('alter table "collaboration_order" add column "close_reason" varchar(500) null');
    this.addSql('alter table "collaboration_order" drop constraint "collaboration_order_status_check"');
    this.addSql(
      `alter table "collaboration_order" add constraint "collaboration_order_status_check" check ("status" in ('CREATED', 'DISPATCHED', 'RE_DISPATCHED', 'RETURNED', 'CLOSED', 'CANCELLED'))`,
    );
    this.addSql(
      'alter table "collaboration_dispatch" add column "accepted_at" timestamptz(3) null, add column "accepted_by" varchar(100) null',
    );
    this.addSql(
      `update "collaboration_order" "o" set "overdue" = false where "overdue"
       and not exists (select from "collaboration_dispatch" "d" where "d"."order_id" = "o"."id" and "d"."status" = 'SENT' and "d"."overdue")
       and not exists (select from "collaboration_system_dispatch" "d" where "d"."order_id" = "o"."id" and "d"."status" in ('WAITING', 'SENT') and "d"."overdue")`,
    );
  }
}
