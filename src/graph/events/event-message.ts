import { Field, ID, ObjectType } from 'type-graphql';
import { ActorKind, type HistoryEvent } from '../../kernel/events/index.js';
import { DateTime, encodeId, Json, Node, nounByName } from '../../kernel/model/index.js';

@ObjectType({
  description:
    'A business event as it happens: what, to which object, who, when and why. The history keeps the same under the same id.',
})
export class EventMessage {
  @Field(() => String, {
    description: 'Place in the order of events; give it as `after` to go on without gap or repetition.',
  })
  cursor!: string;

  @Field(() => ID, { description: 'Id of the entry in the history.' })
  id!: string;

  @Field(() => String, { description: 'Type of the event, a CloudEvents type such as `order.status.changed`.' })
  type!: string;

  @Field(() => String, { description: 'Type of the object that it happened to, such as `Order`.' })
  subjectType!: string;

  @Field(() => ID, { description: 'Id of the object that it happened to.' })
  subjectId!: string;

  @Field(() => Node, {
    nullable: true,
    description: 'The object as it is now; null when the caller may not see it or it is gone.',
  })
  subject!: Node | null;

  @Field(() => String, { nullable: true, description: 'State before, for changes of state; null before the first.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'State after, for changes of state.' })
  to!: string | null;

  @Field(() => String, { nullable: true, description: 'The action that caused it, such as `submit`.' })
  action!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;

  @Field(() => String, { description: 'Stable name of who did it, such as a staff number or the name of a job.' })
  actor!: string;

  @Field(() => String, { description: 'Name of who did it, for people.' })
  actorName!: string;

  @Field(() => ActorKind, { description: 'What kind of caller did it.' })
  actorKind!: ActorKind;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt!: string;

  @Field(() => String, { description: 'Id of the request that led to it.' })
  correlationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the event or job that caused it directly; null when a request did.',
  })
  causationId!: string | null;

  @Field(() => Json, { description: 'Data of the event type: an object; ids opaque, money as text.' })
  data!: Record<string, unknown>;
}

/** What subscribers get for an event; the graph reads the selected fields of the subject by its key. */
export function messageOf(event: HistoryEvent): EventMessage {
  const {
    noun,
    subjectType,
    subjectId,
    customerId: _customer,
    regionId: _region,
    figuresCustomerId: _figures,
    confided: _confided,
    position: _position,
    ...rest
  } = event;
  const subject = nounByName(subjectType)!;
  return Object.assign(new EventMessage(), rest, {
    id: encodeId(nounByName(noun)!.tag!, event.id),
    subjectType,
    subjectId: encodeId(subject.tag!, subjectId),
    subject: Object.assign(Object.create(subject.target.prototype as object) as Node, { id: subjectId }),
  });
}
