/** Hand-written SQL of a page of orders, with the page information that Switchboard gives. */

/** SQL over the last row of a page that makes its cursor: base64 of the order's name and the keys of the row. */
export const endCursor = (order: string, direction: 'asc' | 'desc'): string => `(select translate(encode(convert_to(
  '["${order}",' || to_json(o.entered_at::text)::text || ',' || to_json(o.id::text)::text || ']', 'UTF8'), 'base64'), E'\\n', '')
  from page o order by o.entered_at ${direction === 'asc' ? 'desc' : 'asc'}, o.id ${direction === 'asc' ? 'desc' : 'asc'} limit 1)`;

/**
 * @param fields `select …` over the row `o`
 * @param rest condition and order of the list
 */
export const orderPage = (fields: string, rest: string, size: number, cursor: string): string => {
  const order = rest.slice(rest.indexOf('order by'));
  return `with more as (select o.* from customer_order o ${rest} limit ${size + 1}), page as (select o.* from more o ${order} limit ${size})
    select json_build_object('orders', json_build_object(
      'nodes', (select coalesce(json_agg(x), '[]') from (${fields} from page o ${order}) x),
      'pageInfo', json_build_object('hasNextPage', (select count(*) > ${size} from more), 'endCursor', ${cursor})))::text`;
};

/** The keys in one of Switchboard's cursors. */
export const cursorKeys = (cursor: unknown): [moment: string | null, id: string | null] => {
  if (typeof cursor !== 'string') return [null, null];
  const [, moment, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as [string, string, string];
  return [moment, id];
};
