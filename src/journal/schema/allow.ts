import * as z from 'zod';
import { textThat } from './text.ts';

/** What pages may load from another host, or send there, where `allow` of site.yaml names that host. */
export const allowedUses = [
  'scripts',
  'styles',
  'images',
  'fonts',
  'media',
  'frames',
  'connect',
  'forms',
] as const;

/** One of them. */
export type AllowedUse = (typeof allowedUses)[number];

const host = textThat(
  'https:// and the name of a host, such as https://gc.zgo.at',
  (text) => originOf(text) !== undefined,
).transform((text) => originOf(text) ?? text);

const hosts = z.array(host, { error: 'a list of hosts, such as [https://gc.zgo.at]' }).default([]);

/** `allow` of site.yaml: none by default. */
export const allowSchema = z
  .strictObject({
    /** Programs. */
    scripts: hosts,
    /** Style sheets. */
    styles: hosts,
    /** Pictures. */
    images: hosts,
    /** Typefaces. */
    fonts: hosts,
    /** Films and sounds. */
    media: hosts,
    /** Pages within pages. */
    frames: hosts,
    /** Where scripts may send to, and read from. */
    connect: hosts,
    /** Where forms may be sent to. */
    forms: hosts,
  } satisfies Record<AllowedUse, typeof hosts>)
  .prefault({});

/** Hosts by what they may be used for. */
export type Allow = z.infer<typeof allowSchema>;

/** The host alone, without a path and without patterns: it stands in a policy as it is. */
function originOf(text: string): string | undefined {
  if (!/^https:\/\/[\p{L}\p{N}.-]+(?::\d+)?\/?$/iu.test(text)) return undefined;
  const origin = URL.parse(text)?.origin ?? '';
  return /^https:\/\/[a-z\d.-]+(?::\d+)?$/.test(origin) ? origin : undefined;
}
