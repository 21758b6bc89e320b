import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { uuidOf } from '../../kernel/model/index.js';

/**
 * Keys of a region and of all regions inside it.
 * @param id opaque id of the region.
 * @param argument name of the argument that gave it.
 * @throws NOT_FOUND when there is no such region.
 */
export async function regionsInside(
  context: Pick<CallContext, 'database'>,
  id: string,
  argument: string,
): Promise<string[]> {
  const key = uuidOf(id, 're', [argument]);
  const { rows } = await context.database.pool.query<{ id: string }>({
    name: 'regions_inside',
    text: `select inside."id" from "region" outer_region
           join "region" inside on inside."path" >= outer_region."path" and starts_with(inside."path", outer_region."path")
           where outer_region."id" = $1 order by inside."path"`,
    values: [key],
  });
  if (rows.length === 0) throw codedError('NOT_FOUND', 'There is no Region with this id.', { path: [argument] });
  return rows.map((row) => row.id);
}
