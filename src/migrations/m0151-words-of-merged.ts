import { Migration } from '@mikro-orm/migrations';

/**
 * The words of customers, as before but for those that were merged into one: it is found by their names and codes too. `search-text.ts` of
 * the domain says what each letter stands for.
 */
const WORDS = `
  create or replace function "customer_words_of"("ids" uuid[]) returns table ("id" uuid, "words" tsvector) language sql stable as $$
    with recursive "known" as (
      select "customer"."id", "customer"."id" as "of" from "customer" where "customer"."id" = any("ids")
      union
      select "known"."id", "a"."id" from "known" join "customer" "a" on "a"."merged_into_id" = "known"."of"
    ),
    "c" as materialized (
      select "customer"."id", "party_id", "code", "customer"."name", "vip_no", "service_address" from "customer" where "customer"."id" = any("ids")
    ),
    "called" as materialized (
      select "known"."id", "customer"."party_id", "customer"."code", "customer"."name" from "known" join "customer" on "customer"."id" = "known"."of"
    ),
    "names" as materialized (
      select row_number() over () as "n", "d".* from (
        select distinct "called"."id", left("search_squeeze"("given"), 300) as "name"
        from "called" join "party" "p" on "p"."id" = "called"."party_id", unnest(array["called"."name", "p"."name", "p"."short_name"]) "given"
        where "search_squeeze"("given") <> ''
      ) "d"
    ),
    "characters" as (
      select "n", "id", "name", "at", substr("name", "at", 1) as "character" from "names", generate_series(1, length("name")) "at"
    ),
    "read" as materialized (
      select "n", "id", "name", "at", coalesce("h"."readings"[1], "k"."character") as "first", "h"."readings"[2:] as "others",
        bool_or("h"."readings"[1] is not null) over (partition by "n") as "han",
        string_agg(coalesce("h"."simple", "k"."character"), '') over "rest" as "simple",
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
    "addresses" as materialized (
      select row_number() over () as "n", "d".* from (
        select "c"."id", 's' as "letter", "search_squeeze"("service_address") as "address" from "c" where "service_address" is not null
        union
        select "id", 's', "search_squeeze"("given") from "held", unnest(array["install_address", "far_end_address"]) "given" where "given" is not null
        union
        select "reached"."id", 'a', "search_squeeze"("m"."value") from "reached" join "contact_medium" "m" on "m"."party_id" = "reached"."party_id"
        where "own" and "m"."kind" = 'POST'
      ) "d"
    ),
    "address_characters" as (
      select "n", "id", "letter", "at", substr("address", "at", 1) as "character" from "addresses", generate_series(1, length("address")) "at"
    ),
    "grams" as (
      select "id", "letter", string_agg(
        coalesce((select "h"."simple" from "han_reading" "h" where "h"."character" = "k"."character"), "k"."character"), ''
      ) over (partition by "n" order by "at" rows between current row and 3 following) as "gram"
      from "address_characters" "k"
    ),
    "found" as (
      select "id", case "at" when 1 then 'N' else 'n' end || left("simple", 30) as "word" from "read"
      union all
      select "id", case "at" when 1 then 'P' else 'p' end || left("pinyin", 30) from "read" where "han"
      union all
      select "id", case "at" when 1 then 'I' else 'i' end || left("initials", 30) from "read" where "han"
      union all
      select "id", case "at" when 1 then 'P' else 'p' end || left("pinyin", 30) from "other"
      union all
      select "id", case "at" when 1 then 'I' else 'i' end || left("initials", 30) from "other"
      union all
      select "id", 'c' || "search_number"("vip_no") from "c" where "vip_no" is not null
      union all
      select "id", 'c' || "search_number"("code") from "called"
      union all
      select "customer_id", 'c' || "search_number"("code") from "customer_code" where "customer_id" = any("ids")
      union all
      select "id", 'u' || "search_number"("access_number") from "held" where "access_number" is not null
      union all
      select "id", 'u' || "search_local"("access_number") from "held" where "search_local"("access_number") is not null
      union all
      select "reached"."id", 't' || "search_number"("m"."value") from "reached" join "contact_medium" "m" on "m"."party_id" = "reached"."party_id"
      where "m"."kind" not in ('POST', 'WEB')
      union all
      select "reached"."id", 't' || "search_local"("m"."value") from "reached" join "contact_medium" "m" on "m"."party_id" = "reached"."party_id"
      where "m"."kind" not in ('POST', 'WEB', 'EMAIL') and "search_local"("m"."value") is not null
      union all
      select "id", "letter" || "gram" from "grams"
      union all
      select "c"."id", 'd' || "search_number"("d"."number") from "c" join "party_identification" "d" on "d"."party_id" = "c"."party_id"
      union all
      select "c"."id", 'd' || "search_number"("p"."registration_no") from "c" join "party" "p" on "p"."id" = "c"."party_id"
      where "p"."registration_no" is not null
    )
    select "id", array_to_tsvector(array_agg(distinct "word")) from "found" group by "id"
  $$`;

/** A customer has other words when another becomes part of it, or is one by itself again; so it has when that one's party is renamed. */
const marking = (table: string, concerned: string, columns: readonly string[]): string => {
  const of = (rows: string) =>
    `perform "customer_words_mark"(array(select "m" from ${rows} "r", lateral (${concerned}) "x"("m")))`;
  const list = (alias: string) => columns.map((column) => `"${alias}"."${column}"`).join(', ');
  const changed = (row: 'n' | 'o') =>
    `(select "${row}".* from "new_rows" "n" join "old_rows" "o" on "o"."id" = "n"."id" where (${list('n')}) is distinct from (${list('o')}))`;
  return `create or replace function "customer_words_${table}"() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' then ${of('"new_rows"')};
    elsif tg_op = 'DELETE' then ${of('"old_rows"')};
    else ${of(changed('n'))}; ${of(changed('o'))}; end if;
    return null;
  end $$`;
};

/** A customer and whom it was merged into, one after another. */
const ITSELF_AND_HEIRS = (first: string): string => `
  with recursive "heirs" as (
    ${first}
    union select "c"."merged_into_id" from "heirs" join "customer" "c" on "c"."id" = "heirs"."id" where "c"."merged_into_id" is not null
  ) select "id" from "heirs"`;

/** Of customers that others were merged into; by batches, so that memory has a bound, and in the order of keys, in which writers of several customers lock them too. */
const RENEW = `
  do $$
  declare
    "last" uuid;
    "batch" uuid[];
  begin
    loop
      select array_agg("b"."id" order by "b"."id") into "batch"
      from (
        select distinct "merged_into_id" as "id" from "customer" where "merged_into_id" > coalesce("last", '00000000-0000-0000-0000-000000000000')
        order by 1 limit 500
      ) "b";
      exit when "batch" is null;
      insert into "customer_words" ("id", "words") select "id", "words" from "customer_words_of"("batch") order by "id"
      on conflict ("id") do update set "words" = excluded."words" where "customer_words"."words" <> excluded."words";
      "last" := "batch"[array_upper("batch", 1)];
    end loop;
  end $$`;

/** Leads who looks for a customer by the name or a code of one that was merged into it there. */
export class M0151WordsOfMerged extends Migration {
  override up(): void {
    const columns = ['code', 'name', 'vip_no', 'service_address', 'party_id', 'merged_into_id'];
    this.addSql(WORDS);
    this.addSql(marking('customer', ITSELF_AND_HEIRS('select "r"."id" union select "r"."merged_into_id"'), columns));
    this.addSql(
      marking('party', ITSELF_AND_HEIRS('select "c"."id" from "customer" "c" where "c"."party_id" = "r"."id"'), [
        ...['name', 'short_name', 'registration_no'],
      ]),
    );
    this.addSql(RENEW);
  }
}
