import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { Customer, CustomerGroup, GroupMembership, regionInScope } from '../customer/index.js';
import type {
  CustomerGroupChangeInput,
  CustomerGroupCreateInput,
  CustomerGroupDissolveInput,
  CustomerGroupMembersInput,
} from './network.inputs.js';

/** Makes an empty group (CUS-50). */
export async function createGroup(context: CallContext, input: CustomerGroupCreateInput): Promise<CustomerGroup> {
  return context.database.write(context, async (tx) => {
    const region = await regionInScope(tx, input.regionId, ['input', 'regionId']);
    const group = tx.add(
      Object.assign(new CustomerGroup(), {
        code: formatNumber(`G${region.code}`, await takeNumber(context.database, `customer-group:${region.code}`)),
        name: input.name.trim(),
        description: input.description ?? null,
        purpose: input.purpose ?? null,
        region,
      }),
    );
    const { code, name, purpose } = group;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer-group.created',
      subject: group,
      regionId: region.id,
      data: { code, name, purpose },
    });
    return group;
  });
}

/** Changes what a group is called and for (CUS-50). */
export async function changeGroup(context: CallContext, input: CustomerGroupChangeInput): Promise<CustomerGroup> {
  return context.database.write(context, async (tx) => {
    const group = await groupInUse(tx, input.groupId);
    if (input.name === null) refuse('REQUIRED', 'A group has a name.', ['input', 'name']);
    const changes = applyChanges(group, {
      name: input.name?.trim(),
      description: input.description,
      purpose: input.purpose,
    });
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'customer-group.changed',
        subject: group,
        regionId: group.region.id,
        data: { changes },
      });
    return group;
  });
}

/** A group, locked, that was not dissolved; refuses with INVALID_STATE. */
async function groupInUse(tx: Transaction, groupId: string): Promise<CustomerGroup> {
  const path = ['input', 'groupId'];
  const group = await tx.get(CustomerGroup, groupId, path);
  if (group.dissolvedAt) refuse('INVALID_STATE', 'The group was dissolved.', path, { dissolvedAt: group.dissolvedAt });
  return group;
}

/**
 * Dissolves a group (CUS-50): its members leave, and it leaves the groups that hold it; the past stays readable. The groups in it go on.
 * Refuses with INVALID_STATE when it was dissolved before.
 */
export async function dissolveGroup(context: CallContext, input: CustomerGroupDissolveInput): Promise<CustomerGroup> {
  return context.database.write(context, async (tx) => {
    const group = await groupInUse(tx, input.groupId);
    await lockNesting(tx);
    const members = await tx.em.find(
      GroupMembership,
      { group, validity: { to: null } },
      { populate: ['customer', 'memberGroup'], orderBy: { id: 'asc' } },
    );
    const around = await tx.em.find(
      GroupMembership,
      { memberGroup: group, validity: { to: null } },
      { populate: ['group'], orderBy: { id: 'asc' } },
    );
    for (const membership of [...members, ...around])
      membership.validity = TimePeriod.since(membership.validity.from, tx.at);
    for (const { customer, memberGroup } of members) {
      if (customer) recordMembership(tx, group, customer, 'customer.group.left');
      if (memberGroup) recordNesting(tx, group, memberGroup, 'customer-group.group.removed');
    }
    for (const { group: outer } of around) recordNesting(tx, outer, group, 'customer-group.group.removed');
    group.dissolvedAt = tx.at;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer-group.dissolved',
      subject: group,
      regionId: group.region.id,
      reason: input.reason,
      data: { code: group.code, name: group.name, members: members.length },
    });
    return group;
  });
}

/** Adds customers and groups to a group; those who are in it stay as they are (CUS-51). */
export async function addMembers(context: CallContext, input: CustomerGroupMembersInput): Promise<CustomerGroup> {
  return context.database.write(context, async (tx) => {
    const { group, customers, groups } = await groupAndMembers(tx, input);
    if (groups.length > 0) await refuseCircle(tx, group, groups);
    const inside = await openMemberships(tx, group);
    // Several ids may lead to one: an old one to the survivor, another to itself (CUS-80).
    for (const customer of new Set(customers)) {
      if (inside.some((membership) => membership.customer?.id === customer.id)) continue;
      join(tx, group, { customer });
      recordMembership(tx, group, customer, 'customer.group.joined');
    }
    for (const memberGroup of new Set(groups)) {
      if (inside.some((membership) => membership.memberGroup?.id === memberGroup.id)) continue;
      join(tx, group, { memberGroup });
      recordNesting(tx, group, memberGroup, 'customer-group.group.added');
    }
    return group;
  });
}

/** Takes customers and groups out of a group; the past stays. Refuses with NOT_A_MEMBER (CUS-51). */
export async function removeMembers(context: CallContext, input: CustomerGroupMembersInput): Promise<CustomerGroup> {
  return context.database.write(context, async (tx) => {
    const { group, customers, groups } = await groupAndMembers(tx, input);
    const inside = await openMemberships(tx, group);
    for (const [index, customer] of customers.entries()) {
      if (customers.indexOf(customer) < index) continue;
      leave(
        tx,
        inside.find((membership) => membership.customer?.id === customer.id),
        ['input', 'customerIds', index],
      );
      recordMembership(tx, group, customer, 'customer.group.left');
    }
    for (const [index, memberGroup] of groups.entries()) {
      if (groups.indexOf(memberGroup) < index) continue;
      leave(
        tx,
        inside.find((membership) => membership.memberGroup?.id === memberGroup.id),
        ['input', 'groupIds', index],
      );
      recordNesting(tx, group, memberGroup, 'customer-group.group.removed');
    }
    return group;
  });
}

/** The group, locked: its members change one operation at a time. */
async function groupAndMembers(
  tx: Transaction,
  input: CustomerGroupMembersInput,
): Promise<{ group: CustomerGroup; customers: Customer[]; groups: CustomerGroup[] }> {
  const { customerIds, groupIds } = input;
  if (!customerIds?.length && !groupIds?.length)
    refuse('REQUIRED', 'Name customers or groups.', ['input', 'customerIds']);
  const group = await groupInUse(tx, input.groupId);
  const customers: Customer[] = [];
  for (const [index, id] of (customerIds ?? []).entries())
    customers.push(await tx.get(Customer, id, ['input', 'customerIds', index], { lock: false }));
  const groups: CustomerGroup[] = [];
  for (const [index, id] of (groupIds ?? []).entries())
    groups.push(await tx.get(CustomerGroup, id, ['input', 'groupIds', index], { lock: false }));
  return { group, customers, groups };
}

const openMemberships = (tx: Transaction, group: CustomerGroup): Promise<GroupMembership[]> =>
  tx.em.find(GroupMembership, { group, validity: { to: null } });

function join(tx: Transaction, group: CustomerGroup, member: Pick<GroupMembership, 'customer' | 'memberGroup'>): void {
  tx.add(
    Object.assign(new GroupMembership(), {
      group,
      customer: null,
      memberGroup: null,
      ...member,
      validity: TimePeriod.since(tx.at),
    }),
  );
}

function leave(tx: Transaction, membership: GroupMembership | undefined, path: (string | number)[]): void {
  if (!membership) return refuse('NOT_A_MEMBER', 'This is no member of the group.', path);
  membership.validity = TimePeriod.since(membership.validity.from, tx.at);
}

/** A circle can close over groups that are not locked, and one that is put into another be dissolved, so it is one after another. */
async function lockNesting(tx: Transaction): Promise<void> {
  await tx.em.execute(`select pg_advisory_xact_lock(hashtext('customer.group.nesting'))`);
}

/** Groups may hold groups, but none holds itself, however far down. */
async function refuseCircle(tx: Transaction, group: CustomerGroup, groups: readonly CustomerGroup[]): Promise<void> {
  await lockNesting(tx);
  const dissolved = await tx.em.find(CustomerGroup, {
    id: { $in: groups.map(({ id }) => id) },
    dissolvedAt: { $ne: null },
  });
  const ended = groups.findIndex(({ id }) => dissolved.some((group) => group.id === id));
  if (ended >= 0) refuse('INVALID_STATE', 'This group was dissolved.', ['input', 'groupIds', ended]);
  const rows = await tx.em.execute<{ id: string }[]>(
    `with recursive "around" as (
       select ?::uuid as "id"
       union
       select "m"."group_id" from "around" join "group_membership" "m"
         on "m"."member_group_id" = "around"."id" and "m"."validity_to" is null
     ) select "id" from "around"`,
    [group.id],
  );
  const around = new Set(rows.map(({ id }) => id));
  const index = groups.findIndex(({ id }) => around.has(id));
  if (index >= 0) refuse('CYCLE', 'This group holds the other one.', ['input', 'groupIds', index]);
}

function recordMembership(
  tx: Transaction,
  group: CustomerGroup,
  customer: Customer,
  type: 'customer.group.joined' | 'customer.group.left',
): void {
  const { code, name } = group;
  tx.record({
    kind: 'BUSINESS_FACT',
    type,
    subject: group,
    customerId: customer.id,
    regionId: customer.region.id,
    data: { code, name, customerId: tx.idOf(customer) },
  });
}

function recordNesting(
  tx: Transaction,
  group: CustomerGroup,
  member: CustomerGroup,
  type: 'customer-group.group.added' | 'customer-group.group.removed',
): void {
  tx.record({
    kind: 'BUSINESS_FACT',
    type,
    subject: group,
    regionId: group.region.id,
    data: { code: group.code, member: member.code },
  });
}
