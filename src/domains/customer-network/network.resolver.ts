import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, codedError, Payload } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { CustomerGroup, CustomerRelationship } from '../customer/index.js';
import { CustomerNetwork, NetworkTie, NetworkWalk } from './customer-network.js';
import { addMembers, changeGroup, createGroup, dissolveGroup, removeMembers } from './group.service.js';
import {
  CustomerGroupChangeInput,
  CustomerGroupCreateInput,
  CustomerGroupDissolveInput,
  CustomerGroupMembersInput,
  CustomerRelationshipAddInput,
  CustomerRelationshipEndInput,
  RelationshipSubTypeSaveInput,
} from './network.inputs.js';
import { RelationshipSubType } from './relationship-sub-type.js';
import { addRelationship, endRelationship, saveSubType } from './relationship.service.js';
import { networkOf } from './walk-network.js';

@ObjectType({ description: 'Answer of a mutation of a relation between customers.' })
export class CustomerRelationshipPayload extends Payload {
  @Field(() => CustomerRelationship, { nullable: true, description: 'The relation; null when nothing was written.' })
  relationship?: CustomerRelationship;
}

@ObjectType({ description: 'Answer of saving a sub-type of relations.' })
export class RelationshipSubTypePayload extends Payload {
  @Field(() => RelationshipSubType, { nullable: true, description: 'The sub-type; null when nothing was written.' })
  subType?: RelationshipSubType;
}

@ObjectType({ description: 'Answer of a mutation of a group of customers.' })
export class CustomerGroupPayload extends Payload {
  @Field(() => CustomerGroup, { nullable: true, description: 'The group; null when nothing was written.' })
  group?: CustomerGroup;
}

/** Refuses an argument outside its bounds. */
function within(value: number, min: number, max: number, name: string): number {
  if (value >= min && value <= max) return value;
  throw codedError('BAD_USER_INPUT', `"${name}" must be between ${min} and ${max}.`, { path: [name] });
}

@Resolver()
export class NetworkResolver {
  @Query(() => CustomerNetwork, {
    description:
      'Customers related to one, over several levels, as a tree or a net (CUS-48, CUS-49). For staff. Fails with NOT_FOUND, BAD_USER_INPUT.',
  })
  customerNetwork(
    @Ctx() context: CallContext,
    @Arg('customerId', () => ID, { description: 'The customer in the middle.' }) customerId: string,
    @Arg('ties', () => [NetworkTie], {
      nullable: true,
      description: 'What is followed; without it relations of all types, families and clubs.',
    })
    ties: NetworkTie[] | null,
    @Arg('walk', () => NetworkWalk, { defaultValue: NetworkWalk.BOTH, description: 'Direction.' }) walk: NetworkWalk,
    @Arg('depth', () => Int, { defaultValue: 3, description: 'Most steps from the middle, 1 to 10.' }) depth: number,
    @Arg('first', () => Int, { defaultValue: 200, description: 'Most customers, nearest first, 1 to 1000.' })
    first: number,
  ): Promise<CustomerNetwork> {
    requireKind(context.caller, 'STAFF');
    return networkOf(context.database, context.caller, {
      customerId: uuidOf(customerId, 'cu', ['customerId']),
      ties: ties ?? Object.values(NetworkTie),
      walk,
      depth: within(depth, 1, 10, 'depth'),
      first: within(first, 1, 1000, 'first'),
    });
  }

  @Mutation(() => CustomerRelationshipPayload, {
    description: 'Relates two customers (CUS-45…47); ownership as the rules of the hierarchy allow it (CUS-93).',
  })
  customerRelationshipAdd(
    @Arg('input', () => CustomerRelationshipAddInput) input: CustomerRelationshipAddInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerRelationshipPayload> {
    return answer(CustomerRelationshipPayload, async () => ({ relationship: await addRelationship(context, input) }));
  }

  @Mutation(() => CustomerRelationshipPayload, {
    description: 'Ends a relation between two customers; it stays readable with its period (CUS-47).',
  })
  customerRelationshipEnd(
    @Arg('input', () => CustomerRelationshipEndInput) input: CustomerRelationshipEndInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerRelationshipPayload> {
    return answer(CustomerRelationshipPayload, async () => ({ relationship: await endRelationship(context, input) }));
  }

  @Mutation(() => RelationshipSubTypePayload, {
    description: 'Makes a sub-type of relations, or replaces the one with the same code (CUS-45).',
  })
  relationshipSubTypeSave(
    @Arg('input', () => RelationshipSubTypeSaveInput) input: RelationshipSubTypeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<RelationshipSubTypePayload> {
    return answer(RelationshipSubTypePayload, async () => ({ subType: await saveSubType(context, input) }));
  }

  @Mutation(() => CustomerGroupPayload, { description: 'Makes an empty group of customers (CUS-50).' })
  customerGroupCreate(
    @Arg('input', () => CustomerGroupCreateInput) input: CustomerGroupCreateInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerGroupPayload> {
    return answer(CustomerGroupPayload, async () => ({ group: await createGroup(context, input) }));
  }

  @Mutation(() => CustomerGroupPayload, { description: 'Changes what a group is called and for (CUS-50).' })
  customerGroupChange(
    @Arg('input', () => CustomerGroupChangeInput) input: CustomerGroupChangeInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerGroupPayload> {
    return answer(CustomerGroupPayload, async () => ({ group: await changeGroup(context, input) }));
  }

  @Mutation(() => CustomerGroupPayload, {
    description:
      'Dissolves a group: its members leave it, and it leaves the groups that hold it; the past stays readable. Refused with INVALID_STATE when it was dissolved before (CUS-50).',
  })
  customerGroupDissolve(
    @Arg('input', () => CustomerGroupDissolveInput) input: CustomerGroupDissolveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerGroupPayload> {
    return answer(CustomerGroupPayload, async () => ({ group: await dissolveGroup(context, input) }));
  }

  @Mutation(() => CustomerGroupPayload, {
    description: 'Adds customers or whole groups to a group; those who are in it stay as they are (CUS-51).',
  })
  customerGroupMembersAdd(
    @Arg('input', () => CustomerGroupMembersInput) input: CustomerGroupMembersInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerGroupPayload> {
    return answer(CustomerGroupPayload, async () => ({ group: await addMembers(context, input) }));
  }

  @Mutation(() => CustomerGroupPayload, {
    description: 'Takes customers or whole groups out of a group; the past stays readable (CUS-51).',
  })
  customerGroupMembersRemove(
    @Arg('input', () => CustomerGroupMembersInput) input: CustomerGroupMembersInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerGroupPayload> {
    return answer(CustomerGroupPayload, async () => ({ group: await removeMembers(context, input) }));
  }
}
