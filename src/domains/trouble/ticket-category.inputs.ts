import { BoolInput, EnumInput, Input, TextInput } from '../../kernel/model/index.js';
import { TicketKind } from './ticket-enums.js';

@Input('A category of tickets, whole (TRB-03, TRB-04).')
export class TicketCategorySaveInput {
  @TextInput({ description: 'Code; a category with this code is changed, otherwise one is made.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @EnumInput(() => TicketKind, { description: 'Kind of tickets that it belongs to; for good.' })
  ticketKind!: TicketKind;

  @TextInput({
    description: 'Code of the wider category, of the same kind; at the top when absent.',
    max: 60,
    optional: true,
  })
  parentCode?: string | null;

  @BoolInput({ description: 'Whether new tickets may use it; true when absent.', optional: true })
  active?: boolean | null;
}
