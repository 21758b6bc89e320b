import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { OrderItem } from '../ordering/index.js';
import { StockHolder } from '../resource/index.js';
import { InvoicedCharge } from './invoice-line.js';
import { InvoiceLoss, InvoiceLossKind } from './invoice-loss.js';
import { InvoiceForm, InvoiceSeries } from './invoice-series.js';
import { Invoice, InvoiceKind } from './invoice.js';

const LARGEST = 999_999_999;

@Input('A series of vouchers, new or changed (RES-36).')
export class InvoiceSeriesSaveInput {
  @IdInput(() => InvoiceSeries, { description: 'The series to change; a new one when absent.', optional: true })
  seriesId?: string | null;

  @TextInput({ description: 'Code unique among series, never changed later.', max: 20 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => InvoiceForm, { description: 'What kind of voucher it is; never changed later.' })
  form!: InvoiceForm;

  @TextInput({
    description: 'Operator for whom money is collected; our own charges when absent (RES-45).',
    optional: true,
    max: 100,
  })
  collectedFor?: string | null;

  @IntInput({ description: 'Digits of a number; 8 when absent.', optional: true, min: 1, max: 9 })
  digits?: number | null;
}

@Input('Numbers of a series at a holder.')
export class InvoiceNumbersInput {
  @IdInput(() => InvoiceSeries, { description: 'The series.' })
  seriesId!: string;

  @IdInput(() => StockHolder, { description: 'Clerk, outlet or consignment point.' })
  holderId!: string;

  @IntInput({ description: 'First number.', min: 1, max: LARGEST })
  firstNo!: number;

  @IntInput({ description: 'Last number, not before the first; at most 100,000 numbers.', min: 1, max: LARGEST })
  lastNo!: number;
}

@Input('Voucher numbers that a holder gets (RES-24).')
export class InvoiceRangeIssueInput extends InvoiceNumbersInput {}

@Input('Unused voucher numbers to be taken back (RES-25).')
export class InvoiceRangeRecallInput extends InvoiceNumbersInput {
  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Vouchers that were handed in, to be checked (RES-27).')
export class InvoiceWriteOffInput extends InvoiceNumbersInput {}

@Input('Voucher numbers that were lost or spoiled (RES-28).')
export class InvoiceLossReportInput extends InvoiceNumbersInput {
  @EnumInput(() => InvoiceLossKind, { description: 'What happened.' })
  kind!: InvoiceLossKind;

  @TextInput({ description: 'How it came about.', max: 500 })
  reason!: string;
}

@Input('A decision on a report about lost or spoiled vouchers (RES-28).')
export class InvoiceLossDecideInput {
  @IdInput(() => InvoiceLoss, { description: 'The report, REPORTED by somebody else.' })
  lossId!: string;

  @BoolInput({ description: 'Whether it is confirmed.' })
  confirm!: boolean;

  @TextInput({ description: 'Remark on the decision.', max: 500, optional: true })
  remark?: string | null;
}

@Input('A charge on a voucher (RES-47).')
export class InvoiceLineInput {
  @EnumInput(() => InvoicedCharge, { description: 'Which charge.' })
  charge!: InvoicedCharge;

  @IdInput(() => OrderItem, {
    description: 'Order line; needed for ONE_TIME and RECURRING, refused for OTHER.',
    optional: true,
  })
  orderItemId?: string | null;

  @TextInput({ description: 'What it is for; needed for OTHER, the offering when absent.', optional: true })
  description?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'Amount, above 0; needed for OTHER, refused for the others, which have their price.',
    optional: true,
  })
  amount?: MoneyInput | null;
}

@Input('A voucher to be printed (RES-44, RES-46, RES-47).')
export class InvoicePrintInput {
  @IdInput(() => InvoiceSeries, { description: 'The series.' })
  seriesId!: string;

  @IdInput(() => StockHolder, { description: 'Clerk, outlet or consignment point whose numbers are used.' })
  holderId!: string;

  @IntInput({
    description: 'Number as entered by hand, unused and of the holder; the next one when absent (RES-44).',
    optional: true,
    min: 1,
    max: LARGEST,
  })
  number?: number | null;

  @TextInput({ description: 'Name to which it is made out.' })
  payer!: string;

  @IdInput(() => Customer, { description: 'Customer; that of the order lines when absent.', optional: true })
  customerId?: string | null;

  @EnumInput(() => InvoiceKind, { description: 'What it documents; ORIGINAL when absent.', optional: true })
  kind?: InvoiceKind | null;

  @IdInput(() => Invoice, {
    description: 'Voucher that a SUPPLEMENTARY or REFUND belongs to; refused for an ORIGINAL.',
    optional: true,
  })
  originalId?: string | null;

  @ListInput(() => InvoiceLineInput, {
    description: 'What it is made out for, in one currency; only OTHER for a REFUND.',
    min: 1,
    max: 100,
  })
  lines!: InvoiceLineInput[];
}

@Input('A voucher to be printed again, with the mark of a reprint (RES-46).')
export class InvoiceReprintInput {
  @IdInput(() => Invoice, { description: 'The voucher, USED.' })
  invoiceId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A voucher to be voided (RES-46).')
export class InvoiceVoidInput extends InvoiceReprintInput {}
