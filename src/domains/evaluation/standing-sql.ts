/** Whether the credit of a customer is on the black list, as SQL. @param customer SQL of the key of the customer */
export const blackListed = (customer: string): string =>
  `exists (select from "credit_profile" "p" where "p"."customer_id" = ${customer} and "p"."colour" = 'BLACK')`;

/** Whether a customer owes anything, as SQL. @param customer SQL of the key of the customer */
export const inArrears = (customer: string): string =>
  `exists (select from "arrears_record" "a" where "a"."customer_id" = ${customer} and "a"."deleted_at" is null and "a"."recovery" in ('OPEN', 'PARTLY_RECOVERED'))`;
