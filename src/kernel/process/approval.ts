import type { Transaction } from '../database/transaction.js';
import type { InputPath } from '../errors/index.js';
import type { Class, Node } from '../model/index.js';

/** What is to be approved. */
export interface ApprovalRequest {
  /** Kind, such as `OFFERING`; a domain says with {@link onVerdict} what follows from its verdicts. */
  kind: string;
  /** The object; it is locked by the caller, or new. */
  subject: Node;
  /** What it is about, for people. */
  title: string;
  /** Why it is wanted. */
  reason?: string | null;
  /** What changes, by name; null when the whole object is new. */
  changes?: Record<string, unknown> | null;
  /** What the domain needs when it is approved and nobody reads meanwhile. */
  held?: Record<string, unknown> | null;
  /** Key of the region whose staff decide; null for the whole operator. */
  regionId?: string | null;
  /** Who asks; the caller when not said. */
  askedBy?: string;
  /** Staff number of the one who decides at the first step, in place of those whom the process names. */
  decider?: string;
  /** Values for applicability rules and conditions of the process, such as an `amount`. */
  variables?: Readonly<Record<string, unknown>>;
  /** Where the refusals point to. */
  path?: InputPath;
}

/** What was decided. */
export interface Verdict<Subject extends Node = Node> {
  approvalNo: string;
  subject: Subject;
  /** WITHDRAWN: nobody decided, and nobody will. */
  result: 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
  askedBy: string;
  decidedBy: string;
  remark: string | null;
  /** What the request said changes. */
  changes: Readonly<Record<string, unknown>> | null;
  /** What the request gave to be held. */
  held: Readonly<Record<string, unknown>> | null;
}

/** A kind of approval. */
export interface ApprovalKind<Subject extends Node = Node> {
  subject: Class<Subject>;
  /**
   * Refuses those whom the domain does not let decide on an object. With it, whoever is admitted may decide where the standard process
   * is used, whether they hold its role or not; a process of the operator's own says itself who does.
   */
  admit?: (tx: Transaction, subject: Subject, path: InputPath) => Promise<void>;
  /**
   * The standard process asks another for their decision: refuses an employee who may not decide, by their key, and notes that they are
   * asked now.
   */
  handedTo?: (tx: Transaction, subject: Subject, employee: string, path: InputPath) => Promise<void>;
  /** Locks what is changed besides, before the subject. */
  lock?: (tx: Transaction, subjectId: string) => Promise<void>;
  /**
   * Of a kind whose subject is approved as it stands, while others may still change it: keys of what is approved along with it. Whoever wrote
   * any of it approves it at no step, and what was changed since somebody approved it at a step is approved at no later one.
   */
  asItStands?: (tx: Transaction, subject: Subject) => Promise<readonly string[]>;
  /** What follows, in the transaction of the decision; what it refuses leaves everything undecided. */
  decided: (tx: Transaction, verdict: Verdict<Subject>) => Promise<void>;
}

/** A decision on an object. */
export interface ApprovalDecision extends ApprovalRequest {
  approved: boolean;
  remark?: string | null;
}

/** What keeps approvals; the approval domain provides it. */
export interface ApprovalDesk {
  ask: (tx: Transaction, request: ApprovalRequest, keepOpen: boolean) => Promise<void>;
  decide: (tx: Transaction, decision: ApprovalDecision) => Promise<void>;
  withdraw: (tx: Transaction, kind: string, subject: Node, reason: string | null) => Promise<boolean>;
}

let desk: ApprovalDesk | undefined;
const kinds = new Map<string, ApprovalKind>();

/** Connects what keeps approvals. */
export function provideApprovals(provided: ApprovalDesk): void {
  desk = provided;
}

function open(): ApprovalDesk {
  if (!desk) throw new Error('Nothing here keeps approvals: the approval domain is not loaded.');
  return desk;
}

/**
 * Asks for the approval of an object: starts the process that applies to the kind, in the transaction of the caller. Refused with
 * APPROVAL_PENDING when one of the same kind is open for the object.
 */
export const askApproval = (tx: Transaction, request: ApprovalRequest): Promise<void> => open().ask(tx, request, false);

/**
 * Like {@link askApproval}, but an open one stays. Of what is approved as it stands, and has changed now, one at which somebody has decided at
 * a step is taken back and asked for anew.
 */
export const keepAsking = (tx: Transaction, request: ApprovalRequest): Promise<void> => open().ask(tx, request, true);

/**
 * Decides in the name of the caller at the step at which the process stands; when that was the last one, the verdict takes effect at once.
 * Without an open approval one is asked for first. Refused with OWN_WORK when the caller asked for it, NOT_YOURS when others decide here.
 */
export const decideApproval = (tx: Transaction, decision: ApprovalDecision): Promise<void> =>
  open().decide(tx, decision);

/** Takes back what was asked for, and ends its process. @returns whether there was anything */
export const withdrawApproval = (
  tx: Transaction,
  kind: string,
  subject: Node,
  reason: string | null,
): Promise<boolean> => open().withdraw(tx, kind, subject, reason);

/** Says what a domain does with verdicts of a kind. */
export function onVerdict<Subject extends Node>(kind: string, what: ApprovalKind<Subject>): void {
  if (kinds.has(kind)) throw new Error(`Two domains take verdicts of the kind ${kind}.`);
  kinds.set(kind, what as unknown as ApprovalKind);
}

/** The kind of this name. */
export function approvalKind(kind: string): ApprovalKind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`There is no kind of approval ${kind}.`);
  return found;
}
