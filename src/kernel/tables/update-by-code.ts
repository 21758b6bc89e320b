import { type Class, nounOf } from '../model/index.js';
import type { CellForm } from './cell-forms.js';
import type { RowReader } from './row-reader.js';
import type { ChangeStep, RowChange, TableUpdate } from './table-definition.js';

/** How rows change records that their codes name. */
export interface UpdateByCode {
  mutations: TableUpdate['mutations'];
  /** Columns that stay; see {@link TableUpdate.fixed}. */
  fixed: readonly string[];
  /** How cells are compared, by column; as they stand where absent. */
  forms: Readonly<Record<string, CellForm>>;
  steps: (change: RowChange) => ChangeStep[];
}

/** The update of a table whose records are found by their code alone. Without being told to, an import leaves them alone and says what its rows say otherwise. */
export const updateByCode = (noun: Class, { mutations, fixed, forms, steps }: UpdateByCode): TableUpdate => ({
  ...{ mutations, fixed, steps, normal: forms, kept: {}, select: 'id', usual: 'skip' },
  async find({ pool }, rows) {
    const codes = rows.map((field) => field('code'));
    const sql = `select "id", "code" from "${nounOf(noun).table}" where "code" = any($1)`;
    const found = await pool.query<{ id: string; code: string }>(sql, [codes]);
    const ids = new Map(found.rows.map(({ id, code }) => [code, id]));
    return codes.map((code) => ids.get(code));
  },
});

/**
 * The input of a change, made of the cells that say something else.
 * @param input that of a new record, made of the cells of a row
 * @param columns columns that count; those of them that have not changed are not said
 */
export function changedInput(
  { changed, field, read }: RowChange,
  input: (row: RowReader) => Record<string, unknown>,
  columns: readonly string[],
): Record<string, unknown> {
  const said = new Set(columns.filter((column) => changed.has(column)));
  const values = said.size > 0 ? input(read((column) => (said.has(column) ? field(column) : ''))) : {};
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
