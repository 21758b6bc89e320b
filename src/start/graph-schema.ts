import type { GraphQLSchema } from 'graphql';
import { buildGraphSchema } from '../graph/schema.js';
import type { Domain } from '../kernel/domain.js';

let built: GraphQLSchema | undefined;

/** The graph is built once per process: classes register themselves when they are loaded. */
export function graphSchema(domains: readonly Domain[]): GraphQLSchema {
  return (built ??= buildGraphSchema(domains));
}
