import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { TariffPlanCreateInput, TariffPlanPayload } from '../catalogue/index.js';
import { saveOfferingTariff } from './offering-tariff.service.js';
import { OfferingTariffPayload, TariffRulePayload } from './pricing.payloads.js';
import {
  OfferingTariffSaveInput,
  TariffPlanChangeInput,
  TariffPlanCloneInput,
  TariffPlanComposeInput,
  TariffPlanRelateInput,
} from './tariff-plan.input.js';
import { changeTariffPlan, composeTariffPlan, createTariffPlan, relateTariffPlans } from './tariff-plan.service.js';
import { cloneTariffPlan } from './tariff-plan-clone.service.js';
import { TariffRuleSaveInput } from './tariff-rule.input.js';
import { saveTariffRule } from './tariff-rule.service.js';

@Resolver()
export class TariffResolver {
  @Mutation(() => TariffRulePayload, {
    description:
      'Writes a tariff rule anew or as a copy, or changes it, which makes a new version: what is ordered from then on is priced by it, what was sold or ordered before goes on by the version of then, unless `appliesToExisting` says otherwise (PRD-72). What customers pay by it changes when somebody else has approved that (WFL-28): for a rule of a plan that is approved, and a standard price of a product that is. Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, REQUIRED, DUPLICATE, CONTRADICTORY, BAD_VALUE, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-61 to PRD-67, PRD-70 to PRD-74, PRD-76).',
  })
  tariffRuleSave(
    @Arg('input', () => TariffRuleSaveInput, { description: 'The rule.' }) input: TariffRuleSaveInput,
    @Ctx() context: CallContext,
  ): Promise<TariffRulePayload> {
    return answer(TariffRulePayload, async () => {
      const { item, held } = await saveTariffRule(context, input);
      return { tariffRule: item!, held };
    });
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Writes a new tariff plan with its parts, DRAFT. Refused with DUPLICATE, REQUIRED, CONTRADICTORY, NOT_FOUND, NOT_MAINTAINER, BAD_VALUE, TOO_DEEP, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-78, PRD-81, PRD-83).',
  })
  tariffPlanCreate(
    @Arg('input', () => TariffPlanCreateInput, { description: 'The plan.' }) input: TariffPlanCreateInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await createTariffPlan(context, input) }));
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Composes a tariff plan of rules and other plans, once it has been approved as a new version: what was sold or ordered before keeps the parts of then, unless `appliesToExisting` says otherwise. A draft is composed at once, one that has been approved when somebody else approves that too (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, DUPLICATE, CONTRADICTORY, also for circles, or TOO_DEEP (PRD-78, PRD-79, PRD-81).',
  })
  tariffPlanCompose(
    @Arg('input', () => TariffPlanComposeInput, { description: 'The plan and its parts.' })
    input: TariffPlanComposeInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => {
      const { item, held } = await composeTariffPlan(context, input);
      return { tariffPlan: item!, held };
    });
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Changes name, condition, validity or basis of a tariff plan: of a draft at once, of one that has been approved when somebody else approves that too (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, INVALID_STATE, CONTRADICTORY, RULE_SYNTAX, RULE_UNKNOWN_NAME, RULE_TYPE or RULE_TOO_LONG (PRD-80, PRD-83, PRD-85).',
  })
  tariffPlanChange(
    @Arg('input', () => TariffPlanChangeInput, { description: 'The plan and what changes.' })
    input: TariffPlanChangeInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => {
      const { item, held } = await changeTariffPlan(context, input);
      return { tariffPlan: item!, held };
    });
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Makes a copy of a tariff plan for the own level: its rules with their tiers and the plans nested in it are copied too, so that nothing of it is changed by others; standard prices of products stay those of the products. Copies of plans are DRAFT and approved like new ones, nested ones each by itself. Refused with NOT_FOUND, NOT_MAINTAINER, REQUIRED, CONTRADICTORY or DUPLICATE (PRD-46, PRD-70, PRD-78).',
  })
  tariffPlanClone(
    @Arg('input', () => TariffPlanCloneInput, { description: 'Original and copy.' }) input: TariffPlanCloneInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => ({ tariffPlan: await cloneTariffPlan(context, input) }));
  }

  @Mutation(() => TariffPlanPayload, {
    description:
      'Relates two tariff plans, or takes a relation away: drafts at once, plans that have been approved when somebody else approves that too (WFL-28). Refused with APPROVAL_PENDING while another change waits, and with NOT_FOUND, NOT_MAINTAINER, CONTRADICTORY or DUPLICATE (PRD-84, PRD-89).',
  })
  tariffPlanRelate(
    @Arg('input', () => TariffPlanRelateInput, { description: 'The relation.' }) input: TariffPlanRelateInput,
    @Ctx() context: CallContext,
  ): Promise<TariffPlanPayload> {
    return answer(TariffPlanPayload, async () => {
      const { item, held } = await relateTariffPlans(context, input);
      return { tariffPlan: item!, held };
    });
  }

  @Mutation(() => OfferingTariffPayload, {
    description:
      'Ties a tariff plan to an offering, or changes how it is tied: at once while the offering waits for approval, else when somebody else has approved that (WFL-28). Refused with APPROVAL_PENDING while another tie waits, and with NOT_FOUND, NOT_MAINTAINER, NOT_SELLABLE or CONTRADICTORY (PRD-86 to PRD-90).',
  })
  offeringTariffSave(
    @Arg('input', () => OfferingTariffSaveInput, { description: 'Offering, plan and tie.' })
    input: OfferingTariffSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingTariffPayload> {
    return answer(OfferingTariffPayload, async () => {
      const { item, held } = await saveOfferingTariff(context, input);
      return item ? { offeringTariff: item, held } : { held };
    });
  }
}
