import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum ResourceRequestStatus {
  TO_SEND = 'TO_SEND',
  UNDER_APPROVAL = 'UNDER_APPROVAL',
  REJECTED = 'REJECTED',
  APPROVED = 'APPROVED',
  CLOSED = 'CLOSED',
}

describeEnum(ResourceRequestStatus, 'ResourceRequestStatus', 'State of a request for stock (RES-07).', {
  TO_SEND: 'Written, not yet sent.',
  UNDER_APPROVAL: 'Sent; somebody else decides.',
  REJECTED: 'Refused, with a reason; it may be reworked and sent again.',
  APPROVED: 'Granted; the stock is still to come.',
  CLOSED: 'The stock was delivered.',
});

@Noun({ tag: 'rw', description: 'A request of a holder for stock, from its writing to the delivery (RES-06, RES-07).' })
export class ResourceRequest extends Node {
  @Text({ description: 'Number of the request.', max: 30, access: 'unique' })
  requestNo!: string;

  @One(() => ResourceType, {
    description: 'What is wanted.',
    inverse: 'requests',
    inverseDescription: 'Requests for the type (RES-06).',
  })
  type!: ResourceType;

  @One(() => StockHolder, {
    description: 'Who wants it.',
    inverse: 'requests',
    inverseDescription: 'Requests of the holder for stock (RES-06).',
  })
  holder!: StockHolder;

  @Text({ description: 'Number of the piece that is wanted; null for any.', nullable: true, max: 60 })
  resourceNo?: string | null;

  @Int({ description: 'Pieces that are wanted.', access: 'slow' })
  quantity!: number;

  @Int({ description: 'Pieces that were delivered so far.', access: 'slow' })
  delivered: number = 0;

  @EnumOf(() => ResourceRequestStatus, {
    description: 'State; changes only through its life cycle, which its history shows (RES-07).',
    access: 'btree',
  })
  status!: ResourceRequestStatus;

  @Text({ description: 'What it is for.', nullable: true, max: 500 })
  purpose?: string | null;

  @Text({ description: 'Who asked.', max: 100, access: 'btree' })
  requestedBy!: string;

  @Instant({ description: 'When it was written.', access: 'btree' })
  requestedAt!: Date;

  @Text({ description: 'Who decided last; null before.', nullable: true, max: 100, access: 'slow' })
  decidedBy?: string | null;

  @Instant({ description: 'When it was decided last; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @Text({ description: 'Why it was decided so.', nullable: true, max: 500 })
  decisionReason?: string | null;

  @Instant({ description: 'When the last piece was delivered; null before.', nullable: true, access: 'slow' })
  closedAt?: Date | null;
}
