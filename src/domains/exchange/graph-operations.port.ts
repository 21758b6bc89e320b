import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** The answer of an operation. */
export interface OperationAnswer {
  data: Readonly<Record<string, unknown>> | null;
  errors: readonly { message: string; code: string | undefined; cause: unknown }[];
}

/** Runs operations of the graph as a caller, with everything that holds for them: rights, checks of inputs, the operation log. */
export interface GraphOperations {
  run(context: CallContext, document: string, variables: Readonly<Record<string, unknown>>): Promise<OperationAnswer>;
}

/** The graph connects itself here when it starts. */
export const graphOperations = new Port<GraphOperations>('graph-operations');
