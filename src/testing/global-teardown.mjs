/** After all tests, failed ones too: stops the PostgreSQL of the global setup and removes what it left. */
export default async function globalTeardown() {
  await globalThis.switchboardTestServer?.stop();
}
