#!/usr/bin/env node
// `npm create scrollback FOLDER` is `scrollback start FOLDER`, without an installation before it.
'use strict';

const { dirname, join } = require('node:path');

const folder = dirname(require.resolve('scrollback-journal/package.json'));
process.argv.splice(1, 1, join(folder, 'bin/scrollback.cjs'), 'start');
require('scrollback-journal/bin/scrollback.cjs');
