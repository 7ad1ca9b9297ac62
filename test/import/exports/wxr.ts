/** Words as they stand between tags. */
export const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** An element with words in it. */
export const element = (name: string, text: string) => `<${name}>${cdata(text)}</${name}>`;

interface Item {
  readonly id: number;
  readonly title?: string;
  readonly type?: string;
  readonly status?: string;
  readonly more?: string;
  readonly content?: string;
}

/** An entry of the export. */
export const item = ({
  id,
  title = '',
  type = 'post',
  status = 'publish',
  more = '',
  content = '',
}: Item) => `<item>
<title>${title}</title><link>https://old.example/2010/05/entry-${id}/</link>
<pubDate>Wed, 05 May 2010 10:00:00 +0000</pubDate><dc:creator>${cdata('ana')}</dc:creator>
<guid isPermaLink="false">https://old.example/?p=${id}</guid>
${element('content:encoded', content)}${element('excerpt:encoded', '')}
<wp:post_id>${id}</wp:post_id>${element('wp:post_date', '2010-05-05 12:00:00')}${element('wp:post_date_gmt', '2010-05-05 10:00:00')}
${element('wp:post_name', `entry-${id}`)}${element('wp:status', status)}${element('wp:post_type', type)}
${more}</item>\n`;

const head = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:wp="https://wordpress.org/export/1.2/"><channel>
<title>Field notes</title><link>https://old.example</link><description>Trains</description><language>en-GB</language>
<wp:author><wp:author_login>${cdata('ana')}</wp:author_login><wp:author_email>${cdata('ana@secret.example')}</wp:author_email><wp:author_display_name>${cdata('Ana Lima')}</wp:author_display_name></wp:author>
`;

/** An export with these entries. */
export const wxr = (...items: readonly string[]) => `${head}${items.join('')}</channel></rss>\n`;

/** A custom field of an entry. */
export const meta = (key: string, value: string) =>
  `<wp:postmeta>${element('wp:meta_key', key)}${element('wp:meta_value', value)}</wp:postmeta>`;

/** A comment, by its id and that of what it answers. */
export const comment = (
  id: number,
  parent: number,
  words: string,
  approved = '1',
  type = 'comment',
) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id>${element('wp:comment_author', 'Bo')}
<wp:comment_author_email>bo@secret.example</wp:comment_author_email><wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>
<wp:comment_author_url>https://bo.example</wp:comment_author_url>${element('wp:comment_date_gmt', `2010-05-06 0${id}:00:00`)}
${element('wp:comment_content', words)}<wp:comment_approved>${approved}</wp:comment_approved>
<wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
