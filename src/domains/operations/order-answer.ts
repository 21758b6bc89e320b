/**
 * What the units that an order asks for their opinion say together, as SQL: `NOT_ASKED`, also when the order was cancelled, `AWAITED`,
 * `AGREED` when all agree, or `REFUSED`; of several replies of a unit the last counts.
 * @param order SQL of the key of the order; null for none
 */
export const answerOfOrder = (order: string): string =>
  `(select case when count(*) = 0 then 'NOT_ASKED' when bool_or("u"."opinion" is not distinct from 'DISAGREE') then 'REFUSED'
    when bool_or("u"."status" = 'SENT') then 'AWAITED' else 'AGREED' end
    from (select distinct on ("d"."organization_id") "d"."status", "d"."opinion" from "collaboration_dispatch" "d"
      join "collaboration_order" "o" on "o"."id" = "d"."order_id" and "o"."status" <> 'CANCELLED'
      where "d"."order_id" = ${order} and "d"."status" in ('SENT', 'REPLIED') order by "d"."organization_id", "d"."sent_at" desc, "d"."id" desc) "u")`;
