import { Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { InternalOrganization } from './internal-organization.js';

@UniqueTogether(['organization', 'region'])
@Noun({
  tag: 'ow',
  root: false,
  description: 'A region that a unit of the operator serves, such as the acceptance area of a business hall (SYS-05).',
})
export class OrganizationRegion extends Node {
  @One(() => InternalOrganization, {
    description: 'The unit.',
    inverse: 'serviceRegions',
    inverseDescription: 'Regions that this unit serves.',
  })
  organization!: InternalOrganization;

  @One(() => Region, {
    description: 'The region that it serves, with all regions inside.',
    inverse: 'servingOrganizations',
    inverseDescription: 'Units of the operator that serve exactly this region.',
  })
  region!: Region;
}
