import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { AUDIENCES, DISCLOSURE_MODES } from '../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { UNIT_KINDS } from '../../domain/office/unit.ts'
import { editionSchema } from '../../server/exchange/package-schema.ts'

const page = readFileSync(new URL('../../docs/package-format.md', import.meta.url), 'utf8')
const section = page.slice(page.indexOf('### Edition'), page.indexOf('### Withdrawal'))
const example = JSON.parse(/```json\n(.*?)```/s.exec(section)?.[1] ?? 'null') as EditionRecord

it('the edition on the page of the package format is one, with the hash it states', () => {
  expect(editionSchema.safeParse(example).error).toBeUndefined()
  expect(createHash('sha256').update(canonicalContent(example.content)).digest('hex')).toBe(example.hash)
})

it('the page explains every field of an edition and every code, and no other', () => {
  const [, fields = '', codes = ''] = section.split(/^\| field .*$/m)
  const named = (text: string, cell: RegExp) => [...text.matchAll(cell)].map(([, name]) => name)
  const whole = [...Object.keys(example.content), 'interprets', 'unit']
  expect(named(fields, /^\| `(\w+)`/gm).sort()).toEqual(whole.sort())
  expect(named(codes, /^\| [^|]*\| `(\w+)`/gm)).toEqual([
    ...NOTICE_KINDS,
    ...DISCLOSURE_MODES,
    ...AUDIENCES,
    ...UNIT_KINDS.filter((kind) => kind !== 'TOWNSHIP'),
  ])
})
