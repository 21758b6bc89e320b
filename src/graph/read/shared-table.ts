import type { FieldNode, SelectionSetNode } from 'graphql';
import { type FieldMeta, type NounMeta, ancestors, concreteNouns, nounFields } from '../../kernel/model/registry.js';
import type { Compilation } from './compilation.js';
import { type CollectedField, collectFields } from './fields.js';
import { type Part, concatenate, object, quoteLiteral, sql } from './json-text.js';
import { byKind, fieldParts, hiddenMembers } from './object.js';

/** Kinds of fields that lead to other tables. */
const LEADING = new Set<string>(['one', 'many', 'any'] satisfies FieldMeta['kind'][]);

/** What a selection has for one type of a shared table. */
interface Variant {
  concrete: NounMeta;
  fields: { field: CollectedField; signature: string; meta: FieldMeta | undefined }[];
}

/**
 * The JSON text of a row in a table of several types. One text serves all where no fragment tells them apart. Otherwise there is
 * one per type, and what leads to other tables stands once before them: fields of nested interfaces would multiply.
 */
export function sharedTableText(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  sets: readonly SelectionSetNode[],
): string {
  const variants = variantsOf(compilation, noun, sets);
  if (
    variants.every((variant) => isSame(variant, variants[0]!)) &&
    variants[0]!.fields.every(({ field, meta }) => isGeneral(noun, field, meta))
  ) {
    return textOf(compilation, noun, alias, variants[0]!, (field) => fieldParts(compilation, noun, alias, field));
  }
  const hoisted = hoist(compilation, alias, variants);
  const texts = compilation.cost.dearest(
    variants.map(
      (variant) => () =>
        textOf(
          compilation,
          variant.concrete,
          alias,
          variant,
          (field, signature) => hoisted.parts.get(signature) ?? fieldParts(compilation, variant.concrete, alias, field),
        ),
    ),
  );
  const choice = byKind(
    noun,
    alias,
    (concrete) => texts[variants.findIndex((variant) => variant.concrete === concrete)]!,
  );
  return hoisted.columns.length
    ? `(select ${choice} from (select ${hoisted.columns.join(', ')} offset 0) ${hoisted.alias})`
    : choice;
}

function variantsOf(compilation: Compilation, noun: NounMeta, sets: readonly SelectionSetNode[]): Variant[] {
  const numbers = new Map<FieldNode, number>();
  const numberOf = (node: FieldNode): number =>
    numbers.get(node) ?? (numbers.set(node, numbers.size), numbers.size - 1);
  return concreteNouns(noun).map((concrete) => ({
    concrete,
    fields: collectFields(compilation.source, sets, concrete.name).map((field) => ({
      field,
      signature: `${field.key} ${field.nodes.map(numberOf).join(' ')}`,
      meta: nounFields(concrete).get(field.name),
    })),
  }));
}

const isSame = (one: Variant, other: Variant): boolean =>
  one.fields.length === other.fields.length &&
  one.fields.every((entry, index) => entry.signature === other.fields[index]!.signature);

/** The field means the same for every type: it belongs to the interface. */
const isGeneral = (noun: NounMeta, field: CollectedField, meta: FieldMeta | undefined): boolean =>
  field.name === '__typename' || (meta !== undefined && nounFields(noun).get(field.name) === meta);

function textOf(
  compilation: Compilation,
  noun: NounMeta,
  alias: string,
  variant: Variant,
  partsOf: (field: CollectedField, signature: string) => Part[] | undefined,
): string {
  const members = variant.fields.flatMap(({ field, signature }) => {
    const value = partsOf(field, signature);
    return value ? [{ key: field.key, value }] : [];
  });
  return concatenate(object([...members, ...hiddenMembers(compilation, noun, alias)]));
}

/** References and lists that several types share, as columns of a subquery that the planner may not dissolve. */
function hoist(
  compilation: Compilation,
  alias: string,
  variants: readonly Variant[],
): { alias: string; columns: string[]; parts: Map<string, Part[]> } {
  const outer = compilation.alias();
  const columns: string[] = [];
  const parts = new Map<string, Part[]>();
  const leading = variants.flatMap(({ concrete, fields }) =>
    fields.filter(({ meta }) => meta && LEADING.has(meta.kind)).map((entry) => ({ ...entry, concrete })),
  );
  for (const [signature, entries] of Map.groupBy(leading, (entry) => entry.signature)) {
    const { concrete, field, meta } = entries[0]!;
    if (entries.length < 2 || entries.some((entry) => entry.meta !== meta)) continue;
    const owner = [concrete, ...ancestors(concrete)].find((noun) => noun.own.get(field.name) === meta)!;
    const value = fieldParts(compilation, owner, alias, field);
    if (!value) continue;
    const text = concatenate(value);
    const kinds = entries.map((entry) => quoteLiteral(entry.concrete.discriminator!)).join(',');
    const guarded =
      entries.length === variants.length ? text : `case when ${alias}."kind" in (${kinds}) then ${text} end`;
    parts.set(signature, [sql(`${outer}."h${columns.length}"`)]);
    columns.push(`${guarded} as "h${columns.length}"`);
  }
  return { alias: outer, columns, parts };
}
