import { expect, it } from 'vitest';
import { npmCall } from '../../src/start/dependency.ts';

const args = ['pack', '--silent', '--pack-destination', 'C:\\My Tides'];

it.each([
  ['/usr/lib/node_modules/npm/bin/npm-cli.js', 'linux'],
  ['C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js', 'win32'],
] as const)('npm that says where it is is started as it is: %s', (script, platform) => {
  expect(npmCall(args, script, platform)).toEqual({
    file: process.execPath,
    args: [script, ...args],
    isShell: false,
  });
});

it.each([undefined, '/usr/lib/node_modules/pnpm/bin/pnpm.cjs', '/opt/yarn/bin/yarn.js'])(
  'another package manager, or none, is not taken for npm: %s',
  (script) => {
    expect(npmCall(args, script, 'darwin')).toEqual({ file: 'npm', args, isShell: false });
    expect(npmCall(args, script, 'win32')).toEqual({
      file: 'npm pack --silent --pack-destination "C:\\My Tides"',
      args: [],
      isShell: true,
    });
  },
);
