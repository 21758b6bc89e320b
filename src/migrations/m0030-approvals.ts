import { Migration } from '@mikro-orm/migrations';

export class M0030Approvals extends Migration {
  override up(): void {
    this.addSql(
      'create table "approval" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "approval_no" varchar(40) not null, "kind" varchar(60) not null, "subject_type" varchar(60) not null, "subject_id" varchar(60) not null, "subject_key" uuid null, "title" varchar(200) not null, "reason" varchar(2000) null, "changes" jsonb null, "status" text not null, "asked_by" varchar(100) not null, "asked_at" timestamptz(3) not null, "decided_by" varchar(100) null, "decided_at" timestamptz(3) null, "remark" varchar(2000) null, "region_id" uuid not null, "instance_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "approval" add constraint "approval_approval_no_unique" unique ("approval_no")');
    this.addSql('create index "approval_subject_id_id_index" on "approval" ("subject_id", "id")');
    this.addSql('create index "approval_title_id_index" on "approval" ("title", "id")');
    this.addSql('create index "approval_title_search" on "approval" using gin ("title" gin_trgm_ops)');
    this.addSql('create index "approval_status_id_index" on "approval" ("status", "id")');
    this.addSql('create index "approval_asked_by_id_index" on "approval" ("asked_by", "id")');
    this.addSql('create index "approval_asked_at_id_index" on "approval" ("asked_at", "id")');
    this.addSql('create index "approval_region_id_id_index" on "approval" ("region_id", "id")');
    this.addSql('create index "approval_instance_id_id_index" on "approval" ("instance_id", "id")');
    this.addSql(
      'create unique index "approval_subject_id_kind_current_unique" on "approval" ("subject_id", "kind") where status = \'ASKED\'',
    );
    this.addSql(
      'alter table "approval" add constraint "approval_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "approval" add constraint "approval_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"approval\" add constraint \"approval_status_check\" check (\"status\" in ('ASKED', 'APPROVED', 'REJECTED', 'WITHDRAWN'))",
    );
  }
}
