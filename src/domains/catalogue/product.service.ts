import { refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { askApproval, decideApproval, withdrawApproval } from '../../kernel/process/index.js';
import { ExternalOrganization } from '../party/index.js';
import { isUnapproved, PRODUCT, PRODUCT_EXTENSION, productApproval, refuseFirstPerson } from './catalogue-approvals.js';
import { ownerFor, requireMaintainer, secondPersonObjection } from './maintenance.js';
import type { ProductCreateInput, ProductStatusChangeInput } from './product.input.js';
import { ProductLine } from './product-line.js';
import { ProductAction, productLifecycle } from './product.lifecycle.js';
import { setAttributes, setServices } from './product-parts.js';
import { refuseUnready } from './product-readiness.js';
import { Product, ProductProviderKind, ProductStatus } from './product.js';
import { CATALOGUE_APPROVE } from './permissions.js';
import { validityFrom } from './validity.js';
import { productVersion } from './versions.js';

/** Writes a new product, PENDING_APPROVAL, with its attribute template and services (PRD-01, PRD-12, PRD-27). */
export async function createProduct(context: CallContext, input: ProductCreateInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    if (await tx.em.findOne(Product, { code: input.code }))
      refuse('DUPLICATE', 'Another product has this code.', ['input', 'code']);
    const product = Object.assign(new Product(), {
      code: input.code,
      name: input.name,
      description: input.description ?? null,
      kind: input.kind,
      nature: input.nature,
      level: input.level,
      owner: await ownerFor(tx, input, ['input']),
      configuredBy: tx.caller.subject,
      configuredAt: tx.at,
      providerKind: input.providerKind,
      provider: await provider(tx, input),
      productLine: await tx.get(ProductLine, input.productLineId, ['input', 'productLineId'], { lock: false }),
      clonedFrom: null,
      validity: validityFrom(tx, input, ['input']),
    });
    refuseMisuse(tx.caller, { productLineId: product.productLine.id }, ['input', 'productLineId']);
    productLifecycle.begin(tx, tx.add(product));
    await setAttributes(tx, product, input.attributes ?? [], ['input', 'attributes']);
    await setServices(tx, product, input.services, ['input', 'services']);
    await productVersion(tx, product);
    await askApproval(tx, productApproval(product));
    return product;
  });
}

async function provider(tx: Transaction, input: ProductCreateInput): Promise<ExternalOrganization | null> {
  const path = ['input', 'providerId'];
  const own = input.providerKind === ProductProviderKind.OWN;
  if (own && input.providerId) refuse('CONTRADICTORY', 'Own products have no other provider.', path);
  if (!own && !input.providerId) refuse('REQUIRED', 'Products of others need their provider.', path);
  return input.providerId ? tx.get(ExternalOrganization, input.providerId, path, { lock: false }) : null;
}

const approvals: readonly ProductAction[] = [ProductAction.APPROVE, ProductAction.RETURN, ProductAction.EXTEND];
const needsReason: readonly ProductAction[] = [ProductAction.RETURN, ProductAction.GIVE_UP];

/**
 * Takes a product from one state to another (PRD-04): to approve it, or to send it back, decides the approval that was asked for; who
 * configured it takes that back instead. Refused with GUARD_REFUSED while customers have what is given up (PRD-05).
 */
export async function changeProductStatus(context: CallContext, input: ProductStatusChangeInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId']);
    if (approvals.includes(input.action)) requirePermission(tx.caller, CATALOGUE_APPROVE);
    await requireMaintainer(tx, product, ['input', 'productId']);
    if (needsReason.includes(input.action) && !input.reason)
      refuse('REQUIRED', `${input.action} needs a reason.`, ['input', 'reason']);
    if (input.action === ProductAction.PUT_IN_USE && product.status === ProductStatus.APPROVED)
      await refuseUnready(tx, product, ['input', 'productId']);
    const extending = input.action === ProductAction.EXTEND && product.status === ProductStatus.EXPIRED;
    if (extending) await refuseUnready(tx, product, ['input', 'productId']);
    if (extending || (approvals.includes(input.action) && isUnapproved(product))) await decide(tx, product, input);
    else await productLifecycle.move(tx, product, input.action, { reason: input.reason ?? null });
    if (input.action === ProductAction.GIVE_UP)
      for (const kind of [PRODUCT, PRODUCT_EXTENSION]) await withdrawApproval(tx, kind, product, input.reason ?? null);
    return product;
  });
}

async function decide(tx: Transaction, product: Product, { action, reason = null }: ProductStatusChangeInput) {
  const approved = action !== ProductAction.RETURN;
  const path = ['input', 'productId'];
  if (approved) refuseFirstPerson(tx, product, { state: product.status, action });
  else if (secondPersonObjection(product, tx)) {
    await withdrawApproval(tx, PRODUCT, product, reason);
    return productLifecycle.move(tx, product, action, { reason });
  }
  const kind = action === ProductAction.EXTEND ? PRODUCT_EXTENSION : PRODUCT;
  await decideApproval(tx, { ...productApproval(product, kind), approved, remark: reason, path });
}
