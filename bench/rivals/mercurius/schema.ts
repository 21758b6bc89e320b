/** The part of the graph that is measured, as one would write it by hand over the same tables. */
export const schema = `
  type Query {
    customer(code: String!): Customer
    customersByName(text: String!, regions: [ID!]!): [Customer!]!
    productInstancesByNumber(number: String!, regions: [ID!]!): [ProductInstance!]!
    orders(first: Int!, after: String, regions: [ID!]!, status: String, before: String, newestFirst: Boolean): OrderPage!
    ordersByStatus(regions: [ID!]!): [StatusCount!]!
    faultsByRegion(regions: [ID!]!, statuses: [String!]!): [FaultCount!]!
  }
  type Region { code: String! name: String! kind: String! }
  type Party { id: ID! name: String! status: String! contactMedia(first: Int!): [ContactMedium!]! }
  type ContactMedium { id: ID! kind: String! value: String! purpose: String! preferred: Boolean! }
  type ContactPerson { id: ID! contactType: String! preferred: Boolean! person: Party! }
  type Account {
    id: ID! accountNo: String! name: String! status: String! isDefault: Boolean! billingCycle: String! paymentMode: String!
    billFormat: String! billDelivery: String! billAddress: String contactName: String contactPhone: String currency: String! openedAt: String!
  }
  type Product { code: String! name: String! kind: String! nature: String! status: String! }
  type TariffPlan { code: String! name: String! }
  type ContactType { code: String! name: String! }
  type ContactMode { code: String! name: String! }
  type ContactEvent {
    id: ID! contactNo: String! direction: String! status: String! reason: String content: String! result: String startedAt: String! endedAt: String
    type: ContactType! mode: ContactMode!
  }
  type Offering { code: String! name: String! }
  type OfferingInstance { id: ID! status: String! validityFrom: String! validityTo: String offering: Offering! }
  scalar JSON
  type ProductInstance {
    id: ID! instanceNo: String! accessNumber: String status: String! suspendReason: String installAddress: String farEndAddress: String
    activatedAt: String endedAt: String characteristics: JSON! region: Region!
    product: Product! account: Account offeringInstance: OfferingInstance customer: Customer!
  }
  type OrderItem {
    id: ID! itemNo: Int! action: String! quantity: Int! installAddress: String reason: String offering: Offering
    productInstance: ProductInstance tariffPlan: TariffPlan
    oneTimePriceAmount: String oneTimePriceCurrency: String recurringPriceAmount: String recurringPriceCurrency: String
  }
  type Order {
    id: ID! orderNo: String! archiveNo: String! exceptionCause: String enteredBy: String! expectedAt: String kind: String! source: String! status: String! priority: Int! enteredAt: String! completedAt: String customerName: String!
    oneTimeTotalAmount: String oneTimeTotalCurrency: String recurringTotalAmount: String recurringTotalCurrency: String
    cursor: String! customer: Customer! items(first: Int!): [OrderItem!]!
  }
  type OrderPage { nodes: [Order!]! hasNextPage: Boolean! endCursor: String }
  type TicketCategory { code: String! name: String! }
  type ProblemTicket {
    id: ID! ticketNo: String! status: String! priority: String! severity: String! origin: String! channel: String! acceptedAt: String! dueAt: String resolvedAt: String
    closedAt: String contactName: String contactPhone: String serviceNumber: String repeatCount: Int! resolution: String
    content: String! category: TicketCategory!
  }
  type StatusCount { status: String! count: Int! }
  type FaultCount { region: Region! severity: String! count: Int! }
  type Customer {
    id: ID! code: String! name: String! lifecycle: String! inNetworkPhase: String customerType: String! serviceLevel: String!
    serviceAddress: String joinedAt: String
    region: Region! party: Party!
    contactPersons(first: Int!): [ContactPerson!]!
    accounts(first: Int!): [Account!]!
    productInstances(first: Int!): [ProductInstance!]!
    orders(first: Int!): [Order!]!
    contactEvents(first: Int!): [ContactEvent!]!
    problemTickets(first: Int!): [ProblemTicket!]!
  }
`;
