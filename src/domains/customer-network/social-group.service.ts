import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { Customer, regionInScope } from '../customer/index.js';
import { Party, SocialGroup, SocialGroupMembership } from '../party/index.js';
import type { SocialGroupCreateInput, SocialGroupMembersInput } from './network.inputs.js';

/** Makes an empty family, club or other social group (MOD-07). */
export async function createSocialGroup(context: CallContext, input: SocialGroupCreateInput): Promise<SocialGroup> {
  return context.database.write(context, async (tx) => {
    const region = await regionInScope(tx, input.regionId, ['input', 'regionId']);
    const group = tx.add(Object.assign(new SocialGroup(), { name: input.name.trim(), kind: input.kind, region }));
    const { name, kind } = group;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'social-group.created',
      subject: group,
      regionId: region.id,
      data: { name, kind },
    });
    return group;
  });
}

/** Takes parties into a social group; those who are in it stay as they are. */
export async function joinSocialGroup(context: CallContext, input: SocialGroupMembersInput): Promise<SocialGroup> {
  return context.database.write(context, async (tx) => {
    const { group, parties, inside } = await groupAndParties(tx, input);
    for (const member of parties) {
      if (inside.some((membership) => membership.member.id === member.id)) continue;
      tx.add(Object.assign(new SocialGroupMembership(), { group, member, validity: TimePeriod.since(tx.at) }));
      await record(tx, group, member, 'social-group.joined');
    }
    return group;
  });
}

/** Takes parties out of a social group; the past stays. Refuses with NOT_A_MEMBER. */
export async function leaveSocialGroup(context: CallContext, input: SocialGroupMembersInput): Promise<SocialGroup> {
  return context.database.write(context, async (tx) => {
    const { group, parties, inside } = await groupAndParties(tx, input);
    for (const [index, member] of parties.entries()) {
      const membership = inside.find((candidate) => candidate.member.id === member.id);
      if (!membership) refuse('NOT_A_MEMBER', 'This is no member of the group.', ['input', 'partyIds', index]);
      membership.validity = TimePeriod.since(membership.validity.from, tx.at);
      await record(tx, group, member, 'social-group.left');
    }
    return group;
  });
}

async function groupAndParties(
  tx: Transaction,
  input: SocialGroupMembersInput,
): Promise<{ group: SocialGroup; parties: Party[]; inside: SocialGroupMembership[] }> {
  const group = await tx.get(SocialGroup, input.groupId, ['input', 'groupId']);
  const parties: Party[] = [];
  for (const [index, id] of input.partyIds.entries())
    parties.push(await tx.get(Party, id, ['input', 'partyIds', index], { lock: false }));
  return { group, parties, inside: await tx.em.find(SocialGroupMembership, { group, validity: { to: null } }) };
}

/** Stands in the history of each customer that the party is. */
async function record(
  tx: Transaction,
  group: SocialGroup,
  member: Party,
  type: 'social-group.joined' | 'social-group.left',
): Promise<void> {
  const customers = await tx.em.find(Customer, { party: member });
  const scopes = customers.map(({ id, region }) => ({ customerId: id, regionId: region.id }));
  for (const scope of scopes.length ? scopes : [{ regionId: group.region.id }])
    tx.record({
      kind: 'BUSINESS_FACT',
      type,
      subject: group,
      ...scope,
      data: { name: group.name, kind: group.kind, partyId: tx.idOf(member) },
    });
}
