import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, codedError, Payload } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import { checkRule } from '../../kernel/rules/index.js';
import { Customer, CustomerSegment, SegmentDimension } from '../customer/index.js';
import { assignManager, CustomerManagerAssignInput } from './assign-manager.js';
import { segmentVariables } from './fact-sources.js';
import { askForRefresh } from './refresh-segments.js';
import {
  CustomerSegmentSaveInput,
  SegmentDimensionSaveInput,
  SegmentMembersInput,
  SegmentMergeInput,
  SegmentRefreshInput,
  SegmentRetireInput,
} from './segment.inputs.js';
import {
  addSegmentMembers,
  mergeSegments,
  removeSegmentMembers,
  retireSegment,
  saveDimension,
  saveSegment,
} from './segment.service.js';
import { findTargets, TargetPage } from './target-page.js';

@ObjectType({ description: 'Answer of a mutation of a dimension of segments.' })
export class SegmentDimensionPayload extends Payload {
  @Field(() => SegmentDimension, { nullable: true, description: 'The dimension; null when nothing was written.' })
  dimension?: SegmentDimension;
}

@ObjectType({ description: 'Answer of a mutation of a segment.' })
export class CustomerSegmentPayload extends Payload {
  @Field(() => CustomerSegment, { nullable: true, description: 'The segment; null when nothing was written.' })
  segment?: CustomerSegment;
}

@ObjectType({ description: 'Answer of giving customers an account manager.' })
export class CustomerManagerAssignPayload extends Payload {
  @Field(() => [Customer], { nullable: true, description: 'The customers; null when nothing was written.' })
  customers?: Customer[];
}

@Resolver()
export class SegmentResolver {
  @Query(() => TargetPage, {
    description:
      'Customers who meet a condition, of those you see, for a campaign or an account manager (CUS-97). For staff. Fails with BAD_USER_INPUT when the condition or a bound is wrong.',
  })
  targetCustomers(
    @Ctx() context: CallContext,
    @Arg('condition', () => String, {
      description:
        'Condition over `customer`, and what evaluation knows of them (`spend`, `credit`, ...), in FEEL, such as `customer.age >= 16 and not(customer.age in [20..22]) and customer.gender = "MALE"`.',
    })
    condition: string,
    @Arg('first', () => Int, { defaultValue: 100, description: 'Most customers, 1 to 500.' }) first: number,
    @Arg('after', () => ID, { nullable: true, description: '`next` of the page before.' }) after: string | null,
  ): Promise<TargetPage> {
    requireKind(context.caller, 'STAFF');
    const findings = checkRule(condition, segmentVariables());
    if (findings.length > 0)
      throw codedError('BAD_USER_INPUT', findings[0]!.message, { path: ['condition'], findings });
    if (first < 1 || first > 500)
      throw codedError('BAD_USER_INPUT', '"first" must be between 1 and 500.', { path: ['first'] });
    return findTargets(context.database, context.caller, {
      condition,
      first,
      after: after ? uuidOf(after, 'cu', ['after']) : null,
    });
  }

  @Mutation(() => SegmentDimensionPayload, {
    description:
      'Makes or changes a dimension of segments (CUS-15), also one whose classes are the values of an expression (CUS-69).',
  })
  segmentDimensionSave(
    @Arg('input', () => SegmentDimensionSaveInput) input: SegmentDimensionSaveInput,
    @Ctx() context: CallContext,
  ): Promise<SegmentDimensionPayload> {
    return answer(SegmentDimensionPayload, async () => ({ dimension: await saveDimension(context, input) }));
  }

  @Mutation(() => SegmentDimensionPayload, {
    description:
      'Has the members of a dimension found anew by a job; each customer gets the most important segment whose rule holds, who is in a list stays there (CUS-54).',
  })
  segmentDimensionRefresh(
    @Arg('input', () => SegmentRefreshInput) input: SegmentRefreshInput,
    @Ctx() context: CallContext,
  ): Promise<SegmentDimensionPayload> {
    return answer(SegmentDimensionPayload, async () => ({ dimension: await askForRefresh(context, input) }));
  }

  @Mutation(() => CustomerSegmentPayload, { description: 'Makes or changes a segment (CUS-53, CUS-55).' })
  customerSegmentSave(
    @Arg('input', () => CustomerSegmentSaveInput) input: CustomerSegmentSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSegmentPayload> {
    return answer(CustomerSegmentPayload, async () => ({ segment: await saveSegment(context, input) }));
  }

  @Mutation(() => CustomerSegmentPayload, { description: 'Puts customers into a segment that is a list (CUS-56).' })
  customerSegmentMembersAdd(
    @Arg('input', () => SegmentMembersInput) input: SegmentMembersInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSegmentPayload> {
    return answer(CustomerSegmentPayload, async () => ({ segment: await addSegmentMembers(context, input) }));
  }

  @Mutation(() => CustomerSegmentPayload, { description: 'Takes customers out of a segment that is a list (CUS-56).' })
  customerSegmentMembersRemove(
    @Arg('input', () => SegmentMembersInput) input: SegmentMembersInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSegmentPayload> {
    return answer(CustomerSegmentPayload, async () => ({ segment: await removeSegmentMembers(context, input) }));
  }

  @Mutation(() => CustomerSegmentPayload, {
    description: 'Merges a segment into another one of its dimension, which is answered (CUS-57).',
  })
  customerSegmentMerge(
    @Arg('input', () => SegmentMergeInput) input: SegmentMergeInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSegmentPayload> {
    return answer(CustomerSegmentPayload, async () => ({ segment: await mergeSegments(context, input) }));
  }

  @Mutation(() => CustomerSegmentPayload, { description: 'Ends a segment; histories keep its members (CUS-57).' })
  customerSegmentRetire(
    @Arg('input', () => SegmentRetireInput) input: SegmentRetireInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerSegmentPayload> {
    return answer(CustomerSegmentPayload, async () => ({ segment: await retireSegment(context, input) }));
  }

  @Mutation(() => CustomerManagerAssignPayload, {
    description:
      'Makes an employee responsible for customers, all or none (CUS-23, CUS-97). Refused with NOT_FOUND, NOT_ACTIVE, and APPROVAL_NEEDED for a customer whose manager is changed with approval only: `customerChange` asks for it (WFL-28).',
  })
  customerManagerAssign(
    @Arg('input', () => CustomerManagerAssignInput) input: CustomerManagerAssignInput,
    @Ctx() context: CallContext,
  ): Promise<CustomerManagerAssignPayload> {
    return answer(CustomerManagerAssignPayload, async () => ({ customers: await assignManager(context, input) }));
  }
}
