import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import type { Class } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer } from '../customer/index.js';
import { callerEmployee } from '../organisation/index.js';
import { ContactDirection, ContactResult, ContactStatus } from './contact-enums.js';
import { ContactEvent } from './contact-event.js';
import { ContactMode } from './contact-mode.js';
import { contactLifecycle } from './contact.lifecycle.js';
import type { ContactCompleteInput, ContactRecordInput } from './contact.inputs.js';
import { ContactType } from './contact-type.js';
import { InteractionPlatform } from './interaction-platform.js';

/** Records a contact, finished or just begun (CON-01, CON-03). With a known `externalId` it answers the first record (CON-01). */
export async function recordContact(context: CallContext, input: ContactRecordInput): Promise<ContactEvent> {
  const { startedAt, endedAt } = checkedTimes(input);
  const contactNo = formatNumber('K', await takeNumber(context.database, 'contact'));
  return context.database.write(context, async (tx) => {
    // The lock on the customer makes platforms that send the same contact twice wait for each other.
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const platform = await byCode(tx, InteractionPlatform, input.platformCode, ['input', 'platformCode']);
    const known = input.externalId
      ? await tx.em.findOne(ContactEvent, { platform, externalId: input.externalId })
      : null;
    if (known)
      return known.customer.id === customer.id
        ? known
        : refuse('DUPLICATE', 'The platform sent this contact for another customer.', ['input', 'externalId']);
    const contact = new ContactEvent();
    contact.contactNo = contactNo;
    contact.customer = customer;
    contact.region = customer.region;
    contact.type = await byCode(tx, ContactType, input.typeCode, ['input', 'typeCode']);
    contact.direction = contact.type.direction;
    contact.mode = await byCode(tx, ContactMode, input.modeCode, ['input', 'modeCode']);
    contact.platform = platform;
    requireServes(contact.mode, contact.direction, 'MODE_OUT_OF_RANGE', 'modeCode');
    requireServes(platform, contact.direction, 'PLATFORM_OUT_OF_RANGE', 'platformCode');
    contact.reason = input.reason ?? null;
    contact.content = input.content;
    contact.contactPerson = input.contactPerson ?? null;
    contact.startedAt = startedAt ?? tx.at;
    contact.employee = await callerEmployee(tx);
    contact.externalId = input.externalId ?? null;
    contact.follows = input.followsId ? await followed(tx, input.followsId, customer) : null;
    contact.feedback = input.feedback ?? null;
    contact.result = null;
    contact.endedAt = null;
    tx.add(contact);
    await bringForward(tx, contact);
    if (endedAt) await complete(tx, contact, endedAt, input.result);
    return contact;
  });
}

/** Ends a contact that goes on (CON-46). */
export function completeContact(context: CallContext, input: ContactCompleteInput): Promise<ContactEvent> {
  return context.database.write(context, async (tx) => {
    const contact = await tx.get(ContactEvent, input.contactId, ['input', 'contactId']);
    await complete(tx, contact, tx.at, input.result);
    if (input.feedback) contact.feedback = input.feedback;
    return contact;
  });
}

/**
 * Passes a contact on to something that was created from it, in the transaction that creates it (CON-12, CON-20, CON-66).
 * A contact that is completed already stays so; it is only checked to belong to the customer.
 */
export async function handOverContact(
  tx: Transaction,
  contactId: string,
  customer: Customer,
  path: InputPath,
  to: string,
): Promise<ContactEvent> {
  const contact = await tx.get(ContactEvent, contactId, path);
  if (contact.customer.id !== customer.id)
    refuse('NOT_OF_CUSTOMER', 'The contact was held with another customer.', path);
  if (contact.status === ContactStatus.CLASSIFIED || contact.status === ContactStatus.HANDLING)
    await contactLifecycle.move(tx, contact, 'handOver', { data: { to } });
  return contact;
}

/** A new record is identified and classified already: its customer and type are required. */
async function bringForward(tx: Transaction, contact: ContactEvent): Promise<void> {
  contactLifecycle.begin(tx, contact);
  await contactLifecycle.move(tx, contact, 'identify');
  await contactLifecycle.move(tx, contact, 'classify', {
    data: { type: contact.type.code, direction: contact.direction },
  });
}

async function complete(
  tx: Transaction,
  contact: ContactEvent,
  at: Date,
  result: ContactResult | null | undefined,
): Promise<void> {
  await contactLifecycle.move(tx, contact, 'complete');
  contact.endedAt = at;
  contact.result = result ?? ContactResult.SUCCESS;
}

function checkedTimes(input: ContactRecordInput): { startedAt: Date | undefined; endedAt: Date | undefined } {
  const startedAt = input.startedAt ? new Date(input.startedAt) : undefined;
  const endedAt = input.endedAt ? new Date(input.endedAt) : undefined;
  // Clocks of platforms differ by a little.
  const latest = Date.now() + 60_000;
  if (startedAt && startedAt.getTime() > latest)
    refuse('IN_FUTURE', 'A contact that has not begun cannot be recorded.', ['input', 'startedAt']);
  if (endedAt && endedAt.getTime() > latest)
    refuse('IN_FUTURE', 'The contact cannot have ended in the future.', ['input', 'endedAt']);
  if (endedAt && !startedAt)
    refuse('REQUIRED', 'A contact that has ended needs the time at which it began.', ['input', 'startedAt']);
  if (startedAt && endedAt && endedAt < startedAt)
    refuse('OUT_OF_ORDER', 'The contact cannot have ended before it began.', ['input', 'endedAt']);
  if (!endedAt && input.result)
    refuse('CONTRADICTION', 'A contact that goes on has no result yet.', ['input', 'result']);
  return { startedAt, endedAt };
}

async function followed(tx: Transaction, id: string, customer: Customer): Promise<ContactEvent> {
  const contact = await tx.get(ContactEvent, id, ['input', 'followsId'], { lock: false });
  return contact.customer.id === customer.id
    ? contact
    : refuse('NOT_OF_CUSTOMER', 'The earlier contact was held with another customer.', ['input', 'followsId']);
}

type Coded = ContactType | ContactMode | InteractionPlatform;

async function byCode<T extends Coded>(tx: Transaction, noun: Class<T>, code: string, path: InputPath): Promise<T> {
  const found = (await tx.em.findOne(noun as never, { code, active: true } as never)) as T | null;
  return found ?? refuse('UNKNOWN_CODE', `There is no ${noun.name} in use with the code "${code}".`, path, { code });
}

function requireServes(
  medium: ContactMode | InteractionPlatform,
  direction: ContactDirection,
  code: string,
  field: string,
): void {
  const serves = direction === ContactDirection.INBOUND ? medium.inbound : medium.outbound;
  if (!serves) refuse(code, `"${medium.code}" does not serve ${direction} contacts.`, ['input', field]);
}
