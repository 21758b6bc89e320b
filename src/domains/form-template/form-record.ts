import { Bool, EnumOf, Instant, JsonValue, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { FormChannel } from './form.enums.js';
import { FormKit } from './form-kit.js';
import { FormTemplate } from './form-template.js';

@Noun({ tag: 'ye', description: 'A test of a form template or kit with sample values (OPS-12, OPS-13).' })
export class FormTest extends Node {
  @One(() => FormTemplate, {
    description: 'The template; null for a test of a kit.',
    nullable: true,
    inverse: 'tests',
    inverseDescription: 'Its tests.',
  })
  template?: FormTemplate | null;

  @One(() => FormKit, {
    description: 'The kit; null for a test of one template.',
    nullable: true,
    inverse: 'tests',
    inverseDescription: 'Its tests.',
  })
  kit?: FormKit | null;

  @JsonValue({ description: 'Sample values by field.' })
  values!: Record<string, unknown>;

  @JsonValue({ description: 'Values that were expected, by field.' })
  expected!: Record<string, unknown>;

  @JsonValue({ description: 'Values that came out, by field.' })
  actual!: Record<string, unknown>;

  @TextList({ description: 'What was not as expected; empty when the test passed.' })
  problems!: string[];

  @Bool({ description: 'Whether all was as expected.', access: 'slow' })
  passed!: boolean;

  @Text({ description: 'Who tested.', max: 100, access: 'slow' })
  testedBy!: string;

  @Instant({ description: 'When it was tested.', access: 'slow' })
  testedAt!: Date;
}

@Noun({ tag: 'yq', description: 'That a form template or kit was given to a unit or a channel for use (OPS-15).' })
export class FormPublication extends Node {
  @One(() => FormTemplate, {
    description: 'The template; null for a kit.',
    nullable: true,
    inverse: 'publications',
    inverseDescription: 'To whom it was given for use.',
  })
  template?: FormTemplate | null;

  @One(() => FormKit, {
    description: 'The kit; null for a template.',
    nullable: true,
    inverse: 'publications',
    inverseDescription: 'To whom it was given for use.',
  })
  kit?: FormKit | null;

  @One(() => InternalOrganization, {
    description: 'Unit that uses it, with all below; null for a channel.',
    nullable: true,
    hideable: true,
    inverse: 'formPublications',
    inverseDescription: 'Forms that were given to the unit for use.',
  })
  organization?: InternalOrganization | null;

  @EnumOf(() => FormChannel, { description: 'Channel that uses it; null for a unit.', nullable: true, access: 'btree' })
  channel?: FormChannel | null;

  @Text({ description: 'Who published it.', max: 100, access: 'slow' })
  publishedBy!: string;

  @Instant({ description: 'When.', access: 'slow' })
  publishedAt!: Date;
}
