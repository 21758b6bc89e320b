/** A role that every deployment starts with. */
export interface RoleDefinition {
  code: string;
  name: string;
  description: string;
}

/** A position that every deployment starts with; the first of its roles is the default one. */
export interface PositionDefinition {
  code: string;
  name: string;
  /** Rank: 1 is the highest. */
  level: number;
  roles: readonly string[];
}

export const standardRoles: readonly RoleDefinition[] = [
  { code: 'CLERK', name: '营业员', description: 'Takes down customers and orders at the desk.' },
  {
    code: 'DESK_SUPERVISOR',
    name: '值班长',
    description: 'Supervises the desks of a business hall and approves exceptions.',
  },
  { code: 'CALL_AGENT', name: '话务员', description: 'Answers calls and takes down requests, complaints and faults.' },
  { code: 'ACCOUNT_MANAGER', name: '客户经理', description: 'Is responsible for big and commercial customers.' },
  { code: 'FAULT_DISPATCHER', name: '障碍调度员', description: 'Dispatches and escalates faults.' },
  { code: 'PRODUCT_MANAGER', name: '产品经理', description: 'Maintains products, offerings and tariffs.' },
  {
    code: 'ORGANISATION_ADMINISTRATOR',
    name: '组织管理员',
    description: 'Maintains the units, staff and permissions of their part of the organisation (SYS-06).',
  },
  { code: 'PROCESS_DESIGNER', name: '流程设计员', description: 'Designs process templates and tests them.' },
  {
    code: 'PROCESS_MANAGER',
    name: '流程管理员',
    description: 'Approves and publishes process templates, and dispatches what runs.',
  },
  { code: 'LEGAL_OFFICER', name: '法务', description: 'Countersigns contracts for the legal department.' },
  {
    code: 'FINANCE_OFFICER',
    name: '财务',
    description: 'Countersigns contracts and reviews plans for the finance department.',
  },
  {
    code: 'MARKETING_OFFICER',
    name: '市场',
    description: 'Plans the market, countersigns contracts and admits agents for the market department.',
  },
  {
    code: 'GROUP_CUSTOMER_MANAGER',
    name: '集团客户部主管',
    description: 'Routes and approves what concerns group and large customers.',
  },
  { code: 'PARTNER_MANAGER', name: '渠道经理', description: 'Is responsible for agents and other partners.' },
  { code: 'SOLUTION_ENGINEER', name: '方案工程师', description: 'Makes technical proposals and designs.' },
  { code: 'FIELD_ENGINEER', name: '施工员', description: 'Surveys, builds, installs and removes.' },
  { code: 'DATA_ENGINEER', name: '数据工程师', description: 'Reserves resources, configures and tests.' },
  { code: 'CREDIT_CONTROLLER', name: '信控员', description: 'Grades and collects arrears.' },
  { code: 'AUDITOR', name: '审计员', description: 'Reads the operation log.' },
];

export const standardPositions: readonly PositionDefinition[] = [
  { code: 'HALL_MANAGER', name: '营业厅经理', level: 2, roles: ['DESK_SUPERVISOR', 'CLERK'] },
  { code: 'HALL_CLERK', name: '营业厅营业员', level: 4, roles: ['CLERK'] },
  { code: 'CALL_CENTRE_SUPERVISOR', name: '客服中心班长', level: 3, roles: ['CALL_AGENT', 'FAULT_DISPATCHER'] },
  { code: 'CALL_CENTRE_AGENT', name: '客服代表', level: 4, roles: ['CALL_AGENT'] },
  { code: 'BIG_CUSTOMER_MANAGER', name: '大客户经理', level: 3, roles: ['ACCOUNT_MANAGER'] },
  { code: 'ORGANISATION_ADMINISTRATOR', name: '组织管理岗', level: 2, roles: ['ORGANISATION_ADMINISTRATOR'] },
  { code: 'AUDITOR', name: '审计岗', level: 3, roles: ['AUDITOR'] },
  { code: 'PROCESS_DESIGNER', name: '流程设计岗', level: 3, roles: ['PROCESS_DESIGNER'] },
  { code: 'PROCESS_MANAGER', name: '流程管理岗', level: 2, roles: ['PROCESS_MANAGER'] },
  { code: 'PRODUCT_SPECIALIST', name: '产品专员', level: 3, roles: ['PRODUCT_MANAGER'] },
  { code: 'LEGAL_OFFICER', name: '法务岗', level: 3, roles: ['LEGAL_OFFICER'] },
  { code: 'FINANCE_OFFICER', name: '财务岗', level: 3, roles: ['FINANCE_OFFICER'] },
  { code: 'MARKETING_OFFICER', name: '市场岗', level: 3, roles: ['MARKETING_OFFICER'] },
  { code: 'GROUP_CUSTOMER_MANAGER', name: '集团客户部主管岗', level: 2, roles: ['GROUP_CUSTOMER_MANAGER'] },
  { code: 'PARTNER_MANAGER', name: '渠道管理岗', level: 3, roles: ['PARTNER_MANAGER'] },
  { code: 'SOLUTION_ENGINEER', name: '技术方案岗', level: 3, roles: ['SOLUTION_ENGINEER'] },
  { code: 'FIELD_ENGINEER', name: '工程施工岗', level: 4, roles: ['FIELD_ENGINEER'] },
  { code: 'DATA_ENGINEER', name: '数据配置岗', level: 4, roles: ['DATA_ENGINEER'] },
  { code: 'CREDIT_CONTROLLER', name: '信用控制岗', level: 3, roles: ['CREDIT_CONTROLLER'] },
];
