import {
  AttributeDataType,
  CustomerServiceType as A,
  type ProductAttribute,
} from '../../../src/domains/catalogue/index.js';
import { InFlightChange, ProductInstanceStatus as S, SuspendReason } from '../../../src/domains/inventory/index.js';
import type { Occasion } from '../../bulk/chronicle.js';
import type { Random } from '../../bulk/random.js';
import { makeAddress } from '../people/person.js';
import type { Story } from '../story.js';
import type { HeldInstance } from './holding.js';

/** A line about an instance that the customer has. */
export interface Change {
  action: A;
  instance: HeldInstance;
  characteristics: Record<string, unknown>;
  address: string | null;
  reason: string | null;
}

const reasons: Partial<Record<A, readonly string[]>> = {
  [A.SUSPEND]: ['长期出差', '房屋装修', '暂时不用'],
  [A.RESUME]: ['恢复使用'],
  [A.MOVE]: ['搬家', '办公室迁址'],
};

/** Makes up a sensible wish about one of the instances; undefined when nothing can be wished. */
export function chooseChange(
  story: Story,
  instances: readonly HeldInstance[],
  taken: ReadonlySet<HeldInstance>,
): Change | undefined {
  const { random, region } = story;
  const there = instances.filter(({ status }) => status === S.ACTIVE || status === S.SUSPENDED);
  const free = there.filter((instance) => !taken.has(instance));
  const instance = free.length > 0 ? random.pick(free) : there.find((each) => each.product.attributes.length > 0);
  if (!instance) return undefined;
  const options = taken.has(instance) ? ([[A.CHANGE, 1]] as const) : wishes(instance);
  const action = random.weighted(options);
  const values = action === A.CHANGE || action === A.SWAP ? newValues(random, instance) : {};
  const address = action === A.MOVE ? makeAddress(random, region.city) : null;
  return {
    action,
    instance,
    characteristics: values,
    address,
    reason: reasons[action] ? random.pick(reasons[action]) : null,
  };
}

function wishes({ status, product }: HeldInstance): (readonly [A, number])[] {
  if (status === S.SUSPENDED) return [[A.RESUME, 1]];
  const changeable = product.attributes.length > 0;
  const weights: [A, number][] = [
    [A.CHANGE, changeable ? 10 : 0],
    [A.SWAP, changeable ? 1 : 0],
    [A.MOVE, 1.5],
    [A.SUSPEND, 1.5],
  ];
  const allowed = weights.filter(([action, weight]) => weight > 0 && product.services.has(action));
  return allowed.length > 0 ? allowed : [[A.SUSPEND, 1]];
}

/** Another value for one of the attributes, within its bounds. */
function newValues(random: Random, { product, characteristics }: HeldInstance): Record<string, unknown> {
  const attribute = random.pick(product.attributes);
  return { [attribute.code]: valueOf(random, attribute, characteristics[attribute.code]) };
}

function valueOf(random: Random, attribute: ProductAttribute, present: unknown): unknown {
  if (attribute.dataType === AttributeDataType.BOOLEAN) return present !== true;
  if (attribute.dataType === AttributeDataType.CHOICE)
    return random.pick(
      attribute.allowedValues
        .filter((value) => value !== present)
        .concat(attribute.allowedValues.length > 1 ? [] : attribute.allowedValues),
    );
  if (attribute.dataType !== AttributeDataType.INTEGER) return present;
  const [min, max] = [Number(attribute.min ?? 1), Number(attribute.max ?? 100)];
  const factor = random.pick([0.5, 2, 2, 4]);
  return Math.min(max, Math.max(min, Math.round(Number(present ?? min) * factor)));
}

const inFlight: Partial<Record<A, InFlightChange>> = {
  [A.MOVE]: InFlightChange.MOVING,
  [A.CHANGE]: InFlightChange.CHANGING,
  [A.SWAP]: InFlightChange.CHANGING,
};

/** Work on the instance begins. */
export function beginChange({ action, instance, reason }: Change, occasion: Occasion): void {
  instance.inFlight = inFlight[action] ?? null;
  if (action === A.REMOVE) step(instance, 'startRemoval', S.REMOVING, { ...occasion, reason });
}

/** The work is done: the instance is as it was wished. */
export function completeChange(
  { action, instance, characteristics, address, reason }: Change,
  occasion: Occasion,
): void {
  instance.inFlight = null;
  if (action === A.SUSPEND) {
    step(instance, 'suspend', S.SUSPENDED, {
      ...occasion,
      reason,
      data: { suspendReason: SuspendReason.CUSTOMER_REQUEST },
    });
    instance.suspendReason = SuspendReason.CUSTOMER_REQUEST;
  }
  if (action === A.RESUME) {
    step(instance, 'resume', S.ACTIVE, { ...occasion, reason, data: { suspendReason: instance.suspendReason } });
    instance.suspendReason = null;
  }
  if (action === A.REMOVE) {
    step(instance, 'remove', S.REMOVED, { ...occasion, reason });
    instance.suspendReason = null;
    instance.endedAt = occasion.at;
  }
  if (action === A.MOVE) instance.address = address;
  instance.characteristics = { ...instance.characteristics, ...characteristics };
}

/** Puts a new instance into service. */
export function activate(instance: HeldInstance, occasion: Occasion): void {
  step(instance, 'activate', S.ACTIVE, occasion);
  instance.activatedAt = occasion.at;
}

function step(
  instance: HeldInstance,
  action: HeldInstance['steps'][number]['action'],
  to: S,
  occasion: Occasion,
): void {
  instance.steps.push({ ...occasion, action });
  instance.status = to;
}
