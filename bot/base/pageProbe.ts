const timeoutMilliseconds = 10_000;

/** Whether a page answers, wherever it leads; false at once when `signal` aborts. */
export async function pageAnswers(address: string, signal: AbortSignal): Promise<boolean> {
  const head = await statusOf(address, 'HEAD', signal);
  // Some servers know no HEAD.
  const status = head === 405 || head === 501 ? await statusOf(address, 'GET', signal) : head;
  return status >= 200 && status < 300;
}

async function statusOf(address: string, method: string, signal: AbortSignal): Promise<number> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'follow',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0;
  }
}
