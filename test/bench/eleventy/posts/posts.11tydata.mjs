export default {
  layout: 'post.njk',
  permalink: ({ page }) => `/${page.date.toISOString().slice(0, 10)}/${page.fileSlug}/`,
};
