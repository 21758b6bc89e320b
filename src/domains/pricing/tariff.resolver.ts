import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { TariffPlanPayload } from '../catalogue/index.js';
import { OfferingTariffPayload, TariffRulePayload } from './pricing.payloads.js';
import {
  OfferingTariffSaveInput,
  TariffPlanChangeInput,
  TariffPlanComposeInput,
  TariffPlanRelateInput,
} from './tariff-plan.input.js';
import { changeTariffPlan, composeTariffPlan, relateTariffPlans, saveOfferingTariff } from './tariff-plan.service.js';
import { TariffRuleSaveInput } from './tariff-rule.input.js';
import { saveTariffRule } from './tariff-rule.service.js';

@Resolver()
export class TariffResolver {
  @Mutation(() => TariffRulePayload, {
    description:
      'Writes a tariff rule anew or as a copy, or changes it. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE, CONTRADICTORY, BAD_VALUE, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-61 to PRD-67, PRD-70 to PRD-74, PRD-76).',
  })
  tariffRuleSave(
    @Arg('input', () => TariffRuleSaveInput, { description: 'The rule.' }) input: TariffRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<TariffRulePayload> {
    return answer(TariffRulePayload, async () => ({ tariffRule: await saveTariffRule(context, input) }));
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Composes a tariff plan of rules and other plans. Refused with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, CONTRADICTORY, also for circles, or TOO_DEEP (PRD-78, PRD-79, PRD-81).',
  })
  tariffPlanCompose(
    @Arg('input', () => TariffPlanComposeInput, { description: 'The plan and its parts.' })
    input: TariffPlanComposeInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await composeTariffPlan(context, input) }));
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Changes name, condition, validity or basis of a tariff plan. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, CONTRADICTORY, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-80, PRD-83, PRD-85).',
  })
  tariffPlanChange(
    @Arg('input', () => TariffPlanChangeInput, { description: 'The plan and what changes.' })
    input: TariffPlanChangeInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await changeTariffPlan(context, input) }));
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Relates two tariff plans, or takes a relation away. Refused with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY or DUPLICATE (PRD-84, PRD-89).',
  })
  tariffPlanRelate(
    @Arg('input', () => TariffPlanRelateInput, { description: 'The relation.' }) input: TariffPlanRelateInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await relateTariffPlans(context, input) }));
  }

  @Mutation(() => OfferingTariffPayload, {
    description:
      'Ties a tariff plan to an offering, or changes how it is tied. Refused with NOT_FOUND, NOT_MAINTAINER, NOT_SELLABLE or CONTRADICTORY (PRD-86 to PRD-90).',
  })
  offeringTariffSave(
    @Arg('input', () => OfferingTariffSaveInput, { description: 'Offering, plan and tie.' })
    input: OfferingTariffSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingTariffPayload> {
    return answer(OfferingTariffPayload, async () => ({ offeringTariff: await saveOfferingTariff(context, input) }));
  }
}
