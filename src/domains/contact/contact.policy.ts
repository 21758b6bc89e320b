import { allow, definePolicy, inRegion, ofCustomer, policyPublic } from '../../kernel/access/index.js';
import { ContactEvent } from './contact-event.js';
import { ContactMode } from './contact-mode.js';
import { ContactType } from './contact-type.js';
import { InteractionPlatform } from './interaction-platform.js';

definePolicy(ContactEvent, { STAFF: inRegion('region'), CUSTOMER: ofCustomer('customer') });
policyPublic(ContactType);
policyPublic(ContactMode);
policyPublic(InteractionPlatform);

// Portals record the contacts of their customers (CON-74); only staff end a contact with a result.
allow({ contactRecord: ['STAFF', 'CUSTOMER'], contactComplete: ['STAFF'] });
