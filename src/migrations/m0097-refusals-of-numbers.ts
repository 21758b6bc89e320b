import { Migration } from '@mikro-orm/migrations';

export class M0097RefusalsOfNumbers extends Migration {
  override up(): void {
    this.addSql(
      'alter table "resource_item" add column "outside_refusal" text null, add column "outside_refusal_reason" varchar(500) null, add column "outside_refusals" int not null default 0, add column "outside_ask_at" timestamptz(3) null',
    );
    this.addSql(
      `alter table "resource_item" add constraint "resource_item_outside_refusal_check" check ("outside_refusal" in ('TAKEN', 'FAULTY', 'UNKNOWN', 'OTHER'))`,
    );
    this.addSql('create index "resource_item_outside_ask_at_id_index" on "resource_item" ("outside_ask_at", "id")');
    this.addSql(
      `update "resource_item" set "outside_refusal" = 'OTHER', "outside_refusals" = 1, "outside_ask_at" = now(), "outside_refusal_reason" = '' where "outside_refused_at" is not null`,
    );
  }
}
