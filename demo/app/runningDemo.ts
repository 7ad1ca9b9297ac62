import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { addressAt } from '../folder/demoFolder.ts';

const timeoutMilliseconds = 1_000;

/** Where a demo runs that has this folder; undefined where none does. */
export async function runningDemo(path: string): Promise<string | undefined> {
  try {
    const notes = JSON.parse(await readFile(join(path, 'demo.json'), 'utf8'));
    const { port } = z.object({ port: z.int().positive() }).parse(notes);
    const response = await fetch(`${addressAt(port)}/_demo/hello`, {
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const { demo } = z.object({ demo: z.string() }).parse(await response.json());
    return demo === path ? `${addressAt(port)}/_demo/` : undefined;
  } catch {
    return undefined;
  }
}
