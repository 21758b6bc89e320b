import { Field, Int, ObjectType } from 'type-graphql';
import { describeEnum } from '../../kernel/model/index.js';
import { Customer } from './customer.js';

export enum CustomerCodeState {
  CONSISTENT = 'CONSISTENT',
  MISSING = 'MISSING',
  DIFFERENT = 'DIFFERENT',
  CONFLICT = 'CONFLICT',
  UNKNOWN = 'UNKNOWN',
}
describeEnum(CustomerCodeState, 'CustomerCodeState', 'How a code of another system compares with ours.', {
  CONSISTENT: 'The customer has the code in use at the level.',
  MISSING: 'The customer has no code in use at the level.',
  DIFFERENT: 'The customer has another code in use at the level.',
  CONFLICT:
    'The code belongs to another customer, was given up, or stands for several in the list; a person must look at it.',
  UNKNOWN: 'No customer that you see is known by the other code.',
});

@ObjectType({ description: 'How a code of another system compares with ours (SYS-60).' })
export class CustomerCodeFinding {
  @Field(() => Int, { description: 'Place of the row in the input, from 0.' })
  row!: number;

  @Field(() => String, { description: 'The code there.' })
  code!: string;

  @Field(() => String, { description: 'The code by which it says that the customer is known here.' })
  knownAs!: string;

  @Field(() => CustomerCodeState, { description: 'How they compared before anything was repaired.' })
  state!: CustomerCodeState;

  @Field(() => Boolean, { description: 'Whether what it says was taken over.' })
  repaired!: boolean;

  @Field(() => String, { nullable: true, description: 'Our code at the level, where it is another one.' })
  ours!: string | null;

  @Field(() => Customer, { nullable: true, description: 'The customer, unless UNKNOWN.' })
  customer!: Customer | null;
}
