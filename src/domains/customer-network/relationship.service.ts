import { mayRun } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  ContactPerson,
  Customer,
  type CustomerCreateInput,
  CustomerRelationship,
  CustomerRelationshipType,
  lockOwnership,
  RelationshipDirection,
  requireVerified,
} from '../customer/index.js';
import { refuseAgainstHierarchy } from './hierarchy-rule.service.js';
import type {
  CustomerRelationshipAddInput,
  CustomerRelationshipEndInput,
  RelationshipSubTypeSaveInput,
} from './network.inputs.js';
import { RelationshipSubType } from './relationship-sub-type.js';

const { OWNERSHIP, JOINT_LIABILITY, LOOSE } = CustomerRelationshipType;
const { NONE, ONE_WAY, TWO_WAY } = RelationshipDirection;

/** Sub-type of the relation of a contact person who is a customer. */
const CONTACT = 'CONTACT';

/** Directions that a type allows; the first is taken when none is said (CUS-46). */
const directions: Record<CustomerRelationshipType, readonly RelationshipDirection[]> = {
  [OWNERSHIP]: [ONE_WAY],
  [JOINT_LIABILITY]: [ONE_WAY, TWO_WAY],
  [LOOSE]: [NONE, ONE_WAY, TWO_WAY],
};

/** Relates two customers (CUS-47), of whom neither is the other under an old id. Both are locked; trees of ownership grow one step at a time. */
export async function addRelationship(
  context: CallContext,
  input: CustomerRelationshipAddInput,
): Promise<CustomerRelationship> {
  return context.database.write(context, async (tx) => {
    const { type } = input;
    const direction = input.direction ?? directions[type][0]!;
    if (!directions[type].includes(direction))
      refuse('INVALID_DIRECTION', `A relation of type ${type} is not ${direction}.`, ['input', 'direction'], {
        allowed: directions[type],
      });
    await refuseUnknownSubType(tx, input);
    const { from, to } = await bothOf(tx, input);
    if (type === JOINT_LIABILITY) {
      await requireVerified(context, tx, from, ['input', 'fromId']);
      if (direction === TWO_WAY) await requireVerified(context, tx, to, ['input', 'toId']);
    }
    await refuseSecond(tx, from, to, type);
    if (type === OWNERSHIP) {
      await refuseBadOwner(tx, from, to);
      await refuseAgainstHierarchy(tx, from, to, input.subType ?? null);
    }
    return relate(tx, { from, to, type, subType: input.subType ?? null, direction });
  });
}

type Tie = Pick<CustomerRelationship, 'from' | 'to' | 'type' | 'subType' | 'direction'>;

function relate(tx: Transaction, tie: Tie): CustomerRelationship {
  const validity = TimePeriod.since(tx.at);
  const relationship = tx.add(Object.assign(new CustomerRelationship(), { ...tie, validity }));
  recordOnBoth(tx, relationship, 'customer.relationship.added');
  return relationship;
}

/**
 * Puts a new customer below the one that is to own it, with the rights that a relation needs (CUS-45, CUS-47). A new customer has no
 * other owner and is above nobody: only the rules of the hierarchy may be against it.
 */
export async function putBelowOwner(tx: Transaction, customer: Customer, input: CustomerCreateInput): Promise<void> {
  if (!input.parentId) return;
  const path = ['input', 'parentId'];
  if (!mayRun('customerRelationshipAdd', tx.caller))
    refuse('FORBIDDEN', 'The permission customerRelationshipAdd is needed to name an owner.', path);
  const owner = await tx.get(Customer, input.parentId, path);
  await lockOwnership(tx);
  await refuseAgainstHierarchy(tx, owner, customer, null, path);
  relate(tx, { from: owner, to: customer, type: OWNERSHIP, subType: null, direction: ONE_WAY });
}

/**
 * Relates a new customer to those whose contact person it is: what was said of the contact is from now on a relation of customers too
 * (CUS-22). The contact itself stays, with its type and whether it is preferred.
 */
export async function relateToThoseOfContact(tx: Transaction, customer: Customer): Promise<void> {
  const contacts = await tx.em.find(
    ContactPerson,
    { person: customer.party.id, customer: { party: { $ne: customer.party.id }, mergedInto: null } },
    { populate: ['customer.region'], orderBy: { customer: { id: 'asc' }, id: 'asc' } },
  );
  if (contacts.length === 0) return;
  const known = await tx.em.count(RelationshipSubType, { code: CONTACT, type: LOOSE, active: true });
  for (const to of new Set(contacts.map((contact) => contact.customer)))
    relate(tx, { from: customer, to, type: LOOSE, subType: known > 0 ? CONTACT : null, direction: ONE_WAY });
}

/** The two customers, locked in the order of their keys, so that two operations never wait for each other. */
async function bothOf(tx: Transaction, input: CustomerRelationshipAddInput): Promise<{ from: Customer; to: Customer }> {
  const seen = [
    await tx.get(Customer, input.fromId, ['input', 'fromId'], { lock: false }),
    await tx.get(Customer, input.toId, ['input', 'toId'], { lock: false }),
  ];
  for (const id of seen.map((customer) => customer.id).sort()) await tx.find(Customer, id);
  const from = await tx.get(Customer, input.fromId, ['input', 'fromId']);
  const to = await tx.get(Customer, input.toId, ['input', 'toId']);
  // An old id leads to the survivor, whom the other id may name, too (CUS-80).
  if (from.id === to.id) refuse('SELF_RELATION', 'A customer has no relation to itself.', ['input', 'toId']);
  return { from, to };
}

async function refuseUnknownSubType(tx: Transaction, { type, subType }: CustomerRelationshipAddInput): Promise<void> {
  if (!subType || (await tx.em.count(RelationshipSubType, { code: subType, type, active: true })) > 0) return;
  const allowed = await tx.em.find(RelationshipSubType, { type, active: true }, { orderBy: { code: 'asc' } });
  refuse('UNKNOWN_SUB_TYPE', `Relations of type ${type} have no sub-type "${subType}".`, ['input', 'subType'], {
    allowed: allowed.map(({ code }) => code),
  });
}

async function refuseSecond(
  tx: Transaction,
  from: Customer,
  to: Customer,
  type: CustomerRelationshipType,
): Promise<void> {
  const between = [
    { from, to },
    { from: to, to: from },
  ];
  if ((await tx.em.count(CustomerRelationship, { type, $or: between, validity: { to: null } })) > 0)
    refuse('DUPLICATE', 'The two customers have a relation of this type.', ['input', 'toId'], { type });
}

/** Ownership is a tree: one owner, and nobody owns what is above it (CUS-45). */
async function refuseBadOwner(tx: Transaction, from: Customer, to: Customer): Promise<void> {
  await lockOwnership(tx);
  if ((await tx.em.count(CustomerRelationship, { to, type: OWNERSHIP, validity: { to: null } })) > 0)
    refuse('HAS_OWNER', 'The customer has an owner; end that relation first.', ['input', 'toId']);
  const [circle] = await tx.em.execute<unknown[]>(
    `with recursive "above" as (
       select ?::uuid as "id"
       union
       select "r"."from_id" from "above" join "customer_relationship" "r"
         on "r"."to_id" = "above"."id" and "r"."type" = 'OWNERSHIP' and "r"."validity_to" is null
     ) select 1 from "above" where "id" = ?::uuid`,
    [from.id, to.id],
  );
  if (circle) refuse('CYCLE', 'The customer is above its new owner.', ['input', 'toId']);
}

/** Ends a relation; it stays readable with its period. */
export async function endRelationship(
  context: CallContext,
  input: CustomerRelationshipEndInput,
): Promise<CustomerRelationship> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'relationshipId'];
    const relationship = await tx.get(CustomerRelationship, input.relationshipId, path);
    await tx.em.populate(relationship, ['from', 'to']);
    if (relationship.validity.to) refuse('INVALID_STATE', 'The relation has ended.', path);
    relationship.validity = TimePeriod.since(relationship.validity.from, tx.at);
    recordOnBoth(tx, relationship, 'customer.relationship.ended', input.reason);
    return relationship;
  });
}

/** A relation belongs to the histories of both customers. */
function recordOnBoth(
  tx: Transaction,
  relationship: CustomerRelationship,
  type: 'customer.relationship.added' | 'customer.relationship.ended',
  reason?: string,
): void {
  const { from, to } = relationship;
  for (const [customer, other] of [
    [from, to],
    [to, from],
  ] as const) {
    tx.record({
      kind: 'BUSINESS_FACT',
      type,
      subject: relationship,
      customerId: customer.id,
      regionId: customer.region.id,
      reason: reason ?? null,
      data: {
        type: relationship.type,
        subType: relationship.subType ?? null,
        direction: relationship.direction,
        otherCustomerId: tx.idOf(other),
        starts: customer === from,
      },
    });
  }
}

/** Makes a sub-type or replaces the one with the same code (CUS-45). */
export async function saveSubType(
  context: CallContext,
  input: RelationshipSubTypeSaveInput,
): Promise<RelationshipSubType> {
  return context.database.write(context, async (tx) => {
    const known = await tx.em.findOne(RelationshipSubType, { code: input.code });
    if (known && known.type !== input.type)
      refuse('CONTRADICTION', `The sub-type belongs to ${known.type}.`, ['input', 'type'], { type: known.type });
    const { code, name, type, active } = input;
    const subType = Object.assign(known ?? new RelationshipSubType(), { code, name, type, active: active ?? true });
    tx.record({ kind: 'RECORD_CHANGE', type: 'relationship-sub-type.saved', subject: subType, data: { ...input } });
    return tx.add(subType);
  });
}
