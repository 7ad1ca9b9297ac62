import { Temporal } from 'temporal-polyfill';

/**
 * Zones in which most people live, one for each way in which clocks are set, those of more people first. UTC is what a clock
 * says that nobody set.
 */
const zones =
  `UTC Europe/Berlin America/New_York Asia/Kolkata Asia/Shanghai Europe/London Europe/Moscow America/Los_Angeles
  America/Chicago America/Sao_Paulo Asia/Tokyo America/Mexico_City Europe/Kyiv Europe/Istanbul Asia/Jakarta America/Denver
  Australia/Sydney Europe/Lisbon America/Argentina/Buenos_Aires Asia/Bangkok Asia/Manila Africa/Lagos Africa/Cairo
  Africa/Johannesburg Africa/Nairobi Asia/Tehran Asia/Dubai Asia/Karachi Asia/Dhaka Asia/Yekaterinburg Asia/Novosibirsk
  Asia/Almaty Asia/Jerusalem America/Bogota America/Caracas America/Santiago America/Toronto America/Halifax
  America/St_Johns America/Phoenix America/Anchorage Europe/Athens Europe/Minsk Asia/Krasnoyarsk Asia/Irkutsk
  Asia/Vladivostok Asia/Kathmandu Asia/Colombo Asia/Yangon Australia/Perth Australia/Brisbane Australia/Adelaide
  Pacific/Auckland Pacific/Honolulu Atlantic/Reykjavik Atlantic/Azores`.split(/\s+/);

/** Dates that are looked at. */
const mostDates = 400;

/**
 * The zone in which most of these dates have their offsets from Greenwich; undefined where none has one, or less than half of
 * them are of any zone. Of zones in which they are alike, that of more people.
 */
export function likelyZone(dates: readonly string[]): string | undefined {
  const all = dates.filter((date) => /T.*[+-]\d\d:\d\d$/.test(date));
  const step = Math.max(1, Math.ceil(all.length / mostDates));
  const moments = all.filter((_, index) => index % step === 0).flatMap(momentIn);
  const counts = zones.map(
    (zone) =>
      moments.filter(({ instant, offset }) => instant.toZonedDateTimeISO(zone).offset === offset)
        .length,
  );
  const most = Math.max(...counts);
  return most > 0 && most * 2 >= moments.length ? zones[counts.indexOf(most)] : undefined;
}

/** With its offset, such as `+01:00`. */
function momentIn(date: string) {
  const offset = date.slice(-6).replace('-00:00', '+00:00');
  try {
    return [{ instant: Temporal.Instant.from(date), offset }];
  } catch {
    return [];
  }
}
