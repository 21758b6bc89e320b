import type { NodeConnectionOptions } from '@nats-io/transport-node';

/** Servers and credentials that addresses of NATS name; the client itself takes host and port only. */
export function connectionOptions(
  urls: string,
): Pick<NodeConnectionOptions, 'servers' | 'user' | 'pass' | 'token' | 'tls'> {
  const all = urls.split(',').map((url) => new URL(url.trim()));
  const [first] = all;
  const [user, pass] = [decodeURIComponent(first!.username), decodeURIComponent(first!.password)];
  return {
    servers: all.map((url) => url.host),
    ...(user && pass ? { user, pass } : user ? { token: user } : {}),
    ...(first!.protocol === 'tls:' ? { tls: {} } : {}),
  };
}
