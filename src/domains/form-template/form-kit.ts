import { EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormRelationKind, FormStatus } from './form.enums.js';
import { FormTemplate } from './form-template.js';

@UniqueTogether(['code', 'number'])
@Noun({
  tag: 'yk',
  description:
    'A version of a kit: templates that are filled together for one business, with their relations (模板套件, OPS-09).',
})
export class FormKit extends Node {
  @Text({ description: 'Code, the same for all versions.', max: 40, access: 'btree' })
  code!: string;

  @Int({ description: 'Number of the version, from 1 (OPS-14).', access: 'slow' })
  number!: number;

  @Text({ description: 'Name of the version (OPS-14).', max: 100 })
  versionName!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'The business that it is for, such as the installation of a telephone.', access: 'slow' })
  business!: string;

  @EnumOf(() => FormStatus, { description: 'State; changes only through its life cycle (OPS-06).', access: 'btree' })
  status!: FormStatus;

  @One(() => InternalOrganization, {
    description: 'Unit that maintains it; null for the whole operator (OPS-07).',
    nullable: true,
    hideable: true,
    inverse: 'formKits',
    inverseDescription: 'Kits of form templates that the unit maintains.',
  })
  organization?: InternalOrganization | null;

  @Text({ description: 'Who made the version (OPS-14).', max: 100, access: 'slow' })
  owner!: string;

  @Instant({ description: 'When it passed its last test; null before.', nullable: true, access: 'slow' })
  testedAt?: Date | null;
}

@UniqueTogether(['kit', 'alias'])
@Noun({ tag: 'yl', description: 'A template in a kit (OPS-09).' })
export class FormKitPart extends Node {
  @One(() => FormKit, { description: 'The kit.', inverse: 'parts', inverseDescription: 'Its templates.' })
  kit!: FormKit;

  @One(() => FormTemplate, {
    description: 'The template; null for callers who may not see it.',
    hideable: true,
    inverse: 'kitParts',
    inverseDescription: 'Kits that it is in.',
  })
  template!: FormTemplate;

  @Text({ description: 'Name of the template in formulas, such as `order` in `order.amount`.', max: 40 })
  alias!: string;

  @Int({ description: 'Order in which it is filled, from 0.', access: 'slow' })
  position!: number;
}

@Noun({ tag: 'yj', description: 'A relation between fields of the templates of a kit (OPS-09, OPS-10).' })
export class FormKitRelation extends Node {
  @One(() => FormKit, { description: 'The kit.', inverse: 'relations', inverseDescription: 'Relations of its fields.' })
  kit!: FormKit;

  @EnumOf(() => FormRelationKind, { description: 'What it says.' })
  kind!: FormRelationKind;

  @Text({
    description: 'Field from which it goes, such as `order.amount`; null where the formula names them.',
    nullable: true,
    max: 81,
  })
  from?: string | null;

  @Text({ description: 'Field to which it goes, such as `invoice.total`.', max: 81 })
  to!: string;

  @Text({ description: 'FEEL over the templates by their aliases; null for none.', nullable: true, max: 1000 })
  formula?: string | null;
}
