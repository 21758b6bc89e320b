import { describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

export enum PartyStatus {
  ACTIVE = 'ACTIVE',
  INACTIVE = 'INACTIVE',
}

describeEnum(PartyStatus, 'PartyStatus', 'Whether a party is in use.', {
  ACTIVE: 'Known and in use.',
  INACTIVE: 'Kept for history only.',
});

@Noun({
  abstract: true,
  plural: 'parties',
  description: 'A person or an organisation with any relation to the operator (MOD-02, TMF632 Party).',
})
export abstract class Party extends Node {
  @Text({ description: 'Full name.', access: 'search' })
  name!: string;

  @Text({ description: 'Short or familiar name.', nullable: true, max: 100 })
  shortName?: string | null;

  @EnumOf(() => PartyStatus, { description: 'Whether the party is in use.' })
  status: PartyStatus = PartyStatus.ACTIVE;

  @One(() => Region, {
    description: 'Where the party lives or has its seat; staff of this region see it.',
    nullable: true,
    inverse: 'parties',
    inverseDescription: 'Parties located directly in this region.',
  })
  region?: Region | null;
}
