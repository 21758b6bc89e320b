import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { Money, type MoneyInput } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import {
  MaintenanceLevel,
  ownerFor,
  Product,
  ProductCost,
  ProductCostKind,
  ProductCostStage,
  ProductLine,
  refuseDoubled,
  requireCurrency,
  requireMaintainer,
} from '../catalogue/index.js';
import { RegionKind } from '../region/index.js';
import { BenefitForecast } from './benefit-forecast.js';
import type {
  BenefitForecastSetInput,
  DevelopmentTaskSaveInput,
  ProductDesignSaveInput,
  ProductDesignStepInput,
} from './design.input.js';
import { DesignAction, designLifecycle } from './design.lifecycle.js';
import { DevelopmentTask } from './development-task.js';
import { DesignStatus, ProductDesign } from './product-design.js';

/** Key of the lock under which codes are taken. */
const lockKey = 7_201_601;

/** Writes a design, or changes one that is not launched or abandoned (PRD-96). */
export async function saveDesign(context: CallContext, input: ProductDesignSaveInput): Promise<ProductDesign> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const { designId, code, level } = input;
    const present = designId ? await designFor(tx, designId, ['input', 'designId']) : null;
    if (present && present.code !== code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
    if (present && levelOf(present) !== level) refuse('CONTRADICTORY', 'The level never changes.', ['input', 'level']);
    if (!present && (await tx.em.findOne(ProductDesign, { code })))
      refuse('DUPLICATE', 'Another design has this code.', ['input', 'code']);
    const design =
      present ??
      Object.assign(new ProductDesign(), {
        code,
        owner: await ownerFor(tx, { level }, ['input']),
        product: null,
        launchedAt: null,
      });
    const changes = applyChanges(design, {
      title: input.title,
      idea: input.idea,
      features: input.features ?? [],
      serviceTraits: input.serviceTraits ?? null,
      feasibility: input.feasibility ?? null,
      documents: input.documents ?? [],
      responsible: input.responsible ?? present?.responsible ?? tx.caller.subject,
      productLine: await tx.get(ProductLine, input.productLineId, ['input', 'productLineId'], { lock: false }),
    });
    if (!present) designLifecycle.begin(tx, tx.add(design));
    else if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'productDesign.changed', subject: design, data: { changes } });
    return design;
  });
}

function levelOf({ owner }: ProductDesign): MaintenanceLevel {
  if (!owner) return MaintenanceLevel.HEADQUARTERS;
  return owner.kind === RegionKind.PROVINCE ? MaintenanceLevel.PROVINCE : MaintenanceLevel.LOCAL_NETWORK;
}

/** The design, locked, for whoever designs at its level; one that has ended is refused. */
async function designFor(tx: Transaction, id: string, path: InputPath): Promise<ProductDesign> {
  const design = await tx.get(ProductDesign, id, path);
  await tx.em.populate(design, ['owner']);
  await requireMaintainer(
    tx,
    { level: levelOf(design), owner: design.owner ?? null, productLine: design.productLine },
    path,
  );
  if (design.status === DesignStatus.LAUNCHED || design.status === DesignStatus.ABANDONED)
    refuse('INVALID_TRANSITION', `The design is ${design.status}.`, path, { state: design.status });
  return design;
}

/** Takes a step with a design; launched, the costs of its tasks become costs of the product (PRD-96, PRD-97, PRD-06). */
export async function stepDesign(context: CallContext, input: ProductDesignStepInput): Promise<ProductDesign> {
  return context.database.write(context, async (tx) => {
    const design = await designFor(tx, input.designId, ['input', 'designId']);
    const { action, productId, reason } = input;
    if (action === DesignAction.ABANDON && !reason) refuse('REQUIRED', 'ABANDON needs a reason.', ['input', 'reason']);
    if (action === DesignAction.LAUNCH && !productId)
      refuse('REQUIRED', 'LAUNCH names the product that it became.', ['input', 'productId']);
    if (action !== DesignAction.LAUNCH && productId)
      refuse('CONTRADICTORY', 'Only LAUNCH names a product.', ['input', 'productId']);
    const product = productId ? await tx.get(Product, productId, ['input', 'productId']) : null;
    if (product) await requireMaintainer(tx, product, ['input', 'productId']);
    await designLifecycle.move(tx, design, action, { reason: reason ?? null });
    if (product) await launch(tx, design, product);
    return design;
  });
}

async function launch(tx: Transaction, design: ProductDesign, product: Product): Promise<void> {
  design.product = product;
  design.launchedAt = tx.at;
  for (const { name, cost } of await tx.em.find(DevelopmentTask, { design: design.id })) {
    if (!cost) continue;
    const what = { product, stage: ProductCostStage.DEVELOPMENT, kind: ProductCostKind.PRODUCT };
    const amount = Money.of(cost.amount, cost.currency);
    tx.add(
      Object.assign(new ProductCost(), what, {
        amount,
        recordedAt: tx.at,
        recordedBy: tx.caller.subject,
        remark: name,
      }),
    );
  }
}

/** Writes a task of a development, changes one or says that it is done (PRD-97). */
export async function saveTask(context: CallContext, input: DevelopmentTaskSaveInput): Promise<DevelopmentTask> {
  return context.database.write(context, async (tx) => {
    const design = await designFor(tx, input.designId, ['input', 'designId']);
    const present = input.taskId ? await tx.get(DevelopmentTask, input.taskId, ['input', 'taskId']) : null;
    if (present && present.design.id !== design.id)
      refuse('CONTRADICTORY', 'The task belongs to another design.', ['input', 'taskId']);
    if (design.status === DesignStatus.READY)
      refuse('INVALID_TRANSITION', 'The development is finished.', ['input', 'designId'], { state: design.status });
    const { name, responsible, dueOn, done, cost } = input;
    const task = present ?? Object.assign(new DevelopmentTask(), { design });
    const changes = applyChanges(task, {
      name,
      responsible,
      dueOn,
      doneAt: done ? (present?.doneAt ?? tx.at) : null,
      cost: cost ? amountOf(cost, ['input', 'cost']) : null,
    });
    tx.add(task);
    if (changes.length > 0)
      tx.record({
        kind: 'RECORD_CHANGE',
        type: 'productDesign.task.changed',
        subject: design,
        data: { name, changes },
      });
    return task;
  });
}

function amountOf({ amount, currency }: MoneyInput, path: InputPath): Money {
  requireCurrency(currency, [...path, 'currency']);
  if (new Decimal(amount).isNegative()) refuse('TOO_SMALL', 'It is not negative.', [...path, 'amount']);
  return Money.of(amount, currency);
}

/** Forecasts customers, revenue and cost of a product, month by month from its launch (PRD-103). */
export async function setForecast(context: CallContext, input: BenefitForecastSetInput): Promise<ProductDesign> {
  return context.database.write(context, async (tx) => {
    const design = await designFor(tx, input.designId, ['input', 'designId']);
    const path = ['input', 'months'];
    refuseDoubled(input.months, ({ month }) => String(month), path, 'month');
    await tx.em.nativeDelete(BenefitForecast, { design: design.id });
    const { currency } = input.months[0]!.revenue;
    for (const [index, { month, customers, revenue, cost }] of input.months.entries()) {
      for (const [field, money] of [
        ['revenue', revenue],
        ['cost', cost],
      ] as const)
        if (money.currency !== currency)
          refuse('CONTRADICTORY', `The forecast is in ${currency}.`, [...path, index, field, 'currency']);
      const amounts = {
        revenue: amountOf(revenue, [...path, index, 'revenue']),
        cost: amountOf(cost, [...path, index, 'cost']),
      };
      tx.add(
        Object.assign(new BenefitForecast(), { design, month, customers, ...amounts, forecastBy: tx.caller.subject }),
      );
    }
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'productDesign.forecast.set',
      subject: design,
      data: { months: input.months.length },
    });
    return design;
  });
}
