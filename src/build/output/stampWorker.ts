import { answerEach } from '../../threads/otherThread.ts';
import { stampsBelow } from './stamps.ts';

// The other thread of `LookAhead`.
answerEach(stampsBelow);
