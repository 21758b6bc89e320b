import { RegionKind } from './region.js';
import type { RegionDefinition } from './ensure-regions.js';

const { COUNTRY, PROVINCE, LOCAL_NETWORK, DISTRICT } = RegionKind;

/** Local networks by province, a part of GB/T 2260: code and name of the province, then of each network. */
const provinces: readonly [code: string, name: string, networks: readonly [code: string, name: string][]][] = [
  ['11', '北京市', [['1100', '北京']]],
  ['31', '上海市', [['3100', '上海']]],
  [
    '32',
    '江苏省',
    [
      ['3201', '南京'],
      ['3202', '无锡'],
      ['3205', '苏州'],
    ],
  ],
  [
    '33',
    '浙江省',
    [
      ['3301', '杭州'],
      ['3302', '宁波'],
    ],
  ],
  [
    '42',
    '湖北省',
    [
      ['4201', '武汉'],
      ['4205', '宜昌'],
    ],
  ],
  [
    '44',
    '广东省',
    [
      ['4401', '广州'],
      ['4403', '深圳'],
      ['4406', '佛山'],
      ['4419', '东莞'],
    ],
  ],
  [
    '51',
    '四川省',
    [
      ['5101', '成都'],
      ['5107', '绵阳'],
    ],
  ],
  ['61', '陕西省', [['6101', '西安']]],
];

const districts: readonly [code: string, name: string][] = [
  ['440103', '荔湾区'],
  ['440104', '越秀区'],
  ['440106', '天河区'],
  ['440304', '福田区'],
  ['440305', '南山区'],
  ['510104', '锦江区'],
  ['510107', '武侯区'],
];

/** The part of China's region tree that every deployment starts with, parents before children. */
export const chinaRegions: readonly RegionDefinition[] = [
  { code: '86', name: '中国', kind: COUNTRY },
  ...provinces.map(([code, name]) => ({ code, name, kind: PROVINCE, parent: '86' })),
  ...provinces.flatMap(([parent, , networks]) =>
    networks.map(([code, name]) => ({ code, name, kind: LOCAL_NETWORK, parent })),
  ),
  ...districts.map(([code, name]) => ({ code, name, kind: DISTRICT, parent: code.slice(0, 4) })),
];
