import { Bool, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { TicketKind } from './ticket-enums.js';

@Noun({
  tag: 'tc',
  plural: 'ticketCategories',
  description: 'What a ticket is about: a node of a tree per kind that operators extend (TRB-03, TRB-04).',
})
export class TicketCategory extends Node {
  @Text({ description: 'Code unique over all kinds, such as `FAULT_NO_SERVICE`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => TicketKind, { description: 'Kind of tickets that it belongs to.' })
  ticketKind!: TicketKind;

  @One(() => TicketCategory, {
    description: 'The wider category; null at the top.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Categories directly below this one.',
  })
  parent?: TicketCategory | null;

  @Bool({ description: 'Whether new tickets may use it.', access: 'slow' })
  active!: boolean;
}
