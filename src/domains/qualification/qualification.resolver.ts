import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { OfferingQualificationInput } from './qualification.input.js';
import { OfferingQualification } from './qualification.js';
import { qualifyOfferings } from './qualify-offerings.js';

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
}
