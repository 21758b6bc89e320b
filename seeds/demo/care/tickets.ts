import {
  BillDispute,
  ComplaintTicket,
  complaintLifecycle,
  DispatchItem,
  DispatchRole,
  DispatchStatus,
  disputeLifecycle,
  FaultLevel,
  faultLifecycle,
  FaultTicket,
  judge,
  ReplyMode,
  Satisfaction,
  Suggestion,
  suggestionLifecycle,
  type TicketAction,
  TicketChannel,
  TicketKind,
  TicketOrigin,
  TicketSeverity,
} from '../../../src/domains/trouble/index.js';
import type { Lifecycle } from '../../../src/kernel/lifecycle/lifecycle.js';
import type { Node } from '../../../src/kernel/model/noun.js';
import type { Class } from '../../../src/kernel/model/registry.js';
import type { Step } from '../../bulk/chronicle.js';
import type { Row } from '../../bulk/table.js';
import type { Who } from '../customer/party.js';
import type { HeldInstance } from '../holdings/holding.js';
import type { Clerk } from '../staff.js';
import type { Story } from '../story.js';
import { ownFields } from './ticket-fields.js';
import { contents, pathOf } from './ticket-paths.js';

/** What a ticket is about. */
export interface TicketSubject {
  who: Who;
  account: string;
  instances: readonly HeldInstance[];
  /** Earliest moment at which it may have been reported. */
  from: Date;
}

interface Made {
  id: string;
  noun: Class;
  acceptedAt: Date;
}

const DAY = 86_400_000;
const ARCHIVE_AFTER = 30 * DAY;
const prefixes: Record<TicketKind, string> = { FAULT: 'F', COMPLAINT: 'C', SUGGESTION: 'S', BILL_DISPUTE: 'B' };
const kinds = [
  [TicketKind.FAULT, 13],
  [TicketKind.COMPLAINT, 5],
  [TicketKind.SUGGESTION, 1],
  [TicketKind.BILL_DISPUTE, 1],
] as const;

type AnyLifecycle = Lifecycle<Node, string, TicketAction>;
const nouns: Record<TicketKind, { noun: Class<Node>; lifecycle: AnyLifecycle }> = {
  FAULT: { noun: FaultTicket, lifecycle: faultLifecycle as never },
  COMPLAINT: { noun: ComplaintTicket, lifecycle: complaintLifecycle as never },
  SUGGESTION: { noun: Suggestion, lifecycle: suggestionLifecycle as never },
  BILL_DISPUTE: { noun: BillDispute, lifecycle: disputeLifecycle as never },
};

/** Writes a ticket of the customer with its dispatch and history. */
export function addTicket(story: Story, number: number, subject: TicketSubject): Made {
  const { random, population, customerId, region } = story;
  const { who } = subject;
  const kind = random.weighted(kinds);
  const { noun, lifecycle } = nouns[kind];
  const open = random.chance(0.12);
  const acceptedAt = reportTime(story, subject.from, open);
  const instance =
    kind === TicketKind.FAULT || random.chance(0.4)
      ? subject.instances.find(({ activatedAt }) => activatedAt && activatedAt <= acceptedAt)
      : undefined;
  const category = random.pick(
    population.reference.categories.filter(({ ticketKind }) => (ticketKind as string) === kind),
  );
  const severity = random.weighted([
    [TicketSeverity.MINOR, 6],
    [TicketSeverity.MAJOR, 3],
    [TicketSeverity.CRITICAL, 1],
  ] as const);
  const level =
    severity === TicketSeverity.CRITICAL && (who.customerType === 'BIG' || who.serviceLevel === 'DIAMOND')
      ? FaultLevel.FIRST
      : FaultLevel.SECOND;
  const majorEvent = kind === TicketKind.COMPLAINT && random.chance(0.02);
  const ruled = {
    ticketKind: kind,
    severity,
    customerLevel: who.serviceLevel,
    customerType: who.customerType,
    faultLevel: kind === TicketKind.FAULT ? level : null,
    majorEvent,
  };
  const { dueAt, priority } = judge(population.reference.ticketRules, ruled, acceptedAt);
  const agent = random.pick(population.staff.agents);
  const id = story.id(noun);
  const ticketNo = `${prefixes[kind]}-${story.serial}-${number + 1}`;

  const steps = tell(story, pathOf(random, kind, open), acceptedAt, agent);
  const begun = story.by(agent.actor, acceptedAt, {
    data: { ticketNo, priority, dueAt: dueAt?.toISOString() ?? null },
  });
  const status = story.chronicle.life(lifecycle, noun, id, begun, steps);
  const when = (action: TicketAction) => steps.findLast((step) => step.action === action)?.at ?? null;
  const resolvedAt = when('resolve') ?? when('noFault') ?? when('evaluate') ?? when('chargeRight');
  const closedAt = when('close') ?? when('cancel');
  const dispatchedAt = when('dispatch');
  const judgedAt = (resolvedAt ?? closedAt ?? population.anchor).getTime();

  const row = {
    id,
    createdAt: acceptedAt,
    ticketNo,
    customer: customerId,
    customerLevel: who.serviceLevel,
    productInstance: instance?.id ?? null,
    account: kind === TicketKind.BILL_DISPUTE ? subject.account : null,
    region: region.id,
    category: category.id,
    status,
    priority,
    severity,
    origin: TicketOrigin.CUSTOMER,
    channel: random.weighted([
      [TicketChannel.HOTLINE, 7],
      [TicketChannel.PORTAL, 3],
      [TicketChannel.BUSINESS_HALL, 2],
      [TicketChannel.ACCOUNT_MANAGER, who.business ? 3 : 0],
    ] as const),
    acceptedAt,
    acceptedBy: agent.id,
    content: random.pick(contents[category.code] ?? contents[kind]!),
    contactName: who.signatory,
    contactPhone: who.mobile,
    replyMode: ReplyMode.PHONE,
    serviceNumber: instance?.accessNumber ?? null,
    dueAt,
    resolvedAt,
    resolution: resolvedAt
      ? random.pick([
          '已上门处理，业务恢复正常。',
          '更换光猫后恢复。',
          '已向客户解释并取得谅解。',
          '调整数据配置后恢复。',
        ])
      : null,
    closedAt,
    repeatCount: 0,
    assignedOrganization: dispatchedAt && kind !== TicketKind.FAULT ? region.organizationId : null,
    escalationLevel: 0,
    satisfaction: when('close')
      ? random.weighted([
          [Satisfaction.VERY_SATISFIED, 3],
          [Satisfaction.SATISFIED, 6],
          [Satisfaction.NEUTRAL, 1],
        ] as const)
      : null,
    unsatisfiedVisits: 0,
    alarmLevel: dueAt ? alarmLevel(acceptedAt.getTime(), dueAt.getTime(), judgedAt) : 0,
    ...ownFields(story, kind, { acceptedAt, level, majorEvent, when }),
  };
  story.add(noun, row as unknown as Row<Node>);
  if (dispatchedAt)
    addDispatch(
      story,
      id,
      kind,
      dispatchedAt,
      dueAt,
      when('repair') ?? when('returnPlan') ?? when('evaluate'),
      when('cancel'),
    );
  return { id, noun, acceptedAt };
}

function reportTime({ random, population }: Story, from: Date, open: boolean): Date {
  const { anchor } = population;
  const span = anchor.getTime() - from.getTime();
  const age = open ? Math.min(span, random.next() * 5 * DAY) : random.next() * span;
  return new Date(anchor.getTime() - age);
}

/** Gives each step its time and who took it; an archived ticket has been closed for a month. */
function tell(
  { random, population }: Story,
  path: readonly TicketAction[],
  acceptedAt: Date,
  agent: Clerk,
): Step<TicketAction>[] {
  const { anchor, staff } = population;
  const dispatcher = random.pick(staff.dispatchers);
  const left = anchor.getTime() - acceptedAt.getTime();
  const pace = Math.min(random.int(2, 20) * 3_600_000, left / (path.length + 1));
  const steps: Step<TicketAction>[] = [];
  let at = acceptedAt.getTime();
  for (const action of path) {
    if (action === 'classify') steps.push({ action, at: new Date(at), actor: agent.actor });
    else if (action === 'archive') {
      at += ARCHIVE_AFTER;
      if (at <= anchor.getTime())
        steps.push({
          action,
          at: new Date(at),
          actor: { subject: 'trouble.archive', name: 'trouble.archive', kind: 'SYSTEM' },
        });
    } else {
      at += pace * (0.3 + 0.7 * random.next());
      const actor = ['answer', 'close', 'agree', 'refuse', 'cancel', 'askConsent'].includes(action)
        ? agent.actor
        : dispatcher.actor;
      steps.push({ action, at: new Date(at), actor, ...(action === 'cancel' ? { reason: '客户撤销' } : {}) });
    }
  }
  return steps;
}

function alarmLevel(accepted: number, due: number, until: number): number {
  if (until >= due) return 2;
  return until >= accepted + (due - accepted) * 0.8 ? 1 : 0;
}

function addDispatch(
  story: Story,
  ticket: string,
  kind: TicketKind,
  sentAt: Date,
  dueAt: Date | null,
  returnedAt: Date | null,
  cancelledAt: Date | null,
): void {
  const back = returnedAt && returnedAt >= sentAt ? returnedAt : null;
  story.add(DispatchItem, {
    createdAt: sentAt,
    ticket,
    role: DispatchRole.MAIN,
    organization: kind === TicketKind.FAULT ? null : story.region.organizationId,
    status: back ? DispatchStatus.RETURNED : cancelledAt ? DispatchStatus.WITHDRAWN : DispatchStatus.SENT,
    instruction: '请尽快处理并回单',
    sentAt,
    dueAt,
    returnedAt: back,
    receipt: back ? '已处理完毕' : null,
  });
}
