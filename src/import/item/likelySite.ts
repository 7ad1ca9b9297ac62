import { mostCommon } from './mostCommon.ts';

/** The host at which most of these addresses are, with a final `/`; undefined where none of them names one. */
export function likelySite(addresses: readonly string[]): string | undefined {
  const whole = addresses.filter((one) => /^https?:/i.test(one));
  const [most] = mostCommon(whole.flatMap((one) => URL.parse(one)?.origin ?? [])) ?? [];
  return most === undefined ? undefined : `${most}/`;
}
