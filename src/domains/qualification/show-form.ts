import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError, userError, type UserError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';
import {
  attributeKinds,
  attributeObjection,
  normalValues,
  Offering,
  OfferingComponent,
  Product,
  ProductAttribute,
} from '../catalogue/index.js';
import type { OfferingFormInput } from './offering-form.input.js';
import { OfferingForm, OfferingFormField } from './offering-form.js';

/**
 * The form of an offering: attributes of its products with what the bundle fixes; values are checked against it (PRD-113).
 * @throws NOT_FOUND for an offering that the caller may not see
 */
export async function showForm(context: CallContext, input: OfferingFormInput): Promise<OfferingForm> {
  const id = await visibleOffering(context, input.offeringId);
  const em = context.database.orm.em.fork();
  const components = await em.find(OfferingComponent, { offering: id }, { orderBy: { id: 'asc' } });
  const attributes = await em.find(
    ProductAttribute,
    { product: { $in: components.map(({ product }) => product.id) } },
    { orderBy: { position: 'asc', id: 'asc' } },
  );
  const fields = components.flatMap((component) =>
    attributes
      .filter(({ product }) => product.id === component.product.id)
      .map((attribute) => ({ attribute, component, fixed: component.fixedValues[attribute.code] })),
  );
  return Object.assign(new OfferingForm(), {
    offering: Object.assign(new Offering(), { id }),
    fields: fields.map(shown),
    objections: input.values ? objectionsTo(fields, input.values) : [],
  });
}

interface FormField {
  attribute: ProductAttribute;
  component: OfferingComponent;
  fixed: unknown;
}

const isRequired = ({ attribute, component, fixed }: FormField): boolean =>
  attribute.mandatory && attribute.defaultValue == null && fixed === undefined && component.defaultQuantity > 0;

function shown(field: FormField): OfferingFormField {
  const { attribute, component, fixed } = field;
  const { dataType, allowedValues, min, max, unit, defaultValue, perEnd } = attribute;
  return Object.assign(new OfferingFormField(), {
    product: Object.assign(new Product(), { id: attribute.product.id }),
    name: attribute.code,
    label: attribute.name,
    required: isRequired(field),
    fixedValue: fixed ?? null,
    pieces: component.defaultQuantity,
    ...{ dataType, allowedValues, perEnd },
    ...{ min: min ?? null, max: max ?? null, unit: unit ?? null, defaultValue: defaultValue ?? null },
  });
}

function objectionsTo(fields: readonly FormField[], values: NonNullable<OfferingFormInput['values']>): UserError[] {
  const given = values.flatMap(({ name, value }, index): UserError[] => {
    const path = ['input', 'values', index];
    const own = fields.filter(({ attribute }) => attribute.code === name);
    if (own.length === 0)
      return [
        userError('UNKNOWN_CHARACTERISTIC', `No product of the offering has a characteristic "${name}".`, [
          ...path,
          'name',
        ]),
      ];
    const kinds = attributeKinds(own.map(({ attribute }) => attribute));
    const normal = (each: unknown) => normalValues(kinds, { [name]: each })[name];
    const fixed = own.find((field) => field.fixed !== undefined && normal(field.fixed) !== normal(value));
    if (fixed)
      return [
        userError('FIXED_BY_OFFERING', `The offering fixes "${name}".`, [...path, 'value'], { value: fixed.fixed }),
      ];
    const objection = own.map(({ attribute }) => attributeObjection(attribute, value)).find((text) => text);
    return objection
      ? [userError('BAD_CHARACTERISTIC', `The value of "${name}" does not fit: ${objection}.`, [...path, 'value'])]
      : [];
  });
  const missing = fields
    .filter((field) => isRequired(field) && !values.some(({ name }) => name === field.attribute.code))
    .map(({ attribute: { code } }) =>
      userError('REQUIRED', `A value for "${code}" is needed.`, ['input', 'values'], { name: code }),
    );
  return [...given, ...missing];
}

async function visibleOffering({ caller, database }: CallContext, offeringId: string): Promise<string> {
  const path = ['input', 'offeringId'];
  const values: unknown[] = [uuidOf(offeringId, 'of', path)];
  const visible = visibleRows(Offering, caller, '"f"', (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ id: string }>({
    name: `offering_form_${caller.kind}`,
    text: `select "f"."id" from "offering" "f" where "f"."id" = $1 and ${visible}`,
    values,
  });
  return rows[0]?.id ?? fail(path);
}

function fail(path: string[]): never {
  throw codedError('NOT_FOUND', 'There is no Offering with this id.', { path });
}
