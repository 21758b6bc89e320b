import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { ResourceShortageReportInput } from './shortage.input.js';
import { ShortageReport } from './shortage-report.js';
import { takeShortage } from './shortage.service.js';

@ObjectType({ description: 'Answer to a message of a stock system.' })
export class ShortageReportPayload extends Payload {
  @Field(() => ShortageReport, {
    nullable: true,
    description: 'The message as it was kept; null when it was refused.',
  })
  shortageReport?: ShortageReport;
}

@Resolver()
export class ShortageResolver {
  @Mutation(() => ShortageReportPayload, {
    description:
      'What the outside stock system (MSS) says of a type of resource, for that system. Sending it again changes nothing; one that names what is not known is kept unapplied. Refused with IN_FUTURE or CONTRADICTORY (RES-53, SAL-56).',
  })
  resourceShortageReport(
    @Arg('input', () => ResourceShortageReportInput, { description: 'The message.' })
    input: ResourceShortageReportInput,
    @Ctx() context: CallContext,
  ): Promise<ShortageReportPayload> {
    return answer(ShortageReportPayload, async () => ({ shortageReport: await takeShortage(context, input) }));
  }
}
