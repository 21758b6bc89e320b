import { keepsVersions } from '../../kernel/versions/index.js';
import { partName, partsOf } from '../../kernel/access/withheld-parts.js';
import { camel } from '../../kernel/model/naming.js';
import { searchOf } from '../../kernel/model/search.js';
import { type NounMeta, allNouns, ancestors, concreteNouns, nounFields, nounOf } from '../../kernel/model/registry.js';
import { groupableReferences, nounAggregates } from './aggregates.js';
import { nounFilter, sharedFilters } from './filters.js';
import { columnConstant, groupableColumns, sortableColumns } from './lists.js';
import { reportEnums, reportFields } from './reports.js';
import { RELEVANCE } from './search.js';
import { type SdlField, describe, printEnum, printType } from './sdl.js';

/** Page size when neither `first` nor `last` is given. */
export const DEFAULT_PAGE = 20;

const PAGE_ARGUMENTS = [
  'Return at most this many, from the start or after the cursor (default 20, at most 200).',
  'Return only what follows this cursor.',
  'Return at most this many, from the end or before the cursor.',
  'Return only what precedes this cursor.',
];

/** Arguments of every list of a noun. */
export function listArguments(noun: NounMeta): string {
  const [first, after, last, before] = PAGE_ARGUMENTS.map((text) => describe(text, '    '));
  return [
    '',
    `${first}    first: Int`,
    `${after}    after: String`,
    `${last}    last: Int`,
    `${before}    before: String`,
    `${describe('Only rows for which this holds.', '    ')}    filter: ${noun.name}Filter`,
    `${describe('Sort keys, most important first (at most 3); the key of the row breaks ties. Default: oldest first.', '    ')}    orderBy: [${noun.name}Order!]`,
    '  ',
  ].join('\n');
}

/** Unique text columns by which one row can be looked up, such as `code`. */
export function lookupColumns(noun: NounMeta): string[] {
  return [...nounFields(noun).values()]
    .filter((field) => field.kind === 'column' && field.access === 'unique' && field.scalar === 'text')
    .map((field) => field.name);
}

/** Where values of a unique column stand besides the row itself: the noun of those rows, and its reference to the row. */
export function furtherKeys(noun: NounMeta, name: string): { noun: NounMeta; by: string } | undefined {
  const list = noun.furtherKeys?.[name];
  const field = list === undefined ? undefined : nounFields(noun).get(list);
  return field?.kind === 'many' ? { noun: nounOf(field.target()), by: field.by } : undefined;
}

function lookupText(noun: NounMeta, name: string): string {
  const { description } = nounFields(noun).get(name)!;
  return furtherKeys(noun, name)
    ? `${description} Any of the \`${noun.furtherKeys![name]}\` finds it too.`
    : description;
}

function lookupArguments(noun: NounMeta): string {
  const keys = [`${describe('Opaque id.', '    ')}    id: ID`];
  for (const name of lookupColumns(noun)) keys.push(`${describe(lookupText(noun, name), '    ')}    ${name}: String`);
  if (keepsVersions(noun))
    keys.push(
      `${describe('Moment as of which it and what belongs to it are read (MOD-81): as recorded then, under the permissions of now. Parts of which no earlier states are kept come empty or null, and `extensions.earlierStatesUnknown` of the answer names them, `Customer.orders` for one; histories and what else is dated is shown up to the moment. Refused with EARLIER_STATE_UNKNOWN for a moment from before states are kept, and for searches. Rows without earlier states that it refers to, such as regions, come as they stand. Default: the present.', '    ')}    asOf: DateTime`,
    );
  return `\n${keys.join('\n')}\n  `;
}

/** Connections that a noun has because other nouns refer to it. */
export function connectionFields(noun: NounMeta, own: boolean): SdlField[] {
  const fields = own ? noun.own : nounFields(noun);
  return [...fields.values()].flatMap((field): SdlField[] => {
    if (field.kind === 'any') return [{ name: field.name, type: 'Node', description: field.description }];
    if (field.kind === 'withheld')
      return [{ name: field.name, type: `[${noun.name}Part!]!`, description: field.description }];
    if (field.kind !== 'many') return [];
    const target = nounOf(field.target());
    return [
      {
        name: field.name,
        type: `${target.name}Connection!`,
        description: field.description,
        args: listArguments(target),
      },
    ];
  });
}

/** The closed list of a noun's parts, where it tells which of them are withheld. */
function partList(noun: NounMeta): string {
  if (![...noun.own.values()].some(({ kind }) => kind === 'withheld')) return '';
  const values = partsOf(noun).map((part) => ({
    name: partName(part),
    description: `\`${part.name}\`: ${part.description}`,
  }));
  return printEnum(`${noun.name}Part`, `Parts of ${noun.name} that have access policies of their own.`, values);
}

function listTypes(noun: NounMeta, seen: Set<string>): string {
  const { name } = noun;
  const groupBy = groupableColumns(noun).length + groupableReferences(noun).length > 0;
  return [
    nounFilter(noun, seen),
    partList(noun),
    printEnum(`${name}OrderField`, `What lists of ${name} may be sorted by.`, [
      ...(searchOf(noun.target)
        ? [
            {
              name: RELEVANCE,
              description: 'How well it matches `search` in the filter, best first; the default there.',
            },
          ]
        : []),
      ...sortableColumns(noun).map((column) => ({
        name: columnConstant(column),
        description: `${column.description}${column.indexed ? '' : ' Slow: no index.'}`,
      })),
    ]),
    printType('input', `${name}Order`, `A sort key of ${name}.`, [
      { name: 'field', type: `${name}OrderField!`, description: 'The field to sort by.' },
      {
        name: 'direction',
        type: 'OrderDirection! = ASC',
        description: 'Ascending puts missing values last, descending first.',
      },
    ]),
    nounAggregates(noun),
    printType('type', `${name}Edge`, `A ${name} in a list, with its cursor.`, [
      { name: 'node', type: `${name}!`, description: 'The row.' },
      { name: 'cursor', type: 'String!', description: 'Opaque place in the list, for `after` and `before`.' },
    ]),
    printType('type', `${name}Connection`, `A page of a list of ${name} (Relay Cursor Connections).`, [
      { name: 'edges', type: `[${name}Edge!]!`, description: 'The page, each row with its cursor.' },
      { name: 'nodes', type: `[${name}!]!`, description: 'The page without cursors.' },
      { name: 'pageInfo', type: 'PageInfo!', description: 'Where the page lies in the list.' },
      {
        name: 'totalCount',
        type: 'Int!',
        description: 'Number of rows in the whole list; counted only when asked for.',
      },
      {
        name: 'aggregate',
        type: `[${name}Aggregate!]!`,
        description: 'Figures over the whole list (paging does not matter), one row per group, at most 1,000 groups.',
        ...(groupBy
          ? {
              args: `\n${describe('Dimensions, at most 3; none gives one row for all.', '    ')}    groupBy: [${name}GroupBy!]\n  `,
            }
          : {}),
      },
    ]),
  ].join('\n');
}

function sharedTypes(): string {
  return [
    sharedFilters(),
    printEnum('OrderDirection', 'Direction of a sort key.', [
      { name: 'ASC', description: 'Smallest, or oldest, first.' },
      { name: 'DESC', description: 'Largest, or newest, first.' },
    ]),
    printEnum(
      'TimeBucket',
      'Length of a period for grouping; weeks begin on Monday.',
      ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'].map((name) => ({
        name,
        description: `One ${name.toLowerCase()}.`,
      })),
    ),
    printType('type', 'PageInfo', 'Where a page lies in its list (Relay Cursor Connections).', [
      { name: 'hasNextPage', type: 'Boolean!', description: 'Whether rows follow this page.' },
      { name: 'hasPreviousPage', type: 'Boolean!', description: 'Whether rows precede this page.' },
      { name: 'startCursor', type: 'String', description: 'Cursor of the first row; null on an empty page.' },
      { name: 'endCursor', type: 'String', description: 'Cursor of the last row; null on an empty page.' },
    ]),
  ].join('\n');
}

function rootFields(nouns: readonly NounMeta[]): SdlField[] {
  const node: SdlField[] = [
    {
      name: 'node',
      type: 'Node',
      description: 'Any object by its id; null when it is missing or may not be seen.',
      args: `\n${describe('Opaque id.', '    ')}    id: ID!\n  `,
    },
    {
      name: 'nodes',
      type: '[Node]!',
      description: 'Several objects by their ids, in the order asked; null where one is missing.',
      args: `\n${describe('At most 200 opaque ids.', '    ')}    ids: [ID!]!\n  `,
    },
  ];
  const perNoun = nouns.flatMap((noun): SdlField[] => [
    {
      name: camel(noun.name),
      type: noun.name,
      description: `One ${noun.name} by its id or another unique key (give exactly one); null when it is missing or may not be seen.`,
      args: lookupArguments(noun),
    },
    ...(noun.root
      ? [
          {
            name: noun.plural,
            type: `${noun.name}Connection!`,
            description: `All ${noun.plural} that the caller may see.${withoutForwarded(noun)}`,
            args: listArguments(noun),
          },
        ]
      : []),
  ]);
  return [...node, ...perNoun];
}

/** What a list leaves out unless it is asked for, for its description. */
const withoutForwarded = ({ forwardedBy, forwardedState }: NounMeta): string =>
  forwardedBy && forwardedState
    ? ` Those that another took the place of (\`${forwardedBy}\`) are left out, unless the filter asks for \`${forwardedState}\` or \`${forwardedBy}\`.`
    : '';

/** The part of the contract that follows from the nouns: lists, filters, orders, aggregates, connections and root fields. */
export function readContract(): string {
  const nouns = allNouns().filter((noun) => concreteNouns(noun).length > 0);
  const seen = new Set<string>();
  const extensions = nouns.map((noun) => {
    // An interface's connections stand on the interface and on each type that implements it.
    const inherited = ancestors(noun).flatMap((ancestor) => connectionFields(ancestor, true));
    return printType(noun.abstract ? 'extend interface' : 'extend type', noun.name, '', [
      ...inherited,
      ...connectionFields(noun, true),
    ]);
  });
  return [
    sharedTypes(),
    ...reportEnums(),
    ...nouns.map((noun) => listTypes(noun, seen)),
    ...extensions,
    printType('extend type', 'Query', '', [...rootFields(nouns), ...reportFields()]),
  ].join('\n');
}
