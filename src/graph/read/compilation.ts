import type { GraphQLObjectType, GraphQLInterfaceType } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import { type FieldRule, fieldRule, requireShown, shows } from '../../kernel/access/field-policy.js';
import { rulePredicate } from '../../kernel/access/row-predicate.js';
import type { NounMeta } from '../../kernel/model/registry.js';
import { ROW_KEY } from '../../kernel/model/row-key.js';
import { sqlMask } from '../../kernel/record/mask-text.js';
import { rowsOfPast } from '../../kernel/versions/index.js';
import { codedError } from '../../kernel/errors/coded-error.js';
import { Cost } from './cost.js';
import type { OperationSource } from './fields.js';
import { Parameters } from './statement.js';

/** The state of compiling one operation for one kind of caller. */
export class Compilation {
  readonly parameters = new Parameters();
  readonly cost = new Cost();
  /** Set when a field was met that SQL cannot answer: the rows then feed ordinary execution. */
  partial = false;
  /** Set when a reference that the contract calls non-null may be hidden by a policy. */
  mayViolate = false;
  /** Set when rows are shown of which is remembered who saw them. */
  traced = false;
  /** Parts of rows of the past that are left out, because of them only the present is known: `Type.field`. */
  readonly absent = new Set<string>();
  private aliases = 0;
  /** SQL of the moment as of which rows are read; undefined while they are read as they stand. */
  private moment: string | undefined;

  constructor(
    readonly source: OperationSource,
    readonly caller: Pick<Caller, 'kind'>,
    /** With partial answers each object also carries its key and type for resolvers, under names that no field can have. */
    readonly hidden: boolean,
  ) {}

  /** A fresh quoted table alias. */
  alias(): string {
    return `"t${this.aliases++}"`;
  }

  /** Compiles a part of the operation whose rows are read as they stood at a moment. */
  asOf<Result>(moment: string, compile: () => Result): Result {
    this.moment = moment;
    try {
      return compile();
    } finally {
      this.moment = undefined;
    }
  }

  /** Compiles a part of the operation as if it stood outside of what is read as of a moment. */
  present<Result>(compile: () => Result): Result {
    const { moment } = this;
    this.moment = undefined;
    try {
      return compile();
    } finally {
      this.moment = moment;
    }
  }

  /** Whether rows are read as they stood at a moment. */
  get ofPast(): boolean {
    return this.moment !== undefined;
  }

  /**
   * Where the rows of a noun are read that a column ties to a key: its table, or as of a moment what stood in it then. What it refers
   * to without keeping versions of it, such as regions, is read as it stands.
   */
  rowsBy(noun: NounMeta, column: string, key: string): string {
    const { table } = noun;
    return (this.moment && rowsOfPast(noun, { table, column, key }, this.moment)) ?? `"${table}"`;
  }

  /** Refuses, where rows are read as of a moment, what can only be told of the present. */
  demandPresent(what: string): void {
    if (this.moment === undefined) return;
    throw codedError('EARLIER_STATE_UNKNOWN', `Earlier states of ${what} are not kept; ask for it without \`asOf\`.`, {
      path: ['asOf'],
    });
  }

  /** What the caller sees of a column: the column, or what its field policy puts in its place. */
  shown(noun: NounMeta, field: string, alias: string, column: string): string {
    const rule = fieldRule(noun.target, field);
    if (!rule) return column;
    if (rule.where) {
      const condition = this.shownIn(noun, field, alias);
      return condition === undefined ? column : `case when ${condition} then ${column} end`;
    }
    const flag = this.shownFlag(rule);
    return `case when ${flag}::boolean then ${column}${rule.otherwise === 'MASKED' ? ` else ${sqlMask(column)}` : ''} end`;
  }

  /** The condition under which the caller sees a field of a row, where its policy asks for secrets; undefined when in every row. */
  shownIn(noun: NounMeta, field: string, alias: string): string | undefined {
    const rule = fieldRule(noun.target, field);
    const { kind } = this.caller;
    if (!rule?.where || rule.openTo.includes(kind)) return undefined;
    return rulePredicate(noun, rule.where, kind, alias, (value) => this.parameters.caller(value));
  }

  /** The placeholder that says whether the caller sees what stands under a rule in full. */
  shownFlag(rule: FieldRule): string {
    return this.parameters.add(({ caller }) => shows(caller, rule), `shown.${rule.permission}.${rule.openTo.join()}`);
  }

  /** Refuses callers who do not see the field: they may not search, sort or count by it. */
  demandShown(noun: NounMeta, field: string): void {
    if (fieldRule(noun.target, field)) this.parameters.demand(({ caller }) => requireShown(caller, noun.target, field));
  }

  typeOf(noun: NounMeta): GraphQLObjectType | GraphQLInterfaceType {
    return this.source.schema.getType(noun.name) as GraphQLObjectType | GraphQLInterfaceType;
  }
}

/** Name of the hidden member that holds a row's primary key. */
export const HIDDEN_KEY = ROW_KEY;
/** Name of the hidden member that holds a row's type. */
export const HIDDEN_TYPE = '$type';
/** Stands for a null where the contract allows none; PostgreSQL's text cannot hold it, so no data can look like it. */
export const VIOLATION = '\\u0000!';
