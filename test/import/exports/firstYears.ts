import type { Export } from './export.ts';

/** Movable Type, TypePad and LiveJournal: what journals of the first years gave. */
export const firstYears: readonly Export[] = [
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
  {
    maker: 'LiveJournal, by ljdump',
    files: {
      'ana/L-7':
        '<?xml version="1.0"?>\n<event><itemid>7</itemid><anum>9</anum><url>https://ana.livejournal.com/1801.html</url><eventtime>2004-12-21 20:00:00</eventtime><subject>Buoy</subject><event>A buoy for &lt;a href="http://www.livejournal.com/users/ana/2058.html"&gt;the reef&lt;/a&gt;.</event></event>',
      'ana/C-7':
        '<?xml version="1.0"?>\n<comments><comment><id>11</id><date>2004-12-22T10:00:00Z</date><body>Well moored.</body><user>bo</user></comment><comment><id>12</id><state>S</state><body>Canary comment</body></comment></comments>',
      'ana/L-8':
        '<?xml version="1.0"?>\n<event><itemid>8</itemid><anum>10</anum><url>https://ana.livejournal.com/2058.html</url><eventtime>2004-12-23 20:00:00</eventtime><event>The reef is sharp.</event></event>',
      'ana/L-9':
        '<?xml version="1.0"?>\n<event><itemid>9</itemid><anum>1</anum><url>https://ana.livejournal.com/2305.html</url><eventtime>2004-12-24 20:00:00</eventtime><security>usemask</security><subject>Hush</subject><event>Canary of friends.</event></event>',
    },
    addresses: [
      ['/1801.html', 'A buoy for'],
      ['/2058.html', 'The reef is sharp.'],
    ],
    comments: [['Well moored.', 'A buoy for']],
    links: [['the reef', 'The reef is sharp.']],
    feedIds: ['https://ana.livejournal.com/1801.html'],
    secrets: ['Canary'],
  },
];
