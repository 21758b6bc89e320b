import { Bool, describeEnum, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';
import { IdentificationType } from './party-identification.js';

export enum IdentityCheck {
  NONE = 'NONE',
  RESIDENT_ID = 'RESIDENT_ID',
  BUSINESS_REGISTRATION = 'BUSINESS_REGISTRATION',
}

describeEnum(IdentityCheck, 'IdentityCheck', 'Check of a number beyond its pattern (CUS-11).', {
  NONE: 'No further check.',
  RESIDENT_ID: 'Day of birth of 15 and 18 characters, and the check digit of 18 (GB 11643).',
  BUSINESS_REGISTRATION: 'Check digit of 18 characters (GB 32100) or of 15 digits (GS 15).',
});

@Noun({
  tag: 'iq',
  description:
    'How numbers of one kind of identity document look. Numbers saved from now on are held to it; those that are kept stay as they are (CUS-11).',
})
export class IdentityRule extends Node {
  @Text({ description: 'Code of the rule: the name of the kind of document.', max: 60, access: 'unique' })
  code!: string;

  @EnumOf(() => IdentificationType, { description: 'Kind of document that it is for.' })
  type!: IdentificationType;

  @Text({
    description: 'Regular expression that the whole number matches, without spaces and hyphens, in capitals.',
    max: 200,
  })
  pattern!: string;

  @EnumOf(() => IdentityCheck, { description: 'Further check of a number that has the pattern.' })
  check!: IdentityCheck;

  @Text({ description: 'The rule in words, for those whose number is refused.' })
  explanation!: string;

  @Bool({
    description: 'Whether it is in use; numbers of a kind without a rule in use are not checked.',
    access: 'slow',
  })
  active!: boolean;
}
