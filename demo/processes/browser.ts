import { spawn } from 'node:child_process';

/** What opens an address in the browser of its user, on each system. */
function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/** Opens an address in the browser. Where that cannot be, nothing happens: the address is in the terminal, too. */
export function openBrowser(address: string): void {
  const [command, ...args] = openerOf(process.platform);
  const opener = spawn(command, [...args, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => undefined);
  opener.unref();
}
