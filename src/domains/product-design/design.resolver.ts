import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  ProductDesignSaveInput,
  ProductDesignStepInput,
  DevelopmentTaskSaveInput,
  BenefitForecastSetInput,
  NewProductRequestSendInput,
  NewProductRequestAnswerInput,
} from './design.input.js';
import { saveDesign, saveTask, setForecast, stepDesign } from './design.service.js';
import { answerRequest, sendRequest } from './request.service.js';
import { ProductDesign } from './product-design.js';
import { DevelopmentTask } from './development-task.js';
import { NewProductRequest } from './new-product-request.js';

@ObjectType({ description: 'Answer of mutations about one design of a product.' })
export class ProductDesignPayload extends Payload {
  @Field(() => ProductDesign, { nullable: true, description: 'The design; null when it was refused.' })
  productDesign?: ProductDesign;
}

@ObjectType({ description: 'Answer of mutations about one task of a development.' })
export class DevelopmentTaskPayload extends Payload {
  @Field(() => DevelopmentTask, { nullable: true, description: 'The task; null when it was refused.' })
  developmentTask?: DevelopmentTask;
}

@ObjectType({ description: 'Answer of mutations about one request for a new product.' })
export class NewProductRequestPayload extends Payload {
  @Field(() => NewProductRequest, { nullable: true, description: 'The request; null when it was refused.' })
  newProductRequest?: NewProductRequest;
}

@Resolver()
export class ProductDesignResolver {
  @Mutation(() => ProductDesignPayload, {
    description:
      'Writes a design of a product, or changes one. Refused with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, CONTRADICTORY or INVALID_TRANSITION (PRD-96).',
  })
  productDesignSave(
    @Arg('input', () => ProductDesignSaveInput, { description: 'The design.' }) input: ProductDesignSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ProductDesignPayload> {
    return answer(ProductDesignPayload, async () => ({ productDesign: await saveDesign(context, input) }));
  }

  @Mutation(() => ProductDesignPayload, {
    description:
      'Takes a step with a design. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, CONTRADICTORY, INVALID_TRANSITION or GUARD_REFUSED (PRD-96, PRD-97).',
  })
  productDesignStep(
    @Arg('input', () => ProductDesignStepInput, { description: 'The design and the step.' })
    input: ProductDesignStepInput,
    @Ctx() context: CallContext,
  ): Promise<ProductDesignPayload> {
    return answer(ProductDesignPayload, async () => ({ productDesign: await stepDesign(context, input) }));
  }

  @Mutation(() => DevelopmentTaskPayload, {
    description:
      'Writes a task of a development, or changes one. Refused with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY, INVALID_TRANSITION, TOO_SMALL or BAD_VALUE (PRD-97).',
  })
  developmentTaskSave(
    @Arg('input', () => DevelopmentTaskSaveInput, { description: 'The task.' }) input: DevelopmentTaskSaveInput,
    @Ctx() context: CallContext,
  ): Promise<DevelopmentTaskPayload> {
    return answer(DevelopmentTaskPayload, async () => ({ developmentTask: await saveTask(context, input) }));
  }

  @Mutation(() => ProductDesignPayload, {
    description:
      'Forecasts what a product will bring. Refused with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, CONTRADICTORY, INVALID_TRANSITION, TOO_SMALL or BAD_VALUE (PRD-103).',
  })
  benefitForecastSet(
    @Arg('input', () => BenefitForecastSetInput, { description: 'The forecast.' }) input: BenefitForecastSetInput,
    @Ctx() context: CallContext,
  ): Promise<ProductDesignPayload> {
    return answer(ProductDesignPayload, async () => ({ productDesign: await setForecast(context, input) }));
  }

  @Mutation(() => NewProductRequestPayload, {
    description: 'Sends a need for which no product was found. Refused with NOT_FOUND or DUPLICATE (PRD-117).',
  })
  newProductRequestSend(
    @Arg('input', () => NewProductRequestSendInput, { description: 'The need.' }) input: NewProductRequestSendInput,
    @Ctx() context: CallContext,
  ): Promise<NewProductRequestPayload> {
    return answer(NewProductRequestPayload, async () => ({ newProductRequest: await sendRequest(context, input) }));
  }

  @Mutation(() => NewProductRequestPayload, {
    description:
      'Answers a request for a new product. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, CONTRADICTORY or INVALID_TRANSITION (PRD-117).',
  })
  newProductRequestAnswer(
    @Arg('input', () => NewProductRequestAnswerInput, { description: 'The answer.' })
    input: NewProductRequestAnswerInput,
    @Ctx() context: CallContext,
  ): Promise<NewProductRequestPayload> {
    return answer(NewProductRequestPayload, async () => ({ newProductRequest: await answerRequest(context, input) }));
  }
}
