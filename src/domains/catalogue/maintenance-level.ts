import { describeEnum } from '../../kernel/model/index.js';

/** Which level of the operator maintains a product or an offering. */
export enum MaintenanceLevel {
  HEADQUARTERS = 'HEADQUARTERS',
  PROVINCE = 'PROVINCE',
  LOCAL_NETWORK = 'LOCAL_NETWORK',
}

describeEnum(
  MaintenanceLevel,
  'MaintenanceLevel',
  'Level whose managers, and no others, maintain a product or an offering (PRD-08, PRD-45).',
  {
    HEADQUARTERS: 'National; maintained by the headquarters.',
    PROVINCE: 'Maintained by a provincial company for its local networks.',
    LOCAL_NETWORK: 'Maintained by and for one local network.',
  },
);
