/** The figures of one server for one operation: medians over the rounds. */
export interface Row {
  operation: string;
  server: string;
  /** Answers per second. */
  rps: number;
  /** Milliseconds within which half of the answers came. */
  p50: number;
  p99: number;
  /** Mean size of an answer's body. */
  bytes: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
