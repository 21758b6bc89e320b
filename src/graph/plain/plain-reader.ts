import DataLoader from 'dataloader';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import { fieldRule, requireShown, shownValue, shows } from '../../kernel/access/field-policy.js';
import type { RowRule } from '../../kernel/access/policy.js';
import { rulePredicate } from '../../kernel/access/row-predicate.js';
import { withheldParts } from '../../kernel/access/withheld-parts.js';
import type { Database } from '../../kernel/database/database.js';
import { Characteristic } from '../../kernel/model/characteristic.js';
import { decodeId, encodeId } from '../../kernel/model/global-id.js';
import type { Node } from '../../kernel/model/noun.js';
import {
  type AnyField,
  type Class,
  type ComputedField,
  type FieldMeta,
  type ManyField,
  type NounMeta,
  type OneField,
  concreteNouns,
  nounByName,
  nounByTag,
  nounOf,
} from '../../kernel/model/registry.js';
import { boundedIds, lookupKey, missingReference, storable } from '../contract/checks.js';
import { furtherKeys } from '../contract/read-contract.js';
import { rootKinds } from '../read/root.js';
import { type Condition, equals, toWhere } from './condition.js';
import { PlainLists } from './lists.js';
import { readReport } from './reports.js';
import { ofNoun, visible } from './visible.js';

type Args = Record<string, unknown>;
type Row = Record<string, unknown>;

/** Reads without the compiler: entities from MikroORM behind DataLoader, field by field. */
export interface PlainReader {
  /** The value of a generated field of Query. */
  root(info: GraphQLResolveInfo, args: Args): unknown;
  /** The value of a field of an entity. */
  field(source: Node, noun: NounMeta, meta: FieldMeta, args: Args): unknown;
  /** An entity that an operation answered with, as the caller may see it; null when they may not. */
  again(entity: Node): Promise<Node | null>;
}

/** The reader of one operation: what it has loaded is not loaded twice. */
export class EntityReader implements PlainReader {
  private readonly em: EntityManager;
  private readonly lists: PlainLists;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly roots = rootKinds();

  constructor(
    private readonly database: Database,
    private readonly caller: Caller,
  ) {
    this.em = database.orm.em.fork();
    this.lists = new PlainLists(database, caller, (noun, key) => this.one(noun, key));
  }

  root(info: GraphQLResolveInfo, args: Args): unknown {
    const root = this.roots.get(info.fieldName)!;
    switch (root.kind) {
      case 'node':
        return this.byId(String(args['id']));
      case 'nodes':
        return Promise.all(boundedIds(args['ids'] as string[]).map((id) => this.byId(id)));
      case 'lookup':
        return this.lookup(root.noun, info.fieldName, args);
      case 'list':
        return this.lists.root(root.noun, info.fieldName, args);
      case 'report':
        return readReport(this.database, this.caller, info, root.report, args);
    }
  }

  field(source: Node, noun: NounMeta, meta: FieldMeta, args: Args): unknown {
    const value = (source as unknown as Row)[meta.name];
    const rule = fieldRule(noun.target, meta.name);
    if (rule?.where && value !== null && !shows(this.caller, rule))
      return this.shownIn(source, noun, rule.where, value);
    switch (meta.kind) {
      case 'column':
        return meta.scalar === 'id'
          ? encodeId(noun.tag!, source.id)
          : shownValue(this.caller, noun.target, meta.name, value);
      case 'computed':
        return this.computed(noun, meta, source.id);
      case 'embedded':
        return value;
      case 'characteristics':
        return characteristics(value as Row);
      case 'one':
        return this.reference(meta, value as Node | null);
      case 'any':
        return this.any(source, meta);
      case 'many':
        return this.lists.below(source, noun, meta as ManyField, args);
      case 'withheld':
        return this.withheld(source, noun);
    }
  }

  /** A value that is seen in rows under a rule of secrets only. */
  private async shownIn(source: Node, noun: NounMeta, where: RowRule, value: unknown): Promise<unknown> {
    const values: unknown[] = [source.id];
    const condition = rulePredicate(
      noun,
      where,
      this.caller.kind,
      '"t"',
      (name) => `$${values.push(this.caller[name] ?? null)}`,
    );
    const text = `select from "${noun.table}" "t" where "t"."id" = $1 and (${condition ?? 'true'})`;
    return (await this.database.pool.query(text, values)).rowCount ? value : null;
  }

  private async withheld(source: Node, noun: NounMeta): Promise<string[]> {
    const values: unknown[] = [source.id];
    const parts = withheldParts(noun, this.caller.kind, '"t"', {
      value: (value) => `$${values.push(this.caller[value] ?? null)}`,
      shown: (rule) => `$${values.push(shows(this.caller, rule))}`,
    });
    const names = parts.map(({ name, condition }) => `case when ${condition} then '${name}' end`);
    const text = `select array_remove(array[${names.join(',')}]::text[], null) as "names" from "${noun.table}" "t" where "t"."id" = $1`;
    const { rows } = await this.database.pool.query<{ names: string[] }>(text, values);
    return rows[0]!.names;
  }

  private async reference(meta: OneField, value: Node | null): Promise<Node | null> {
    const found = value ? await this.one(nounOf(meta.target()), value.id) : null;
    if (!found && !meta.nullable) throw missingReference();
    return found;
  }

  async again(entity: Node): Promise<Node | null> {
    return this.one(nounOf(entity.constructor as Class), entity.id);
  }

  private byId(id: string, nouns?: readonly NounMeta[]): Promise<Node | null> {
    const decoded = decodeId(id);
    const noun = nounByTag(decoded?.tag ?? '');
    return decoded && noun && (!nouns || nouns.includes(noun))
      ? this.inForce(noun, { id: decoded.uuid })
      : Promise.resolve(null);
  }

  /** The visible row that a key leads to: the row with it, or the one that took its place. */
  private async inForce(noun: NounMeta, key: Record<string, unknown>): Promise<Node | null> {
    if (!noun.forwardedBy && typeof key['id'] === 'string') return this.one(noun, key['id']);
    const row = (await this.em.findOne(noun.target as never, key as never)) as Node | null;
    const next = row && noun.forwardedBy ? ((row as unknown as Row)[noun.forwardedBy] as Node | null) : null;
    return row ? this.one(noun, (next ?? row).id) : null;
  }

  private async lookup(noun: NounMeta, field: string, args: Args): Promise<Node | null> {
    const name = lookupKey(noun, field, (key) => args[key]);
    if (name === 'id') return this.byId(String(args['id']), concreteNouns(noun));
    requireShown(this.caller, noun.target, name);
    const key = { [name]: storable(args[name]) };
    const further = furtherKeys(noun, name);
    if (further && (await this.em.count(noun.target as never, key as never)) === 0) {
      const holder = (await this.em.findOne(further.noun.target as never, key as never)) as Row | null;
      return holder ? this.inForce(noun, { id: (holder[further.by] as Node).id }) : null;
    }
    if (noun.forwardedBy) return this.inForce(noun, key);
    const [found] = await this.find(noun, equals([name], storable(args[name])));
    return found ?? null;
  }

  /** The visible row with this key. */
  private one(noun: NounMeta, key: string): Promise<Node | null> {
    const loader = this.loader(`one ${noun.name}`, async (keys) => {
      const rows = new Map(
        (await this.find(noun, { path: ['id'], operator: '$in', value: keys })).map((row) => [row.id, row]),
      );
      return keys.map((each) => rows.get(each) ?? null);
    });
    return loader.load(key) as Promise<Node | null>;
  }

  private find(noun: NounMeta, condition: Condition): Promise<Node[]> {
    const where = toWhere({ all: [condition, ofNoun(noun), visible(this.em, this.caller, noun)] });
    return this.em.find(noun.target as never, where as never) as Promise<Node[]>;
  }

  private computed(noun: NounMeta, meta: ComputedField, key: string): Promise<unknown> {
    const loader = this.loader(`computed ${noun.name}.${meta.name}`, async (keys) => {
      const options = { fields: ['id', meta.name] as never, disableIdentityMap: true };
      const rows = (await this.database.orm.em
        .fork()
        .find(noun.target as never, { id: { $in: keys } } as never, options)) as Node[];
      const values = new Map(rows.map((row) => [row.id, (row as unknown as Row)[meta.name] ?? null]));
      return keys.map((each) => values.get(each) ?? null);
    });
    return loader.load(key);
  }

  private any(source: Node, meta: AnyField): Promise<Node | null> {
    const { props } = this.em.getMetadata().get(source.constructor as never);
    const valueOf = (column: string) =>
      (source as unknown as Row)[props.find((prop) => prop.fieldNames?.[0] === column)!.name] as string | null;
    const noun = nounByName(valueOf(meta.typeColumn) ?? '');
    const key = valueOf(meta.idColumn);
    return noun && key ? this.one(noun, key) : Promise.resolve(null);
  }

  private loader(name: string, load: (keys: readonly string[]) => Promise<unknown[]>): DataLoader<string, unknown> {
    let loader = this.loaders.get(name);
    if (!loader) this.loaders.set(name, (loader = new DataLoader(load)));
    return loader;
  }
}

/** Named values in the order of their names' characters. */
function characteristics(values: Row): Characteristic[] {
  const names = Object.keys(values).sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
  return names.map((name) => Object.assign(new Characteristic(), { name, value: values[name] }));
}
