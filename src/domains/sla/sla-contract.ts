import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { Region } from '../region/index.js';

export enum SlaContractStatus {
  ACTIVE = 'ACTIVE',
  EXPIRING = 'EXPIRING',
  RENEWED = 'RENEWED',
  TERMINATED = 'TERMINATED',
}

describeEnum(SlaContractStatus, 'SlaContractStatus', 'State of an SLA contract (chapter 12 states).', {
  ACTIVE: 'Signed and monitored.',
  EXPIRING: 'Its end is near; renewal is being talked about.',
  RENEWED: 'Continued by a supplement, still monitored (SLA-65).',
  TERMINATED: 'Ended (SLA-64).',
});

@Noun({
  tag: 'sc',
  description:
    'What operator and customer agreed on level, mode and guarantee of a service (MOD-25, SLA-19, TMF623 SLA).',
})
export class SlaContract extends Node {
  @Text({ description: 'Number unique among SLA contracts.', max: 60, access: 'unique' })
  contractNo!: string;

  @EnumOf(() => SlaContractStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: SlaContractStatus;

  @One(() => Customer, {
    description: 'The customer to whom it is promised.',
    inverse: 'slaContracts',
    inverseDescription: 'Service levels agreed with the customer.',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region that looks after the contract.',
    inverse: 'slaContracts',
    inverseDescription: 'SLA contracts that exactly this region looks after.',
  })
  region!: Region;

  @One(() => Contract, {
    description: 'Sales contract that contains it; null when it stands alone (SLA-25).',
    nullable: true,
    inverse: 'slaContracts',
    inverseDescription: 'Service levels agreed within the contract.',
  })
  contract?: Contract | null;

  @One(() => OfferingInstance, {
    description: 'Offering instance that it covers; null when it covers a single product instance.',
    nullable: true,
    inverse: 'slaContracts',
    inverseDescription: 'Service levels agreed for the offering instance.',
  })
  offeringInstance?: OfferingInstance | null;

  @One(() => ProductInstance, {
    description: 'Product instance that it covers; null when it covers a whole offering instance.',
    nullable: true,
    inverse: 'slaContracts',
    inverseDescription: 'Service levels agreed for the product instance.',
  })
  productInstance?: ProductInstance | null;

  @Text({ description: 'The services in words (SLA-06).', nullable: true, max: 4000 })
  serviceContent?: string | null;

  @Text({ description: 'Duties and interests of both sides (SLA-06).', nullable: true, max: 4000 })
  duties?: string | null;

  @Text({ description: 'How violations are handled and what is paid for them (SLA-06).', nullable: true, max: 4000 })
  penalty?: string | null;

  @Text({ description: 'Who signed for the customer (SLA-19).', max: 100 })
  customerSignatory!: string;

  @Text({ description: 'Who signed for the operator (SLA-19).', max: 100 })
  operatorSignatory!: string;

  @Instant({ description: 'When it was signed (SLA-19).', access: 'slow' })
  signedAt!: Date;

  @Value(() => TimePeriod, { description: 'When it binds.' })
  validity!: TimePeriod;

  @Bool({ description: 'Whether it is extended at its end without talks (SLA-56).' })
  autoExtend!: boolean;
}
