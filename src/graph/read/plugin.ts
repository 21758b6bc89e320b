import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, OperationTypeNode, Kind, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import type { GraphContext } from '../context.js';
import { rawJson } from '../http/raw-json.js';
import { variablesOf } from '../variables.js';
import { extensionsOf, type Operation, type Plan, responseText, violates } from './engine.js';
import type { KnownDocuments } from './known-documents.js';

const fragmentsByDocument = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    fragmentsByDocument.set(
      document,
      (fragments = Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]))),
    );
  }
  return fragments;
}

/** A refusal of the operation as a whole is the caller's fault: status 400 where the transport has statuses. */
function asClientError(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return error;
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.extensions, http: { status: 400 } },
  });
}

/**
 * Answers queries from one compiled statement. Where every field compiles, PostgreSQL's JSON text is the response; where not, the
 * rows are read ahead and ordinary execution resolves the rest on top of them.
 */
export function compiledReads(known?: KnownDocuments): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => {
      let query: Operation | undefined;
      let plan: Plan | undefined;
      return {
        // Refusals here are answered before anything is executed, and go through the error formatter.
        didResolveOperation: async ({ document, operation, request, contextValue, schema }) => {
          if (operation?.operation !== OperationTypeNode.QUERY) return;
          const coerced = variablesOf(schema, operation, request.variables);
          // Wrong variables are reported by ordinary execution, in the usual form.
          if (!coerced) return;
          const { engine, caller, plain } = contextValue;
          const asked = { document, operation, fragments: fragmentsOf(document), variables: coerced };
          try {
            const found = engine.planQuery(asked, caller);
            if (found) engine.check(found, coerced, caller);
            // Reads without the compiler are held to the same limits, and go on to ordinary execution.
            if (!plain) [query, plan] = [asked, found];
          } catch (error) {
            throw asClientError(error);
          }
        },
        responseForOperation: async ({ contextValue, request }) => {
          if (!plan || !query) return null;
          const { engine, caller } = contextValue;
          try {
            const text = await engine.run(plan, query.variables, caller);
            if (plan.complete && !violates(plan, text)) {
              known?.learn(request.query, request.operationName, query);
              return {
                http: { headers: new HeaderMap() },
                body: { kind: 'single', singleResult: rawJson(responseText(plan, text)) },
              };
            }
            contextValue.readAhead = JSON.parse(plan.complete ? await engine.runHidden(query, caller) : text) as Record<
              string,
              unknown
            >;
          } catch (error) {
            contextValue.failure = error;
          }
          return null;
        },
        // What ordinary execution went on from tells of it too.
        willSendResponse: async ({ response: { body } }) => {
          const extensions = plan && extensionsOf(plan);
          if (!extensions || body.kind !== 'single' || !body.singleResult.data) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, ...extensions };
        },
      };
    },
  };
}
