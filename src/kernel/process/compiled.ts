import type { RuleVariables } from '../rules/index.js';
import type { FlowDefinition, ProcessDefinition, StepDefinition } from './definition.js';
import { movesOf } from './moves.js';
import { variablesOf } from './variables-of.js';

/** A definition with what the engine asks of it at every step, worked out once. */
export interface CompiledProcess {
  definition: ProcessDefinition;
  steps: ReadonlyMap<string, StepDefinition>;
  /** Flows out of a step in the order in which they are tried; the default ones last. */
  out: ReadonlyMap<string, readonly FlowDefinition[]>;
  /** Codes of the steps from which flows come into a step. */
  into: ReadonlyMap<string, readonly string[]>;
  /** Codes of the steps that can be reached from a step; a step itself only over a loop. */
  reach: ReadonlyMap<string, ReadonlySet<string>>;
  start: StepDefinition;
  /** Variables that rules may name. */
  types: RuleVariables;
}

/** Works out the definition of a version; it must have passed `checkDefinition`. */
export function compileProcess(definition: ProcessDefinition): CompiledProcess {
  const steps = new Map(definition.steps.map((step) => [step.code, step]));
  const start = definition.steps.find(({ kind }) => kind === 'START');
  if (!start) throw new Error(`Process ${definition.name} has no start.`);
  const sorted = [...definition.flows].sort(
    (a, b) => Number(a.isDefault) - Number(b.isDefault) || a.priority - b.priority,
  );
  const out = Map.groupBy(sorted, ({ from }) => from);
  const into = new Map(
    [...Map.groupBy(sorted, ({ to }) => to)].map(([to, flows]) => [to, flows.map(({ from }) => from)]),
  );
  return { definition, steps, out, into, reach: reachable(definition), start, types: variablesOf(definition) };
}

/** For each step, the steps that flows, or limits that pass, lead to, directly or over others. */
export function reachable({ steps, flows }: ProcessDefinition): Map<string, Set<string>> {
  const ways = [...flows, ...movesOf({ steps })];
  const next = Map.groupBy(ways, ({ from }) => from);
  return new Map(
    steps.map(({ code }) => {
      const found = new Set<string>();
      for (const open = [code]; open.length > 0;)
        for (const { to } of next.get(open.pop()!) ?? []) {
          if (found.has(to)) continue;
          found.add(to);
          open.push(to);
        }
      return [code, found];
    }),
  );
}
