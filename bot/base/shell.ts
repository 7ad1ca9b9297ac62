import { type RunOptions, run } from './runCommand.ts';

/**
 * What runs a line in the shell that people of a platform type it into. `isVerbatim`: the parameters go to the program
 * letter by letter, since cmd knows no quotation marks within quotation marks.
 */
export function shellCall(line: string, platform: NodeJS.Platform) {
  return platform === 'win32'
    ? { program: 'cmd', parameters: ['/d', '/s', '/c', `"${line}"`], isVerbatim: true }
    : { program: 'sh', parameters: ['-c', line], isVerbatim: false };
}

/** Runs a line in the shell to its end, as {@link run} runs a program. */
export function runInShell(
  line: string,
  folder: string,
  options: RunOptions = {},
): Promise<string> {
  const { program, parameters, isVerbatim } = shellCall(line, process.platform);
  return run(program, parameters, folder, { ...options, isVerbatim });
}
