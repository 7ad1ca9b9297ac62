import { describe, expect, it } from 'vitest';
import { imported } from '../imported.ts';

const blog = 'tag:blogger.com,1999:blog-7';
const kind = (name: string) =>
  `<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${name}'/>`;

const oldExport = `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>${blog}.archive</id><title type='text'>Crumbs</title>
<link rel='alternate' type='text/html' href='http://crumbs.blogspot.com/'/>
<entry><id>${blog}.layout</id>${kind('template')}<title type='text'>Template</title><content type='text'>&lt;html&gt;</content></entry>
<entry><id>${blog}.settings.BLOG_TIME_ZONE</id>${kind('settings')}<content type='text'>Europe/Lisbon</content></entry>
<entry><id>${blog}.post-11</id><published>2008-05-06T07:08:09.123+01:00</published><updated>2009-01-02T03:04:05.000Z</updated>
<category scheme='http://www.blogger.com/atom/ns#' term='Bread'/>${kind('post')}
<title type='text'>Crust &amp; crumb</title>
<content type='html'>&lt;span style="font-weight: bold"&gt;Crust&lt;/span&gt; and &lt;a href="http://crumbs.blogspot.com/2008/05/salt.html"&gt;salt&lt;/a&gt;.&lt;a name='more'&gt;&lt;/a&gt;&lt;br /&gt;&lt;br /&gt;Crumb.</content>
<link rel='replies' type='application/atom+xml' href='http://crumbs.blogspot.com/feeds/11/comments/default'/>
<link rel='alternate' type='text/html' href='http://crumbs.blogspot.com/2008/05/crust-crumb.html'/>
<author><name>Ana Lima</name><email>ana@secret.example</email></author></entry>
<entry><id>${blog}.post-12</id><published>2008-05-07T07:08:09.123+01:00</published><updated>2008-05-07T07:09:00.000+01:00</updated>${kind('post')}
<title type='text'></title><content type='html'>Salt.</content>
<link rel='alternate' type='text/html' href='http://crumbs.blogspot.com/2008/05/salt.html'/><author><name>Ana Lima</name></author></entry>
<entry><id>${blog}.post-13</id><published>2008-05-08T07:08:09.123+01:00</published>${kind('post')}
<app:control xmlns:app='http://purl.org/atom/app#'><app:draft>yes</app:draft></app:control>
<title type='text'>Soon</title><content type='html'>Not yet.</content></entry>
<entry><id>${blog}.page-14</id><published>2008-05-08T07:08:09.123+01:00</published>${kind('page')}
<title type='text'>About</title><content type='html'>Who.</content><link rel='alternate' type='text/html' href='http://crumbs.blogspot.com/p/about.html'/></entry>
<entry><id>${blog}.post-21</id><published>2008-05-07T10:00:00.000+01:00</published>${kind('comment')}<title type='text'>Nice...</title>
<content type='html'>Nice &lt;b&gt;crust&lt;/b&gt;</content><thr:in-reply-to ref='${blog}.post-11' href='http://crumbs.blogspot.com/2008/05/crust-crumb.html'/>
<author><name>Tom</name><uri>http://www.blogger.com/profile/123</uri><email>noreply@blogger.com</email></author></entry>
<entry><id>${blog}.post-22</id><published>2008-05-07T11:00:00.000+01:00</published>${kind('comment')}<title type='text'>Thanks</title>
<content type='html'>Thanks!</content><link rel='related' type='application/atom+xml' href='http://crumbs.blogspot.com/feeds/11/comments/default/21'/>
<thr:in-reply-to ref='${blog}.post-11'/><author><name>Ana Lima</name><uri>https://ana.example</uri></author></entry>
</feed>`;

const takeout = `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>${blog}</id><title>Crumbs</title>
<entry><id>${blog}.post-11</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
<author><name>Ana Lima</name></author><title>Crust</title><content type='html'>&lt;p&gt;Crust.&lt;/p&gt;</content>
<blogger:metaDescription>On bread</blogger:metaDescription><published>2008-05-06T06:08:09Z</published><updated>2008-05-06T06:08:09Z</updated>
<category scheme='${blog}' term='Bread'/><blogger:filename>/2008/05/crust.html</blogger:filename></entry>
<entry><id>${blog}.post-15</id><blogger:type>POST</blogger:type><blogger:status>SOFT_TRASHED</blogger:status><title>Gone</title><content type='html'>Gone.</content></entry>
<entry><id>${blog}.post-21</id><blogger:type>COMMENT</blogger:type><blogger:status>PENDING</blogger:status>
<blogger:parent>${blog}.post-11</blogger:parent><blogger:inReplyTo/><author><name>Tom</name></author><content type='html'>Nice</content><published>2008-05-07T09:00:00Z</published></entry>
<entry><id>${blog}.post-23</id><blogger:type>COMMENT</blogger:type><blogger:status>SPAM</blogger:status>
<blogger:parent>${blog}.post-11</blogger:parent><content type='html'>Buy</content></entry>
</feed>`;

describe('an export of Blogger', () => {
  it('comes with tags, ids, old addresses and links among posts', async () => {
    const { files } = await imported({ 'blog-05-06-2010.xml': oldExport });
    expect(files['articles/2008/crust-crumb.md']).toBe(`---
title: Crust & crumb
date: 2008-05-06T07:08:09+01:00
updated: 2009-01-02T03:04:05Z
tags:
  - Bread
id: ${blog}.post-11
aliases:
  - /2008/05/crust-crumb.html
---

**Crust** and [salt](../../notes/2008/salt.md).

Crumb.
`);
    expect(files['notes/2008/salt.md']).not.toContain('updated');
    expect(files['articles/2008/soon.md']).toContain('draft: true');
    expect(files['pages/about.md']).toContain('aliases:\n  - /p/about.html\n');
    expect(files['site.yaml']).toContain('timeZone: Europe/Lisbon\n');
  });

  it('comes with comments and who answers whom, and without addresses of people', async () => {
    const { below, files } = await imported({ 'blog.xml': oldExport });
    const [comments] = below('comments/');
    expect(comments).toBe(`entry: ${blog}.post-11
comments:
  - id: blogger-21
    name: Tom
    date: 2008-05-07T09:00:00Z
    text: Nice **crust**
  - id: blogger-22
    name: Ana Lima
    url: https://ana.example
    date: 2008-05-07T10:00:00Z
    text: Thanks!
    replyTo: blogger-21
`);
    expect(Object.values(files).join('')).not.toMatch(/secret\.example|noreply/);
  });

  it('is read as Takeout has it, too, without what was in the trash', async () => {
    const { below, files, report } = await imported({
      'Takeout/Blogger/Blogs/Crumbs/feed.atom': takeout,
      'Takeout/Blogger/Blogs/Crumbs/settings.csv': 'blog_name,blog_subdomain\nCrumbs,crumbs\n',
    });
    expect(files['articles/2008/crust.md']).toContain(
      'summary: On bread\naliases:\n  - /2008/05/crust.html\n',
    );
    const [comments] = below('comments/');
    expect(comments).toContain('status: waiting');
    expect(comments).not.toContain('Buy');
    expect(files['site.yaml']).toContain('url: https://crumbs.blogspot.com\n');
    expect(
      report.lines.filter(({ outcome }) => outcome === 'left').map(({ where }) => where),
    ).toContain(`Takeout/Blogger/Blogs/Crumbs/feed.atom: ${blog}.post-15`);
  });

  it('that does not say where it was gets the host at which most of its posts were', async () => {
    const head = /<link rel='alternate'[^>]*\/>\n(?=<entry>)/;
    expect(oldExport).toMatch(head);
    const { files } = await imported({ 'blog.xml': oldExport.replace(head, '') });
    expect(files['site.yaml']).toContain('url: http://crumbs.blogspot.com\n');
    expect(files['articles/2008/crust-crumb.md']).toContain('- /2008/05/crust-crumb.html\n');
  });

  it('that was cut off gives what is whole, and tells what is not', async () => {
    const { files, report } = await imported({
      'blog.xml': oldExport.slice(0, oldExport.indexOf('Not yet.')),
    });
    expect(files['articles/2008/crust-crumb.md']).toContain('**Crust**');
    expect(
      report.lines.filter(({ outcome }) => outcome === 'failed').map(({ where }) => where),
    ).toEqual(['blog.xml: Soon']);
  });

  it('keeps the place of a comment that its writer took away, and no word of it', async () => {
    const gone = oldExport.replace(
      'Nice &lt;b&gt;crust&lt;/b&gt;</content>',
      "This comment has been removed by the author.</content><gd:extendedProperty xmlns:gd='http://schemas.google.com/g/2005' name='blogger.contentRemoved' value='true'/>",
    );
    const { below } = await imported({ 'blog.xml': gone });
    const [comments] = below('comments/');
    expect(comments).toMatch(/id: blogger-21\n[\s\S]*?status: removed\n/);
  });
});
