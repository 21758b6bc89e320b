import type { InputPath } from '../../kernel/errors/refusal.js';
import { CustomerServiceType as A } from '../catalogue/index.js';
import type { Findings } from './findings.js';
import type { OrderItemInput } from './order.inputs.js';

type Field = keyof OrderItemInput;

interface FieldRule {
  field: Field;
  /** Actions that take the field; any other refuses it. */
  takenBy: readonly A[];
  /** Actions that cannot do without it. */
  neededBy: readonly A[];
  /** A field that does as well. */
  or?: Field;
}

const existing = [A.REMOVE, A.MOVE, A.CHANGE, A.SWAP, A.SUSPEND, A.RESUME, A.TRANSFER];
const all = [A.INSTALL, ...existing];

/** Which action takes which fields of a line, and needs them. */
const rules: readonly FieldRule[] = [
  { field: 'offeringId', takenBy: [A.INSTALL], neededBy: [A.INSTALL] },
  { field: 'components', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'tariffPlanId', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'offeringSlaId', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'number', takenBy: [A.INSTALL, A.CHANGE, A.SWAP], neededBy: [] },
  { field: 'replacesId', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'guarantors', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'quantity', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'offeringInstanceId', takenBy: existing, neededBy: [] },
  { field: 'productInstanceId', takenBy: existing, neededBy: [] },
  { field: 'installAddress', takenBy: [A.INSTALL, A.MOVE], neededBy: [A.MOVE] },
  { field: 'characteristics', takenBy: all, neededBy: [A.CHANGE, A.SWAP], or: 'number' },
  { field: 'acceptBreach', takenBy: existing, neededBy: [] },
  { field: 'acceptShortage', takenBy: [A.INSTALL], neededBy: [] },
  { field: 'newOwnerId', takenBy: [A.TRANSFER], neededBy: [A.TRANSFER] },
];

/** Whether the fields of a line fit its action and each other; notes everything that does not. */
export function fitsAction(input: OrderItemInput, path: InputPath, findings: Findings): boolean {
  const before = findings.count;
  const { action } = input;
  for (const { field, takenBy, neededBy, or } of rules) {
    const value = input[field];
    const given = value != null && !(Array.isArray(value) && value.length === 0);
    if (given && !takenBy.includes(action))
      findings.add('CONTRADICTORY', `${action} does not take this field.`, [...path, field]);
    if (!given && neededBy.includes(action) && !(or && input[or]))
      findings.add('REQUIRED', `${action} needs this field.`, [...path, field]);
  }
  if (action !== A.INSTALL && !input.productInstanceId && !input.offeringInstanceId) {
    findings.add('REQUIRED', `${action} needs a product instance or an offering instance.`, [
      ...path,
      'productInstanceId',
    ]);
  }
  if (input.productInstanceId && input.offeringInstanceId) {
    findings.add('CONTRADICTORY', 'Name either the product instance or the offering instance.', [
      ...path,
      'offeringInstanceId',
    ]);
  }
  return findings.count === before;
}
