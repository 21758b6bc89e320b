import { call, days, hours, number, person, type StandardProcess, words, yesNo } from './standard-process.js';

/** How group and large customers are won, contracted, built for and judged (WFL-76..79, WFL-88..90, WFL-93). */
export const groupCustomerProcesses: readonly StandardProcess[] = [
  {
    code: 'CUSTOMER_VISIT',
    name: '客户走访及业务办理',
    ...{ functionalDomain: 'sales', objectType: 'Opportunity', limit: days(5) },
    steps: [
      person('plan', '制定走访计划', 'ACCOUNT_MANAGER', days(1)),
      person('visit', '走访客户', 'ACCOUNT_MANAGER', days(1)),
      person('record', '记录需求', 'ACCOUNT_MANAGER', hours(4), {
        outputs: [
          words('need', 'What the customer needs.', true),
          yesNo('complex', 'Whether it needs a technical proposal.'),
        ],
      }),
      person('proposal', '制定技术方案', 'SOLUTION_ENGINEER', days(2)),
      person('order', '订单受理', 'CLERK', hours(4)),
      person('feedback', '反馈客户', 'ACCOUNT_MANAGER', hours(4)),
    ],
    ways: {
      'record > proposal': 'complex',
      'record > order': null,
      'proposal > feedback': null,
      'order > feedback': null,
    },
  },
  {
    code: 'CONTRACT_SIGNING',
    name: '合同签定',
    ...{ functionalDomain: 'agreement', objectType: 'Contract', limit: days(5) },
    steps: [
      person('draft', '起草合同', 'ACCOUNT_MANAGER', days(1)),
      person('legal', '法务会签', 'LEGAL_OFFICER', days(1), {
        outputs: [yesNo('legalAgrees', 'Whether it may be signed so.')],
      }),
      person('finance', '财务会签', 'FINANCE_OFFICER', days(1), {
        outputs: [yesNo('financeAgrees', 'Whether it may be signed so.')],
      }),
      person('market', '市场会签', 'MARKETING_OFFICER', days(1), {
        outputs: [yesNo('marketAgrees', 'Whether it may be signed so.')],
      }),
      person('sign', '签定合同', 'ACCOUNT_MANAGER', hours(4)),
      person('archive', '合同归档', 'CLERK', hours(4)),
    ],
    ways: {
      'legal > finance': 'legalAgrees',
      'legal > draft': null,
      'finance > market': 'financeAgrees',
      'finance > draft': null,
      'market > sign': 'marketAgrees',
      'market > draft': null,
    },
  },
  {
    code: 'ENGINEERING',
    name: '工程实施',
    ...{ functionalDomain: 'ordering', objectType: 'ServiceOrder', limit: days(20) },
    steps: [
      person('survey', '现场勘察', 'FIELD_ENGINEER', days(2)),
      person('resources', '资源建设', 'FIELD_ENGINEER', days(8)),
      person('construction', '施工', 'FIELD_ENGINEER', days(6)),
      person('acceptance', '验收测试', 'DATA_ENGINEER', days(2), {
        outputs: [yesNo('accepted', 'Whether the work passes the test.')],
      }),
      person('handover', '移交', 'FIELD_ENGINEER', days(2)),
    ],
    ways: { 'acceptance > handover': 'accepted', 'acceptance > construction': null },
  },
  {
    code: 'GROUP_CUSTOMER_ACCEPTANCE',
    name: '集团客户受理',
    ...{ functionalDomain: 'sales', objectType: 'Customer', limit: days(40) },
    applicability: 'operationType = "GROUP_ACCEPTANCE"',
    steps: [
      person('visit', '走访客户', 'ACCOUNT_MANAGER', days(2)),
      person('route', '受理分派', 'GROUP_CUSTOMER_MANAGER', days(1)),
      person('proposal', '制定技术方案', 'SOLUTION_ENGINEER', days(5)),
      call('contract', '合同签定', 'CONTRACT_SIGNING'),
      call('engineering', '工程实施', 'ENGINEERING'),
      person('track', '业务跟踪', 'ACCOUNT_MANAGER', days(3)),
      person('notify', '开通通知', 'ACCOUNT_MANAGER', days(1)),
      person('file', '项目档案管理', 'CLERK', days(1)),
    ],
  },
  {
    code: 'BUSINESS_PLAN',
    name: '大客户业务计划制定',
    ...{ functionalDomain: 'marketing', objectType: 'Campaign', limit: days(15) },
    applicability: 'operationType = "BUSINESS_PLAN"',
    steps: [
      person('draft', '起草计划', 'MARKETING_OFFICER', days(5)),
      person('decompose', '按单位分解', 'GROUP_CUSTOMER_MANAGER', days(3)),
      person('review', '评审', 'FINANCE_OFFICER', days(3)),
      person('approve', '审批', 'GROUP_CUSTOMER_MANAGER', days(2), {
        outputs: [yesNo('approved', 'Whether the plan may be issued.')],
      }),
      person('issue', '下达', 'MARKETING_OFFICER', days(2)),
    ],
    ways: { 'approve > issue': 'approved', 'approve > draft': null },
  },
  {
    code: 'QUALIFICATION_REVIEW',
    name: '大客户资格审查',
    ...{ functionalDomain: 'customer', objectType: 'Customer', limit: days(5) },
    applicability: 'operationType = "QUALIFICATION"',
    steps: [
      person('collect', '收集资料', 'ACCOUNT_MANAGER', days(2)),
      person('check', '核对标准', 'ACCOUNT_MANAGER', days(1), {
        outputs: [yesNo('meetsCriteria', 'Whether the customer meets the criteria.')],
      }),
      person('approve', '集团客户部审批', 'GROUP_CUSTOMER_MANAGER', days(1), {
        outputs: [yesNo('approved', 'Whether the customer becomes a large customer.')],
      }),
      person('setLevel', '确定级别', 'ACCOUNT_MANAGER', days(1)),
    ],
    ways: {
      'check > approve': 'meetsCriteria',
      'check > end': null,
      'approve > setLevel': 'approved',
      'approve > end': null,
    },
  },
  {
    code: 'AGENT_QUALIFICATION',
    name: '代理商资格审定',
    ...{ functionalDomain: 'partner', objectType: 'Partner', limit: days(20) },
    applicability: 'operationType = "QUALIFICATION"',
    steps: [
      person('apply', '申请登记', 'PARTNER_MANAGER', days(1)),
      person('documents', '资料审核', 'PARTNER_MANAGER', days(2), {
        outputs: [yesNo('complete', 'Whether all documents are there and valid.')],
      }),
      person('preliminary', '初审', 'MARKETING_OFFICER', days(2), {
        outputs: [yesNo('preliminary', 'Whether the applicant may work on trial.')],
      }),
      person('trial', '试运行', 'PARTNER_MANAGER', days(10)),
      person('formal', '正式审批', 'MARKETING_OFFICER', days(2), {
        outputs: [yesNo('approved', 'Whether the applicant becomes an agent.')],
      }),
      person('contract', '签定代理合同', 'PARTNER_MANAGER', days(2)),
    ],
    ways: {
      'documents > preliminary': 'complete',
      'documents > apply': null,
      'preliminary > trial': 'preliminary',
      'preliminary > end': null,
      'formal > contract': 'approved',
      'formal > end': null,
    },
  },
  {
    code: 'LEVEL_CHANGE',
    name: '大客户级别变化',
    ...{ functionalDomain: 'customer', objectType: 'Customer', limit: days(3) },
    applicability: 'operationType = "LEVEL_CHANGE"',
    variables: [number('averageRevenue', 'Average revenue per month that has set it off.', false)],
    steps: [
      person('suggest', '建议级别', 'ACCOUNT_MANAGER', days(1), {
        outputs: [words('suggestedLevel', 'Level that is suggested.', true)],
      }),
      person('approve', '审批', 'GROUP_CUSTOMER_MANAGER', days(1), {
        outputs: [yesNo('approved', 'Whether the level is changed.')],
      }),
      person('privileges', '更新优惠与服务', 'ACCOUNT_MANAGER', hours(4)),
      person('notify', '通知客户', 'ACCOUNT_MANAGER', hours(4)),
    ],
    ways: { 'approve > privileges': 'approved', 'approve > end': null },
  },
];
