import { Field, Int, ObjectType } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import { codedError } from '../../kernel/errors/index.js';
import {
  defineReport,
  Input,
  Money,
  IdInput,
  nounOf,
  TextInput,
  uuidOf,
  DateTime,
  Decimal,
} from '../../kernel/model/index.js';
import { demandIsolation } from '../isolated.js';
import { Area, Bill, BillStatus, Client } from './model.js';

demandIsolation();

@ObjectType({ description: 'A bill in a debt.' })
export class DebtItem {
  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => Int, { description: 'Lines.' })
  lines!: number;
}

@ObjectType({ description: 'What a client has to pay in all.' })
export class Debt {
  @Field(() => Client, { description: 'Who.' })
  client!: Client;

  @Field(() => Area, { nullable: true, description: 'The area above that of the client.' })
  around!: Area | null;

  @Field(() => [Bill], { description: 'The bills.' })
  bills!: Bill[];

  @Field(() => Money, { description: 'The sum.' })
  total!: Money;

  @Field(() => Money, { nullable: true, description: 'The part that is paid; null without any.' })
  paid!: Money | null;

  @Field(() => Decimal, { nullable: true, description: 'Lines per bill.' })
  density!: string | null;

  @Field(() => [String], { description: 'Numbers of the bills.' })
  numbers!: string[];

  @Field(() => [DebtItem], { description: 'The bills, by lines.' })
  items!: DebtItem[];

  @Field(() => BillStatus, { nullable: true, description: 'State of the last one.' })
  last!: BillStatus | null;

  @Field(() => DateTime, { description: 'The moment of the question.' })
  at!: string;
}

@Input('Whose debts.')
export class DebtFilter {
  @TextInput({ description: 'Code of the currency.', max: 3, optional: true })
  currency?: string | null;

  @IdInput(() => Area, { description: 'Only clients of this area.', optional: true })
  areaId?: string | null;
}

interface Asked {
  filter?: DebtFilter | null;
  first: number;
}

const areaKey = (id: string) => uuidOf(id, nounOf(Area).tag!, ['filter', 'areaId']);

/** A report with one of everything. */
export const debts = defineReport<Asked>({
  name: 'debts',
  description: 'What clients have to pay.',
  rows: Debt,
  args: {
    filter: { type: 'DebtFilter', description: 'Whose.', input: DebtFilter },
    first: { type: 'Int!', description: 'Most rows.', default: '10' },
  },
  most: 50,
  admit: (caller, { first }) => {
    requireKind(caller, 'STAFF');
    if (first > 50) throw codedError('BAD_USER_INPUT', 'At most 50.', { path: ['first'] });
  },
  found: (scope) =>
    scope.where(
      ({ filter }) => filter?.areaId,
      (key) => `exists (select from "area" "r" where "r"."id" = ${key}::uuid)`,
      areaKey,
    ),
  sql: (scope) => `
    select "c"."id" as "client", "a"."parent_id" as "around", array_agg("b"."id" order by "b"."number") as "bills",
      sum("b"."total_amount") as "total_amount", "b"."total_currency" as "total_currency",
      sum("b"."total_amount") filter (where "b"."status" = 'PAID') as "paid_amount",
      max("b"."total_currency") filter (where "b"."status" = 'PAID') as "paid_currency", round(avg("b"."lines"), 2) as "density",
      array_agg("b"."number" order by "b"."number") as "numbers",
      jsonb_agg(jsonb_build_object('number', "b"."number", 'lines', "b"."lines") order by "b"."lines", "b"."number") as "items",
      (array_agg("b"."status" order by "b"."issued_at" desc, "b"."number"))[1] as "last", ${scope.now} as "at"
    from "bill" "b" join "client" "c" on "c"."id" = "b"."client_id" join "area" "a" on "a"."id" = "c"."area_id"
    where ${scope.sees(Bill, '"b"')}${scope.where(
      ({ filter }) => filter?.currency,
      (code) => ` and "b"."total_currency" = ${code}`,
    )}${scope.where(
      ({ filter }) => filter?.areaId,
      (key) => ` and "c"."area_id" = ${key}::uuid`,
      areaKey,
    )}
    group by "c"."id", "c"."code", "a"."parent_id", "b"."total_currency" order by "c"."code", "b"."total_currency" limit ${scope.value(({ first }) => first)}::int`,
});
