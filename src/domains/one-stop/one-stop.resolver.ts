import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, codedError, Payload } from '../../kernel/errors/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopList, OneStopListFilter } from './one-stop-list.js';
import { OneStopTask } from './one-stop-task.js';
import {
  OneStopCaseChangeInput,
  OneStopCaseEndInput,
  OneStopCaseOpenInput,
  OneStopTaskCompleteInput,
  OneStopTaskGiveInput,
  OneStopTaskHandOverInput,
  OneStopUnitInput,
} from './one-stop.inputs.js';
import { changeCase, endCase, joinCase, leaveCase, openCase } from './one-stop-case.service.js';
import { completeTask, giveTask, handOverTask } from './one-stop-task.service.js';
import { admitFilter, type FoundList, listFrom, readList, watchList } from './read-list.js';

const MAX_ENTRIES = 200;
const FILTER = { nullable: true, description: 'Which tasks; without it all.' } as const;
const FIRST = { defaultValue: 50, description: `Most tasks that are named, 1 to ${MAX_ENTRIES}.` };

function within(first: number): number {
  if (first >= 1 && first <= MAX_ENTRIES) return first;
  throw codedError('BAD_USER_INPUT', `"first" must be between 1 and ${MAX_ENTRIES}.`, { path: ['first'] });
}

@ObjectType({ description: 'Answer of mutations about a one-stop case.' })
export class OneStopCasePayload extends Payload {
  @Field(() => OneStopCase, { nullable: true, description: 'The case; null when it was refused.' })
  oneStopCase?: OneStopCase;
}

@ObjectType({ description: 'Answer of mutations about a task of a one-stop case.' })
export class OneStopTaskPayload extends Payload {
  @Field(() => OneStopTask, { nullable: true, description: 'The task; null when it was refused.' })
  task?: OneStopTask;
}

@Resolver()
export class OneStopResolver {
  @Mutation(() => OneStopCasePayload, {
    description:
      'Opens a case in which units of several levels and places work together for a group customer (WFL-74). Refused with REQUIRED, OUT_OF_SCOPE, NOT_FOUND, NOT_GROUP_CUSTOMER, DUPLICATE, SCOPE_TOO_NARROW, NOT_OF_CUSTOMER.',
  })
  oneStopCaseOpen(
    @Arg('input', () => OneStopCaseOpenInput) input: OneStopCaseOpenInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopCasePayload> {
    return answer(OneStopCasePayload, async () => ({ oneStopCase: await openCase(context, input) }));
  }

  @Mutation(() => OneStopCasePayload, {
    description:
      'Says more about a case, such as the order that carries it out; for the unit that accepted it, and the headquarters when they take part (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE, NOT_OF_CUSTOMER, DUPLICATE.',
  })
  oneStopCaseChange(
    @Arg('input', () => OneStopCaseChangeInput) input: OneStopCaseChangeInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopCasePayload> {
    return answer(OneStopCasePayload, async () => ({ oneStopCase: await changeCase(context, input) }));
  }

  @Mutation(() => OneStopCasePayload, {
    description:
      'Ends a case: done when no task in it is open, or given up with those that are (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE, REQUIRED, OPEN_TASKS.',
  })
  oneStopCaseEnd(
    @Arg('input', () => OneStopCaseEndInput) input: OneStopCaseEndInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopCasePayload> {
    return answer(OneStopCasePayload, async () => ({ oneStopCase: await endCase(context, input) }));
  }

  @Mutation(() => OneStopCasePayload, {
    description:
      'Lets a unit take part in a case: its staff see it from now on (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE, DUPLICATE, SCOPE_TOO_NARROW.',
  })
  oneStopUnitJoin(
    @Arg('input', () => OneStopUnitInput) input: OneStopUnitInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopCasePayload> {
    return answer(OneStopCasePayload, async () => ({ oneStopCase: await joinCase(context, input) }));
  }

  @Mutation(() => OneStopCasePayload, {
    description:
      'Lets a unit that has nothing to do in it leave a case: its staff do not see it any more (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE, NOT_TAKING_PART, IS_ORIGIN, OPEN_TASKS.',
  })
  oneStopUnitLeave(
    @Arg('input', () => OneStopUnitInput) input: OneStopUnitInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopCasePayload> {
    return answer(OneStopCasePayload, async () => ({ oneStopCase: await leaveCase(context, input) }));
  }

  @Mutation(() => OneStopTaskPayload, {
    description:
      'Gives a unit that takes part something to do; it stands in its work list at once (WFL-74). Refused with NOT_FOUND, INVALID_STATE, NOT_TAKING_PART, IN_THE_PAST.',
  })
  oneStopTaskGive(
    @Arg('input', () => OneStopTaskGiveInput) input: OneStopTaskGiveInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopTaskPayload> {
    return answer(OneStopTaskPayload, async () => ({ task: await giveTask(context, input) }));
  }

  @Mutation(() => OneStopTaskPayload, {
    description:
      'Hands a task over to another unit that takes part, also of another level; for the unit that has it, the one that accepted the case, and the headquarters when they take part (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE, NOT_TAKING_PART, CONTRADICTION.',
  })
  oneStopTaskHandOver(
    @Arg('input', () => OneStopTaskHandOverInput) input: OneStopTaskHandOverInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopTaskPayload> {
    return answer(OneStopTaskPayload, async () => ({ task: await handOverTask(context, input) }));
  }

  @Mutation(() => OneStopTaskPayload, {
    description:
      'Says what came out of a task, which ends it; for the same as a hand-over (WFL-74). Refused with NOT_FOUND, INVALID_STATE, OUT_OF_SCOPE.',
  })
  oneStopTaskComplete(
    @Arg('input', () => OneStopTaskCompleteInput) input: OneStopTaskCompleteInput,
    @Ctx() context: CallContext,
  ): Promise<OneStopTaskPayload> {
    return answer(OneStopTaskPayload, async () => ({ task: await completeTask(context, input) }));
  }

  @Query(() => OneStopList, {
    description:
      'The task list that one-stop staff of all levels share, over organisations and regions (WFL-74). For staff. Fails with NOT_FOUND, BAD_USER_INPUT.',
  })
  async oneStopWorkList(
    @Ctx() context: CallContext,
    @Arg('filter', () => OneStopListFilter, FILTER) filter: OneStopListFilter | null,
    @Arg('first', () => Int, FIRST) first: number,
  ): Promise<OneStopList> {
    requireKind(context.caller, 'STAFF');
    await admitFilter(context, filter ?? {});
    return listFrom(await readList(context, filter ?? {}, within(first)));
  }

  @Subscription(() => OneStopList, {
    description:
      'The same list at once as it is now, then each change, at most five times a second; time alone is noticed within five seconds (WFL-74). Fails with NOT_FOUND, BAD_USER_INPUT.',
    subscribe: ({
      args,
      context,
    }: {
      args: { filter?: OneStopListFilter | null; first: number };
      context: CallContext;
    }) => watchList(context, args.filter ?? {}, within(args.first)) as never,
  })
  oneStopWork(
    @Root() found: FoundList,
    @Arg('filter', () => OneStopListFilter, FILTER) _filter: OneStopListFilter | null,
    @Arg('first', () => Int, FIRST) _first: number,
  ): OneStopList {
    return listFrom(found);
  }
}
