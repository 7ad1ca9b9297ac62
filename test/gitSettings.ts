/** Git tidies a repository in processes that outlive the command, and write into a folder that a test removes by then. */
export const gitSettings = {
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'receive.autoGC',
  GIT_CONFIG_VALUE_1: 'false',
} as const;
