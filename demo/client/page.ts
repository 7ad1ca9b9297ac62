import { el } from './base/dom.ts';
import { Notices } from './base/notices.ts';
import { Teller } from './base/server.ts';
import { ChatPane } from './chat/chatPane.ts';
import { FilePane } from './file/filePane.ts';
import { Panes } from './panes.ts';
import { SitePane } from './site/sitePane.ts';
import { StoryBar } from './story/storyBar.ts';

const notices = new Notices();
const chat = new ChatPane(notices, open);
const file = new FilePane(notices, show);
const site = new SitePane(openElsewhere);
const panes = new Panes([chat.element, file.element, site.element]);
const story = new StoryBar(notices, (step, address) => {
  chat.open(step.chat);
  panes.open(step.pane);
  if (address !== undefined) show(address);
});
const trouble = el('p', { class: 'trouble', role: 'alert', hidden: true });
document.body.append(story.element, trouble, panes.tabs, panes.element, notices.element);

const told = new Teller();
let isReady = false;
/** Milliseconds since 1970 of the change that is shown, and of the one that was when the demo was lost sight of. */
let shownAt = 0;
let lostAt = Number.POSITIVE_INFINITY;
for (const name of ['chat-bot', 'chat-group', 'chat-channel', 'chat-comments'] as const)
  told.on(name, (view) => {
    chat.show(view);
    if (isReady) panes.news('chat');
  });
told.on('files', (files) => file.list(files));
told.on('file', (changed) => {
  file.follow(changed);
  shownAt = changed?.at ?? 0;
  if (!changed || (!isReady && changed.at <= lostAt)) return;
  panes.news('file');
  panes.news('site');
  if (changed.address !== undefined && changed.kind !== 'gone') site.follow(changed.address);
});
told.on('story', (view) => story.tell(view));
told.on('scene', ({ isSiteUp, trouble: words }) => {
  site.up(isSiteUp);
  say(words);
});
told.on('notice', ({ text }) => notices.say(text));
told.on('ready', () => {
  isReady = true;
});
told.onLink((isThere) => {
  say(isThere ? undefined : 'The demo has ended. Start it again with: npm run demo');
  if (isThere || !isReady) return;
  isReady = false;
  // What changes until it is found again is told with all that stands, and is news all the same.
  lostAt = shownAt;
});

/** Shows a page of the site. */
function show(address: string): void {
  panes.open('site');
  site.go(address);
}

/** Follows a link of a message. */
function open(address: string): void {
  if (new URL(address, location.href).origin === location.origin) show(address);
  else openElsewhere(address);
}

/** Follows a link that leads out of the site: a post of the channel is here, the rest is the browser's. */
function openElsewhere(address: string): void {
  const [, message] = /^https:\/\/t\.me\/second_drawer\/(\d+)$/.exec(address) ?? [];
  if (message === undefined) return void window.open(address, '_blank', 'noopener,noreferrer');
  panes.open('chat');
  chat.open('channel', Number(message));
}

function say(words: string | undefined): void {
  trouble.hidden = words === undefined;
  trouble.textContent = words ?? '';
}
