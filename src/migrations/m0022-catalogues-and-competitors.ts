import { Migration } from '@mikro-orm/migrations';

export class M0022CataloguesAndCompetitors extends Migration {
  override up(): void {
    this.addSql(
      'create table "competitor" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(40) not null, "name" varchar(200) not null, "region_id" uuid null, "description" varchar(4000) null, primary key ("id"))',
    );
    this.addSql('alter table "competitor" add constraint "competitor_code_unique" unique ("code")');
    this.addSql('create index "competitor_name_id_index" on "competitor" ("name", "id")');
    this.addSql('create index "competitor_name_search" on "competitor" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "competitor_region_id_id_index" on "competitor" ("region_id", "id")');
    this.addSql(
      'create table "competitor_product" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "competitor_id" uuid not null, "code" varchar(60) not null, "name" varchar(200) not null, "product_line_id" uuid null, "features" text[] not null, "price_amount" numeric null, "price_currency" varchar(3) null, "price_period" text null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "recorded_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql(
      'create index "competitor_product_competitor_id_id_index" on "competitor_product" ("competitor_id", "id")',
    );
    this.addSql('create index "competitor_product_code_id_index" on "competitor_product" ("code", "id")');
    this.addSql('create index "competitor_product_name_id_index" on "competitor_product" ("name", "id")');
    this.addSql(
      'create index "competitor_product_name_search" on "competitor_product" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create index "competitor_product_product_line_id_id_index" on "competitor_product" ("product_line_id", "id")',
    );
    this.addSql(
      'create unique index "competitor_product_competitor_id_code_together_unique" on "competitor_product" ("competitor_id", "code")',
    );
    this.addSql(
      'create table "product_comparison" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "product_id" uuid not null, "competitor_product_id" uuid not null, "overlapping_segments" text[] not null, "price_comparison" varchar(2000) not null, "feature_comparison" varchar(2000) not null, "reaction" varchar(2000) null, "compared_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "product_comparison_product_id_id_index" on "product_comparison" ("product_id", "id")');
    this.addSql(
      'create index "product_comparison_competitor_product_id_id_index" on "product_comparison" ("competitor_product_id", "id")',
    );
    this.addSql(
      'create unique index "product_comparison_product_id_competitor_product_id_together_un" on "product_comparison" ("product_id", "competitor_product_id")',
    );
    this.addSql(
      'create table "channel_catalogue" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "channel" varchar(60) not null, "catalogue_id" uuid not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "set_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "channel_catalogue_channel_id_index" on "channel_catalogue" ("channel", "id")');
    this.addSql('create index "channel_catalogue_catalogue_id_id_index" on "channel_catalogue" ("catalogue_id", "id")');
    this.addSql(
      'create unique index "channel_catalogue_channel_current_unique" on "channel_catalogue" ("channel") where validity_to is null',
    );
    this.addSql('alter table "business_line" add "category" varchar(60) null, add "parent_id" uuid null');
    this.addSql(
      'alter table "business_line" add constraint "business_line_parent_id_foreign" foreign key ("parent_id") references "business_line" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "business_line_category_id_index" on "business_line" ("category", "id")');
    this.addSql('create index "business_line_parent_id_id_index" on "business_line" ("parent_id", "id")');
    this.addSql(
      'alter table "catalogue" add "level" text not null default \'HEADQUARTERS\', add "owner_id" uuid null, add "based_on_id" uuid null',
    );
    this.addSql(
      'alter table "catalogue" add constraint "catalogue_owner_id_foreign" foreign key ("owner_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "catalogue" add constraint "catalogue_based_on_id_foreign" foreign key ("based_on_id") references "catalogue" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "catalogue_owner_id_id_index" on "catalogue" ("owner_id", "id")');
    this.addSql('create index "catalogue_based_on_id_id_index" on "catalogue" ("based_on_id", "id")');
    this.addSql(
      'alter table "catalogue" add constraint "catalogue_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      'alter table "competitor" add constraint "competitor_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "competitor_product" add constraint "competitor_product_competitor_id_foreign" foreign key ("competitor_id") references "competitor" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "competitor_product" add constraint "competitor_product_product_line_id_foreign" foreign key ("product_line_id") references "product_line" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "competitor_product" add constraint "competitor_product_price_period_check" check ("price_period" in (\'ONCE\', \'MONTH\', \'YEAR\'))',
    );
    this.addSql(
      'alter table "product_comparison" add constraint "product_comparison_product_id_foreign" foreign key ("product_id") references "product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "product_comparison" add constraint "product_comparison_competitor_product_id_foreign" foreign key ("competitor_product_id") references "competitor_product" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "channel_catalogue" add constraint "channel_catalogue_catalogue_id_foreign" foreign key ("catalogue_id") references "catalogue" ("id") on update no action on delete restrict',
    );
  }
}
