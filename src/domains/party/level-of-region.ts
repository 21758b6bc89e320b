/**
 * Expression in SQL: the level of the operator to which what is done in a region belongs, as the names of `OwnerLevel`; that of local networks
 * without a region. @param alias quoted alias of `region`
 */
export const levelOfRegion = (alias: string): string =>
  `case ${alias}."kind" when 'COUNTRY' then 'HEADQUARTERS' when 'PROVINCE' then 'PROVINCE' else 'LOCAL_NETWORK' end`;
