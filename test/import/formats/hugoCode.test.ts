import { expect, it } from 'vitest';
import { imported } from '../imported.ts';

it.each([
  [
    '{{< highlight go "linenos=table,hl_lines=2 4-5" >}}\n1\n2\n3\n4\n5\n{{< /highlight >}}',
    '```go {2,4-5}\n1\n2\n3\n4\n5\n```',
  ],
  ['{{< highlight go "hl_lines=[1,9]" >}}\n1\n{{< /highlight >}}', '```go {1}\n1\n```'],
  [
    '```go {linenos=true,hl_lines=[1,"2-3"],title="a.go"}\n1\n2\n3\n```',
    '```go title="a.go" {1,2-3}\n1\n2\n3\n```',
  ],
  ['```go {linenos=inline}\n1\n```', '```go\n1\n```'],
  ['```py\na\n\n\n\nb\n```\n\n\n\nc', '```py\na\n\n\n\nb\n```\n\nc'],
  ['{{< map >}} **a** b\nc', '**a** b <!-- {{< map >}} -->\nc'],
  ['```go {2}\n1\n2\n```', '```go {2}\n1\n2\n```'],
  [
    '{{% notice warning "Watch out" %}}\nIt is *deep*.\n{{% /notice %}}',
    '> [!WARNING] Watch out\n> It is *deep*.',
  ],
  ['{{< tip "Try it" >}}A{{< /tip >}}', '> [!TIP] Try it\n> A'],
  ['{{< callout type="info" title="So" >}}A{{< /callout >}}', '> [!NOTE] So\n> A'],
  ['{{< verse >}}\nA line\n  and *more*\n\nEnd\n{{< /verse >}}', 'A line\\\n  and *more*\n\nEnd'],
])('what Hugo has as %j keeps its marks, titles and lines', async (body, expected) => {
  const { files } = await imported({
    'hugo.toml': '',
    'content/posts/a.md': `---\ntitle: A\ndate: 2010-01-01\n---\n${body}\n`,
  });
  expect(files['articles/2010/a.md']?.split('---\n').at(-1)?.trim()).toBe(expected);
});
