import { feedPaths, feedRoute } from '../../feeds/route.ts';

export const getStaticPaths = feedPaths;
export const GET = feedRoute('feed.json');
