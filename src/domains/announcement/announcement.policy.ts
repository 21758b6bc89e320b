import {
  allow,
  anyOf,
  definePolicy,
  everyRow,
  extendPolicy,
  inOrganisation,
  ofEmployee,
  ofPartner,
  via,
  whoSees,
} from '../../kernel/access/index.js';
import { Document } from '../document/index.js';
import { AnnouncementAudience, AnnouncementFile } from './announcement-audience.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementReceipt } from './announcement-receipt.js';
import { AnnouncementRight } from './announcement-right.js';
import { AnnouncementTemplate } from './announcement-template.js';
import { Announcement } from './announcement.js';

definePolicy(AnnouncementCategory, { STAFF: everyRow, PARTNER: everyRow });
definePolicy(AnnouncementTemplate, { STAFF: everyRow });
definePolicy(AnnouncementRight, { STAFF: anyOf(inOrganisation('organization'), ofEmployee('employee')) });
// An announcement is for its author and for those in whose list it is, wherever they stand in the organisation (OPS-36).
definePolicy(AnnouncementReceipt, { STAFF: anyOf(ofEmployee('holder'), ofEmployee('announcement', 'author')) });
definePolicy(Announcement, {
  STAFF: anyOf(ofEmployee('author'), whoSees(AnnouncementReceipt, 'announcement')),
  PARTNER: whoSees(AnnouncementAudience, 'announcement'),
});
definePolicy(AnnouncementAudience, { STAFF: via('announcement'), PARTNER: ofPartner('reachedPartner') });
definePolicy(AnnouncementFile, { STAFF: via('announcement'), PARTNER: via('announcement') });
extendPolicy(Document, {
  STAFF: whoSees(AnnouncementFile, 'document'),
  PARTNER: whoSees(AnnouncementFile, 'document'),
});

allow({
  announcementCategorySave: ['STAFF'],
  announcementTemplateSave: ['STAFF'],
  announcementRightGrant: ['STAFF'],
  announcementSave: ['STAFF'],
  announcementPublish: ['STAFF'],
  announcementWithdraw: ['STAFF'],
  announcementRead: ['STAFF'],
  announcementRemove: ['STAFF'],
  announcementForward: ['STAFF'],
});
