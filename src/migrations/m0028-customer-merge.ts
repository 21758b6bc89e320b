import { Migration } from '@mikro-orm/migrations';

export class M0028CustomerMerge extends Migration {
  override up(): void {
    this.addSql(
      'create table "duplicate_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "basis" text not null, "applies_to" text not null, "weight" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "duplicate_rule" add constraint "duplicate_rule_code_unique" unique ("code")');
    this.addSql(
      'create table "duplicate_candidate" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "first_id" uuid not null, "second_id" uuid not null, "score" int not null, "matched" text[] not null, "status" text not null, "found_at" timestamptz(3) not null, "decided_at" timestamptz(3) null, "decided_by" varchar(100) null, "reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "duplicate_candidate_first_id_id_index" on "duplicate_candidate" ("first_id", "id")');
    this.addSql('create index "duplicate_candidate_second_id_id_index" on "duplicate_candidate" ("second_id", "id")');
    this.addSql('create index "duplicate_candidate_score_id_index" on "duplicate_candidate" ("score", "id")');
    this.addSql(
      'create unique index "duplicate_candidate_first_id_second_id_together_unique" on "duplicate_candidate" ("first_id", "second_id")',
    );
    this.addSql(
      'create table "customer_merge" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "survivor_id" uuid not null, "absorbed_id" uuid not null, "status" text not null, "consent" varchar(500) not null, "reason" varchar(500) not null, "requested_by" varchar(100) not null, "decided_at" timestamptz(3) null, "decided_by" varchar(100) null, "decision_note" varchar(500) null, "lifecycle_before" text null, "undone_at" timestamptz(3) null, "undone_by" varchar(100) null, "undo_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('create index "customer_merge_survivor_id_id_index" on "customer_merge" ("survivor_id", "id")');
    this.addSql('create index "customer_merge_absorbed_id_id_index" on "customer_merge" ("absorbed_id", "id")');
    this.addSql(
      'create unique index "customer_merge_absorbed_id_current_unique" on "customer_merge" ("absorbed_id") where status in (\'REQUESTED\', \'MERGED\')',
    );
    this.addSql(
      'create table "merged_value" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "merge_id" uuid not null, "position" int not null, "noun" varchar(60) not null, "object_id" varchar(24) not null, "field" varchar(60) not null, "before" jsonb null, "after" jsonb null, "restored" boolean null, primary key ("id"))',
    );
    this.addSql('create index "merged_value_merge_id_id_index" on "merged_value" ("merge_id", "id")');
    this.addSql(
      'create index "party_identification_document_key" on "party_identification" ((case when "type" = \'ID_CARD\' and length("number") = 18 then left("number", 6) || substr("number", 9, 9) else "number" end))',
    );
    this.addSql('alter table "customer" drop constraint "customer_lifecycle_check"');
    this.addSql('alter table "customer" add "merged_into_id" uuid null');
    this.addSql(
      'alter table "customer" add constraint "customer_merged_into_id_foreign" foreign key ("merged_into_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "customer_merged_into_id_id_index" on "customer" ("merged_into_id", "id")');
    this.addSql(
      "alter table \"customer\" add constraint \"customer_lifecycle_check\" check (\"lifecycle\" in ('POTENTIAL', 'IN_NETWORK', 'LEFT', 'MERGED'))",
    );
    this.addSql('alter table "customer_cancellation" drop constraint "customer_cancellation_lifecycle_before_check"');
    this.addSql(
      "alter table \"customer_cancellation\" add constraint \"customer_cancellation_lifecycle_before_check\" check (\"lifecycle_before\" in ('POTENTIAL', 'IN_NETWORK', 'LEFT', 'MERGED'))",
    );
    this.addSql(
      "alter table \"duplicate_rule\" add constraint \"duplicate_rule_basis_check\" check (\"basis\" in ('PARTY', 'DOCUMENT', 'NAME', 'SIMILAR_NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'BIRTH_DATE', 'REGION'))",
    );
    this.addSql(
      'alter table "duplicate_rule" add constraint "duplicate_rule_applies_to_check" check ("applies_to" in (\'ANY\', \'PERSON\', \'ORGANIZATION\'))',
    );
    this.addSql(
      'alter table "duplicate_candidate" add constraint "duplicate_candidate_first_id_foreign" foreign key ("first_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "duplicate_candidate" add constraint "duplicate_candidate_second_id_foreign" foreign key ("second_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "duplicate_candidate" add constraint "duplicate_candidate_status_check" check ("status" in (\'OPEN\', \'CONFIRMED\', \'DISMISSED\'))',
    );
    this.addSql(
      'alter table "customer_merge" add constraint "customer_merge_survivor_id_foreign" foreign key ("survivor_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_merge" add constraint "customer_merge_absorbed_id_foreign" foreign key ("absorbed_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_merge\" add constraint \"customer_merge_status_check\" check (\"status\" in ('REQUESTED', 'REJECTED', 'MERGED', 'UNDONE'))",
    );
    this.addSql(
      "alter table \"customer_merge\" add constraint \"customer_merge_lifecycle_before_check\" check (\"lifecycle_before\" in ('POTENTIAL', 'IN_NETWORK', 'LEFT', 'MERGED'))",
    );
    this.addSql(
      'alter table "merged_value" add constraint "merged_value_merge_id_foreign" foreign key ("merge_id") references "customer_merge" ("id") on update no action on delete restrict',
    );
  }
}
