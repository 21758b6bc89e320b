import { StateChange } from '../../src/kernel/events/index.js';
import type { Node } from '../../src/kernel/model/noun.js';
import type { Class } from '../../src/kernel/model/registry.js';
import { Contract } from '../../src/domains/agreement/index.js';
import { Account, Customer } from '../../src/domains/customer/index.js';
import { PartyIdentification } from '../../src/domains/party/index.js';
import type { Batch } from '../bulk/batch.js';
import { Chronicle, type Occasion } from '../bulk/chronicle.js';
import type { Actor } from '../bulk/history.js';
import { Random } from '../bulk/random.js';
import { type SeedKeys, seedKeys } from '../bulk/seed-id.js';
import type { Row } from '../bulk/table.js';
import type { Profile } from './profile.js';
import type { RefRegion, Reference } from './reference.js';
import type { Segments } from './segments.js';
import type { Staff } from './staff.js';

/** What all customers of a population have in common. */
export interface Population {
  /** 32 bits that name it. */
  seed: number;
  /** The moment at which it is looked at; nothing happens after it. */
  anchor: Date;
  profile: Profile;
  reference: Reference;
  staff: Staff;
  segments: Segments;
}

/** Customers that are made and committed together. Customers refer to others of their block only, so that blocks stand alone. */
export const BLOCK = 500;

/** A document whose number may be another party's already; then it is left out. */
export type DocumentRow = Row<PartyIdentification>;

/** Nouns whose history is kept for good. */
const lasting: readonly Class[] = [Customer, Account, Contract];

const SYSTEM: Actor = { subject: 'ordering', name: 'ordering', kind: 'SYSTEM' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One customer in the making: chance of its own, keys of its own, rows and events that belong together. */
export class Story {
  readonly random: Random;
  readonly customerId: string;
  readonly region: RefRegion;
  readonly chronicle: Chronicle;
  /** Before this moment details have been cleared away. */
  readonly clearedUntil: Date;
  private readonly keys: SeedKeys;
  private readonly numbers = new Map<Class, number>();

  constructor(
    readonly population: Population,
    readonly index: number,
    private readonly batch: Batch,
    private readonly documents: DocumentRow[],
  ) {
    const { seed, reference } = population;
    this.random = new Random(seed, index);
    this.keys = seedKeys(seed, index);
    this.customerId = this.keys(Customer, 0);
    this.region = this.random.weighted(reference.regions.map((region) => [region, regionWeight(region)] as const));
    this.clearedUntil = new Date(population.anchor.getTime() - population.profile.detailDays * DAY);
    this.chronicle = new Chronicle({
      customerId: this.customerId,
      regionId: this.region.id,
      correlationId: `seed:${seed}:${index}`,
      keeps: (noun, at) => at >= this.clearedUntil || lasting.includes(noun),
    });
  }

  /** A number that no other customer of any population has, for codes: the seed, then eight digits. */
  get serial(): string {
    return `${this.population.seed}${String(this.index + 1).padStart(8, '0')}`;
  }

  /** The next key for a row of a noun. */
  id(noun: Class): string {
    const number = this.numbers.get(noun) ?? 0;
    this.numbers.set(noun, number + 1);
    return this.keys(noun, number);
  }

  /** Adds a row and answers its key. */
  add<T extends Node>(noun: Class<T>, row: Omit<Row<T>, 'id'> & { id?: string }): string {
    const id = row.id ?? this.id(noun);
    this.batch.add(noun, { ...row, id } as Row<T>);
    return id;
  }

  /** Adds an identity document. */
  addDocument(row: Omit<DocumentRow, 'id'>): void {
    this.documents.push({ ...row, id: this.id(PartyIdentification) } as DocumentRow);
  }

  /** A moment that lies this much later, but not after the anchor. */
  after(
    moment: Date,
    {
      days = 0,
      hours = 0,
      minutes = 0,
      seconds = 0,
    }: { days?: number; hours?: number; minutes?: number; seconds?: number },
  ): Date {
    const later = moment.getTime() + days * DAY + hours * HOUR + minutes * MINUTE + seconds * 1000;
    return new Date(Math.min(later, this.population.anchor.getTime()));
  }

  /** A moment this many days before the anchor, in the hours in which people work. */
  daysAgo(days: number): Date {
    const noon = this.population.anchor.getTime() - days * DAY;
    return new Date(noon - this.random.int(0, 9 * HOUR - 1));
  }

  by(actor: Actor, at: Date, more: Omit<Occasion, 'at' | 'actor'> = {}): Occasion {
    return { at, actor, ...more };
  }

  bySystem(at: Date, more: Omit<Occasion, 'at' | 'actor'> = {}): Occasion {
    return { at, actor: SYSTEM, ...more };
  }

  /** Hands the events over, in the order in which they happened. */
  finish(): void {
    this.batch.record(...this.chronicle.finish((number) => this.keys(StateChange, number)));
  }
}

/** Large cities have more customers. */
function regionWeight({ network, code }: RefRegion): number {
  const weight = { '4401': 6, '4403': 5, '3100': 12, '1100': 11, '5101': 4, '3301': 5, '4201': 4 }[network] ?? 2;
  return code === network ? weight : weight / 3;
}
