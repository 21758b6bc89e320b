import {
  Contract,
  ContractExecution,
  ContractItem,
  ContractKind,
  contractLifecycle,
  monthsLater,
} from '../../../src/domains/agreement/index.js';
import { IndicatorDirection } from '../../../src/domains/catalogue/index.js';
import { SlaContract, slaContractLifecycle, SlaCycle, SlaTerm } from '../../../src/domains/sla/index.js';
import type { Clerk } from '../staff.js';
import type { Story } from '../story.js';
import type { Who } from '../customer/party.js';
import type { HeldInstance, Holding } from './holding.js';

/** Contracts about what the customer has, and for companies what is promised about it. */
export function addAgreements(story: Story, who: Who, holdings: readonly Holding[], clerk: Clerk): void {
  for (const [number, holding] of holdings.entries()) {
    if (!holding.sold || !story.random.chance(who.business ? 0.9 : 0.35)) continue;
    const contract = addContract(story, who, holding, number, clerk);
    const promised = holding.instances
      .filter(({ product, status }) => product.promises.length > 0 && status === 'ACTIVE')
      .slice(0, 2);
    if (who.business)
      promised.forEach((instance, index) =>
        addSlaContract(story, who, contract, instance, `${number + 1}${index + 1}`, clerk),
      );
  }
}

function addContract(story: Story, who: Who, holding: Holding, number: number, clerk: Clerk): string {
  const { random, region, customerId, population } = story;
  const signedAt = holding.sold!.at;
  const termMonths = random.weighted([
    [1, 2],
    [12, 5],
    [24, 3],
  ] as const);
  const signed = { signedAt: signedAt.toISOString(), customerSignatory: who.signatory, operatorSignatory: clerk.name };
  const id = story.id(Contract);
  const done = holding.instances.every(({ activatedAt }) => activatedAt);
  const status = story.chronicle.life(contractLifecycle, Contract, id, story.by(clerk.actor, signedAt), [
    { action: 'sign', ...story.by(clerk.actor, signedAt, { data: signed }) },
    ...(holding.endedAt
      ? [{ action: 'invalidate' as const, ...story.by(clerk.actor, holding.endedAt, { reason: '业务已拆除' }) }]
      : []),
  ]);
  let to = monthsLater(signedAt, termMonths);
  for (let terms = 2; to <= population.anchor; terms++) to = monthsLater(signedAt, terms * termMonths);
  story.add(Contract, {
    id,
    createdAt: signedAt,
    contractNo: `CT${story.serial}-${number + 1}`,
    name: `${holding.offering.name}服务协议`,
    kind: ContractKind.SERVICE,
    status,
    execution: done ? ContractExecution.DONE : ContractExecution.PROVISIONING,
    customer: customerId,
    region: region.id,
    signedAt,
    customerSignatory: who.signatory,
    operatorSignatory: clerk.name,
    termMonths,
    autoExtend: true,
    validity: { from: signedAt, to: holding.endedAt ?? to },
  });
  story.add(ContractItem, { createdAt: signedAt, contract: id, offeringInstance: holding.id });
  return id;
}

function addSlaContract(
  story: Story,
  who: Who,
  contract: string,
  instance: HeldInstance,
  number: string,
  clerk: Clerk,
): void {
  const { region, customerId } = story;
  const signedAt = instance.activatedAt!;
  const id = story.id(SlaContract);
  const status = story.chronicle.life(slaContractLifecycle, SlaContract, id, story.by(clerk.actor, signedAt));
  story.add(SlaContract, {
    id,
    createdAt: signedAt,
    contractNo: `SL${story.serial}-${number}`,
    status,
    customer: customerId,
    region: region.id,
    contract,
    productInstance: instance.id,
    serviceContent: '保障线路可用率与修复时限',
    penalty: '超出承诺时按月租比例减免',
    customerSignatory: who.signatory,
    operatorSignatory: clerk.name,
    signedAt,
    validity: { from: signedAt, to: null },
    autoExtend: false,
  });
  for (const promise of instance.product.promises) addTerm(story, id, promise, signedAt);
}

/** A promise inside the range of the template: the alarm at the promised value, the warning half-way to the best one. */
function addTerm(
  story: Story,
  slaContract: string,
  { indicator, min, max }: HeldInstance['product']['promises'][number],
  createdAt: Date,
): void {
  const low = Number(min ?? 0);
  const high = Number(max ?? low);
  const share = story.random.pick([0.25, 0.5, 0.75]);
  const rounded = (value: number) => String(Number(value.toFixed(3)));
  const committed = low + (high - low) * share;
  const best = indicator.direction === IndicatorDirection.HIGHER_BETTER ? high : low;
  story.add(SlaTerm, {
    createdAt,
    slaContract,
    indicator: indicator.id,
    committedValue: rounded(committed),
    warningValue: rounded((committed + best) / 2),
    alarmValue: rounded(committed),
    monitoringCycle: SlaCycle.MONTH,
    reportingCycle: SlaCycle.QUARTER,
    compensation: '当月租费减免10%',
  });
}
