import type { As, TestGraph } from './graph.js';
import { type Mutations, mutationsOf } from './mutations.js';
import { approve } from './second-person.js';

type Name = 'applicabilityVariableSave' | 'applicabilityVariableRetire';

/** Variables of conditions, as a test writes them. */
export interface VariableDesk extends Mutations<Name> {
  /** Writes one, and lets somebody else approve it. @returns its opaque id */
  publish(input: object): Promise<string>;
}

/** Mutations of variables of conditions by one of the headquarters, who does not approve. */
export function variableDesk(graph: TestGraph, as: As): VariableDesk {
  const calls = mutationsOf<Name>(graph, {
    inputs: {
      applicabilityVariableSave: 'ApplicabilityVariableSaveInput',
      applicabilityVariableRetire: 'ApplicabilityVariableRetireInput',
    },
    field: 'applicabilityVariable',
    selection: 'id code name type allowedValues objectTypes resolverKind resolver status version configuredBy',
    as,
  });
  return {
    ...calls,
    async publish(input) {
      const { id } = await calls.ok('applicabilityVariableSave', input);
      await approve(graph, id);
      return id;
    },
  };
}
