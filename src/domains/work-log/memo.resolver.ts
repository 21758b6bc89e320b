import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Memo } from './memo.js';
import { acknowledgeMemo, cancelMemo, saveMemo } from './memo.service.js';
import { MemoInput, MemoSaveInput } from './work-log.inputs.js';

@ObjectType({ description: 'Answer of mutations about a memo.' })
export class MemoPayload extends Payload {
  @Field(() => Memo, { nullable: true, description: 'The memo; null when it was refused.' })
  memo?: Memo;
}

@Resolver()
export class MemoResolver {
  @Mutation(() => MemoPayload, {
    description:
      'Writes a memo, or changes a pending one, and plans its reminder (OPS-18, OPS-25). Refused with NOT_AN_EMPLOYEE, REQUIRED, NOT_FOUND, OUT_OF_SCOPE, NOT_ACTIVE, IN_THE_PAST, INVALID_VALUE, INVALID_STATE.',
  })
  memoSave(@Arg('input', () => MemoSaveInput) input: MemoSaveInput, @Ctx() context: CallContext): Promise<MemoPayload> {
    return answer(MemoPayload, async () => ({ memo: await saveMemo(context, input) }));
  }

  @Mutation(() => MemoPayload, {
    description:
      'Gives up a pending memo; nobody is told then (OPS-25). Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  memoCancel(@Arg('input', () => MemoInput) input: MemoInput, @Ctx() context: CallContext): Promise<MemoPayload> {
    return answer(MemoPayload, async () => ({ memo: await cancelMemo(context, input.memoId) }));
  }

  @Mutation(() => MemoPayload, {
    description: 'Takes note of a memo that has come due. Refused with NOT_FOUND, OUT_OF_SCOPE, INVALID_TRANSITION.',
  })
  memoAcknowledge(@Arg('input', () => MemoInput) input: MemoInput, @Ctx() context: CallContext): Promise<MemoPayload> {
    return answer(MemoPayload, async () => ({ memo: await acknowledgeMemo(context, input.memoId) }));
  }
}
