import type { GraphQLSchema } from 'graphql';
import type { Config } from '../kernel/config/config.js';
import type { Database } from '../kernel/database/database.js';
import type { Download } from '../kernel/download.js';
import type { Logger } from '../kernel/log/log.js';
import type { GraphContext } from '../graph/context.js';
import { limitCosts, RequestGate, type TrustedDocuments } from '../graph/documents/index.js';
import { createGraphServer, type Example, type GraphRequest, type GraphServer } from '../graph/http/index.js';
import { confirmTokenOf, customerVerificationOf } from '../graph/confirm.js';
import { idempotencyKeyOf } from '../graph/once.js';
import { EntityReader } from '../graph/plain/plain-reader.js';
import { checkEntities } from '../graph/read/check-entities.js';
import type { CostLimits } from '../graph/read/cost.js';
import { ReadEngine } from '../graph/read/engine.js';
import { KnownDocuments } from '../graph/read/known-documents.js';
import { executeCompiled } from '../graph/read/execute-compiled.js';
import { compiledReads } from '../graph/read/plugin.js';
import { scopeOf } from '../graph/scope.js';
import { createAuthenticator } from './authenticate.js';
import { CallerDirectory } from './callers.js';

/** Limits of an operation that is not registered; see `Cost`. */
export const OPERATION_LIMITS = { maxCost: 50_000, maxDepth: 15 };

export interface GraphParts {
  config: Config;
  log: Logger;
  database: Database;
  schema: GraphQLSchema;
  examples: readonly Example[];
  /** Files that are handed out beside the graph. */
  downloads?: readonly Download[];
  /** Registered documents; without them none is registered. */
  trusted?: TrustedDocuments;
  /** How reads are answered, when it is not what the configuration says. */
  reads?: Config['reads'];
  /** Limits of an operation, when they are not the usual ones. */
  limits?: CostLimits;
}

/** The server over a database: it reads through the compiler and tells operations who calls. */
export function createServer({
  config,
  log,
  database,
  schema,
  examples,
  trusted,
  downloads = [],
  reads = config.reads,
  limits = OPERATION_LIMITS,
}: GraphParts): GraphServer {
  const engine = new ReadEngine(schema, database, limits);
  const known = new KnownDocuments(schema);
  const callers = new CallerDirectory(database, config);
  return createGraphServer<GraphContext>({
    schema,
    config,
    log,
    examples,
    downloads,
    authenticate: createAuthenticator(config, database),
    gate: new RequestGate({ schema, config, ...(trusted ? { trusted } : {}) }),
    plugins: [limitCosts(limits), compiledReads(known)],
    shortcut: (body, context) => known.answer(body, context),
    execute: executeCompiled,
    scope: scopeOf,
    check: ({ document, operation, fragments }, variables, { caller }) =>
      checkEntities(schema, { document, operation, fragments, variables }, caller, limits),
    refreshRights: (claims) => callers.refresh(claims),
    contextFor: async (request: GraphRequest) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const confirmToken = confirmTokenOf(request);
      const customerVerification = customerVerificationOf(request);
      const caller = await callers.withProof(await callers.callerFor(request.claims), customerVerification);
      return {
        caller,
        database,
        feed: database.feed,
        engine,
        requestId: request.requestId,
        origin: { ip: request.ip, client: request.headers['user-agent'] ?? null },
        ...(confirmToken === undefined ? {} : { confirmToken }),
        ...(customerVerification === undefined ? {} : { customerVerification }),
        ...(reads === 'plain' ? { plain: new EntityReader(database, caller) } : {}),
        ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      };
    },
    limits: config.streams,
    ready: async () => ({ database: await answers(database) }),
  });
}

async function answers(database: Database): Promise<string> {
  try {
    await database.pool.query('select 1');
    return 'ok';
  } catch (error) {
    return (error as Error).message;
  }
}
