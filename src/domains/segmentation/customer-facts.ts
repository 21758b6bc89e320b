import { ruleNumber, type RuleVariable, type RuleVariables } from '../../kernel/rules/index.js';
import { dayAt, OPERATOR_ZONE, wholeMonths, wholeYears } from '../calendar/index.js';
import { customerCurrency, monthlyChargeOf } from '../inventory/index.js';

const text = (description: string): RuleVariable => ({ type: 'string', description });
const number = (description: string): RuleVariable => ({ type: 'number', description });
const list = (description: string): RuleVariable => ({ type: 'list', description });

/** What conditions over customers may read: the customer as a whole, from one row per customer (CUS-53, CUS-97). */
export const customerVariables: RuleVariables = {
  customer: {
    type: 'context',
    description: 'The customer.',
    fields: {
      code: text('Code.'),
      type: text('Market group: PUBLIC, COMMERCIAL, BIG or FLOATING.'),
      subType: text('Sub-type within the market group, such as 3A.'),
      serviceLevel: text('STANDARD, SAPPHIRE, JADE or DIAMOND.'),
      lifecycle: text('POTENTIAL, IN_NETWORK or LEFT.'),
      phase: text('Phase in the network: UPGRADE, MATURE or DECLINE; null elsewhere.'),
      organization: { type: 'boolean', description: 'Whether it is an organisation, not a person.' },
      age: number('Years since the day of birth; null when not known.'),
      gender: text('MALE, FEMALE or OTHER.'),
      occupation: text('Occupation.'),
      education: text('Highest completed education.'),
      industry: text('Industry of an organisation.'),
      headCount: number('Number of people of an organisation.'),
      scale: text('MICRO, SMALL, MEDIUM or LARGE, of an organisation.'),
      region: text('Code of the region that serves the customer.'),
      regions: list('Codes of that region and all around it, from the root.'),
      regionName: text('Name of that region.'),
      halls: list('Codes of the business halls that serve that region, the nearest first.'),
      operators: list('Operators whose services the customer uses.'),
      rivals: list('Codes of the competitors among those operators, by their code or name.'),
      competitor: { type: 'boolean', description: 'Whether the customer is itself a competitor.' },
      groups: list('Codes of the groups that the customer belongs to.'),
      offerings: list('Codes of the offerings held.'),
      products: list('Codes of the products held.'),
      lines: number('Number of product instances held.'),
      linesEver: number('Number of product instances ever held.'),
      businesses: list('Codes of the businesses whose products are held, in alphabetical order.'),
      productLines: list('Codes of the product lines of those products, in alphabetical order.'),
      classes: list('Codes of the segments that the customer was last found in.'),
      months: number('Whole months since the customer joined the network; null for those who never did.'),
      monthlyCharge: number(
        'Sum of the monthly prices of what is held, in the currency of the customer, whatever the way of paying (CUS-89).',
      ),
      currency: text('Currency of the default account, ISO 4217.'),
      paymentModes: list('Ways in which the accounts in use are paid.'),
      characteristics: { type: 'context', description: 'Further attributes, by name.' },
    },
  },
};

/** What is known of one customer. */
export interface CustomerFacts {
  id: string;
  /** Variables of a condition, as `customerVariables` declares them. */
  variables: { customer: { monthlyCharge?: number } & Record<string, unknown> };
}

interface Row {
  id: string;
  facts: Record<string, unknown> & {
    birthDate?: string | null;
    joinedAt?: string | null;
    monthlyCharge?: string;
    zone?: string;
  };
}

/** Reads rows of a statement with one `?`: through a transaction, or outside of any. */
type Read = (sql: string, values: string[]) => Promise<Row[]>;

const HELD = `"i"."customer_id" = "c"."id" and "i"."status" in ('ACTIVE', 'BROKEN')`;

/** SQL of each fact of a customer `c`, of the party `p` in the region `r`, by its name in rules; three stand under another name. */
const FACTS: Readonly<Record<string, string>> = {
  code: `"c"."code"`,
  type: `"c"."customer_type"`,
  subType: `"c"."sub_type"`,
  serviceLevel: `"c"."service_level"`,
  lifecycle: `"c"."lifecycle"`,
  phase: `"c"."in_network_phase"`,
  organization: `"p"."kind" <> 'INDIVIDUAL'`,
  birthDate: `"p"."birth_date"::text`,
  gender: `"p"."gender"`,
  occupation: `"p"."occupation"`,
  education: `"p"."education"`,
  industry: `"p"."industry"`,
  headCount: `"p"."head_count"`,
  scale: `"p"."scale"`,
  regionName: `"r"."name"`,
  region: `"r"."code"`,
  regions: `string_to_array(trim(both '/' from "r"."path"), '/')`,
  operators: `"c"."operators"`,
  halls: `coalesce((select json_agg("h"."code" order by length("s"."path") desc, "h"."code") from "region" "s"
      join "organization_region" "w" on "w"."region_id" = "s"."id" join "party" "h" on "h"."id" = "w"."organization_id"
      where "s"."code" = any(string_to_array(trim(both '/' from "r"."path"), '/')) and "h"."type" = 'HALL'), '[]')`,
  rivals: `coalesce((select json_agg("k"."code" order by "k"."code") from "competitor" "k"
      where "k"."code" = any("c"."operators") or "k"."name" = any("c"."operators")), '[]')`,
  competitor: `exists (select 1 from "competitor" "k" where "k"."organization_id" = "p"."id")`,
  linesEver: `(select count(*) from "product_instance" "i" where "i"."customer_id" = "c"."id")`,
  businesses: `coalesce((select json_agg(distinct "b"."code" order by "b"."code") from "product_instance" "i" join "product" "d" on "d"."id" = "i"."product_id"
      join "product_line" "l" on "l"."id" = "d"."product_line_id" join "business_line" "b" on "b"."id" = "l"."business_line_id"
      where "i"."customer_id" = "c"."id" and "i"."status" <> 'REMOVED'), '[]')`,
  productLines: `coalesce((select json_agg(distinct "l"."code" order by "l"."code") from "product_instance" "i" join "product" "d" on "d"."id" = "i"."product_id"
      join "product_line" "l" on "l"."id" = "d"."product_line_id" where "i"."customer_id" = "c"."id" and "i"."status" <> 'REMOVED'), '[]')`,
  classes: `coalesce((select json_agg("g"."code" order by "g"."code") from "segment_membership" "m" join "customer_segment" "g" on "g"."id" = "m"."segment_id"
      where "m"."customer_id" = "c"."id" and "m"."validity_to" is null), '[]')`,
  joinedAt: `"c"."joined_at"`,
  zone: OPERATOR_ZONE,
  characteristics: `"c"."characteristics"`,
  monthlyCharge: `${monthlyChargeOf('"c"."id"')}::text`,
  currency: customerCurrency('"c"."id"'),
  groups: `coalesce((select json_agg("g"."code") from "group_membership" "m" join "customer_group" "g" on "g"."id" = "m"."group_id"
      where "m"."customer_id" = "c"."id" and "m"."validity_to" is null), '[]')`,
  offerings: `coalesce((select json_agg(distinct "o"."code") from "offering_instance" "i" join "offering" "o" on "o"."id" = "i"."offering_id" where ${HELD}), '[]')`,
  products: `coalesce((select json_agg(distinct "d"."code") from "product_instance" "i" join "product" "d" on "d"."id" = "i"."product_id"
      where "i"."customer_id" = "c"."id" and "i"."status" <> 'REMOVED'), '[]')`,
  lines: `(select count(*) from "product_instance" "i" where "i"."customer_id" = "c"."id" and "i"."status" <> 'REMOVED')`,
  paymentModes: `coalesce((select json_agg(distinct "a"."payment_mode") from "account" "a" where "a"."owner_id" = "c"."id" and "a"."status" = 'IN_USE'), '[]')`,
};

/** Facts that become others by the moment, by the names of those. */
const ORIGIN: Readonly<Record<string, readonly string[]>> = {
  age: ['birthDate', 'zone'],
  months: ['joinedAt', 'zone'],
};

/** Names of the fields of `customer` in rules. */
export const customerFields: readonly string[] = Object.keys(customerVariables['customer']!.fields!);

function factsSql(fields: Iterable<string>): string {
  const facts = [...new Set([...fields].flatMap((field) => ORIGIN[field] ?? [field]))];
  const pairs = facts.map((fact) => `'${fact}', ${FACTS[fact]!}`);
  return `select "c"."id", json_build_object(${pairs.join(', ')}) "facts"
  from "customer" "c" join "party" "p" on "p"."id" = "c"."party_id" join "region" "r" on "r"."id" = "c"."region_id"
  where "c"."id" = any(?::uuid[]) order by "c"."id"`;
}

const ALL_FACTS = factsSql(customerFields);

/**
 * What conditions read of these customers, in one statement, in the order of their keys.
 * @param fields only these of `customer`, and the state of its life: what is not read is not worked out; all when absent
 */
export async function readFacts(
  read: Read,
  ids: readonly string[],
  at: Date,
  fields: ReadonlySet<string> | null = null,
): Promise<CustomerFacts[]> {
  if (ids.length === 0) return [];
  const rows = await read(fields ? factsSql([...fields, 'lifecycle']) : ALL_FACTS, [`{${ids.join(',')}}`]);
  const wanted = (field: string) => !fields || fields.has(field);
  // The days on which it is now, and on which somebody joined, are those of the operator.
  return rows.map(({ id, facts: { birthDate, joinedAt, monthlyCharge, zone = 'UTC', ...rest } }) => ({
    id,
    variables: {
      customer: {
        ...rest,
        ...(wanted('age') ? { age: birthDate ? wholeYears(birthDate, dayAt(at, zone)) : null } : {}),
        ...(wanted('months')
          ? { months: joinedAt ? wholeMonths(dayAt(new Date(joinedAt), zone), dayAt(at, zone)) : null }
          : {}),
        ...(wanted('monthlyCharge') ? { monthlyCharge: ruleNumber(monthlyCharge!) } : {}),
      },
    },
  }));
}
