import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

// Tells which packages are read when the board's modules are.
const TELL = `
  import { registerHooks } from 'node:module'
  const packages = new Set()
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context)
      const name = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(found.url)?.[1]
      if (name) packages.add(name)
      return found
    },
  })
  await import(process.argv[1])
  process.stdout.write([...packages].join('\\n'))
`

it('the board starts without what only a workbook, a PDF, a package, a card or the line to the county needs', () => {
  const start = new URL('../../server/start.ts', import.meta.url).href
  const read = execFileSync(process.execPath, ['--input-type=module', '-e', TELL, start], {
    encoding: 'utf8',
  }).split('\n')
  expect(read).toContain('better-sqlite3')
  const late = ['exceljs', 'pdf-lib', 'age-encryption', 'tus-js-client', 'qrcode', 'mammoth']
  expect(read.filter((name) => late.includes(name))).toEqual([])
})
