import { explainContrary, explainRule, knownTruth, RuleTooCostly, ruleHolds } from './index.js';

const values = {
  a: 'x',
  n: 3,
  gone: null,
  codes: ['x', 'y'],
  customer: { gender: null, type: 'BIG', more: {} },
  lines: [{ kind: 'a' }, { kind: null }],
};

describe('PRD-44 CUS-69 what nobody knows is neither so nor otherwise', () => {
  it.each([
    ['customer.gender = "MALE"', null],
    ['customer.gender != "MALE"', null],
    ['not(customer.gender = "MALE")', null],
    ['customer.age != 3', null],
    ['gone != gone', null],
    ['customer.gender in ("MALE", "OTHER")', null],
    ['not(customer.gender in ("MALE", "OTHER"))', null],
    ['not(customer.gender in codes)', null],
    ['not(customer.gender in ["MALE"])', null],
    ['not(n in gone)', null],
    ['not(gone in [1..5])', null],
    ['not(gone between 1 and 5)', null],
    ['not(gone in (> 3, < 1))', null],
    ['not(list contains(codes, customer.gender))', null],
    ['not(list contains(element: customer.gender, list: codes))', null],
    ['not(list contains(codes, string(get value(customer.more, "k"))))', null],
    ['not(is(customer.gender, "MALE"))', null],
    ['not(some code in codes satisfies code = gone)', null],
    ['not(every code in codes satisfies code != gone)', null],
    ['not(some one in gone satisfies one = 3)', null],
    ['not(starts with(gone, "x"))', null],
    // The parts that are known decide where they can.
    ['customer.gender != "MALE" or customer.type = "BIG"', true],
    ['customer.gender != "MALE" and customer.type != "BIG"', false],
    ['some line in lines satisfies line.kind = "a"', true],
    ['every line in lines satisfies line.kind = "a"', null],
    ['every line in lines satisfies line.kind = "b"', false],
    ['count(lines[kind != "b"]) = 1', true],
    // Who asks for the absence itself is answered.
    ['customer.gender = null', true],
    ['null != customer.gender', false],
    ['customer.gender in ("MALE", null)', true],
    ['not(customer.gender in [null])', false],
    ['list contains(codes, null)', false],
    ['customer.gender = null or customer.gender != "MALE"', true],
    // What is known is judged as ever.
    ['a != "y" and a in ("x", "y") and not(a in ["z"])', true],
    ['list contains(codes, a) and some code in codes satisfies code = a', true],
    ['n in [1..5] and n between 1 and 3 and not(n in ]3..5]) and n in (> 2)', true],
    ['every code in codes, other in codes satisfies code = other or code != other', true],
    ['a in (if n in (3, 4) then codes else ["z"])', true],
  ])('%s: %s', (text, truth) => expect(knownTruth(text, values)).toBe(truth));

  it('leaves other rules to what FEEL says of null', () => {
    expect(ruleHolds('customer.gender != "MALE"', values)).toBe(true);
    expect(ruleHolds('not(list contains(codes, customer.gender))', values)).toBe(true);
  });

  it('names what is not known', () => {
    expect(explainRule('customer.type = "BIG" and customer.gender != "MALE"', values, 'unknown')).toEqual([
      { text: 'customer.gender != "MALE"', values: { 'customer.gender': null }, unknown: ['customer.gender'] },
    ]);
    expect(explainRule('customer.type = "X"', values, 'unknown')).toEqual([
      { text: 'customer.type = "X"', values: { 'customer.type': 'BIG' } },
    ]);
    expect(explainContrary('list contains(codes, customer.age)', values)).toMatchObject([
      { text: 'not(list contains(codes, customer.age))', unknown: ['customer.age'] },
    ]);
  });

  it('counts what it goes through', () => {
    const numbers = Array.from({ length: 400 }, (_, index) => index);
    expect(() => knownTruth('some a in l, b in l satisfies a = -1', { l: numbers })).toThrow(RuleTooCostly);
    expect(knownTruth('some a in l satisfies a = 399', { l: numbers })).toBe(true);
    const nested = `${'('.repeat(60)}n${' in (1, 3))'.repeat(60)}`;
    expect(knownTruth(`${nested} = true`, values)).toBe(false);
  });
});
