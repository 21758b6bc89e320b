import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { CampaignEvent } from '../campaign/index.js';
import { ContactEvent } from '../contact/index.js';
import type { Customer } from '../customer/index.js';
import { Order, OrderStatus } from '../ordering/index.js';
import { OpportunitySource } from './opportunity.enums.js';
import type { OpportunityCreateInput } from './opportunity.inputs.js';

/** Where an opportunity came from: its source and what the source names (SAL-05, SAL-07, R67). */
export async function sourceOf(tx: Transaction, customer: Customer, input: OpportunityCreateInput) {
  const { source, campaignEventId, contactEventId, cancelledOrderId } = input;
  const needed = {
    campaignEventId: OpportunitySource.CAMPAIGN,
    cancelledOrderId: OpportunitySource.ORDER_CANCELLED,
  } as const;
  for (const field of ['campaignEventId', 'cancelledOrderId'] as const) {
    if (source === needed[field] && !input[field])
      refuse('REQUIRED', `The source ${source} needs it.`, ['input', field]);
    if (source !== needed[field] && input[field])
      refuse('CONTRADICTORY', `The source ${source} has none.`, ['input', field]);
  }
  if (source === OpportunitySource.CUSTOMER_CONTACT && !contactEventId)
    refuse('REQUIRED', 'Which contact brought it?', ['input', 'contactEventId']);
  return {
    source,
    campaignEvent: campaignEventId ? await campaignEventOf(tx, customer, campaignEventId) : null,
    contactEvent: contactEventId ? await contactOf(tx, customer, contactEventId) : null,
    cancelledOrder: cancelledOrderId ? await cancelledOrderOf(tx, customer, cancelledOrderId) : null,
  };
}

async function campaignEventOf(tx: Transaction, customer: Customer, id: string): Promise<CampaignEvent> {
  const path = ['input', 'campaignEventId'];
  const event = await tx.get(CampaignEvent, id, path, { lock: false });
  if (event.customer.id !== customer.id) refuse('NOT_OF_CUSTOMER', 'Another customer answered the campaign.', path);
  return event;
}

async function contactOf(tx: Transaction, customer: Customer, id: string): Promise<ContactEvent> {
  const path = ['input', 'contactEventId'];
  const contact = await tx.get(ContactEvent, id, path, { lock: false });
  if (contact.customer.id !== customer.id) refuse('NOT_OF_CUSTOMER', 'The contact was with another customer.', path);
  return contact;
}

async function cancelledOrderOf(tx: Transaction, customer: Customer, id: string): Promise<Order> {
  const path = ['input', 'cancelledOrderId'];
  const order = await tx.get(Order, id, path, { lock: false });
  if (order.customer.id !== customer.id) refuse('NOT_OF_CUSTOMER', 'The order is of another customer.', path);
  if (order.status !== OrderStatus.CANCELLED)
    refuse('CONTRADICTORY', 'The order was not cancelled.', path, { state: order.status });
  return order;
}
