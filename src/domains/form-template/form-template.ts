import {
  DecimalNumber,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormLayout, FormOrigin, FormStatus, FormType } from './form.enums.js';

@UniqueTogether(['code', 'number'])
@Noun({
  tag: 'yt',
  description:
    'A version of a template of a form or document: a page in millimetres with controls (模板, OPS-01..08, OPS-14). Versions have the same code; one at a time is published.',
})
export class FormTemplate extends Node {
  @Text({ description: 'Code, the same for all versions.', max: 40, access: 'btree' })
  code!: string;

  @Int({ description: 'Number of the version, from 1 (OPS-14).', access: 'slow' })
  number!: number;

  @Text({ description: 'Name of the version, such as `Spring 2027` (OPS-14).', max: 100 })
  versionName!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => FormType, { description: 'Type (OPS-04).', access: 'btree' })
  type!: FormType;

  @EnumOf(() => FormStatus, { description: 'State; changes only through its life cycle (OPS-06).', access: 'btree' })
  status!: FormStatus;

  @EnumOf(() => FormOrigin, { description: 'From what it was made (OPS-02).' })
  origin!: FormOrigin;

  @EnumOf(() => FormLayout, { description: 'How controls without a position are placed (OPS-01).' })
  layout!: FormLayout;

  @DecimalNumber({ description: 'Width of the page, in mm (OPS-08).', access: 'slow' })
  pageWidth!: string;

  @DecimalNumber({ description: 'Height of the page, in mm (OPS-08).', access: 'slow' })
  pageHeight!: string;

  @One(() => InternalOrganization, {
    description: 'Unit that maintains it; null for the whole operator (OPS-07).',
    nullable: true,
    hideable: true,
    inverse: 'formTemplates',
    inverseDescription: 'Form templates that the unit maintains.',
  })
  organization?: InternalOrganization | null;

  @Text({ description: 'Who made the version (OPS-14).', max: 100, access: 'slow' })
  owner!: string;

  @Instant({ description: 'When its controls were changed last (OPS-14).', access: 'slow' })
  changedAt!: Date;
}
