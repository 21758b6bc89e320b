/** Pieces of hand-written SQL that make the values of Switchboard's scalars. */

/** The opaque id of a row. */
export const id = (tag: string, column: string): string =>
  `replace(replace(encode('\\x${Buffer.from(tag).toString('hex')}'::bytea || uuid_send(${column}), 'base64'), '+', '-'), '/', '_')`;

/** A moment, RFC 3339; sessions of the ceiling are in UTC. */
export const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An amount of money, or null. */
export const money = (prefix: string): string =>
  `case when ${prefix}_amount is not null then json_build_object('amount', ${prefix}_amount::text, 'currency', ${prefix}_currency) end`;

/** A list without its page information: `rows` is a query whose columns are the fields. */
export const nodes = (rows: string): string =>
  `(select json_build_object('nodes', coalesce(json_agg(x), '[]')) from (${rows}) x)`;

/** The one row of a query as an object, or null. */
export const one = (row: string): string => `(select row_to_json(x) from (${row}) x)`;
