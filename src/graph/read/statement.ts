import type { Caller } from '../../kernel/access/caller.js';
import type { CallerValue } from '../../kernel/access/policy.js';

/** What a statement's parameters are taken from when it runs. */
export interface Binding {
  variables: Readonly<Record<string, unknown>>;
  caller: Caller;
  /** Keys handed in by the engine itself, such as the row that a mutation answered with. */
  keys: readonly unknown[];
  /** The moment at which it runs. */
  at: Date;
}

/** Where a parameter's value comes from. */
export type ParameterSource = (binding: Binding) => unknown;

/** Collects the parameters of the statement being compiled; equal sources share a placeholder. */
export class Parameters {
  readonly sources: ParameterSource[] = [];
  private readonly known = new Map<string, string>();
  private readonly checks: ((binding: Binding) => unknown)[] = [];

  /** The placeholder of a source; `identity` names it, so that it is bound once. */
  add(source: ParameterSource, identity?: string): string {
    const found = identity === undefined ? undefined : this.known.get(identity);
    if (found) return found;
    this.sources.push(source);
    const placeholder = `$${this.sources.length}`;
    if (identity !== undefined) this.known.set(identity, placeholder);
    return placeholder;
  }

  /** Refuses bindings for which `check` throws, where no parameter is made of what it looks at. */
  demand(check: (binding: Binding) => unknown): void {
    this.checks.push(check);
  }

  caller(value: CallerValue): string {
    return this.add((binding) => binding.caller[value] ?? null, `caller.${value}`);
  }

  bind(binding: Binding): unknown[] {
    for (const check of this.checks) check(binding);
    return this.sources.map((source) => source(binding));
  }
}
