import config from '../../astro.config.mjs';

// The tests' builds keep nothing in node_modules.
export default { ...config, cacheDir: process.env.SCROLLBACK_TEST_CACHE };
