import { automatic, hours, person, ProcessOperatorKind, type StandardProcess, words } from '../process/index.js';

/** A step whose work is done on the ticket; holders of the role see it in their work lists. */
const onTicket = (code: string, name: string, handler: string, role: string | null, minutes?: number) =>
  automatic(code, name, handler, {
    outputs: [words('status', 'State of the ticket when the work was done.')],
    // A large customer's fault is worked on around the clock.
    ...(minutes ? { timeLimits: [{ minutes, workingTime: false }] } : {}),
    ...(role ? { operator: { kind: ProcessOperatorKind.ROLE, code: role } } : {}),
  });

/** Name of the step handler with which every process of a ticket ends. */
export const CLOSE = 'ticket.close';

/** Ways of a process that goes on after its ticket is closed. */
const withoutEnd = ({ 'close > end': _end, ...ways }: NonNullable<StandardProcess['ways']>) => ways;

/** Ways from the answer to the customer on; a ticket that is opened again goes back to the step that begins its handling. */
const answering = (beginning: string): NonNullable<StandardProcess['ways']> => ({
  [`revisit > ${beginning}`]: 'status = "CLASSIFIED"',
  'revisit > close': null,
  [`close > ${beginning}`]: 'status = "CLASSIFIED"',
  'close > revisit': 'status = "ANSWERING"',
  'close > end': null,
});

/** How a fault goes from step to step, by the state of its ticket. */
const faultWays: NonNullable<StandardProcess['ways']> = {
  'accept > repair': 'status = "IN_PROCESS"',
  'accept > revisit': 'status = "DUPLICATE_LINKED"',
  'accept > confirm': null,
  'confirm > revisit': 'status = "RESOLVED"',
  'confirm > test': 'status = "REPAIRED"',
  'confirm > repair': null,
  ...answering('confirm'),
};

/**
 * How tickets are handled while an operator has published nothing else for them (TRB-16 to TRB-56, TRB-68), faults of large customers by
 * their level, with limits at each step (WFL-86, WFL-87); all others have the time limits of the tickets. An operator's own process has
 * the same kinds of steps, in which the work on the ticket is done, and between them whatever else is to be done; a step whose work the
 * ticket does not need, or not any more, is passed at once. The flows choose by `status`.
 */
export const ticketProcesses: readonly StandardProcess[] = [
  {
    code: 'FAULT_HANDLING',
    name: '故障处理',
    ...{ functionalDomain: 'trouble', objectType: 'FaultTicket' },
    steps: [
      onTicket('accept', '故障受理', 'ticket.accept', null),
      onTicket('confirm', '预检与派单', 'fault.confirm', 'FAULT_DISPATCHER'),
      onTicket('repair', '故障修复', 'fault.repair', 'FAULT_DISPATCHER'),
      onTicket('test', '测试确认', 'fault.test', 'FAULT_DISPATCHER'),
      onTicket('revisit', '答复与回访', 'ticket.revisit', 'CALL_AGENT'),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
    ],
    ways: faultWays,
  },
  {
    code: 'FAULT_LEVEL_1',
    name: '大客户一级故障处理',
    ...{ functionalDomain: 'trouble', objectType: 'FaultTicket', limit: hours(4) },
    applicability: 'handlingGrade = "LEVEL_1"',
    steps: [
      onTicket('accept', '故障受理', 'ticket.accept', null),
      onTicket('confirm', '立即派单', 'fault.confirm', 'FAULT_DISPATCHER', 15),
      // The network side tells every hour how far it is: an hour without an end of the step raises its alarm.
      onTicket('repair', '故障修复', 'fault.repair', 'FAULT_DISPATCHER', 60),
      onTicket('test', '测试确认', 'fault.test', 'FAULT_DISPATCHER', 30),
      onTicket('revisit', '客户确认', 'ticket.revisit', 'CALL_AGENT', 30),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
      person('report', '故障报告', 'FAULT_DISPATCHER', hours(8), {
        outputs: [words('report', 'What happened, and what keeps it from happening again.', true)],
      }),
    ],
    ways: { ...withoutEnd(faultWays), 'close > report': null },
  },
  {
    code: 'FAULT_LEVEL_2',
    name: '大客户二级故障处理',
    ...{ functionalDomain: 'trouble', objectType: 'FaultTicket', limit: hours(24) },
    applicability: 'handlingGrade = "LEVEL_2" and variables.customerType = "BIG"',
    steps: [
      onTicket('accept', '故障受理', 'ticket.accept', null),
      onTicket('confirm', '预检与派单', 'fault.confirm', 'FAULT_DISPATCHER', hours(2)),
      onTicket('repair', '故障修复', 'fault.repair', 'FAULT_DISPATCHER', hours(16)),
      onTicket('test', '测试确认', 'fault.test', 'FAULT_DISPATCHER', hours(2)),
      onTicket('revisit', '客户确认', 'ticket.revisit', 'CALL_AGENT', hours(2)),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
    ],
    ways: faultWays,
  },
  {
    code: 'COMPLAINT_HANDLING',
    name: '投诉处理',
    ...{ functionalDomain: 'trouble', objectType: 'ComplaintTicket' },
    steps: [
      onTicket('accept', '投诉受理', 'ticket.accept', null),
      onTicket('dispatch', '投诉派发', 'complaint.dispatch', 'FAULT_DISPATCHER'),
      onTicket('plan', '责任部门处理', 'complaint.plan', 'FAULT_DISPATCHER'),
      onTicket('review', '方案审核', 'complaint.review', 'FAULT_DISPATCHER'),
      onTicket('consent', '征求客户意见', 'complaint.consent', 'CALL_AGENT'),
      onTicket('execute', '方案实施', 'complaint.execute', 'FAULT_DISPATCHER'),
      onTicket('revisit', '答复与回访', 'ticket.revisit', 'CALL_AGENT'),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
    ],
    ways: {
      'accept > revisit': 'status = "DUPLICATE_LINKED"',
      'accept > dispatch': null,
      'review > plan': 'status = "DISPATCHED"',
      'review > consent': null,
      'consent > plan': 'status = "DISPATCHED"',
      'consent > execute': null,
      ...answering('dispatch'),
    },
  },
  {
    code: 'SUGGESTION_HANDLING',
    name: '建议处理',
    ...{ functionalDomain: 'trouble', objectType: 'Suggestion' },
    steps: [
      onTicket('accept', '建议受理', 'ticket.accept', null),
      onTicket('dispatch', '建议转派', 'suggestion.dispatch', 'FAULT_DISPATCHER'),
      onTicket('evaluate', '责任部门评估', 'suggestion.evaluate', 'FAULT_DISPATCHER'),
      onTicket('revisit', '答复客户', 'ticket.revisit', 'CALL_AGENT'),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
    ],
    ways: {
      'accept > revisit': 'status = "DUPLICATE_LINKED"',
      'accept > dispatch': null,
      ...answering('dispatch'),
    },
  },
  {
    code: 'DISPUTE_HANDLING',
    name: '话费争议处理',
    ...{ functionalDomain: 'trouble', objectType: 'BillDispute' },
    steps: [
      onTicket('accept', '争议受理', 'ticket.accept', null),
      onTicket('verify', '计费核查', 'dispute.verify', 'FAULT_DISPATCHER'),
      onTicket('draft', '拟定处理方案', 'dispute.draft', 'FAULT_DISPATCHER'),
      onTicket('approve', '方案审批', 'dispute.approve', null),
      onTicket('consent', '征求客户意见', 'dispute.consent', 'CALL_AGENT'),
      onTicket('execute', '方案实施', 'dispute.execute', 'FAULT_DISPATCHER'),
      onTicket('revisit', '答复与回访', 'ticket.revisit', 'CALL_AGENT'),
      onTicket('close', '结案', CLOSE, 'CALL_AGENT'),
    ],
    ways: {
      'accept > revisit': 'status = "DUPLICATE_LINKED"',
      'accept > verify': null,
      'verify > revisit': 'status = "RESOLVED"',
      'verify > draft': null,
      'approve > draft': 'status = "SOLUTION_DRAFT"',
      'approve > consent': null,
      'consent > draft': 'status = "SOLUTION_DRAFT"',
      'consent > execute': null,
      ...answering('verify'),
    },
  },
];
