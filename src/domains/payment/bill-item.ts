import { describeEnum, EnumOf, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Account } from '../customer/index.js';

export enum BillItemDetail {
  HIDDEN = 'HIDDEN',
  TOTAL = 'TOTAL',
  BY_PRODUCT = 'BY_PRODUCT',
  EVERY_CHARGE = 'EVERY_CHARGE',
}

describeEnum(BillItemDetail, 'BillItemDetail', 'How closely a bill shows an item (CUS-40).', {
  HIDDEN: 'Not by itself; it counts in the sum.',
  TOTAL: 'One line.',
  BY_PRODUCT: 'A line for each product instance.',
  EVERY_CHARGE: 'A line for each charge.',
});

@UniqueTogether(['account', 'item'])
@Noun({ tag: 'qb', root: false, description: 'How the bills of an account show one item of charges (CUS-40).' })
export class BillItem extends Node {
  @One(() => Account, {
    description: 'The account.',
    inverse: 'billItems',
    inverseDescription: 'Items of its bills that stand apart, in their order; the others follow `billFormat` (CUS-40).',
  })
  account!: Account;

  @Text({ description: 'Code of the charge item type, such as `RENT`.', max: 60 })
  item!: string;

  @Text({ description: 'What the bill calls it; the name of the type when null.', nullable: true, max: 100 })
  label?: string | null;

  @EnumOf(() => BillItemDetail, { description: 'How closely it is shown.' })
  detail!: BillItemDetail;

  @Int({ description: 'Place on the bill, from 1.', access: 'slow' })
  position!: number;
}
