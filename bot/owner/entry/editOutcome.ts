import type { Draft } from '../../drafts/draftStore.ts';
import type { EditOutcome } from '../../drafts/drafts.ts';
import { carryOnIfPublished } from '../../publish/carryOn.ts';
import type { PublishTools } from '../../publish/publishTools.ts';
import { talk } from '../../talk/talk.ts';

/** Carries an edit on that is in its draft, or tells, in the words of `news`, why it is not. */
export async function concludeEdit(
  outcome: EditOutcome,
  draft: Draft,
  news: Readonly<Record<Exclude<EditOutcome, 'written' | 'outdated'>, string>>,
  tools: PublishTools,
  tell: (text: string) => Promise<unknown>,
): Promise<void> {
  switch (outcome) {
    case 'outdated':
      return;
    case 'written': {
      const trouble = await carryOnIfPublished(draft, tools);
      if (trouble !== '') await tell(talk('editIn', { file: draft.file }) + trouble);
      return;
    }
    case 'missing':
    case 'conflict':
    case 'by-hand':
      await tell(news[outcome]);
      return;
    default:
      return outcome satisfies never;
  }
}
