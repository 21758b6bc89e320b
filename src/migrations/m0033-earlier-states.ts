import { Migration } from '@mikro-orm/migrations';

const TABLES = [
  'customer',
  'customer_code',
  'segment_membership',
  'contact_person',
  'group_membership',
  'customer_relationship',
  'account',
  'payment_account',
  'account_payment_account',
  'party',
  'party_identification',
  'contact_medium',
  'social_group_membership',
  'offering_instance',
  'subscribed_tariff',
  'product_instance',
  'instance_relationship',
  'instance_party',
  'payment_rule',
];

/**
 * Keeps the rows that a statement has changed or removed. A version begins where the one before ended, and ends with the
 * transaction's moment, so that what was changed together was changed at once. A transaction that had to wait for a later one ends
 * its version just after that one's: versions of a row follow each other without gap or overlap.
 */
const KEEP = `
  create function "row_version_keep"() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' then
      insert into "row_version" ("row_id", "table_name", "keys", "valid_from", "valid_to", "row")
      select "v".* from (select "o"."id", "o"."created_at", to_jsonb("o") as "row" from "old_rows" "o") "o"
      join (select "n"."id", to_jsonb("n") as "row" from "new_rows" "n") "n" on "n"."id" = "o"."id",
      lateral "row_version_of"(tg_table_name, "o"."id", "o"."created_at", "o"."row") "v"
      where "n"."row" - array['updated_at', 'version'] <> "o"."row" - array['updated_at', 'version'];
    else
      insert into "row_version" ("row_id", "table_name", "keys", "valid_from", "valid_to", "row")
      select "v".* from "old_rows" "o", lateral "row_version_of"(tg_table_name, "o"."id", "o"."created_at", to_jsonb("o")) "v";
    end if;
    return null;
  end $$`;

/** What is kept of one row. */
const VERSION = `
  create function "row_version_of"("name" text, "id" uuid, "created" timestamptz, "old" jsonb)
  returns table ("row_id" uuid, "table_name" text, "keys" uuid[], "valid_from" timestamptz, "valid_to" timestamptz, "row" jsonb) language sql as $$
    select "row_version_of"."id", "name", "referred"."keys", "start"."began", greatest(now(), "start"."began" + interval '1 microsecond'), "old"
    from
      (select coalesce((select max("v"."valid_to") from "row_version" "v" where "v"."row_id" = "row_version_of"."id"), "created") as "began") "start",
      (select array_agg(distinct "e"."value"::uuid) as "keys" from jsonb_each_text("old") "e"
       where ("e"."key" = 'id' or right("e"."key", 3) = '_id') and "e"."value" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$') "referred"
  $$`;

/** Refuses moments of which the table's rows are no longer, or not yet, kept. */
const KEPT = `
  create function "row_version_kept"("name" text, "moment" timestamptz) returns boolean language plpgsql stable as $$
  declare
    "first" timestamptz := (select "since" from "versioned_table" where "table_name" = "name");
  begin
    if "first" is null or "moment" < "first" then
      raise exception 'Earlier states of % are kept since %.', "name", coalesce(to_char("first" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'never') using errcode = 'SB001';
    end if;
    return true;
  end $$`;

/** Begins to keep the versions of a table's rows. */
const WATCH = `
  create function "row_version_watch"("name" text) returns void language plpgsql as $$
  begin
    insert into "versioned_table" ("table_name", "since") values ("name", now());
    execute format('create trigger "row_version_update" after update on %I referencing new table as "new_rows" old table as "old_rows" for each statement execute function "row_version_keep"()', "name");
    execute format('create trigger "row_version_delete" after delete on %I referencing old table as "old_rows" for each statement execute function "row_version_keep"()', "name");
  end $$`;

/** Keeps the rows of customer data as they stood before each change, so that earlier states can be read. */
export class M0033EarlierStates extends Migration {
  override up(): void {
    this.addSql(
      'create table "row_version" ("row_id" uuid not null, "valid_to" timestamptz not null, "valid_from" timestamptz not null, "table_name" text not null, "keys" uuid[] not null, "row" jsonb not null, primary key ("row_id", "valid_to"))',
    );
    this.addSql('create index "row_version_valid_to" on "row_version" ("valid_to")');
    this.addSql('create index "row_version_keys" on "row_version" using gin ("keys")');
    this.addSql(
      'create table "versioned_table" ("table_name" text not null, "since" timestamptz not null, primary key ("table_name"))',
    );
    for (const statement of [VERSION, KEEP, KEPT, WATCH]) this.addSql(statement);
    for (const table of TABLES) this.addSql(`select "row_version_watch"('${table}')`);
  }
}
