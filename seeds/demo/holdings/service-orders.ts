import { CustomerServiceType, ProductKind } from '../../../src/domains/catalogue/index.js';
import { ServiceOrder, serviceOrderLifecycle } from '../../../src/domains/ordering/index.js';
import { encodeId } from '../../../src/kernel/model/index.js';
import { base32 } from '../../bulk/base32.js';
import type { Occasion } from '../../bulk/chronicle.js';
import type { Story } from '../story.js';
import type { HeldInstance } from './holding.js';
import type { Line, OrderStory } from './order-story.js';

/** Where a service order belongs, and its number. */
export interface ServiceOrderPlace {
  orderId: string;
  orderNo: string;
  number: string;
  total: number;
}

/** Writes a service order, with the steps that its order's outcome names, between the split of the order and its end. */
export function addServiceOrder(
  story: Story,
  place: ServiceOrderPlace,
  line: Line,
  instance: HeldInstance,
  { outcome, enteredBy }: OrderStory,
  created: Date,
  end: Date,
): void {
  const { random, population } = story;
  const steps = outcome.serviceOrderSteps!;
  const dispatchedAt = story.after(created, { minutes: 1 });
  const startedAt = new Date(dispatchedAt.getTime() + Math.max(0, end.getTime() - dispatchedAt.getTime()) * 0.3);
  const id = story.id(ServiceOrder);
  const data = { orderId: encodeId('or', place.orderId), serviceOrderNo: place.number };
  const externalRef = `FX-${base32(population.seed)}${base32(story.index, 5)}-${place.number.slice(-2)}${random.digits(4)}`;
  const timeOf = (action: string): Occasion => {
    if (action === 'dispatch') return story.bySystem(dispatchedAt, { data: { ...data, externalRef, attempt: 1 } });
    if (action === 'start') return story.bySystem(startedAt, { data: { ...data, percent: 10 } });
    const isClerks = ['waitInstall', 'defer', 'requestChange', 'requestCancel'].includes(action);
    const at = end < startedAt ? startedAt : end;
    return isClerks ? story.by(enteredBy, at, { data }) : story.bySystem(at, { data });
  };
  const status = story.chronicle.life(
    serviceOrderLifecycle,
    ServiceOrder,
    id,
    story.bySystem(created, { data }),
    steps.map((action) => ({ ...timeOf(action), action })),
  );
  const finished = status === 'COMPLETED';
  const returned = steps.includes('return');
  story.add(ServiceOrder, {
    id,
    createdAt: created,
    serviceOrderNo: place.number,
    order: place.orderId,
    orderItem: line.id,
    product: instance.product.id,
    productInstance: instance.id,
    action: line.action,
    status,
    progress: finished ? 100 : steps.includes('start') ? random.int(1, 9) * 10 : 0,
    openInterventions: 0,
    attempt: 1,
    externalRef,
    formerRefs: [],
    associationKey: place.orderNo,
    associatedTotal: place.total,
    canOpenAlone: instance.product.kind === ProductKind.MAIN,
    characteristics:
      line.change?.characteristics ?? (line.action === CustomerServiceType.INSTALL ? instance.characteristics : {}),
    returnCause: returned ? (outcome.cause ?? null) : null,
    returnReason: returned ? random.pick(['端口资源不足', '用户不在家', '线路测试不合格']) : null,
    plannedInstallAt:
      status === 'DEFERRED' ? new Date(population.anchor.getTime() + random.int(3, 30) * 86_400_000) : null,
    dispatchedAt,
    completedAt: finished ? end : null,
  });
}
