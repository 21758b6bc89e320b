import { allow, definePolicy, ofPartner, via } from '../../kernel/access/index.js';
import { WebhookAttempt } from './webhook-attempt.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { WebhookSubscription } from './webhook-subscription.js';

definePolicy(WebhookSubscription, { PARTNER: ofPartner('partnerId') });
definePolicy(WebhookDelivery, { PARTNER: via('subscription') });
definePolicy(WebhookAttempt, { PARTNER: via('delivery') });

allow({
  webhookCreate: ['PARTNER'],
  webhookChange: ['PARTNER'],
  webhookPause: ['PARTNER'],
  webhookResume: ['PARTNER'],
  webhookClose: ['PARTNER'],
  webhookRotateSecret: ['PARTNER'],
  webhookTest: ['PARTNER'],
  webhookReplay: ['PARTNER'],
});
