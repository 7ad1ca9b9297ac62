import { type Export, pixel } from './export.ts';

/** Jekyll, Hugo, Eleventy, Micro.blog, Bear: what others build, or write, in folders. */
export const folders: readonly Export[] = [
  {
    maker: 'Jekyll',
    files: {
      '_config.yml': 'title: Rails\nurl: https://rails.example\nbaseurl: ""\n',
      '_posts/2011-06-07-night-rails.md':
        '---\ntitle: Night rails\nredirect_from: [/old/rails.html, /rails.php]\ncategories: travel slow\n---\nThe rails sing.[^a] ![Rails]({{ site.baseurl }}/img/rails.png)\n\n[^a]: At *night*, on rails.\n',
      '_posts/2011-06-08-own.html':
        '---\ntitle: Own rails\npermalink: /own/place/\n---\n<p>Rails of one’s own.<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><div class="footnotes"><ol><li id="fn:1"><p>Narrow rails.&#160;<a href="#fnref:1">&#8617;</a></p></li></ol></div>\n',
      '_posts/2011-06-09-switch.md':
        '---\ntitle: Switch\ntags: points frogs\n---\nA switch, see [the song]({% post_url 2011-06-07-night-rails %}) and [who]({% link about.md %}).\n\n{% highlight ruby %}\nputs "{{ rails }}"\n{% endhighlight %}\n\n{% include map.html %}\n',
      '_drafts/soon.md': '---\ntitle: Soon\n---\nCanary rails.\n',
      'about.md': '---\ntitle: About rails\n---\nWho rails.\n',
      'img/rails.png': pixel,
    },
    addresses: [
      ['/travel/slow/2011/06/07/night-rails.html', 'The rails sing.'],
      ['/old/rails.html', 'The rails sing.'],
      ['/rails.php', 'The rails sing.'],
      ['/own/place/', 'Rails of one’s own.'],
      ['/about.html', 'Who rails.'],
      ['/2011/06/09/switch.html', 'A switch, see'],
    ],
    footnotes: [
      ['The rails sing.', 'At <em>night</em>, on rails.'],
      ['Rails of one’s own.', 'Narrow rails.'],
    ],
    links: [
      ['the song', 'The rails sing.'],
      ['who', 'Who rails.'],
      ['frogs', 'Switch'],
    ],
    pictures: ['Rails'],
    shown: ['{{ rails }}'],
    feedIds: [
      'https://rails.example/travel/slow/2011/06/07/night-rails',
      'https://rails.example/own/own',
      'https://rails.example/2011/06/09/switch',
    ],
    secrets: ['Canary'],
  },
  {
    maker: 'Hugo',
    files: {
      'hugo.toml':
        'baseURL = "https://fugue.example/notes/"\ntitle = "Fugue"\n[permalinks]\nposts = "/:year/:slug/"\n',
      'content/posts/voices/index.md':
        '+++\ntitle = "Four voices"\ndate = 2012-03-04T05:06:07Z\naliases = ["/voices.html", "first"]\n+++\nA fugue begins.[^1] {{< figure src="v.png" alt="A fugue" >}}\n\n[^1]: With *one* voice of the fugue.\n',
      'content/posts/voices/v.png': pixel,
      'content/posts/deep/echo.md':
        '---\ntitle: Echo\ndate: 2012-03-05\nurl: /echo.html\n---\nThe fugue echoes [1].\n\n[1] Twice, in the fugue.\n',
      'content/posts/canon.md':
        '{"title": "Canon", "date": "2012-03-06", "tags": ["rounds"]}\n\nA canon follows [the fugue]({{< relref "deep/echo.md" >}}).\n\n![A stave](/img/stave.png)\n\n{{< highlight go >}}\nfmt.Println("{{ canon }}")\n{{< /highlight >}}\n\n{{< youtube w7Ft2ymGmfc >}}\n',
      'content/posts/coda.md':
        '{"title": "Coda", "date": "2012-03-07", "draft": true}\n\nCanary coda.\n',
      'static/img/stave.png': pixel,
      'content/who.md': '---\ntitle: Who\n---\nWho fugues.\n',
    },
    addresses: [
      ['/notes/2012/four-voices/', 'A fugue begins.'],
      ['/notes/voices.html', 'A fugue begins.'],
      ['/notes/2012/first/', 'A fugue begins.'],
      ['/notes/echo.html', 'The fugue echoes'],
      ['/notes/who/', 'Who fugues.'],
      ['/notes/2012/canon/', 'A canon follows'],
    ],
    links: [['the fugue', 'The fugue echoes']],
    pictures: ['A fugue', 'A stave'],
    shown: ['{{ canon }}', 'href="https://www.youtube.com/watch?v=w7Ft2ymGmfc"'],
    footnotes: [
      ['A fugue begins.', 'With <em>one</em> voice of the fugue.'],
      ['The fugue echoes', 'Twice, in the fugue.'],
    ],
    feedIds: [
      'https://fugue.example/notes/2012/four-voices/',
      'https://fugue.example/notes/echo.html',
      'https://fugue.example/notes/2012/canon/',
    ],
    secrets: ['Canary'],
  },
  {
    maker: 'Eleventy',
    files: {
      'eleventy.config.js': 'export default () => {};\n',
      'posts/2013-04-05-steam.md':
        '---\ntitle: Steam\ntags: [posts, brine]\npermalink: /steam/index.html\n---\nSteam rises.^[An *inline* steam.] And again.[^x]\n\n[^x]: Slow steam.\n',
      'posts/2013-04-06-kettle.md':
        '---\ntitle: Kettle\n---\nThe kettle, after [steam]({{ "/steam/" | url }}).\n',
    },
    addresses: [
      ['/posts/kettle/', 'The kettle, after'],
      ['/steam/', 'Steam rises.'],
      ['/steam/index.html', 'Steam rises.'],
    ],
    footnotes: [['And again.', 'Slow steam.']],
    links: [['steam', 'Steam rises.']],
  },
  {
    maker: 'Micro.blog',
    files: {
      '2020/01/02/short.md':
        '---\ntitle: ""\ndate: 2020-01-02 03:04:05 +0000\nurl: /2020/01/02/short.html\nguid: http://micro.example/2020/01/02/short.html\n---\nA micro note.\n',
    },
    addresses: [['/2020/01/02/short.html', 'A micro note.']],
    feedIds: ['http://micro.example/2020/01/02/short.html'],
  },
  {
    maker: 'Bear',
    files: {
      'Trails.textbundle/text.md':
        '# Trails\n#walk#\n\nA bear was here.[^1]\n\n[^1]: A *brown* bear.\n',
      'Trails.textbundle/info.json':
        '{"net.shinyfrog.bear":{"creationDate":"2016-01-02T03:04:05Z","trashed":0}}',
    },
    addresses: [],
    footnotes: [['A bear was here.', 'A <em>brown</em> bear.']],
  },
  {
    maker: 'a folder of Markdown in git',
    committed: '2015-03-04T05:06:07+02:00',
    files: {
      'ledger/dated.md':
        '---\ntitle: Dated\ndate: 2014-05-06\n---\nThe ledger begins [1], then [the next](2014-05-07-named.md).\n\n[1] In *red* ink.\n',
      'ledger/2014-05-07-named.md': '# Named\n\nThe ledger goes on.\n\n![A page](page.png)\n',
      'ledger/page.png': pixel,
      'ledger/seen.md': '# Seen\n\nThe ledger that git saw.\n',
      'drafts/soon.md': '# Soon\n\nCanary ledger.\n',
    },
    addresses: [
      ['/2014/dated/', 'datetime="2014-05-06'],
      ['/2014/named/', 'datetime="2014-05-07'],
      ['/2015/seen/', 'datetime="2015-03-04T0'],
    ],
    footnotes: [['The ledger begins', 'In <em>red</em> ink.']],
    links: [['the next', 'The ledger goes on.']],
    pictures: ['A page'],
    secrets: ['Canary'],
  },
];
