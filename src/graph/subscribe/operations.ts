import {
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLError,
  OperationTypeNode,
} from 'graphql';
import { asGraphQLError, type ErrorFormatter } from '../http/format-error.js';
import type { Execute, GraphServerOptions } from '../http/options.js';
import { stringifyResult } from '../http/raw-json.js';
import { isConnectionLoss } from '../../kernel/database/failures.js';
import { type PreparedOperation, PreparedDocuments } from './prepared-documents.js';
import { type OpenSubscription, type Subscribing, type SubscriptionOperation, Subscriptions } from './subscriptions.js';

/** What a client sends, whatever the transport. */
export interface OperationMessage {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  extensions?: Record<string, unknown> | null | undefined;
}

/** Milliseconds after which an event's execution that lost its database connection is tried again. */
const RETRIES_MS = [200, 1_000, 3_000];

/** Runs operations that do not come as plain HTTP requests: over sockets and as streams of events. */
export class Operations<Ctx extends object> {
  readonly subscriptions: Subscriptions<Ctx>;
  private readonly documents: PreparedDocuments;
  private readonly run: Execute;

  constructor(
    private readonly options: Pick<
      GraphServerOptions<Ctx>,
      'schema' | 'validationRules' | 'execute' | 'scope' | 'check'
    >,
    private readonly format: ErrorFormatter,
  ) {
    const { schema, validationRules, scope } = options;
    this.documents = new PreparedDocuments(schema, validationRules);
    this.run = options.execute ?? execute;
    this.subscriptions = new Subscriptions({
      schema,
      scope,
      execute: (operation, context, value, cursor) => this.event(operation, context, value, cursor),
    });
  }

  /** The operation of a message, or what is wrong with it. */
  prepare({ query, operationName }: OperationMessage): PreparedOperation | readonly GraphQLError[] {
    return this.documents.prepare(query, operationName);
  }

  /** Runs a query or mutation; the answer is JSON text. */
  async answer(prepared: PreparedOperation, variables: Record<string, unknown>, context: Ctx): Promise<string> {
    try {
      if (prepared.operation.operation !== OperationTypeNode.QUERY) this.options.check?.(prepared, variables, context);
      const result = await this.run(this.args({ prepared, variables }, context));
      if (Symbol.asyncIterator in result) throw new Error('A query was answered with a stream.');
      return this.text(result);
    } catch (error) {
      return this.text({ errors: [asGraphQLError(error)] });
    }
  }

  /** Subscribes; or answers with the refusal as JSON text. */
  async subscribe(request: Subscribing<Ctx>): Promise<OpenSubscription<Ctx> | string> {
    try {
      this.options.check?.(request.prepared, request.variables, request.context);
      const opened = await this.subscriptions.open(request);
      return 'errors' in opened ? this.text(opened.errors) : opened;
    } catch (error) {
      return this.text({ errors: [asGraphQLError(error)] });
    }
  }

  /** What the caller may read of errors. */
  errors(errors: readonly unknown[]): GraphQLFormattedError[] {
    return errors.map(this.format);
  }

  private args({ prepared, variables }: SubscriptionOperation, contextValue: object): ExecutionArgs {
    const { document, operation } = prepared;
    return {
      schema: this.options.schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue,
    };
  }

  private async event(
    operation: SubscriptionOperation,
    context: Ctx,
    rootValue: unknown,
    cursor: string | undefined,
  ): Promise<string> {
    const extensions = cursor === undefined ? {} : { extensions: { cursor } };
    for (const pause of [...RETRIES_MS, undefined]) {
      const result = await this.executeEvent(operation, context, rootValue);
      if (pause === undefined || !result.errors?.some((error) => isConnectionLoss(error.originalError)))
        return this.text({ ...result, ...extensions });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    throw new Error('unreachable');
  }

  private async executeEvent(
    operation: SubscriptionOperation,
    context: Ctx,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    try {
      return await execute({ ...this.args(operation, { ...context }), rootValue });
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  }

  private text(result: ExecutionResult): string {
    if (!result.errors) return stringifyResult(result);
    const { errors, ...rest } = result;
    return JSON.stringify({ ...rest, errors: this.errors(errors) });
  }
}
