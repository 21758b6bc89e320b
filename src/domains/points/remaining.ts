/** What is left of the points of an entry, as SQL; 0 for one that took some. @param entry quoted alias of the entry */
export const remainingOf = (entry: string): string =>
  `(case when ${entry}."points" > 0 then ${entry}."points" - coalesce((select sum("u"."points") from "points_use" "u" where "u"."lot_id" = ${entry}."id"), 0)::int else 0 end)`;
