import { ContactDirection, ContactEvent, contactLifecycle, ContactResult } from '../../../src/domains/contact/index.js';
import { TicketContact } from '../../../src/domains/trouble/index.js';
import type { Step } from '../../bulk/chronicle.js';
import type { Who } from '../customer/party.js';
import type { Story } from '../story.js';

const DAY = 86_400_000;

const sayings: Record<string, readonly string[]> = {
  CONSULTATION: ['咨询宽带提速费用。', '询问国际漫游资费。', 'Asked how to read the bill.'],
  QUERY: ['查询本月话费。', '查询套餐剩余流量。'],
  PAYMENT: ['缴纳本月话费。'],
  DATA_CHANGE: ['修改联系电话。'],
  FAULT: ['报障：无法上网。'],
  COMPLAINT: ['投诉上门服务超时。'],
  RETURN_VISIT: ['回访，客户表示满意。'],
  CARE: ['生日祝福与新套餐推荐。'],
  BILL_NOTICE: ['发送账单提醒。'],
  DUNNING: ['提醒客户缴清欠费。'],
};
const general = ['与客户沟通业务办理情况。'];

/** Writes a contact with the customer; one that led to a ticket took place when the ticket was accepted, and is linked to it. */
export function addContact(
  story: Story,
  number: number,
  who: Who,
  from: Date,
  ticket: { id: string; acceptedAt: Date; fault: boolean } | undefined,
): void {
  const { random, population, region, customerId } = story;
  const { contactTypes, contactModes, platforms } = population.reference;
  const type = ticket
    ? contactTypes.find(({ code }) => code === (ticket.fault ? 'FAULT' : 'COMPLAINT'))!
    : random.pick(contactTypes.filter(({ code }) => code !== 'FAULT' && code !== 'COMPLAINT'));
  const side = type.direction === ContactDirection.INBOUND ? 'inbound' : 'outbound';
  const mode = ticket
    ? contactModes.find(({ code }) => code === 'HUMAN_VOICE')!
    : random.pick(contactModes.filter((each) => each[side]));
  const platform = ticket
    ? platforms.find(({ code }) => code === 'HOTLINE')!
    : random.pick(platforms.filter((each) => each[side]));
  const startedAt = ticket
    ? new Date(ticket.acceptedAt.getTime() - 120_000)
    : new Date(from.getTime() + random.next() * (population.anchor.getTime() - from.getTime()));
  const endedAt = ticket
    ? story.after(ticket.acceptedAt, { minutes: 2 })
    : story.after(startedAt, { minutes: random.int(1, 15) });
  const agent = random.pick(population.staff.agents);
  const occasion = (at: Date) => story.by(agent.actor, at);
  const old = population.anchor.getTime() - endedAt.getTime() > 365 * DAY;
  const id = story.id(ContactEvent);
  const steps: Step<'identify' | 'classify' | 'handOver' | 'complete' | 'archive'>[] = [
    { action: 'identify', ...occasion(startedAt) },
    { action: 'classify', ...occasion(startedAt), data: { type: type.code, direction: type.direction } },
    ...(ticket ? [{ action: 'handOver' as const, ...occasion(ticket.acceptedAt) }] : []),
    { action: 'complete', ...occasion(endedAt) },
    ...(old ? [{ action: 'archive' as const, ...story.bySystem(story.after(endedAt, { days: 365 })) }] : []),
  ];
  const status = story.chronicle.life(contactLifecycle, ContactEvent, id, occasion(startedAt), steps);
  story.add(ContactEvent, {
    id,
    createdAt: startedAt,
    contactNo: `K-${story.serial}-${number + 1}`,
    customer: customerId,
    region: region.id,
    direction: type.direction,
    type: type.id,
    reason: type.name,
    mode: mode.id,
    platform: platform.id,
    status,
    contactPerson: who.business ? who.signatory : null,
    content: random.pick(sayings[type.code] ?? general),
    result: random.chance(0.93) ? ContactResult.SUCCESS : ContactResult.FAILURE,
    startedAt,
    endedAt,
    employee: mode.direct ? agent.id : null,
  });
  if (ticket) story.add(TicketContact, { createdAt: ticket.acceptedAt, ticket: ticket.id, contact: id });
}
