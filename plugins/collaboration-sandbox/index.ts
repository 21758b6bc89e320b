import { defineJob } from '../../src/kernel/jobs/index.js';
import {
  CollaborationResult,
  type CollaborationRequest,
  defineCollaborationSystem,
  takeSystemReply,
} from '../../src/domains/operations/index.js';
import type { Plugin } from '../../src/kernel/ports.js';

const name = 'collaboration-sandbox';
const job = `${name}.reply`;

/** Name under which orders are sent to it. */
export const SANDBOX_SYSTEM = 'CRM_SANDBOX';

/** How the sandbox works; may be changed while it runs. */
export const collaborationPace = {
  /** Milliseconds before it replies; 0 for no pause. */
  replyMs: 1000,
};

/** What a request must contain for the sandbox to refuse, not to answer at all, or to fail when it is called. */
const REFUSE = 'sandbox: refuse';
const SILENT = 'sandbox: silent';
const BROKEN = 'sandbox: broken';

interface ReplyPayload extends Record<string, unknown> {
  messageId: string;
  refused: boolean;
}

/** The reply that is to come is kept in its job, so that it comes after a restart too. */
function replyOf({ messageId, detail }: CollaborationRequest) {
  const pause = collaborationPace.replyMs;
  return {
    name: job,
    payload: { messageId, refused: detail.includes(REFUSE) } satisfies ReplyPayload,
    key: `${job}:${messageId}`,
    ...(pause > 0 ? { runAt: new Date(Date.now() + pause) } : {}),
  };
}

/** Stands in for the CRM of another region: it takes collaboration orders and replies after a while. */
export const collaborationSandbox: Plugin = {
  name,
  jobs: [
    defineJob<ReplyPayload>(job, async ({ messageId, refused }, { database }) => {
      await takeSystemReply(database.systemContext(SANDBOX_SYSTEM), {
        messageId,
        handler: 'The sandbox',
        result: refused ? CollaborationResult.REFUSED : CollaborationResult.DONE,
        reply: refused ? 'The sandbox was asked to refuse.' : 'The sandbox has done it.',
      });
    }),
  ],
  connect: () =>
    defineCollaborationSystem(SANDBOX_SYSTEM, {
      async send(request, { database }) {
        if (request.detail.includes(BROKEN)) throw new Error('The sandbox was asked to be broken.');
        const context = database.systemContext(SANDBOX_SYSTEM);
        if (!request.detail.includes(SILENT))
          await database.write(context, (tx) => Promise.resolve(tx.enqueue(replyOf(request))));
        return { externalRef: `SBX-${request.orderNo}` };
      },
      // It keeps nothing of what it was asked; a reply that comes all the same is refused by who takes it.
      withdraw: async () => {},
      answer: async () => {},
    }),
};
