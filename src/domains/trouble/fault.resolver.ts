import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { FaultConfirmInput, FaultProgressInput, FaultRepairedInput, MassFaultLinkInput } from './fault.inputs.js';
import { confirmFault, progressFault, repairFault } from './fault.service.js';
import { linkMassFault, reportNetworkFault } from './network-fault.service.js';
import { FaultPayload } from './ticket-payloads.js';
import { FaultReportInput, NetworkFaultReportInput } from './ticket-report.inputs.js';
import { reportFault } from './ticket-report.service.js';

@Resolver()
export class FaultResolver {
  @Mutation(() => FaultPayload, {
    description:
      'Accepts a fault that a customer reports. Rules give its deadline and priority; a repetition of an open one is linked to it (TRB-01, TRB-04, TRB-06, TRB-07).',
  })
  faultReport(
    @Arg('input', () => FaultReportInput) input: FaultReportInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await reportFault(context, input) }));
  }

  @Mutation(() => FaultPayload, {
    description: 'Takes a fault in that the network side found; it is monitored at once (TRB-34).',
  })
  faultReportByNetwork(
    @Arg('input', () => NetworkFaultReportInput) input: NetworkFaultReportInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await reportNetworkFault(context, input) }));
  }

  @Mutation(() => FaultPayload, {
    description: 'Begins to check a fault, or finds that it is none of the network and resolves it (TRB-36).',
  })
  faultConfirm(
    @Arg('input', () => FaultConfirmInput) input: FaultConfirmInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await confirmFault(context, input) }));
  }

  @Mutation(() => FaultPayload, { description: 'Notes progress that the network side reports (TRB-38).' })
  faultProgress(
    @Arg('input', () => FaultProgressInput) input: FaultProgressInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await progressFault(context, input) }));
  }

  @Mutation(() => FaultPayload, {
    description:
      'Takes the receipt of the network side, repaired or not; parts of a mass fault follow its repair (TRB-39, TRB-43).',
  })
  faultRepaired(
    @Arg('input', () => FaultRepairedInput) input: FaultRepairedInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await repairFault(context, input) }));
  }

  @Mutation(() => FaultPayload, { description: 'Makes faults part of a mass fault, which is answered (TRB-39).' })
  massFaultLink(
    @Arg('input', () => MassFaultLinkInput) input: MassFaultLinkInput,
    @Ctx() context: CallContext,
  ): Promise<FaultPayload> {
    return answer(FaultPayload, async () => ({ ticket: await linkMassFault(context, input) }));
  }
}
