import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { askForCredit } from './collect-credit.js';
import { CreditGrade } from './credit-grade.js';
import { CreditProfile } from './credit-profile.js';
import { CreditRun } from './credit-run.js';
import { CreditGradeSaveInput, InitialCreditRuleSaveInput } from './credit-standards.inputs.js';
import { saveCreditGrade, saveInitialRule } from './credit-standards.service.js';
import { CreditAdjustInput, CreditRateInput } from './credit.inputs.js';
import { adjustCredit, recordRating } from './credit.service.js';
import { InitialCreditRule } from './initial-credit-rule.js';

@ObjectType({ description: 'Answer of mutations about the credit of a customer.' })
export class CreditProfilePayload extends Payload {
  @Field(() => CreditProfile, { nullable: true, description: 'Credit as it is now; null when nothing was written.' })
  profile?: CreditProfile;
}

@ObjectType({ description: 'Answer of saving a grade of credit.' })
export class CreditGradePayload extends Payload {
  @Field(() => CreditGrade, { nullable: true, description: 'The grade; null when nothing was written.' })
  grade?: CreditGrade;
}

@ObjectType({ description: 'Answer of saving a rule for the credit of new customers.' })
export class InitialCreditRulePayload extends Payload {
  @Field(() => InitialCreditRule, { nullable: true, description: 'The rule; null when nothing was written.' })
  rule?: InitialCreditRule;
}

@ObjectType({ description: 'Answer of asking for a collection of credit.' })
export class CreditRunPayload extends Payload {
  @Field(() => CreditRun, { nullable: true, description: 'The collection; null when nothing was written.' })
  run?: CreditRun;
}

@Resolver()
export class CreditResolver {
  @Mutation(() => CreditProfilePayload, {
    description:
      'Sets the credit of a customer by hand, with a reason; ratings leave it for a while (CRD-08). Refused with NOT_FOUND, BAD_SCORE, IN_PAST, BAD_VALUE, TOO_SMALL.',
  })
  creditAdjust(
    @Arg('input', () => CreditAdjustInput) input: CreditAdjustInput,
    @Ctx() context: CallContext,
  ): Promise<CreditProfilePayload> {
    return answer(CreditProfilePayload, async () => ({ profile: await adjustCredit(context, input) }));
  }

  @Mutation(() => CreditProfilePayload, {
    description:
      'Takes down a rating that came from elsewhere, also each row of an imported file (CRD-09). Refused with NOT_FOUND, BAD_SCORE, BAD_VALUE, IN_FUTURE, DUPLICATE, FROZEN, OUTDATED.',
  })
  creditRate(
    @Arg('input', () => CreditRateInput) input: CreditRateInput,
    @Ctx() context: CallContext,
  ): Promise<CreditProfilePayload> {
    return answer(CreditProfilePayload, async () => ({ profile: await recordRating(context, input) }));
  }

  @Mutation(() => CreditRunPayload, {
    description: 'Collects credit from billing now, besides what happens once per cycle (CRD-03, CRD-07).',
  })
  creditCollect(@Ctx() context: CallContext): Promise<CreditRunPayload> {
    return answer(CreditRunPayload, async () => ({ run: await askForCredit(context) }));
  }

  @Mutation(() => CreditGradePayload, {
    description:
      'Makes or changes a grade; customers follow (CRD-22, CRD-24). For administrators. Refused with DUPLICATE, BAND_NEEDED, BAD_VALUE.',
  })
  creditGradeSave(
    @Arg('input', () => CreditGradeSaveInput) input: CreditGradeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CreditGradePayload> {
    return answer(CreditGradePayload, async () => ({ grade: await saveCreditGrade(context, input) }));
  }

  @Mutation(() => InitialCreditRulePayload, {
    description:
      'Makes or changes a rule for the credit of new customers (CRD-01). For administrators. Refused with DUPLICATE, FALLBACK_NEEDED, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE.',
  })
  initialCreditRuleSave(
    @Arg('input', () => InitialCreditRuleSaveInput) input: InitialCreditRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<InitialCreditRulePayload> {
    return answer(InitialCreditRulePayload, async () => ({ rule: await saveInitialRule(context, input) }));
  }
}
