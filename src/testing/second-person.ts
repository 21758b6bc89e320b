import type { As, TestGraph } from './graph.js';

const APPROVE =
  'mutation ($input: ApprovalDecideInput!) { approvalDecide(input: $input) { userErrors { code message path } } }';

/** Staff of the headquarters, who have asked for nothing. */
export const SECOND: As = { sub: 'second', role: 'staff', region: '86' };

/** Opaque id of the open approval of an object. */
export async function openApproval({ query }: TestGraph, subjectId: string): Promise<string> {
  const document =
    'query ($id: String!) { approvals(first: 1, filter: { subjectId: { eq: $id }, status: { eq: ASKED } }) { nodes { id } } }';
  const [open] = (await query(document, { id: subjectId })).data.approvals.nodes;
  if (!open) throw new Error('Nobody asks for an approval of it.');
  return open.id as string;
}

/** Approves the one thing of a kind that waits. */
export async function approveOnly(graph: TestGraph, kind: string, as: As = SECOND): Promise<void> {
  const document =
    'query ($kind: String!) { approvals(first: 2, filter: { kind: { eq: $kind }, status: { eq: ASKED } }) { nodes { subjectId } } }';
  const [open, ...more] = (await graph.query(document, { kind })).data.approvals.nodes;
  if (!open || more.length > 0) throw new Error(`Not one ${kind} waits.`);
  await approve(graph, open.subjectId, as);
}

/** Approves what waits for it, as somebody else than who asked. */
export async function approve(graph: TestGraph, subjectId: string, as: As = SECOND): Promise<void> {
  const input = { approvalId: await openApproval(graph, subjectId), approved: true };
  const { data, errors } = await graph.query(APPROVE, { input }, { as });
  const faults = errors ?? data.approvalDecide.userErrors;
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
}
