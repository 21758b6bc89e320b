import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { asGraphQLError, withCode } from '../http/format-error.js';
import { parseOptions } from '../http/parse-options.js';

/** Documents kept ready; the least recently prepared goes first. */
const MAX_DOCUMENTS = 2_000;
/** Longer documents are not worth their memory. */
const MAX_LENGTH = 20_000;

/** A valid document and the operation of it that is to run. */
export interface PreparedOperation {
  /** Distinguishes operations: the same for the same text and operation name, as long as the text is kept. */
  readonly id: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variable that gives the cursor to go on after, where one does and nothing else uses it. */
  readonly afterVariable: string | undefined;
}

/** Parses and validates each text once; sockets and event streams share it. */
export class PreparedDocuments {
  private readonly known = new Map<string, PreparedOperation>();
  private readonly rules: readonly ValidationRule[];
  private count = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    rules: readonly ValidationRule[] = [],
  ) {
    this.rules = [...specifiedRules, ...rules];
  }

  /** The operation, or what is wrong with the document, with the codes that HTTP gives. */
  prepare(query: string, operationName?: string | null): PreparedOperation | readonly GraphQLError[] {
    const key = `${operationName ?? ''}\u0000${query}`;
    const found = this.known.get(key);
    if (found) return found;
    const document = parsed(query);
    if (document instanceof GraphQLError) return [document];
    const faults = validate(this.schema, document, this.rules);
    if (faults.length) return faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation) return [operationMissing()];
    const prepared = {
      id: ++this.count,
      document,
      operation,
      fragments: fragmentsOf(document),
      afterVariable: afterVariable(document, operation),
    };
    if (query.length <= MAX_LENGTH) {
      if (this.known.size >= MAX_DOCUMENTS) this.known.delete(this.known.keys().next().value!);
      this.known.set(key, prepared);
    }
    return prepared;
  }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseOptions);
  } catch (error) {
    return withCode(asGraphQLError(error), 'GRAPHQL_PARSE_FAILED');
  }
}

function operationMissing(): GraphQLError {
  return new GraphQLError('The document has no such operation, or several and none is named.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
}

function afterVariable(document: DocumentNode, operation: OperationDefinitionNode): string | undefined {
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) return undefined;
  const value = root.arguments?.find((argument) => argument.name.value === 'after')?.value;
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  let uses = 0;
  visit(document, { Variable: (node) => void (node.name.value === name && uses++) });
  // Once where it is declared, once as the argument.
  return uses === 2 ? name : undefined;
}
