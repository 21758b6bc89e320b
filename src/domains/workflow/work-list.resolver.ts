import { Arg, Ctx, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import {
  type CountedWork,
  ProcessWorkList,
  watchWorkList,
  workListFrom,
  type WorkOf,
  workListOf,
} from './work-list.js';

const MAX_TASKS = 200;

interface Watching {
  args: WorkOf & { first: number };
  context: CallContext;
}

const PERSON = 'What the employee has, what was escalated to them, and what waits for somebody like them.';
const POSITION = 'What is for holders of the position, whether somebody has taken it or not.';
const UNIT = 'What is for the unit or one below it, and what their people have.';
const FIRST = { defaultValue: 50, description: `Most tasks that are named, 1 to ${MAX_TASKS}.` };

function within(first: number): number {
  if (first >= 1 && first <= MAX_TASKS) return first;
  throw codedError('BAD_USER_INPUT', `"first" must be between 1 and ${MAX_TASKS}.`, { path: ['first'] });
}

@Resolver()
export class ProcessWorkListResolver {
  @Query(() => ProcessWorkList, {
    description:
      "What there is to do, of the caller's regions: for a person, a position or a unit; for the caller when none is said (WFL-40). For staff. Fails with NOT_FOUND, also for those who are no employee and name nobody, and BAD_USER_INPUT.",
  })
  async processWorkList(
    @Ctx() context: CallContext,
    @Arg('employeeId', () => ID, { nullable: true, description: PERSON })
    employeeId: string | null,
    @Arg('positionId', () => ID, { nullable: true, description: POSITION })
    positionId: string | null,
    @Arg('internalOrganizationId', () => ID, { nullable: true, description: UNIT })
    internalOrganizationId: string | null,
    @Arg('first', () => Int, FIRST) first: number,
  ): Promise<ProcessWorkList> {
    requireKind(context.caller, 'STAFF');
    return workListFrom(await workListOf(context, { employeeId, positionId, internalOrganizationId }, within(first)));
  }

  @Subscription(() => ProcessWorkList, {
    description:
      "The work list of a person, a position or a unit, of the caller's regions: at once as it is now, then each change, at most five times a second; time alone is noticed within five seconds (SYS-48). Fails with NOT_FOUND, BAD_USER_INPUT.",
    subscribe: ({ args, context }: Watching) => watchWorkList(context, args, within(args.first)) as never,
  })
  processWork(
    @Root() work: CountedWork,
    @Arg('employeeId', () => ID, { nullable: true, description: `${PERSON} Say one of the three.` })
    _employeeId: string | null,
    @Arg('positionId', () => ID, { nullable: true, description: POSITION }) _positionId: string | null,
    @Arg('internalOrganizationId', () => ID, { nullable: true, description: UNIT })
    _internalOrganizationId: string | null,
    @Arg('first', () => Int, FIRST) _first: number,
  ): ProcessWorkList {
    return workListFrom(work);
  }
}
