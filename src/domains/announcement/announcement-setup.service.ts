import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Employee, managedUnit } from '../organisation/index.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementRight } from './announcement-right.js';
import { AnnouncementTemplate } from './announcement-template.js';
import type {
  AnnouncementCategorySaveInput,
  AnnouncementRightGrantInput,
  AnnouncementTemplateSaveInput,
} from './announcement.inputs.js';
import { fieldsOf } from './fill-template.js';

/** What is known by its code is saved by one at a time: who is second changes what the first made. */
const alone = (tx: Transaction, what: string) =>
  tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [what]);

/** Makes or changes a category (OPS-34). */
export function saveCategory(
  context: CallContext,
  input: AnnouncementCategorySaveInput,
): Promise<AnnouncementCategory> {
  return context.database.write(context, async (tx) => {
    const { code, name } = input;
    await alone(tx, `announcement.category ${code}`);
    const category =
      (await tx.em.findOne(AnnouncementCategory, { code })) ??
      tx.add(Object.assign(new AnnouncementCategory(), { code }));
    Object.assign(category, { name, active: input.active ?? true });
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.category.saved', subject: category, data: { code } });
    return category;
  });
}

/** Makes or changes a template (OPS-32). */
export function saveTemplate(
  context: CallContext,
  input: AnnouncementTemplateSaveInput,
): Promise<AnnouncementTemplate> {
  return context.database.write(context, async (tx) => {
    const { code, name, title, body } = input;
    const category = await tx.get(AnnouncementCategory, input.categoryId, ['input', 'categoryId'], { lock: false });
    await alone(tx, `announcement.template ${code}`);
    const template =
      (await tx.em.findOne(AnnouncementTemplate, { code })) ??
      tx.add(Object.assign(new AnnouncementTemplate(), { code }));
    Object.assign(template, { name, title, body, category, active: input.active ?? true });
    template.fields = fieldsOf(`${title} ${body}`);
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.template.saved', subject: template, data: { code } });
    return template;
  });
}

/** Grants the right to publish, or takes it away (OPS-34). */
export function grantRight(context: CallContext, input: AnnouncementRightGrantInput): Promise<AnnouncementRight> {
  return context.database.write(context, async (tx) => {
    const at = ['input', input.employeeId ? 'employeeId' : 'organizationId'];
    if (!input.employeeId && !input.organizationId) refuse('REQUIRED', 'Who gets the right?', at);
    const employee = input.employeeId ? await tx.get(Employee, input.employeeId, at) : null;
    const unitId = employee ? tx.idOf(employee.organization) : input.organizationId!;
    const organization = await managedUnit(tx, unitId, at);
    const where = employee ? { employee: employee.id } : { organization: organization.id, employee: null };
    const known = await tx.em.findOne(AnnouncementRight, where);
    if (input.revoke && !known) return refuse('NOT_FOUND', 'There is no such right.', at);
    const granted = { organization, employee, grantedBy: tx.caller.subject };
    const right = known ?? tx.add(Object.assign(new AnnouncementRight(), granted));
    const data = { granted: !input.revoke };
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.right.changed', subject: right, data });
    if (input.revoke) tx.em.remove(right);
    return right;
  });
}
