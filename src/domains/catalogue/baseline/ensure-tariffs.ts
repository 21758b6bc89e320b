import type { Transaction } from '../../../kernel/database/transaction.js';
import { Money, TimePeriod } from '../../../kernel/model/index.js';
import { MaintenanceLevel } from '../maintenance-level.js';
import { CustomerServiceType } from '../service-type.js';
import { TariffPlanMember } from '../tariff-plan-member.js';
import { ChargePeriod, ChargeType, TariffPlan, TariffPlanStatus } from '../tariff-plan.js';
import { EquivalentKind, TariffRule } from '../tariff-rule.js';
import { type ByCode, ensureByCode } from './by-code.js';
import { baselineSince } from './ensure-products.js';
import { callRules, type OfferingData, offerings } from './offerings.data.js';

/** Currencies in which everything is priced. */
export const currencies = ['CNY', 'USD'] as const;
export type BaselineCurrency = (typeof currencies)[number];

/** Code of the tariff plan of an offering in a currency: `OF_PHONE` has `TP_PHONE_CNY`. */
export const planCode = (offering: string, currency: BaselineCurrency): string =>
  `${offering.replace(/^OF_/, 'TP_')}_${currency}`;
const feeCode = (offering: string, currency: BaselineCurrency): string =>
  `${offering.replace(/^OF_/, 'TR_INSTALL_')}_${currency}`;
const callCode = (rule: string, currency: BaselineCurrency): string => `TR_${rule}_${currency}`;

/** One tariff plan per offering and currency, with its installation fee and, for telephones, the charges for calls. */
export async function ensureTariffs(tx: Transaction): Promise<ByCode<TariffPlan>> {
  const priced = currencies.flatMap((currency) =>
    offerings.map((offering) => ({ code: planCode(offering.code, currency), offering, currency })),
  );
  const plans = await ensureByCode(tx, TariffPlan, priced, ({ offering, currency }) => ({
    name: `${offering.name} (${currency})`,
    type: ChargeType.PERIODIC,
    status: TariffPlanStatus.ACTIVE,
    price: Money.of(offering.monthly[currency], currency),
    period: ChargePeriod.MONTH,
    validity: TimePeriod.since(baselineSince),
    basis: null,
    level: MaintenanceLevel.HEADQUARTERS,
  }));
  const rules = await ensureRules(tx);
  for (const { code, offering, currency } of priced) {
    if (!plans.isNew(code)) continue;
    const members = ruleCodes(offering, currency).map((rule, index) => ({
      plan: plans.get(code),
      rule: rules.get(rule),
      nestedPlan: null,
      priority: index + 1,
    }));
    for (const member of members) tx.add(Object.assign(new TariffPlanMember(), member));
  }
  return plans;
}

function ruleCodes(offering: OfferingData, currency: BaselineCurrency): string[] {
  const calls = offering.components.some(({ product, pieces }) => product === 'PHONE' && pieces?.[0] !== 0);
  return [
    ...(offering.installation ? [feeCode(offering.code, currency)] : []),
    ...(calls ? callRules.map((rule) => callCode(rule.code, currency)) : []),
  ];
}

async function ensureRules(tx: Transaction): Promise<ByCode<TariffRule>> {
  const shared = { equivalent: EquivalentKind.MONEY, period: null, formula: null };
  const once = { type: ChargeType.ONE_TIME, unit: null, service: CustomerServiceType.INSTALL };
  const perMinute = { type: ChargeType.USAGE, unit: 'min', service: null };
  const rules = currencies.flatMap((currency) => [
    ...offerings.flatMap(({ code, name, installation }) =>
      installation
        ? [
            {
              code: feeCode(code, currency),
              name: `Installation: ${name}`,
              value: installation[currency],
              currency,
              ...once,
              ...shared,
            },
          ]
        : [],
    ),
    ...callRules.map((rule) => ({
      code: callCode(rule.code, currency),
      name: rule.name,
      value: rule[currency],
      currency,
      ...perMinute,
      ...shared,
    })),
  ]);
  return ensureByCode(tx, TariffRule, rules, ({ code: _code, ...rule }) => ({
    ...rule,
    validity: TimePeriod.since(baselineSince),
    level: MaintenanceLevel.HEADQUARTERS,
  }));
}
