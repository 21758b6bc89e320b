import { EnumInput, IdInput, IdListInput, Input, ListInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import { InternalOrganization, InternalOrganizationType } from '../party/index.js';
import { Region } from '../region/index.js';

@Input('A new unit of the operator (SYS-02).')
export class OrganizationCreateInput {
  @TextInput({
    description: 'Code unique over the operator: capital letters, digits and `-`; DUPLICATE when it is taken.',
    max: 40,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => InternalOrganizationType, { description: 'Kind of unit.' })
  type!: InternalOrganizationType;

  @IdInput(() => InternalOrganization, {
    description: 'The unit that it belongs to; OUT_OF_SCOPE when it is not in your part of the organisation.',
  })
  parentId!: string;

  @IdInput(() => Region, {
    description: 'Where it has its seat; that of the unit above when left out.',
    optional: true,
  })
  regionId?: string | null;

  @IdListInput(() => Region, {
    description: 'Regions that it serves; where it has its seat when left out (SYS-05).',
    optional: true,
  })
  serviceRegionIds?: string[] | null;
}

@Input('What to change of a unit; what is left out stays (SYS-03).')
export class InternalOrganizationChangeInput {
  @IdInput(() => InternalOrganization, { description: 'The unit.' })
  organizationId!: string;

  @TextInput({ description: 'Name.', optional: true })
  name?: string | null;

  @EnumInput(() => InternalOrganizationType, { description: 'Kind of unit.', optional: true })
  type?: InternalOrganizationType | null;

  @IdInput(() => Region, { description: 'Where it has its seat.', optional: true })
  regionId?: string | null;

  @IdListInput(() => Region, { description: 'All regions that it serves from now on (SYS-05).', optional: true })
  serviceRegionIds?: string[] | null;
}

@Input('Where to move a unit, with all units below it (SYS-04).')
export class OrganizationMoveInput {
  @IdInput(() => InternalOrganization, { description: 'The unit.' })
  organizationId!: string;

  @IdInput(() => InternalOrganization, {
    description: 'The unit to which it then belongs; CIRCLE when that lies below it.',
  })
  parentId!: string;
}

@Input('A unit to close (SYS-03). It stays for the record and is no longer used.')
export class OrganizationCloseInput {
  @IdInput(() => InternalOrganization, {
    description: 'The unit; IN_USE while it has open units below it or valid staff.',
  })
  organizationId!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}

@Input('One row of a batch: exactly one of the operations.')
export class OrganizationRowInput {
  @ObjectInput(() => OrganizationCreateInput, { description: 'A unit to create.', optional: true })
  create?: OrganizationCreateInput | null;

  @ObjectInput(() => InternalOrganizationChangeInput, { description: 'A unit to change.', optional: true })
  change?: InternalOrganizationChangeInput | null;

  @ObjectInput(() => OrganizationMoveInput, { description: 'A unit to move.', optional: true })
  move?: OrganizationMoveInput | null;

  @ObjectInput(() => OrganizationCloseInput, { description: 'A unit to close.', optional: true })
  close?: OrganizationCloseInput | null;
}

@Input('Operations on many units, one after another, each by itself (SYS-03).')
export class OrganizationBatchInput {
  @ListInput(() => OrganizationRowInput, { description: 'The operations, in their order.', min: 1, max: 500 })
  rows!: OrganizationRowInput[];
}
