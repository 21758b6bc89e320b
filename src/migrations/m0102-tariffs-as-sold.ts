import { Migration } from '@mikro-orm/migrations';

export class M0102TariffsAsSold extends Migration {
  override up(): void {
    for (const owner of ['rule', 'plan']) {
      const table = `tariff_${owner}_version`;
      this.addSql(
        `create table "${table}" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "${owner}_id" uuid not null, "number" int not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "content" jsonb not null, "applies_to_existing" boolean not null, "changed_fields" text[] not null, "changed_by" varchar(100) null, "changed_at" timestamptz(3) not null, "reason" varchar(500) null, primary key ("id"))`,
      );
      this.addSql(`create index "${table}_${owner}_id_id_index" on "${table}" ("${owner}_id", "id")`);
      this.addSql(
        `create unique index "${table}_${owner}_id_number_together_unique" on "${table}" ("${owner}_id", "number")`,
      );
      this.addSql(
        `create unique index "${table}_${owner}_id_current_unique" on "${table}" ("${owner}_id") where validity_to is null`,
      );
      this.addSql(
        `alter table "${table}" add constraint "${table}_${owner}_id_foreign" foreign key ("${owner}_id") references "tariff_${owner}" ("id") on update no action on delete restrict`,
      );
      this.addSql(`alter table "tariff_${owner}" add "version_number" int not null default 1`);
    }
    this.addSql('alter table "order_charge" add "version_number" int null');
    this.addSql('alter table "customer_order" add "priced_at" timestamptz(3) null');
    this.addSql('alter table "offering_instance" add "priced_at" timestamptz(3) null');
  }
}
