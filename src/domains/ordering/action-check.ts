import type { Transaction } from '../../kernel/database/transaction.js';
import { Refusal, type InputPath } from '../../kernel/errors/refusal.js';
import { CustomerServiceType as A, ProductService, ServiceConflict } from '../catalogue/index.js';
import { admitByOffering, admitService, SuspendReason, type ProductInstance } from '../inventory/index.js';
import { notInstallable } from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { conflictsOn } from './in-flight.js';

/** Checks that the products of a new bundle may be installed at all (PRD-27). */
export async function checkInstallable(tx: Transaction, item: CheckedItem, findings: Findings): Promise<void> {
  const products = item.components.map((component) => component.product);
  const installable = await tx.em.find(ProductService, {
    product: { $in: products.map((product) => product.id) },
    service: A.INSTALL,
  });
  for (const product of products) {
    if (installable.some((service) => service.product.id === product.id)) continue;
    findings.addAll([notInstallable(product)], [...item.path, 'offeringId']);
  }
}

/**
 * Services in flight on the instances of a line, refusing those that REJECT it (ORD-10). The state of an instance counts only
 * where nothing is in flight: what a line waits for will change it, and it is checked again when the wait is over (ORD-09).
 */
export async function checkAction(
  tx: Transaction,
  item: CheckedItem,
  before: string,
  findings: Findings,
): Promise<void> {
  const { action } = item.input;
  const path = [...item.path, item.productInstance ? 'productInstanceId' : 'offeringInstanceId'];
  item.conflicts = await conflictsOn(tx, item.instances, action, before);
  for (const conflict of item.conflicts.filter((candidate) => candidate.decision === ServiceConflict.REJECT)) {
    const { running, orderNo, instance } = conflict;
    findings.add(
      'IN_FLIGHT_CONFLICT',
      `${action} is not possible while order ${orderNo} is at ${running} on ${instance.instanceNo}.`,
      path,
      { orderNo, running },
    );
  }
  for (const instance of item.instances) {
    if (item.conflicts.some((conflict) => conflict.instance === instance)) continue;
    await checkState(tx, instance, action, path, findings);
  }
}

/** Checks that a service may be ordered on an instance as it is now (ORD-09, PRD-27, PRD-29, PRD-41). */
export async function checkState(
  tx: Transaction,
  instance: ProductInstance,
  action: A,
  path: InputPath,
  findings: Findings,
): Promise<void> {
  try {
    await admitService(tx, instance, action, path);
    await admitByOffering(tx, instance, action, path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const { code, message, details } of error.userErrors) findings.add(code, message, path, details ?? undefined);
    return;
  }
  if (
    action === A.RESUME &&
    tx.caller.kind === 'CUSTOMER' &&
    instance.suspendReason !== SuspendReason.CUSTOMER_REQUEST
  ) {
    const details = { suspendReason: instance.suspendReason };
    findings.add(
      'SERVICE_NOT_ALLOWED_IN_STATE',
      'The operator suspended it; ask the operator to let it run again.',
      path,
      details,
    );
  }
}

const alone: readonly A[] = [A.REMOVE, A.TRANSFER];

/** Lines of one order on the same instance must make sense together (ORD-11, ORD-19). */
export function checkTogether(items: readonly CheckedItem[], findings: Findings): void {
  const seen = new Map<string, A[]>();
  for (const item of items) {
    const { action } = item.input;
    for (const instance of item.instances) {
      const others = seen.get(instance.id) ?? [];
      seen.set(instance.id, [...others, action]);
      const clash = others.find(
        (other) => other === action || alone.includes(other) || alone.includes(action) || pauses(other, action),
      );
      if (!clash) continue;
      const message = `Another line asks for ${clash} on ${instance.instanceNo}; ${action} cannot go with it in one order.`;
      findings.add('CONTRADICTORY', message, [...item.path, 'action']);
    }
  }
}

function pauses(one: A, other: A): boolean {
  return [one, other].every((action) => action === A.SUSPEND || action === A.RESUME);
}
