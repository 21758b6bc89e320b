import { type InputPath, Refusal } from '../../kernel/errors/index.js';

/** Runs checks of content that the caller did not give itself: what they refuse is said of the field that names the content. */
export async function refusingAt<T>(path: InputPath, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.userErrors.map((each) => ({ ...each, path: path.map(String) })));
  }
}
