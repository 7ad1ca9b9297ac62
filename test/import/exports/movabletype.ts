import type { Export } from './export.ts';

/** Movable Type and TypePad: text between lines of hyphens. */
export const movabletype: readonly Export[] = [
  {
    maker: 'Movable Type',
    files: {
      'mt-export.txt': Buffer.from(
        `AUTHOR: Ana Lima
TITLE: Keel &amp; rudder
BASENAME: keel_rudder
STATUS: Publish
CONVERT BREAKS: __default__
CATEGORY: Boats
DATE: 03/14/2004 09:30:15 PM
-----
BODY:
The keel is \x93oak\x94.<sup><a href="#n1">1</a></sup> See <A HREF="http://keels.example/archives/2004/04/mast.html">the mast</A>.

<P ID="n1">1. From a <EM>dry</EM> dock.</P>
-----
COMMENT:
AUTHOR: Tom
EMAIL: tom@canary.example
IP: 10.9.8.7
DATE: 03/15/2004 08:00:01 AM
Steady as she goes.
-----
--------
TITLE: Mast
BASENAME: mast
STATUS: Publish
CONVERT BREAKS: markdown
DATE: 04/01/2004 15:03:00
-----
BODY:
The *tallest* mast, above [the keel](/archives/2004/03/keel-rudder.html) and <a href="/archives/2004/05/sail.html">the sail</a>.
-----
--------
TITLE: Sail
BASENAME: sail
STATUS: Publish
DATE: 05/01/2004 03:03:00 AM
-----
BODY:
A sail above the <a href="/archives/2004/03/keel-rudder.html">keel</a>.
-----
--------
TITLE: Anchor
BASENAME: anchor
STATUS: Draft
DATE: 05/02/2004 03:03:00 AM
-----
BODY:
Canary anchor.
-----
--------
`,
        'latin1',
      ),
    },
    addresses: [
      ['/archives/2004/03/keel-rudder.html', 'The keel is “oak”.'],
      ['/archives/2004/04/mast.html', 'tallest'],
      ['/archives/2004/05/sail.html', 'A sail above'],
    ],
    comments: [['Steady as she goes.', 'The keel is']],
    footnotes: [['“oak”.', 'From a <em>dry</em> dock.']],
    links: [
      ['the mast', 'tallest'],
      ['the keel', 'The keel is'],
      ['the sail', 'A sail above'],
    ],
    secrets: ['Canary', 'canary', '10.9.8.7'],
  },
  {
    maker: 'TypePad, in an archive',
    archive: 'typepad.zip',
    files: {
      'pier.txt': `AUTHOR: Ana Lima
TITLE: Pier
BASENAME: pier
STATUS: Publish
CONVERT BREAKS: richtext
UNIQUE URL: https://piers.example/sea/2009/03/pier.html

DATE: 03/14/2009 09:30:15 AM
-----
BODY:
<p>A pier of planks.</p>
-----
EXTENDED BODY:
<p>And <a href="https://piers.example/sea/2009/04/jetty.html" target="_self">a jetty</a>.</p>
-----

--------
AUTHOR: Ana Lima
TITLE: Jetty
BASENAME: jetty
STATUS: Publish
UNIQUE URL: https://piers.example/sea/2009/04/jetty.html
DATE: 04/01/2009 09:30:15 AM
-----
BODY:
<p>A jetty of stones.</p>
-----

--------
`,
    },
    addresses: [
      ['/sea/2009/03/pier.html', 'A pier of planks.'],
      ['/sea/2009/04/jetty.html', 'A jetty of stones.'],
    ],
    links: [['a jetty', 'A jetty of stones.']],
  },
];
