import { compareRules, type RuleRelation, type RuleVariables } from './index.js';

const variables: RuleVariables = {
  amount: { type: 'number', description: 'Money.' },
  seats: { type: 'number', description: 'How many.' },
  level: { type: 'string', description: 'Level.' },
  size: { type: 'string', description: 'Class.', values: ['S', 'M', 'L'] },
  isNew: { type: 'boolean', description: 'Whether it is new.' },
  day: { type: 'date', description: 'A day.' },
  tags: { type: 'list', description: 'Words.' },
  variables: { type: 'context', description: 'Everything.' },
};
const relation = (one: string | null, other: string | null) => compareRules(one, other, variables);
const TURNED: Partial<Record<RuleRelation, RuleRelation>> = { INSIDE: 'AROUND', AROUND: 'INSIDE' };

describe('compareRules', () => {
  it.each<[string | null, string | null, RuleRelation]>([
    [null, null, 'SAME'],
    ['amount > 5', null, 'INSIDE'],
    // The same in other words.
    ['level = "GOLD"', '"GOLD"=level', 'SAME'],
    ['level in ("GOLD", "SILVER")', 'level = "SILVER" or (level = "GOLD")', 'SAME'],
    ['list contains(["GOLD", "SILVER"], level)', 'level in ["SILVER", "GOLD"]', 'SAME'],
    ['amount in [1..5]', 'amount >= 1 and amount <= 5', 'SAME'],
    ['amount between 1 and 5', 'not(amount < 1 or amount > 5)', 'SAME'],
    ['isNew', 'isNew = true', 'SAME'],
    ['not(isNew)', 'isNew = false', 'SAME'],
    ['size != "S"', 'size in ("M", "L") or size = null', 'SAME'],
    ['variables.seats > 3', 'variables . seats in > 3', 'SAME'],
    // Apart.
    ['level = "GOLD"', 'level = "SILVER"', 'APART'],
    ['amount < 5', 'amount in [5..10]', 'APART'],
    ['amount in (1..5]', 'amount <= 1', 'APART'],
    ['amount > -3', 'amount <= -3', 'APART'],
    ['isNew and amount > 1', 'amount > 1 and not(isNew)', 'APART'],
    ['day < date("2026-01-01")', 'day >= date("2026-01-01")', 'APART'],
    ['size != "S" and size != "M"', 'size != "L" and size != null', 'APART'],
    ['level = "GOLD" and count(tags) > 2', 'level = "SILVER"', 'APART'],
    ['list contains(tags, "a")', 'not(list contains( tags, "a" ))', 'APART'],
    ['amount > 5 and amount < 2', 'level = "GOLD"', 'APART'],
    // One inside the other.
    ['level = "GOLD" and amount > 10', 'amount > 5', 'INSIDE'],
    ['amount in [2..3]', 'amount in [1..5)', 'INSIDE'],
    ['day in [date("2026-01-02")..date("2026-01-05")]', 'day > date("2026-01-01")', 'INSIDE'],
    ['list contains(tags, "a") and amount > 1', 'list contains(tags,"a")', 'INSIDE'],
    // Both have something of their own.
    ['amount > 5', 'amount < 10', 'OVERLAP'],
    ['level = "GOLD"', 'amount > 5', 'OVERLAP'],
    ['level != "GOLD"', 'level != "SILVER"', 'OVERLAP'],
    ['day > date("2026-01-01")', 'day < date("2026-01-03")', 'OVERLAP'],
    // What is worked out cannot be told apart.
    ['amount * 2 > 5', 'amount < 1', 'UNCLEAR'],
    ['starts with(level, "G")', 'level = "SILVER"', 'UNCLEAR'],
    ['amount > seats', 'amount < 3', 'UNCLEAR'],
    ['list contains(tags, "a")', 'list contains(tags, "b")', 'UNCLEAR'],
    ['if isNew then amount > 1 else false', 'amount > 1', 'UNCLEAR'],
  ])('%s and %s are %s', (one, other, wanted) => {
    expect(relation(one, other)).toBe(wanted);
    expect(relation(other, one)).toBe(TURNED[wanted] ?? wanted);
  });

  it('knows of names that can have certain values only', () => {
    const one = 'objectType = "Order" or amount > 5';
    expect(compareRules(one, 'amount < 3', variables)).toBe('OVERLAP');
    expect(compareRules(one, 'amount < 3', variables, { objectType: ['Customer'] })).toBe('APART');
  });

  it('gives up where there is too much to try', () => {
    const names = Array.from({ length: 9 }, (_, at) => `n${at}`);
    const many = (value: number) => names.map((name) => `${name} = ${value}`).join(' or ');
    expect(compareRules(`not(${many(1)})`, `not(${many(2)})`, {})).toBe('UNCLEAR');
    // Each for itself it is little.
    const each = (value: number) => names.map((name) => `${name} != ${value}`).join(' and ');
    expect(compareRules(each(1), each(2), {})).toBe('OVERLAP');
  });
});
