import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { ProcessTemplate } from '../process/index.js';
import { requireMaintainer } from './maintenance.js';
import type { ProductFulfilmentSetInput, ProductRequirementInput } from './product-fulfilment.input.js';
import { refuseUnready } from './product-readiness.js';
import { ProductRequirement } from './product-requirement.js';
import { Product, ProductStatus } from './product.js';
import { refuseDoubled } from './validity.js';

/** Type of the objects of templates that carry orders out. */
const ORDERS = 'Order';

/**
 * Says how a product is fulfilled for group customers (WFL-73). One that is in use stays ready: what would make it unready is refused with
 * NOT_READY, also marking it before it is ready.
 */
export function setProductFulfilment(context: CallContext, input: ProductFulfilmentSetInput): Promise<Product> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId']);
    await requireMaintainer(tx, product, ['input', 'productId']);
    if (input.processTemplateId) product.processTemplate = await templateOf(tx, input.processTemplateId);
    if (input.requirements) await setRequirements(tx, product, input.requirements);
    product.supervised = input.supervised ?? product.supervised;
    await tx.em.flush();
    if (product.status === ProductStatus.IN_USE) await refuseUnready(tx, product, ['input', 'productId']);
    const template = product.processTemplate
      ? await tx.em.findOneOrFail(ProcessTemplate, { id: product.processTemplate.id })
      : null;
    const requirements = await tx.em.find(ProductRequirement, { product: product.id }, { orderBy: { code: 'asc' } });
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'product.fulfilment.set', subject: product },
      data: {
        ...{ code: product.code, supervised: product.supervised, processTemplate: template?.code ?? null },
        requirements: requirements.map(({ kind, code, quantity }) => `${kind} ${code} ${quantity}`),
      },
    });
    return product;
  });
}

async function templateOf(tx: Transaction, id: string): Promise<ProcessTemplate> {
  const path = ['input', 'processTemplateId'];
  const template = await tx.get(ProcessTemplate, id, path, { lock: false });
  if (template.objectType === ORDERS) return template;
  return refuse('NOT_FOR_ORDERS', `${template.code} is for ${template.objectType}, not for orders.`, path);
}

async function setRequirements(tx: Transaction, product: Product, inputs: readonly ProductRequirementInput[]) {
  const keyOf = ({ kind, code }: Pick<ProductRequirement, 'kind' | 'code'>) => `${kind} ${code}`;
  refuseDoubled(inputs, keyOf, ['input', 'requirements'], 'code');
  const present = await tx.em.find(ProductRequirement, { product: product.id });
  for (const { kind, code, name, quantity } of inputs) {
    const values = { kind, code, name, quantity: quantity ?? 1 };
    const own = present.find((each) => keyOf(each) === keyOf(values));
    if (own) Object.assign(own, values);
    else tx.add(Object.assign(new ProductRequirement(), { product, ...values }));
  }
  for (const own of present) if (!inputs.some((each) => keyOf(each) === keyOf(own))) tx.em.remove(own);
}
