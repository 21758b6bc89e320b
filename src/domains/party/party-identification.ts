import { Index } from '@mikro-orm/decorators/legacy';
import {
  Bool,
  Computed,
  Day,
  describeEnum,
  EnumOf,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Party } from './party.js';

export enum IdentificationType {
  ID_CARD = 'ID_CARD',
  PASSPORT = 'PASSPORT',
  MILITARY_ID = 'MILITARY_ID',
  TRAVEL_PERMIT = 'TRAVEL_PERMIT',
  DRIVING_LICENCE = 'DRIVING_LICENCE',
  REGISTRATION_NO = 'REGISTRATION_NO',
}

describeEnum(IdentificationType, 'IdentificationType', 'Kind of an identity document (CUS-12).', {
  ID_CARD: 'Resident identity card of China, 15 or 18 characters (GB 11643).',
  PASSPORT: 'Passport of any country, 5 to 15 letters and digits.',
  MILITARY_ID: 'Military identity card.',
  TRAVEL_PERMIT: 'Travel permit of residents of Hong Kong, Macao and Taiwan.',
  DRIVING_LICENCE: 'Driving licence.',
  REGISTRATION_NO:
    'Business registration: unified social credit code of 18 characters (GB 32100) or the former 15 digits.',
});

/**
 * SQL over the columns of a document: its number, that of an identity card of 18 characters as the 15 digits it had before 1999
 * (without the century and the check character), so that both forms of one card are equal.
 */
export const DOCUMENT_KEY = `(case when "type" = 'ID_CARD' and length("number") = 18 then left("number", 6) || substr("number", 9, 9) else "number" end)`;

@Index({
  name: 'party_identification_document_key',
  expression: (_columns, table) =>
    `create index "party_identification_document_key" on "${table.name}" (${DOCUMENT_KEY})`,
})
@UniqueTogether(['type', 'number'])
@Noun({
  tag: 'id',
  root: false,
  description:
    'An identity document of a party; a document belongs to exactly one party (CUS-12, TMF632 Identification).',
})
export class PartyIdentification extends Node {
  @One(() => Party, {
    description: 'Whose document it is.',
    inverse: 'identifications',
    inverseDescription: 'Identity documents of the party.',
  })
  party!: Party;

  @EnumOf(() => IdentificationType, { description: 'Kind of document.' })
  type!: IdentificationType;

  @Text({ description: 'Number on the document, letters in upper case, no spaces.', max: 40, access: 'btree' })
  number!: string;

  @Day({ description: 'Last day of validity; null when it does not end.', nullable: true, access: 'slow' })
  validUntil?: string | null;

  @Computed('boolean', (row) => `(coalesce(${row}."valid_until" < "operator_today"(), false))`, {
    description:
      'Whether the last day of validity is over where the operator is (`operator.time-zone`); the document stays until it is renewed or ended. Null as of a moment in the past.',
    nullable: true,
  })
  expired?: boolean | null;

  @Text({ description: 'Address printed on the document.', nullable: true, max: 300 })
  address?: string | null;

  @Bool({ description: 'Whether the original was checked by staff or a register.', access: 'slow' })
  verified: boolean = false;
}
