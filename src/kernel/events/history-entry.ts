import { Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Any, Computed, describeEnum, EnumOf, Instant, JsonValue, Node, Noun, Text } from '../model/index.js';
import { sqlCursor } from './cursor.js';

/** Kinds of actors; the same as the kinds of callers. */
export enum ActorKind {
  ADMIN = 'ADMIN',
  STAFF = 'STAFF',
  CUSTOMER = 'CUSTOMER',
  PARTNER = 'PARTNER',
  SYSTEM = 'SYSTEM',
}

describeEnum(ActorKind, 'ActorKind', 'What kind of caller did it.', {
  ADMIN: 'An administrator of the headquarters.',
  STAFF: 'Staff of an organisation.',
  CUSTOMER: 'A customer at self-service.',
  PARTNER: 'A partner.',
  SYSTEM: 'The system itself: a job, an import, an adapter of an outside system.',
});

/**
 * The outbox and the history in one table: written in the transaction of the change, numbered by the relay after its commit,
 * never changed again. Rows are inserted natively ({@link eventInsert}), never through the unit of work.
 */
@Noun({
  abstract: true,
  plural: 'historyEntries',
  description:
    'Something that happened to an object: who did it, when, and what changed (MOD-81). Entries are never changed or removed one by one.',
})
@Index({ name: 'history_entry_pending', properties: ['sequence'], where: '"position" is null' })
@Unique({ name: 'history_entry_position', properties: ['position'] })
@Index({ name: 'history_entry_customer', properties: ['customerId', 'position'] })
@Index({ name: 'history_entry_subject', properties: ['subjectId', 'position'] })
@Index({ name: 'history_entry_region', properties: ['regionId', 'position'] })
export abstract class HistoryEntry extends Node {
  @Text({
    description: 'Type of the event, a CloudEvents type such as `order.status.changed`.',
    max: 100,
    access: 'slow',
  })
  type!: string;

  @Any({
    description: 'The object that it happened to; null when the caller may not see it or it is gone.',
    typeColumn: 'subject_type',
    idColumn: 'subject_id',
  })
  subject!: Node | null;

  /** Name of the subject's noun. */
  @Property({ type: 'string', columnType: 'varchar(60)', hidden: true })
  subjectType!: string;

  @Property({ type: 'uuid', columnType: 'uuid', hidden: true })
  subjectId!: string;

  /** The customer in whose timeline it stands; no reference, because the history outlives what it is about. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  customerId!: string | null;

  /** The customer of whose bills, payments, balance or consumption it tells (CUS-03); null when it tells of none. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  figuresCustomerId!: string | null;

  /** The region whose staff may see it. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  regionId!: string | null;

  @Text({ description: 'Stable name of who did it, such as a staff number or the name of a job.', access: 'slow' })
  actor!: string;

  @Text({ description: 'Name of who did it, for people.' })
  actorName!: string;

  @EnumOf(() => ActorKind, { description: 'What kind of caller did it.' })
  actorKind!: ActorKind;

  @Instant({
    description: 'When it happened: the moment of the operation, the same for all its entries.',
    access: 'slow',
  })
  occurredAt!: Date;

  @Text({ description: 'Id of the request that led to it, shared by all that the request caused.', access: 'slow' })
  correlationId!: string;

  @Text({
    description: 'Id of the event or job that caused it directly; null when a request did.',
    nullable: true,
    access: 'slow',
  })
  causationId!: string | null;

  @Text({ description: 'The action that caused it, such as `submit`.', nullable: true, max: 100, access: 'slow' })
  action!: string | null;

  @Text({ description: 'Why, in the words of who did it.', nullable: true, max: 4000 })
  reason!: string | null;

  @JsonValue({ description: 'Data of the event type: an object; ids opaque, money as text.' })
  data!: Record<string, unknown>;

  @Computed('text', sqlCursor, {
    description:
      'Where it stands in the order of events, for `after` of subscriptions; null for the moment until it has a place.',
    nullable: true,
  })
  cursor!: string | null;

  /** Order of writing. Taken from a sequence of the database, so it does not depend on the clocks of several servers. */
  @Property({ type: 'bigint', autoincrement: true, hidden: true })
  sequence!: bigint;

  /** Place in the order of events, without gaps; null until the relay has seen the commit. */
  @Property({ type: 'bigint', nullable: true, hidden: true })
  position!: bigint | null;
}

@Noun({ tag: 'hs', root: false, description: 'An object went from one state of its life cycle to another.' })
export class StateChange extends HistoryEntry {
  @Text({ description: 'State before; null when the object was created.', nullable: true, max: 60, access: 'slow' })
  fromState!: string | null;

  @Text({ description: 'State after.', max: 60, access: 'slow' })
  toState!: string;
}

@Noun({ tag: 'hr', root: false, description: 'Fields of a record were changed; `data` says which.' })
export class RecordChange extends HistoryEntry {}

@Noun({
  tag: 'hf',
  root: false,
  description: 'A business event that is neither a change of state nor of a record, such as a first contact.',
})
export class BusinessFact extends HistoryEntry {}
