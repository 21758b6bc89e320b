import {
  BoolInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { Employee, Position, VirtualTeam } from '../organisation/index.js';
import { Partner } from '../partner/index.js';
import { InternalOrganization } from '../party/index.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementTemplate } from './announcement-template.js';
import { Announcement } from './announcement.js';

@Input('A category of announcements (OPS-34).')
export class AnnouncementCategorySaveInput {
  @TextInput({ description: 'Code; the category with it is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @BoolInput({ description: 'Whether new announcements may have it; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('A template of announcements (OPS-32).')
export class AnnouncementTemplateSaveInput {
  @TextInput({ description: 'Code; the template with it is changed.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => AnnouncementCategory, { description: 'Category of what is made of it.' })
  categoryId!: string;

  @TextInput({ description: 'Title, with fields such as `{tariff}`.' })
  title!: string;

  @TextInput({ description: 'Text, with fields such as `{tariff}`.', max: 8000 })
  body!: string;

  @BoolInput({ description: 'Whether new announcements may be made of it; true when absent.', optional: true })
  active?: boolean | null;
}

@Input('Grants or takes away the right to publish announcements (OPS-34).')
export class AnnouncementRightGrantInput {
  @IdInput(() => InternalOrganization, {
    description: 'The department; REQUIRED when no employee is given. OUT_OF_SCOPE when it is not in your part.',
    optional: true,
  })
  organizationId?: string | null;

  @IdInput(() => Employee, {
    description: 'The employee, in place of a department; OUT_OF_SCOPE when their unit is not in your part.',
    optional: true,
  })
  employeeId?: string | null;

  @BoolInput({ description: 'True: the right is taken away; NOT_FOUND when there is none.', optional: true })
  revoke?: boolean | null;
}

@Input('What stands in a field of a template.')
export class AnnouncementFieldInput {
  @TextInput({ description: 'Name of the field; UNKNOWN_FIELD when the template has none of that name.', max: 60 })
  name!: string;

  @TextInput({ description: 'What stands there.', max: 2000 })
  value!: string;
}

@Input(
  'An announcement, new or to maintain (OPS-32..36). What is absent is as before; a new title or text is unread for all who had read the one before.',
)
export class AnnouncementSaveInput {
  @IdInput(() => Announcement, {
    description:
      'The announcement to change, own or of a unit that you are responsible for; a new one when absent. OUT_OF_SCOPE for others.',
    optional: true,
  })
  announcementId?: string | null;

  @IdInput(() => AnnouncementTemplate, {
    description: 'The template that it is made of, in place of title and text; NOT_ACTIVE when that may not be used.',
    optional: true,
  })
  templateId?: string | null;

  @ListInput(() => AnnouncementFieldInput, {
    description: 'What stands in the fields of the template; MISSING_FIELD when one is left out.',
    max: 50,
  })
  fields!: AnnouncementFieldInput[];

  @TextInput({ description: 'Title; REQUIRED of a new one without a template.', optional: true })
  title?: string | null;

  @TextInput({ description: 'Text; REQUIRED of a new one without a template.', max: 8000, optional: true })
  body?: string | null;

  @IdInput(() => AnnouncementCategory, {
    description: 'Category; REQUIRED of a new one without a template. NOT_ACTIVE when it may not be used.',
    optional: true,
  })
  categoryId?: string | null;

  @IdListInput(() => InternalOrganization, {
    description: 'Departments that read it, with all below them. INVALID_STATE after it was published.',
    max: 100,
    optional: true,
  })
  organizationIds?: string[] | null;

  @IdListInput(() => VirtualTeam, {
    description: 'Virtual teams that read it; NOT_ACTIVE for one that was dissolved. INVALID_STATE after publication.',
    max: 50,
    optional: true,
  })
  teamIds?: string[] | null;

  @IdListInput(() => Employee, {
    description:
      'Employees who read it; NOT_ACTIVE for one who does not work here any more. INVALID_STATE after it was published.',
    max: 200,
    optional: true,
  })
  employeeIds?: string[] | null;

  @IdListInput(() => Position, {
    description: 'Work positions whose holders read it, now and later. INVALID_STATE after it was published.',
    max: 50,
    optional: true,
  })
  positionIds?: string[] | null;

  @IdListInput(() => Partner, {
    description: 'Partners that read it. INVALID_STATE after it was published.',
    max: 100,
    optional: true,
  })
  partnerIds?: string[] | null;

  @IdListInput(() => Document, {
    description: 'Files at it; BAD_TYPE for what is neither text, picture nor document. In place of those before.',
    min: 0,
    max: 20,
    optional: true,
  })
  documentIds?: string[] | null;

  @BoolInput({
    description: 'Whether readers may forward it beyond its audience; false for a new one.',
    optional: true,
  })
  forwardable?: boolean | null;

  @InstantInput({
    description: 'Until when it is read; null for without end, as before when absent. IN_THE_PAST when that is over.',
    optional: true,
  })
  validTo?: string | null;
}

@Input('An announcement that something happens to.')
export class AnnouncementInput {
  @IdInput(() => Announcement, { description: 'The announcement.' })
  announcementId!: string;
}

@Input('Forwards an announcement (OPS-35).')
export class AnnouncementForwardInput {
  @IdInput(() => Announcement, {
    description:
      'The announcement; NOT_FORWARDABLE for employees outside of the audience when its author does not allow it.',
  })
  announcementId!: string;

  @IdListInput(() => Employee, { description: 'To whom.', max: 100 })
  employeeIds!: string[];
}
