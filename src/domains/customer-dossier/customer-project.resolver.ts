import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { CustomerProject } from './customer-project.js';
import { CustomerProjectRemoveInput, CustomerProjectSaveInput } from './customer-project.inputs.js';
import { removeProject, saveProject } from './customer-project.service.js';

@ObjectType({ description: 'Answer of a mutation of a project of a customer.' })
export class CustomerProjectPayload extends Payload {
  @Field(() => CustomerProject, { nullable: true, description: 'The project; null when nothing was written.' })
  project?: CustomerProject;
}

@Resolver()
export class CustomerProjectResolver {
  @Mutation(() => CustomerProjectPayload, {
    description:
      'Takes down a project of a customer, or changes it (CUS-77). Refused with NOT_FOUND, CONTRADICTION, DELETED, TOO_EARLY, TOO_SMALL, BAD_VALUE.',
  })
  customerProjectSave(
    @Arg('input', () => CustomerProjectSaveInput) input: CustomerProjectSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerProjectPayload> {
    return answer(CustomerProjectPayload, async () => ({ project: await saveProject(context, input) }));
  }

  @Mutation(() => CustomerProjectPayload, {
    description: 'Removes a project of a customer; its history stays (CUS-77). Refused with NOT_FOUND, DELETED.',
  })
  customerProjectRemove(
    @Arg('input', () => CustomerProjectRemoveInput) input: CustomerProjectRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerProjectPayload> {
    return answer(CustomerProjectPayload, async () => ({ project: await removeProject(context, input) }));
  }
}
