import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EditionRecord } from '../../domain/exchange/package-records.ts'
import { canonicalContent } from '../../domain/notice/canonical-content.ts'
import { CHANGE_KINDS } from '../../domain/notice/change.ts'
import { AUDIENCES, DISCLOSURE_MODES } from '../../domain/notice/content.ts'
import { WARNING_LEVELS } from '../../domain/notice/emergency-mark.ts'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { UNIT_KINDS } from '../../domain/office/unit.ts'
import { OPINION_CHANNELS } from '../../domain/voice/opinion-channel.ts'
import { editionSchema } from '../../sealed/package-schema.ts'

const page = readFileSync(new URL('../../docs/package-format.md', import.meta.url), 'utf8')
type Shape = { readonly properties: Readonly<Record<string, unknown>>; readonly required: readonly string[] }
const shape = JSON.parse(
  readFileSync(new URL('../../docs/package-format.schema.json', import.meta.url), 'utf8'),
) as { $defs: { edition: { properties: { content: Shape } } } }
const section = page.slice(page.indexOf('### Edition'), page.indexOf('### Withdrawal'))
const example = JSON.parse(/```json\n(.*?)```/s.exec(section)?.[1] ?? 'null') as EditionRecord

it('the edition on the page of the package format is one, with the hash it states', () => {
  expect(editionSchema.safeParse(example).error).toBeUndefined()
  expect(createHash('sha256').update(canonicalContent(example.content)).digest('hex')).toBe(example.hash)
})

it('the page explains every field of an edition and every code, and no other', () => {
  const [, fields = '', codes = ''] = section.split(/^\| field .*$/m)
  const named = (text: string, cell: RegExp) => [...text.matchAll(cell)].map(([, name]) => name)
  const { properties, required } = shape.$defs.edition.properties.content
  expect(named(fields, /^\| `(\w+)`/gm).sort()).toEqual(Object.keys(properties).sort())
  const mayBeAbsent = named(fields, /^\| `(\w+)`.*\\\*/gm)
  expect(mayBeAbsent.sort()).toEqual(
    Object.keys(properties)
      .filter((name) => !required.includes(name))
      .sort(),
  )
  expect(named(codes, /^\| [^|]*\| `([\w-]+)`/gm)).toEqual([
    ...NOTICE_KINDS,
    ...DISCLOSURE_MODES,
    ...AUDIENCES,
    ...UNIT_KINDS.filter((kind) => kind !== 'TOWNSHIP'),
    ...CHANGE_KINDS,
    ...WARNING_LEVELS,
    ...OPINION_CHANNELS,
    ...NOTICE_LANGUAGES,
  ])
})
