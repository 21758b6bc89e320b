import type { Caller } from '../kernel/access/index.js';
import type { CallContext } from '../kernel/database/context.js';
import type { Database } from '../kernel/database/database.js';
import type { Transaction } from '../kernel/database/transaction.js';
import { Money, TimePeriod } from '../kernel/model/index.js';
import * as cat from '../domains/catalogue/index.js';
import {
  Account,
  AccountStatus,
  BillDelivery,
  BillFormat,
  BillingCycle,
  Customer,
  CustomerCode,
  CustomerCodeLevel,
  CustomerLifecycleState,
  CustomerType,
  PaymentMode,
  SecrecyLevel,
  ServiceLevel,
} from '../domains/customer/index.js';
import { Individual, PartyStatus } from '../domains/party/index.js';
import { Region, RegionKind } from '../domains/region/index.js';

/** A small world to order in: two regions with a customer each, and a few offerings. */
export interface Shop {
  north: Region;
  south: Region;
  customer: Customer;
  account: Account;
  /** Of the other region. */
  stranger: Customer;
  strangerAccount: Account;
  phone: cat.Product;
  broadband: cat.Product;
  voicemail: cat.Product;
  /** 1 to 3 telephones and one broadband line, voicemail on demand: 100 once, 129.90 a month. */
  family: cat.Offering;
  familyPlan: cat.TariffPlan;
  /** One telephone, 15 a month; moving it costs 50. */
  line: cat.Offering;
  /** Not on sale. */
  old: cat.Offering;
}

const since = () => TimePeriod.since(new Date('2020-01-01T00:00:00Z'));

/** Fills an empty database with the shop. */
export async function openShop(database: Database): Promise<Shop> {
  return database.write(database.systemContext('shop'), async (tx) => {
    const make = <T extends object>(type: new () => T, values: Partial<T>): T =>
      tx.add(Object.assign(new type(), values) as never) as T;
    const [north, south] = ['T-N', 'T-S'].map((code) =>
      make(Region, {
        code,
        name: `Region ${code}`,
        kind: RegionKind.LOCAL_NETWORK,
        parent: null,
        path: `/${code}/`,
        validity: null,
      }),
    ) as [Region, Region];
    const { customer, account } = addCustomer(tx, 'C-NORTH', 'Li Na', north);
    const { customer: stranger, account: strangerAccount } = addCustomer(tx, 'C-SOUTH', 'Olga Petrova', south);

    const businessLine = make(cat.BusinessLine, { code: 'T_SHOP', name: 'Shop', description: null });
    const productLine = make(cat.ProductLine, {
      code: 'T_SHOP',
      name: 'Shop',
      description: null,
      businessLine,
      parent: null,
    });
    const product = (code: string, kind: cat.ProductKind) => {
      const made = make(cat.Product, {
        code,
        name: code,
        description: null,
        kind,
        nature: cat.ProductNature.COMMUNICATION,
        status: cat.ProductStatus.IN_USE,
        level: cat.MaintenanceLevel.HEADQUARTERS,
        providerKind: cat.ProductProviderKind.OWN,
        provider: null,
        productLine,
        clonedFrom: null,
        validity: since(),
      });
      for (const service of Object.values(cat.CustomerServiceType))
        make(cat.ProductService, { product: made, service });
      return made;
    };
    const phone = product('T_PHONE', cat.ProductKind.MAIN);
    const broadband = product('T_BROADBAND', cat.ProductKind.MAIN);
    const voicemail = product('T_VOICEMAIL', cat.ProductKind.ATTACHED);
    make(cat.ProductAttribute, {
      product: broadband,
      code: 'bandwidth',
      name: 'Bandwidth',
      dataType: cat.AttributeDataType.CHOICE,
      mandatory: true,
      allowedValues: ['100M', '500M'],
      min: null,
      max: null,
      unit: null,
      defaultValue: '100M',
      perEnd: false,
      position: 1,
    });
    const offering = (code: string, status: cat.OfferingStatus) =>
      make(cat.Offering, {
        code,
        name: code,
        salesTerms: null,
        serviceContent: null,
        status,
        level: cat.MaintenanceLevel.HEADQUARTERS,
        validity: since(),
        productLine,
        paymentMethods: [],
        guarantee: cat.GuaranteeKind.NONE,
        guaranteeCount: null,
        guaranteeAmount: null,
        clonedFrom: null,
      });
    const component = (
      of: cat.Offering,
      piece: cat.Product,
      minQuantity: number,
      maxQuantity: number,
      defaultQuantity: number,
    ) =>
      make(cat.OfferingComponent, {
        offering: of,
        product: piece,
        minQuantity,
        maxQuantity,
        defaultQuantity,
        required: minQuantity > 0,
        fixedValues: {},
        lifecycleControl: cat.LifecycleControl.NONE,
        keepUntil: null,
        keepMonths: null,
        keepUntilSpent: null,
        breachAction: null,
        breachPrompt: null,
      });
    const plan = (of: cat.Offering, amount: string, fees: Partial<Record<cat.CustomerServiceType, string>>) => {
      const made = make(cat.TariffPlan, {
        code: `TP_${of.code}`,
        name: of.code,
        type: cat.ChargeType.PERIODIC,
        status: cat.TariffPlanStatus.ACTIVE,
        price: Money.of(amount, 'CNY'),
        period: cat.ChargePeriod.MONTH,
        validity: since(),
        basis: null,
      });
      make(cat.OfferingTariff, { offering: of, tariffPlan: made, isDefault: true, required: false, validity: since() });
      for (const [service, value] of Object.entries(fees)) {
        const rule = make(cat.TariffRule, {
          code: `TR_${of.code}_${service}`,
          name: service,
          type: cat.ChargeType.ONE_TIME,
          equivalent: cat.EquivalentKind.MONEY,
          value,
          currency: 'CNY',
          unit: null,
          period: null,
          formula: null,
          service: service as cat.CustomerServiceType,
          validity: since(),
        });
        make(cat.TariffPlanMember, { plan: made, rule, nestedPlan: null, priority: 1 });
      }
      return made;
    };
    const family = offering('T_FAMILY', cat.OfferingStatus.IN_USE);
    component(family, phone, 1, 3, 1);
    component(family, broadband, 1, 1, 1);
    component(family, voicemail, 0, 1, 0);
    const familyPlan = plan(family, '129.90', { INSTALL: '100.00' });
    const line = offering('T_LINE', cat.OfferingStatus.IN_USE);
    component(line, phone, 1, 1, 1);
    plan(line, '15.00', { MOVE: '50.00' });
    const old = offering('T_OLD', cat.OfferingStatus.EXPIRED);
    component(old, phone, 1, 1, 1);
    return {
      north,
      south,
      customer,
      account,
      stranger,
      strangerAccount,
      phone,
      broadband,
      voicemail,
      family,
      familyPlan,
      line,
      old,
    };
  });
}

function addCustomer(
  tx: Transaction,
  code: string,
  name: string,
  region: Region,
): { customer: Customer; account: Account } {
  const party = tx.add(Object.assign(new Individual(), { name, region, status: PartyStatus.ACTIVE, hobbies: [] }));
  const customer = tx.add(
    Object.assign(new Customer(), {
      code,
      name,
      party,
      lifecycle: CustomerLifecycleState.POTENTIAL,
      inNetworkPhase: null,
      customerType: CustomerType.PUBLIC,
      subType: null,
      serviceLevel: ServiceLevel.STANDARD,
      secrecyLevel: SecrecyLevel.NORMAL,
      region,
      version: 1,
    }),
  );
  tx.add(
    Object.assign(new CustomerCode(), {
      code,
      customer,
      level: CustomerCodeLevel.LOCAL_NETWORK,
      issuedBy: null,
      validity: since(),
    }),
  );
  const account = tx.add(
    Object.assign(new Account(), {
      accountNo: `A-${code}`,
      name,
      owner: customer,
      region,
      status: AccountStatus.IN_USE,
      isDefault: true,
      billingCycle: BillingCycle.MONTHLY,
      billingDay: 1,
      currency: 'CNY',
      paymentMode: PaymentMode.CASH,
      billFormat: BillFormat.STANDARD,
      billDelivery: BillDelivery.NONE,
      openedAt: tx.at,
      version: 1,
    }),
  );
  return { customer, account };
}

/** Staff of a region. */
export const clerk = (database: Database, region: Region, subject = 'clerk-1'): CallContext =>
  as(database, { kind: 'STAFF', subject, name: `Clerk ${subject}`, regionIds: [region.id] });

/** A customer at self-service. */
export const selfService = (database: Database, customer: Customer): CallContext =>
  as(database, {
    kind: 'CUSTOMER',
    subject: customer.code,
    name: customer.name,
    regionIds: [],
    customerId: customer.id,
  });

const as = (database: Database, caller: Caller): CallContext => database.systemContext(caller.subject, caller);
