import { describeEnum, EnumOf, Noun, Text } from '../../kernel/model/index.js';
import { ProblemTicket } from './problem-ticket.js';

export enum Adoption {
  ADOPTED = 'ADOPTED',
  PARTLY = 'PARTLY',
  REJECTED = 'REJECTED',
  DEFERRED = 'DEFERRED',
}

describeEnum(Adoption, 'Adoption', 'What became of a suggestion (TRB-68).', {
  ADOPTED: 'It is followed.',
  PARTLY: 'A part of it is followed.',
  REJECTED: 'It is not followed.',
  DEFERRED: 'It is kept for later.',
});

@Noun({ tag: 'tg', description: 'A suggestion of a customer for doing something better (TRB-68).' })
export class Suggestion extends ProblemTicket {
  @EnumOf(() => Adoption, {
    description: 'What became of it; null before the owning department decided.',
    nullable: true,
  })
  adoption?: Adoption | null;

  @Text({ description: 'Why the department decided so.', nullable: true, max: 1000 })
  adoptionReason?: string | null;
}
