import { type Class, nounOf } from '../../src/kernel/model/registry.js';

/** Before any clock of the product, so that later rows stand behind seeded ones; one millisecond for each customer. */
const EPOCH_MS = Date.UTC(2020, 0, 1);
const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');

/** Makes the key of a row of a noun; rows of one noun and customer are numbered from 0, below 2^28. */
export type SeedKeys = (noun: Class, row: number) => string;

/**
 * The keys of the rows that belong to a customer: UUIDs in the form of version 7 that say which row they are, so that a second run
 * finds it again. Keys of one table follow the customers, and then the rows, which keeps the pages of the indexes together.
 * @param seed 32 bits that name the population
 * @param customer index of the customer, from 0
 */
export function seedKeys(seed: number, customer: number): SeedKeys {
  const time = hex(EPOCH_MS + customer, 12);
  const population = hex(seed >>> 0, 8);
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  const middle = `-8${population.slice(0, 3)}-${population.slice(3)}`;
  return (noun, row) => head + tagOf(noun) + middle + hex(row, 7);
}

/** One key; see {@link seedKeys}. */
export const seedId = (seed: number, noun: Class, customer: number, row = 0): string =>
  seedKeys(seed, customer)(noun, row);

const tags = new Map<Class, string>();

/** The two letters of the noun's tag as three hexadecimal digits. */
function tagOf(noun: Class): string {
  let known = tags.get(noun);
  if (known === undefined) {
    const [first, second] = [...nounOf(noun).tag!].map((letter) => letter.charCodeAt(0) - 97);
    tags.set(noun, (known = hex(first! * 26 + second!, 3)));
  }
  return known;
}
