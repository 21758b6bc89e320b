import { describe, expect, test } from '@jest/globals';
import {
  contactFaults,
  deliveredIdentityRules,
  ContactMediumKind,
  identityFaults,
  IdentificationType,
  individualFaults,
  Gender,
} from './index.js';

const TODAY = '2026-06-01';
const by = { rules: deliveredIdentityRules, today: TODAY };
const codes = (faults: { code: string; path: string[] }[]) =>
  faults.map(({ code, path }) => `${code} ${path.join('.')}`);
const check = (type: IdentificationType, number: string) => codes(identityFaults(type, number, ['number'], by));
const bad = ['INVALID_IDENTITY_NUMBER number'];

describe('identity numbers', () => {
  test.each(['11010519491231002X', '440524188001010014', '11010519491231002x', '130503670401001'])(
    'CUS-12 accepts the identity card %s',
    (number) => {
      expect(check(IdentificationType.ID_CARD, number)).toEqual([]);
    },
  );

  test.each([
    ['wrong check digit', '110105194912310021'],
    ['X in the middle', '1101051949123100X2'],
    ['17 digits', '11010519491231002'],
    ['16 digits', '1101051949123100'],
    ['no real day of birth', '110105194902310028'],
    ['15 digits without a real day', '130503671301001'],
    ['a day of birth long ago', '440106000101011231'],
    ['letters', 'ABCDEFGHIJKLMNOPQR'],
  ])('CUS-12 refuses an identity card with %s', (_what, number) => {
    expect(check(IdentificationType.ID_CARD, number)).toEqual(bad);
  });

  test('CUS-12 refuses each other last character of an identity card', () => {
    const accepted = [...'0123456789X'].filter(
      (last) => check(IdentificationType.ID_CARD, `11010519491231002${last}`).length === 0,
    );
    expect(accepted).toEqual(['X']);
  });

  test.each(['91350100M000100Y43', '91330100799655058B', '110108000000016'])(
    'CUS-12 accepts the business registration %s',
    (number) => {
      expect(check(IdentificationType.REGISTRATION_NO, number)).toEqual([]);
    },
  );

  test.each(['91350100M000100Y44', '91350100I000100Y43', '110108000000017', '9135010', ''])(
    'CUS-12 refuses the business registration "%s"',
    (number) => {
      expect(check(IdentificationType.REGISTRATION_NO, number)).toEqual(bad);
    },
  );

  test('CUS-12 checks passports and names the rule that is broken', () => {
    expect(check(IdentificationType.PASSPORT, 'E12345678')).toEqual([]);
    const [fault] = identityFaults(IdentificationType.PASSPORT, 'E1#', ['number'], by);
    expect(fault).toMatchObject({
      code: 'INVALID_IDENTITY_NUMBER',
      details: { type: 'PASSPORT', rule: '5 to 15 letters and digits' },
    });
  });

  test('CUS-12 finds a person who contradicts the identity card', () => {
    const card = [{ type: IdentificationType.ID_CARD, number: '11010519491231002X' }];
    expect(codes(individualFaults({ birthDate: '1949-12-31', gender: Gender.FEMALE }, card, [], TODAY))).toEqual([]);
    expect(codes(individualFaults({ birthDate: '1950-12-31', gender: Gender.MALE }, card, [], TODAY))).toEqual([
      'CONTRADICTION birthDate',
      'CONTRADICTION gender',
    ]);
  });
});

describe('contact media', () => {
  test.each([
    [ContactMediumKind.MOBILE, '138 0013 8000'],
    [ContactMediumKind.MOBILE, '+1 415-555-2671'],
    [ContactMediumKind.PHONE_FIXED, '(020) 8888 6666'],
    [ContactMediumKind.EMAIL, 'li.lei@example.com.cn'],
    [ContactMediumKind.WEB, 'https://example.com/a'],
    [ContactMediumKind.POST, '广州市天河路1号'],
  ])('CUS-19 accepts %s %s', (kind, value) => {
    expect(contactFaults({ kind, value }, [])).toEqual([]);
  });

  test.each([
    [ContactMediumKind.MOBILE, '12800138000', 'INVALID_PHONE value'],
    [ContactMediumKind.MOBILE, '1380013800', 'INVALID_PHONE value'],
    [ContactMediumKind.PHONE_FIXED, 'call me', 'INVALID_PHONE value'],
    [ContactMediumKind.EMAIL, 'li.lei@example', 'INVALID_EMAIL value'],
    [ContactMediumKind.EMAIL, 'a b@example.com', 'INVALID_EMAIL value'],
    [ContactMediumKind.WEB, 'javascript:alert(1)', 'INVALID_URL value'],
  ])('CUS-19 refuses %s %s', (kind, value, fault) => {
    expect(codes(contactFaults({ kind, value }, []))).toEqual([fault]);
  });

  test('CUS-19 refuses a postcode on anything but a postal address', () => {
    expect(
      codes(contactFaults({ kind: ContactMediumKind.EMAIL, value: 'a@example.com', postcode: '510000' }, [])),
    ).toEqual(['CONTRADICTION postcode']);
  });
});
