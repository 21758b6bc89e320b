import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import {
  ComplaintPlanInput,
  DisputeJudgeInput,
  DisputeSolutionInput,
  SuggestionEvaluateInput,
} from './sub-flow.inputs.js';
import { evaluateSuggestion, judgeCharge, returnComplaintPlan, submitSolution } from './sub-flow.service.js';
import { ComplaintPayload, DisputePayload, SuggestionPayload } from './ticket-payloads.js';
import { ComplaintReportInput, DisputeReportInput, SuggestionReportInput } from './ticket-report.inputs.js';
import { reportComplaint, reportDispute, reportSuggestion } from './ticket-report.service.js';

@Resolver()
export class SubFlowResolver {
  @Mutation(() => ComplaintPayload, {
    description: 'Accepts a complaint about the operator or a partner (TRB-01, TRB-02).',
  })
  complaintReport(
    @Arg('input', () => ComplaintReportInput) input: ComplaintReportInput,
    @Ctx() context: CallContext,
  ): Promise<ComplaintPayload> {
    return answer(ComplaintPayload, async () => ({ ticket: await reportComplaint(context, input) }));
  }

  @Mutation(() => ComplaintPayload, {
    description: 'Takes the plan of the main department for a complaint (TRB-17, TRB-21).',
  })
  complaintPlanReturn(
    @Arg('input', () => ComplaintPlanInput) input: ComplaintPlanInput,
    @Ctx() context: CallContext,
  ): Promise<ComplaintPayload> {
    return answer(ComplaintPayload, async () => ({ ticket: await returnComplaintPlan(context, input) }));
  }

  @Mutation(() => SuggestionPayload, { description: 'Accepts a suggestion (TRB-68).' })
  suggestionReport(
    @Arg('input', () => SuggestionReportInput) input: SuggestionReportInput,
    @Ctx() context: CallContext,
  ): Promise<SuggestionPayload> {
    return answer(SuggestionPayload, async () => ({ ticket: await reportSuggestion(context, input) }));
  }

  @Mutation(() => SuggestionPayload, {
    description: 'Decides what becomes of a suggestion, which resolves it (TRB-68).',
  })
  suggestionEvaluate(
    @Arg('input', () => SuggestionEvaluateInput) input: SuggestionEvaluateInput,
    @Ctx() context: CallContext,
  ): Promise<SuggestionPayload> {
    return answer(SuggestionPayload, async () => ({ ticket: await evaluateSuggestion(context, input) }));
  }

  @Mutation(() => DisputePayload, { description: 'Accepts a dispute about a charge (TRB-01, TRB-05).' })
  disputeReport(
    @Arg('input', () => DisputeReportInput) input: DisputeReportInput,
    @Ctx() context: CallContext,
  ): Promise<DisputePayload> {
    return answer(DisputePayload, async () => ({ ticket: await reportDispute(context, input) }));
  }

  @Mutation(() => DisputePayload, { description: 'Takes the verdict on a disputed charge (TRB-47, TRB-48).' })
  disputeJudge(
    @Arg('input', () => DisputeJudgeInput) input: DisputeJudgeInput,
    @Ctx() context: CallContext,
  ): Promise<DisputePayload> {
    return answer(DisputePayload, async () => ({ ticket: await judgeCharge(context, input) }));
  }

  @Mutation(() => DisputePayload, { description: 'Hands a solution for a wrong charge to the approver (TRB-50).' })
  disputeSolutionSubmit(
    @Arg('input', () => DisputeSolutionInput) input: DisputeSolutionInput,
    @Ctx() context: CallContext,
  ): Promise<DisputePayload> {
    return answer(DisputePayload, async () => ({ ticket: await submitSolution(context, input) }));
  }
}
