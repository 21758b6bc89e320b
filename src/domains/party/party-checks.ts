import type { MoneyInput } from '../../kernel/model/index.js';
import { userError, type InputPath, type UserError } from '../../kernel/errors/index.js';
import { idCardBirthDate, idCardIsMale } from './check-digits.js';
import { ContactPurpose } from './contact-medium.js';
import { contactFaults, normalContactValue } from './contact-rules.js';
import {
  deliveredIdentityRules,
  identityFaults,
  identityNumberForms,
  type IdentityRules,
  normalIdentityNumber,
} from './identity-rules.js';
import { Gender } from './individual.js';
import { IdentificationType } from './party-identification.js';
import type { ContactMediumInput, IdentificationInput, IndividualChangeInput } from './party.inputs.js';

/** What is wrong with a list of identity documents: their numbers, days, and one document said twice. */
export function identificationListFaults(
  documents: readonly IdentificationInput[],
  path: InputPath,
  rules: IdentityRules,
): UserError[] {
  const seen = new Set<string>();
  return documents.flatMap((document, index) => {
    const at = [...path, index];
    const faults = identityFaults(document.type, document.number, [...at, 'number'], rules);
    if (document.validUntil && document.validUntil < rules.today) {
      faults.push(
        userError('EXPIRED', 'The document is no longer valid.', [...at, 'validUntil'], {
          validUntil: document.validUntil,
        }),
      );
    }
    const key = `${document.type} ${identityNumberForms(document.type, document.number).toSorted().join(' ')}`;
    if (seen.has(key)) faults.push(userError('DUPLICATE', 'The same document is given twice.', [...at, 'number']));
    seen.add(key);
    return faults;
  });
}

/** What is wrong with a list of contact media: their values, and more than one preferred. */
export function contactListFaults(media: readonly ContactMediumInput[], path: InputPath): UserError[] {
  const preferred = media.flatMap((medium, index) => (medium.preferred ? [index] : []));
  return [
    ...media.flatMap((medium, index) => contactFaults(medium, [...path, index])),
    ...doublesIn(media).map((index) =>
      userError('DUPLICATE', 'This stands in the list already, for the same purpose.', [...path, index, 'value']),
    ),
    ...preferred
      .slice(1)
      .map((index) => userError('CONTRADICTION', 'Only one medium can be preferred.', [...path, index, 'preferred'])),
  ];
}

/** Places of what stands before in the list, for the same purpose. */
function doublesIn(media: readonly ContactMediumInput[]): number[] {
  const keys = media.map(({ kind, value, purpose }) =>
    JSON.stringify([kind, normalContactValue(kind, value), purpose ?? ContactPurpose.GENERAL]),
  );
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

/**
 * What is wrong with a person's own data, and between it and the identity cards.
 * @param today the day that it is where the operator is, `YYYY-MM-DD`
 */
export function individualFaults(
  person: IndividualChangeInput,
  cards: readonly { type: IdentificationType; number: string }[],
  path: InputPath,
  today: string,
): UserError[] {
  const faults: UserError[] = [];
  if (person.name === null) faults.push(userError('REQUIRED', 'A person has a name.', [...path, 'name']));
  if (person.birthDate && person.birthDate > today) {
    faults.push(userError('IN_FUTURE', 'The day of birth lies in the future.', [...path, 'birthDate']));
  }
  if (person.nationality && !/^[A-Z]{2}$/.test(person.nationality)) {
    faults.push(
      userError('INVALID_COUNTRY', 'Expected are two capital letters of ISO 3166-1, such as CN.', [
        ...path,
        'nationality',
      ]),
    );
  }
  for (const card of cards) {
    if (card.type !== IdentificationType.ID_CARD) continue;
    faults.push(...cardContradictions(person, normalIdentityNumber(card.number), path, today));
  }
  return faults;
}

function cardContradictions(
  person: IndividualChangeInput,
  number: string,
  path: InputPath,
  today: string,
): UserError[] {
  const by = { rules: deliveredIdentityRules, today };
  if (identityFaults(IdentificationType.ID_CARD, number, [], by).length > 0) return [];
  const faults: UserError[] = [];
  if (person.birthDate && person.birthDate !== idCardBirthDate(number)) {
    faults.push(
      userError('CONTRADICTION', 'The day of birth differs from that in the identity number.', [...path, 'birthDate']),
    );
  }
  const gender = idCardIsMale(number) ? Gender.MALE : Gender.FEMALE;
  if (person.gender && person.gender !== Gender.OTHER && person.gender !== gender) {
    faults.push(
      userError('CONTRADICTION', 'The gender differs from that in the identity number.', [...path, 'gender']),
    );
  }
  return faults;
}

/** What is wrong with an organisation's own data. */
export function organizationFaults(
  organization: { name?: string | null; registrationNo?: string | null; revenue?: MoneyInput | null },
  path: InputPath,
  rules: IdentityRules,
): UserError[] {
  const faults: UserError[] = [];
  if (organization.name === null) faults.push(userError('REQUIRED', 'An organisation has a name.', [...path, 'name']));
  if (organization.registrationNo) {
    faults.push(
      ...identityFaults(
        IdentificationType.REGISTRATION_NO,
        organization.registrationNo,
        [...path, 'registrationNo'],
        rules,
      ),
    );
  }
  if (organization.revenue && !/^[A-Z]{3}$/.test(organization.revenue.currency)) {
    faults.push(
      userError('INVALID_CURRENCY', 'Expected are three capital letters of ISO 4217, such as CNY.', [
        ...path,
        'revenue',
        'currency',
      ]),
    );
  }
  return faults;
}
