/** An answer that may ask for a confirmation. */
interface Asking {
  errors?: { extensions: Record<string, unknown> }[] | undefined;
}

/** Sends an operation, and again with the confirmation that it asks for, as an interface does whose user agrees (SYS-46). */
export async function confirmed<A extends Asking>(send: (headers: Record<string, string>) => Promise<A>): Promise<A> {
  const answer = await send({});
  const asked = answer.errors?.find(({ extensions }) => extensions['code'] === 'CONFIRMATION_REQUIRED');
  return asked ? send({ 'confirm-token': String(asked.extensions['confirmToken']) }) : answer;
}
