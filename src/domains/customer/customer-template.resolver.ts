import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { AttributeLinkageSaveInput, saveLinkage } from './attribute-linkage.service.js';
import { AttributeLinkage } from './attribute-linkage.js';
import { CustomerTemplateSaveInput } from './customer-template.inputs.js';
import { saveTemplate } from './customer-template.service.js';
import { CustomerTemplate } from './customer-template.js';

@ObjectType({ description: 'Answer of saving the template of a market group.' })
export class CustomerTemplatePayload extends Payload {
  @Field(() => CustomerTemplate, { nullable: true, description: 'The template; null when nothing was written.' })
  template?: CustomerTemplate;
}

@ObjectType({ description: 'Answer of saving a linkage of attributes.' })
export class AttributeLinkagePayload extends Payload {
  @Field(() => AttributeLinkage, { nullable: true, description: 'The linkage; null when nothing was written.' })
  linkage?: AttributeLinkage;
}

@Resolver()
export class CustomerTemplateResolver {
  @Mutation(() => CustomerTemplatePayload, {
    description: 'Makes or changes the further attributes of a market group; for administrators (CUS-10).',
  })
  customerTemplateSave(
    @Arg('input', () => CustomerTemplateSaveInput) input: CustomerTemplateSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerTemplatePayload> {
    return answer(CustomerTemplatePayload, async () => ({ template: await saveTemplate(context, input) }));
  }

  @Mutation(() => AttributeLinkagePayload, {
    description: 'Sets what to look at again when a field of a customer changes; for administrators (CUS-28).',
  })
  attributeLinkageSave(
    @Arg('input', () => AttributeLinkageSaveInput) input: AttributeLinkageSaveInput,
    @Ctx() context: CallContext,
  ): Promise<AttributeLinkagePayload> {
    return answer(AttributeLinkagePayload, async () => ({ linkage: await saveLinkage(context, input) }));
  }
}
