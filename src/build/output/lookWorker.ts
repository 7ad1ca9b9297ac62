import { answerEach } from '../../threads/otherThread.ts';
import { look } from './look.ts';

// The other thread of `LookAhead`.
answerEach(look);
