import { Embeddable, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InterfaceType, ObjectType } from 'type-graphql';
import { v7 } from './uuid.js';
import { camel, columnName, plural } from './naming.js';
import { type Class, ancestors, isNoun, nounOf, registerEmbeddable, registerField, registerNoun } from './registry.js';
import { DateTime } from './scalars.js';

@InterfaceType('Node', {
  description: 'An object that can be fetched again by its id (Relay Global Object Identification).',
})
export abstract class Node {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID, { description: 'Opaque, stable and unique over all types; keep it as it is.' })
  id: string = v7();

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  @Field(() => DateTime, { description: 'When the record was first written.' })
  createdAt: Date = new Date();

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', onUpdate: () => new Date() })
  @Field(() => DateTime, { description: 'When the record was last changed.' })
  updatedAt: Date = new Date();
}

registerField(Node, {
  kind: 'column',
  name: 'id',
  scalar: 'id',
  description: 'Opaque id.',
  nullable: false,
  access: 'unique',
});
registerField(Node, {
  kind: 'column',
  name: 'createdAt',
  scalar: 'dateTime',
  description: 'When the record was first written.',
  nullable: false,
  access: 'slow',
});
registerField(Node, {
  kind: 'column',
  name: 'updatedAt',
  scalar: 'dateTime',
  description: 'When the record was last changed.',
  nullable: false,
  access: 'slow',
});

export interface NounOptions {
  /** For the contract: what the noun is, by the concept model (MOD-…) and TM Forum. */
  description: string;
  /** Two lower-case letters that begin the noun's ids; never changed after a release. Absent on interfaces. */
  tag?: string;
  /** Table name when it is not the class name in snake case. */
  table?: string;
  /** An interface over one table: its concrete nouns are classes that extend it, told apart by the column `kind`. */
  abstract?: boolean;
  /** Plural used for lists at the root, when it is not the usual one. */
  plural?: string;
  /** False: reached only through other nouns, not listed from the root. */
  root?: boolean;
  /** Name of the reference to the row that took this one's place; ids and unique values of this row then lead to that one. */
  forwardedBy?: string;
  /** With `forwardedBy`: the field that tells of it too; lists leave such rows out unless their filter names one of the two. */
  forwardedState?: string;
  /** By a unique field, the name of the inverse list of rows that hold further values of it, in a unique field of the same name: a lookup finds the row by these too. */
  furtherKeys?: Readonly<Record<string, string>>;
}

/** Makes a class a noun: one table, one GraphQL type, reads generated from its fields. */
export function Noun(options: NounOptions) {
  return (target: Class): void => {
    const parentClass = Object.getPrototypeOf(target) as Class;
    const inherits = isNoun(parentClass);
    const table = inherits ? nounOf(parentClass).table : (options.table ?? columnName(target.name));
    const noun = registerNoun({
      name: target.name,
      target,
      description: options.description,
      table,
      abstract: options.abstract ?? false,
      plural: options.plural ?? plural(camel(target.name)),
      root: options.root ?? true,
      ...(options.tag ? { tag: options.tag } : {}),
      ...(options.forwardedBy ? { forwardedBy: options.forwardedBy } : {}),
      ...(options.forwardedState ? { forwardedState: options.forwardedState } : {}),
      ...(options.furtherKeys ? { furtherKeys: options.furtherKeys } : {}),
      ...(inherits && !options.abstract ? { discriminator: columnName(target.name).toUpperCase() } : {}),
    });
    if (!noun.abstract && !options.tag) throw new Error(`${target.name} needs an id tag.`);
    declareEntity(noun.abstract, inherits, table, target, noun.discriminator);
    const interfaces = [...ancestors(noun).map((ancestor) => ancestor.target), Node] as never[];
    if (noun.abstract)
      InterfaceType(target.name, { description: options.description, implements: interfaces })(target as never);
    else ObjectType(target.name, { description: options.description, implements: interfaces })(target as never);
  };
}

/** Makes a class the home of fields that several nouns have in common: each that extends it has them in a table and a type of its own. */
export const SharedFields = (): ClassDecorator => ObjectType();

function declareEntity(
  abstract: boolean,
  inherits: boolean,
  table: string,
  target: Class,
  discriminator?: string,
): void {
  if (inherits) {
    Entity({
      ...(discriminator
        ? { discriminatorValue: discriminator }
        : { abstract: true, discriminatorValue: `-${target.name}` }),
    })(target as never);
  } else {
    Entity({ tableName: table, ...(abstract ? { abstract: true, discriminatorColumn: 'kind' } : {}) } as never)(
      target as never,
    );
  }
}

/** Makes a class a value object: part of its owner's table, an object in the graph, without an identity. */
export function ValueObject(options: { description: string }) {
  return (target: Class): void => {
    registerEmbeddable(target, target.name, options.description);
    Embeddable()(target as never);
    ObjectType(target.name, { description: options.description })(target as never);
  };
}
