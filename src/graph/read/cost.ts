import { codedError } from '../../kernel/errors/coded-error.js';

/** Limits of one operation; see {@link Cost}. */
export interface CostLimits {
  maxCost: number;
  maxDepth: number;
}

/** Price of a list's statement beside its rows. */
const LIST_PRICE = 1;
/** Price of counting or aggregating a whole list. */
const WHOLE_LIST_PRICE = 50;
/** Price of a field that code answers, such as one that asks another system, at each object that has it. */
const RESOLVED_PRICE = 10;
/** Price of a filter or sort key without an index, at the level where it stands. */
const SLOW_PRICE = 100;

/**
 * What an operation may touch, computed while it is compiled: each object counts one, a list multiplies what is below it by its
 * page size, and counting whole lists, searching without an index and asking code have a price. Limits are checked before the database is asked.
 */
export class Cost {
  total = 0;
  depth = 0;
  private multiplier = 1;
  private level = 0;

  /** Counts what `inside` adds once per row of a page. */
  page<T>(size: number, inside: () => T): T {
    this.total += this.multiplier * LIST_PRICE;
    const outer = this.multiplier;
    this.multiplier = outer * size;
    try {
      return inside();
    } finally {
      this.multiplier = outer;
    }
  }

  /** Counts an object at this depth. */
  object<T>(inside: () => T): T {
    this.total += this.multiplier;
    this.level++;
    this.depth = Math.max(this.depth, this.level);
    try {
      return inside();
    } finally {
      this.level--;
    }
  }

  /** Of several forms that one row may have, counts the dearest. */
  dearest<T>(forms: readonly (() => T)[]): T[] {
    const before = this.total;
    let most = before;
    const made = forms.map((form) => {
      this.total = before;
      const result = form();
      most = Math.max(most, this.total);
      return result;
    });
    this.total = most;
    return made;
  }

  wholeList(): void {
    this.total += this.multiplier * WHOLE_LIST_PRICE;
  }

  resolved(): void {
    this.total += this.multiplier * RESOLVED_PRICE;
  }

  slowFilter(): void {
    this.total += this.multiplier * SLOW_PRICE;
  }

  /** Refuses an operation over the limits, with its cost in the error. */
  check(limits: CostLimits): void {
    if (this.depth > limits.maxDepth) {
      throw codedError(
        'OPERATION_TOO_DEEP',
        `The operation nests objects ${this.depth} deep; at most ${limits.maxDepth} are allowed.`,
        { depth: this.depth, maxDepth: limits.maxDepth },
      );
    }
    if (this.total > limits.maxCost) {
      throw codedError(
        'OPERATION_TOO_COSTLY',
        `The operation costs ${this.total}; at most ${limits.maxCost} is allowed. Ask for smaller pages or fewer nested lists.`,
        {
          cost: this.total,
          maxCost: limits.maxCost,
        },
      );
    }
  }
}
