import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { OfferingPayload } from '../catalogue/index.js';
import { OfferingFormInput } from './offering-form.input.js';
import { OfferingForm } from './offering-form.js';
import { OfferingRelationSaveInput, OfferingSuggestionsInput } from './offering-relation.input.js';
import { saveOfferingRelation } from './offering-relation.service.js';
import { OfferingSuggestion } from './offering-suggestion.js';
import { OfferingQualificationInput } from './qualification.input.js';
import { OfferingQualification } from './qualification.js';
import { qualifyOfferings } from './qualify-offerings.js';
import { showForm } from './show-form.js';
import { suggestOfferings } from './suggest-offerings.js';

@Resolver()
export class QualificationResolver {
  @Query(() => OfferingQualification, {
    description:
      'What a customer may buy here, through this channel, and why not the rest; nothing is written. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-110, PRD-44, PRD-47 to PRD-49).',
  })
  offeringQualification(
    @Arg('input', () => OfferingQualificationInput, { description: 'The sale.' }) input: OfferingQualificationInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingQualification> {
    return qualifyOfferings(context, input);
  }

  @Query(() => [OfferingSuggestion], {
    description:
      'Upgrades and cross-sells for what a customer has and what is in the cart, at most 50, upgrades first. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-55).',
  })
  offeringSuggestions(
    @Arg('input', () => OfferingSuggestionsInput, { description: 'The customer and the cart.' })
    input: OfferingSuggestionsInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingSuggestion[]> {
    return suggestOfferings(context, input);
  }

  @Query(() => OfferingForm, {
    description:
      'The form of an offering: attributes with their types, bounds, defaults and fixed values; checks values against it. Fails with NOT_FOUND or BAD_USER_INPUT (PRD-113).',
  })
  offeringForm(
    @Arg('input', () => OfferingFormInput, { description: 'The offering and values.' }) input: OfferingFormInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingForm> {
    return showForm(context, input);
  }

  @Mutation(() => OfferingPayload, {
    description:
      'Relates two offerings, changes what is told about it, or takes the relation away, as a new version of the offering that it starts from; once that has been approved, when somebody else approves the relation (`approvals` of the kind `OFFERING_RELATION` about the offering, WFL-28). New orders are judged by it, what customers have and orders under way by the version they were sold on. A change of the offering that waits for approval must then be proposed anew. Refused with APPROVAL_PENDING while another relation of the offering waits, and with NOT_FOUND, NOT_MAINTAINER or CONTRADICTORY (PRD-54 to PRD-56).',
  })
  offeringRelationSave(
    @Arg('input', () => OfferingRelationSaveInput, { description: 'The relation.' }) input: OfferingRelationSaveInput,
    @Ctx() context: CallContext,
  ): Promise<OfferingPayload> {
    return answer(OfferingPayload, async () => {
      const { item, held } = await saveOfferingRelation(context, input);
      return { offering: item!, held };
    });
  }
}
