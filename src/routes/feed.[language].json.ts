import { feedRoute, languageFeedPaths } from '../feeds/route.ts';

export const getStaticPaths = languageFeedPaths;
export const GET = feedRoute('feed.json');
