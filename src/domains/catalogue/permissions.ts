/** Permission to approve products and offerings of the own level that someone else configured. */
export const CATALOGUE_APPROVE = 'catalogue.approve';
