import { Index } from '@mikro-orm/decorators/legacy';
import { columnName } from './naming.js';
import { type Class, nounFields, nounOf } from './registry.js';

/**
 * At most one row with the same values in these fields, among the rows that `where` admits. Stands above `@Noun`.
 * @param where SQL over the row's columns, such as `validity_to is null`; all rows when absent.
 */
export const UniqueTogether = (fields: readonly string[], where?: string): ClassDecorator => {
  return (target) => {
    const noun = nounOf(target as unknown as Class);
    const columns = fields.map((field) =>
      nounFields(noun).get(field)?.kind === 'one' ? `${columnName(field)}_id` : columnName(field),
    );
    const name = `${noun.table}_${columns.join('_')}_${where ? 'current' : 'together'}_unique`.slice(0, 63);
    const list = columns.map((column) => `"${column}"`).join(', ');
    const expression = (_columns: unknown, table: { name: string }) =>
      `create unique index "${name}" on "${table.name}" (${list})${where ? ` where ${where}` : ''}`;
    Index({ name, expression } as never)(target as never);
  };
};
