/** What a process has written to both of its outputs, in its order, and to each of them. */
export interface Written {
  output: string;
  out: string;
  error: string;
}

/** Notes all that this process writes from here on, which goes where it went. */
export function writtenHere(): Written {
  const written = { output: '', out: '', error: '' };
  for (const name of ['out', 'error'] as const) {
    const stream = name === 'out' ? process.stdout : process.stderr;
    const write = stream.write.bind(stream);
    stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      written.output += String(chunk);
      written[name] += String(chunk);
      return write(chunk, ...rest);
    };
  }
  return written;
}
