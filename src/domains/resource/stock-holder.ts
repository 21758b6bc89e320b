import { describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
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
}
