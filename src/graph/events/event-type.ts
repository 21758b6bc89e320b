import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { allEventTypes, type EventType } from '../../kernel/events/event-type.js';
import { Json } from '../../kernel/model/index.js';

@ObjectType('EventType', {
  description: 'A type of business event: what it says and what data it carries, for those who handle events.',
})
export class EventTypeInfo {
  @Field(() => String, { description: 'Its name, a CloudEvents type such as `order.status.changed`.' })
  name!: string;

  @Field(() => String, {
    description:
      'What becomes of it in the history: STATE_CHANGE, RECORD_CHANGE or BUSINESS_FACT, which are the types StateChange, RecordChange and BusinessFact.',
  })
  kind!: string;

  @Field(() => [String], { description: 'Types of the objects that it happens to, such as `Order`.' })
  subjects!: string[];

  @Field(() => String, { description: 'What has happened.' })
  description!: string;

  @Field(() => Json, { description: 'JSON Schema (2020-12) of its `data`.' })
  dataSchema!: unknown;
}

const infoOf = ([name, { kind, subjects, description, data }]: [string, EventType]): EventTypeInfo =>
  Object.assign(new EventTypeInfo(), {
    name,
    kind,
    subjects: [...subjects],
    description,
    dataSchema: z.toJSONSchema(data, { unrepresentable: 'any', io: 'input' }),
  });

@Resolver()
export class EventTypesResolver {
  @Query(() => [EventTypeInfo], {
    description: 'The types of business events, by name: what webhooks, subscriptions and histories may hold.',
  })
  eventTypes(
    @Arg('startsWith', () => String, { nullable: true, description: 'Beginning of the names, such as `order.`.' })
    startsWith?: string | null,
  ): EventTypeInfo[] {
    return allEventTypes()
      .filter(([name]) => name.startsWith(startsWith ?? ''))
      .map(infoOf);
  }
}
