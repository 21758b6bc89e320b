import { Noun, Text } from '../../kernel/model/index.js';
import { Organization } from './organization.js';

@Noun({ tag: 'po', description: 'An organisation outside the operator that has a relation to it (MOD-06).' })
export class ExternalOrganization extends Organization {
  @Text({ description: 'Kind of unit, such as company, school or government body.', nullable: true, max: 60 })
  unitKind?: string | null;
}
