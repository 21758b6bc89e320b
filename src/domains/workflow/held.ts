import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Course, LIVE, type StepDefinition, taskRule, type Token } from '../../kernel/process/index.js';
import type { ProcessStepKind } from '../process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';
import type { ExceptionHandling } from './monitor.enums.js';
import { compiledVersion } from './versions.js';
import type { ProcessTokenStatus } from './workflow.enums.js';

/** An instance whose row a transaction holds, and its course. Nobody else moves it until the transaction ends. */
export interface Held {
  tx: Transaction;
  instance: ProcessInstance;
  course: Course;
  /** Rows of tokens by key. */
  rows: Map<string, ProcessToken>;
  /** Visits about which there were alarms and which have ended. */
  calmed: string[];
  /** How a dispatcher, or an outside system, lets it go on that could not. */
  handling?: ExceptionHandling;
}

/** Locks an instance by its key, whoever calls: who may do what was asked before. */
export async function lockInstance(tx: Transaction, id: string): Promise<ProcessInstance> {
  await tx.em.flush();
  return tx.em.findOneOrFail(ProcessInstance, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Locks an instance, and before it what the object's domain says that its course will change: whoever moves a process locks in this order. */
export async function lockWithObject(tx: Transaction, id: string): Promise<ProcessInstance> {
  const { objectType, objectId } = await objectOf(tx, id);
  const rule = taskRule(objectType);
  if (rule && objectId) await rule.lock(tx, objectId);
  return lockInstance(tx, id);
}

/** What an instance is about; that never changes. */
interface ProcessObject {
  objectType: string | null;
  /** Opaque id. */
  objectId: string | null;
}

/** Objects that are kept at hand: an instance is moved many times in a short while. */
const MAX_OBJECTS = 10_000;
const objects = new Map<string, ProcessObject>();

async function objectOf(tx: Transaction, id: string): Promise<ProcessObject> {
  const known = objects.get(id);
  if (known) return known;
  const sql = `select "object_type" "objectType", "object_id" "objectId" from "process_instance" where "id" = ?`;
  const [found] = await tx.em.execute<ProcessObject[]>(sql, [id]);
  if (!found) throw new Error(`There is no process instance ${id}.`);
  if (objects.size >= MAX_OBJECTS) objects.delete(objects.keys().next().value!);
  objects.set(id, found);
  return found;
}

/** Takes the course of a locked instance up. @param all also tokens that have moved on, for roll-back */
export async function hold(tx: Transaction, instance: ProcessInstance, all = false): Promise<Held> {
  const where = all ? {} : { status: { $in: [...LIVE] as never[] } };
  const rows = await tx.em.find(
    ProcessToken,
    { instance: instance.id, ...where },
    { orderBy: { seq: 'asc' }, refresh: true },
  );
  return holdRows(tx, instance, rows);
}

/** An instance that has not begun, locked or new: it has no tokens to be read. */
export const holdNew = (tx: Transaction, instance: ProcessInstance): Promise<Held> => holdRows(tx, instance, []);

/** Takes the course of an instance up whose live tokens are at hand. */
export async function holdRows(tx: Transaction, instance: ProcessInstance, rows: ProcessToken[]): Promise<Held> {
  const process = await compiledVersion(tx.em, instance.version!.id);
  const { seq, variables, passed, objectType, objectId, handlingGrade } = instance;
  const tokens = rows as unknown as Token[];
  const state = { seq, variables, passed: { ...passed }, tokens };
  const course = new Course(process, state, { objectType, objectId, handlingGrade });
  return { tx, instance, course, rows: new Map(rows.map((row) => [row.id, row])), calmed: [] };
}

/** The rows at which a course stands, in their order. */
export const liveRows = (held: Held): ProcessToken[] => held.course.live.map((token) => rowOf(held, token));

/** The row of a token, made when it is new. */
export function rowOf({ tx, instance, course, rows }: Held, token: Token): ProcessToken {
  const known = rows.get(token.id);
  if (known) return known;
  const kind = course.stepOf(token).kind as ProcessStepKind;
  const { status, ...rest } = token;
  const row = Object.assign(new ProcessToken(), rest, { instance, kind, enteredAt: tx.at, createdAt: tx.at });
  row.status = status as ProcessTokenStatus;
  rows.set(row.id, tx.add(row));
  return row;
}

/** The steps of an instance by code, for those who need its words. */
export const stepAt = ({ course }: Held, token: Pick<Token, 'step'>): StepDefinition =>
  course.process.steps.get(token.step)!;

/** Writes what the course has changed into the rows; they reach the tables with the rest of the transaction. */
export function writeCourse(held: Held): void {
  const { course, instance, tx } = held;
  for (const token of course.changed) {
    const row = rowOf(held, token);
    const { status, seq, leftSeq, outputs } = token;
    Object.assign(row, { status: status as ProcessTokenStatus, seq, leftSeq, outputs });
    row.leftAt = leftSeq === null ? null : (row.leftAt ?? tx.at);
    if (row.alarmed && row.leftAt) {
      row.alarmed = false;
      held.calmed.push(row.id);
    }
  }
  course.changed.clear();
  instance.seq = course.seq;
  instance.variables = course.variables;
  instance.passed = { ...course.passed };
}
