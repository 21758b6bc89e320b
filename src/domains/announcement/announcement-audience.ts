import { Node, Noun, One } from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { Employee, Position, VirtualTeam } from '../organisation/index.js';
import { Partner } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { Announcement } from './announcement.js';

@Noun({
  tag: 'nd',
  root: false,
  description:
    'One part of the audience of an announcement: a department, a virtual team, an employee, a position, or a partner (OPS-36).',
})
export class AnnouncementAudience extends Node {
  @One(() => Announcement, {
    description: 'The announcement.',
    inverse: 'audience',
    inverseDescription: 'For whom it is.',
  })
  announcement!: Announcement;

  @One(() => InternalOrganization, {
    description: 'The department, with all below it; null for another kind of audience.',
    nullable: true,
  })
  organization?: InternalOrganization | null;

  @One(() => VirtualTeam, { description: 'The virtual team; null for another kind of audience.', nullable: true })
  team?: VirtualTeam | null;

  @One(() => Employee, {
    description: 'The employee, by staff number; null for another kind of audience.',
    nullable: true,
    hideable: true,
  })
  employee?: Employee | null;

  @One(() => Position, {
    description: 'The work position, with all who hold it; null for another kind of audience.',
    nullable: true,
  })
  position?: Position | null;

  @One(() => Partner, { description: 'The partner; null for another kind of audience.', nullable: true })
  partner?: Partner | null;

  @One(() => Partner, { description: 'The partner while it may read it; null otherwise.', nullable: true })
  reachedPartner?: Partner | null;
}

@Noun({ tag: 'nf', root: false, description: 'A file of text or pictures at an announcement (OPS-33).' })
export class AnnouncementFile extends Node {
  @One(() => Announcement, {
    description: 'The announcement.',
    inverse: 'files',
    inverseDescription: 'Files at it; the content is at `GET /documents/<id of the document>`.',
  })
  announcement!: Announcement;

  @One(() => Document, { description: 'The file.', hideable: true })
  document!: Document;
}
