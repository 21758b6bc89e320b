import { IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { ResourceType, StockHolder } from '../resource/index.js';

@Input('Which lines are looked for (RES-52); exactly one field.')
export class LineLookupInput {
  @TextInput({ description: 'Number of the line.', optional: true, max: 60 })
  lineNo?: string | null;

  @TextInput({ description: 'Number that works over it.', optional: true, max: 60 })
  accessNumber?: string | null;

  @TextInput({ description: 'Code of the standard address where it ends.', optional: true, max: 60 })
  addressCode?: string | null;
}

@Input('Which standard addresses are looked for (RES-52, ORD-25).')
export class AddressLookupInput {
  @TextInput({ description: 'A part of the address, such as street and number.', max: 100 })
  text!: string;

  @IntInput({ description: 'Most addresses that are answered; 20 when absent.', optional: true, min: 1, max: 50 })
  first?: number | null;
}

@Input('A line whose wiring is looked up (RES-52).')
export class LineWiringInput {
  @TextInput({ description: 'Number of the line.', max: 60 })
  lineNo!: string;
}

@Input('Numbers that are brought in line with the outside subsystem (RES-52).')
export class NumberSyncStartInput {
  @IdInput(() => ResourceType, { description: 'Type of the numbers, of category NUMBER.' })
  typeId!: string;

  @IdInput(() => StockHolder, { description: 'Who gets numbers that are not known yet; open, and of the own regions.' })
  holderId!: string;

  @TextInput({ description: 'Only numbers of this exchange; all when absent.', optional: true, max: 20 })
  exchange?: string | null;
}
