import { Field, ObjectType } from 'type-graphql';
import { Json } from './scalars.js';

@ObjectType({ description: 'A named value whose name and type a template defines (TMF Characteristic, MOD-80).' })
export class Characteristic {
  @Field(() => String, { description: 'Name of the characteristic in the template, such as `bandwidth`.' })
  name!: string;

  @Field(() => Json, {
    nullable: true,
    description: 'Its value: text, number, boolean or a list of them, as the template says.',
  })
  value!: unknown;
}
