/** Codes in a list of terms of pricing orders, in SQL; the indexes on them are of this expression to the letter. */
export const codesIn = (list: string): string => `jsonb_path_query_array(${list}, '$[*].code')`;
