import { describeEnum, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';

export enum InvoiceForm {
  INVOICE = 'INVOICE',
  RECEIPT = 'RECEIPT',
  OTHER = 'OTHER',
}

describeEnum(InvoiceForm, 'InvoiceForm', 'What kind of numbered voucher it is (RES-36).', {
  INVOICE: 'An invoice in the sense of tax law.',
  RECEIPT: 'A receipt for money.',
  OTHER: 'Another voucher with numbers, such as a deposit slip.',
});

@Noun({
  tag: 'iv',
  plural: 'invoiceSeriesList',
  description: 'A kind of numbered vouchers, each number of which exists once (RES-36, TMF687).',
})
export class InvoiceSeries extends Node {
  @Text({ description: 'Code unique among series, printed before the number.', max: 20, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => InvoiceForm, { description: 'What kind of voucher it is.', access: 'btree' })
  form!: InvoiceForm;

  @Text({
    description:
      'Operator for whom money is collected on it, and on no other series; null for our own charges (RES-45).',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  collectedFor?: string | null;

  @Int({ description: 'Digits of a number, filled up with zeros.' })
  digits!: number;
}
