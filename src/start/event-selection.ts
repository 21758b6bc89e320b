import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  validate,
} from 'graphql';
import type { EventSelectionPort } from '../domains/integration/index.js';
import type { GraphContext } from '../graph/context.js';
import { parseOptions } from '../graph/http/parse-options.js';
import { ReadEngine } from '../graph/read/engine.js';
import type { Caller } from '../kernel/access/caller.js';
import type { Database } from '../kernel/database/database.js';
import { encodeId, v7 } from '../kernel/model/index.js';
import { OPERATION_LIMITS } from './graph.js';

/** Selections kept parsed; the least recently parsed goes first. */
const MAX_PARSED = 500;

/** Reads selections of events through the graph: what a fragment on HistoryEntry asks for, under the limits of an operation. */
export class EventSelections implements EventSelectionPort {
  private readonly engine: ReadEngine;
  private readonly parsed = new Map<string, DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly database: Database,
  ) {
    this.engine = new ReadEngine(schema, database, OPERATION_LIMITS);
  }

  check(selection: string, caller: Caller): readonly string[] {
    try {
      const document = asQuery(selection);
      const faults = validate(this.schema, document).map(({ message }) => message);
      if (faults.length > 0) return faults;
      // Compiling says what it costs, for the kind of event with the most fields.
      this.engine.planQuery(partsOf(document, encodeId('hs', v7())), caller);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  }

  async read(selection: string, eventId: string, caller: Caller): Promise<Record<string, unknown> | null> {
    const document = this.document(selection);
    const { database, engine, schema } = this;
    const contextValue: GraphContext = { ...database.systemContext('event-selection', caller), engine };
    const { data, errors } = await execute({ schema, document, contextValue, variableValues: { id: eventId } });
    if (errors?.length) throw new Error(errors.map(({ message }) => message).join(' '));
    const entry = data?.['historyEntry'] as Record<string, unknown> | null | undefined;
    return entry ? { ...entry } : null;
  }

  private document(selection: string): DocumentNode {
    const known = this.parsed.get(selection);
    if (known) return known;
    const document = asQuery(selection);
    if (this.parsed.size >= MAX_PARSED) this.parsed.delete(this.parsed.keys().next().value!);
    this.parsed.set(selection, document);
    return document;
  }
}

/** The query that reads the first fragment of a selection of one event. */
function asQuery(selection: string): DocumentNode {
  const { definitions } = parse(selection, parseOptions);
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const [first] = fragments;
  if (!first || fragments.length < definitions.length) throw new Error('A selection consists of fragments only.');
  if (first.typeCondition.name.value !== 'HistoryEntry')
    throw new Error('The first fragment of a selection must be on HistoryEntry.');
  return parse(
    `query EventSelection($id: ID!) { historyEntry(id: $id) { ...${first.name.value} } } ${fragments.map(print).join('\n')}`,
    parseOptions,
  );
}

function partsOf(document: DocumentNode, id: string) {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return {
    document,
    operation,
    fragments: Object.fromEntries(fragments.map((node) => [node.name.value, node])),
    variables: { id },
  };
}
