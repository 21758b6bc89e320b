import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ProductPayload } from './product.resolver.js';
import { saveServiceRelation, ServiceRelationSaveInput } from './service-relation.service.js';
import { SlaCandidate } from './sla-candidate.js';
import { decideIndicator, proposeIndicator, saveIndicator } from './sla-indicator.service.js';
import { SlaIndicator } from './sla-indicator.js';
import { saveTemplate } from './sla-template.service.js';
import { SlaTemplate } from './sla-template.js';
import {
  SlaIndicatorDecideInput,
  SlaIndicatorProposeInput,
  SlaIndicatorSaveInput,
  SlaTemplateSaveInput,
} from './sla.input.js';

@ObjectType({ description: 'Answer of mutations about one standard indicator.' })
export class SlaIndicatorPayload extends Payload {
  @Field(() => SlaIndicator, { nullable: true, description: 'The indicator; null when it was refused.' })
  slaIndicator?: SlaIndicator;
}

@ObjectType({ description: 'Answer of mutations about one SLA template.' })
export class SlaTemplatePayload extends Payload {
  @Field(() => SlaTemplate, { nullable: true, description: 'The template; null when it was refused.' })
  slaTemplate?: SlaTemplate;
}

@ObjectType({ description: 'Answer of mutations about an indicator proposed as a standard one.' })
export class SlaCandidatePayload extends Payload {
  @Field(() => SlaCandidate, { nullable: true, description: 'The proposal; null when it was refused.' })
  slaCandidate?: SlaCandidate;
}

@Resolver()
export class SlaResolver {
  @Mutation(() => SlaIndicatorPayload, {
    description:
      'Writes a standard indicator, or changes, disables or enables one. Refused with NOT_MAINTAINER, NOT_FOUND, DUPLICATE, CONTRADICTORY or IN_USE (PRD-22).',
  })
  slaIndicatorSave(
    @Arg('input', () => SlaIndicatorSaveInput, { description: 'The indicator.' }) input: SlaIndicatorSaveInput,
    @Ctx() context: CallContext,
  ): Promise<SlaIndicatorPayload> {
    return answer(SlaIndicatorPayload, async () => ({ slaIndicator: await saveIndicator(context, input) }));
  }

  @Mutation(() => SlaTemplatePayload, {
    description:
      'Writes an SLA template of a product with ranges and costs, or changes one. Refused with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, REQUIRED, CONTRADICTORY, NOT_ACTIVE, OVERLAPPING, BAD_VALUE, OUT_OF_RANGE or IN_USE (PRD-23 to PRD-26).',
  })
  slaTemplateSave(
    @Arg('input', () => SlaTemplateSaveInput, { description: 'The template.' }) input: SlaTemplateSaveInput,
    @Ctx() context: CallContext,
  ): Promise<SlaTemplatePayload> {
    return answer(SlaTemplatePayload, async () => ({ slaTemplate: await saveTemplate(context, input) }));
  }

  @Mutation(() => SlaCandidatePayload, {
    description: 'Proposes an indicator of a contract as a standard one. Refused with DUPLICATE (PRD-119).',
  })
  slaIndicatorPropose(
    @Arg('input', () => SlaIndicatorProposeInput, { description: 'The indicator and its contract.' })
    input: SlaIndicatorProposeInput,
    @Ctx() context: CallContext,
  ): Promise<SlaCandidatePayload> {
    return answer(SlaCandidatePayload, async () => ({ slaCandidate: await proposeIndicator(context, input) }));
  }

  @Mutation(() => SlaCandidatePayload, {
    description:
      'Accepts a proposed indicator as a standard one, or rejects it. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE or INVALID_TRANSITION (PRD-119).',
  })
  slaIndicatorDecide(
    @Arg('input', () => SlaIndicatorDecideInput, { description: 'The proposal and the decision.' })
    input: SlaIndicatorDecideInput,
    @Ctx() context: CallContext,
  ): Promise<SlaCandidatePayload> {
    return answer(SlaCandidatePayload, async () => ({ slaCandidate: await decideIndicator(context, input) }));
  }

  @Mutation(() => ProductPayload, {
    description:
      'Says what a service in flight on an instance of a product means for another one requested on it. Refused with NOT_FOUND or NOT_MAINTAINER (PRD-28).',
  })
  serviceRelationSave(
    @Arg('input', () => ServiceRelationSaveInput, { description: 'Product, services and decision.' })
    input: ServiceRelationSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ProductPayload> {
    return answer(ProductPayload, async () => ({ product: await saveServiceRelation(context, input) }));
  }
}
