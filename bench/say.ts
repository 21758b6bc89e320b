/** Tells the person at the terminal what is going on; stdout is for the figures. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`);
