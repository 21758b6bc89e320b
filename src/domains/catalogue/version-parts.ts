import type { Transaction } from '../../kernel/database/transaction.js';
import type { Offering } from './offering.js';
import type { TariffRule } from './tariff-rule.js';

/** Parts of a configuration that later domains keep: the catalogue cannot look forward to them, and yet they belong to its versions and copies. */
export class VersionParts<Item> {
  private readonly parts = new Map<string, (tx: Transaction, item: Item) => Promise<unknown>>();
  private readonly copies: ((tx: Transaction, source: Item, made: Item) => Promise<void>)[] = [];

  /**
   * Keeps a part in every version.
   * @param field name of the part in `content`
   * @param read yields how it is now, as plain JSON in an order that does not change by itself
   */
  keep(field: string, read: (tx: Transaction, item: Item) => Promise<unknown>): void {
    this.parts.set(field, read);
  }

  /**
   * Copies rows that later domains keep of it into every copy (PRD-11, PRD-50).
   * @param copy writes for the copy what the original has; both are locked or new
   */
  copying(copy: (tx: Transaction, source: Item, made: Item) => Promise<void>): void {
    this.copies.push(copy);
  }

  /** Writes for a copy what later domains keep of the original. */
  async copy(tx: Transaction, source: Item, made: Item): Promise<void> {
    for (const copy of this.copies) await copy(tx, source, made);
  }

  /** All parts as they are now. */
  async read(tx: Transaction, item: Item): Promise<Record<string, unknown>> {
    const content: Record<string, unknown> = {};
    for (const [field, read] of this.parts) content[field] = await read(tx, item);
    return content;
  }
}

/** Of offerings, such as the rules of their sale (PRD-43, PRD-53). */
export const offeringParts = new VersionParts<Offering>();

/** Of tariff rules, such as their prices by quantity (PRD-72, PRD-76). */
export const tariffRuleParts = new VersionParts<TariffRule>();
