import { Connection } from './connection.ts';
import type { Job, Measured, Target } from './protocol.ts';

const MAX_FAILURES = 5;

/** Answers jobs of the parent process, one at a time. */
process.on('message', (job: Job) => {
  run(job).then(
    (measured) => process.send!(measured),
    (error: Error) => process.send!({ error: error.message }),
  );
});

function requestsOf({ port, path, headers, bodies }: Target): Buffer[] {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n${lines.join('')}`;
  return bodies.map((body) => Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`));
}

/** Keeps every connection busy with one request at a time until the extent is reached. */
function run({ target, extent }: Job): Promise<Measured> {
  const requests = requestsOf(target);
  const latencies: number[] = [];
  const failures: string[] = [];
  let sent = 0;
  let bytes = 0;
  const began = performance.now();
  const until = began + (extent.seconds ?? Infinity) * 1000;
  const most = extent.requests ?? Infinity;

  return new Promise((resolve, reject) => {
    const connections: Connection[] = [];
    let open = Math.min(extent.connections, most);
    const fail = (error: Error) => {
      for (const connection of connections) connection.close();
      reject(error);
    };
    const end = () => {
      if (--open > 0) return;
      const seconds = (performance.now() - began) / 1000;
      for (const connection of connections) connection.close();
      resolve({
        requests: latencies.length,
        seconds,
        ...percentiles(latencies),
        bytes: Math.round(bytes / latencies.length),
        failures,
      });
    };
    const start = () => {
      let key = 0;
      let at = 0;
      const next = () => {
        if (sent >= most || performance.now() >= until) return end();
        key = sent++ % requests.length;
        at = performance.now();
        connection.send(requests[key]!);
      };
      const connection = new Connection(
        target.port,
        (answer) => {
          latencies.push(performance.now() - at);
          bytes += answer.bytes;
          const size = target.sizes?.[key];
          const wrong = answer.status !== 200 || (size !== undefined && answer.bytes !== size);
          if (wrong && failures.length < MAX_FAILURES)
            failures.push(
              `status ${answer.status}, ${answer.bytes} bytes instead of ${size ?? 'any'}: ${target.bodies[key]!.slice(-200)}`,
            );
          next();
        },
        fail,
      );
      connections.push(connection);
      next();
    };
    for (let index = open; index > 0; index--) start();
  });
}

function percentiles(latencies: readonly number[]): { p50: number; p95: number; p99: number } {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
