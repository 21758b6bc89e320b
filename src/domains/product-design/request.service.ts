import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { MaintenanceLevel, Product, requireMaintainer } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import type { NewProductRequestAnswerInput, NewProductRequestSendInput } from './design.input.js';
import { NewProductAction, requestLifecycle } from './design.lifecycle.js';
import { NewProductRequest } from './new-product-request.js';
import { ProductDesign } from './product-design.js';

/** Key of the lock under which sources are taken. */
const lockKey = 7_201_602;

/** Sends a need for which no product was found to those who design products (PRD-117). */
export async function sendRequest(context: CallContext, input: NewProductRequestSendInput): Promise<NewProductRequest> {
  return context.database.write(context, async (tx) => {
    const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    refuseMisuse(tx.caller, { regionId: region.id }, ['input', 'regionId']);
    const { need, source } = input;
    return noteNeed(tx, { need, source, region }, ['input', 'source']);
  });
}

/** Writes a need in the transaction of the caller; refuses with DUPLICATE a second one from the same source. */
export async function noteNeed(
  tx: Transaction,
  { need, source, region }: Pick<NewProductRequest, 'need' | 'source' | 'region'>,
  path: InputPath,
): Promise<NewProductRequest> {
  await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
  if (await tx.em.findOne(NewProductRequest, { source }))
    refuse('DUPLICATE', 'A request from there has arrived already.', path);
  const request = Object.assign(new NewProductRequest(), { need, source, region, requestedBy: tx.caller.subject });
  requestLifecycle.begin(tx, tx.add(Object.assign(request, { evaluatedBy: null, product: null, design: null })));
  return request;
}

/** Answers a request for a new product: rejected, served by a present product, or taken up by a design (PRD-117). */
export async function answerRequest(
  context: CallContext,
  input: NewProductRequestAnswerInput,
): Promise<NewProductRequest> {
  return context.database.write(context, async (tx) => {
    const request = await tx.get(NewProductRequest, input.requestId, ['input', 'requestId']);
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input', 'requestId']);
    const { action, productId, designId, reason } = input;
    const needed = {
      productId: NewProductAction.USE_EXISTING,
      designId: NewProductAction.DESIGN,
      reason: NewProductAction.REJECT,
    };
    for (const field of ['productId', 'designId'] as const)
      if (input[field] && action !== needed[field]) refuse('CONTRADICTORY', `${action} names none.`, ['input', field]);
    for (const field of ['productId', 'designId', 'reason'] as const)
      if (!input[field] && action === needed[field]) refuse('REQUIRED', `${action} needs it.`, ['input', field]);
    await requestLifecycle.move(tx, request, action, { reason: reason ?? null });
    request.evaluatedBy = tx.caller.subject;
    if (productId) request.product = await tx.get(Product, productId, ['input', 'productId'], { lock: false });
    if (designId) request.design = await tx.get(ProductDesign, designId, ['input', 'designId'], { lock: false });
    return request;
  });
}
