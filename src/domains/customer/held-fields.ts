/** Fields of customers, their parties and documents as changes that may be held name them, and histories tell them. */
const fields: readonly string[] = [
  ...['name', 'customerType', 'subType', 'serviceLevel', 'secrecyLevel', 'region', 'accountManager', 'partner'],
  ...['vipNo', 'serviceAddress', 'operators', 'characteristics'],
  ...['name', 'shortName', 'gender', 'birthDate', 'nationality', 'religion', 'politicalStatus', 'education'].map(
    (field) => `individual.${field}`,
  ),
  ...['occupation', 'maritalStatus', 'hobbies'].map((field) => `individual.${field}`),
  ...['name', 'shortName', 'legalRepresentative', 'industry', 'scale', 'headCount', 'revenue', 'unitKind'].map(
    (field) => `organization.${field}`,
  ),
  'organization.registrationNo',
  ...['number', 'validUntil', 'address', 'verified'].map((field) => `identifications.${field}`),
];

/** By what a field may be named: in full, without what it belongs to, or by that alone, for all of it. */
const namesOf = (field: string): string[] => [field, ...field.split('.')];

/** Everything that may be said to change with approval only: what is not among them is never held (WFL-28). */
export const heldFields: readonly string[] = [...new Set(fields.flatMap(namesOf))];
