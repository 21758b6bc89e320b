import { type InputPath, userError, type UserError } from '../../kernel/errors/index.js';
import { evaluateRule, ruleNumber } from '../../kernel/rules/index.js';
import {
  type AttributeKind,
  attributeKinds,
  attributeObjection,
  CustomerServiceType,
  defaultValues,
  normalValues,
} from '../catalogue/index.js';
import type { AttributeRow } from './cart-rows.js';
import type { CartAttributeInput, CartLineInput } from './cart-price.input.js';
import type { CartLine } from './charge.js';

/** The attribute values of a line, as what is opened will carry them. */
export interface LineAttributes {
  /** By name, in their normal forms: what is given and fixed, else the defaults of the templates (PRD-12). */
  values: Readonly<Record<string, unknown>>;
  /** What the products carry where it differs: the own defaults of each, by its key. */
  products: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Kinds of the attributes that the templates agree about. */
  kinds: ReadonlyMap<string, AttributeKind>;
  template: readonly AttributeRow[];
}

/** Names that lines may carry for somebody else than the products, by who understands them. */
export const attributesOfOthers: (() => readonly string[])[] = [];

/** The values of a line; what is new has the defaults of what comes with it, what runs has its own. */
export function lineAttributes(
  { attributes }: Pick<CartLineInput, 'attributes'>,
  { offering, pieces, service, sold }: Pick<CartLine, 'offering' | 'pieces' | 'service' | 'sold'>,
  rows: readonly AttributeRow[],
): LineAttributes {
  const template = rows.filter(({ productId }) => offering.products.some(({ id }) => id === productId));
  const kinds = attributeKinds(template);
  const given = Object.fromEntries((attributes ?? []).map(({ name, value }) => [name, value]));
  const chosen = normalValues(kinds, { ...sold?.carried, ...given, ...offering.fixed });
  const opens = service === CustomerServiceType.INSTALL && !sold;
  const usual = opens ? template.filter(({ productId }) => pieces.has(productId)) : [];
  const own = (id: string) => {
    const attributesOfProduct = template.filter(({ productId }) => productId === id);
    return [id, { ...(opens ? defaultValues(attributesOfProduct) : {}), ...chosen }] as const;
  };
  const productIds = [...new Set(template.map(({ productId }) => productId))];
  return {
    values: { ...defaultValues(usual), ...chosen },
    products: new Map(productIds.map(own)),
    ...{ kinds, template },
  };
}

/** What one product of a line carries. */
export const ofProduct = ({ values, products }: LineAttributes, productId: string): Readonly<Record<string, unknown>> =>
  products.get(productId) ?? values;

/** The values as conditions and formulas read them: numbers, days and truths where the templates say so (PRD-71). */
export function attributesForRules({ values, kinds }: LineAttributes): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const kind = kinds.get(name);
      if (typeof value !== 'string' || !kind) return [name, value];
      if (kind === 'date') return [name, evaluateRule('date(day)', { day: value }).value ?? value];
      return [name, kind === 'number' && EXACT.test(value) ? ruleNumber(value) : value];
    }),
  );
}

/** A number that only a text holds exactly. */
const EXACT = /^-?\d+(\.\d+)?$/;

/** What speaks against the values of a line, as against those of an order that has it (PRD-12, PRD-13, ORD-33). */
export function attributeObjections(
  line: CartLine,
  given: readonly CartAttributeInput[],
  path: InputPath,
): UserError[] {
  const { template } = line.attributes;
  const others = attributesOfOthers.flatMap((names) => names());
  const names = new Set<string>();
  const found: UserError[] = [];
  for (const [index, { name, value }] of given.entries()) {
    const at = (field: string) => [...path, index, field];
    if (names.has(name)) found.push(userError('DUPLICATE', `The value of "${name}" is given twice.`, at('name')));
    names.add(name);
    if (others.includes(name)) continue;
    const own = template.filter(({ code }) => code === name);
    if (own.length === 0)
      found.push(
        userError('UNKNOWN_CHARACTERISTIC', `No product of this line has a characteristic "${name}".`, at('name')),
      );
    const objection = own.map((attribute) => attributeObjection(attribute, value)).find((text) => text !== undefined);
    if (objection)
      found.push(userError('BAD_CHARACTERISTIC', `The value of "${name}" does not fit: ${objection}.`, at('value')));
  }
  return [...found, ...bundleObjections(line, given, path)];
}

/** A new bundle must have what its products need, and what the offering fixes (PRD-37). */
function bundleObjections(
  { attributes, offering, pieces, service, sold }: CartLine,
  given: readonly CartAttributeInput[],
  path: InputPath,
): UserError[] {
  if (service !== CustomerServiceType.INSTALL || sold) return [];
  const asked = normalValues(attributes.kinds, Object.fromEntries(given.map(({ name, value }) => [name, value])));
  const fixed = normalValues(attributes.kinds, offering.fixed);
  const against = Object.keys(asked)
    .filter((name) => Object.hasOwn(fixed, name) && asked[name] !== fixed[name])
    .map((name) =>
      userError('FIXED_BY_OFFERING', `The offering fixes "${name}".`, path, { name, value: offering.fixed[name] }),
    );
  const missing = attributes.template.filter(
    ({ productId, code, mandatory, defaultValue }) =>
      mandatory &&
      defaultValue === null &&
      pieces.has(productId) &&
      asked[code] === undefined &&
      fixed[code] === undefined,
  );
  return [
    ...against,
    ...missing.map(({ code: name }) => userError('REQUIRED', `A value for "${name}" is needed.`, path, { name })),
  ];
}
