import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Document } from '../document/index.js';
import { activeEmployee, callingEmployee, type Employee, Position, VirtualTeam } from '../organisation/index.js';
import { Partner } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { AnnouncementAudience, AnnouncementFile } from './announcement-audience.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementTemplate } from './announcement-template.js';
import { Announcement, AnnouncementStatus } from './announcement.js';
import type { AnnouncementSaveInput } from './announcement.inputs.js';
import { announcementLifecycle } from './announcement.lifecycle.js';
import { fillTemplate } from './fill-template.js';
import { deliver, recall, reopen } from './delivery.js';
import { maintainedAnnouncement, ownAnnouncement } from './maintained.js';

const PATH = ['input', 'announcementId'];
const AUDIENCES = ['organizationIds', 'teamIds', 'employeeIds', 'positionIds', 'partnerIds'] as const;
/** What may stand at an announcement: text and pictures of all kinds (OPS-33). */
const FILES = /^(text|image)\/|^application\/(pdf|rtf|msword|vnd\.)/;

/**
 * Writes an announcement, or maintains an own one, or one of a unit that the caller is responsible for (OPS-32, OPS-33, OPS-35, OPS-36). Who
 * had read another text has not read this one.
 */
export function saveAnnouncement(context: CallContext, input: AnnouncementSaveInput): Promise<Announcement> {
  return context.database.write(context, async (tx) => {
    const known = input.announcementId ? await maintainedAnnouncement(tx, input.announcementId) : null;
    const announcement = known ?? newAnnouncement(await callingEmployee(tx));
    const before = { title: announcement.title, body: announcement.body };
    if (known && known.status !== AnnouncementStatus.DRAFT && known.status !== AnnouncementStatus.PUBLISHED)
      refuse('INVALID_STATE', 'It is over.', PATH, { state: known.status });
    await putText(tx, announcement, input);
    announcement.forwardable = input.forwardable ?? announcement.forwardable;
    if (input.validTo !== undefined) announcement.validTo = input.validTo ? new Date(input.validTo) : null;
    if (input.validTo && announcement.validTo! <= tx.at)
      refuse('IN_THE_PAST', 'This moment is over.', ['input', 'validTo']);
    if (!known) announcementLifecycle.begin(tx, tx.add(announcement));
    if (AUDIENCES.some((audience) => input[audience])) await putAudience(tx, announcement, input);
    if (input.documentIds) await putFiles(tx, announcement, input.documentIds);
    const reworded = announcement.title !== before.title || announcement.body !== before.body;
    if (known?.status === AnnouncementStatus.PUBLISHED && reworded) await reopen(tx, known.id);
    const data = { category: announcement.category.code };
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.saved', subject: announcement, data });
    return announcement;
  });
}

function newAnnouncement(author: Employee): Announcement {
  const own = { author, organization: author.organization, template: null, publishedAt: null, validTo: null };
  return Object.assign(new Announcement(), { ...own, forwardable: false });
}

async function putText(tx: Transaction, announcement: Announcement, input: AnnouncementSaveInput): Promise<void> {
  if (input.templateId) {
    const path = ['input', 'templateId'];
    const template = await tx.get(AnnouncementTemplate, input.templateId, path, { lock: false });
    if (!template.active) refuse('NOT_ACTIVE', 'This template may not be used.', path);
    const category = await tx.em.findOneOrFail(AnnouncementCategory, { id: template.category.id });
    Object.assign(announcement, { template, category, ...fillTemplate(template, input.fields) });
    return;
  }
  announcement.title =
    input.title ?? announcement.title ?? refuse('REQUIRED', 'A title is needed.', ['input', 'title']);
  announcement.body = input.body ?? announcement.body ?? refuse('REQUIRED', 'A text is needed.', ['input', 'body']);
  const path = ['input', 'categoryId'];
  if (input.categoryId) {
    const category = await tx.get(AnnouncementCategory, input.categoryId, path, { lock: false });
    if (!category.active) refuse('NOT_ACTIVE', 'This category may not be used.', path);
    announcement.category = category;
  }
  if (!announcement.category) refuse('REQUIRED', 'A category is needed.', path);
}

async function putAudience(tx: Transaction, announcement: Announcement, input: AnnouncementSaveInput): Promise<void> {
  if (announcement.status !== AnnouncementStatus.DRAFT)
    refuse('INVALID_STATE', 'Its audience has it already.', PATH, { state: announcement.status });
  const nobody = {
    organization: null,
    team: null,
    employee: null,
    position: null,
    partner: null,
    reachedPartner: null,
  };
  const none = { announcement, ...nobody };
  await tx.em.nativeDelete(AnnouncementAudience, { announcement: announcement.id });
  const add = (part: object) => tx.add(Object.assign(new AnnouncementAudience(), none, part));
  for (const [index, id] of (input.organizationIds ?? []).entries())
    add({
      organization: await tx.get(InternalOrganization, id, ['input', 'organizationIds', index], { lock: false }),
    });
  for (const [index, id] of (input.teamIds ?? []).entries()) {
    const team = await tx.get(VirtualTeam, id, ['input', 'teamIds', index], { lock: false });
    if (!team.active) refuse('NOT_ACTIVE', 'The team was dissolved.', ['input', 'teamIds', index]);
    add({ team });
  }
  for (const [index, id] of (input.employeeIds ?? []).entries())
    add({ employee: await activeEmployee(tx, id, ['input', 'employeeIds', index]) });
  for (const [index, id] of (input.positionIds ?? []).entries())
    add({ position: await tx.get(Position, id, ['input', 'positionIds', index], { lock: false }) });
  for (const [index, id] of (input.partnerIds ?? []).entries())
    add({ partner: await tx.get(Partner, id, ['input', 'partnerIds', index], { lock: false }) });
}

async function putFiles(tx: Transaction, announcement: Announcement, ids: readonly string[]): Promise<void> {
  await tx.em.nativeDelete(AnnouncementFile, { announcement: announcement.id });
  for (const [index, id] of ids.entries()) {
    const path = ['input', 'documentIds', index];
    const document = await tx.get(Document, id, path, { lock: false });
    if (!FILES.test(document.mediaType)) refuse('BAD_TYPE', 'It is neither text, picture nor document.', path);
    tx.add(Object.assign(new AnnouncementFile(), { announcement, document }));
  }
}

const RIGHT = `select 1 from "announcement_right" where "employee_id" = ?
  or ("employee_id" is null and "organization_id" = ?) limit 1`;

/** Publishes an announcement, for authors whose department or who themselves have the right (OPS-34, OPS-35, OPS-36). */
export function publish(context: CallContext, id: string): Promise<Announcement> {
  return context.database.write(context, async (tx) => {
    const author = await callingEmployee(tx);
    const announcement = await ownAnnouncement(tx, id);
    const right = await tx.em.execute(RIGHT, [author.id, author.organization.id]);
    if (right.length === 0) refuse('NO_RIGHT', 'Neither you nor your department may publish announcements.', PATH);
    if (announcement.validTo && announcement.validTo <= tx.at) refuse('IN_THE_PAST', 'Its time is over.', PATH);
    const audience = await tx.em.find(AnnouncementAudience, { announcement: announcement.id }, {
      populate: ['organization', 'team', 'employee', 'position', 'partner'],
    } as never);
    if (audience.length === 0) refuse('NO_AUDIENCE', 'For whom is it?', PATH);
    await announcementLifecycle.move(tx, announcement, 'publish');
    announcement.publishedAt = tx.at;
    for (const part of audience) part.reachedPartner = part.partner ?? null;
    await tx.em.flush();
    const readers = await deliver(tx, announcement.id);
    const codes = audience.map(
      ({ organization, team, employee, position, partner }) =>
        employee?.employeeNo ?? (organization ?? team ?? position ?? partner)!.code,
    );
    const data = { category: announcement.category.code, audience: codes, readers };
    tx.record({ kind: 'BUSINESS_FACT', type: 'announcement.published', subject: announcement, data });
    return announcement;
  });
}

/** Takes an announcement back, by its author or by who is responsible for the author's unit: nobody reads it from now on, and who had read it stays on record (OPS-35). */
export function withdraw(context: CallContext, id: string): Promise<Announcement> {
  return context.database.write(context, async (tx) => {
    const announcement = await maintainedAnnouncement(tx, id);
    await announcementLifecycle.move(tx, announcement, 'withdraw');
    await recall(tx, announcement.id);
    const data = { category: announcement.category.code };
    tx.record({ kind: 'BUSINESS_FACT', type: 'announcement.withdrawn', subject: announcement, data });
    return announcement;
  });
}
