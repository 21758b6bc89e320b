import { Field, Int, ObjectType } from 'type-graphql';
import { describeEnum } from '../../kernel/model/index.js';

export enum LineStatus {
  FREE = 'FREE',
  IN_USE = 'IN_USE',
  FAULTY = 'FAULTY',
}

describeEnum(LineStatus, 'LineStatus', 'What a line may be used for now (RES-52).', {
  FREE: 'Nothing works over it.',
  IN_USE: 'A service works over it.',
  FAULTY: 'It cannot be used.',
});

@ObjectType({ description: 'A line at the outside line and number subsystem (RES-52).' })
export class NetworkLine {
  @Field(() => String, { description: 'Number of the line.' })
  lineNo!: string;

  @Field(() => String, { nullable: true, description: 'Number that works over it; null for none.' })
  accessNumber!: string | null;

  @Field(() => LineStatus, { description: 'Whether it may be used.' })
  status!: LineStatus;

  @Field(() => String, { description: 'What it is made of, in the words of the subsystem, such as `FIBRE`.' })
  medium!: string;

  @Field(() => String, { description: 'Exchange that it belongs to.' })
  exchange!: string;

  @Field(() => String, { description: 'Code of the standard address where it ends.' })
  addressCode!: string;

  @Field(() => String, { description: 'That address in full.' })
  address!: string;
}

@ObjectType({ description: 'A standard address to choose from, as lines are laid to (RES-52, ORD-25).' })
export class StandardAddress {
  @Field(() => String, { description: 'Code at the outside subsystem.' })
  code!: string;

  @Field(() => String, { description: 'The address in full, for `installAddress` of an order.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Exchange that serves it; null when none does.' })
  exchange!: string | null;

  @Field(() => Int, { nullable: true, description: 'Lines that are free there; null when they are not counted.' })
  freeLines!: number | null;
}

@ObjectType({ description: 'One stretch of the wiring of a line, from the exchange to the customer (配线, RES-52).' })
export class WiringStretch {
  @Field(() => Int, { description: 'Place, from 1 at the exchange.' })
  position!: number;

  @Field(() => String, { description: 'Where it begins, such as a frame or cabinet.' })
  from!: string;

  @Field(() => String, { description: 'Where it ends.' })
  to!: string;

  @Field(() => String, { nullable: true, description: 'Pair, port or fibre that is used; null when it is not known.' })
  pair!: string | null;
}
