/** The column or table name of a property or class: `accountNo` becomes `account_no`. */
export function columnName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}

/** `customerCode` to `CustomerCode`. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `CustomerCode` to `customerCode`. */
export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `lifecycleState` to `LIFECYCLE_STATE`, the form of GraphQL enum values. */
export function constant(name: string): string {
  return columnName(name).toUpperCase();
}

/** The usual English plural; a noun may name its own. */
export function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return `${name}s`;
}
