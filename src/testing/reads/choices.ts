/** Random choices from one source of numbers: a seeded one for data, that of fast-check for operations. */
export class Choices {
  /** @param int gives a whole number between both bounds, which are included */
  constructor(readonly int: (min: number, max: number) => number) {}

  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.int(0, from.length - 1)]!;
  }

  /** Picks early members more often than late ones, so that some rows have many others. */
  pickEarly<T>(from: readonly T[]): T {
    return from[Math.min(this.int(0, from.length - 1), this.int(0, from.length - 1))]!;
  }

  /** As many different members as asked for, or all. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.int(0, left.length - 1), 1)[0]!);
  }
}

/** Choices that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Choices {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return new Choices((min, max) => min + (next() % (max - min + 1)));
}
