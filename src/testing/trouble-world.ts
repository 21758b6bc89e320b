import {
  BusinessLine,
  MaintenanceLevel,
  Product,
  ProductKind,
  ProductLine,
  ProductNature,
  ProductProviderKind,
  ProductStatus,
} from '../domains/catalogue/index.js';
import { Customer } from '../domains/customer/index.js';
import { ProductInstance, ProductInstanceStatus, type SuspendReason } from '../domains/inventory/index.js';
import { InternalOrganization, InternalOrganizationType, OwnerLevel, PartyStatus } from '../domains/party/index.js';
import { Region } from '../domains/region/index.js';
import { encodeId, type Node, nounOf, TimePeriod, type Class } from '../kernel/model/index.js';
import type { As, TestGraph } from './graph.js';

/** Customers, lines and departments for tests of tickets and contacts. */
export interface TroubleWorld {
  graph: TestGraph;
  /** Staff of Guangzhou, where customers `alice` and `bigCo` live, and staff of Chengdu, where `carol` lives. */
  staff: As;
  otherStaff: As;
  alice: As;
  carol: As;
  ids: Record<
    | 'alice'
    | 'bigCo'
    | 'carol'
    | 'accountOfAlice'
    | 'accountOfCarol'
    | 'department'
    | 'otherDepartment'
    | 'guangzhou'
    | 'guangdong'
    | 'chengdu',
    string
  >;
  /** A new line of a customer, by the customer's code. */
  line(
    customerCode: string,
    state?: { status: ProductInstanceStatus; suspendReason: SuspendReason | null },
  ): Promise<string>;
}

const CREATE = `mutation ($input: CustomerCreateInput!) {
  customerCreate(input: $input) { userErrors { code path message } customer { id accounts(first: 1) { nodes { id } } } }
}`;

export const opaque = (entity: Node): string => encodeId(nounOf(entity.constructor as Class).tag!, entity.id);

/** Fills the graph's database; each test file has its own. */
export async function createTroubleWorld(graph: TestGraph): Promise<TroubleWorld> {
  const regions = await graph.query(
    `{ guangzhou: region(code: "4401") { id } guangdong: region(code: "44") { id } chengdu: region(code: "5101") { id } }`,
  );
  const { guangzhou, guangdong, chengdu } = regions.data;
  const create = async (code: string, regionId: string, extra: object) => {
    const { data } = await graph.query(CREATE, { input: { code, regionId, ...extra } });
    if (!data?.customerCreate.customer) throw new Error(`The customer was not created: ${JSON.stringify(data)}`);
    return data.customerCreate.customer as { id: string; accounts: { nodes: { id: string }[] } };
  };
  const alice = await create('ALICE', guangzhou.id, { individual: { name: 'Alice Chan' } });
  const bigCo = await create('BIGCO', guangzhou.id, {
    organization: { name: 'Big Company Ltd' },
    customerType: 'BIG',
    serviceLevel: 'DIAMOND',
  });
  const carol = await create('CAROL', chengdu.id, { individual: { name: 'Carol Zhou' } });
  const { product, departments } = await write(graph, catalogueAndDepartments);
  return {
    graph,
    staff: { sub: 'E100', name: 'Guo Fang', role: 'staff', region: '4401' },
    otherStaff: { sub: 'E200', name: 'Deng Li', role: 'staff', region: '5101' },
    alice: { sub: 'alice', role: 'customer', customer: 'ALICE' },
    carol: { sub: 'carol', role: 'customer', customer: 'CAROL' },
    ids: {
      alice: alice.id,
      bigCo: bigCo.id,
      carol: carol.id,
      accountOfAlice: alice.accounts.nodes[0]!.id,
      accountOfCarol: carol.accounts.nodes[0]!.id,
      department: opaque(departments[0]!),
      otherDepartment: opaque(departments[1]!),
      guangzhou: guangzhou.id,
      guangdong: guangdong.id,
      chengdu: chengdu.id,
    },
    line: (code, state) => write(graph, (tx) => addLine(tx, product, code, state)),
  };
}

type Write = Parameters<TestGraph['database']['write']>[1];
type Tx = Parameters<Write>[0];

function write<T>(graph: TestGraph, operation: (tx: Tx) => Promise<T>): Promise<T> {
  return graph.database.write(graph.database.systemContext('test'), operation);
}

async function catalogueAndDepartments(tx: Tx): Promise<{ product: Product; departments: InternalOrganization[] }> {
  const business = tx.add(Object.assign(new BusinessLine(), { code: 'TEST-BUSINESS', name: 'Test business' }));
  const productLine = tx.add(
    Object.assign(new ProductLine(), { code: 'TEST-LINE', name: 'Test line', businessLine: business }),
  );
  const product = tx.add(
    Object.assign(new Product(), {
      code: 'TEST-FIBRE',
      name: 'Fibre',
      kind: ProductKind.MAIN,
      nature: ProductNature.COMMUNICATION,
      status: ProductStatus.IN_USE,
      level: MaintenanceLevel.HEADQUARTERS,
      providerKind: ProductProviderKind.OWN,
      productLine,
      validity: TimePeriod.since(tx.at),
    }),
  );
  const region = await tx.em.findOneOrFail(Region, { code: '4401' });
  const departments = ['NET', 'CARE'].map((code) =>
    tx.add(
      Object.assign(new InternalOrganization(), {
        name: `Department ${code}`,
        status: PartyStatus.ACTIVE,
        region,
        code: `GZ-${code}`,
        type: InternalOrganizationType.MANAGEMENT,
        ownerLevel: OwnerLevel.LOCAL_NETWORK,
        parent: null,
        path: `/GZ-${code}/`,
      }),
    ),
  );
  return { product, departments };
}

let lines = 0;

async function addLine(
  tx: Tx,
  product: Product,
  customerCode: string,
  state?: { status: ProductInstanceStatus; suspendReason: SuspendReason | null },
): Promise<string> {
  const customer = await tx.em.findOneOrFail(Customer, { code: customerCode });
  const number = `2088${String(++lines).padStart(6, '0')}`;
  const instance = Object.assign(new ProductInstance(), {
    instanceNo: `LINE-${number}`,
    accessNumber: number,
    status: state?.status ?? ProductInstanceStatus.ACTIVE,
    suspendReason: state?.suspendReason ?? null,
    product: tx.em.getReference(Product, product.id),
    customer,
    region: customer.region,
  });
  return opaque(tx.add(instance));
}
