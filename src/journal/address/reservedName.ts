/** What Windows keeps for devices, in any folder and with any extension, however it is written. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:$|[.:])/i;

/** What is expected in its place. */
export const freeName = 'a name that Windows does not keep for itself (con, aux, nul, com1 …)';

/** Whether no file can have a name where Windows is the system: `con`, `NUL.txt`, `com1`. */
export function isReservedName(name: string): boolean {
  return device.test(name);
}
