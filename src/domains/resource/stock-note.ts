import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  Value,
} from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum StockNoteKind {
  STOCK_IN = 'STOCK_IN',
  REVERSAL = 'REVERSAL',
  DISPATCH = 'DISPATCH',
  RECALL = 'RECALL',
  REPLACEMENT = 'REPLACEMENT',
  SCRAP = 'SCRAP',
  ALLOCATION = 'ALLOCATION',
  RETURN = 'RETURN',
  RELEASE = 'RELEASE',
  SURPLUS = 'SURPLUS',
  DEFICIT = 'DEFICIT',
  GIFT = 'GIFT',
}

describeEnum(StockNoteKind, 'StockNoteKind', 'Why stock moved.', {
  STOCK_IN: 'It came from outside (RES-01).',
  REVERSAL: 'A stock-in was undone (RES-05).',
  DISPATCH: 'It was handed out to another holder (RES-08).',
  RECALL: 'It was taken back from another holder (RES-09).',
  REPLACEMENT: 'A defective piece left, another one took its place (RES-11).',
  SCRAP: 'It was destroyed (RES-12).',
  ALLOCATION: 'A customer got it.',
  RETURN: 'A customer gave it back (RES-10).',
  RELEASE: 'What a customer gave back has rested and is free again (RES-31).',
  SURPLUS: 'More was found than was booked (RES-16).',
  DEFICIT: 'Less was found than was booked (RES-16).',
  GIFT: 'A customer got it as a gift (RES-35, RES-48).',
});

export enum RecallMode {
  UPPER_FROM_LOWER = 'UPPER_FROM_LOWER',
  DEPARTMENT_FROM_CUSTOMER = 'DEPARTMENT_FROM_CUSTOMER',
  OPERATOR_FROM_PARTNER = 'OPERATOR_FROM_PARTNER',
}

describeEnum(RecallMode, 'RecallMode', 'From whom stock is taken back (RES-10).', {
  UPPER_FROM_LOWER: 'A holder from one that it supplies.',
  DEPARTMENT_FROM_CUSTOMER: 'A department from a customer.',
  OPERATOR_FROM_PARTNER: 'The operator from a partner.',
});

@Noun({ tag: 'rh', description: 'One movement of stock; notes are never changed, balances are their sum (RES-17).' })
export class StockNote extends Node {
  @Text({ description: 'Number of the note.', max: 30, access: 'unique' })
  noteNo!: string;

  @EnumOf(() => StockNoteKind, { description: 'Why it moved.', access: 'btree' })
  kind!: StockNoteKind;

  @One(() => ResourceType, {
    description: 'What moved.',
    inverse: 'notes',
    inverseDescription: 'Movements of the type.',
  })
  type!: ResourceType;

  @One(() => StockHolder, {
    description:
      'Who gave it; null when it came from outside or from a customer, and for callers who may not see that holder.',
    nullable: true,
    hideable: true,
    inverse: 'notesFrom',
    inverseDescription: 'Movements away from the holder.',
  })
  from?: StockHolder | null;

  @One(() => StockHolder, {
    description: 'Who got it; null when it left the stock, and for callers who may not see that holder.',
    nullable: true,
    hideable: true,
    inverse: 'notesTo',
    inverseDescription: 'Movements to the holder.',
  })
  to?: StockHolder | null;

  @Int({ description: 'Pieces.', access: 'slow' })
  quantity!: number;

  @Bool({
    description: 'Whether it changed what is in stock; false for a thing that was given back and rests first.',
  })
  counted: boolean = true;

  @TextList({ description: 'Numbers of the pieces, for a serialised type; empty otherwise.' })
  resourceNos!: string[];

  @Value(() => Money, {
    description:
      'Value of one piece: what was paid for it when it came; null when it is not known, or pieces differ (RES-08, RES-09, RES-11, RES-12).',
    nullable: true,
  })
  unitPrice?: Money | null;

  @Value(() => Money, {
    description: 'Value of all pieces together; null when it is not known.',
    nullable: true,
  })
  total?: Money | null;

  @EnumOf(() => RecallMode, { description: 'Of a recall or a return: from whom (RES-10).', nullable: true })
  mode?: RecallMode | null;

  @Text({ description: 'Why; of a stock-in null.', nullable: true, max: 500 })
  reason?: string | null;

  @One(() => StockNote, {
    description: 'Of a reversal: the stock-in that it undoes.',
    nullable: true,
    inverse: 'reversals',
    inverseDescription: 'What undid the stock-in.',
  })
  reverses?: StockNote | null;

  @Text({ description: 'Who did it.', max: 100, access: 'slow' })
  movedBy!: string;

  @Instant({ description: 'When.', access: 'btree' })
  movedAt!: Date;
}
