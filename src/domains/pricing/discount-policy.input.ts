import { IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { DiscountPolicy } from './discount-policy.js';

@Input('A policy of discounts, new or changed (PRD-108).')
export class DiscountPolicySaveInput {
  @IdInput(() => DiscountPolicy, { description: 'The policy to change; a new one when absent.', optional: true })
  policyId?: string | null;

  @TextInput({ description: 'Code unique among policies; never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'What it is meant to reach.', max: 1000 })
  purpose!: string;

  @IdInput(() => Region, { description: 'Region in which it holds, with all below it; one of the caller.' })
  regionId!: string;

  @InstantInput({ description: 'First moment in which it holds; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment after it, later than `validFrom`; open when absent.', optional: true })
  validTo?: string | null;

  @TextInput({ description: 'How the discount is given.', max: 1000 })
  method!: string;

  @TextInput({ description: 'For whom it is.', max: 1000 })
  target!: string;

  @TextInput({ description: 'What came or is to come of it.', optional: true, max: 2000 })
  effect?: string | null;
}

@Input('A policy of discounts to be taken away.')
export class DiscountPolicyRemoveInput {
  @IdInput(() => DiscountPolicy, { description: 'The policy.' })
  policyId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
