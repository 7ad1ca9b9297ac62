import { feedPlugin } from '@11ty/eleventy-plugin-rss';
import syntaxHighlight from '@11ty/eleventy-plugin-syntaxhighlight';
import footnote from 'markdown-it-footnote';

/** Eleventy as a journal would have it: footnotes, highlighted code, pages of tags, a feed. */
export default function configure(eleventy) {
  eleventy.addPlugin(syntaxHighlight);
  eleventy.addPlugin(feedPlugin, {
    type: 'rss',
    outputPath: '/feed.xml',
    collection: { name: 'posts', limit: 20 },
    metadata: {
      language: 'en',
      title: 'Bench',
      base: 'https://bench.example/',
      author: { name: 'Bench' },
    },
  });
  eleventy.amendLibrary('md', (markdown) => markdown.use(footnote));
  eleventy.addCollection('posts', (all) => all.getFilteredByGlob('posts/*.md'));
  eleventy.addFilter('day', (date) => date.toISOString().slice(0, 10));
  return { markdownTemplateEngine: false, dir: { output: 'dist' } };
}
