import { registerEnumType } from 'type-graphql';

const names = new Map<object, string>();

/** Makes a TypeScript string enum a GraphQL enum; every value must be described. */
export function describeEnum<E extends Record<string, string>>(
  enumeration: E,
  name: string,
  description: string,
  values: Record<keyof E & string, string>,
): void {
  names.set(enumeration, name);
  const valuesConfig = Object.fromEntries(
    Object.entries(values).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(enumeration, { name, description, valuesConfig: valuesConfig as never });
}

/** The GraphQL name of a described enum. */
export function enumName(enumeration: object): string {
  const name = names.get(enumeration);
  if (!name)
    throw new Error(
      `An enum is used before describeEnum(...) was called for it: ${Object.keys(enumeration).join(', ')}`,
    );
  return name;
}
