import type { Domain } from '../../kernel/domain.js';
import { contactBaseline } from './contact.baseline.js';
import { ContactEvent } from './contact-event.js';
import { ContactMode } from './contact-mode.js';
import './contact.policy.js';
import { ContactEventResolver } from './contact.resolver.js';
import { ContactType } from './contact-type.js';
import { InteractionPlatform } from './interaction-platform.js';

export * from './contact-enums.js';
export * from './contact-event.js';
export * from './contact-mode.js';
export * from './contact-type.js';
export { contactLifecycle } from './contact.lifecycle.js';
export * from './contact.inputs.js';
export { completeContact, handOverContact, recordContact } from './contact.service.js';
export * from './interaction-platform.js';

export const contact: Domain = {
  name: 'contact',
  entities: [ContactType, ContactMode, InteractionPlatform, ContactEvent],
  resolvers: [ContactEventResolver],
  baseline: contactBaseline,
};
