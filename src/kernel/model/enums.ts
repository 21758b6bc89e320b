import { registerEnumType } from 'type-graphql';

/** An enum as the contract shows it. */
export interface DescribedEnum {
  name: string;
  description: string;
  values: readonly { name: string; description: string }[];
}

const described = new Map<object, DescribedEnum>();

/** Makes a TypeScript string enum a GraphQL enum; every value must be described. */
export function describeEnum<E extends Record<string, string>>(
  enumeration: E,
  name: string,
  description: string,
  values: Record<keyof E & string, string>,
): void {
  const texts = Object.entries(values).map(([value, text]) => ({ name: value, description: text }));
  described.set(enumeration, { name, description, values: texts });
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as never });
}

/** The GraphQL name of a described enum. */
export function enumName(enumeration: object): string {
  return describedEnum(enumeration).name;
}

/** What describeEnum(...) said of an enum. */
export function describedEnum(enumeration: object): DescribedEnum {
  const found = described.get(enumeration);
  if (!found)
    throw new Error(
      `An enum is used before describeEnum(...) was called for it: ${Object.keys(enumeration).join(', ')}`,
    );
  return found;
}
