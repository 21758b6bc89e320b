import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
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
 * What operations cost, by the compiler's own count: of a query its fields, of a mutation or a subscription what is read of the
 * objects that it answers with. So what is too much is refused before anything is done.
 */
export class Prices {
  private readonly roots = rootKinds();
  private readonly known = new WeakMap<DocumentNode, Map<string, Cost>>();

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

  private count(source: OperationSource): Cost {
    const compilation = new Compilation(source, { kind: 'ADMIN' satisfies CallerKind }, true);
    const root = this.schema.getRootType(source.operation.operation)!;
    const fields = collectFields(source, [source.operation.selectionSet], root.name);
    if (source.operation.operation !== OperationTypeNode.QUERY) this.payloads(compilation, root.name, fields);
    else {
      for (const field of fields) {
        const kind = this.roots.get(field.name);
        if (kind) rootParts(compilation, field, kind);
      }
    }
    return compilation.cost;
  }

  private payloads(compilation: Compilation, typeName: string, fields: readonly CollectedField[]): void {
    const type = this.schema.getType(typeName);
    if (!isObjectType(type)) return;
    for (const field of fields) {
      const definition = type.getFields()[field.name];
      if (!definition) continue;
      const target = getNamedType(definition.type);
      const noun = nounByName(target.name);
      const inside = () => {
        if (noun) rowsByKeys(compilation, noun, field);
        else if (isObjectType(target))
          this.payloads(compilation, target.name, collectFields(compilation.source, selectionsOf(field), target.name));
      };
      if (isListType(getNullableType(definition.type))) compilation.cost.page(DEFAULT_PAGE, inside);
      else inside();
    }
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const found = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(found.map((fragment) => [fragment.name.value, fragment]));
}
