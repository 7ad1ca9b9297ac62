import type { Rooms } from './table.ts';

/** The demo: everything at once, on this machine. */
export const demo: Rooms = {
  'demo/text': [],
  'demo/chat': ['telegram-double', 'demo/text'],
  'demo/folder': ['src/journal'],
  'demo/processes': ['src/journal'],
  'demo/story': ['src/journal', 'src/files', 'telegram-double', 'demo/chat', 'demo/folder'],
  'demo/server': ['demo/chat', 'demo/story'],
  'demo/app': [
    'src/journal',
    'src/files',
    'telegram-double',
    'demo/chat',
    'demo/folder',
    'demo/processes',
    'demo/story',
    'demo/server',
  ],
  'demo/client/base': ['demo/text', 'demo/chat', 'demo/server'],
  'demo/client/chat': ['demo/chat', 'demo/client/base'],
  'demo/client/file': ['demo/text', 'demo/server', 'demo/client/base'],
  'demo/client/site': ['demo/client/base'],
  'demo/client/story': ['demo/text', 'demo/story', 'demo/server', 'demo/client/base'],
  'demo/client': [
    'demo/client/base',
    'demo/client/chat',
    'demo/client/file',
    'demo/client/site',
    'demo/client/story',
  ],
  demo: ['src/terminal', 'demo/processes', 'demo/app'],
};
