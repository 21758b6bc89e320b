import { fieldRule, rowRule } from '../../kernel/access/index.js';
import { type Class, embeddableOf, type FieldMeta, type Node, nounFields, nounOf } from '../../kernel/model/index.js';
import { ruleNumber, type RuleType, type RuleVariable, type RuleVariables } from '../../kernel/rules/index.js';
import type { Eyes } from './eyes.js';

/**
 * What conditions may read of an object: the fields that the graph shows to all staff who see the row. What a field policy hides from
 * some, what only SQL can work out, and lists of other objects are left out; nothing else of a row is ever read.
 */
export const viewOf = (noun: Class): RuleVariables => viewed(fieldsShown(noun));

const TYPES: Readonly<Partial<Record<string, RuleType>>> = {
  ...{ text: 'string', enum: 'string', int: 'number', decimal: 'number', boolean: 'boolean' },
  ...{ date: 'date', dateTime: 'date and time', textArray: 'list' },
};

function fieldsShown(noun: Class): Map<string, FieldMeta> {
  if (rowRule(noun, 'STAFF').rule === 'none') return new Map();
  return new Map([...nounFields(nounOf(noun))].filter(([name]) => !fieldRule(noun, name)));
}

/** Objects refer to each other in circles: what lies behind a reference is worked out when it is asked for. */
function viewed(fields: ReadonlyMap<string, FieldMeta>): RuleVariables {
  const view = {};
  for (const [name, field] of fields) {
    const variable = variableOf(field);
    if (variable) Object.defineProperty(view, name, { enumerable: true, value: variable });
  }
  return view;
}

function variableOf(field: FieldMeta): RuleVariable | null {
  const { description } = field;
  if (field.kind === 'characteristics') return { type: 'context', description };
  if (field.kind === 'column') {
    const type = TYPES[field.scalar];
    if (!type) return null;
    return { type, description, ...(field.enumType ? { values: Object.values(field.enumType) as string[] } : {}) };
  }
  const inner =
    field.kind === 'one'
      ? () => viewOf(field.target())
      : field.kind === 'embedded'
        ? () => viewed(embeddableOf(field.value()).fields)
        : null;
  return (
    inner && {
      ...{ type: 'context', description },
      get fields() {
        return inner();
      },
    }
  );
}

/** What a path leads to; null when it leads to nothing that may be read. */
export function variableAt(noun: Class, path: string): RuleVariable | null {
  let at: RuleVariable | undefined = { type: 'context', description: '', fields: viewOf(noun) };
  for (const name of path.split('.')) {
    const fields: RuleVariables = at?.fields ?? {};
    at = Object.hasOwn(fields, name) ? fields[name] : undefined;
  }
  return at ?? null;
}

/**
 * Names that lead to a characteristic: its own name, which may have dots, stands behind the references to what has it. Null when that has
 * no characteristics.
 */
export function characteristicPath(noun: Class, resolver: string): string[] | null {
  const names = resolver.split('.');
  const path: string[] = [];
  let fields = fieldsShown(noun);
  while (names.length > 1) {
    const field = fields.get(names[0]!);
    if (field?.kind !== 'one') break;
    path.push(names.shift()!);
    fields = fieldsShown(field.target());
  }
  const holder = [...fields].find(([, { kind }]) => kind === 'characteristics');
  return holder && names.every((name) => name.trim() !== '') ? [...path, holder[0], names.join('.')] : null;
}

/**
 * The value to which a path leads from an object, as it is kept in JSON; null when there is none. Only what may be read is read, whatever
 * the path says, and only of rows that the eyes see.
 * @param path names of fields, one behind the other
 */
export async function valueAt(eyes: Eyes, object: Node, path: readonly string[]): Promise<unknown> {
  let at: unknown = object;
  let fields: ReadonlyMap<string, FieldMeta> | null = fieldsShown(object.constructor as Class);
  for (const name of path) {
    if (typeof at !== 'object' || at === null) return null;
    const field: FieldMeta | undefined = fields?.get(name);
    if (fields && !(field && variableOf(field))) return null;
    const value: unknown = fields || Object.hasOwn(at, name) ? at[name as never] : null;
    if (field?.kind === 'one') {
      // Of a reference no more may be known than its key.
      const found: Node | null = value ? await eyes(field.target() as Class<Node>, (value as Node).id) : null;
      [at, fields] = [found, found && fieldsShown(found.constructor as Class)];
    } else {
      at = field?.kind === 'column' && field.scalar === 'decimal' && value ? ruleNumber(String(value)) : value;
      fields = field?.kind === 'embedded' ? embeddableOf(field.value()).fields : null;
    }
  }
  return plain(at);
}

/** What stands for a whole object says only that it is there. */
const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? {} : (value ?? null);
};

/** Whether a path of references leads from objects of a noun to others. */
export function isReference(noun: Class, path: string): boolean {
  let at: Class | undefined = noun;
  for (const name of path.split('.')) {
    const field: FieldMeta | undefined = at && fieldsShown(at).get(name);
    at = field?.kind === 'one' ? field.target() : undefined;
  }
  return at !== undefined;
}

/** The object to which a path of references leads from another; null when there is none, or the eyes do not see it. */
export async function objectAt(eyes: Eyes, object: Node, path: string): Promise<Node | null> {
  let at: Node | null = object;
  for (const name of path.split('.')) {
    const field: FieldMeta | undefined = fieldsShown(at.constructor as Class).get(name);
    const reference: Node | null | undefined =
      field?.kind === 'one' ? (at as unknown as Record<string, Node | null>)[name] : null;
    at = field?.kind === 'one' && reference ? await eyes(field.target() as Class<Node>, reference.id) : null;
    if (!at) return null;
  }
  return at;
}
