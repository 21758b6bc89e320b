interface Bucket {
  tokens: number;
  /** When tokens were last counted, in milliseconds. */
  at: number;
}

/** Callers remembered at a time; the one that was not seen for longest is forgotten first. */
const MAX_CALLERS = 20_000;

const MINUTE_MS = 60_000;

/** Allowances that fill again evenly: a caller may use a minute's worth at once, and then as much as comes back. In memory only. */
export class TokenBuckets {
  /** In the order in which they were last seen. */
  private readonly buckets = new Map<string, Bucket>();
  private latest = '';

  constructor(
    private readonly now: () => number = Date.now,
    private readonly maxCallers = MAX_CALLERS,
  ) {}

  /**
   * Takes from the caller's allowance, which may thereby go below zero.
   * @returns 0, or the seconds after which the caller may try again.
   */
  take(caller: string, perMinute: number, amount = 1): number {
    const bucket = this.bucketOf(caller, perMinute);
    if (bucket.tokens >= amount) {
      bucket.tokens -= amount;
      return 0;
    }
    return waitFor(amount - bucket.tokens, perMinute);
  }

  /** Takes even when nothing is left: for what has happened already. The debt is a minute's allowance at most. */
  charge(caller: string, perMinute: number, amount: number): void {
    const bucket = this.bucketOf(caller, perMinute);
    bucket.tokens = Math.max(bucket.tokens - amount, -perMinute);
  }

  /** Seconds until the caller has something left; 0 when there is. */
  wait(caller: string, perMinute: number): number {
    const { tokens } = this.bucketOf(caller, perMinute);
    return tokens >= 1 ? 0 : waitFor(1 - tokens, perMinute);
  }

  get size(): number {
    return this.buckets.size;
  }

  private bucketOf(caller: string, perMinute: number): Bucket {
    const now = this.now();
    const known = this.buckets.get(caller);
    const filled = known ? Math.min(perMinute, known.tokens + ((now - known.at) * perMinute) / MINUTE_MS) : perMinute;
    if (known && caller === this.latest) {
      known.tokens = filled;
      known.at = now;
      return known;
    }
    const bucket = { tokens: filled, at: now };
    this.buckets.delete(caller);
    this.buckets.set(caller, bucket);
    this.latest = caller;
    if (this.buckets.size > this.maxCallers) this.buckets.delete(this.buckets.keys().next().value!);
    return bucket;
  }
}

const waitFor = (missing: number, perMinute: number): number => Math.max(1, Math.ceil((missing * 60) / perMinute));
