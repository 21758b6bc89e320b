import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { AttributeDataType } from './product-attribute.js';
import { ProductLine } from './product-line.js';
import { ProductAction } from './product.lifecycle.js';
import { Product, ProductKind, ProductNature, ProductProviderKind } from './product.js';
import { CustomerServiceType } from './service-type.js';

@Input('An attribute in the template of a product (PRD-12).')
export class ProductAttributeInput {
  @TextInput({
    description: 'Name in the characteristics of instances, such as `bandwidth`; unique in the product.',
    max: 60,
  })
  code!: string;

  @TextInput({ description: 'Label for people.' })
  name!: string;

  @EnumInput(() => AttributeDataType, { description: 'Type of the values.' })
  dataType!: AttributeDataType;

  @BoolInput({ description: 'Whether an instance must carry a value; false when absent.', optional: true })
  mandatory?: boolean | null;

  @TextListInput({
    description: 'Allowed values; needed for CHOICE, refused for other types (PRD-13).',
    optional: true,
    max: 200,
  })
  allowedValues?: string[] | null;

  @DecimalInput({ description: 'Smallest number allowed, for INTEGER and DECIMAL.', optional: true })
  min?: string | null;

  @DecimalInput({ description: 'Largest number allowed, for INTEGER and DECIMAL; not below `min`.', optional: true })
  max?: string | null;

  @TextInput({ description: 'Unit of the numbers, such as `Mbit/s`.', optional: true, max: 20 })
  unit?: string | null;

  @TextInput({ description: 'Value that order entry proposes; it must fit the attribute.', optional: true })
  defaultValue?: string | null;

  @BoolInput({ description: 'Whether each end of a line has its own value; false when absent.', optional: true })
  perEnd?: boolean | null;
}

@Input('A customer service that may be ordered on a product (PRD-27).')
export class ProductServiceInput {
  @EnumInput(() => CustomerServiceType, { description: 'The service.' })
  service!: CustomerServiceType;
}

@Input('A new product with its attribute template and services (PRD-01, PRD-12, PRD-27).')
export class ProductCreateInput {
  @TextInput({ description: 'Code unique among products.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @TextInput({ description: 'What the product does.', optional: true, max: 2000 })
  description?: string | null;

  @EnumInput(() => ProductKind, { description: 'Whether it stands alone or needs a main product (PRD-02).' })
  kind!: ProductKind;

  @EnumInput(() => ProductNature, { description: 'What it is made of (PRD-03).' })
  nature!: ProductNature;

  @EnumInput(() => MaintenanceLevel, {
    description: "Level that maintains it, the caller's own; never changed later (PRD-08).",
  })
  level!: MaintenanceLevel;

  @IdInput(() => Region, {
    description: "Province or local network that owns it; the caller's own when absent, none for HEADQUARTERS.",
    optional: true,
  })
  ownerId?: string | null;

  @EnumInput(() => ProductProviderKind, { description: 'Kind of provider (PRD-07).' })
  providerKind!: ProductProviderKind;

  @IdInput(() => ExternalOrganization, {
    description: 'The provider; needed unless `providerKind` is OWN, refused when it is.',
    optional: true,
  })
  providerId?: string | null;

  @IdInput(() => ProductLine, { description: 'Line that it belongs to.' })
  productLineId!: string;

  @InstantInput({ description: 'First moment of sale; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment after the sale; open when absent. After `validFrom`.', optional: true })
  validTo?: string | null;

  @ListInput(() => ProductAttributeInput, {
    description: 'Template of attributes, in the order of the form.',
    optional: true,
    max: 100,
  })
  attributes?: ProductAttributeInput[] | null;

  @ListInput(() => ProductServiceInput, {
    description: 'Services that may be ordered on it; each once.',
    min: 1,
    max: 20,
  })
  services!: ProductServiceInput[];
}

@Input('A step of a product from one state to another (PRD-04).')
export class ProductStatusChangeInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @EnumInput(() => ProductAction, { description: 'The step.' })
  action!: ProductAction;

  @TextInput({ description: 'Why; needed for RETURN and GIVE_UP.', optional: true, max: 500 })
  reason?: string | null;
}
