import { AttributeDataType as D } from '../product-attribute.js';
import { Selection } from '../product-relation.js';
import { ProductKind, ProductNature } from '../product.js';
import { CustomerServiceType as S } from '../service-type.js';

/** An attribute of a product's template; left out: not mandatory, no bounds. */
export interface AttributeData {
  code: string;
  name: string;
  dataType: D;
  mandatory?: boolean;
  allowedValues?: readonly string[];
  min?: string;
  max?: string;
  unit?: string;
  defaultValue?: string;
  perEnd?: boolean;
}

export interface ProductData {
  code: string;
  name: string;
  description: string;
  line: string;
  kind: ProductKind;
  nature: ProductNature;
  services: readonly S[];
  attributes: readonly AttributeData[];
  /** Codes of the main products that carry it, and how it comes with them. */
  attachedTo?: readonly string[];
  selection?: Selection;
}

const anchored = [S.INSTALL, S.REMOVE, S.MOVE, S.CHANGE, S.SWAP, S.SUSPEND, S.RESUME, S.TRANSFER];
const mobile = anchored.filter((service) => service !== S.MOVE);
const attached = [S.INSTALL, S.REMOVE, S.CHANGE, S.SUSPEND, S.RESUME, S.TRANSFER];
const broadband = ['INTERNET_DSL', 'INTERNET_FIBER'];
const communication = { kind: ProductKind.MAIN, nature: ProductNature.COMMUNICATION };
const addition = { kind: ProductKind.ATTACHED, nature: ProductNature.SOFT_SERVICE, services: attached };

const choice = (code: string, name: string, allowedValues: readonly string[], perEnd = false): AttributeData => ({
  code,
  name,
  dataType: D.CHOICE,
  mandatory: true,
  allowedValues,
  defaultValue: allowedValues[0]!,
  perEnd,
});
const whole = (
  code: string,
  name: string,
  unit: string,
  min: number,
  max: number,
  defaultValue: number,
): AttributeData => ({
  code,
  name,
  dataType: D.INTEGER,
  mandatory: true,
  unit,
  min: String(min),
  max: String(max),
  defaultValue: String(defaultValue),
});
const yesNo = (code: string, name: string): AttributeData => ({
  code,
  name,
  dataType: D.BOOLEAN,
  defaultValue: 'false',
});

/** Products that the operator sells. Codes are stable: importers and offerings refer to them. */
export const products: readonly ProductData[] = [
  {
    ...communication,
    code: 'PHONE',
    name: 'Fixed telephone',
    description: 'A telephone line with a geographic number.',
    line: 'FIXED_VOICE',
    services: anchored,
    attributes: [
      choice('lineType', 'Kind of line', ['VOIP', 'ANALOG']),
      yesNo('callForwarding', 'Call forwarding'),
      yesNo('unlisted', 'Not in the directory'),
    ],
  },
  {
    kind: ProductKind.ATTACHED,
    nature: ProductNature.COMMUNICATION,
    code: 'MULTI_LINE',
    name: 'Additional line',
    description: 'One more line with a number of its own beside a fixed telephone.',
    line: 'FIXED_VOICE',
    services: attached,
    attributes: [yesNo('callForwarding', 'Call forwarding')],
    attachedTo: ['PHONE'],
  },
  {
    kind: ProductKind.ATTACHED,
    nature: ProductNature.COMMUNICATION,
    code: 'CALLER_DISPLAY',
    name: 'Caller display',
    description: 'Shows the number of the caller.',
    line: 'FIXED_VOICE',
    services: attached,
    attributes: [],
    attachedTo: ['PHONE'],
    selection: Selection.DEFAULT,
  },
  {
    ...communication,
    code: 'MOBILE',
    name: 'Mobile telephone',
    description: 'A mobile number with speech, messages and data.',
    line: 'MOBILE_VOICE',
    services: mobile,
    attributes: [
      choice('network', 'Network', ['5G', '4G']),
      choice('simType', 'Kind of SIM', ['SIM', 'ESIM']),
      whole('dataAllowance', 'Data included', 'GB', 0, 1000, 30),
    ],
  },
  {
    kind: ProductKind.ATTACHED,
    nature: ProductNature.COMMUNICATION,
    code: 'ROAMING',
    name: 'International roaming',
    description: 'Use of a mobile number in other countries.',
    line: 'MOBILE_VOICE',
    services: attached,
    attributes: [choice('zone', 'Zone', ['ASIA', 'WORLD'])],
    attachedTo: ['MOBILE'],
  },
  {
    ...communication,
    code: 'INTERNET_DSL',
    name: 'DSL broadband',
    description: 'Internet access over a copper pair.',
    line: 'BROADBAND',
    services: anchored,
    attributes: [whole('bandwidth', 'Bandwidth', 'Mbit/s', 1, 100, 20)],
  },
  {
    ...communication,
    code: 'INTERNET_FIBER',
    name: 'Fibre broadband',
    description: 'Internet access over an optical fibre.',
    line: 'BROADBAND',
    services: anchored,
    attributes: [
      whole('bandwidth', 'Bandwidth', 'Mbit/s', 50, 10_000, 500),
      yesNo('staticAddress', 'Fixed IP address'),
    ],
  },
  {
    kind: ProductKind.ATTACHED,
    nature: ProductNature.PHYSICAL,
    code: 'HOME_GATEWAY',
    name: 'Home gateway',
    description: 'A router with Wi-Fi, lent for the time of the access.',
    line: 'BROADBAND',
    services: [S.INSTALL, S.REMOVE, S.SWAP, S.TRANSFER],
    attributes: [choice('wifi', 'Wi-Fi generation', ['WIFI_6', 'WIFI_7'])],
    attachedTo: broadband,
    selection: Selection.DEFAULT,
  },
  {
    ...addition,
    code: 'ONLINE_SECURITY',
    name: 'Online security',
    description: 'Protection against malware and fraud on an internet access.',
    line: 'CARE',
    attributes: [whole('devices', 'Devices protected', 'devices', 1, 50, 5)],
    attachedTo: broadband,
  },
  {
    ...addition,
    code: 'ONLINE_BACKUP',
    name: 'Online backup',
    description: 'Space in the cloud for copies of files.',
    line: 'CARE',
    attributes: [whole('storage', 'Space', 'GB', 50, 10_000, 200)],
    attachedTo: broadband,
  },
  {
    ...addition,
    code: 'DEVICE_PROTECTION',
    name: 'Device protection',
    description: 'Repair or replacement of damaged devices.',
    line: 'CARE',
    attributes: [whole('devices', 'Devices covered', 'devices', 1, 20, 2)],
    attachedTo: broadband,
  },
  {
    ...addition,
    code: 'TECH_SUPPORT',
    name: 'Technical support',
    description: 'Help by experts, over the telephone and on site.',
    line: 'CARE',
    attributes: [choice('hours', 'Hours of service', ['8X5', '24X7'])],
    attachedTo: broadband,
  },
  {
    ...addition,
    code: 'STREAMING_TV',
    name: 'Streaming television',
    description: 'Television channels over an internet access.',
    line: 'STREAMING',
    attributes: [choice('package', 'Package of channels', ['BASIC', 'PLUS', 'PREMIUM'])],
    attachedTo: broadband,
  },
  {
    ...addition,
    code: 'STREAMING_MOVIES',
    name: 'Streaming films',
    description: 'Films on demand over an internet access.',
    line: 'STREAMING',
    attributes: [choice('quality', 'Quality of the picture', ['HD', 'UHD'])],
    attachedTo: broadband,
  },
  {
    ...communication,
    code: 'LEASED_LINE',
    name: 'Leased line',
    description: 'A line between two places for one company alone.',
    line: 'PRIVATE_LINES',
    services: anchored,
    attributes: [
      whole('bandwidth', 'Bandwidth', 'Mbit/s', 2, 100_000, 100),
      choice('interface', 'Interface', ['ETHERNET', 'SDH', 'OTN'], true),
      choice('protection', 'Protection', ['NONE', 'ONE_PLUS_ONE']),
    ],
  },
  {
    ...communication,
    code: 'MPLS_VPN',
    name: 'Private network site',
    description: 'One site of a private network of a company.',
    line: 'PRIVATE_LINES',
    services: anchored,
    attributes: [
      whole('bandwidth', 'Bandwidth', 'Mbit/s', 2, 10_000, 100),
      choice('serviceClass', 'Class of service', ['STANDARD', 'BUSINESS', 'REALTIME']),
    ],
  },
  {
    ...communication,
    code: 'CLOUD_PBX',
    name: 'Cloud telephone exchange',
    description: 'A telephone exchange for a company, out of the cloud.',
    line: 'CLOUD',
    services: mobile,
    attributes: [whole('seats', 'Seats', 'seats', 1, 10_000, 10), yesNo('callRecording', 'Recording of calls')],
  },
];
