/**
 * A condition on a row in two-valued logic: a comparison with a missing value does not hold, and its negation does.
 * A path names properties from the row to the compared one, over references and value objects.
 */
export type Condition =
  | { all: readonly Condition[] }
  | { some: readonly Condition[] }
  | { not: Condition }
  /** Operators of MikroORM, such as `$gt`. */
  | { path: readonly string[]; operator: string; value: unknown }
  /** A condition in SQL, made from the alias of the row at the end of the path, which holds `property`. */
  | { path: readonly string[]; property: string; sql: () => symbol };

export type Where = Record<string | symbol, unknown>;

/** Holds for every row. */
export const always: Condition = { all: [] };
/** Holds for no row. */
export const never: Condition = { some: [] };

export const missing = (path: readonly string[]): Condition => ({ path, operator: '$eq', value: null });
export const present = (path: readonly string[]): Condition => ({ not: missing(path) });
export const equals = (path: readonly string[], value: unknown): Condition => ({ path, operator: '$eq', value });

/** Fresh each time: MikroORM rewrites what it is given. */
const everyRow = (): Where => ({ id: { $nin: [] } });
const noRow = (): Where => ({ id: { $in: [] } });

/** The `where` of MikroORM. Negations are pushed down to the comparisons, where a missing value makes them hold. */
export function toWhere(condition: Condition, negated = false): Where {
  if ('not' in condition) return toWhere(condition.not, !negated);
  if ('all' in condition || 'some' in condition) {
    const every = 'all' in condition !== negated;
    const parts = ('all' in condition ? condition.all : condition.some).map((part) => toWhere(part, negated));
    if (parts.length === 0) return every ? everyRow() : noRow();
    return { [every ? '$and' : '$or']: parts };
  }
  if ('sql' in condition) {
    const where = nest(condition.path, { [condition.sql()]: [] });
    return negated ? { $or: [{ $not: where }, nest([...condition.path, condition.property], null)] } : where;
  }
  const { path, operator, value } = condition;
  if (value === null) return nest(path, { [negated ? '$ne' : '$eq']: null });
  const where = nest(path, { [operator]: value });
  return negated ? { $or: [{ $not: where }, nest(path, null)] } : where;
}

const nest = (path: readonly string[], end: unknown): Where =>
  path.reduceRight<unknown>((inner, property) => ({ [property]: inner }), end) as Where;
