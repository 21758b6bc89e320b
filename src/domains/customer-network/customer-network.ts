import { Field, ID, Int, ObjectType } from 'type-graphql';
import { describeEnum } from '../../kernel/model/index.js';
import { Customer, CustomerRelationship } from '../customer/index.js';
import { SocialGroup } from '../party/index.js';

export enum NetworkTie {
  OWNERSHIP = 'OWNERSHIP',
  JOINT_LIABILITY = 'JOINT_LIABILITY',
  LOOSE = 'LOOSE',
  FAMILY = 'FAMILY',
  CLUB = 'CLUB',
}

describeEnum(NetworkTie, 'NetworkTie', 'What ties the customers of a network together (CUS-45, MOD-07).', {
  OWNERSHIP: 'Relations of ownership.',
  JOINT_LIABILITY: 'Guarantees for charges or other liabilities.',
  LOOSE: 'Business, kinship, colleague, team, decision and the like.',
  FAMILY: 'Their parties belong to one family.',
  CLUB: 'Their parties belong to one club.',
});

export enum NetworkWalk {
  DOWN = 'DOWN',
  UP = 'UP',
  BOTH = 'BOTH',
}

describeEnum(NetworkWalk, 'NetworkWalk', 'In which direction ONE_WAY relations are followed.', {
  DOWN: 'As they lead: from the owner to what is owned, from the guarantor to whom it guarantees for.',
  UP: 'Against the way they lead.',
  BOTH: 'Either way.',
});

export enum NetworkShape {
  TREE = 'TREE',
  NET = 'NET',
}

describeEnum(NetworkShape, 'NetworkShape', 'Form of a network (CUS-49).', {
  TREE: 'One way leads to each customer: `parentId` says all.',
  NET: 'Several ways lead to some customer, or groups tie them: read `relationships` and `circles` besides.',
});

@ObjectType({ description: 'The place of a customer in a network.' })
export class NetworkMember {
  @Field(() => ID, { description: 'The customer; one of `customers`.' })
  customerId!: string;

  @Field(() => Int, { description: 'Steps from the customer that was asked about, which is at 0.' })
  depth!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'A customer one step nearer from which it was reached; null for the first.',
  })
  parentId!: string | null;
}

@ObjectType({ description: 'Customers around one, over several levels (CUS-48, CUS-49). Only what the caller sees.' })
export class CustomerNetwork {
  @Field(() => NetworkShape, { description: 'Whether it is a tree or a net.' })
  shape!: NetworkShape;

  @Field(() => [Customer], { description: 'The customers, nearest first; the first is the one asked about.' })
  customers!: Customer[];

  @Field(() => [NetworkMember], { description: 'Where each of them stands, in the same order.' })
  members!: NetworkMember[];

  @Field(() => [CustomerRelationship], { description: 'Relations among them that hold now.' })
  relationships!: CustomerRelationship[];

  @Field(() => [SocialGroup], { description: 'Families and clubs that tie them.' })
  circles!: SocialGroup[];

  @Field(() => Boolean, { description: 'Whether there were more customers than were asked for.' })
  truncated!: boolean;
}
