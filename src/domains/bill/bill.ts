import { Field, ObjectType } from 'type-graphql';
import { DateOnly, DateTime, Money, describeEnum } from '../../kernel/model/index.js';

/** How billing answered when it was asked for bills. */
export enum BillsState {
  SHOWN = 'SHOWN',
  UNAVAILABLE = 'UNAVAILABLE',
  WITHHELD = 'WITHHELD',
  PRESENT_ONLY = 'PRESENT_ONLY',
}
describeEnum(BillsState, 'BillsState', 'Whether the bills of an account are shown, and if not, why (CUS-05, CUS-32).', {
  SHOWN: 'Billing has answered: these are the bills, or there are none.',
  UNAVAILABLE: 'Billing does not answer, too late, or not in a form that can be trusted; there may be bills.',
  WITHHELD:
    'The caller has no right to see them, or staff without `customer.query.unverified` have not sent the proof, in `customer-verification`, that the customer has shown a service password for queries (CUS-03); there may be bills.',
  PRESENT_ONLY: 'The account is read as of a moment in the past, and billing tells of the present only (MOD-81).',
});

@ObjectType({ description: 'A bill, as billing has it now (TMF678 CustomerBill); it is not kept here.' })
export class CustomerBill {
  @Field(() => String, { description: 'Number of the bill in billing.' })
  billNo!: string;

  @Field(() => DateOnly, { description: 'First day that it is for.' })
  periodFrom!: string;

  @Field(() => DateOnly, { description: 'Last day that it is for.' })
  periodTo!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  issuedAt!: Date;

  @Field(() => DateOnly, { nullable: true, description: 'Last day for paying; null when nothing is to be paid.' })
  dueOn!: string | null;

  @Field(() => Money, { description: 'What it comes to; negative for a credit.' })
  amount!: Money;

  @Field(() => Money, { description: 'What of it is not paid yet; zero when it is settled.' })
  openAmount!: Money;
}

@ObjectType({ description: 'The bills of an account, asked of billing while the operation runs (CUS-32, TMF678).' })
export class AccountBills {
  @Field(() => BillsState, { description: 'Whether they are shown, and if not, why.' })
  state!: BillsState;

  @Field(() => [CustomerBill], { description: 'The newest first; empty when they are not shown.' })
  nodes!: CustomerBill[];
}

export const billsOf = (state: BillsState, nodes: CustomerBill[] = []): AccountBills =>
  Object.assign(new AccountBills(), { state, nodes });
