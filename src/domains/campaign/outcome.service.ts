import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Offering } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { blackListed } from '../evaluation/index.js';
import { Order } from '../ordering/index.js';
import { contactsSince } from './add-members.js';
import { CampaignOutcome as O, TargetGroup } from './campaign-enums.js';
import { CampaignEvent } from './campaign-event.js';
import { CampaignParticipation } from './campaign-participation.js';
import { CampaignTarget, CampaignTargetKind } from './campaign-target.js';
import { Campaign, CampaignStatus as S } from './campaign.js';
import { contactDays, mostContacts } from './campaign.parameters.js';
import type { CampaignOutcomeRecordInput } from './outcome.inputs.js';
import { Wave, WaveStatus } from './wave.js';

const CUSTOMER = ['input', 'customerId'];

/** States of a campaign that take an outcome. */
const TAKEN: Record<O, readonly S[]> = {
  UNREACHABLE: [S.RUNNING],
  CONTACTED: [S.RUNNING],
  REFUSED: [S.RUNNING, S.PAUSED],
  RESPONDED: [S.RUNNING, S.PAUSED],
  CONVERTED: [S.RUNNING, S.PAUSED, S.ENDED, S.ABORTED],
};

/** How far each outcome is: what came further stays. A refusal may be followed by interest, and interest by a refusal. */
const RANK: Record<O, number> = { UNREACHABLE: 0, CONTACTED: 1, REFUSED: 2, RESPONDED: 2, CONVERTED: 3 };

const isContact = (outcome: O): boolean => outcome === O.CONTACTED || outcome === O.UNREACHABLE;

/** Takes down what a contact with a customer came to (CMP-62, CMP-63, CMP-115). */
export async function recordOutcome(
  context: CallContext,
  input: CampaignOutcomeRecordInput,
): Promise<CampaignParticipation> {
  return context.database.write(context, async (tx) => {
    const { outcome, channel } = input;
    const path = ['input', 'campaignId'];
    const campaign = await tx.get(Campaign, input.campaignId, path, { lock: false });
    await hold(tx, campaign);
    if (!TAKEN[outcome].includes(campaign.status))
      refuse('INVALID_STATE', `The campaign is ${campaign.status}.`, path, { state: campaign.status });
    // One at a time for a customer, so that two campaigns do not both take the last contact that is admitted.
    const customer = await tx.get(Customer, input.customerId, CUSTOMER);
    const occurredAt = momentOf(tx, campaign, input);
    const used = { campaign: campaign.id, kind: CampaignTargetKind.CHANNEL, channel };
    if ((await tx.em.count(CampaignTarget, used)) === 0)
      refuse('CONTRADICTORY', 'The campaign does not use this channel.', ['input', 'channel']);
    const group = await groupOf(tx, campaign, customer, outcome);
    if (isContact(outcome)) await refuseContact(tx, customer, outcome);
    const order = await orderOf(tx, customer, input);
    const offering = input.offeringId
      ? await tx.get(Offering, input.offeringId, ['input', 'offeringId'], { lock: false })
      : null;
    const wave = input.waveId ? await waveOf(tx, campaign, input) : null;
    const participation = await participate(tx, campaign, customer, { outcome, channel, occurredAt, order });
    const { content = null, onBehalfOf = null } = input;
    const event = tx.add(
      Object.assign(new CampaignEvent(), {
        ...{
          participation,
          campaign,
          customer,
          wave,
          outcome,
          group,
          channel,
          occurredAt,
          content,
          offering,
          onBehalfOf,
        },
        eventNo: formatNumber('CE', await takeNumber(tx, 'campaign-event')),
        first: (await tx.em.count(CampaignEvent, { participation: participation.id, outcome })) === 0,
        recordedBy: tx.caller.subject,
      }),
    );
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'campaign.outcome.recorded', subject: event },
      ...{ customerId: customer.id, regionId: customer.region.id },
      data: { campaignNo: campaign.campaignNo, eventNo: event.eventNo, outcome, channel },
    });
    return participation;
  });
}

/** Keeps the state of a campaign or wave as it is until the outcome is written; other outcomes of it go on at the same time. */
const hold = (tx: Transaction, one: Campaign | Wave): Promise<void> =>
  tx.em.refresh(one, { lockMode: LockMode.PESSIMISTIC_READ }).then(() => undefined);

function momentOf(tx: Transaction, campaign: Campaign, { occurredAt }: CampaignOutcomeRecordInput): Date {
  const at = occurredAt ? new Date(occurredAt) : tx.at;
  const path = ['input', 'occurredAt'];
  if (at > tx.at) refuse('IN_THE_FUTURE', 'It has not happened yet.', path);
  if (campaign.startedAt && at < campaign.startedAt) refuse('TOO_EARLY', 'The campaign had not begun.', path);
  return at;
}

const PLACES = `
  select bool_or("m"."group" = 'CONTROL') "control", bool_or("m"."exclusion" is not null) "excluded" from "target_member" "m"
  join "target_list" "l" on "l"."id" = "m"."list_id" and "l"."status" = 'PUBLISHED' where "m"."campaign_id" = ? and "m"."customer_id" = ?
  having count(*) > 0`;

/** The group of the customer in the published lists of the campaign; refuses a contact with who is not to be contacted. */
async function groupOf(
  tx: Transaction,
  campaign: Campaign,
  customer: Customer,
  outcome: O,
): Promise<TargetGroup | null> {
  const [place] = await tx.em.execute<{ control: boolean; excluded: boolean }[]>(PLACES, [campaign.id, customer.id]);
  if (isContact(outcome)) {
    if (!place) refuse('NOT_A_TARGET', 'The customer is in no published list of the campaign.', CUSTOMER);
    if (place.control) refuse('CONTROL_GROUP', 'Customers of the control group are never contacted.', CUSTOMER);
    if (place.excluded) refuse('EXCLUDED', 'The customer was left out.', CUSTOMER);
  }
  if (!place) return null;
  return place.control ? TargetGroup.CONTROL : TargetGroup.TARGET;
}

/** Looks again, at the moment of a contact, at what left customers out of lists. */
async function refuseContact(tx: Transaction, customer: Customer, outcome: O): Promise<void> {
  const since = new Date(tx.at.getTime() - (await contactDays.read(tx)) * 86_400_000);
  const sql = `select ${blackListed('?')} "black", ${contactsSince('?', '?')}::int "contacts"`;
  const [now] = await tx.em.execute<{ black: boolean; contacts: number }[]>(sql, [customer.id, customer.id, since]);
  if (now!.black) refuse('EXCLUDED', 'The credit of the customer is on the black list.', CUSTOMER);
  const most = await mostContacts.read(tx);
  if (outcome === O.CONTACTED && now!.contacts >= most)
    refuse('TOO_OFTEN', 'Campaigns have contacted the customer often enough.', CUSTOMER, { most });
}

async function orderOf(tx: Transaction, customer: Customer, input: CampaignOutcomeRecordInput): Promise<Order | null> {
  if (!input.orderId) return null;
  const path = ['input', 'orderId'];
  if (input.outcome !== O.CONVERTED) refuse('CONTRADICTORY', 'Only who buys has an order.', path);
  const order = await tx.get(Order, input.orderId, path, { lock: false });
  if (order.customer.id !== customer.id) refuse('CONTRADICTORY', 'This is the order of another customer.', path);
  return order;
}

async function waveOf(tx: Transaction, campaign: Campaign, input: CampaignOutcomeRecordInput): Promise<Wave> {
  const path = ['input', 'waveId'];
  const wave = await tx.get(Wave, input.waveId!, path, { lock: false });
  await hold(tx, wave);
  if (wave.campaign.id !== campaign.id) refuse('CONTRADICTORY', 'The wave belongs to another campaign.', path);
  if (isContact(input.outcome) && wave.status !== WaveStatus.RUNNING)
    refuse('INVALID_STATE', `The wave is ${wave.status}.`, path, { state: wave.status });
  return wave;
}

type Happened = Pick<CampaignEvent, 'outcome' | 'channel' | 'occurredAt'> & { order: Order | null };

/** Brings the part of a customer in a campaign up to date. */
async function participate(
  tx: Transaction,
  campaign: Campaign,
  customer: Customer,
  { outcome, channel, occurredAt, order }: Happened,
): Promise<CampaignParticipation> {
  const present = await tx.em.findOne(CampaignParticipation, { campaign: campaign.id, customer: customer.id });
  const participation =
    present ??
    tx.add(
      Object.assign(new CampaignParticipation(), {
        ...{ campaign, customer, outcome, since: occurredAt, order: null },
        ...{ contactedAt: null, respondedAt: null, convertedAt: null },
      }),
    );
  participation.channel = channel;
  if (RANK[outcome] >= RANK[participation.outcome]) participation.outcome = outcome;
  if (outcome === O.CONTACTED) {
    participation.contacts++;
    participation.contactedAt ??= occurredAt;
  } else if (outcome === O.RESPONDED || outcome === O.REFUSED) participation.respondedAt ??= occurredAt;
  else if (outcome === O.CONVERTED) {
    participation.convertedAt ??= occurredAt;
    participation.order ??= order;
  }
  // Rows that refer to it are counted by statements.
  await tx.em.flush();
  return participation;
}
