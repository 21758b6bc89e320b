import { Bool, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { Campaign } from './campaign.js';

@UniqueTogether(['campaign', 'region'])
@Noun({
  tag: 'mr',
  root: false,
  description: 'A region in which a campaign runs; its staff see the campaign (CMP-49).',
})
export class CampaignRegion extends Node {
  @One(() => Campaign, {
    description: 'The campaign.',
    inverse: 'regions',
    inverseDescription:
      'Regions that it is confined to (`chosen`), and those that serve customers of its published lists; of those that the caller may see.',
  })
  campaign!: Campaign;

  @One(() => Region, {
    description: 'The region.',
    inverse: 'campaignRegions',
    inverseDescription: 'Campaigns that run in the region.',
  })
  region!: Region;

  @Bool({
    description: 'True: the campaign was confined to it. False: customers of a published list are served there.',
  })
  chosen!: boolean;
}
