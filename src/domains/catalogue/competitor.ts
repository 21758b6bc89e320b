import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';

@Noun({
  tag: 'kp',
  description:
    'Another operator of similar scope, who offers the same, similar or substitute goods; kept for comparison (MOD-15).',
})
export class Competitor extends Node {
  @Text({ description: 'Code unique among competitors.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => Region, {
    description: 'Region in which it competes; null for everywhere.',
    nullable: true,
    inverse: 'competitors',
    inverseDescription: 'Competitors in exactly this region.',
  })
  region?: Region | null;

  @One(() => ExternalOrganization, {
    description:
      'The organisation that it is, where the operator deals with it: as a customer it is an interconnect one (CUS-70). Null when not known.',
    nullable: true,
    inverse: 'competitors',
    inverseDescription: 'Competitor that the organisation is (CUS-70).',
  })
  organization?: ExternalOrganization | null;

  @Text({
    description: 'What is known about it, such as strengths and share of the market.',
    nullable: true,
    max: 4000,
  })
  description?: string | null;
}
