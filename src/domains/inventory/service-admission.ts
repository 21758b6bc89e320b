import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { CustomerServiceType as T, permittedServicesOf, productServicesOf } from '../catalogue/index.js';
import { InstanceStateRule } from './instance-state-rule.js';
import { OfferingInstance } from './offering-instance.js';
import type { ProductInstanceStatus as S } from './product-instance.js';
import { type ProductInstance } from './product-instance.js';

/** What each state admits by its nature; rules of the operator only narrow it. */
const inherent: Record<S, readonly T[]> = {
  PENDING: [],
  ACTIVE: [T.REMOVE, T.MOVE, T.CHANGE, T.SWAP, T.SUSPEND, T.TRANSFER],
  SUSPENDED: [T.REMOVE, T.MOVE, T.CHANGE, T.SWAP, T.RESUME, T.TRANSFER],
  REMOVING: [],
  REMOVED: [],
};

/**
 * Refuses a customer service that cannot be ordered on an instance now: SERVICE_NOT_OFFERED when its product does not have it in the version
 * it was sold on (PRD-15, PRD-27), SERVICE_NOT_ALLOWED_IN_STATE when its state forbids it (PRD-29).
 */
export async function admitService(
  tx: Transaction,
  instance: ProductInstance,
  service: T,
  path: InputPath,
): Promise<void> {
  const { status, suspendReason } = instance;
  const offered = await productServicesOf(tx, instance);
  if (!offered.services.includes(service)) {
    await tx.em.populate(instance, ['product']);
    const judgedBy = { product: instance.product.code, version: offered.version };
    refuse('SERVICE_NOT_OFFERED', `The service ${service} is not offered on this product.`, path, {
      service,
      judgedBy,
    });
  }
  const details = { service, state: status, suspendReason: suspendReason ?? null };
  if (!inherent[status].includes(service))
    refuse('SERVICE_NOT_ALLOWED_IN_STATE', `The service ${service} is not possible in state ${status}.`, path, details);
  const rules = await tx.em.find(InstanceStateRule, {
    ...{ status, service },
    // A list with null in it would match no rule for every product.
    $or: [{ product: instance.product.id }, { product: null }],
  });
  const rule = mostSpecific(
    rules.filter((candidate) => !candidate.suspendReason || candidate.suspendReason === suspendReason),
  );
  if (rule && !rule.allowed)
    refuse(
      'SERVICE_NOT_ALLOWED_IN_STATE',
      rule.message ?? `The service ${service} is not allowed in state ${status}.`,
      path,
      details,
    );
}

/** Refuses with SERVICE_NOT_IN_OFFERING a service that the offering does not permit in the version on which the instance was sold (PRD-41, PRD-53). */
export async function admitByOffering(
  tx: Transaction,
  instance: ProductInstance,
  service: T,
  path: InputPath,
): Promise<void> {
  if (!instance.offeringInstance) return;
  const sold = await tx.em.findOneOrFail(OfferingInstance, instance.offeringInstance.id);
  const { services: allowed, version } = await permittedServicesOf(tx, sold);
  if (allowed.length === 0 || allowed.includes(service)) return;
  await tx.em.populate(sold, ['offering']);
  refuse('SERVICE_NOT_IN_OFFERING', `The offering does not permit the service ${service}.`, path, {
    service,
    allowed,
    judgedBy: { offering: sold.offering.code, version },
  });
}

/** A rule of the product comes before one for all products, then one for the reason before one for any. */
export function mostSpecific(rules: readonly InstanceStateRule[]): InstanceStateRule | undefined {
  const weight = (rule: InstanceStateRule) => (rule.product ? 2 : 0) + (rule.suspendReason ? 1 : 0);
  return [...rules].sort((a, b) => weight(b) - weight(a))[0];
}
