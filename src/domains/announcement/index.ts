import './announcement.events.js';
import type { Domain } from '../../kernel/domain.js';
import { AnnouncementAudience, AnnouncementFile } from './announcement-audience.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementReceipt } from './announcement-receipt.js';
import { AnnouncementRight } from './announcement-right.js';
import { AnnouncementSetupResolver } from './announcement-setup.resolver.js';
import { AnnouncementTemplate } from './announcement-template.js';
import { Announcement } from './announcement.js';
import './announcement.policy.js';
import { AnnouncementResolver } from './announcement.resolver.js';
import { keepAnnouncements, keepSchedule } from './delivery.js';

export * from './announcement-audience.js';
export * from './announcement-category.js';
export * from './announcement-receipt.js';
export * from './announcement-view.js';
export * from './announcement.js';
export { keepAnnouncements } from './delivery.js';

/** Notices to departments, virtual teams, employees, positions and partners, and who has read them. */
export const announcement: Domain = {
  name: 'announcement',
  entities: [
    AnnouncementCategory,
    AnnouncementTemplate,
    AnnouncementRight,
    Announcement,
    AnnouncementAudience,
    AnnouncementFile,
    AnnouncementReceipt,
  ],
  resolvers: [AnnouncementResolver, AnnouncementSetupResolver],
  jobs: [keepAnnouncements],
  schedules: [keepSchedule],
};
