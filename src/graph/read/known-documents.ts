import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { GraphContext } from '../context.js';
import { variablesOf } from '../variables.js';
import { type Operation, responseText, violates } from './engine.js';

type Known = Omit<Operation, 'variables'>;

/** Documents kept ready; the least recently learnt goes first. */
const MAX_DOCUMENTS = 2_000;
/** Longer documents are not worth their memory. */
const MAX_LENGTH = 20_000;

/** The parts of a request that name an operation. */
export interface OperationRequest {
  query?: unknown;
  operationName?: unknown;
  variables?: unknown;
  extensions?: unknown;
}

/**
 * Queries that have gone through the whole pipeline once (parsed, validated, compiled without a rest) and are answered from then
 * on by binding variables and running their statement. Whatever is unusual about a request leaves it to the pipeline, which
 * answers it, or says what is wrong with it.
 */
export class KnownDocuments {
  private readonly known = new Map<string, Known>();

  constructor(private readonly schema: GraphQLSchema) {}

  learn(query: string | undefined, operationName: string | null | undefined, operation: Known): void {
    if (!query || query.length > MAX_LENGTH) return;
    const key = keyOf(query, operationName);
    if (this.known.has(key)) return;
    if (this.known.size >= MAX_DOCUMENTS) this.known.delete(this.known.keys().next().value!);
    this.known.set(key, operation);
  }

  /** The response text, or undefined when the pipeline must answer. */
  async answer(
    request: OperationRequest,
    context: GraphContext,
  ): Promise<{ text: string; operationName: string | undefined } | undefined> {
    const { query, operationName, variables } = request;
    if (typeof query !== 'string' || request.extensions !== undefined || context.plain) return undefined;
    if (operationName != null && typeof operationName !== 'string') return undefined;
    const found = this.known.get(keyOf(query, operationName));
    if (!found || (variables != null && (typeof variables !== 'object' || Array.isArray(variables)))) return undefined;
    const coerced = variablesOf(this.schema, found.operation, variables as Record<string, unknown> | null | undefined);
    if (!coerced) return undefined;
    try {
      const plan = context.engine.planQuery({ ...found, variables: coerced }, context.caller);
      if (!plan?.complete) return undefined;
      const text = await context.engine.run(plan, coerced, context.caller);
      return violates(plan, text)
        ? undefined
        : { text: responseText(plan, text), operationName: found.operation.name?.value };
    } catch (error) {
      // A refusal of these variables: the pipeline comes to the same, and words it. Faults are not tried twice.
      if (error instanceof GraphQLError && error.extensions['code'] !== 'OPERATION_TIMED_OUT') return undefined;
      throw error;
    }
  }
}

const keyOf = (query: string, operationName: string | null | undefined) =>
  operationName ? `${operationName}\u0000${query}` : query;
