import { days, person, type StandardProcess, words, yesNo } from './standard-process.js';

/** One step in which somebody with a role decides. */
const decidedBy = (code: string, name: string, functionalDomain: string, role: string, kinds: readonly string[]) => ({
  ...{ code, name, functionalDomain, objectType: 'Approval', limit: days(2) },
  ...(kinds.length > 0 ? { applicability: `kind in (${kinds.map((kind) => JSON.stringify(kind)).join(', ')})` } : {}),
  steps: [
    person('decide', '审批', role, days(2), {
      outputs: [yesNo('approved', 'Whether it is approved.'), words('remark', 'Remark for whoever asked.')],
    }),
  ],
});

/**
 * How what must be approved is approved while an operator has published nothing else: by one person. An operator puts processes with more
 * steps in their place: templates about `Approval` whose variable `approved` says at the end what was decided, and that choose their
 * requests by `kind`, `region` and what the request says, such as an `amount`.
 */
export const approvalProcesses: readonly StandardProcess[] = [
  decidedBy('APPROVAL', '审批', 'process', 'DESK_SUPERVISOR', []),
  decidedBy('APPROVAL_CATALOGUE', '产品目录审批', 'catalogue', 'PRODUCT_MANAGER', [
    ...['PRODUCT', 'PRODUCT_EXTENSION', 'OFFERING', 'CATALOGUE_CHANGE', 'TARIFF_PLAN', 'SLA_INDICATOR'],
  ]),
  // Of its own beside that of the catalogue: deployments that have that one already get this one with the next start.
  decidedBy('APPROVAL_PRICE', '资费变更审批', 'catalogue', 'PRODUCT_MANAGER', [
    ...['TARIFF_PLAN_CHANGE', 'TARIFF_RULE_CHANGE', 'OFFERING_TARIFF', 'DISCOUNT', 'DISCOUNT_CHANGE'],
    ...['STAFF_DISCOUNT_RANGE', 'DISCOUNT_POLICY', 'DISCOUNT_POLICY_CHANGE'],
  ]),
  decidedBy('APPROVAL_TERMS', '销售条款审批', 'catalogue', 'PRODUCT_MANAGER', ['OFFERING_SLA', 'DISCOUNT_CRITERION']),
  decidedBy('APPROVAL_COMMITMENT', '在网约定审批', 'catalogue', 'PRODUCT_MANAGER', ['OFFERING_COMMITMENT']),
  decidedBy('APPROVAL_PRODUCT_RULE', '产品规则审批', 'catalogue', 'PRODUCT_MANAGER', [
    ...['PRODUCT_RELATION', 'OFFERING_SLA_CHANGE', 'LIFECYCLE_CONTROL_KIND'],
  ]),
  decidedBy('APPROVAL_OFFERING_RELATION', '商品关系审批', 'catalogue', 'PRODUCT_MANAGER', ['OFFERING_RELATION']),
  decidedBy('APPROVAL_FORM', '表单发布审批', 'process', 'PROCESS_MANAGER', ['FORM_TEMPLATE', 'FORM_KIT']),
  decidedBy('APPROVAL_POINTS', '积分套审批', 'campaign', 'MARKETING_OFFICER', ['POINTS_SCHEME']),
  decidedBy('APPROVAL_DISPUTE', '争议处理方案审批', 'trouble', 'FAULT_DISPATCHER', ['DISPUTE_SOLUTION']),
  decidedBy('APPROVAL_PROCESS', '流程模板审批', 'process', 'PROCESS_MANAGER', ['PROCESS_TEMPLATE']),
  decidedBy('APPROVAL_VARIABLE', '条件变量审批', 'process', 'PROCESS_MANAGER', [
    ...['APPLICABILITY_VARIABLE', 'APPLICABILITY_VARIABLE_CHANGE'],
  ]),
  decidedBy('APPROVAL_ORDER', '订单审核', 'ordering', 'DESK_SUPERVISOR', ['ORDER_REVIEW']),
  decidedBy('APPROVAL_CAMPAIGN', '营销活动审批', 'campaign', 'MARKETING_OFFICER', ['CAMPAIGN']),
  decidedBy('APPROVAL_PARTNER', '合作伙伴审批', 'partner', 'PARTNER_MANAGER', ['PARTNER_ACTIVATION']),
  decidedBy('APPROVAL_CONTRACT', '合同审批', 'agreement', 'DESK_SUPERVISOR', ['CONTRACT']),
  decidedBy('APPROVAL_CUSTOMER', '客户资料变更审批', 'customer', 'GROUP_CUSTOMER_MANAGER', [
    'CUSTOMER_CHANGE',
    'CUSTOMER_MERGE',
  ]),
  // Of its own, as that of prices is.
  decidedBy('APPROVAL_LEVEL', '客户级别审批', 'customer', 'GROUP_CUSTOMER_MANAGER', ['CUSTOMER_LEVEL']),
];

const codes = new Set(approvalProcesses.map(({ code }) => code));

/** Whether a template is one of those that every deployment starts with. */
export const isStandardApproval = (template: string): boolean => codes.has(template);
