import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { CustomerServiceType as T, OfferingService, ProductService } from '../catalogue/index.js';
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
 * Refuses a customer service that cannot be ordered on an instance now: SERVICE_NOT_OFFERED when its product does not have it
 * (PRD-27), SERVICE_NOT_ALLOWED_IN_STATE when its state forbids it (PRD-29).
 */
export async function admitService(
  tx: Transaction,
  instance: ProductInstance,
  service: T,
  path: InputPath,
): Promise<void> {
  const { status, suspendReason } = instance;
  if (!(await tx.em.findOne(ProductService, { product: instance.product.id, service })))
    refuse('SERVICE_NOT_OFFERED', `The service ${service} is not offered on this product.`, path, { service });
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

/** Refuses with SERVICE_NOT_IN_OFFERING a service that the offering through which the instance was sold does not permit (PRD-41). */
export async function admitByOffering(
  tx: Transaction,
  instance: ProductInstance,
  service: T,
  path: InputPath,
): Promise<void> {
  if (!instance.offeringInstance) return;
  const { offering } = await tx.em.findOneOrFail(OfferingInstance, instance.offeringInstance.id);
  const allowed = await tx.em.find(OfferingService, { offering: offering.id });
  if (allowed.length === 0 || allowed.some((each) => each.service === service)) return;
  refuse('SERVICE_NOT_IN_OFFERING', `The offering does not permit the service ${service}.`, path, {
    service,
    allowed: allowed.map((each) => each.service).sort(),
  });
}

/** A rule of the product comes before one for all products, then one for the reason before one for any. */
export function mostSpecific(rules: readonly InstanceStateRule[]): InstanceStateRule | undefined {
  const weight = (rule: InstanceStateRule) => (rule.product ? 2 : 0) + (rule.suspendReason ? 1 : 0);
  return [...rules].sort((a, b) => weight(b) - weight(a))[0];
}
