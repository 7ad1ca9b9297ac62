import { lazyPackage } from './lazyPackage.ts';

/** What reads HTML as browsers do: many journals have none of their own. */
export const parse5 = lazyPackage<typeof import('parse5')>('parse5');
