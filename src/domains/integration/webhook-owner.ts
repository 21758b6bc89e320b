import type { Caller } from '../../kernel/access/caller.js';
import { refuse } from '../../kernel/errors/index.js';
import { ActorKind } from '../../kernel/events/index.js';
import type { WebhookSubscription } from './webhook-subscription.js';

type Owner = Pick<WebhookSubscription, 'ownerKind' | 'ownerSubject' | 'partnerId'>;

/** The caller as an owner. Staff and customers come and go, and so would the rights of their subscriptions: they own none. */
export function ownerOf({ kind, subject, partnerId }: Caller): Owner {
  const isPartner = kind === 'PARTNER' && partnerId !== undefined;
  if (!isPartner && kind !== 'ADMIN' && kind !== 'SYSTEM')
    return refuse('FORBIDDEN', 'Webhooks belong to partners, systems and administrators.');
  return { ownerKind: ActorKind[kind], ownerSubject: subject, partnerId: isPartner ? partnerId : null };
}

/** The caller with whose rights events are chosen and read for a subscription. */
export function callerOf({ ownerKind, ownerSubject, partnerId }: Owner): Caller {
  const base = { kind: ownerKind, subject: ownerSubject, name: ownerSubject, regionIds: [] };
  return partnerId === null ? base : { ...base, partnerId };
}
