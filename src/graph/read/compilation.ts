import type { GraphQLObjectType, GraphQLInterfaceType } from 'graphql';
import type { Caller } from '../../kernel/access/caller.js';
import { fieldRule, requireShown, shows } from '../../kernel/access/field-policy.js';
import type { NounMeta } from '../../kernel/model/registry.js';
import { sqlMask } from '../../kernel/record/mask-text.js';
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
  private aliases = 0;

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

  /** What the caller sees of a column: the column, or what its field policy puts in its place. */
  shown(noun: NounMeta, field: string, column: string): string {
    const rule = fieldRule(noun.target, field);
    if (!rule) return column;
    const flag = this.parameters.add(
      ({ caller }) => shows(caller, rule),
      `shown.${rule.permission}.${rule.openTo.join()}`,
    );
    return `case when ${flag}::boolean then ${column}${rule.otherwise === 'MASKED' ? ` else ${sqlMask(column)}` : ''} end`;
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
export const HIDDEN_KEY = '$key';
/** Name of the hidden member that holds a row's type. */
export const HIDDEN_TYPE = '$type';
/** Stands for a null where the contract allows none; PostgreSQL's text cannot hold it, so no data can look like it. */
export const VIOLATION = '\\u0000!';
