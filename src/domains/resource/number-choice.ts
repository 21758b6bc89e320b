import { Field, ObjectType } from 'type-graphql';
import { ResourceItem } from './resource-item.js';

@ObjectType({ description: 'A free number that may be chosen (RES-39).' })
export class NumberChoice {
  @Field(() => ResourceItem, { description: 'The number, IN_STOCK.' })
  item!: ResourceItem;
}
