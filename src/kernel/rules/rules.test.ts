import {
  checkRule,
  evaluateRule,
  explainRule,
  ruleDecimal,
  ruleHolds,
  RuleTooCostly,
  type RuleVariables,
} from './index.js';

const variables: RuleVariables = {
  total: { type: 'number', description: 'Sum of the cart.' },
  customer: {
    type: 'context',
    description: 'Who buys.',
    fields: {
      level: { type: 'string', description: 'Service level.' },
      region: { type: 'context', description: 'Where.', fields: { code: { type: 'string', description: 'Code.' } } },
    },
  },
  items: { type: 'list', description: 'Lines.', fields: { price: { type: 'number', description: 'Price of one.' } } },
};
const codes = (text: string, wanted: Parameters<typeof checkRule>[2] = 'boolean') =>
  checkRule(text, variables, wanted).map(({ code }) => code);

describe('checkRule', () => {
  it.each([
    'total > 10 and customer.level = "GOLD"',
    'customer.region.code in ("44", "4401")',
    'some line in items satisfies line.price > total',
    'count(items[price > 3]) > 1 or count(items[item.price > 3]) > 1',
    'if total > 1 then true else false',
    'date("2026-01-01") < today()',
    'sum(for n in 1..10 return n) > total',
    'sum(for a in 1..100, b in 1..100 return a * b) > total',
    'sum(for a in 1..1000 return a) > sum(for a in 1..1000 return a)',
    '{ net: total - 1, gross: net * 2 }.gross > 5',
    'starts with(customer.level, "G")',
  ])('passes %s', (text) => expect(checkRule(text, variables)).toEqual([]));

  it.each([
    ['totl > 10', 'RULE_UNKNOWN_NAME'],
    ['customer.lvl = "GOLD"', 'RULE_UNKNOWN_NAME'],
    ['customer.region.name = "GOLD"', 'RULE_UNKNOWN_NAME'],
    ['every line in items satisfies lne.price > 1', 'RULE_UNKNOWN_NAME'],
    ['count(items[weight > 3]) > 1', 'RULE_UNKNOWN_NAME'],
    ['launch(total)', 'RULE_UNKNOWN_NAME'],
    ['matches(customer.level, "(a+)+$")', 'RULE_UNKNOWN_NAME'],
    ['total >', 'RULE_SYNTAX'],
    ['count(items', 'RULE_SYNTAX'],
    ['', 'RULE_SYNTAX'],
    ['"GOLD"', 'RULE_TYPE'],
    ['count(for n in 1..1000000000 return n) > 1', 'RULE_TYPE'],
    ['count(for n in 1..total return n) > 1', 'RULE_TYPE'],
    ['sum(for a in 1..1000, b in 1..1000 return a * b) > 0', 'RULE_TYPE'],
    ['sum(for a in 1..200 return sum(for b in 1..200 return a * b)) > 0', 'RULE_TYPE'],
    ['some a in 1..1000 satisfies every b in 1..1000 satisfies a < b', 'RULE_TYPE'],
    ['some a in (for b in 1..1000 return b) satisfies some c in 1..1000 satisfies c = a', 'RULE_TYPE'],
    ['count((for a in 1..1000 return a)[count((for b in 1..1000 return b)[item > 3]) > 3]) > 1', 'RULE_TYPE'],
    ['{ f: function(n) sum(for a in 1..200, b in 1..200 return a) }.f(total) > 0', 'RULE_TYPE'],
    ['some ƒcounted in items satisfies ƒcounted.price > 1', 'RULE_UNKNOWN_NAME'],
  ])('refuses %s', (text, code) => expect(codes(text)).toEqual([code]));

  it.each([
    ['1 / 0', 'has no value'],
    ['total + 1 / (2 - 2)', 'has no value'],
    ['10 ** 400', 'has no value'],
    [`total + ${'9'.repeat(400)}`, 'has no value'],
    ['(0 - 4) ** 0.5', 'has no value'],
    ['total / 0', 'divided by 0'],
    ['total / (3 - 1 - 2)', 'divided by 0'],
    ['modulo(total, 0)', 'divided by 0'],
    ['sqrt(0 - 1)', 'has no value'],
    ['number("a lot")', 'has no value'],
    ['if total > 3 then 5 else "x"', 'not a number'],
    ['1 + (if total > 3 then "x" else 5)', 'joined with strings only'],
    ['if total > 3 then (if total > 5 then customer.level else null) else items[1].price', 'not a number'],
    ['if total > 3 then (if total > 5 then customer.level else null) else null', 'not a number'],
    ['if total > 3 then null else "x"', 'not a number'],
    ['2 * (if total > 3 then "x" else null)', 'computed with a string'],
    ['modulo(if total > 3 then "x" else 5, 2)', 'number must stand here'],
  ])('PRD-71 refuses a formula that cannot work: %s', (text, reason) => {
    const findings = checkRule(text, variables, 'number');
    expect(findings.map(({ code }) => code)).toEqual(['RULE_TYPE']);
    expect(findings[0]!.message).toContain(reason);
  });

  it.each([
    ...['total / 4', '10 ** 3', 'total * (2 - 2)', '-5 * 2', 'modulo(total, 7)', 'number("12") + sqrt(16)'],
    ...['if total > 3 then 5 else null', 'if total > 3 then items[1].price else 1.5', '0 / 5', 'total / count(items)'],
    ...['decimal(total / 3, 2)', 'if total > 3 then (if total > 5 then 1 else 2) else 3', 'abs(0 - total)'],
    ...['1 + (if total > 3 then 2 else null)', 'count([if total > 3 then "high" else total])'],
  ])('PRD-71 passes the formula %s', (text) => expect(checkRule(text, variables, 'number')).toEqual([]));

  it('says where the text is wrong', () => {
    expect(checkRule('total > 1 and totl > 2', variables)).toMatchObject([{ from: 14, to: 18 }]);
  });

  it('refuses a text without end', () => expect(codes(`total > ${'1'.repeat(5000)}`)).toEqual(['RULE_TOO_LONG']));

  it('takes any result where none is wanted', () => expect(codes('"GOLD"', null)).toEqual([]));
});

describe('evaluateRule', () => {
  it('yields a value, or null and why', () => {
    expect(evaluateRule('total * 2', { total: 4 })).toEqual({ value: 8, problems: [] });
    expect(evaluateRule('total * 2', { total: 'x' })).toEqual({
      value: null,
      problems: [expect.stringContaining('x')],
    });
  });

  it('does not hold without a value', () => {
    expect([ruleHolds('total > 1', { total: 2 }), ruleHolds('total > 1', { total: null })]).toEqual([true, false]);
  });

  it('gives numbers without the noise of binary fractions', () => {
    expect(ruleDecimal(evaluateRule('0.1 + 0.2', {}))?.toString()).toBe('0.3');
    expect(ruleDecimal(evaluateRule('"x"', {}))).toBeNull();
  });
});

describe('rules that are evaluated again', () => {
  it('keep nothing of the values and problems of the time before', () => {
    const text = 'number(given) + moment.year';
    const on = (given: unknown) => evaluateRule(text, { given, moment: { year: 2000 } });
    expect(on('1')).toEqual({ value: 2001, problems: [] });
    expect(on('x').value).toBeNull();
    expect(on('x').problems).toHaveLength(on('x').problems.length);
    expect(on('2')).toEqual({ value: 2002, problems: [] });
  });

  it('read dates of the host, and variables that no function could have as parameters', () => {
    expect(evaluateRule('day.year', { day: new Date('2026-02-03T00:00:00Z') }).value).toBe(2026);
    expect(evaluateRule('the age + 1', { 'the age': 2 }).value).toBe(3);
    expect(evaluateRule('1 + 1', { 'some-thing': 1, if: 2 }).value).toBe(2);
  });
});

describe('an evaluation', () => {
  const items = Array.from({ length: 400 }, (_, price) => ({ price }));
  const numbers = items.map(({ price }) => price);

  it.each([
    ['a loop', 'sum(for a in items, b in 1..3 return a.price * b)', 6 * 79_800],
    ['a loop from the higher end to the lower', '(for n in 3..1 return n)[1]', 3],
    ['a loop in a loop', 'count(for a in items return some b in 1..10 satisfies b = a.price)', 400],
    ['a filter', 'count(items[price > 3])', 396],
    ['a filter in a filter', 'count(numbers[item > 100][item < 201])', 100],
    ['a place', 'numbers[2]', 1],
    ['distinct values', 'count(distinct values(numbers))', 400],
    ['named arguments', 'count(distinct values(list: numbers))', 400],
    ['a function', '{ twice: function(n) n * 2, found: twice(4) }.found', 8],
  ])('goes through %s', (_what, text, value) =>
    expect(evaluateRule(text, { items, numbers })).toEqual({ value, problems: [] }),
  );

  it.each([
    ['loops', 'count(for a in items, b in items return 1) > 0'],
    ['loops in loops', 'sum(for a in items return count(for b in items return 1)) > 0'],
    ['conditions over lists', 'every a in items, b in items satisfies a.price >= 0 and b.price >= 0'],
    ['filters in filters', 'count(items[count(numbers[item > 3]) > 1]) > 1'],
    ['functions in loops', 'count(for a in items return sum(numbers)) > 0'],
    ['functions that call each other', '{ f: function(g) g(g), r: f(f) }.r > 0'],
    [
      'functions that call themselves',
      '{ f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), r: f(f, 30) }.r > 0',
    ],
    [
      'lists that grow',
      `{ f: function(l) concatenate(l, l), r: count(${'f('.repeat(25)}numbers${')'.repeat(25)}) }.r > 0`,
    ],
  ])('breaks off and has no value when it takes too many rounds: %s', (_what, text) => {
    expect(() => ruleHolds(text, { items, numbers })).toThrow(RuleTooCostly);
    expect(ruleHolds('count(items) = 400', { items })).toBe(true);
  });
});

describe('explainRule', () => {
  it('names the parts that do not hold, and their values', () => {
    const values = { total: 5, customer: { level: 'GOLD' } };
    expect(explainRule('(total > 10 and customer.level = "GOLD") and customer.level != "GOLD"', values)).toEqual([
      { text: 'total > 10', values: { total: 5 } },
      { text: 'customer.level != "GOLD"', values: { 'customer.level': 'GOLD' } },
    ]);
    expect(explainRule('total > 1', values)).toEqual([]);
  });
});
