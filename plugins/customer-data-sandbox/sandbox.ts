import {
  type CustomerDataPort,
  type CustomerMessage,
  SyncRefused,
  SyncSystem,
} from '../../src/domains/customer-sync/index.js';

/** Most messages that a system of the sandbox remembers. */
const MOST = 10_000;

/** What happens to a message before it is taken; throws to make it fail. */
type Mishap = (system: SyncSystem, message: CustomerMessage) => void | Promise<void>;

/** What the systems of the sandbox know; may be looked at and changed while it runs. */
export const customerDataBook = {
  /** Messages in the order in which they were taken, each once, by system. */
  taken: new Map<SyncSystem, CustomerMessage[]>(Object.values(SyncSystem).map((system) => [system, []])),
  /** How often each key was sent, taken or not. */
  calls: new Map<string, number>(),
  /** Before a message is taken; null for nothing. */
  before: null as Mishap | null,
  /** After a message was taken and before it is answered; null for nothing. */
  after: null as Mishap | null,
  /** Forgets all, as systems do that begin anew. */
  clear(): void {
    for (const messages of this.taken.values()) messages.length = 0;
    this.calls.clear();
    Object.assign(this, { before: null, after: null });
  },
};

/** Names by which customers ask for mishaps. */
const BROKEN = 'sandbox: broken';
const REFUSED = 'sandbox: refuse';

/** A system that takes each message once, and fails for customers whose name asks for it. */
export const sandboxSystem = (system: SyncSystem): CustomerDataPort => ({
  async put(message) {
    const { taken, calls } = customerDataBook;
    if (calls.size > MOST) calls.clear();
    calls.set(message.key, (calls.get(message.key) ?? 0) + 1);
    const name = String(message.data['name'] ?? '');
    if (name.includes(BROKEN)) throw new Error('The sandbox was asked to be broken.');
    if (name.includes(REFUSED)) throw new SyncRefused('The sandbox was asked to refuse.');
    await customerDataBook.before?.(system, message);
    const book = taken.get(system)!;
    if (!book.some(({ key }) => key === message.key)) book.push(message);
    if (book.length > MOST) book.splice(0, book.length - MOST);
    await customerDataBook.after?.(system, message);
    return { reference: `SBX-${message.key}` };
  },
});
