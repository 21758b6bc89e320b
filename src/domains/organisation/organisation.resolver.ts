import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, BulkPayload, Payload } from '../../kernel/errors/index.js';
import { InternalOrganization } from '../party/index.js';
import { StandardUnit } from './standard-unit.js';
import { StandardAcknowledgeInput, StandardPublishInput, StandardUnitSaveInput } from './standard.inputs.js';
import { acknowledgeStandard, publishStandard, saveStandardUnit } from './standard.service.js';
import {
  OrganizationBatchInput,
  InternalOrganizationChangeInput,
  OrganizationCloseInput,
  OrganizationCreateInput,
  OrganizationMoveInput,
} from './unit.inputs.js';
import { applyUnits, changeUnit, closeUnit, createUnit, moveUnit } from './unit.service.js';

@ObjectType({ description: 'Answer of a mutation of a unit.' })
export class OrganizationPayload extends Payload {
  @Field(() => InternalOrganization, { nullable: true, description: 'The unit; null when nothing was written.' })
  organization?: InternalOrganization;
}

@ObjectType({ description: 'Answer of a batch of operations on units.' })
export class OrganizationBatchPayload extends BulkPayload {
  @Field(() => [InternalOrganization], { description: 'Units of the rows that were carried out.' })
  organizations: readonly InternalOrganization[] = [];
}

@ObjectType({ description: 'Answer of a mutation of a unit of a standard structure.' })
export class StandardUnitPayload extends Payload {
  @Field(() => StandardUnit, {
    nullable: true,
    description: 'The unit of the structure; null when nothing was written.',
  })
  standardUnit?: StandardUnit;
}

const AT = ['input'];

@Resolver()
export class OrganisationResolver {
  @Mutation(() => OrganizationPayload, { description: 'Creates a unit of the operator (SYS-02, SYS-04).' })
  organizationCreate(
    @Arg('input', () => OrganizationCreateInput) input: OrganizationCreateInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationPayload> {
    return answer(OrganizationPayload, async () => ({
      organization: await context.database.write(context, (tx) => createUnit(tx, input, AT)),
    }));
  }

  @Mutation(() => OrganizationPayload, {
    description: 'Changes a unit and the regions that it serves (SYS-03, SYS-05).',
  })
  organizationChange(
    @Arg('input', () => InternalOrganizationChangeInput) input: InternalOrganizationChangeInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationPayload> {
    return answer(OrganizationPayload, async () => ({
      organization: await context.database.write(context, (tx) => changeUnit(tx, input, AT)),
    }));
  }

  @Mutation(() => OrganizationPayload, { description: 'Moves a unit with all units below it (SYS-04).' })
  organizationMove(
    @Arg('input', () => OrganizationMoveInput) input: OrganizationMoveInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationPayload> {
    return answer(OrganizationPayload, async () => ({
      organization: await context.database.write(context, (tx) => moveUnit(tx, input, AT)),
    }));
  }

  @Mutation(() => OrganizationPayload, {
    description: 'Closes a unit: it is marked and stays for the record (SYS-03).',
  })
  organizationClose(
    @Arg('input', () => OrganizationCloseInput) input: OrganizationCloseInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationPayload> {
    return answer(OrganizationPayload, async () => ({
      organization: await context.database.write(context, (tx) => closeUnit(tx, input, AT)),
    }));
  }

  @Mutation(() => OrganizationBatchPayload, {
    description:
      'Creates, changes, moves and closes many units; rows that are refused are reported and stop no other (SYS-03).',
  })
  organizationBatch(
    @Arg('input', () => OrganizationBatchInput) input: OrganizationBatchInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationBatchPayload> {
    return answer(OrganizationBatchPayload, async () => {
      const { results, rejections } = await applyUnits(context, input.rows);
      return { organizations: results, rejections };
    });
  }

  @Mutation(() => StandardUnitPayload, { description: 'Creates or changes a unit of a standard structure (SYS-07).' })
  standardUnitSave(
    @Arg('input', () => StandardUnitSaveInput) input: StandardUnitSaveInput,
    @Ctx() context: CallContext,
  ): Promise<StandardUnitPayload> {
    return answer(StandardUnitPayload, async () => ({ standardUnit: await saveStandardUnit(context, input) }));
  }

  @Mutation(() => OrganizationBatchPayload, {
    description:
      'Publishes a standard structure to organisations: its units are made there, or brought to its present state (SYS-07, SYS-08).',
  })
  standardPublish(
    @Arg('input', () => StandardPublishInput) input: StandardPublishInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationBatchPayload> {
    return answer(OrganizationBatchPayload, async () => {
      const { results, rejections } = await publishStandard(context, input);
      return { organizations: results, rejections };
    });
  }

  @Mutation(() => OrganizationBatchPayload, {
    description: 'Takes note of the version of a standard that was published to units (SYS-61).',
  })
  standardAcknowledge(
    @Arg('input', () => StandardAcknowledgeInput) input: StandardAcknowledgeInput,
    @Ctx() context: CallContext,
  ): Promise<OrganizationBatchPayload> {
    return answer(OrganizationBatchPayload, async () => {
      const { results, rejections } = await acknowledgeStandard(context, input);
      return { organizations: results, rejections };
    });
  }
}
