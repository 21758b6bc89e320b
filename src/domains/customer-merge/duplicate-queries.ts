import { DOCUMENT_KEY } from '../party/index.js';
import type { DuplicateBasis, DuplicateParty } from './duplicate-rule.js';

/** What makes the numbers of one document equal: the 15 digits of a former identity card are within those of the present one. */
const documentKey = (alias: string): string =>
  DOCUMENT_KEY.replaceAll('"type"', `${alias}."type"`).replaceAll('"number"', `${alias}."number"`);

/** Most customers with one name, number or address who are compared with one: what more share says little. */
const MOST_ALIKE = 200;

const media = (kinds: string): string => `
  select "s"."id", "o"."id" from "seed" "s"
  join "contact_medium" "m" on "m"."party_id" = "s"."party_id" and "m"."kind" in (${kinds})
  cross join lateral (select "n"."party_id" from "contact_medium" "n" where "n"."value" = "m"."value" and "n"."kind" in (${kinds})
    and "n"."party_id" <> "s"."party_id" limit ${MOST_ALIKE}) "n"
  join "customer" "o" on "o"."party_id" = "n"."party_id"`;

const PHONES = `'PHONE_FIXED', 'MOBILE'`;
const sameMedium = (kinds: string): string =>
  `exists (select from "contact_medium" "m" join "contact_medium" "n" on "n"."value" = "m"."value"
    where "m"."party_id" = "a"."party_id" and "n"."party_id" = "b"."party_id" and "m"."kind" in (${kinds}) and "n"."kind" in (${kinds}))`;

/** How a basis finds the customers to compare with those of `seed`, each through an index; some only weigh pairs that others find. */
const finders: Partial<Record<DuplicateBasis, string>> = {
  PARTY: `select "s"."id", "o"."id" from "seed" "s" join "customer" "o" on "o"."party_id" = "s"."party_id"`,
  DOCUMENT: `select "s"."id", "o"."id" from "seed" "s" join "party_identification" "d" on "d"."party_id" = "s"."party_id"
    join "party_identification" "e" on ${documentKey('"e"')} = ${documentKey('"d"')} and "e"."party_id" <> "s"."party_id"
    join "customer" "o" on "o"."party_id" = "e"."party_id"`,
  NAME: `select "s"."id", "o"."id" from "seed" "s" cross join lateral
    (select "c"."id" from "customer" "c" where "c"."name" = "s"."name" and "c"."id" <> "s"."id" limit ${MOST_ALIKE}) "o"`,
  PHONE: media(PHONES),
  EMAIL: media(`'EMAIL'`),
  ADDRESS: media(`'POST'`),
};

/** Whether customers `a` and `b`, of the parties `pa` and `pb`, agree in a basis. */
const agreements: Record<DuplicateBasis, string> = {
  PARTY: `"a"."party_id" = "b"."party_id"`,
  DOCUMENT: `("a"."party_id" = "b"."party_id" or exists (select from "party_identification" "d" join "party_identification" "e"
    on ${documentKey('"e"')} = ${documentKey('"d"')} where "d"."party_id" = "a"."party_id" and "e"."party_id" = "b"."party_id"))`,
  NAME: `"a"."name" = "b"."name"`,
  SIMILAR_NAME: `("a"."name" <> "b"."name" and similarity("a"."name", "b"."name") >= 0.5)`,
  PHONE: sameMedium(PHONES),
  EMAIL: sameMedium(`'EMAIL'`),
  ADDRESS: sameMedium(`'POST'`),
  BIRTH_DATE: `coalesce("pa"."birth_date" = "pb"."birth_date", false)`,
  REGION: `"a"."region_id" = "b"."region_id"`,
};

const parties: Record<DuplicateParty, string> = {
  ANY: 'true',
  PERSON: `"pa"."kind" = 'INDIVIDUAL'`,
  ORGANIZATION: `"pa"."kind" <> 'INDIVIDUAL'`,
};

/** What the statement needs to know of a rule. */
export interface Weighed {
  basis: DuplicateBasis;
  appliesTo: DuplicateParty;
  weight: number;
}

/** A pair that was compared; `holds` tells of each rule, in their order, whether it holds. */
export interface Compared {
  first: string;
  second: string;
  holds: boolean[];
}

/**
 * The statement that compares the customers `$1` with those who agree with them in something, never with all. Undefined when
 * no rule finds anybody. Customers who were merged are left out, and persons are never compared with organisations.
 */
export function compareStatement(rules: readonly Weighed[]): string | undefined {
  const found = [...new Set(rules.flatMap(({ basis }) => finders[basis] ?? []))];
  if (found.length === 0) return undefined;
  const holds = rules.map(({ basis, appliesTo }) => `(${parties[appliesTo]} and ${agreements[basis]})`);
  return `
    with "seed" as materialized (select "id", "party_id", "name" from "customer" where "id" = any($1::uuid[]) and "merged_into_id" is null),
    "pair" as (select distinct least("p"."x", "p"."y") "first", greatest("p"."x", "p"."y") "second"
      from (${found.join('\n union all ')}) "p"("x", "y") where "p"."x" <> "p"."y")
    select "a"."id" "first", "b"."id" "second", array[${holds.join(', ')}] "holds" from "pair"
    join "customer" "a" on "a"."id" = "pair"."first" join "party" "pa" on "pa"."id" = "a"."party_id"
    join "customer" "b" on "b"."id" = "pair"."second" join "party" "pb" on "pb"."id" = "b"."party_id"
    where "a"."merged_into_id" is null and "b"."merged_into_id" is null
      and ("pa"."kind" = 'INDIVIDUAL') = ("pb"."kind" = 'INDIVIDUAL')`;
}
