/** Git tidies a repository in a process that outlives the command, and writes into a folder that a test removes by then. */
export const gitSettings = {
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'gc.autoDetach',
  GIT_CONFIG_VALUE_0: 'false',
} as const;
