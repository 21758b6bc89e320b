import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { writeOffInvoices } from './invoice-check.service.js';
import { decideLoss, reportLoss } from './invoice-loss.service.js';
import { InvoiceLoss } from './invoice-loss.js';
import { printInvoice, reprintInvoice, voidInvoice } from './invoice-print.service.js';
import { issueRange, recallRange, saveSeries } from './invoice-range.service.js';
import { InvoiceRange } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';
import { InvoiceWriteOff } from './invoice-write-off.js';
import {
  InvoiceLossDecideInput,
  InvoiceLossReportInput,
  InvoicePrintInput,
  InvoiceRangeIssueInput,
  InvoiceRangeRecallInput,
  InvoiceReprintInput,
  InvoiceSeriesSaveInput,
  InvoiceVoidInput,
  InvoiceWriteOffInput,
} from './invoice.input.js';
import { Invoice } from './invoice.js';

@ObjectType({ description: 'Answer of mutations about one series of vouchers.' })
export class InvoiceSeriesPayload extends Payload {
  @Field(() => InvoiceSeries, { nullable: true, description: 'The series; null when it was refused.' })
  invoiceSeries?: InvoiceSeries;
}

@ObjectType({ description: 'Answer of mutations about one range of voucher numbers.' })
export class InvoiceRangePayload extends Payload {
  @Field(() => InvoiceRange, { nullable: true, description: 'The range; null when it was refused.' })
  invoiceRange?: InvoiceRange;
}

@ObjectType({ description: 'Answer of mutations about one voucher.' })
export class InvoicePayload extends Payload {
  @Field(() => Invoice, { nullable: true, description: 'The voucher; null when it was refused.' })
  invoice?: Invoice;
}

@ObjectType({ description: 'Answer of mutations about one check of vouchers.' })
export class InvoiceWriteOffPayload extends Payload {
  @Field(() => InvoiceWriteOff, { nullable: true, description: 'The check; null when it was refused.' })
  invoiceWriteOff?: InvoiceWriteOff;
}

@ObjectType({ description: 'Answer of mutations about one report of lost or spoiled vouchers.' })
export class InvoiceLossPayload extends Payload {
  @Field(() => InvoiceLoss, { nullable: true, description: 'The report; null when it was refused.' })
  invoiceLoss?: InvoiceLoss;
}

@Resolver()
export class InvoiceResolver {
  @Mutation(() => InvoiceSeriesPayload, {
    description:
      'Writes a series of vouchers, or changes one. Refused with NOT_FOUND, DUPLICATE or CONTRADICTORY (RES-36, RES-45).',
  })
  invoiceSeriesSave(
    @Arg('input', () => InvoiceSeriesSaveInput, { description: 'The series.' }) input: InvoiceSeriesSaveInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceSeriesPayload> {
    return answer(InvoiceSeriesPayload, async () => ({ invoiceSeries: await saveSeries(context, input) }));
  }

  @Mutation(() => InvoiceRangePayload, {
    description:
      'Gives voucher numbers to a holder. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, TOO_LARGE, OVERLAPS or USED (RES-24).',
  })
  invoiceRangeIssue(
    @Arg('input', () => InvoiceRangeIssueInput, { description: 'The numbers.' }) input: InvoiceRangeIssueInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceRangePayload> {
    return answer(InvoiceRangePayload, async () => ({ invoiceRange: await issueRange(context, input) }));
  }

  @Mutation(() => InvoiceRangePayload, {
    description:
      'Takes unused voucher numbers back. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, TOO_LARGE, or USED with the numbers (RES-25).',
  })
  invoiceRangeRecall(
    @Arg('input', () => InvoiceRangeRecallInput, { description: 'The numbers.' }) input: InvoiceRangeRecallInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceRangePayload> {
    return answer(InvoiceRangePayload, async () => ({ invoiceRange: await recallRange(context, input) }));
  }

  @Mutation(() => InvoicePayload, {
    description:
      'Prints a voucher with the next number of the holder or a given one. Refused with NOT_FOUND, CLOSED, REQUIRED, CONTRADICTORY, DUPLICATE, TOO_SMALL, TOO_MUCH, BAD_VALUE, NOT_PRICED, ALREADY_INVOICED, USED or OUT_OF_STOCK (RES-44 to RES-47).',
  })
  invoicePrint(
    @Arg('input', () => InvoicePrintInput, { description: 'What it is made out for.' }) input: InvoicePrintInput,
    @Ctx() context: CallContext,
  ): Promise<InvoicePayload> {
    return answer(InvoicePayload, async () => ({ invoice: await printInvoice(context, input) }));
  }

  @Mutation(() => InvoicePayload, {
    description: 'Prints a voucher again, with a mark. Refused with NOT_FOUND, CLOSED or INVALID_TRANSITION (RES-46).',
  })
  invoiceReprint(
    @Arg('input', () => InvoiceReprintInput, { description: 'The voucher.' }) input: InvoiceReprintInput,
    @Ctx() context: CallContext,
  ): Promise<InvoicePayload> {
    return answer(InvoicePayload, async () => ({ invoice: await reprintInvoice(context, input) }));
  }

  @Mutation(() => InvoicePayload, {
    description: 'Voids a voucher for good. Refused with NOT_FOUND, CLOSED, IN_USE or INVALID_TRANSITION (RES-46).',
  })
  invoiceVoid(
    @Arg('input', () => InvoiceVoidInput, { description: 'The voucher.' }) input: InvoiceVoidInput,
    @Ctx() context: CallContext,
  ): Promise<InvoicePayload> {
    return answer(InvoicePayload, async () => ({ invoice: await voidInvoice(context, input) }));
  }

  @Mutation(() => InvoiceWriteOffPayload, {
    description:
      'Checks vouchers that were handed in and writes them off. Refused with NOT_FOUND, CLOSED, CONTRADICTORY, TOO_LARGE, UNUSED or WRITTEN_OFF (RES-27).',
  })
  invoiceWriteOff(
    @Arg('input', () => InvoiceWriteOffInput, { description: 'The numbers.' }) input: InvoiceWriteOffInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceWriteOffPayload> {
    return answer(InvoiceWriteOffPayload, async () => ({ invoiceWriteOff: await writeOffInvoices(context, input) }));
  }

  @Mutation(() => InvoiceLossPayload, {
    description:
      'Reports voucher numbers as lost or spoiled. Refused with NOT_FOUND, CLOSED, CONTRADICTORY or TOO_LARGE (RES-28).',
  })
  invoiceLossReport(
    @Arg('input', () => InvoiceLossReportInput, { description: 'The report.' }) input: InvoiceLossReportInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceLossPayload> {
    return answer(InvoiceLossPayload, async () => ({ invoiceLoss: await reportLoss(context, input) }));
  }

  @Mutation(() => InvoiceLossPayload, {
    description:
      'Decides on a report of somebody else at the step at which its approval stands; confirmed numbers are never used again. Refused with NOT_FOUND, CLOSED, FOUR_EYES, NOT_YOURS or INVALID_TRANSITION (RES-28).',
  })
  invoiceLossDecide(
    @Arg('input', () => InvoiceLossDecideInput, { description: 'The decision.' }) input: InvoiceLossDecideInput,
    @Ctx() context: CallContext,
  ): Promise<InvoiceLossPayload> {
    return answer(InvoiceLossPayload, async () => ({ invoiceLoss: await decideLoss(context, input) }));
  }
}
