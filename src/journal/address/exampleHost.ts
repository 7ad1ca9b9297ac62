/** Whether a host is one of those that are kept for examples (RFC 2606): nobody can have it. */
export function isExampleHost(host: string): boolean {
  return /(?:^|\.)(?:example|example\.(?:com|net|org))$/i.test(host);
}
