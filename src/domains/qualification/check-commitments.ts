import type { EntityManager } from '@mikro-orm/postgresql';
import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { codedError } from '../../kernel/errors/index.js';
import { type Class, type Node, uuidOf } from '../../kernel/model/index.js';
import { BreachAction, CustomerServiceType, OfferingComponent, TariffPlan } from '../catalogue/index.js';
import { ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import type { CommitmentCheckInput } from './commitment.input.js';
import { CommitmentBreach, CommitmentCheck } from './commitment.js';
import { type Breach, findBreaches } from './find-breaches.js';

/**
 * What a customer service would breach on what a customer has (PRD-112).
 * @throws NOT_FOUND for an instance that the caller may not see, BAD_USER_INPUT for contradictory fields
 */
export async function checkCommitments(context: CallContext, input: CommitmentCheckInput): Promise<CommitmentCheck> {
  const path = ['input', 'service'];
  if (input.service === CustomerServiceType.INSTALL)
    throw codedError('BAD_USER_INPUT', 'What is not there yet breaches nothing.', { path });
  const ids = await instanceIds(context, input);
  const em = context.database.orm.em.fork();
  const instances = await em.find(ProductInstance, { id: { $in: ids } }, { orderBy: { instanceNo: 'asc' } });
  const at = input.at ? new Date(input.at) : new Date();
  const breaches = await findBreaches({ em, pool: context.database.pool }, instances, input.service, at);
  return Object.assign(new CommitmentCheck(), {
    permitted: !breaches.some(({ action }) => action === BreachAction.FORBID),
    breaches: await showBreaches(em, breaches),
  });
}

async function instanceIds(
  { caller, database }: CallContext,
  { productInstanceId, offeringInstanceId }: CommitmentCheckInput,
): Promise<string[]> {
  const field = productInstanceId ? 'productInstanceId' : 'offeringInstanceId';
  const path = ['input', field];
  if (!productInstanceId === !offeringInstanceId)
    throw codedError('BAD_USER_INPUT', 'Name either the product instance or the offering instance.', { path });
  const values: unknown[] = [
    productInstanceId ? uuidOf(productInstanceId, 'ii', path) : uuidOf(offeringInstanceId!, 'ni', path),
  ];
  const visible = visibleRows(ProductInstance, caller, '"p"', (value) => `$${values.push(value)}`);
  const { rows } = await database.pool.query<{ id: string }>({
    name: `commitment_instances_${caller.kind}_${field}`,
    text: `select "p"."id" from "product_instance" "p" where "p"."${productInstanceId ? 'id' : 'offering_instance_id'}" = $1
      and "p"."status" <> '${ProductInstanceStatus.REMOVED}' and ${visible}`,
    values,
  });
  if (rows.length === 0) throw codedError('NOT_FOUND', 'There is no such instance in service.', { path });
  return rows.map(({ id }) => id);
}

/** Breaches as the graph shows them. */
export async function showBreaches(em: EntityManager, breaches: readonly Breach[]): Promise<CommitmentBreach[]> {
  if (breaches.length === 0) return [];
  const bundled = await em.find(OfferingComponent, {
    $or: breaches.map(({ through, commitment }) => ({ offering: through.offering.id, product: commitment.productId })),
  });
  return breaches.map(({ instance, through, commitment, replacementPlan, ...rest }) => {
    const component = bundled.find(
      ({ offering, product }) => offering.id === through.offering.id && product.id === commitment.productId,
    );
    return Object.assign(new CommitmentBreach(), {
      ...rest,
      control: commitment.control,
      productInstance: row(ProductInstance, instance.id),
      component: component ? row(OfferingComponent, component.id) : null,
      replacementPlan: replacementPlan && row(TariffPlan, replacementPlan.id),
    });
  });
}

/** Stands for a row by its key; what is selected of it is read when it is answered. */
const row = <T extends Node>(noun: Class<T> & (new () => T), id: string): T => Object.assign(new noun(), { id });
