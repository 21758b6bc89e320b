import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { type NounMeta, nounByName } from '../../kernel/model/registry.js';
import { columnName, constant } from '../../kernel/model/naming.js';
import { groupableReferences } from '../../graph/contract/aggregates.js';
import { columnConstant, groupableColumns } from '../../graph/contract/lists.js';
import { furtherKeys, lookupColumns } from '../../graph/contract/read-contract.js';
import { rootKinds } from '../../graph/read/root.js';
import type { Choices } from './choices.js';
import { EnumValue, type Input, InputMaker, plain } from './inputs.js';
import { reportArguments } from './report-arguments.js';
import type { Rows } from './rows.js';

/** An operation with its variables, as a client sends it. */
export interface MadeOperation {
  document: string;
  operationName?: string;
  variables: Record<string, unknown>;
}

export interface World {
  schema: GraphQLSchema;
  rows: Rows;
  /** Cursors seen in answers, by the name of their order. */
  cursors: Map<string, string[]>;
}

const MAX_TRIES = 50;
/** Time zones with whole and half hours, with clocks that are changed at midnight and with none that are. */
const ZONES = ['UTC', 'Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'America/Havana', 'Pacific/Apia'];

/** A random valid operation over the schema, about rows that exist. */
export function makeOperation(world: World, choices: Choices): MadeOperation {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const made = new OperationMaker(world, choices).make();
    // Two types of one interface may answer under one key with different types: such documents are not valid.
    if (validate(world.schema, parse(made.document)).length === 0) return made;
  }
  return { document: '{ __typename }', variables: {} };
}

interface Variable {
  definition: string;
  name: string;
}

class OperationMaker {
  private readonly inputs: InputMaker;
  private readonly roots = rootKinds();
  private readonly variables: Variable[] = [];
  private readonly values: Record<string, unknown> = {};
  private readonly fragments: { name: string; type: string; text: string }[] = [];
  private counter = 0;
  /** Fields still to be written, so that operations stay readable. */
  private budget: number;

  constructor(
    private readonly world: World,
    private readonly choices: Choices,
  ) {
    this.inputs = new InputMaker(world.schema, choices, world.rows, world.cursors);
    this.budget = choices.int(3, 40);
  }

  make(): MadeOperation {
    const body = this.rootSelection();
    const several = this.choices.chance(10);
    const named = several || this.choices.chance(30);
    const definitions = this.variables.length
      ? `(${this.variables.map((variable) => variable.definition).join(', ')})`
      : '';
    const fragments = this.fragments.map(
      (fragment) => `fragment ${fragment.name} on ${fragment.type} ${fragment.text}`,
    );
    const operation = `query${named ? ' Asked' : ''}${definitions} ${body}`;
    const parts = [
      operation,
      ...(several ? ['query Other { regions(first: 1) { nodes { code } } }'] : []),
      ...fragments,
    ];
    if (several && this.choices.chance(50)) parts.reverse();
    return { document: parts.join('\n'), variables: this.values, ...(several ? { operationName: 'Asked' } : {}) };
  }

  private rootSelection(): string {
    const query = this.world.schema.getQueryType()!;
    // What a domain answers by itself takes arguments that only the domain understands.
    const fields = Object.values(query.getFields()).filter(
      ({ name, args }) => this.roots.has(name) || args.length === 0,
    );
    const ofKind = (kind: string) => fields.filter((field) => this.roots.get(field.name)?.kind === kind);
    const [lists, reports] = [ofKind('list'), ofKind('report')];
    const items = Array.from({ length: this.choices.pick([1, 1, 1, 2, 3]) }, () => {
      const field = this.choices.chance(50)
        ? this.choices.pick(reports.length > 0 && this.choices.chance(10) ? reports : lists)
        : this.choices.chance(30)
          ? query.getFields()[this.choices.pick(['node', 'nodes'])]!
          : this.choices.pick(fields);
      return this.wrapped(query, this.field(query, field, 0));
    });
    if (this.choices.chance(10)) items.push('__typename');
    return `{ ${items.join(' ')} }`;
  }

  /** One selection of a type, with its own key where it could clash. */
  private field(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string {
    this.budget--;
    const type = getNamedType(field.type);
    const args = this.args(parent, field);
    const alias = args || this.choices.chance(25) ? `a${this.counter++}: ` : '';
    const head = `${alias}${field.name}${args}${this.directives()}`;
    if (isLeafType(type)) return this.choices.chance(4) ? `${head} ${head}` : head;
    const text = () => `${head} ${this.selection(type as GraphQLCompositeType, depth + 1)}`;
    // The same field twice: its selections are merged.
    return this.choices.chance(6) && this.budget > 0 ? `${text()} ${text()}` : text();
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const { choices } = this;
    const items: string[] = [];
    const count = choices.int(1, 4);
    for (let index = 0; index < count; index++) items.push(this.item(type, depth));
    return `{ ${items.join(' ')} }`;
  }

  private item(type: GraphQLCompositeType, depth: number): string {
    const { choices } = this;
    if (choices.chance(8)) return choices.chance(30) ? `a${this.counter++}: __typename` : '__typename';
    if (isAbstractType(type) && choices.chance(45)) return this.inline(choices.pick(this.narrower(type)), depth);
    if (choices.chance(8)) return this.wrapped(type, this.item(type, depth));
    const fields = Object.values((type as GraphQLObjectType | GraphQLInterfaceType).getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const nested = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const deep =
      nested.length > 0 &&
      (leaves.length === 0 || (this.budget > 0 && depth < 9 && choices.chance(this.isPlumbing(type) ? 80 : 45)));
    return this.field(type, choices.pick(deep ? nested : leaves.length ? leaves : nested), depth);
  }

  /** Connections and the like: only what lies below them is of interest. */
  private isPlumbing(type: GraphQLCompositeType): boolean {
    return /(Connection|Edge|Aggregate|AggregateKey)$/.test(type.name) && !nounByName(type.name);
  }

  private narrower(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const { schema } = this.world;
    if (!isInterfaceType(type)) return [type];
    const { objects, interfaces } = schema.getImplementations(type);
    return [...objects, ...objects, ...interfaces, type];
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    if (this.choices.chance(25)) return this.spread(type, this.selection(type, depth));
    return `... on ${type.name}${this.directives()} ${this.selection(type, depth)}`;
  }

  private wrapped(type: GraphQLCompositeType, text: string): string {
    const { choices } = this;
    switch (choices.int(0, 9)) {
      case 0:
        return `...${this.directives()} { ${text} }`;
      case 1: {
        const wider = isObjectType(type) && choices.chance(50) ? [type, ...type.getInterfaces()] : [type];
        const on = choices.pick(wider.filter((each) => each === type || text === '__typename'));
        return `... on ${on.name}${this.directives()} { ${text} }`;
      }
      case 2:
        return this.spread(type, `{ ${text} }`);
      default:
        return text;
    }
  }

  /** A fragment of its own, or one written before for the same type. */
  private spread(type: GraphQLCompositeType, text: string): string {
    const known = this.fragments.filter((fragment) => fragment.type === type.name);
    const again = known.length && this.choices.chance(50) ? ` ...${this.choices.pick(known).name}` : '';
    const name = `F${this.fragments.length}`;
    this.fragments.push({ name, type: type.name, text });
    return `...${name}${this.directives()}${again}`;
  }

  private directives(): string {
    const { choices } = this;
    if (!choices.chance(7)) return '';
    const one = (name: string) =>
      `@${name}(if: ${this.emit({ type: 'Boolean!', value: choices.chance(name === 'skip' ? 40 : 70) }, 70)})`;
    const first = choices.pick(['skip', 'include']);
    return ` ${one(first)}${choices.chance(15) ? ` ${one(first === 'skip' ? 'include' : 'skip')}` : ''}`;
  }

  private args(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): string {
    const given = this.given(parent, field);
    const parts = Object.entries(given).map(([name, input]) => `${name}: ${this.emit(input)}`);
    return parts.length ? `(${parts.join(', ')})` : '';
  }

  private given(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): Record<string, Input> {
    const names = field.args.map((argument) => argument.name);
    const target = getNamedType(field.type).name;
    if (parent === this.world.schema.getQueryType() && this.roots.get(field.name)?.kind === 'report')
      return reportArguments(field, this.choices, this.inputs);
    if (names.includes('filter')) {
      const noun = nounByName(target.replace(/Connection$/, ''))!;
      // Only at the root is it certain that plain execution comes to what is refused.
      return parent === this.world.schema.getQueryType() && this.choices.chance(4)
        ? this.inputs.spoiled(noun)
        : this.inputs.list(noun);
    }
    if (names.includes('groupBy'))
      return this.choices.chance(75)
        ? { groupBy: this.groupBy(nounByName(parent.name.replace(/Connection$/, ''))!) }
        : {};
    if (field.name === 'nodes' && names.includes('ids')) return { ids: this.inputs.ids() };
    if (field.name === 'node') return { id: { type: 'ID!', value: this.inputs.id() } };
    const noun = nounByName(target);
    return names.includes('id') && noun ? this.lookup(noun) : {};
  }

  private lookup(noun: NounMeta): Record<string, Input> {
    const columns = lookupColumns(noun);
    if (columns.length === 0 || this.choices.chance(40)) return { id: { type: 'ID', value: this.inputs.id(noun) } };
    const name = this.choices.pick(columns);
    const further = furtherKeys(noun, name);
    const held = further && this.choices.chance(50) ? further.noun : noun;
    return { [name]: { type: 'String', value: this.inputs.columnValue(held, columnName(name), 'text') as string } };
  }

  private groupBy(noun: NounMeta): Input {
    const { choices } = this;
    const columns = groupableColumns(noun);
    const dimensions = [
      ...columns.map(columnConstant),
      ...groupableReferences(noun).map((field) => constant(field.name)),
    ];
    const items = choices.some(dimensions, choices.pick([0, 1, 1, 1, 2, 3])).map((dimension): Input => {
      const members: Record<string, Input> = {
        dimension: { type: `${noun.name}Dimension!`, value: new EnumValue(dimension) },
      };
      const scalar = columns.find((column) => columnConstant(column) === dimension)?.scalar;
      const buckets =
        scalar === 'dateTime'
          ? ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']
          : ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
      if (scalar === 'dateTime' || (scalar === 'date' && choices.chance(60)))
        members['bucket'] = { type: 'TimeBucket', value: new EnumValue(choices.pick(buckets)), needed: true };
      if (scalar === 'dateTime' && choices.chance(40))
        members['timeZone'] = { type: 'String', value: choices.pick([...ZONES, null]) };
      return { type: `${noun.name}GroupBy!`, value: { members } };
    });
    return { type: `[${noun.name}GroupBy!]`, value: items };
  }

  /** The text of an input value, parts of which may become variables. */
  private emit(input: Input, percent = 12): string {
    if (this.choices.chance(percent)) return this.variable(input);
    const { value } = input;
    if (value instanceof EnumValue) return value.name;
    if (Array.isArray(value)) return `[${value.map((item) => this.emit(item)).join(', ')}]`;
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    if ('json' in value) return jsonLiteral(value.json);
    return `{${Object.entries(value.members)
      .map(([key, member]) => `${key}: ${this.emit(member)}`)
      .join(', ')}}`;
  }

  private variable(input: Input): string {
    const { choices } = this;
    const name = `v${this.variables.length}`;
    const required = input.type.endsWith('!');
    const bare = input.type.replace(/!$/, '');
    const value = plain(input);
    const literal = () => literalOf(input);
    switch (choices.int(input.needed ? 4 : 0, 7)) {
      case 0:
      case 1:
        // Not given: the default stands in.
        this.variables.push({ name, definition: `$${name}: ${bare} = ${literal()}` });
        break;
      case 2:
        this.variables.push({ name, definition: `$${name}: ${input.type} = ${literal()}` });
        this.values[name] = value;
        break;
      case 3:
        this.variables.push({ name, definition: `$${name}: ${bare}${required ? ` = ${literal()}` : ''}` });
        // Absent where it may be, and now and then null where it may not.
        if (required && choices.chance(15)) this.values[name] = null;
        break;
      default:
        this.variables.push({ name, definition: `$${name}: ${input.type}` });
        this.values[name] = value;
    }
    return `$${name}`;
  }
}

function literalOf(input: Input): string {
  const { value } = input;
  if (value instanceof EnumValue) return value.name;
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if ('json' in value) return jsonLiteral(value.json);
  return `{${Object.entries(value.members)
    .map(([key, member]) => `${key}: ${literalOf(member)}`)
    .join(', ')}}`;
}

/** JSON as a GraphQL literal; names that GraphQL cannot write are left out. */
function jsonLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([key]) => /^[_A-Za-z]\w*$/.test(key));
  return `{${members.map(([key, member]) => `${key}: ${jsonLiteral(member)}`).join(', ')}}`;
}
