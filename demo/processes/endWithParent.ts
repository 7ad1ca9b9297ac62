/**
 * Loaded first into every program that a demo starts. The connection to whoever started it breaks however that one ends,
 * be it killed: the program then ends as it would at Ctrl-C, and at once where that takes too long.
 */
const patienceMilliseconds = 5_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), patienceMilliseconds).unref();
  // Windows has no signals: there this ends it.
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
