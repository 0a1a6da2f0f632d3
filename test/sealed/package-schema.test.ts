import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPackageKey } from '../../sealed/package-key.ts'
import {
  editionSchema,
  manifestSchema,
  statisticSchema,
  withdrawalSchema,
} from '../../sealed/package-schema.ts'
import { writePackage } from '../../sealed/write-package.ts'
import { readPackageIndependently } from '../support/second-package-reader.ts'
import { countyCardSchema, officeCardSchema } from '../../sealed/card.ts'
import { downwardSchema } from '../../sealed/downward-schema.ts'
import { receiptSchema } from '../../sealed/receipt.ts'
import { small } from './package-fixture.ts'

type Published = { $defs: Record<string, Record<string, unknown>> }
const page = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')) as Published
const published = page('package-format.schema.json')

/** A part of the published schema as a stranger would load it. */
function load(name: string): z.ZodType {
  const part = published.$defs[name] ?? expect.fail(`${name} is not published`)
  return z.fromJSONSchema(part as Parameters<typeof z.fromJSONSchema>[0])
}

describe('the published JSON Schema', () => {
  it.each([
    ['manifest', manifestSchema],
    ['edition', editionSchema],
    ['withdrawal', withdrawalSchema],
    ['statistic', statisticSchema],
    ['downward', downwardSchema],
  ] as const)('says of the %s what this product checks', (name, schema) => {
    expect(published.$defs[name]).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema))))
  })

  it('fits a real package, seal included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-'))
    try {
      const target = join(folder, 'board.zip')
      await writePackage(small(target, createPackageKey()))
      const reading = readPackageIndependently(target)
      expect(load('manifest').safeParse(reading.manifest).error).toBeUndefined()
      for (const edition of reading.editions) expect(load('edition').safeParse(edition).error).toBeUndefined()
      for (const one of reading.withdrawals) expect(load('withdrawal').safeParse(one).error).toBeUndefined()
      for (const one of reading.statistics) expect(load('statistic').safeParse(one).error).toBeUndefined()
      const bytes = readFileSync(target)
      const seal: unknown = JSON.parse(bytes.subarray(bytes.lastIndexOf('{"bodySize":')).toString('latin1'))
      expect(load('seal').safeParse(seal).error).toBeUndefined()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('does not fit something else', () => {
    expect(load('manifest').safeParse({ format: 'board-package/1' }).success).toBe(false)
  })

  it.each([
    ['receipt', receiptSchema],
    ['officeCard', officeCardSchema],
    ['countyCard', countyCardSchema],
  ] as const)('says of the %s what this product checks', (name, schema) => {
    const { $defs } = page('receipt-format.schema.json')
    expect($defs[name]).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema))))
  })
})
