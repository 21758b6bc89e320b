import { Field, Int, ObjectType } from 'type-graphql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { LiveValue } from '../../kernel/events/index.js';
import { regionsInside } from '../region/index.js';
import { OrderStatus } from './order.enums.js';
import { Order } from './order.js';

@ObjectType({ description: 'How many orders are in one state.' })
export class OrderStateCount {
  @Field(() => OrderStatus, { description: 'The state.' })
  status!: OrderStatus;

  @Field(() => Int, { description: 'Number of orders in it, at least 1.' })
  count!: number;
}

@ObjectType({ description: 'Orders counted by state.' })
export class OrdersByState {
  @Field(() => Int, { description: 'Number of orders in all states.' })
  total!: number;

  @Field(() => [OrderStateCount], { description: 'The states that orders are in, in alphabetical order.' })
  states!: OrderStateCount[];
}

/**
 * Orders by state, now and whenever it changes, as far as the caller sees them.
 * @param regionId only orders handled in this region or inside it. @throws NOT_FOUND when there is no such region.
 */
export async function watchOrdersByState(
  context: CallContext,
  regionId: string | null,
): Promise<LiveValue<OrdersByState>> {
  const regionIds = regionId === null ? undefined : await regionsInside(context, regionId, 'regionId');
  return context.feed.live({
    match: { types: ['order.status.changed'], ...(regionIds ? { regionIds } : {}) },
    read: () => countByState(context, regionIds),
  });
}

async function countByState(
  { caller, database }: CallContext,
  regionIds: readonly string[] | undefined,
): Promise<OrdersByState> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const region = regionIds ? `"o"."region_id" = any(${bind(regionIds)}::uuid[])` : 'true';
  const visible = visibleRows(Order, caller, '"o"', bind);
  const text = `select "o"."status", count(*)::int as "count" from "customer_order" "o" where ${region} and ${visible} group by 1 order by 1`;
  const { rows } = await database.pool.query<OrderStateCount>(text, values);
  return { total: rows.reduce((sum, { count }) => sum + count, 0), states: rows };
}
