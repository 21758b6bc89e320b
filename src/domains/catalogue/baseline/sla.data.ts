import { IndicatorClass as C, IndicatorDirection as D } from '../indicator-traits.js';

/** Indicators that are measured. */
export const indicators = [
  { code: 'AVAILABILITY', name: 'Availability', unit: '%', indicatorClass: C.AVAILABILITY, direction: D.HIGHER_BETTER },
  { code: 'MTTR', name: 'Mean time to repair', unit: 'h', indicatorClass: C.REPAIR, direction: D.LOWER_BETTER },
  {
    code: 'RESPONSE_TIME',
    name: 'Time to the first response to a fault',
    unit: 'min',
    indicatorClass: C.REPAIR,
    direction: D.LOWER_BETTER,
  },
  {
    code: 'PROVISIONING_DAYS',
    name: 'Time to provide',
    unit: 'd',
    indicatorClass: C.PROVISIONING,
    direction: D.LOWER_BETTER,
  },
  {
    code: 'PROVISIONING_ON_TIME',
    name: 'Orders provided on time',
    unit: '%',
    indicatorClass: C.PROVISIONING,
    direction: D.HIGHER_BETTER,
  },
  { code: 'PACKET_LOSS', name: 'Packet loss', unit: '%', indicatorClass: C.QUALITY, direction: D.LOWER_BETTER },
  { code: 'LATENCY', name: 'Round-trip time', unit: 'ms', indicatorClass: C.QUALITY, direction: D.LOWER_BETTER },
  { code: 'JITTER', name: 'Jitter', unit: 'ms', indicatorClass: C.QUALITY, direction: D.LOWER_BETTER },
  {
    code: 'COMPLAINT_ANSWER',
    name: 'Time to the answer to a complaint',
    unit: 'h',
    indicatorClass: C.SERVICE,
    direction: D.LOWER_BETTER,
  },
] as const;

/** Ranges in which products can be promised: indicator, smallest, largest value. */
export const templates = [
  {
    code: 'SLA_LEASED_LINE',
    name: 'Service levels of leased lines',
    product: 'LEASED_LINE',
    items: [
      ['AVAILABILITY', '99', '99.999'],
      ['MTTR', '1', '24'],
      ['LATENCY', '1', '100'],
      ['PACKET_LOSS', '0', '1'],
      ['PROVISIONING_DAYS', '3', '60'],
    ],
  },
  {
    code: 'SLA_MPLS_VPN',
    name: 'Service levels of private networks',
    product: 'MPLS_VPN',
    items: [
      ['AVAILABILITY', '99', '99.99'],
      ['MTTR', '2', '24'],
      ['JITTER', '1', '50'],
    ],
  },
  {
    code: 'SLA_INTERNET_FIBER',
    name: 'Service levels of fibre broadband',
    product: 'INTERNET_FIBER',
    items: [
      ['AVAILABILITY', '98', '99.95'],
      ['MTTR', '4', '72'],
      ['PROVISIONING_DAYS', '1', '30'],
    ],
  },
] as const;

/** Standard service levels that customers choose from: indicator and promised value. */
export const offeringSlas = [
  {
    code: 'LEASED_LINE_SILVER',
    name: 'Silver',
    offering: 'OF_LEASED_LINE',
    template: 'SLA_LEASED_LINE',
    isDefault: true,
    items: [
      ['AVAILABILITY', '99.9'],
      ['MTTR', '4'],
      ['LATENCY', '30'],
    ],
  },
  {
    code: 'LEASED_LINE_GOLD',
    name: 'Gold',
    offering: 'OF_LEASED_LINE',
    template: 'SLA_LEASED_LINE',
    isDefault: false,
    items: [
      ['AVAILABILITY', '99.99'],
      ['MTTR', '2'],
      ['LATENCY', '15'],
      ['PACKET_LOSS', '0.1'],
    ],
  },
  {
    code: 'INTERNET_FIBER_STANDARD',
    name: 'Standard',
    offering: 'OF_INTERNET_FIBER',
    template: 'SLA_INTERNET_FIBER',
    isDefault: true,
    items: [
      ['AVAILABILITY', '99'],
      ['MTTR', '48'],
    ],
  },
] as const;
