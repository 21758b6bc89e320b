import { Arg, Ctx, Field, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { replayDeliveries } from './replay.service.js';
import {
  WebhookChangeInput,
  WebhookCreateInput,
  WebhookInput,
  WebhookReplayInput,
  WebhookRotateSecretInput,
} from './webhook.inputs.js';
import { WebhookDelivery } from './webhook-delivery.js';
import {
  changeWebhook,
  closeWebhook,
  createWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateWebhookSecret,
  testWebhook,
} from './webhook.service.js';
import { WebhookSubscription } from './webhook-subscription.js';

@ObjectType({ description: 'Answer of a mutation of a webhook subscription.' })
export class WebhookPayload extends Payload {
  @Field(() => WebhookSubscription, { nullable: true, description: 'The subscription; null when nothing was written.' })
  webhook?: WebhookSubscription;
}

@ObjectType({ description: 'Answer of a mutation that gives a webhook subscription a secret.' })
export class WebhookSecretPayload extends Payload {
  @Field(() => WebhookSubscription, { nullable: true, description: 'The subscription; null when nothing was written.' })
  webhook?: WebhookSubscription;

  @Field(() => String, {
    nullable: true,
    description: 'The secret that requests are signed with (Standard Webhooks, `whsec_…`). It is shown this once.',
  })
  secret?: string;
}

@ObjectType({ description: 'Answer of a test of a webhook subscription.' })
export class WebhookTestPayload extends Payload {
  @Field(() => WebhookDelivery, {
    nullable: true,
    description: 'The delivery of the test, which is sent in a moment; null when refused.',
  })
  delivery?: WebhookDelivery;
}

@ObjectType({ description: 'Answer of a replay.' })
export class WebhookReplayPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many deliveries are sent again; null when refused.' })
  count?: number;
}

@Resolver()
export class WebhookResolver {
  @Mutation(() => WebhookSecretPayload, {
    description: 'Subscribes an outside system to the events from now on (TMF hub).',
  })
  webhookCreate(
    @Arg('input', () => WebhookCreateInput) input: WebhookCreateInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookSecretPayload> {
    return answer(WebhookSecretPayload, () => createWebhook(context, input));
  }

  @Mutation(() => WebhookPayload, {
    description: 'Changes target, filter or selection; deliveries that were begun stay as they are.',
  })
  webhookChange(
    @Arg('input', () => WebhookChangeInput) input: WebhookChangeInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookPayload> {
    return answer(WebhookPayload, async () => ({ webhook: await changeWebhook(context, input) }));
  }

  @Mutation(() => WebhookPayload, { description: 'Sends nothing until the subscription is resumed; events wait.' })
  webhookPause(
    @Arg('input', () => WebhookInput) input: WebhookInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookPayload> {
    return answer(WebhookPayload, async () => ({ webhook: await pauseWebhook(context, input) }));
  }

  @Mutation(() => WebhookPayload, { description: 'Goes on with what waits and with the events since the pause.' })
  webhookResume(
    @Arg('input', () => WebhookInput) input: WebhookInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookPayload> {
    return answer(WebhookPayload, async () => ({ webhook: await resumeWebhook(context, input) }));
  }

  @Mutation(() => WebhookPayload, { description: 'Ends the subscription for good; what waits is dropped.' })
  webhookClose(
    @Arg('input', () => WebhookInput) input: WebhookInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookPayload> {
    return answer(WebhookPayload, async () => ({ webhook: await closeWebhook(context, input) }));
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'Gives the subscription a new secret; for a while requests carry both signatures.',
  })
  webhookRotateSecret(
    @Arg('input', () => WebhookRotateSecretInput) input: WebhookRotateSecretInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookSecretPayload> {
    return answer(WebhookSecretPayload, () => rotateWebhookSecret(context, input));
  }

  @Mutation(() => WebhookTestPayload, {
    description: 'Sends a test event of type `webhook.test` to the target of an active subscription.',
  })
  webhookTest(
    @Arg('input', () => WebhookInput) input: WebhookInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookTestPayload> {
    return answer(WebhookTestPayload, async () => ({ delivery: await testWebhook(context, input) }));
  }

  @Mutation(() => WebhookReplayPayload, {
    description:
      'Sends one delivery again, or all that are parked of a subscription, with three more days of attempts.',
  })
  webhookReplay(
    @Arg('input', () => WebhookReplayInput) input: WebhookReplayInput,
    @Ctx() context: CallContext,
  ): Promise<WebhookReplayPayload> {
    return answer(WebhookReplayPayload, async () => ({ count: await replayDeliveries(context, input) }));
  }
}
