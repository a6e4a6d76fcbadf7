import type { ConfigurationFile } from './read-configuration.ts'

/** What `extends` may name without a file: for the three moments in a report's life, and for those who want every rule. */
export const presets: Readonly<Record<string, ConfigurationFile>> = {
  'hegao:draft': { stage: 'draft' },
  'hegao:submission': { stage: 'submission', failOn: 'warning' },
  'hegao:published': { stage: 'published' },
  'hegao:all': { rules: { '*': 'on' } },
}
