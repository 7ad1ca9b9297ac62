import { scrollback } from './src/build/integration.ts';

export default { integrations: [scrollback()] };
