import { sameFor } from '../once/sameFor.ts';

/** What a key of another generator is here: our keys for it, of which the first that a file knows counts, or why it is none. */
type Meaning =
  | { readonly ours: readonly string[]; readonly as?: string }
  | { readonly why: string };

const look = { why: 'remove it: the theme decides how a page looks' };
const cover = { ours: ['cover'], as: 'cover: {src: …, alt: …}' };
const draft = { ours: ['draft'], as: 'draft: true' };
const part = { ours: ['series'], as: 'series: {id: …, part: …}' };
const nothingElse = { why: 'remove it: it works without' };

/**
 * Keys in the front matter and settings of Jekyll, Hugo, Eleventy, Astro and WordPress and of their common themes, in
 * lower case and without `_`, `-` and spaces.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  ...all('permalink url oldurl path', {
    ours: ['aliases', 'slug'],
    as: 'slug: … for the last part of the path, or aliases: [/old/path/] to lead the old address here',
  }),
  ...all('redirectfrom redirects alias oldpaths', {
    ours: ['aliases'],
    as: 'aliases: [/old/path/]',
  }),
  ...all('redirectto redirect redirecturl', {
    why: 'remove it, and write the link in the text: an entry has a page of its own',
  }),
  ...all(
    'description excerpt abstract subtitle lead dek teaser standfirst metadescription seodescription socialdescription',
    {
      ours: ['summary', 'tagline', 'about', 'bio', 'caption'],
    },
  ),
  ...all(
    'lastmod modified lastmodified lastmodifiedat updatedat updateddate updatedon moddate datemodified dateupdated lastupdated lastupdate modifieddate moddatetime modifiedtime postmodified',
    'updated',
  ),
  ...all(
    'pubdate pubdatetime publishdate publishedat publishedon publisheddate datepublished createdat created createdon createddate datecreated posted postdate datetime time firstpublished',
    'date',
  ),
  ...all('expirydate expires unpublishdate', {
    why: 'remove it: write draft: true once it is over',
  }),
  ...all(
    'category categories keywords keyword topics topic tag labels label section taxonomies tagslist',
    'tags',
  ),
  ...all(
    'author writer writers byline creator by postauthor contributor contributors coauthor coauthors',
    'authors',
  ),
  ...all(
    'image images thumbnail thumb featuredimage featuredimagepreview featureimage feature featured coverimage hero heroimage banner bannerimage header headerimage ogimage socialimage shareimage sharingimage teaserimage picture photo previewimage cardimage lightgallery resources',
    cover,
  ),
  ...all('imagealt coveralt thumbnailalt featuredimagealt heroalt', cover),
  ...all(
    'layout template theme style styles stylesheet css class classes cssclass cssclasses bodyclass js script scripts width wide',
    look,
  ),
  ...all(
    'toc showtoc tocopen tableofcontents sidebar rightcolumn breadcrumbs showreadingtime readingtime showbreadcrumbs hidemeta hidesummary disableshare share related pagination searchhidden',
    look,
  ),
  ...all('type posttype contenttype', {
    why: 'remove it: the folder says whether it is an article or a note',
  }),
  ...all('weight order navorder position', {
    ours: ['series'],
    as: 'series: {id: …, part: …} if it is part of one; all else stands by its date',
  }),
  ...all('pin pinned sticky top', { why: 'remove it: entries stand by their dates' }),
  ...all('comment comments disqus commentson allowcomments disablecomments', {
    why: 'remove it: site.yaml says what happens to comments, for all entries alike',
  }),
  ...all(
    'math mathjax katex latex mermaid highlight syntaxhighlighting prism markup unsafe',
    nothingElse,
  ),
  ...all(
    'sitemap outputs cascade build menu menus eleventynavigation eleventyexcludefromcollections eleventycomputed pagefind robots noindex robotsnoindex',
    {
      why: 'remove it: every published entry is in the lists, the feeds and the sitemap',
    },
  ),
  ...all('guid uid uuid postid wordpressid wpid atomid feedid identifier', 'id'),
  ...all('language locale languagecode languagetag', { ours: ['lang', 'language'] }),
  ...all(
    'canonicalurl originalurl originallink originallypublishedat crosspost externalurl sourceurl',
    'canonical',
  ),
  ...all('link externallink linkurl via source reply replyto inreplyto', {
    ours: ['inReplyTo'],
    as: 'inReplyTo: … if the entry answers that page, else as a link in the text',
  }),
  ...all('name headline heading posttitle', { ours: ['title', 'label'] }),
  ...all('linktitle shorttitle seotitle metatitle ogtitle navtitle', {
    why: 'remove it: a title is the same everywhere',
  }),
  ...all(
    'hidden hide unlisted private wip status poststatus visibility isdraft unpublished future ispublished',
    draft,
  ),
  ...all('seriesorder seriespart seriesindex seriesweight part', part),
  ...all('collection collections serie', 'series'),
  ...all(
    'syndicated syndicationurls syndicateto posse mastodon twitter alsoon toots',
    'syndication',
  ),
  ...all('baseurl siteurl site host domain root', { ours: ['url'], as: 'url: https://…' }),
  ...all('slogan sitedescription', 'tagline'),
  ...all('sitetitle sitename', 'title'),
  ...all('defaultlang defaultlanguage defaultcontentlanguage', 'language'),
  ...all('tz zone timezonename', 'timeZone'),
  ...all('navigation navlinks headerpages mainmenu', 'nav'),
  ...all('paginate postsperpage perpage pagesize', {
    ours: ['stream'],
    as: 'stream: {entries: …}',
  }),
  ...all('rsslimit feedlimit', { ours: ['feeds'], as: 'feeds: {entries: …}' }),
  ...all('file filename', 'src'),
  ...all('alttext imagedescription', 'alt'),
  ...all('attribution copyright photographer', 'credit'),
  ...all('homepage website web', 'url'),
  ...all('rss xmlurl feedurl atom', 'feed'),
  ...all('avatar portrait', 'picture'),
};

/** Keys that mean the same; a word is our only key for them. */
function all(keys: string, said: Meaning | string): Record<string, Meaning> {
  return sameFor(keys, typeof said === 'string' ? { ours: [said] } : said);
}

/** The keys of others that say what one of ours says, alone, in their order. */
export function foreignKeysOf(ours: string): string[] {
  return Object.entries(meanings).flatMap(([key, one]) =>
    'ours' in one && one.ours.length === 1 && one.ours[0] === ours ? [key] : [],
  );
}

/**
 * What to do about a key that is unknown here and common elsewhere; undefined for all others. `known` are the keys that
 * would be right, `value` is what the key has.
 */
export function adviceFor(
  key: string,
  value: unknown,
  known: readonly string[],
): string | undefined {
  const plain = plainKey(key);
  const same = known.find((one) => plainKey(one) === plain);
  if (same !== undefined) return `did you mean "${same}"?`;
  if (/^(?:publish(?:ed)?|listed|visible|public|live|enabled)$/.test(plain))
    return adviceForPublished(value, known);
  const meaning = Object.hasOwn(meanings, plain) ? meanings[plain] : undefined;
  if (!meaning) return undefined;
  if ('why' in meaning) return meaning.why;
  const ours = meaning.ours.find((one) => known.includes(one));
  if (ours === undefined) return undefined;
  return meaning.as === undefined ? `write it as "${ours}"` : `write it as ${meaning.as}`;
}

/** A key without regard to how it is written: `last_modified_at`, `lastModifiedAt`. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** A flag with some, a date with others. */
function adviceForPublished(value: unknown, known: readonly string[]): string | undefined {
  if (!known.includes('draft')) return undefined;
  if (/^(?:false|no|off|0)$/i.test(String(value))) return 'write it as draft: true';
  if (/^\d{4}-/.test(String(value))) return 'write it as "date"';
  return 'remove it: what is no draft is published on its date';
}
