import type { CallContext } from '../../kernel/database/context.js';
import { refusingUnder } from './refusing-under.js';
import type { ServiceOrderReportInput } from './intervention.inputs.js';
import { reportServiceOrderProgress } from './report-progress.js';
import { ServiceOrder } from './service-order.js';

/** Takes a report of the system that provisions, as it comes through the graph (ORD-162, WFL-73). */
export async function takeSystemReport(
  context: CallContext,
  { activity, cause, reason, at, ...report }: ServiceOrderReportInput,
): Promise<{ serviceOrder: ServiceOrder; applied: boolean }> {
  const { applied } = await refusingUnder('input', () =>
    reportServiceOrderProgress(context, {
      ...{ ...report, at: new Date(at) },
      ...(cause ? { cause } : {}),
      ...(reason ? { reason } : {}),
      ...(activity ? { activity: { ...activity, dueAt: activity.dueAt ? new Date(activity.dueAt) : null } } : {}),
    }),
  );
  const serviceOrder = await context.database.orm.em
    .fork()
    .findOneOrFail(ServiceOrder, { serviceOrderNo: report.serviceOrderNo });
  return { serviceOrder, applied };
}
