import type { Database } from '../../kernel/database/database.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { type Cell, referenceQuery } from '../../kernel/tables/index.js';

/** The records that cells name, by kind of reference and key; those that were not found are not kept, for they may come. */
export class References {
  private readonly ids = new Map<string, Map<string, string>>();

  constructor(private readonly database: Pick<Database, 'pool'>) {}

  /** Looks up the records that cells name, those of one kind together. */
  async resolve(cells: readonly Cell[]): Promise<void> {
    const wanted = Map.groupBy(cells, ({ reference }) => referenceQuery(reference!));
    for (const [sql, group] of wanted) {
      const ids = this.ids.get(sql) ?? new Map<string, string>();
      this.ids.set(sql, ids);
      const keys = [...new Set(group.map(({ value }) => String(value)))].filter((key) => !ids.has(key));
      if (keys.length === 0) continue;
      const { rows } = await this.database.pool.query<{ key: string; id: string }>(sql, [keys]);
      const { tag } = nounOf(group[0]!.reference!.noun);
      for (const { key, id } of rows) ids.set(key, encodeId(tag!, id));
    }
  }

  /** The id of the record that a cell names; undefined when it is not known. */
  idOf({ reference, value }: Cell): string | undefined {
    return this.ids.get(referenceQuery(reference!))?.get(String(value));
  }
}
