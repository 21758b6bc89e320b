import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  CustomerSegment,
  SegmentConflict,
  SegmentDimension,
  SegmentPriority,
  SegmentStatus,
} from '../customer/index.js';
import { classDimensions } from './classification.data.js';

/**
 * Writes the standard classifications as delivered (CUS-69..71); those that exist stay as the operator changed them. Customers come
 * into their classes by the nightly refresh, or when it is asked for.
 */
export async function ensureClassifications(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    const ids = await ensureRows(
      tx,
      SegmentDimension,
      classDimensions.map(({ code, name, expression = null, labelExpression = null }) => ({
        ...{ code, name, expression, labelExpression, onConflict: SegmentConflict.REPLACE },
      })),
    );
    const rows = classDimensions.flatMap(({ code: dimension, classes = [] }) =>
      classes.map(({ code, name, condition, first = false }) => ({
        ...{ code, name, condition, dimension: ids.get(dimension)!, status: SegmentStatus.ACTIVE },
        priority: first ? SegmentPriority.HIGH : SegmentPriority.MEDIUM,
        validity: TimePeriod.since(tx.at),
      })),
    );
    await ensureRows(tx, CustomerSegment, rows);
  });
}
