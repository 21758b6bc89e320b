import { Migration } from '@mikro-orm/migrations';

/** Text as it is compared: folded, and without blanks and the signs that names and addresses are written with or without. */
const SQUEEZE = String.raw`
  create function "search_squeeze"("value" text) returns text language sql immutable parallel safe as $$
    select regexp_replace(lower(normalize("value", NFKC)), '[\s·•.,，。、''’()（）-]', '', 'g')
  $$`;

/** A telephone number as digits without the code of the country; other text folded, without blanks. */
const NUMBER = String.raw`
  create function "search_number"("value" text) returns text language sql immutable parallel safe as $$
    select case when regexp_replace("value", '[\s()-]', '', 'g') ~ '^\+?\d+$'
      then ltrim(regexp_replace(regexp_replace("value", '[\s()-]', '', 'g'), '^\+86(?=\d{7,})', ''), '+')
      else regexp_replace(lower(normalize("value", NFKC)), '\s', '', 'g') end
  $$`;

/** The words of customers; `search-text.ts` of the domain says what each letter stands for. */
const WORDS = `
  create function "customer_words_of"("ids" uuid[]) returns table ("id" uuid, "words" tsvector) language sql stable as $$
    with "c" as materialized (
      select "customer"."id", "party_id", "code", "customer"."name", "vip_no", "service_address" from "customer" where "customer"."id" = any("ids")
    ),
    "names" as materialized (
      select row_number() over () as "n", "d".* from (
        select distinct "c"."id", left("search_squeeze"("given"), 60) as "name"
        from "c" join "party" "p" on "p"."id" = "c"."party_id", unnest(array["c"."name", "p"."name", "p"."short_name"]) "given"
        where "search_squeeze"("given") <> ''
      ) "d"
    ),
    "characters" as (
      select "n", "id", "name", "at", substr("name", "at", 1) as "character" from "names", generate_series(1, length("name")) "at"
    ),
    "read" as materialized (
      select "n", "id", "name", "at", coalesce("h"."readings"[1], "k"."character") as "first", "h"."readings"[2:] as "others",
        bool_or("h"."character" is not null) over (partition by "n") as "han",
        string_agg(coalesce("h"."readings"[1], "k"."character"), '') over "rest" as "pinyin",
        string_agg(left(coalesce("h"."readings"[1], "k"."character"), 1), '') over "rest" as "initials"
      from "characters" "k" left join "han_reading" "h" on "h"."character" = "k"."character"
      window "rest" as (partition by "n" order by "at" rows between current row and unbounded following)
    ),
    "other" as (
      select "s"."id", "s"."at",
        left("s"."pinyin", length("s"."pinyin") - length("e"."pinyin")) || "reading" || substr("e"."pinyin", length("e"."first") + 1) as "pinyin",
        left("s"."initials", "e"."at" - "s"."at") || left("reading", 1) || substr("e"."initials", 2) as "initials"
      from "read" "e" join "read" "s" on "s"."n" = "e"."n" and "s"."at" between "e"."at" - 5 and "e"."at", unnest("e"."others") "reading"
    ),
    "reached" as (
      select "id", "party_id", true as "own" from "c"
      union all select "customer_id", "person_id", false from "contact_person" where "customer_id" = any("ids")
    ),
    "held" as (
      select "i"."customer_id" as "id", "i"."access_number", "i"."install_address", "i"."far_end_address"
      from "product_instance" "i" where "i"."customer_id" = any("ids") and "i"."status" <> 'REMOVED'
      union all
      select "r"."customer_id", "i"."access_number", null, null
      from "instance_party" "r" join "product_instance" "i" on "i"."id" = "r"."instance_id"
      where "r"."customer_id" = any("ids") and "r"."validity_to" is null and "r"."role" <> 'OWNER' and "i"."status" <> 'REMOVED'
    ),
    "addresses" as (
      select "c"."id", 's' as "letter", "search_squeeze"("service_address") as "address" from "c" where "service_address" is not null
      union
      select "id", 's', "search_squeeze"("given") from "held", unnest(array["install_address", "far_end_address"]) "given" where "given" is not null
      union
      select "reached"."id", 'a', "search_squeeze"("m"."value") from "reached" join "contact_medium" "m" on "m"."party_id" = "reached"."party_id"
      where "own" and "m"."kind" = 'POST'
    ),
    "found" as (
      select "id", case "at" when 1 then 'N' else 'n' end || left(substr("name", "at"), 30) as "word" from "read"
      union all
      select "id", case "at" when 1 then 'P' else 'p' end || left("pinyin", 30) from "read" where "han"
      union all
      select "id", case "at" when 1 then 'I' else 'i' end || left("initials", 30) from "read" where "han"
      union all
      select "id", case "at" when 1 then 'P' else 'p' end || left("pinyin", 30) from "other"
      union all
      select "id", case "at" when 1 then 'I' else 'i' end || left("initials", 30) from "other"
      union all
      select "id", 'c' || "search_number"("given") from "c", unnest(array["code", "vip_no"]) "given" where "given" is not null
      union all
      select "customer_id", 'c' || "search_number"("code") from "customer_code" where "customer_id" = any("ids")
      union all
      select "id", 'u' || "search_number"("access_number") from "held" where "access_number" is not null
      union all
      select "reached"."id", 't' || "search_number"("m"."value") from "reached" join "contact_medium" "m" on "m"."party_id" = "reached"."party_id"
      where "m"."kind" not in ('POST', 'WEB')
      union all
      select "addresses"."id", "letter" || substr("address", "at", 4) from "addresses", generate_series(1, length("address")) "at"
      union all
      select "c"."id", 'd' || "search_number"("d"."number") from "c" join "party_identification" "d" on "d"."party_id" = "c"."party_id"
      union all
      select "c"."id", 'd' || "search_number"("p"."registration_no") from "c" join "party" "p" on "p"."id" = "c"."party_id"
      where "p"."registration_no" is not null
    )
    select "id", array_to_tsvector(array_agg(distinct "word")) from "found" group by "id"
  $$`;

const MARK = `
  create function "customer_words_mark"("ids" uuid[]) returns void language sql as $$
    insert into "customer_words_due" ("transaction", "customer_id")
    select pg_current_xact_id(), "given" from unnest("ids") "given" where "given" is not null on conflict do nothing
  $$`;

/** Runs once per transaction, at its end. Rows that others may see are locked before their words are made, so that two writers cannot lose each other's. */
const MAKE = `
  create function "customer_words_make"() returns trigger language plpgsql as $$
  declare
    "due" uuid[];
  begin
    if not exists (select from "customer_words_due" where "transaction" = new."transaction" and "customer_id" = new."customer_id") then
      return null;
    end if;
    with "taken" as (delete from "customer_words_due" where "transaction" = new."transaction" returning "customer_id")
    select array_agg("customer_id") into "due" from "taken";
    perform from "customer_words" where "id" = any("due") order by "id" for update;
    insert into "customer_words" ("id", "words") select "id", "words" from "customer_words_of"("due")
    on conflict ("id") do update set "words" = excluded."words" where "customer_words"."words" <> excluded."words";
    return null;
  end $$`;

/** Which customers a row concerns, and which of its columns their words are made of. */
const SOURCES: Record<string, { customers: string; columns: readonly string[] }> = {
  customer: { customers: 'select "r"."id"', columns: ['code', 'name', 'vip_no', 'service_address', 'party_id'] },
  customer_code: { customers: 'select "r"."customer_id"', columns: ['code', 'customer_id'] },
  party: {
    customers: 'select "c"."id" from "customer" "c" where "c"."party_id" = "r"."id"',
    columns: ['name', 'short_name', 'registration_no'],
  },
  party_identification: {
    customers: 'select "c"."id" from "customer" "c" where "c"."party_id" = "r"."party_id"',
    columns: ['number', 'party_id'],
  },
  contact_medium: {
    customers:
      'select "c"."id" from "customer" "c" where "c"."party_id" = "r"."party_id" union all select "k"."customer_id" from "contact_person" "k" where "k"."person_id" = "r"."party_id"',
    columns: ['kind', 'value', 'party_id'],
  },
  contact_person: { customers: 'select "r"."customer_id"', columns: ['customer_id', 'person_id'] },
  product_instance: {
    customers:
      'select "r"."customer_id" union all select "p"."customer_id" from "instance_party" "p" where "p"."instance_id" = "r"."id"',
    columns: ['access_number', 'customer_id', 'install_address', 'far_end_address'],
  },
  instance_party: {
    customers: 'select "r"."customer_id"',
    columns: ['customer_id', 'instance_id', 'role', 'validity_to'],
  },
};

/** Finds customers by the words of their names, numbers and addresses, kept by the database whoever writes. */
export class M0006CustomerSearch extends Migration {
  override async up(): Promise<void> {
    this.addSql('create table "customer_words" ("id" uuid not null, "words" tsvector not null, primary key ("id"))');
    this.addSql('create index "customer_words_words" on "customer_words" using gin ("words") with (fastupdate = off)');
    // Rows of this table never outlive their transaction, so a crash may empty it.
    this.addSql(
      'create unlogged table "customer_words_due" ("transaction" xid8 not null, "customer_id" uuid not null, primary key ("transaction", "customer_id"))',
    );
    this.addSql(
      'create table "han_reading" ("character" varchar(1) not null, "readings" text[] not null, primary key ("character"))',
    );
    this.addSql(await readings());
    for (const statement of [SQUEEZE, NUMBER, WORDS, MARK, MAKE]) this.addSql(statement);
    this.addSql(
      'create constraint trigger "customer_words_make" after insert on "customer_words_due" deferrable initially deferred for each row execute function "customer_words_make"()',
    );
    for (const [table, source] of Object.entries(SOURCES))
      for (const statement of triggers(table, source)) this.addSql(statement);
    this.addSql(
      'insert into "customer_words" ("id", "words") select "id", "words" from "customer_words_of"(array(select "id" from "customer"))',
    );
  }
}

function triggers(table: string, { customers, columns }: { customers: string; columns: readonly string[] }): string[] {
  const name = `customer_words_${table}`;
  const of = (rows: string) =>
    `perform "customer_words_mark"(array(select "m" from ${rows} "r", lateral (${customers}) "x"("m")))`;
  const list = (alias: string) => columns.map((column) => `"${alias}"."${column}"`).join(', ');
  // Live instances only are found, so that the ends of a life matter and the states between do not.
  const live = table === 'product_instance' ? `, "%"."status" = 'REMOVED'` : '';
  const changed = `(select "n".* from "new_rows" "n" join "old_rows" "o" on "o"."id" = "n"."id" where (${list('n')}${live.replace('%', 'n')}) is distinct from (${list('o')}${live.replace('%', 'o')}))`;
  const before = changed.replace('select "n".*', 'select "o".*');
  return [
    `create function "${name}"() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' then ${of('"new_rows"')};
      elsif tg_op = 'DELETE' then ${of('"old_rows"')};
      else ${of(changed)}; ${of(before)}; end if;
      return null;
    end $$`,
    `create trigger "${name}_insert" after insert on "${table}" referencing new table as "new_rows" for each statement execute function "${name}"()`,
    `create trigger "${name}_update" after update on "${table}" referencing new table as "new_rows" old table as "old_rows" for each statement execute function "${name}"()`,
    `create trigger "${name}_delete" after delete on "${table}" referencing old table as "old_rows" for each statement execute function "${name}"()`,
  ];
}

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** Rarer readings of a character would find more that is not meant than what is. */
const READINGS = 3;

/** The readings of the characters of the basic block, without tones; ü as v, as keyboards write it. */
async function readings(): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const rows: string[] = [];
  for (let point = FIRST_HAN; point <= LAST_HAN; point++) {
    const character = String.fromCodePoint(point);
    const all = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
    const syllables = [...new Set(all)].filter((syllable) => /^[a-z]+$/.test(syllable)).slice(0, READINGS);
    if (syllables.length > 0) rows.push(`('${character}','{${syllables.join(',')}}')`);
  }
  return `insert into "han_reading" ("character", "readings") values ${rows.join(',')}`;
}
