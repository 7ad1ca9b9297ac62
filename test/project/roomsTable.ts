/** By the name of each room, those that it may import. */
type Rooms = Readonly<Record<string, readonly string[]>>;

/** A room a line, and behind its colon what it may import; a line that begins with a blank goes on with the one before. */
const table = `
# The core. It is pure: files, clock and network are handed to it.
src/journal/once:
src/journal/fault: src/journal/once
src/journal/command: src/journal/fault
src/journal/address: src/journal/once src/journal/fault
src/journal/file: src/journal/once src/journal/fault
src/journal/words: src/journal/once
src/journal/words/languages: src/journal/once src/journal/words
src/journal/words/talk/basics: src/journal/words
src/journal/words/talk/entries: src/journal/words
src/journal/words/talk/channel: src/journal/words
src/journal/words/talk/people: src/journal/words
src/journal/words/talk: src/journal/words src/journal/words/talk/basics
  src/journal/words/talk/entries src/journal/words/talk/channel src/journal/words/talk/people
src/journal/schema: src/journal/once src/journal/fault src/journal/address src/journal/file
  src/journal/words
src/journal/text/html:
src/journal/text/inline: src/journal/once src/journal/words src/journal/text/html
src/journal/text/block: src/journal/text/inline
src/journal/text: src/journal/once src/journal/address src/journal/text/html
  src/journal/text/inline src/journal/text/block
src/journal/content: src/journal/once src/journal/fault src/journal/address src/journal/file
  src/journal/words src/journal/words/talk src/journal/schema src/journal/text/inline
src/journal/public: src/journal/once src/journal/fault src/journal/address src/journal/words
  src/journal/words/languages src/journal/schema src/journal/text src/journal/content

# The site.
src/files:
src/threads:
src/terminal: src/journal
src/create: src/journal
src/start: src/journal
src/render/html: src/journal
src/render/collect: src/journal src/render/html
src/render/raw: src/journal src/render/html src/render/collect
src/render/inline: src/journal src/render/collect
src/render/constructs: src/journal src/render/html src/render/collect src/render/inline
src/render: src/journal src/render/html src/render/collect src/render/raw src/render/inline
  src/render/constructs
src/render/output: src/journal src/render/html src/render/collect src/render/inline
  src/render/constructs
src/look: src/journal src/render/html
src/media: src/journal src/files src/render/html
src/cache: src/journal src/files src/render/collect
src/related: src/journal src/files src/threads src/cache src/render/collect
src/cards: src/journal src/files src/cache src/render src/threads
src/load/links: src/journal src/render/html src/render/collect
src/load: src/load/links src/journal src/files src/threads src/cache src/look src/media
  src/related src/cards src/render src/render/html src/render/collect
src/words: src/journal src/cache src/load src/render/html
src/view: src/journal src/words src/cache src/load src/look src/media src/related src/render
  src/render/html src/render/collect src/render/output
src/feeds: src/journal src/files src/threads src/words src/cache src/view src/render
  src/render/html src/render/output
src/search/shards: src/files
src/search: src/journal src/files src/threads src/cache src/load src/view src/render
  src/render/html src/render/collect src/search/shards
src/replace: src/journal src/view
src/layouts: src/journal src/cards src/words src/view src/replace src/render/html
src/components: src/journal src/words src/view src/replace src/layouts src/render/output
src/routes: src/journal src/words src/load src/load/links src/view src/feeds src/search
  src/layouts src/components src/render src/render/html
src/build/output: src/journal src/files src/cache src/media src/cards src/load src/search
  src/render/html
src/build/pages: src/files src/cache src/load src/feeds src/build/output
src/build/dev: src/journal src/files src/media src/cards src/load src/render/html src/build/output
src/build: src/journal src/files src/cache src/terminal src/cards src/load src/search src/view
  src/render src/render/collect src/render/constructs src/replace src/build/output src/build/pages
  src/build/dev
src/import/item: src/journal
src/import/source: src/journal
src/import/format: src/journal src/import/item src/import/source
src/import/fetch: src/import/format
src/import/html/tree: src/import/item
src/import/markdown: src/journal src/import/item src/import/source src/import/html/tree
src/import/html/footnotes: src/import/item src/import/html/tree
src/import/html: src/journal src/import/item src/import/markdown src/import/html/tree
  src/import/html/footnotes
src/import/xml: src/import/item src/import/source
src/import/formats/wordpress: src/import/item src/import/source src/import/format src/import/xml
  src/import/html/tree
src/import/formats/jekyll: src/journal src/import/item src/import/source src/import/format
  src/import/markdown
src/import/formats/ghost: src/journal src/import/item src/import/source src/import/format
  src/import/html/tree
src/import/formats/blogger: src/import/item src/import/source src/import/format src/import/xml
src/import/formats/hugo: src/journal src/import/item src/import/source src/import/format
  src/import/markdown
src/import/formats/medium: src/import/item src/import/source src/import/format
  src/import/html/tree
src/import/formats/livejournal: src/import/item src/import/source src/import/format src/import/xml
  src/import/html/tree
src/import/formats/movabletype: src/import/item src/import/source src/import/format
  src/import/markdown src/import/html/tree
src/import/formats/substack: src/import/item src/import/source src/import/format
  src/import/html/tree
src/import/formats/telegram: src/import/item src/import/source src/import/format
  src/import/html/tree
src/import/formats/markdown: src/import/item src/import/source src/import/format
  src/import/markdown
src/import/formats/jsonfeed: src/import/item src/import/source src/import/format
  src/import/markdown src/import/html/tree
src/import/formats/scrollback: src/journal src/import/source src/import/format
src/import/formats: src/import/format src/import/formats/markdown src/import/formats/blogger
  src/import/formats/ghost src/import/formats/hugo src/import/formats/jekyll
  src/import/formats/jsonfeed src/import/formats/livejournal src/import/formats/medium
  src/import/formats/movabletype src/import/formats/scrollback src/import/formats/substack
  src/import/formats/wordpress src/import/formats/telegram
src/import/report: src/journal src/import/item
src/import/write: src/journal src/files src/import/item src/import/source src/import/format
  src/import/markdown src/import/html/tree src/import/html src/import/report
src/import/write/site: src/journal src/import/item src/import/write
src/import/join: src/journal src/files src/import/item src/import/source src/import/markdown
  src/import/report src/import/write
src/import: src/files src/import/item src/import/format src/import/formats src/import/source
  src/import/report src/import/write src/import/write/site src/import/join
src: src/journal src/files src/cache src/create src/start src/terminal src/import src/import/fetch
  src/import/report src/load src/replace src/build

# The bot. Of the site it knows the core alone.
bot/state:
bot/talk: src/journal
bot/base: src/journal bot/state bot/talk
bot/button:
bot/git: src/journal bot/base
bot/content: src/journal bot/base
bot/message: src/journal bot/talk bot/content
bot/post: src/journal bot/state bot/base bot/content bot/message
bot/drafts: src/journal bot/state bot/talk bot/base bot/button bot/content bot/message
bot/inbox: src/journal bot/state bot/base bot/drafts
bot/outbox: src/journal bot/state bot/talk bot/base bot/post
bot/notify: bot/state bot/talk bot/base bot/button bot/content bot/post bot/drafts bot/outbox
bot/publish: src/journal bot/state bot/talk bot/base bot/git bot/content bot/drafts
bot/mirror: src/journal bot/state bot/talk bot/base bot/button bot/git bot/content bot/post
  bot/drafts bot/outbox bot/notify
bot/comments: src/journal bot/state bot/talk bot/base bot/button bot/content bot/message
  bot/drafts bot/inbox bot/outbox bot/notify bot/publish
bot/groups: src/journal bot/state bot/talk bot/base bot/button bot/content bot/message bot/drafts
  bot/outbox bot/notify bot/publish bot/comments
bot/owner/dialogue: bot/state bot/talk bot/button bot/content bot/message bot/drafts bot/outbox
  bot/notify bot/publish bot/mirror
bot/owner/entry: src/journal bot/talk bot/base bot/button bot/content bot/message bot/post
  bot/drafts bot/inbox bot/outbox bot/notify bot/publish bot/owner/dialogue
bot/owner/commands: src/journal bot/talk bot/base bot/button bot/content bot/message bot/drafts
  bot/outbox bot/notify bot/publish bot/groups bot/owner/dialogue bot/owner/entry
bot/owner: bot/talk bot/base bot/button bot/message bot/drafts bot/outbox bot/notify bot/comments
  bot/groups bot/owner/dialogue bot/owner/entry bot/owner/commands
bot/incoming: src/journal bot/talk bot/base bot/content bot/message bot/drafts bot/outbox
  bot/notify bot/publish bot/mirror bot/owner/entry
bot/app: src/journal bot/state bot/talk bot/base bot/button bot/content bot/message bot/drafts
  bot/inbox bot/outbox bot/notify bot/publish bot/comments bot/mirror bot/groups
  bot/owner/dialogue bot/owner/entry bot/owner bot/incoming
bot/doctor: src/journal bot/state bot/base bot/git bot/content bot/inbox bot/outbox bot/mirror
bot/setup/answers: src/journal bot/base bot/content
bot/setup/steps: src/journal bot/state bot/base bot/content bot/inbox bot/doctor bot/setup/answers
bot/setup: src/journal bot/base bot/doctor bot/setup/answers bot/setup/steps
bot: src/journal bot/talk bot/base bot/git bot/content bot/outbox bot/mirror bot/doctor
  bot/setup/answers bot/setup/steps bot/setup bot/app

# The stand-in for Telegram's Bot API, for the tests and the demo.
telegram-double/world:
telegram-double/text: telegram-double/world
telegram-double/methods: telegram-double/world telegram-double/text
telegram-double/people: telegram-double/world telegram-double/text telegram-double/methods
telegram-double/http: telegram-double/world telegram-double/methods
telegram-double: telegram-double/world telegram-double/methods telegram-double/people
  telegram-double/http

# The demo: everything at once, on this machine.
demo/text:
demo/chat: telegram-double demo/text
demo/folder: src/journal
demo/processes: src/journal
demo/story: src/journal src/files telegram-double demo/chat demo/folder
demo/server: demo/chat demo/story
demo/app: src/journal src/files telegram-double demo/chat demo/folder demo/processes demo/story
  demo/server
demo/client/base: demo/text demo/chat demo/server
demo/client/chat: demo/chat demo/client/base
demo/client/file: demo/server demo/client/base
demo/client/site: demo/client/base
demo/client/story: demo/text demo/story demo/server demo/client/base
demo/client: demo/client/base demo/client/chat demo/client/file demo/client/site demo/client/story
demo: src/terminal demo/processes demo/app
`;

/**
 * The rooms of the code and what each may import, from the ground up: a room names rooms above it in this table alone,
 * so that no circle can come about. `src/journal` stands for all rooms of the core.
 */
export const rooms: Rooms = Object.fromEntries(
  [...table.replace(/\n +/g, ' ').matchAll(/^([\w/-]+):(.*)$/gm)].map(
    ([, room = '', others = '']) => [room, others.split(' ').filter((other) => other !== '')],
  ),
);
