import { BreachAction } from '../offering-component.js';
import { OfferingRelationKind } from '../offering-relation.js';

export interface ComponentData {
  product: string;
  /** Smallest, proposed and largest number of pieces; one piece when absent. */
  pieces?: readonly [min: number, proposed: number, max: number];
  fixedValues?: Record<string, unknown>;
  /** Months for which it must be kept, what follows otherwise, and what to say about it. */
  keep?: { months: number; breachAction: BreachAction; prompt: string };
}

export interface OfferingData {
  code: string;
  name: string;
  serviceContent: string;
  line?: string;
  /** Heading in the sales catalogue; absent for what is not sold any more. */
  heading?: string;
  components: readonly ComponentData[];
  /** Monthly price and one-time fee for the installation, by currency. */
  monthly: { CNY: string; USD: string };
  installation?: { CNY: string; USD: string };
}

type Prices = readonly [cny: string, usd: string];
const money = ([CNY, USD]: Prices) => ({ CNY, USD });

function single(
  product: string,
  name: string,
  line: string,
  heading: string,
  monthly: Prices,
  installation?: Prices,
  most = 1,
): OfferingData {
  return {
    code: `OF_${product}`,
    name,
    serviceContent: `${name}, by the month.`,
    line,
    heading,
    components: [{ product, pieces: [1, 1, most] }],
    monthly: money(monthly),
    ...(installation ? { installation: money(installation) } : {}),
  };
}

const optional = (product: string, proposed: 0 | 1 = 0, most = 1): ComponentData => ({
  product,
  pieces: [0, proposed, most],
});

/** Offerings on sale: each product alone, and bundles. Codes are stable: importers refer to them. */
export const offerings: readonly OfferingData[] = [
  single('PHONE', 'Fixed telephone', 'FIXED_VOICE', 'VOICE', ['25', '20'], ['20', '15']),
  single('MULTI_LINE', 'Additional line', 'FIXED_VOICE', 'VOICE', ['10', '5'], ['20', '10'], 10),
  single('CALLER_DISPLAY', 'Caller display', 'FIXED_VOICE', 'VOICE', ['6', '2']),
  single('MOBILE', 'Mobile 30 GB', 'MOBILE_VOICE', 'MOBILE', ['59', '25'], ['10', '5']),
  single('ROAMING', 'International roaming', 'MOBILE_VOICE', 'MOBILE', ['30', '10']),
  single('INTERNET_DSL', 'DSL broadband', 'BROADBAND', 'BROADBAND', ['59', '25'], ['100', '30']),
  single('INTERNET_FIBER', 'Fibre broadband', 'BROADBAND', 'BROADBAND', ['99', '50'], ['100', '50']),
  single('HOME_GATEWAY', 'Home gateway', 'BROADBAND', 'BROADBAND', ['10', '4']),
  single('ONLINE_SECURITY', 'Online security', 'CARE', 'CARE', ['10', '5']),
  single('ONLINE_BACKUP', 'Online backup', 'CARE', 'CARE', ['12', '5']),
  single('DEVICE_PROTECTION', 'Device protection', 'CARE', 'CARE', ['12', '5']),
  single('TECH_SUPPORT', 'Technical support', 'CARE', 'CARE', ['15', '5']),
  single('STREAMING_TV', 'Streaming television', 'STREAMING', 'ENTERTAINMENT', ['20', '10']),
  single('STREAMING_MOVIES', 'Streaming films', 'STREAMING', 'ENTERTAINMENT', ['20', '10']),
  single('LEASED_LINE', 'Leased line', 'PRIVATE_LINES', 'ENTERPRISE', ['4800', '900'], ['2000', '400'], 20),
  single('MPLS_VPN', 'Private network site', 'PRIVATE_LINES', 'ENTERPRISE', ['1800', '350'], ['800', '150'], 100),
  single('CLOUD_PBX', 'Cloud telephone exchange', 'CLOUD', 'ENTERPRISE', ['300', '60']),
  {
    code: 'OF_HOME_BASIC',
    name: 'Home Basic',
    serviceContent: 'Fixed telephone and DSL broadband together.',
    heading: 'BUNDLES',
    components: [
      { product: 'PHONE' },
      { product: 'INTERNET_DSL' },
      optional('MULTI_LINE', 0, 3),
      optional('CALLER_DISPLAY', 1),
    ],
    monthly: money(['75', '40']),
    installation: money(['100', '30']),
  },
  {
    code: 'OF_HOME_FIBER',
    name: 'Home Fibre',
    serviceContent: 'Fibre broadband with a gateway, security and a telephone line.',
    heading: 'BUNDLES',
    components: [
      {
        product: 'INTERNET_FIBER',
        fixedValues: { bandwidth: 500 },
        keep: {
          months: 12,
          breachAction: BreachAction.PENALTY,
          prompt: 'Kept for 12 months; leaving earlier costs a fee for each month that is missing.',
        },
      },
      { product: 'HOME_GATEWAY' },
      optional('PHONE', 1),
      optional('ONLINE_SECURITY', 1),
      optional('ONLINE_BACKUP'),
    ],
    monthly: money(['119', '65']),
    installation: money(['100', '50']),
  },
  {
    code: 'OF_HOME_ENTERTAINMENT',
    name: 'Home Entertainment',
    serviceContent: 'Fast fibre broadband with television and films.',
    heading: 'BUNDLES',
    components: [
      {
        product: 'INTERNET_FIBER',
        fixedValues: { bandwidth: 1000 },
        keep: {
          months: 12,
          breachAction: BreachAction.FORBID,
          prompt: 'The broadband of this bundle is kept for 12 months.',
        },
      },
      { product: 'HOME_GATEWAY' },
      { product: 'STREAMING_TV', fixedValues: { package: 'PLUS' } },
      { product: 'STREAMING_MOVIES' },
      optional('DEVICE_PROTECTION'),
      optional('TECH_SUPPORT'),
    ],
    monthly: money(['159', '85']),
    installation: money(['100', '50']),
  },
  {
    code: 'OF_FAMILY_MOBILE',
    name: 'Family Mobile',
    serviceContent: 'Two to six mobile numbers that share their data.',
    heading: 'BUNDLES',
    components: [{ product: 'MOBILE', pieces: [2, 3, 6] }],
    monthly: money(['129', '60']),
  },
  {
    code: 'OF_OFFICE',
    name: 'Office',
    serviceContent: 'Cloud telephone exchange with fibre broadband and a fixed address.',
    heading: 'ENTERPRISE',
    components: [
      { product: 'CLOUD_PBX' },
      { product: 'INTERNET_FIBER', fixedValues: { bandwidth: 1000, staticAddress: true } },
      optional('TECH_SUPPORT', 1),
    ],
    monthly: money(['499', '120']),
    installation: money(['200', '80']),
  },
  {
    code: 'OF_HOME_CHOICE',
    name: 'Home Choice',
    serviceContent:
      'Services for the home in any combination at a price of its own; held by customers of former systems and not sold any more.',
    components: [
      optional('PHONE'),
      optional('MULTI_LINE', 0, 5),
      optional('INTERNET_DSL'),
      optional('INTERNET_FIBER'),
      optional('ONLINE_SECURITY'),
      optional('ONLINE_BACKUP'),
      optional('DEVICE_PROTECTION'),
      optional('TECH_SUPPORT'),
      optional('STREAMING_TV'),
      optional('STREAMING_MOVIES'),
    ],
    monthly: money(['0', '0']),
  },
];

/** What sales staff propose to holders of an offering (PRD-55). */
export const offeringRelations = [
  {
    from: 'OF_INTERNET_DSL',
    to: 'OF_INTERNET_FIBER',
    kind: OfferingRelationKind.UPGRADE,
    prompt: 'Fibre is up to twenty-five times as fast.',
  },
  {
    from: 'OF_HOME_BASIC',
    to: 'OF_HOME_FIBER',
    kind: OfferingRelationKind.UPGRADE,
    prompt: 'With fibre, security and a gateway included.',
  },
  {
    from: 'OF_INTERNET_FIBER',
    to: 'OF_STREAMING_TV',
    kind: OfferingRelationKind.CROSS_SELL,
    prompt: 'The access is fast enough for television.',
  },
  { from: 'OF_PHONE', to: 'OF_CALLER_DISPLAY', kind: OfferingRelationKind.CROSS_SELL, prompt: 'See who calls.' },
  {
    from: 'OF_LEASED_LINE',
    to: 'OF_CLOUD_PBX',
    kind: OfferingRelationKind.CROSS_SELL,
    prompt: 'The exchange runs over the line.',
  },
] as const;

/** Charges for calls from a fixed telephone, per minute and currency. */
export const callRules = [
  { code: 'LOCAL_CALL', name: 'Local call', CNY: '0.1', USD: '0.02' },
  { code: 'LONG_DISTANCE_CALL', name: 'Long-distance call', CNY: '0.4', USD: '0.06' },
] as const;
