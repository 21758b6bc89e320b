import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { type GraphOperations, graphOperations, type OperationAnswer } from '../domains/exchange/index.js';
import type { GraphContext } from '../graph/context.js';
import { parseOptions } from '../graph/http/parse-options.js';
import { ReadEngine } from '../graph/read/engine.js';
import { executeCompiled } from '../graph/read/execute-compiled.js';
import type { CallContext } from '../kernel/database/context.js';
import type { Database } from '../kernel/database/database.js';
import type { Domain } from '../kernel/domain.js';
import { graphSchema } from './graph-schema.js';

/** Our own operations: their pages are as long as lists allow, with a few references of each row. */
const LIMITS = { maxCost: 1_000_000, maxDepth: 15 };

/** Runs operations that domains write themselves, such as those of imports and exports, through the graph. */
export class OwnOperations implements GraphOperations {
  private readonly engine: ReadEngine;
  private readonly documents = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    database: Database,
  ) {
    this.engine = new ReadEngine(schema, database, LIMITS);
  }

  async run(
    context: CallContext,
    text: string,
    variableValues: Readonly<Record<string, unknown>>,
  ): Promise<OperationAnswer> {
    const { schema, engine } = this;
    const contextValue: GraphContext = { ...context, engine };
    try {
      const answer = await executeCompiled({ schema, document: this.document(text), contextValue, variableValues });
      // What was compiled stands there as text.
      const data = JSON.parse(JSON.stringify(answer.data ?? null)) as OperationAnswer['data'];
      return { data, errors: (answer.errors ?? []).map(described) };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return { data: null, errors: [described(error)] };
    }
  }

  private document(text: string): DocumentNode {
    let document = this.documents.get(text);
    if (document) return document;
    document = parse(text, parseOptions);
    const [fault] = validate(this.schema, document);
    if (fault) throw new Error(`An operation of our own is wrong: ${fault.message}`);
    this.documents.set(text, document);
    return document;
  }
}

/** Lets domains run operations of the graph in a process that serves it, or in a command. */
export function connectOperations(domains: readonly Domain[], database: Database): void {
  graphOperations.connect(new OwnOperations(graphSchema(domains), database), 'graph');
}

/** A fault that is no refusal keeps its cause. */
function described(error: GraphQLError): OperationAnswer['errors'][number] {
  const { message, extensions, originalError } = error;
  const cause = originalError instanceof GraphQLError || !originalError ? undefined : originalError;
  const code = (extensions['code'] ?? (originalError as GraphQLError | undefined)?.extensions?.['code']) as
    string | undefined;
  return { message, code, cause };
}
