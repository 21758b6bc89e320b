/**
 * Condition in SQL under which a contract binds at a moment: it is signed and in force.
 * @param id expression of its key @param at placeholder of the moment, bound twice
 */
export const contractBinds = (id: string, at: string): string =>
  `exists (select 1 from "contract" "ic" where "ic"."id" = ${id} and "ic"."status" = 'SIGNED' and "ic"."validity_from" <= ${at} and ("ic"."validity_to" is null or "ic"."validity_to" > ${at}))`;
