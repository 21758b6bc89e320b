import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import type { Database } from '../../kernel/database/database.js';
import { tellRead } from '../../kernel/access/read-trail.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import type { NounMeta } from '../../kernel/model/registry.js';
import { VERSION_NOT_KEPT } from '../../kernel/versions/index.js';
import { Compilation, VIOLATION } from './compilation.js';
import type { CostLimits } from './cost.js';
import { type OperationSource, collectFields } from './fields.js';
import { concatenate, object } from './json-text.js';
import { PreparedReads } from './prepared-reads.js';
import { rootKinds, rootParts, rowsByKeys } from './root.js';
import { shapeOf } from './shape.js';
import type { Binding, Parameters } from './statement.js';
import { uuidArray } from './uuid-array.js';
import { takeTraces } from './trace.js';

/** An operation compiled for a kind of caller and a shape of variables. */
export interface Plan {
  /** Name under which connections keep the statement prepared. */
  name: string;
  sql: string;
  parameters: Parameters;
  /** False: a part is left to resolvers, and the rows feed ordinary execution. */
  complete: boolean;
  mayViolate: boolean;
  /** Its rows carry marks of which is remembered who saw them. */
  traced: boolean;
  /** Parts that are left out of rows of the past, because of them only the present is known: `Type.field`, sorted. */
  absent: readonly string[];
  /** What the operation is called, for those who ask who saw what. */
  operation: string;
  cost: number;
  /** It has run before, so that it is worth preparing. */
  ran: boolean;
}

export interface Operation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** Plans kept per document: more shapes than this come from a client that writes values into what should be variables. */
const PLANS_PER_DOCUMENT = 64;

/** Compiles reads to SQL and runs them: one operation, one statement. */
export class ReadEngine {
  private readonly plans = new WeakMap<object, Map<string, Plan>>();
  private readonly roots = rootKinds();
  private readonly statements: PreparedReads;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly database: Pick<Database, 'pool' | 'clock'>,
    private readonly limits: CostLimits,
  ) {
    this.statements = new PreparedReads(database.pool);
  }

  /** The plan of a query; undefined when it asks for nothing that SQL answers. */
  planQuery(query: Operation, caller: Caller): Plan | undefined {
    return this.cached(query.document, `${query.operation.name?.value ?? ''}|${caller.kind}|${this.shape(query)}`, () =>
      this.compileQuery(query, caller),
    );
  }

  /** Refuses what a plan cannot be run with, such as a cursor that is none, before anything runs. */
  check(plan: Plan, variables: Readonly<Record<string, unknown>>, caller: Caller): void {
    plan.parameters.bind(this.binding(variables, caller));
  }

  private binding(
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    keys: readonly unknown[] = [],
  ): Binding {
    return { variables, caller, keys, at: this.database.clock() };
  }

  /** Runs a plan; the answer is JSON text. */
  async run(
    plan: Plan,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    keys: readonly unknown[] = [],
  ): Promise<string> {
    const values = plan.parameters.bind(this.binding(variables, caller, keys)).map((value) => sent(value, caller));
    try {
      const result = await this.statements.run({ name: plan.name, text: plan.sql, values }, plan.ran);
      plan.ran = true;
      const text = result.rows[0]![0] as string;
      return plan.traced ? this.told(plan, text, caller) : text;
    } catch (error) {
      if ((error as { code?: string }).code === VERSION_NOT_KEPT)
        throw codedError('EARLIER_STATE_UNKNOWN', (error as Error).message, { path: ['asOf'] });
      if ((error as { code?: string }).code === '57014')
        throw codedError(
          'OPERATION_TIMED_OUT',
          'The operation took too long and was stopped; ask for less at a time.',
          { cost: plan.cost },
        );
      throw error;
    }
  }

  /** The text without its marks; whoever remembers reads is told of them. */
  private told({ operation }: Plan, marked: string, caller: Caller): string {
    const { text, marks } = takeTraces(marked);
    if (marks.size > 0) tellRead({ pool: this.database.pool, caller, operation, at: new Date(), marks });
    return text;
  }

  /** Runs a query again with keys and types in its rows, so that ordinary execution can go over them. */
  async runHidden(query: Operation, caller: Caller): Promise<string> {
    const key = `hidden|${query.operation.name?.value ?? ''}|${caller.kind}|${this.shape(query)}`;
    const plan = this.cached(query.document, key, () => this.compileRoots(this.sourceOf(query), caller, true).plan);
    return this.run(plan!, query.variables, caller);
  }

  /** Reads what a field selects of rows known by key, such as the object that a mutation answers with. */
  async readRows(
    info: GraphQLResolveInfo,
    noun: NounMeta,
    keys: readonly string[],
    caller: Caller,
  ): Promise<unknown[]> {
    const query = fromInfo(info);
    const plan = this.cached(
      info.fieldNodes[0]!,
      `${noun.name}|${selected(info)}|${caller.kind}|${this.shape(query)}`,
      () => {
        const compilation = new Compilation(this.sourceOf(query), caller, true);
        const sql = rowsByKeys(compilation, noun, {
          key: info.fieldName,
          name: info.fieldName,
          nodes: [...info.fieldNodes],
        });
        return this.finish(compilation, sql, false);
      },
    );
    return JSON.parse(await this.run(plan!, query.variables, caller, keys)) as unknown[];
  }

  /** Reads one generated field of Query by itself, for operations that are not answered as a whole. */
  async readRoot(info: GraphQLResolveInfo, caller: Caller): Promise<unknown> {
    const query = fromInfo(info);
    const plan = this.cached(info.fieldNodes[0]!, `${selected(info)}|${caller.kind}|${this.shape(query)}`, () => {
      const compilation = new Compilation(this.sourceOf(query), caller, true);
      const field = { key: 'value', name: info.fieldName, nodes: [...info.fieldNodes] };
      // Ordinary execution has accepted the arguments, or it would not ask.
      const text = concatenate(rootParts(compilation, field, this.roots.get(info.fieldName)!)!);
      return this.finish(compilation, `select ${text}`, false);
    });
    return JSON.parse(await this.run(plan!, query.variables, caller)) as unknown;
  }

  /** Whether a field of Query is generated from the nouns. */
  isRoot(name: string): boolean {
    return this.roots.has(name);
  }

  private compileQuery(query: Operation, caller: Caller): Plan | undefined {
    const source = this.sourceOf(query);
    const first = this.compileRoots(source, caller, false);
    return first.complete ? first.plan : this.compileRoots(source, caller, true).plan;
  }

  private compileRoots(
    source: OperationSource,
    caller: Caller,
    hidden: boolean,
  ): { plan: Plan | undefined; complete: boolean } {
    const compilation = new Compilation(source, caller, hidden);
    const fields = collectFields(source, [source.operation.selectionSet], 'Query');
    const members = fields.flatMap((field) => {
      if (field.name === '__typename') return [{ key: field.key, value: [{ literal: '"Query"' }] }];
      const root = this.roots.get(field.name);
      if (!root) compilation.partial = true;
      const value = root && rootParts(compilation, field, root);
      return value ? [{ key: field.key, value }] : [];
    });
    const complete = !compilation.partial && !source.unsound;
    const asksRows = members.some(({ key }) => this.roots.has(fields.find((field) => field.key === key)!.name));
    return {
      plan: asksRows ? this.finish(compilation, `select ${concatenate(object(members))}`, complete) : undefined,
      complete,
    };
  }

  private finish(compilation: Compilation, sql: string, complete: boolean): Plan {
    compilation.cost.check(this.limits);
    const { parameters, mayViolate, traced, cost, absent } = compilation;
    const { name: called, selectionSet } = compilation.source.operation;
    const [first] = selectionSet.selections;
    const operation = called?.value ?? (first?.kind === Kind.FIELD ? first.name.value : 'fragment');
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32);
    return {
      name,
      sql,
      parameters,
      complete,
      mayViolate,
      traced,
      absent: [...absent].toSorted(),
      operation: operation.slice(0, 100),
      cost: cost.total,
      ran: false,
    };
  }

  private sourceOf(query: Operation): OperationSource {
    return { schema: this.schema, operation: query.operation, fragments: query.fragments, variables: query.variables };
  }

  private shape(query: Operation): string {
    return shapeOf(this.schema, query.document, query.operation, query.variables);
  }

  private cached(owner: object, key: string, compile: () => Plan | undefined): Plan | undefined {
    let plans = this.plans.get(owner);
    if (!plans) this.plans.set(owner, (plans = new Map()));
    const known = plans.get(key);
    if (known) return known;
    const plan = compile();
    if (!plan) return undefined;
    if (plans.size >= PLANS_PER_DOCUMENT) plans.delete(plans.keys().next().value!);
    plans.set(key, plan);
    return plan;
  }
}

/** A value as it goes to PostgreSQL. */
function sent(value: unknown, caller: Caller): unknown {
  const { regionIds, organisationIds, oneStopUnitIds, auditRegionIds, partnerUnitIds } = caller;
  const isOwn = [regionIds, organisationIds, oneStopUnitIds, auditRegionIds, partnerUnitIds].includes(
    value as string[],
  );
  return isOwn && Array.isArray(value) ? uuidArray(value as string[]) : value;
}

const documents = new WeakMap<OperationDefinitionNode, DocumentNode>();

function fromInfo(info: GraphQLResolveInfo): Operation {
  let document = documents.get(info.operation);
  if (!document)
    documents.set(
      info.operation,
      (document = { kind: 'Document' as never, definitions: [info.operation, ...Object.values(info.fragments)] }),
    );
  return { document, operation: info.operation, fragments: info.fragments, variables: info.variableValues };
}

/** Names what is selected together: a fragment's field may be part of several operations, merged with other selections in each. */
const selected = (info: GraphQLResolveInfo): string =>
  `${info.operation.name?.value ?? ''} ${info.fieldNodes.map((node) => node.loc?.start).join(' ')}`;

/** Whether an answer holds a null where the contract allows none. */
export const violates = (plan: Plan, text: string): boolean => plan.mayViolate && text.includes(VIOLATION);

/** What a response says beside its data: as of a moment in the past, which parts are absent because only the present is known of them. */
export const extensionsOf = ({ absent }: Plan): Record<string, unknown> | undefined =>
  absent.length ? { earlierStatesUnknown: absent } : undefined;

/** The whole response of a plan that has answered without a rest. */
export function responseText(plan: Plan, data: string): string {
  const extensions = extensionsOf(plan);
  return extensions ? `{"data":${data},"extensions":${JSON.stringify(extensions)}}` : `{"data":${data}}`;
}
