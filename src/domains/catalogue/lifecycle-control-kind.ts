import { Bool, EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';

@Noun({
  tag: 'qn',
  description:
    'A kind of life-cycle control that the operator wrote at run time: how it is told whether a bundled product has been kept long enough (PRD-38).',
})
export class LifecycleControlKind extends Node {
  @Text({ description: 'Code unique among kinds, such as `UNTIL_CONTRACT_YEAR_ENDS`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.' })
  name!: string;

  @Text({
    description:
      'Condition in FEEL over `held`, `moment` and `values`, the texts of the bundle; while it does not hold, the product is to be kept.',
    max: 2000,
  })
  fulfilled!: string;

  @Bool({ description: 'Whether bundles may use it from now on; those that do go on.' })
  active!: boolean;

  @EnumOf(() => MaintenanceLevel, {
    description: 'Level whose managers, and no others, change it: the one at which it was written (PRD-09).',
  })
  level: MaintenanceLevel = MaintenanceLevel.HEADQUARTERS;

  @One(() => Region, {
    description: 'Province or local network that maintains it; null for the headquarters (PRD-09).',
    nullable: true,
    inverse: 'ownedLifecycleControlKinds',
    inverseDescription: 'Kinds of life-cycle control that the province or local network maintains.',
  })
  owner?: Region | null = null;

  @Int({ description: 'Counts its changes, from 1.' })
  version: number = 1;
}
