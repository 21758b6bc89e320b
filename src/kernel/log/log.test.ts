import { createLogger } from './log.js';

describe('createLogger', () => {
  function capture(level: 'info' | 'silent') {
    const lines: Record<string, unknown>[] = [];
    const log = createLogger({ log: { level, pretty: false } }, { write: (line) => void lines.push(JSON.parse(line)) });
    return { log, lines };
  }

  it('writes one JSON object per line with a readable level and time', () => {
    const { log, lines } = capture('info');
    log.info({ port: 4000 }, 'listening');
    log.debug('not at this level');
    expect(lines).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), port: 4000, msg: 'listening' },
    ]);
  });

  it('never writes credentials', () => {
    const { log, lines } = capture('info');
    log.info({ token: 'S', request: { headers: { authorization: 'S' } }, err: new Error('kept') }, 'x');
    expect(lines[0]).toMatchObject({ token: '[redacted]', request: { headers: { authorization: '[redacted]' } } });
    expect(lines[0]).toMatchObject({ err: { message: 'kept', stack: expect.any(String) } });
  });
});
