import { describeEnum, EnumOf, Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { Announcement } from './announcement.js';

export enum ReceiptStatus {
  UNREAD = 'UNREAD',
  READ = 'READ',
  DELETED = 'DELETED',
}

describeEnum(ReceiptStatus, 'ReceiptStatus', 'What a reader did with an announcement (OPS-35).', {
  UNREAD: 'Not read yet, or not since its text changed.',
  READ: 'Read.',
  DELETED: 'Removed from their own list; the announcement stays for others.',
});

@UniqueTogether(['announcement', 'employee'])
@Noun({
  tag: 'ne',
  description: 'That an announcement reached an employee, and when they read it; kept for good (OPS-35).',
})
export class AnnouncementReceipt extends Node {
  @One(() => Announcement, {
    description: 'The announcement.',
    hideable: true,
    inverse: 'receipts',
    inverseDescription:
      'Whom it reached, of those that the caller may see: all for its author, the own one for readers.',
  })
  announcement!: Announcement;

  @One(() => Employee, {
    description: 'The reader.',
    inverse: 'announcementReceipts',
    inverseDescription: 'Announcements that reached the employee, as far as the caller may see them.',
  })
  employee!: Employee;

  @One(() => Employee, { description: 'The reader while they have it in their list; null afterwards.', nullable: true })
  holder?: Employee | null;

  @EnumOf(() => ReceiptStatus, { description: 'What they did with it.', access: 'btree' })
  status!: ReceiptStatus;

  @Instant({
    description: 'When they first read it; null before. A change of its text makes it unread, and this stays.',
    nullable: true,
    access: 'slow',
  })
  readAt?: Date | null;

  @One(() => Employee, { description: 'Who forwarded it to them; null for the audience.', nullable: true })
  forwardedBy?: Employee | null;
}
