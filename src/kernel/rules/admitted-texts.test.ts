import { admittedTexts, knownTruth } from './index.js';

const values = {
  channel: 'WEB_HALL',
  regions: ['4401', '44'],
  nothing: null,
  number: 7,
  mixed: ['A', 1],
  customer: { type: 'BIG', segments: ['GOLD', 'NEW'], groups: [] },
};
const admitted = (text: string) => admittedTexts(text, 'values', values);

describe('what a list must have one of', () => {
  it.each([
    ['list contains(values, channel)', ['WEB_HALL']],
    ['(list contains(values, customer . type))', ['BIG']],
    ['list contains( (values), (channel) )', ['WEB_HALL']],
    ['list contains(values, nothing)', null],
    ['list contains(values, customer.gender)', null],
    ['some v in values satisfies list contains(regions, v)', ['4401', '44']],
    ['some each in values satisfies (list contains(customer.segments, each))', ['GOLD', 'NEW']],
    ['some v in values satisfies list contains(customer.groups, v)', []],
    ['some v in values satisfies list contains(nothing, v)', null],
    ['some v in values satisfies list contains(channel, v)', ['WEB_HALL']],
  ])('%s', (text, texts) => {
    expect(admitted(text)).toEqual({ texts });
    // The condition says the same of every list.
    for (const list of [[], ['WEB_HALL'], ['BIG', '44'], ['NEW', 'x'], ['x'], ['4401', 'GOLD', 'WEB_HALL']])
      expect(knownTruth(text, { ...values, values: list })).toBe(
        texts || list.length === 0 ? list.some((each) => texts!.includes(each)) : null,
      );
  });

  it.each([
    'not(list contains(values, channel))',
    'list contains(values, channel) and customer.type = "BIG"',
    'list contains(values, upper case(channel))',
    'list contains(values, number)',
    'list contains(values, regions)',
    'list contains(values, values[1])',
    'list contains(sublist(values, 2), channel)',
    'list contains(regions, channel)',
    'some v in values satisfies list contains(mixed, v)',
    'some v in values satisfies list contains(values, v)',
    'some v in values satisfies list contains(regions, channel)',
    'some v in values, w in values satisfies list contains(regions, v)',
    'some v in regions satisfies list contains(regions, v)',
    'every v in values satisfies list contains(regions, v)',
    'count(values) > 1',
  ])('cannot be told by itself: %s', (text) => expect(admitted(text)).toBeNull());
});
