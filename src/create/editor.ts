import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The editor that the person uses, with its own arguments: `VISUAL`, else `EDITOR`. */
export function editorOf(environment: NodeJS.ProcessEnv): string | undefined {
  return environment['VISUAL']?.trim() || environment['EDITOR']?.trim() || undefined;
}

/**
 * Opens a file in an editor and waits until it is closed.
 *
 * @throws where the editor does not run or says that it failed.
 */
export async function openEditor(editor: string, path: string): Promise<void> {
  // The shell takes the editor's arguments apart; the file's name never goes through it.
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${path}"`, { shell: true, stdio: 'inherit' })
      : spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) {
    throw new Error(
      `The editor "${editor}" ended with ${code}. The file is there: ${path}. Open it by hand, or correct VISUAL or EDITOR.`,
    );
  }
}
