import DataLoader from 'dataloader';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../kernel/access/caller.js';
import { requireShown } from '../../kernel/access/field-policy.js';
import { operatorDays } from '../../kernel/calendar/index.js';
import type { Database } from '../../kernel/database/database.js';
import type { Node } from '../../kernel/model/noun.js';
import { type ManyField, type NounMeta, nounFields, nounOf } from '../../kernel/model/registry.js';
import { type Page, type SortKey, dimensionsOf, pageOf, sortKeys } from '../contract/checks.js';
import { leftOutBy } from '../contract/forwarded.js';
import { type PlainGroup, grouped } from './aggregate.js';
import { always, type Condition, missing, toWhere } from './condition.js';
import { type LoadedPage, type ListSource, PlainConnection } from './connection.js';
import { PlainFilter } from './filter.js';
import { beyond, valueAt } from './place.js';
import { ofNoun, visible } from './visible.js';

type Args = Record<string, unknown>;
type LoadOne = (noun: NounMeta, key: string) => Promise<Node | null>;

/** A list whose arguments have been checked. */
interface PlainList {
  noun: NounMeta;
  page: Page;
  keys: readonly SortKey[];
  filter: unknown;
  after: unknown;
  before: unknown;
  /** Condition of the whole list. */
  whole: Condition;
  /** Condition of what lies between the cursors. */
  between: Condition;
}

/** Loads lists of one operation for one caller: those at the root one by one, those below rows for all rows at once. */
export class PlainLists {
  private readonly em: EntityManager;
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  constructor(
    private readonly database: Database,
    private readonly caller: Caller,
    private readonly one: LoadOne,
  ) {
    this.em = database.orm.em.fork();
  }

  root(noun: NounMeta, name: string, args: Args): PlainConnection {
    const list = this.list(noun, name, args);
    const page = once(async () => {
      const rows = await this.rows(list, { all: [list.whole, list.between] }, list.page.size + 1);
      return cut(rows, list.page);
    });
    const where = () => toWhere(list.whole);
    return new PlainConnection(
      {
        page,
        count: () => this.em.count(noun.target as never, where() as never),
        groups: (groupBy) => this.groups(list, groupBy, () => this.figures(list, list.whole)),
      },
      list,
    );
  }

  below(parent: Node, noun: NounMeta, meta: ManyField, args: Args): PlainConnection {
    const list = this.list(nounOf(meta.target()), meta.name, args, meta.by);
    const name = `${noun.name}.${meta.name} ${JSON.stringify(args)}`;
    const ownerOf = (row: object): string =>
      meta.raw ? (valueAt(row, [meta.by]) as string) : (valueAt(row, [meta.by]) as Node).id;
    const of = (parents: readonly string[]): Condition => ({ path: [meta.by], operator: '$in', value: parents });

    const shares = <T>(
      kind: string,
      load: (condition: Condition) => Promise<readonly object[]>,
      make: (rows: readonly object[]) => T,
    ): Promise<T> => {
      const loader = this.loader(`${kind} ${name}`, async (parents) => {
        const byParent = Map.groupBy(await load(of(parents)), ownerOf);
        return parents.map((each) => make(byParent.get(each) ?? []));
      });
      return loader.load(parent.id) as Promise<T>;
    };
    const source: ListSource = {
      page: () =>
        shares(
          'page',
          (condition) => this.rows(list, { all: [condition, list.whole, list.between] }),
          (rows) => cut(rows, list.page),
        ),
      count: () =>
        shares(
          'count',
          (condition) => this.figures(list, { all: [condition, list.whole] }, [meta.by]),
          (rows) => rows.length,
        ),
      groups: (groupBy) =>
        this.groups(list, groupBy, () =>
          shares(
            'groups',
            (condition) => this.figures(list, { all: [condition, list.whole] }, [meta.by]),
            (rows) => rows,
          ),
        ),
    };
    return new PlainConnection(source, list);
  }

  /** Checks the arguments of a list. */
  private list(noun: NounMeta, name: string, args: Args, by?: string): PlainList {
    const { first, last, after, before, filter, orderBy } = args;
    const page = pageOf(first, last, name);
    const keys = sortKeys(noun, orderBy);
    for (const key of keys) if (!key.computed) requireShown(this.caller, noun.target, key.path[0]!);
    const emptied = leftOutBy(noun, filter, by);
    const whole: Condition = {
      all: [
        ofNoun(noun),
        emptied ? missing([emptied]) : always,
        visible(this.em, this.caller, noun),
        new PlainFilter(this.em, this.caller).condition(noun, filter),
      ],
    };
    const bounds = [beyond(keys, after, 'after'), beyond(keys, before, 'before')];
    return {
      noun,
      page,
      keys,
      filter,
      after,
      before,
      whole,
      between: { all: bounds.filter((bound) => bound !== undefined) },
    };
  }

  private rows({ noun, keys, page }: PlainList, condition: Condition, limit?: number): Promise<readonly object[]> {
    const orderBy = keys.map((key) =>
      key.path.reduceRight<unknown>(
        (inner, property) => ({ [property]: inner }),
        key.descending === page.backward ? 'asc' : 'desc',
      ),
    );
    return this.em.find(noun.target as never, toWhere(condition) as never, {
      orderBy: orderBy as never,
      ...(limit === undefined ? {} : { limit }),
    });
  }

  /** Every row of a list, with no more columns than figures need. */
  private figures({ noun }: PlainList, condition: Condition, also: readonly string[] = []): Promise<readonly object[]> {
    const wanted = [...nounFields(noun).values()].filter(
      (field) => field.kind === 'column' || field.kind === 'embedded' || field.kind === 'one',
    );
    const fields = [...new Set([...wanted.map((field) => field.name), ...also])];
    return this.em.find(noun.target as never, toWhere(condition) as never, {
      fields: fields as never,
      disableIdentityMap: true,
    });
  }

  private async groups(
    list: PlainList,
    groupBy: unknown,
    load: () => Promise<readonly object[]>,
  ): Promise<PlainGroup[]> {
    const { noun, filter } = list;
    const dimensions = dimensionsOf(noun, groupBy);
    for (const dimension of dimensions)
      if ('column' in dimension) requireShown(this.caller, noun.target, dimension.column.field);
    const rows = await load();
    const targets = new Map<string, Map<string, Node | null>>();
    for (const dimension of dimensions)
      if ('reference' in dimension)
        targets.set(dimension.reference, await this.targets(noun, dimension.reference, rows));
    const targetOf = (reference: string, key: string) => targets.get(reference)?.get(key) ?? null;
    return grouped(
      {
        noun,
        dimensions,
        filter,
        zone: await operatorDays().read(this.database),
        may: (field) => requireShown(this.caller, noun.target, field),
        load: targetOf,
        seen: (reference, key) => targetOf(reference, key) !== null,
      },
      rows,
    );
  }

  /** What a reference of the rows points to, by key; null where the caller may not see it. */
  private async targets(noun: NounMeta, reference: string, rows: readonly object[]): Promise<Map<string, Node | null>> {
    const field = nounFields(noun).get(reference);
    if (field?.kind !== 'one') throw new Error(`${noun.name}.${reference} is not a reference.`);
    const keys = new Set(rows.flatMap((row) => (valueAt(row, [reference]) as Node | null)?.id ?? []));
    return new Map(
      await Promise.all([...keys].map(async (key) => [key, await this.one(nounOf(field.target()), key)] as const)),
    );
  }

  private loader(name: string, load: (parents: readonly string[]) => Promise<unknown[]>): DataLoader<string, unknown> {
    let loader = this.loaders.get(name);
    if (!loader) this.loaders.set(name, (loader = new DataLoader(load)));
    return loader;
  }
}

/** Rows come in the order of paging, with one or more beyond the page when there are such. */
function cut(rows: readonly object[], page: Page): LoadedPage {
  const kept = rows.slice(0, page.size);
  return { rows: page.backward ? kept.reverse() : kept, more: rows.length > page.size };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
