import { answerEach } from '../../threads/otherThread.ts';
import { look } from './look.ts';
import type { LastOutput } from './lookAhead.ts';
import { readManifest, stampsIn } from './manifest.ts';

// The other thread of `LookAhead`.
answerEach(({ folder, list }: LastOutput) =>
  look({ folder, stamps: stampsIn(readManifest(list)) }),
);
