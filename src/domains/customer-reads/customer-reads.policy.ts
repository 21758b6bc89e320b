import { definePolicy, inAuditedRegion, traceReads } from '../../kernel/access/index.js';
import { Account, Customer } from '../customer/index.js';
import { ContactEvent } from '../contact/index.js';
import { ConsumptionRecord } from '../evaluation/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { Order } from '../ordering/index.js';
import { ContactMedium, Party, PartyIdentification } from '../party/index.js';
import { ProblemTicket } from '../trouble/index.js';
import { CustomerRead } from './customer-read.js';

definePolicy(CustomerRead, { STAFF: inAuditedRegion('customer', 'region') });

traceReads(Customer, 'customer');
traceReads(Account, 'customer', 'owner');
traceReads(Party, 'party');
traceReads(ContactMedium, 'party', 'party');
traceReads(PartyIdentification, 'party', 'party');
// What a customer has, orders, uses and complains of says as much, also where it is looked for by itself.
for (const noun of [ProductInstance, OfferingInstance, Order, ProblemTicket, ContactEvent, ConsumptionRecord])
  traceReads(noun, 'customer', 'customer');
