import type { RunningDemo } from './runDemo.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const patienceMilliseconds = 10_000;

/**
 * Runs a demo until somebody stops it or a part of it fails; then all of it ends, within {@link patienceMilliseconds}. A
 * second signal ends this process at once, and the programs that it started end by themselves.
 *
 * @throws where a part of it failed.
 */
export async function untilStopped(
  start: () => Promise<RunningDemo>,
  onStart: (demo: RunningDemo) => void,
): Promise<void> {
  const { promise: asked, resolve } = Promise.withResolvers<undefined>();
  let times = 0;
  const ask = () => {
    times++;
    if (times > 1) process.exit(1);
    resolve(undefined);
  };
  for (const signal of signals) process.on(signal, ask);
  const demo = await start();
  onStart(demo);
  const failure = await Promise.race([asked, demo.failed]);
  // What keeps the process alive longer, whatever it is, keeps nobody waiting.
  setTimeout(() => process.exit(1), patienceMilliseconds).unref();
  await demo.stop();
  for (const signal of signals) process.off(signal, ask);
  if (failure !== undefined) throw new Error(failure);
}
