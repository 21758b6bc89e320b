/** Helpers that print parts of the schema definition language. */

/** A description block, indented. */
export function describe(text: string, indent = ''): string {
  const safe = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""');
  return `${indent}"""\n${indent}${safe}\n${indent}"""\n`;
}

export interface SdlField {
  name: string;
  type: string;
  description: string;
  /** Arguments, already printed. */
  args?: string;
}

export function printFields(fields: readonly SdlField[]): string {
  return fields
    .map(
      (field) =>
        `${describe(field.description, '  ')}  ${field.name}${field.args ? `(${field.args})` : ''}: ${field.type}`,
    )
    .join('\n');
}

export function printType(
  keyword: 'type' | 'input' | 'extend type' | 'extend interface',
  name: string,
  description: string,
  fields: readonly SdlField[],
): string {
  if (fields.length === 0) return '';
  const head = keyword.startsWith('extend') ? '' : describe(description);
  return `${head}${keyword} ${name} {\n${printFields(fields)}\n}\n`;
}

export function printEnum(
  name: string,
  description: string,
  values: readonly { name: string; description: string }[],
): string {
  if (values.length === 0) return '';
  return `${describe(description)}enum ${name} {\n${values.map((value) => `${describe(value.description, '  ')}  ${value.name}`).join('\n')}\n}\n`;
}
