import { CustomerSegment, SegmentDimension, SegmentPriority, SegmentStatus } from '../../src/domains/customer/index.js';
import type { Database } from '../../src/kernel/database/database.js';
import { ensureRows } from '../../src/kernel/database/ensure-rows.js';

/** Keys of segments by code, with that of their dimension. */
export type Segments = Map<string, { id: string; dimensionId: string }>;

const dimensions = [
  { code: 'VALUE', name: '客户价值' },
  { code: 'AGE_GROUP', name: '年龄段' },
];

const segments = [
  {
    code: 'VALUE_HIGH',
    name: '高价值',
    dimension: 'VALUE',
    priority: SegmentPriority.HIGH,
    rule: '月均消费 300 元及以上',
  },
  {
    code: 'VALUE_MEDIUM',
    name: '中价值',
    dimension: 'VALUE',
    priority: SegmentPriority.MEDIUM,
    rule: '月均消费 100 至 300 元',
  },
  { code: 'VALUE_LOW', name: '低价值', dimension: 'VALUE', priority: SegmentPriority.LOW, rule: '月均消费低于 100 元' },
  { code: 'AGE_YOUNG', name: '青年', dimension: 'AGE_GROUP', priority: SegmentPriority.MEDIUM, rule: '35 岁以下' },
  { code: 'AGE_MIDDLE', name: '中年', dimension: 'AGE_GROUP', priority: SegmentPriority.HIGH, rule: '35 至 59 岁' },
  { code: 'AGE_SENIOR', name: '老年', dimension: 'AGE_GROUP', priority: SegmentPriority.LOW, rule: '60 岁及以上' },
];

/** Adds the segments that the generator uses; those that exist stay as they are. */
export async function ensureSegments(database: Database): Promise<Segments> {
  const validity = { from: new Date('2015-01-01T00:00:00Z'), to: null };
  return database.write(database.systemContext('seed'), async (tx) => {
    const byDimension = await ensureRows(tx, SegmentDimension, dimensions);
    const rows = segments.map(({ dimension, ...segment }) => ({
      ...segment,
      dimension: byDimension.get(dimension)!,
      status: SegmentStatus.ACTIVE,
      features: null,
      validity,
    }));
    const ids = await ensureRows(tx, CustomerSegment, rows);
    return new Map(
      segments.map(({ code, dimension }) => [code, { id: ids.get(code)!, dimensionId: byDimension.get(dimension)! }]),
    );
  });
}
