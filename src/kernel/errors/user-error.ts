import 'reflect-metadata';
import { Field, ObjectType } from 'type-graphql';
import { Json } from '../model/scalars.js';

@ObjectType({
  description:
    'An expected refusal of a mutation: what was wrong with the input or with the state of things. Nothing was written.',
})
export class UserError {
  @Field(() => String, {
    description: 'Stable code, such as `NOT_FOUND`, `REQUIRED`, `TOO_LONG` or `INVALID_TRANSITION`.',
  })
  code!: string;

  @Field(() => String, { description: 'Explanation for a person.' })
  message!: string;

  @Field(() => [String], {
    description:
      'Path to the input field that it is about, such as `["input", "items", "0", "quantity"]`; empty when it is about the whole.',
  })
  path!: string[];

  @Field(() => Json, {
    nullable: true,
    description: 'Values that explain it, by name; which ones depends on the code.',
  })
  details?: Record<string, unknown> | null;
}
