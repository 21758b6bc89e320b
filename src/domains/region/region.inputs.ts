import { EnumInput, IdInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { Region, RegionKind } from './region.js';

@Input(
  'A region, new or changed: an administrative division with number, name, level and the division above (SYS-01). One of create, change, move and close by what is given.',
)
export class RegionSaveInput {
  @IdInput(() => Region, { description: 'The region to change; left out, a new one is made.', optional: true })
  regionId?: string | null;

  @TextInput({
    description: 'Number unique in the tree, digits, capital letters and `-`; needed and used for a new region only.',
    optional: true,
    max: 40,
  })
  code?: string | null;

  @TextInput({ description: 'Name; needed for a new region.', optional: true })
  name?: string | null;

  @EnumInput(() => RegionKind, { description: 'Level; needed for a new region.', optional: true })
  kind?: RegionKind | null;

  @IdInput(() => Region, {
    description: 'The region in which it lies; another one moves it with all regions inside. Needed for a new region.',
    optional: true,
  })
  parentId?: string | null;

  @TextInput({
    description: 'Why it is closed from now on; left out, it is not. It stays for the record.',
    optional: true,
    max: 400,
  })
  closeReason?: string | null;
}

@Input('Many regions to create or change, each by itself (SYS-03).')
export class RegionBatchInput {
  @ListInput(() => RegionSaveInput, { description: 'The regions, in their order.', min: 1, max: 500 })
  rows!: RegionSaveInput[];
}
