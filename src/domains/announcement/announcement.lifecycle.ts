import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type Announcement, AnnouncementStatus as S } from './announcement.js';

/** Steps of an announcement. */
export type AnnouncementAction = 'publish' | 'withdraw' | 'expire';

/** States and steps of an announcement (OPS-35). */
export const announcementLifecycle = defineLifecycle<Announcement, S, AnnouncementAction>({
  name: 'announcement',
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.WITHDRAWN, S.EXPIRED],
  read: (announcement) => announcement.status,
  write: (announcement, status) => {
    announcement.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: 'publish', from: [S.DRAFT], to: S.PUBLISHED, who: ['STAFF'] },
    { action: 'withdraw', from: [S.DRAFT, S.PUBLISHED], to: S.WITHDRAWN, who: ['STAFF'] },
    { action: 'expire', from: [S.PUBLISHED], to: S.EXPIRED, who: ['SYSTEM'] },
  ],
});
