import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  Kind,
  OperationTypeNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import type { CallerKind } from '../../kernel/access/caller.js';
import { nounByName } from '../../kernel/model/registry.js';
import { DEFAULT_PAGE } from '../contract/read-contract.js';
import { argumentsOf } from '../read/argument.js';
import { Compilation } from '../read/compilation.js';
import type { Cost, CostLimits } from '../read/cost.js';
import { type CollectedField, type OperationSource, collectFields, selectionsOf } from '../read/fields.js';
import { rootKinds, rootParts, rowsByKeys } from '../read/root.js';
import { shapeOf } from '../read/shape.js';

/** Operation with coerced variables. */
export interface PricedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/** Shapes of variables whose price is remembered per document. */
const MAX_SHAPES = 64;

/**
 * What operations cost, by the compiler's own count: of a query its fields, of one that code answers, of a mutation or a subscription
 * what is read of the objects that it answers with. So what is too much is refused before anything is done.
 */
export class Prices {
  private readonly roots = rootKinds();
  private readonly known = new WeakMap<DocumentNode, Map<string, Cost>>();
  private readonly compiled = new WeakMap<OperationDefinitionNode, boolean>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The price of an operation; errors of arguments are thrown as they are at execution. */
  of({ document, operation, variables }: PricedOperation): Cost {
    let prices = this.known.get(document);
    if (!prices) this.known.set(document, (prices = new Map()));
    const shape = `${operation.name?.value ?? ''}|${shapeOf(this.schema, document, operation, variables)}`;
    const known = prices.get(shape);
    if (known) return known;
    const cost = this.count({ schema: this.schema, operation, variables, fragments: fragmentsOf(document) });
    if (prices.size >= MAX_SHAPES) prices.delete(prices.keys().next().value!);
    prices.set(shape, cost);
    return cost;
  }

  /** Refuses an operation that is over the limits with OPERATION_TOO_COSTLY or OPERATION_TOO_DEEP. */
  check(operation: PricedOperation, limits: CostLimits): void {
    this.of(operation).check(limits);
  }

  /** Whether the compiler counts a query as a whole: none of its fields is answered by code. */
  compiles(document: DocumentNode, operation: OperationDefinitionNode): boolean {
    let known = this.compiled.get(operation);
    if (known === undefined) {
      const names = namesIn(operation.selectionSet, fragmentsOf(document));
      known = names.every((name) => name.startsWith('__') || this.roots.has(name));
      this.compiled.set(operation, known);
    }
    return known;
  }

  private count(source: OperationSource): Cost {
    const compilation = new Compilation(source, { kind: 'ADMIN' satisfies CallerKind }, true);
    const root = this.schema.getRootType(source.operation.operation)!;
    const fields = collectFields(source, [source.operation.selectionSet], root.name);
    if (source.operation.operation !== OperationTypeNode.QUERY) this.payloads(compilation, root.name, fields);
    else {
      for (const field of fields) {
        const kind = this.roots.get(field.name);
        if (kind) rootParts(compilation, field, kind);
        else if (!field.name.startsWith('__')) {
          // Most of what code answers goes over a whole list: work lists, statistics, prices of a cart.
          compilation.cost.wholeList();
          this.payloads(compilation, root.name, [field]);
        }
      }
    }
    return compilation.cost;
  }

  /** @param outer length of the lists of this object, as far as it is known: what `first` says there or further out */
  private payloads(
    compilation: Compilation,
    typeName: string,
    fields: readonly CollectedField[],
    outer = DEFAULT_PAGE,
  ): void {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type)) return;
    for (const field of fields) {
      const definition = type.getFields()[field.name];
      if (!definition) continue;
      const page = pageOf(compilation.source, field, definition) ?? outer;
      const target = getNamedType(definition.type);
      const noun = nounByName(target.name);
      const inside = () => {
        if (noun) rowsByKeys(compilation, noun, field);
        else if (isObjectType(target))
          this.payloads(
            compilation,
            target.name,
            collectFields(compilation.source, selectionsOf(field), target.name),
            page,
          );
      };
      if (isListType(getNullableType(definition.type))) compilation.cost.page(page, inside);
      else inside();
    }
  }
}

/** How many a field is asked for by its argument `first`. */
function pageOf(
  source: OperationSource,
  field: CollectedField,
  definition: GraphQLField<unknown, unknown>,
): number | undefined {
  if (!definition.args.some(({ name }) => name === 'first')) return undefined;
  const first = argumentsOf(source, field, definition)?.('first').value;
  return typeof first === 'number' && first > 0 ? first : undefined;
}

/** Names of the fields selected here, in fragments too. */
function namesIn(
  { selections }: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return inner ? namesIn(inner.selectionSet, fragments) : [];
  });
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
}
