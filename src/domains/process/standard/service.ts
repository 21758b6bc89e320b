import { ProcessJoinKind } from '../process.enums.js';
import { days, hours, number, parallel, person, type StandardProcess, words, yesNo } from './standard-process.js';

/** How what customers ordered is put into service, and how what they say, owe or give up is handled (WFL-80..85, WFL-91, WFL-92). */
export const serviceProcesses: readonly StandardProcess[] = [
  {
    code: 'OTHER_ACTIVATION',
    name: '其它业务开通',
    ...{ functionalDomain: 'ordering', objectType: 'Order', limit: days(3) },
    applicability: 'operationType = "OTHER_ACTIVATION"',
    steps: [
      person('accept', '业务受理', 'CLERK', hours(2)),
      person('charge', '收费', 'CLERK', hours(1)),
      person('review', '订单复核', 'DESK_SUPERVISOR', hours(3), {
        outputs: [yesNo('passed', 'Whether the order may be carried out.')],
      }),
      person('dispatch', '派单开通', 'FIELD_ENGINEER', hours(12)),
      person('complete', '竣工', 'CLERK', hours(2)),
      person('revisit', '客户回访', 'CALL_AGENT', hours(4)),
    ],
    ways: { 'review > dispatch': 'passed', 'review > accept': null },
  },
  {
    code: 'DATA_ACTIVATION',
    name: '数据业务开通',
    ...{ functionalDomain: 'ordering', objectType: 'Order', limit: days(7) },
    applicability: 'operationType = "DATA_ACTIVATION"',
    steps: [
      person('accept', '业务受理', 'ACCOUNT_MANAGER', hours(4)),
      person('resources', '资源核查与预占', 'DATA_ENGINEER', days(1), {
        outputs: [yesNo('available', 'Whether the resources are there and are reserved.')],
      }),
      person('wait', '等待资源', 'DATA_ENGINEER', days(1)),
      person('design', '电路设计', 'SOLUTION_ENGINEER', days(1)),
      person('configure', '数据配置', 'DATA_ENGINEER', days(1)),
      person('test', '端到端测试', 'DATA_ENGINEER', days(1), {
        outputs: [yesNo('works', 'Whether it works from end to end.')],
      }),
      person('complete', '竣工', 'CLERK', hours(2)),
      person('billing', '起租计费', 'CLERK', hours(2)),
      person('revisit', '客户回访', 'CALL_AGENT', hours(4)),
    ],
    ways: {
      'resources > design': 'available',
      'resources > wait': null,
      'wait > resources': null,
      'test > complete': 'works',
      'test > configure': null,
    },
  },
  {
    code: 'REVISIT',
    name: '大客户回访',
    ...{ functionalDomain: 'contact', objectType: 'ContactEvent', limit: days(2) },
    steps: [
      person('plan', '制定回访计划', 'ACCOUNT_MANAGER', hours(4)),
      person('task', '分派回访任务', 'ACCOUNT_MANAGER', hours(2)),
      person('contact', '联系客户', 'CALL_AGENT', hours(6), {
        outputs: [yesNo('reached', 'Whether the customer was reached.')],
      }),
      person('result', '登记结果', 'CALL_AGENT', hours(2), {
        outputs: [number('satisfaction', 'From 1, very bad, to 5, very good.')],
      }),
      person('statistics', '统计分析', 'ACCOUNT_MANAGER', hours(2)),
    ],
    ways: { 'contact > result': 'reached', 'contact > task': null },
  },
  {
    code: 'LARGE_CUSTOMER_COMPLAINT',
    name: '大客户投诉处理',
    ...{ functionalDomain: 'trouble', objectType: 'ComplaintTicket', limit: hours(48) },
    steps: [
      person('register', '投诉登记', 'CALL_AGENT', hours(1)),
      person('classify', '投诉分类', 'CALL_AGENT', hours(1), {
        ...parallel,
        outputs: [yesNo('copied', 'Whether other departments get a copy.')],
      }),
      person('lead', '主办部门处理', 'FAULT_DISPATCHER', hours(24)),
      person('copy', '协办部门处理', 'ACCOUNT_MANAGER', hours(24)),
      person('solution', '制定解决方案', 'ACCOUNT_MANAGER', hours(8), { join: ProcessJoinKind.ALL }),
      person('consent', '客户确认', 'ACCOUNT_MANAGER', hours(8), {
        outputs: [yesNo('agreed', 'Whether the customer accepts the solution.')],
      }),
      person('close', '结案', 'CALL_AGENT', hours(2)),
      person('revisit', '客户回访', 'CALL_AGENT', hours(4)),
    ],
    ways: {
      'classify > lead': null,
      'classify > copy': 'copied',
      'lead > solution': null,
      'copy > solution': null,
      'consent > close': 'agreed',
      'consent > lead': null,
    },
  },
  {
    code: 'SERVICE_TRANSFER',
    name: '大客户服务转接',
    ...{ functionalDomain: 'contact', objectType: 'ContactEvent', limit: hours(4) },
    applicability: 'operationType = "TRANSFER"',
    steps: [
      person('register', '登记', 'CALL_AGENT', 30),
      person('identify', '确定客户经理或部门', 'CALL_AGENT', 30, {
        outputs: [words('owner', 'Who is responsible for the customer.', true)],
      }),
      person('transfer', '热线转接', 'CALL_AGENT', hours(1), {
        outputs: [yesNo('taken', 'Whether the responsible person has taken the call.')],
      }),
      person('confirm', '确认', 'ACCOUNT_MANAGER', hours(2)),
    ],
    ways: { 'transfer > confirm': 'taken', 'transfer > identify': null },
  },
  {
    code: 'LARGE_CUSTOMER_SUGGESTION',
    name: '大客户建议处理',
    ...{ functionalDomain: 'trouble', objectType: 'Suggestion', limit: days(10) },
    steps: [
      person('register', '建议登记', 'CALL_AGENT', hours(4)),
      person('assess', '建议评估', 'MARKETING_OFFICER', days(5), {
        outputs: [yesNo('adopted', 'Whether the suggestion is adopted.')],
      }),
      person('reply', '答复客户', 'ACCOUNT_MANAGER', days(2)),
      person('knowledge', '纳入知识库', 'MARKETING_OFFICER', days(2)),
    ],
    ways: { 'reply > knowledge': 'adopted', 'reply > end': null },
  },
  {
    code: 'ARREARS',
    name: '大客户欠费处理',
    ...{ functionalDomain: 'customer', objectType: 'Account', limit: days(30) },
    applicability: 'operationType = "ARREARS"',
    variables: [number('amount', 'What is owed, in the currency of the account.')],
    steps: [
      person('grade', '按信用名单分级', 'CREDIT_CONTROLLER', days(1), {
        outputs: [yesNo('trusted', 'Whether the credit list spares the customer a suspension.')],
      }),
      person('remind', '催缴提醒', 'CREDIT_CONTROLLER', days(5), {
        outputs: [yesNo('paid', 'Whether the customer has paid.')],
      }),
      person('plan', '协商还款计划', 'ACCOUNT_MANAGER', days(5), {
        outputs: [yesNo('agreed', 'Whether the customer has agreed to a plan.')],
      }),
      person('suspend', '停机', 'CREDIT_CONTROLLER', days(1)),
      person('settle', '结清或追缴', 'CREDIT_CONTROLLER', days(15)),
    ],
    ways: {
      'remind > end': 'paid',
      'remind > plan': null,
      'plan > settle': 'agreed or trusted',
      'plan > suspend': null,
    },
  },
  {
    code: 'CHURN',
    name: '大客户离网处理',
    ...{ functionalDomain: 'ordering', objectType: 'Order', limit: days(7) },
    applicability: 'operationType = "DISCONNECT"',
    steps: [
      person('request', '离网申请登记', 'ACCOUNT_MANAGER', days(1)),
      person('retain', '挽留', 'ACCOUNT_MANAGER', days(2), {
        outputs: [words('offer', 'What was offered.', true), yesNo('stays', 'Whether the customer stays.')],
      }),
      person('disconnect', '拆机', 'FIELD_ENGINEER', days(2)),
      person('interview', '离网访谈', 'ACCOUNT_MANAGER', days(1), {
        outputs: [words('cause', 'Why the customer has left.', true)],
      }),
      person('winback', '列入赢回名单', 'MARKETING_OFFICER', days(1)),
    ],
    ways: { 'retain > end': 'stays', 'retain > disconnect': null },
  },
];
