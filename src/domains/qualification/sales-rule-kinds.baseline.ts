import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import { SALES_CHANNEL, SalesRuleKind, SalesRuleStage as S } from './sales-rule-kind.js';

const anyOf = (list: string) => `some v in values satisfies list contains(${list}, v)`;
const among = (value: string) => `list contains(values, ${value})`;

/** Code, name, stage, condition, message, fewest and most values. */
const kinds: readonly [string, string, S, string, string, number, number][] = [
  ['SALES_AREA', '销售区域', S.AREA, anyOf('regions'), 'It is sold only in {values}.', 1, 500],
  [SALES_CHANNEL, '销售渠道', S.CHANNEL, among('channel'), 'It is sold only through {values}.', 1, 100],
  ['SELLER', '销售人员', S.SELLER, among('seller.number'), 'Only {values} may sell it.', 1, 500],
  ['SELLER_POSITION', '销售岗位', S.SELLER, anyOf('seller.positions'), 'Only holders of {values} may sell it.', 1, 100],
  ['SELLER_UNIT', '销售团队', S.SELLER, among('seller.unit'), 'Only members of {values} may sell it.', 1, 100],
  ['CUSTOMER_TYPE', '客户类型', S.TARGET, among('customer.type'), 'It is for customers of type {values}.', 1, 10],
  [
    'CUSTOMER_SUB_TYPE',
    '客户子类',
    S.TARGET,
    among('customer.subType'),
    'It is for customers of type {values}.',
    1,
    50,
  ],
  [
    'SERVICE_LEVEL',
    '服务等级',
    S.TARGET,
    among('customer.serviceLevel'),
    'It is for customers of level {values}.',
    1,
    10,
  ],
  [
    ...(['AGE', '年龄', S.TARGET] as const),
    'customer.age >= number(values[1]) and customer.age <= number(values[2])',
    ...(['It is for persons of an age in {values}.', 2, 2] as const),
  ],
  ['GENDER', '性别', S.TARGET, among('customer.gender'), 'It is for persons of the gender {values}.', 1, 3],
  ['OCCUPATION', '职业', S.TARGET, among('customer.occupation'), 'It is for those who work as {values}.', 1, 100],
  [
    ...(['MONTHLY_SPENDING', '消费能力', S.TARGET] as const),
    'customer.monthlyCharge >= number(values[1]) and (count(values) = 1 or customer.monthlyCharge <= number(values[2]))',
    ...(['It is for those who pay {values} a month.', 1, 2] as const),
  ],
  ['SEGMENT', '客户细分', S.TARGET, anyOf('customer.segments'), 'It is for the segments {values}.', 1, 100],
  ['CUSTOMER_GROUP', '客户群', S.TARGET, anyOf('customer.groups'), 'It is for the groups {values}.', 1, 100],
  [
    'CAMPAIGN_LIST',
    '营销活动目标客户',
    S.TARGET,
    anyOf('customer.campaigns'),
    'It is for the customers of {values}.',
    1,
    100,
  ],
  ['CUSTOMER', '指定客户', S.TARGET, among('customer.code'), 'It was made for somebody else.', 1, 500],
  [
    ...(['CUSTOMER_ATTRIBUTE', '客户属性', S.TARGET] as const),
    'list contains(sublist(values, 2), string(get value(customer.characteristics, values[1])))',
    ...(['It is for customers with {values}.', 2, 100] as const),
  ],
  [
    'TENURE_MONTHS',
    '在网时长',
    S.HOLDINGS,
    'customer.months >= number(values[1])',
    'It needs {values} months in the network.',
    1,
    1,
  ],
  ['HOLDS_OFFERING', '已订商品', S.HOLDINGS, anyOf('customer.offerings'), 'It is for those who have {values}.', 1, 100],
  ['HOLDS_PRODUCT', '已有产品', S.HOLDINGS, anyOf('customer.products'), 'It is for those who have {values}.', 1, 100],
];

/** Makes the kinds of rules that every operator needs, as far as they are missing (PRD-43 to PRD-49). */
export async function ensureSalesRuleKinds(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    await ensureRows(
      tx,
      SalesRuleKind,
      kinds.map(([code, name, stage, condition, message, minValues, maxValues]) => ({
        ...{ code, name, stage, condition, message, minValues, maxValues },
        active: true,
        version: 1,
      })),
    );
  });
}
