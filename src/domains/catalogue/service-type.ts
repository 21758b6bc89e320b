import { describeEnum } from '../../kernel/model/index.js';

/** What can be done for a customer on a product (MOD-21, PRD-27); order items name one of these. */
export enum CustomerServiceType {
  INSTALL = 'INSTALL',
  REMOVE = 'REMOVE',
  MOVE = 'MOVE',
  CHANGE = 'CHANGE',
  SWAP = 'SWAP',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
  TRANSFER = 'TRANSFER',
}

describeEnum(
  CustomerServiceType,
  'CustomerServiceType',
  'A customer service: configuration or another activity on a product for a customer (MOD-21, PRD-27).',
  {
    INSTALL: 'Provide the product for the first time.',
    REMOVE: 'Take the product away for good.',
    MOVE: 'Provide it at another address.',
    CHANGE: 'Change its characteristics, such as the bandwidth.',
    SWAP: 'Exchange its number or its equipment.',
    SUSPEND: 'Stop it for a time.',
    RESUME: 'Let it run again after a suspension.',
    TRANSFER: 'Hand it over to another customer.',
  },
);
