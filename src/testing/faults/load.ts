import { sleep } from '../until.js';

/** How a client reaches the servers: any of them will do. */
export interface Reach {
  /** Addresses of the servers, dead or alive. */
  urls: readonly string[];
  token: string;
}

/** A business request that was acknowledged: a customer who was created, and ordered a line. */
export interface Acknowledged {
  name: string;
  customerId: string;
  orderId: string;
}

const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path message } customer { id } } }`;
const SUBMIT = `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { userErrors { code path message } order { id } } }`;

/** A patient client: sends each mutation under an idempotency key, again and again and to any server, until it is acknowledged. */
export class Load {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that no fault excuses. */
  readonly wrong: string[] = [];
  /** How often a request had to be sent again, and what it was answered before. */
  retries = 0;
  lastFailure: unknown;
  /** How long each client rests between two customers, in milliseconds. */
  pauseMs = 0;
  /** Whether to wait until more of what was ordered is done: orders that pile up would prove nothing, and have to be waited for. */
  held = false;
  private stopped = false;
  private count = 0;

  constructor(
    private readonly reach: Reach,
    private readonly target: { regionId: string; offeringId: string },
  ) {}

  /** Works with this many clients at once until {@link stop}; then everything that was begun is brought to its end. */
  async run(clients: number): Promise<void> {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (!this.stopped) {
          await this.one(`Load ${++this.count}`);
          if (this.pauseMs) await sleep(this.pauseMs);
          while (this.held && !this.stopped) await sleep(50);
        }
      }),
    );
  }

  stop(): void {
    this.stopped = true;
  }

  private async one(name: string): Promise<void> {
    const { regionId, offeringId } = this.target;
    const create = { regionId, individual: { name }, account: {} };
    const customer = await this.insist(CREATE, create, `${name} create`.replaceAll(' ', '-'), 'customerCreate');
    if (!customer) return;
    const submit = { customerId: customer.id, items: [{ action: 'INSTALL', offeringId }] };
    const order = await this.insist(SUBMIT, submit, `${name} submit`.replaceAll(' ', '-'), 'orderSubmit');
    if (order) this.acknowledged.push({ name, customerId: customer.id, orderId: order.id });
  }

  private async insist(query: string, input: object, key: string, field: string): Promise<{ id: string } | undefined> {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.send(query, input, key).catch(
        (error: unknown) => ({ errors: [String(error)] }) as Answer,
      );
      const payload = answer.data?.[field];
      // An effect may be there although what was asked of it could not be read: the same key brings the answer.
      if (payload && !answer.errors) {
        const object = payload.customer ?? payload.order;
        if (!object) this.wrong.push(`${key}: ${JSON.stringify(payload)}`);
        return object;
      }
      if (attempt > 600) {
        this.wrong.push(`${key} was never answered: ${JSON.stringify(answer)}`);
        return undefined;
      }
      this.retries++;
      this.lastFailure = answer;
      await sleep(100 + Math.random() * 100);
    }
  }

  private async send(query: string, input: object, key: string): Promise<Answer> {
    const { urls, token } = this.reach;
    const response = await fetch(urls[Math.floor(Math.random() * urls.length)]!, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
      body: JSON.stringify({ query, variables: { input } }),
      signal: AbortSignal.timeout(4_000),
    });
    return (await response.json()) as Answer;
  }
}

interface Answer {
  data?: Record<string, { userErrors: unknown[]; customer?: { id: string }; order?: { id: string } } | null> | null;
  errors?: unknown[];
}
