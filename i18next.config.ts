import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'i18next-cli'

const SCREENS = 'renderer/**/*.{ts,tsx}'

/**
 * Beginnings of keys that the screens put together from a value of a closed list (a notice kind, a place of a hit):
 * no call names such keys in full, so all that begin so count as used.
 */
function composedKeys(): string[] {
  const sources = globSync(SCREENS).map((file) => readFileSync(file, 'utf8'))
  const found = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*`([\w:.-]+)\$\{/g)])
  return [...new Set(found.map(([, beginning]) => `${beginning ?? ''}*`))]
}

// zh-Hans and en are complete by rule. mn-Mong has labels of kiosk and sheet only: test/locales/complete.test.ts.
export default defineConfig({
  locales: ['zh-Hans', 'en'],
  extract: {
    input: [SCREENS],
    ignore: ['renderer/shared/i18n-types.d.ts'],
    output: 'locales/{{language}}/{{namespace}}.json',
    defaultNS: 'terms',
    keySeparator: '.',
    nsSeparator: ':',
    functions: ['t', '*.t'],
    sort: false,
    indentation: 2,
    primaryLanguage: 'zh-Hans',
    extractFromComments: false,
    // errors and terms are looked up by code; shell, cli, the phone's page and what a table prints are read outside the screens.
    preservePatterns: [
      'errors:*',
      'terms:*',
      'shell:*',
      'cli:*',
      'photo:*',
      'replica:*',
      'portal:*',
      'table:paper.*',
      'county:sheet.*',
      ...composedKeys(),
    ],
  },
})
