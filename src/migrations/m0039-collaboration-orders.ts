import { Migration } from '@mikro-orm/migrations';

export class M0039CollaborationOrders extends Migration {
  override up(): void {
    this.addSql(
      'create table "collaboration_order" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_no" varchar(40) not null, "kind" text not null, "event" varchar(200) not null, "detail" varchar(4000) not null, "requester_id" uuid not null, "requested_by" varchar(100) not null, "object_type" varchar(60) null, "object_key" uuid null, "status" text not null, "due_at" timestamptz(3) null, "alarm_level" text not null, "rounds" int not null default 0, "overdue" boolean not null default false, "cancel_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "collaboration_order" add constraint "collaboration_order_order_no_unique" unique ("order_no")',
    );
    this.addSql('create index "collaboration_order_event_id_index" on "collaboration_order" ("event", "id")');
    this.addSql(
      'create index "collaboration_order_event_search" on "collaboration_order" using gin ("event" gin_trgm_ops)',
    );
    this.addSql(
      'create index "collaboration_order_requester_id_id_index" on "collaboration_order" ("requester_id", "id")',
    );
    this.addSql('create index "collaboration_order_status_id_index" on "collaboration_order" ("status", "id")');
    this.addSql(
      'create table "collaboration_dispatch" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_id" uuid not null, "organization_id" uuid not null, "round" int not null, "detail" varchar(4000) not null, "status" text not null, "sent_at" timestamptz(3) not null, "due_at" timestamptz(3) null, "overdue" boolean not null default false, "urges" int not null default 0, "urged_at" timestamptz(3) null, "assignee_id" uuid null, "reply" varchar(4000) null, "replied_by" varchar(100) null, "ended_at" timestamptz(3) null, "wanted_due_at" timestamptz(3) null, "extension_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql(
      'create index "collaboration_dispatch_order_id_id_index" on "collaboration_dispatch" ("order_id", "id")',
    );
    this.addSql(
      'create index "collaboration_dispatch_organization_id_id_index" on "collaboration_dispatch" ("organization_id", "id")',
    );
    this.addSql('create index "collaboration_dispatch_status_id_index" on "collaboration_dispatch" ("status", "id")');
    this.addSql(
      'create index "collaboration_dispatch_assignee_id_id_index" on "collaboration_dispatch" ("assignee_id", "id")',
    );
    this.addSql(
      'create index "collaboration_dispatch_due" on "collaboration_dispatch" ("due_at") where "status" = \'SENT\' and not "overdue"',
    );
    this.addSql(
      'create unique index "collaboration_dispatch_order_id_organization_id_current_unique" on "collaboration_dispatch" ("order_id", "organization_id") where status = \'SENT\'',
    );
    this.addSql(
      'alter table "collaboration_order" add constraint "collaboration_order_requester_id_foreign" foreign key ("requester_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "collaboration_order" add constraint "collaboration_order_kind_check" check ("kind" in (\'COLLABORATION\', \'SUPERVISION\'))',
    );
    this.addSql(
      "alter table \"collaboration_order\" add constraint \"collaboration_order_status_check\" check (\"status\" in ('CREATED', 'DISPATCHED', 'RE_DISPATCHED', 'RETURNED', 'CANCELLED'))",
    );
    this.addSql(
      "alter table \"collaboration_order\" add constraint \"collaboration_order_alarm_level_check\" check (\"alarm_level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      'alter table "collaboration_dispatch" add constraint "collaboration_dispatch_order_id_foreign" foreign key ("order_id") references "collaboration_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "collaboration_dispatch" add constraint "collaboration_dispatch_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "collaboration_dispatch" add constraint "collaboration_dispatch_assignee_id_foreign" foreign key ("assignee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"collaboration_dispatch\" add constraint \"collaboration_dispatch_status_check\" check (\"status\" in ('SENT', 'REPLIED', 'REPLACED', 'CANCELLED'))",
    );
  }
}
