import {
  defineEventTypes,
  fact,
  flag,
  recordChange,
  text,
  texts,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

const one = { category: text('Code of its category.') };

/** Business events of the domain besides those of its life cycles, with their data. */
export const announcementEvents = defineEventTypes({
  'announcement.saved': recordChange('Announcement', 'An announcement was written or changed.', one),
  'announcement.published': fact('Announcement', 'An announcement was published.', {
    ...one,
    audience: texts('Codes of departments, virtual teams, positions and partners, and staff numbers.'),
    readers: whole('How many employees it reached at once.'),
  }),
  'announcement.withdrawn': fact('Announcement', 'An announcement was taken back.', one),
  'announcement.read': recordChange('AnnouncementReceipt', 'A reader read an announcement.'),
  'announcement.removed': recordChange('AnnouncementReceipt', 'A reader removed an announcement from their list.'),
  'announcement.forwarded': fact('Announcement', 'A reader forwarded an announcement.', {
    ...one,
    to: texts('Staff numbers.'),
  }),
  'announcement.category.saved': recordChange('AnnouncementCategory', 'A category was made or changed.', {
    code: text('Its code.'),
  }),
  'announcement.template.saved': recordChange('AnnouncementTemplate', 'A template was made or changed.', {
    code: text('Its code.'),
  }),
  'announcement.right.changed': recordChange('AnnouncementRight', 'The right to publish was granted or taken away.', {
    granted: flag('False when it was taken away.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof announcementEvents> {}
}
