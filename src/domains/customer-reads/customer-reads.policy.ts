import { definePolicy, inAuditedRegion, traceReads } from '../../kernel/access/index.js';
import { Account, Customer } from '../customer/index.js';
import { ContactMedium, Party, PartyIdentification } from '../party/index.js';
import { CustomerRead } from './customer-read.js';

definePolicy(CustomerRead, { STAFF: inAuditedRegion('customer', 'region') });

traceReads(Customer, 'customer');
traceReads(Account, 'customer', 'owner');
traceReads(Party, 'party');
traceReads(ContactMedium, 'party', 'party');
traceReads(PartyIdentification, 'party', 'party');
