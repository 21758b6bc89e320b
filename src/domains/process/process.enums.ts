import { describeEnum } from '../../kernel/model/index.js';

export enum ProcessDispatchMode {
  REALTIME = 'REALTIME',
  SCHEDULED = 'SCHEDULED',
  MANUAL = 'MANUAL',
}
describeEnum(ProcessDispatchMode, 'ProcessDispatchMode', 'When instances of a template begin (WFL-21).', {
  REALTIME: 'At once.',
  SCHEDULED: 'When the scheduler lets them go, at the latest a minute later.',
  MANUAL: 'When a dispatcher lets them go.',
});

export enum ProcessVersionStatus {
  DRAFT = 'DRAFT',
  TESTING = 'TESTING',
  PENDING_APPROVAL = 'PENDING_APPROVAL',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  PUBLISHED = 'PUBLISHED',
  INVALID = 'INVALID',
}
describeEnum(ProcessVersionStatus, 'ProcessVersionStatus', 'State of a version of a template (WFL-23..31).', {
  DRAFT: 'It is being made; only now it can be edited.',
  TESTING: 'It makes test instances only, which tell outside systems nothing (WFL-27).',
  PENDING_APPROVAL: 'Its approvers have it (WFL-28).',
  APPROVED: 'All approvers have agreed; it may be published.',
  REJECTED: 'An approver has given it back.',
  PUBLISHED: 'It makes instances within its validity (WFL-30).',
  INVALID: 'It makes no new instances; running ones go on (WFL-25, WFL-26).',
});

export enum ProcessStepKind {
  START = 'START',
  END = 'END',
  HUMAN = 'HUMAN',
  AUTOMATIC = 'AUTOMATIC',
  EXTERNAL = 'EXTERNAL',
  SUBPROCESS = 'SUBPROCESS',
  GATEWAY = 'GATEWAY',
  TIMER = 'TIMER',
}
describeEnum(ProcessStepKind, 'ProcessStepKind', 'What happens at a step of a process (WFL-09, WFL-10).', {
  START: 'An instance begins here; exactly one.',
  END: 'A token ends here.',
  HUMAN: 'A person does it: a task in a work list.',
  AUTOMATIC: 'A handler of the system does it.',
  EXTERNAL: 'An outside system does it.',
  SUBPROCESS: 'Another process does it (WFL-04).',
  GATEWAY: 'Tokens split or join; nothing is done.',
  TIMER: 'The token waits for a moment.',
});

export enum ProcessJoinKind {
  ANY = 'ANY',
  ALL = 'ALL',
}
describeEnum(ProcessJoinKind, 'ProcessJoinKind', 'When a step begins into which several flows lead (WFL-13).', {
  ANY: 'When one has brought a token; those of parallel branches that come later end there.',
  ALL: 'When all that can still come have come.',
});

export enum ProcessSplitKind {
  EXCLUSIVE = 'EXCLUSIVE',
  PARALLEL = 'PARALLEL',
}
describeEnum(
  ProcessSplitKind,
  'ProcessSplitKind',
  'Which of several flows out of a step get a token (WFL-11, WFL-13).',
  {
    EXCLUSIVE: 'The first whose condition holds, else the default.',
    PARALLEL: 'All whose condition holds, else the default.',
  },
);

export enum ProcessFlowKind {
  SEQUENCE = 'SEQUENCE',
  BRANCH = 'BRANCH',
  JUMP = 'JUMP',
}
describeEnum(ProcessFlowKind, 'ProcessFlowKind', 'Kind of a flow, for those who draw processes (WFL-11).', {
  SEQUENCE: 'The usual next step.',
  BRANCH: 'One of several.',
  JUMP: 'To a step elsewhere, such as one that was passed already.',
});

export enum ProcessOperatorKind {
  POSITION = 'POSITION',
  ROLE = 'ROLE',
  ORGANIZATION = 'ORGANIZATION',
  EMPLOYEE = 'EMPLOYEE',
}
describeEnum(ProcessOperatorKind, 'ProcessOperatorKind', 'What the operator of a step is (WFL-15).', {
  POSITION: 'Whoever holds the position.',
  ROLE: 'Whoever holds a position with the role.',
  ORGANIZATION: 'Whoever works in the unit or below it.',
  EMPLOYEE: 'One person.',
});

export enum ProcessValueType {
  NUMBER = 'NUMBER',
  STRING = 'STRING',
  BOOLEAN = 'BOOLEAN',
  DATE = 'DATE',
  DATE_TIME = 'DATE_TIME',
  DURATION = 'DURATION',
  LIST = 'LIST',
  CONTEXT = 'CONTEXT',
  ANY = 'ANY',
}
describeEnum(ProcessValueType, 'ProcessValueType', 'Type of a value in FEEL, as rules see it (WFL-12).', {
  NUMBER: 'A number.',
  STRING: 'A text.',
  BOOLEAN: 'True or false.',
  DATE: 'A day.',
  DATE_TIME: 'A moment.',
  DURATION: 'A span of time.',
  LIST: 'A list.',
  CONTEXT: 'Values by name.',
  ANY: 'Any of them.',
});

export enum ProcessParameterUse {
  VARIABLE = 'VARIABLE',
  INPUT = 'INPUT',
  OUTPUT = 'OUTPUT',
}
describeEnum(ProcessParameterUse, 'ProcessParameterUse', 'What a parameter is for.', {
  VARIABLE: 'Every instance has it.',
  INPUT: 'Goes into a step.',
  OUTPUT: 'Comes out of a step and becomes a variable.',
});

export enum ExternalSystemClass {
  REMOTE = 'REMOTE',
  SAME_LEVEL = 'SAME_LEVEL',
  ENTERPRISE = 'ENTERPRISE',
  OUTSIDE = 'OUTSIDE',
}
describeEnum(ExternalSystemClass, 'ExternalSystemClass', 'Where an outside system stands (WFL-10).', {
  REMOTE: 'CRM of the group or of another province.',
  SAME_LEVEL: 'OSS, billing and the like of the same company.',
  ENTERPRISE: 'The integration platform.',
  OUTSIDE: 'Of another operator.',
});

export enum ApprovalResult {
  PENDING = 'PENDING',
  PASSED = 'PASSED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
describeEnum(ApprovalResult, 'ApprovalResult', 'What an approver has said.', {
  PENDING: 'Nothing yet.',
  PASSED: 'Agreed.',
  REJECTED: 'Gave it back.',
  WITHDRAWN: 'Not asked any more: another approver gave it back.',
});

export enum ProcessWorkKind {
  ORDER = 'ORDER',
  SERVICE_ORDER = 'SERVICE_ORDER',
  WORK_ORDER = 'WORK_ORDER',
  SUPERVISION_ORDER = 'SUPERVISION_ORDER',
  COLLABORATION_ORDER = 'COLLABORATION_ORDER',
}
describeEnum(ProcessWorkKind, 'ProcessWorkKind', 'What kind of work a process is; all are dispatched alike (WFL-71).', {
  ORDER: "A customer's order (订单).",
  SERVICE_ORDER: 'What an order asks of one service (服务定单).',
  WORK_ORDER: 'Work for a position (工单).',
  SUPERVISION_ORDER: 'A directive, such as of the quality inspection, to other units (督办单).',
  COLLABORATION_ORDER: 'A free request of one unit to another (协作单).',
});

export enum ProcessAlarmLevel {
  INFO = 'INFO',
  MINOR = 'MINOR',
  MAJOR = 'MAJOR',
  CRITICAL = 'CRITICAL',
}
describeEnum(ProcessAlarmLevel, 'ProcessAlarmLevel', 'How bad it is, as TMF642 grades it.', {
  INFO: 'To be known.',
  MINOR: 'To be looked after soon.',
  MAJOR: 'To be looked after at once.',
  CRITICAL: 'Everything else waits.',
});

export enum ProcessAlarmAction {
  NOTIFY = 'NOTIFY',
  ESCALATE = 'ESCALATE',
  MOVE = 'MOVE',
}
describeEnum(ProcessAlarmAction, 'ProcessAlarmAction', 'What an alarm does (WFL-19, WFL-20).', {
  NOTIFY: 'Tells its recipient.',
  ESCALATE: 'Tells its recipient, and puts the task into their work list too, whoever has it.',
  MOVE: 'Tells its recipient, takes the work of the step back, and goes on at another step; of a step only.',
});

export enum ProcessMeetingWhen {
  ENTER = 'ENTER',
  LEAVE = 'LEAVE',
}
describeEnum(ProcessMeetingWhen, 'ProcessMeetingWhen', 'How a step waits for another process (WFL-22, WFL-49).', {
  ENTER: 'It begins when the others have arrived at their step.',
  LEAVE: 'It is left when the others have done their step.',
});
