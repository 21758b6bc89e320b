import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../kernel/database/context.js';

@ObjectType({ description: 'Who the graph takes the caller for.' })
export class Viewer {
  @Field(() => String, { description: 'Kind of caller: ADMIN, STAFF, CUSTOMER, PARTNER or SYSTEM.' })
  kind!: string;

  @Field(() => String, { description: 'Stable name, as histories record it.' })
  subject!: string;

  @Field(() => String, { description: 'Name to show.' })
  name!: string;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'The caller, as the token says.' })
  viewer(@Ctx() context: CallContext): Viewer {
    const { kind, subject, name } = context.caller;
    return Object.assign(new Viewer(), { kind, subject, name });
  }
}
