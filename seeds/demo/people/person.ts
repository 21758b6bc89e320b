import { Gender } from '../../../src/domains/party/index.js';
import type { Random } from '../../bulk/random.js';
import { estates, femaleCharacters, foreignNames, maleCharacters, roads, surnames } from './names.js';

/** A person who does not exist. */
export interface Person {
  name: string;
  gender: Gender;
  nationality: string;
  /** Letters for an e-mail address. */
  handle: string;
}

/** Makes up a person; `foreign` is the share of people from other countries. */
export function makePerson(random: Random, foreign: number): Person {
  const male = random.chance(0.51);
  const gender = male ? Gender.MALE : Gender.FEMALE;
  if (random.chance(foreign)) {
    const { country, men, women, surnames: families } = random.pick(foreignNames);
    const given = random.pick(male ? men : women);
    const family = random.pick(families);
    const name = country === 'JP' || country === 'KR' ? `${family}${given}` : `${given} ${family}`;
    return { name, gender, nationality: country, handle: `guest${random.digits(6)}` };
  }
  const [surname, sound] = random.weighted(surnames);
  const characters = male ? maleCharacters : femaleCharacters;
  const given = random.chance(0.72) ? [random.pick(characters), random.pick(characters)] : [random.pick(characters)];
  const handle = `${sound}${given.map(([, pinyin]) => pinyin).join('')}`;
  return { name: `${surname}${given.map(([character]) => character).join('')}`, gender, nationality: 'CN', handle };
}

/** A Chinese mobile number. */
export const makeMobile = (random: Random): string =>
  `1${random.pick(['33', '49', '53', '73', '77', '80', '81', '89', '91', '99'])}${random.digits(8)}`;

/** An address under a name that is reserved for examples, so that no mail reaches anybody. */
export const makeEmail = (random: Random, handle: string): string =>
  `${handle}${random.int(1, 9999)}@${random.pick(['mail', 'post', 'inbox'])}.example.com`;

/** A postal address in a city. */
export function makeAddress(random: Random, city: string): string {
  const road = `${city}${random.pick(roads)}${random.int(1, 899)}号`;
  return random.chance(0.6)
    ? `${road}${random.pick(estates)}${random.int(1, 30)}栋${random.int(1, 33)}0${random.int(1, 4)}`
    : road;
}
