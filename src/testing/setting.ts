/** What jest's global setup tells the tests, by the name of its environment variable. */
export function setting(name: `SWITCHBOARD_TEST_${'SERVER' | 'TEMPLATE' | 'FOLDER'}`): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run the test through jest, whose global setup starts the test server.`);
  return value;
}
