/** A class as delivered. */
interface ClassRow {
  code: string;
  name: string;
  condition: string;
  /** True: it goes before the others of its dimension. */
  first?: boolean;
}

/** A criterion by which customers are divided, as delivered: by classes of its own, or by the values of an expression. */
interface ClassDimension {
  code: string;
  name: string;
  expression?: string;
  labelExpression?: string;
  classes?: readonly ClassRow[];
}

const big = 'customer.type = "BIG"';
const held = (business: string): string => `list contains(customer.businesses, "${business}")`;
const one = (code: string, name: string, condition: string, first = false): ClassRow => ({
  ...{ code, name, condition, first },
});

/** By attributes: who the customer is, where, and what they do (CUS-69). */
const byAttribute: readonly ClassDimension[] = [
  {
    code: 'BY_KIND',
    name: '客户性质',
    classes: [
      one('KIND_PUBLIC_INDIVIDUAL', '公众客户（个人）', `not(${big}) and not(customer.organization)`),
      one('KIND_PUBLIC_UNIT', '公众客户（单位）', `not(${big}) and customer.organization`),
      one('KIND_BIG_INDIVIDUAL', '大客户（个人）', `${big} and not(customer.organization)`),
      one('KIND_BIG_ENTERPRISE', '大客户（企业）', `${big} and customer.organization`),
    ],
  },
  { code: 'BY_AREA', name: '区域', expression: 'customer.region', labelExpression: 'customer.regionName' },
  { code: 'BY_HALL', name: '营业厅', expression: 'customer.halls[1]' },
  {
    code: 'BY_AGE',
    name: '年龄',
    classes: [
      one('AGE_UNDER_18', '18 岁以下', 'customer.age < 18'),
      one('AGE_18_34', '18 至 34 岁', 'customer.age in [18..34]'),
      one('AGE_35_59', '35 至 59 岁', 'customer.age in [35..59]'),
      one('AGE_60_UP', '60 岁及以上', 'customer.age >= 60'),
    ],
  },
  { code: 'BY_GENDER', name: '性别', expression: 'customer.gender' },
  { code: 'BY_OCCUPATION', name: '职业', expression: 'customer.occupation' },
  { code: 'BY_EDUCATION', name: '学历', expression: 'customer.education' },
  { code: 'BY_INDUSTRY', name: '行业', expression: 'customer.industry' },
  { code: 'BY_HABIT', name: '消费习惯', expression: 'habit' },
  {
    code: 'BY_SERVICES',
    name: '使用业务',
    expression: 'if count(customer.businesses) > 0 then string join(customer.businesses, "+") else null',
  },
  {
    code: 'BY_AMOUNT',
    name: '消费金额',
    classes: [
      one('AMOUNT_LOW', '低消费', 'consumptions > 0 and spend < limit.valueLow'),
      one('AMOUNT_MIDDLE', '中消费', 'consumptions > 0 and spend >= limit.valueLow and spend <= limit.valueHigh'),
      one('AMOUNT_HIGH', '高消费', 'spend > limit.valueHigh'),
    ],
  },
  {
    code: 'BY_UNIT_SIZE',
    name: '单位规模',
    // The number of people counts; the size class, where the number is not known.
    classes: [
      one('UNIT_MICRO', '微型', unitOf('customer.headCount < 10', 'MICRO')),
      one('UNIT_SMALL', '小型', unitOf('customer.headCount in [10..99]', 'SMALL')),
      one('UNIT_MEDIUM', '中型', unitOf('customer.headCount in [100..299]', 'MEDIUM')),
      one('UNIT_LARGE', '大型', unitOf('customer.headCount >= 300', 'LARGE')),
    ],
  },
  {
    code: 'BY_UNIT_SERVICES',
    name: '单位业务量',
    classes: [
      one('UNIT_LINES_1_9', '1 至 9 项', 'customer.organization and customer.lines in [1..9]'),
      one('UNIT_LINES_10_99', '10 至 99 项', 'customer.organization and customer.lines in [10..99]'),
      one('UNIT_LINES_100_UP', '100 项及以上', 'customer.organization and customer.lines >= 100'),
    ],
  },
];

function unitOf(people: string, scale: string): string {
  return `customer.organization and (if customer.headCount = null then customer.scale = "${scale}" else ${people})`;
}

/** By the relation to the operator (CUS-70). What an existing customer uses are criteria of their own: one may use all. */
const byRelation: readonly ClassDimension[] = [
  {
    code: 'BY_RELATION',
    name: '客户关系',
    classes: [
      one('RELATION_INTERCONNECT', '互联互通客户', 'customer.competitor and customer.lines > 0', true),
      one('RELATION_EXISTING', '现有客户', 'customer.lines > 0 and not(customer.competitor)'),
      one(
        'RELATION_COMPETITOR',
        '竞争对手客户',
        'customer.lines = 0 and (customer.competitor or count(customer.rivals) > 0)',
        true,
      ),
      one('RELATION_HISTORICAL', '历史客户', 'customer.lines = 0 and customer.linesEver > 0'),
      one('RELATION_POTENTIAL', '潜在客户', 'customer.linesEver = 0'),
    ],
  },
  {
    code: 'BY_RELATION_FIXED',
    name: '现有客户：固定电话',
    classes: [one('EXISTING_FIXED', '固定电话用户', held('FIXED'))],
  },
  {
    code: 'BY_RELATION_LEASED',
    name: '现有客户：出租设备',
    classes: [one('EXISTING_LEASED', '出租电路和设备用户', 'list contains(customer.productLines, "PRIVATE_LINES")')],
  },
  {
    code: 'BY_RELATION_OTHER',
    name: '现有客户：其他业务',
    classes: [
      one(
        'EXISTING_OTHER',
        '其他业务用户',
        'some line in customer.productLines satisfies not(list contains(["FIXED_VOICE", "PRIVATE_LINES"], line))',
      ),
    ],
  },
];

/** Potential customers: of the public by what they do not use yet, big ones by how near their spend is (CUS-71). */
const byPotential: readonly ClassDimension[] = [
  {
    code: 'BY_POTENTIAL_PUBLIC',
    name: '公众潜在客户',
    classes: [
      one('POTENTIAL_NEVER_USED', '从未使用业务', `not(${big}) and customer.linesEver = 0`),
      one(
        'POTENTIAL_HOME_WITHOUT_DATA',
        '有住宅电话无数据业务',
        `not(${big}) and ${held('FIXED')} and not(${held('INTERNET')})`,
      ),
      one(
        'POTENTIAL_PAYPHONE_WITHOUT_HOME',
        '使用公用电话无住宅电话',
        `not(${big}) and customer.linesEver > 0 and not(${held('FIXED')}) and list contains(consumed, "FIXED")`,
      ),
    ],
  },
  {
    code: 'BY_POTENTIAL_BIG',
    name: '潜在大客户',
    classes: [
      one('BIG_BY_SPEND', '消费达到大客户标准', 'spend > limit.bigAbove'),
      one(
        'POTENTIAL_BIG_BY_SPEND',
        '消费接近大客户标准',
        `not(${big}) and spend >= limit.bigFrom and spend <= limit.bigAbove`,
      ),
    ],
  },
];

/** The standard classifications. */
export const classDimensions: readonly ClassDimension[] = [...byAttribute, ...byRelation, ...byPotential];
