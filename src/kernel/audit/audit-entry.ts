import { Trigger } from '@mikro-orm/decorators/legacy';
import { Index, Property } from '@mikro-orm/decorators/legacy';
import { ActorKind } from '../events/history-entry.js';
import { Any, describeEnum, EnumOf, Instant, JsonValue, Node, Noun, Text } from '../model/index.js';

export enum AuditCategory {
  LOGIN_LOGOUT = 'LOGIN_LOGOUT',
  BASIC_DATA = 'BASIC_DATA',
  BUSINESS = 'BUSINESS',
}

describeEnum(
  AuditCategory,
  'AuditCategory',
  'Kind of an operation in the log (SYS-36); whether it failed stands in its result.',
  {
    LOGIN_LOGOUT: 'Signing in and out.',
    BASIC_DATA: 'Organisation, staff, permissions, accounts and parameters.',
    BUSINESS: 'Everything else.',
  },
);

export enum AuditAction {
  ADD = 'ADD',
  MODIFY = 'MODIFY',
  DELETE = 'DELETE',
}

describeEnum(AuditAction, 'AuditAction', 'What an operation does to its object.', {
  ADD: 'Makes something new.',
  MODIFY: 'Changes something, or takes it a step further.',
  DELETE: 'Ends or removes something.',
});

export enum AuditResult {
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
  DENIED = 'DENIED',
  FAILED = 'FAILED',
}

describeEnum(AuditResult, 'AuditResult', 'How an operation ended.', {
  ACCEPTED: 'It was carried out.',
  REFUSED: 'The input or the state of things did not allow it; nothing was written.',
  DENIED: 'The caller was not allowed to; nothing was written.',
  FAILED: 'A fault; nothing was written.',
});

const SEALING = `array['seal_position', 'seal_hash']`;

/** A row may be sealed, once; nothing else of it ever changes. */
const GUARD = [
  `if tg_op = 'UPDATE' and old."seal_hash" is null and new."seal_hash" is not null and to_jsonb(new) - ${SEALING} = to_jsonb(old) - ${SEALING} then return new; end if;`,
  `raise exception 'entries of the operation log are never changed or removed' using errcode = 'insufficient_privilege';`,
].join(' ');

const KEEP = `raise exception 'entries of the operation log are never changed or removed' using errcode = 'insufficient_privilege';`;

/**
 * The operation log. Rows are inserted natively, in the transaction of what they tell; the database itself refuses to change or
 * remove them, and a job seals them into a chain of hashes, which shows whether that was circumvented.
 */
@Trigger({ name: 'audit_entry_guard', timing: 'before', events: ['update', 'delete'], body: GUARD } as never)
@Trigger({
  name: 'audit_entry_keep',
  timing: 'before',
  events: ['truncate'],
  forEach: 'statement',
  body: KEEP,
} as never)
@Noun({
  tag: 'ae',
  plural: 'auditEntries',
  description:
    'An operation that someone carried out or tried: who, from where, when, what, on which object, with what result (SYS-36). Never changed.',
})
@Index({ name: 'audit_entry_unsealed', properties: ['sequence'], where: '"seal_position" is null' })
@Index({ name: 'audit_entry_sealed', properties: ['sealPosition'] })
@Index({ name: 'audit_entry_object', properties: ['objectId', 'id'] })
@Index({ name: 'audit_entry_region', properties: ['regionId', 'id'] })
@Index({ name: 'audit_entry_partner', properties: ['partnerId', 'id'] })
export class AuditEntry extends Node {
  @Text({ description: 'The operation: name of the mutation.', max: 100, access: 'btree', grouped: true })
  operation!: string;

  @EnumOf(() => AuditCategory, { description: 'Kind of operation.', access: 'slow' })
  category!: AuditCategory;

  @EnumOf(() => AuditAction, { description: 'What it does to its object.', access: 'slow' })
  action!: AuditAction;

  @EnumOf(() => AuditResult, { description: 'How it ended.', access: 'btree' })
  result!: AuditResult;

  @Text({
    description: 'Code of the first reason why it was not carried out; null when it was.',
    nullable: true,
    max: 100,
    access: 'slow',
    grouped: true,
  })
  code!: string | null;

  @Text({ description: 'Stable name of who did it, such as a staff number.', access: 'btree', grouped: true })
  actor!: string;

  @Text({ description: 'Name of who did it, for people.' })
  actorName!: string;

  @EnumOf(() => ActorKind, { description: 'What kind of caller did it.', access: 'slow' })
  actorKind!: ActorKind;

  @Text({
    description:
      'Key of the employee, customer or operator of a partner, which tells holders of one number apart (SYS-12); null for others.',
    nullable: true,
    max: 40,
    access: 'slow',
  })
  actorKey!: string | null;

  @Text({
    description: 'Address from which it was asked for: of the caller, or of the balancer in front.',
    nullable: true,
    max: 60,
    access: 'slow',
    grouped: true,
  })
  ip!: string | null;

  @Text({
    description: 'Program that asked for it, as it names itself.',
    nullable: true,
    max: 200,
    access: 'slow',
    grouped: true,
  })
  client!: string | null;

  @Text({ description: 'Id of the request, as in logs and in the history.', max: 200, access: 'btree' })
  requestId!: string;

  @Instant({ description: 'When it was done or tried.', access: 'btree' })
  at!: Date;

  @Any({
    description: 'The object; null when there is none, it is gone, or the caller may not see it.',
    typeColumn: 'object_type',
    idColumn: 'object_id',
  })
  object!: Node | null;

  @Text({ description: 'Type of the object.', nullable: true, max: 60, access: 'slow', grouped: true })
  objectType!: string | null;

  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  objectId!: string | null;

  @Text({
    description: 'Type of the event that stands in the history; null when there is none.',
    nullable: true,
    max: 100,
    access: 'slow',
    grouped: true,
  })
  event!: string | null;

  @JsonValue({
    description:
      'Fields before and after, where they are known: a list of `{field, old, new}`; passwords and numbers of identity documents are hidden.',
  })
  changes!: unknown[];

  @Text({ description: 'Why, in the words of who did it.', nullable: true, max: 4000 })
  reason!: string | null;

  /** The region whose auditors may see it. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  regionId!: string | null;

  /**
   * The customer of whose bills, payments, balance or consumption its changes tell (CUS-03); null when they tell of none. It says who may
   * see the entry and is no part of what is sealed.
   */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  figuresCustomerId!: string | null;

  /** The partner that did it, whose auditors may see it. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  partnerId!: string | null;

  /** Order of writing. */
  @Property({ type: 'bigint', autoincrement: true, hidden: true })
  sequence!: bigint;

  /** Place in the chain, 1, 2, 3 …; null until it is sealed. */
  @Property({ type: 'bigint', nullable: true, hidden: true })
  sealPosition!: bigint | null;

  @Text({
    description:
      'Its link in the chain of hashes: SHA-256 over the one before and this entry; null until it is sealed.',
    nullable: true,
    max: 64,
  })
  sealHash!: string | null;
}
