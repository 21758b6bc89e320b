import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { CustomerServiceType } from '../catalogue/index.js';
import { resumeInstance, suspendInstance } from './instance-steps.js';
import type { ProductInstanceResumeInput, ProductInstanceSuspendInput } from './product-instance.input.js';
import { ProductInstance, SuspendReason } from './product-instance.js';
import { admitByOffering, admitService } from './service-admission.js';

const path = ['input', 'productInstanceId'];

/** Stops a product instance in service for a time. Customers may suspend only at their own wish. */
export async function suspendProductInstance(
  context: CallContext,
  input: ProductInstanceSuspendInput,
): Promise<ProductInstance> {
  return context.database.write(context, async (tx) => {
    if (context.caller.kind === 'CUSTOMER' && input.reason !== SuspendReason.CUSTOMER_REQUEST)
      refuse('FORBIDDEN', 'Customers may suspend with the reason CUSTOMER_REQUEST only.', ['input', 'reason'], {
        allowed: [SuspendReason.CUSTOMER_REQUEST],
      });
    const instance = await coveredInstance(tx, input.productInstanceId);
    await admitService(tx, instance, CustomerServiceType.SUSPEND, path);
    // What the operator does by itself, such as for arrears, is no service of the offering.
    if (input.reason === SuspendReason.CUSTOMER_REQUEST)
      await admitByOffering(tx, instance, CustomerServiceType.SUSPEND, path);
    await suspendInstance(tx, instance, input.reason, input.note ?? null);
    return instance;
  });
}

/** Lets a suspended product instance run again. */
export async function resumeProductInstance(
  context: CallContext,
  input: ProductInstanceResumeInput,
): Promise<ProductInstance> {
  return context.database.write(context, async (tx) => {
    const instance = await coveredInstance(tx, input.productInstanceId);
    await admitService(tx, instance, CustomerServiceType.RESUME, path);
    await resumeInstance(tx, instance, { note: input.note ?? null });
    return instance;
  });
}

/** The instance, which must lie within the region and the product lines that the caller's permission covers. */
async function coveredInstance(tx: Transaction, id: string): Promise<ProductInstance> {
  const instance = await tx.get(ProductInstance, id, path);
  await tx.em.populate(instance, ['product'] as never);
  refuseMisuse(tx.caller, { regionId: instance.region.id, productLineId: instance.product.productLine.id }, path);
  return instance;
}
