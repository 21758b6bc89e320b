/** Stands for the key of an offering on lines about what the customer has without one. */
export const NO_OFFERING = '00000000-0000-0000-0000-000000000000';

/** What a line of a cart acts on that the customer has already: it stays on what was sold, whatever the offering has become (PRD-53). */
export interface SoldLine {
  /** Keys of the plans that the customer has it with, the main one first; they price it also when they are not sold any more. Without one it costs standard prices alone. */
  planIds: readonly string[];
  /** Pieces of the products whose standard prices it costs, by their keys (PRD-62). */
  pieces: ReadonlyMap<string, number>;
  /** Attribute values that the bundle fixed when it was sold. */
  fixed: Readonly<Record<string, unknown>>;
  /** Attribute values that it carries, by name; a line that gives others gives them in their place (PRD-74). */
  carried: Readonly<Record<string, unknown>>;
  /** Key of the service level that it was sold with; null for the preselected one. */
  slaId: string | null;
}

/** What the customer has already, as far as a cart is about it. */
export interface CartHoldings {
  /** By the places of the lines that act on something of it. */
  lines: ReadonlyMap<number, SoldLine>;
  /** Keys of plans that end with the cart, once for each time that the customer has them: they stand in nobody's way (PRD-84). */
  endedPlanIds: readonly string[];
  /**
   * Keys of the offering instances that end with the cart, which are counted no more (PRD-76); null when nobody says which: then as many
   * as lines take away, or upgrade.
   */
  endedInstanceIds: readonly string[] | null;
}

/** Of a cart that only adds. */
export const NO_HOLDINGS: CartHoldings = { lines: new Map(), endedPlanIds: [], endedInstanceIds: null };
