import { defineConfig } from 'i18next-cli'

// zh-Hans and en are complete by rule. mn-Mong covers labels of kiosk and sheet and is checked by
// test/locales/mongolian.test.ts, since most of it is left to the office's own translator.
export default defineConfig({
  locales: ['zh-Hans', 'en'],
  extract: {
    input: ['renderer/**/*.{ts,tsx}'],
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
    // Keys built from a value of a closed list (a refusal code, a notice kind): no call names them in full.
    preservePatterns: ['errors:*', 'terms:*'],
  },
})
