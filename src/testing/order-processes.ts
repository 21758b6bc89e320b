import type pg from 'pg';

/** Where the standard process of an order stands in each state of it. */
const STANDS: Readonly<Record<string, string>> = {
  WAITING_CONFLICT: 'turn',
  PENDING_REVIEW: 'check review',
  APPROVED: 'decompose',
  IN_PROVISIONING: 'fulfil',
  EXCEPTION: 'correct notify cancel wait',
  WAITING_INSTALL: 'wait',
  CANCEL_PENDING: 'fulfil correct',
  DEFERRED: 'fulfil correct notify wait',
  COMPLETED: '',
  CANCELLED: '',
};

/** Where the task about a service order stands in each state of it; null when it has none that is open. */
const TASK: Readonly<Record<string, readonly (string | null)[]>> = {
  CREATED: ['PENDING'],
  REOPENED: ['PENDING'],
  DISPATCHED: ['SENT'],
  IN_PROGRESS: ['ACKNOWLEDGED'],
  RETURNED: ['FAILED'],
  DEFERRED: ['PENDING', 'FAILED'],
  WAITING_INSTALL: ['FAILED'],
  CANCEL_PENDING: ['SENT', 'ACKNOWLEDGED'],
  COMPLETED: [null],
  CANCELLED: [null],
};

const STATES: Readonly<Record<string, readonly string[]>> = {
  COMPLETED: ['COMPLETED'],
  CANCELLED: ['TERMINATED'],
  DEFERRED: ['SUSPENDED'],
};

const ORDERS = `
  select "o"."order_no" as "no", "o"."status", "i"."status" as "process",
    array(select "k"."step" from "process_token" "k" where "k"."instance_id" = "i"."id"
      and "k"."status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')) as "steps"
  from "customer_order" "o" left join "process_instance" "i" on "i"."id" = "o"."process_instance_id"`;

const TASKS = `
  select "s"."service_order_no" as "no", "s"."status", "t"."status" as "task", count(*) over (partition by "s"."id")::int as "tasks"
  from "service_order" "s" join "customer_order" "o" on "o"."id" = "s"."order_id" and "o"."process_instance_id" is not null
  left join "process_task" "t" on "t"."about_key" = "s"."id" and "t"."status" not in ('RETURNED', 'RECALLED')`;

/** What orders and service orders say that their processes and tasks do not; empty when they agree, as they do at every moment (WFL-67). */
export async function disagreements(pool: pg.Pool): Promise<string[]> {
  const orders = await pool.query<{ no: string; status: string; process: string | null; steps: string[] }>(ORDERS);
  const tasks = await pool.query<{ no: string; status: string; task: string | null; tasks: number }>(TASKS);
  return [
    ...orders.rows
      .filter(({ status, process, steps }) => {
        const states = STATES[status] ?? ['RUNNING'];
        const [step = '', ...others] = steps;
        return !process || !states.includes(process) || others.length > 0 || !STANDS[status]!.split(' ').includes(step);
      })
      .map(({ no, status, process, steps }) => `${no} is ${status}, its process ${process} at ${steps.join()}`),
    ...tasks.rows
      .filter(({ status, task, tasks: count }) => count > 1 || !TASK[status]!.includes(task))
      .map(({ no, status, task }) => `${no} is ${status}, its task ${task}`),
  ];
}
