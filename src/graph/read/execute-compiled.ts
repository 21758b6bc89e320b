import {
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { GraphContext } from '../context.js';
import { rawJson } from '../http/raw-json.js';
import { variablesOf } from '../variables.js';
import { extensionsOf, type Operation, type ReadEngine, responseText, violates } from './engine.js';

/**
 * Runs queries and mutations that do not come through the HTTP pipeline, as it would: queries in one compiled statement, whose JSON
 * text is the result where every field compiles; where not, the rows are read ahead and ordinary execution goes on from them.
 */
export async function executeCompiled(args: ExecutionArgs): Promise<ExecutionResult> {
  const context = args.contextValue as GraphContext;
  const query = context.plain ? undefined : queryOf(args);
  if (!query) return execute(args);
  const { engine, caller } = context;
  // Refusals (too deep, too costly, a cursor that is none) are answered before anything runs.
  const plan = engine.planQuery(query, caller);
  if (!plan) return execute(args);
  engine.check(plan, query.variables, caller);
  const answered = await compiled(engine, plan, query, context);
  if (answered) return answered;
  const result = await execute(args);
  const extensions = extensionsOf(plan);
  return extensions ? { ...result, extensions: { ...result.extensions, ...extensions } } : result;
}

async function compiled(
  engine: ReadEngine,
  plan: NonNullable<ReturnType<ReadEngine['planQuery']>>,
  query: Operation,
  context: GraphContext,
) {
  const { caller } = context;
  try {
    const text = await engine.run(plan, query.variables, caller);
    if (plan.complete && !violates(plan, text)) return rawJson(responseText(plan, text));
    context.readAhead = JSON.parse(plan.complete ? await engine.runHidden(query, caller) : text) as Record<
      string,
      unknown
    >;
  } catch (error) {
    context.failure = error;
  }
  return undefined;
}

/** The query to compile; undefined for other operations, and for wrong variables, which ordinary execution reports. */
function queryOf({ schema, document, operationName, variableValues }: ExecutionArgs): Operation | undefined {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return undefined;
  const coerced = variablesOf(schema, operation, variableValues);
  if (!coerced) return undefined;
  const found = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const fragments = Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
  return { document, operation, fragments, variables: coerced };
}
