import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../kernel/errors/index.js';
import { Decimal, Json } from '../../kernel/model/index.js';
import { AttributeDataType, Offering, Product } from '../catalogue/index.js';

@ObjectType({ description: 'A field of the form of an offering (PRD-113).' })
export class OfferingFormField {
  @Field(() => Product, { description: 'Product of the bundle that it belongs to.' })
  product!: Product;

  @Field(() => String, { description: 'Name of the attribute, as in the characteristics of an order.' })
  name!: string;

  @Field(() => String, { description: 'Label for people.' })
  label!: string;

  @Field(() => AttributeDataType, { description: 'Type of the value.' })
  dataType!: AttributeDataType;

  @Field(() => Boolean, {
    description: 'Whether a value must be given: it is mandatory, and neither fixed nor proposed.',
  })
  required!: boolean;

  @Field(() => [String], { description: 'Allowed values of a CHOICE; empty otherwise.' })
  allowedValues!: readonly string[];

  @Field(() => Decimal, { nullable: true, description: 'Smallest number allowed; null without one.' })
  min!: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Largest number allowed; null without one.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of the numbers.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'Value that is proposed; null without one.' })
  defaultValue!: string | null;

  @Field(() => Json, {
    nullable: true,
    description: 'Value that the offering fixes, not to be changed; null for none (PRD-37).',
  })
  fixedValue!: unknown;

  @Field(() => Boolean, { description: 'Whether each end of a line has its own value.' })
  perEnd!: boolean;

  @Field(() => Int, { description: 'Pieces of the product that are proposed.' })
  pieces!: number;
}

@ObjectType({ description: 'The form that order entry shows for an offering, and what it makes of values (PRD-113).' })
export class OfferingForm {
  @Field(() => Offering, { description: 'The offering.' })
  offering!: Offering;

  @Field(() => [OfferingFormField], { description: 'Fields, by product and position.' })
  fields!: readonly OfferingFormField[];

  @Field(() => [UserError], {
    description:
      'What is wrong with the values: UNKNOWN_CHARACTERISTIC, BAD_CHARACTERISTIC, FIXED_BY_OFFERING or REQUIRED.',
  })
  objections!: readonly UserError[];
}
