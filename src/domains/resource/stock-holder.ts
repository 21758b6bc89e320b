import { describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';

export enum StockHolderKind {
  DEPARTMENT = 'DEPARTMENT',
  OUTLET = 'OUTLET',
  SALESPERSON = 'SALESPERSON',
  CONSIGNMENT_POINT = 'CONSIGNMENT_POINT',
  PARTNER = 'PARTNER',
}

describeEnum(StockHolderKind, 'StockHolderKind', 'Who keeps stock.', {
  DEPARTMENT: 'A department with a warehouse.',
  OUTLET: 'A business hall.',
  SALESPERSON: 'A single salesperson.',
  CONSIGNMENT_POINT: 'A point that sells on commission.',
  PARTNER: 'A partner, for what it received from a sales department.',
});

@Noun({
  tag: 'rb',
  description: 'Someone who keeps stock: a warehouse, an outlet, a person or a partner (TMF687 StockPlace).',
})
export class StockHolder extends Node {
  @Text({ description: 'Code unique among holders.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => StockHolderKind, { description: 'What kind of holder it is.', access: 'btree' })
  kind!: StockHolderKind;

  @One(() => Region, {
    description: 'Region whose staff see and move its stock.',
    inverse: 'stockHolders',
    inverseDescription: 'Holders of stock in exactly this region.',
  })
  region!: Region;

  @One(() => StockHolder, {
    description: 'Holder that supplies it; null at the top.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Holders that it supplies.',
  })
  parent?: StockHolder | null;

  @One(() => ExternalOrganization, {
    description:
      'Partner that the holder belongs to and who sees its stock; null for own holders and for callers who may not see it (RES-50).',
    nullable: true,
    hideable: true,
    inverse: 'stockHolders',
    inverseDescription: 'Holders of stock that belong to the partner (RES-49, RES-50).',
  })
  partner?: ExternalOrganization | null;

  @Instant({
    description: 'When it was closed, with nothing left; null while it holds stock (RES-49).',
    nullable: true,
    access: 'slow',
  })
  closedAt?: Date | null;
}
