import type { Finding } from './finding.js';

/** Remembers which values that name a row have stood in a file, and in which line first. */
export class RowKeys {
  private readonly lines: Map<string, number>[];

  /** @param keys columns whose values together may stand in the file once */
  constructor(private readonly keys: readonly (readonly string[])[]) {
    this.lines = keys.map(() => new Map<string, number>());
  }

  /** Takes note of a row; answers what is wrong when an earlier one had the same values, and then takes no note of it. */
  take(field: (column: string) => string, line: number): Omit<Finding, 'line' | 'outcome'> | undefined {
    const values = this.keys.map((columns) => columns.map(field));
    for (const [index, parts] of values.entries()) {
      const first = parts.includes('') ? undefined : this.lines[index]!.get(JSON.stringify(parts));
      if (first === undefined) continue;
      const column = this.keys[index]!.at(-1)!;
      return { column, value: field(column), reason: `The same value stands in line ${first}.` };
    }
    for (const [index, parts] of values.entries())
      if (!parts.includes('')) this.lines[index]!.set(JSON.stringify(parts), line);
    return undefined;
  }
}
