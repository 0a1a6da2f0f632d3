import { describe, expect, it } from 'vitest'
import { faultWithoutNames } from '../../../domain/exchange/fault-names.ts'
import { RECORD_FAULT_CODES } from '../../../domain/exchange/record-fault.ts'
import english from '../../../locales/en/exchange.json' with { type: 'json' }
import chinese from '../../../locales/zh-Hans/exchange.json' with { type: 'json' }
import { sentencesIn } from '../../../platform/sentence.ts'

const named = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)

describe.each([
  ['zh-Hans', chinese],
  ['en', english],
] as const)('why the county rejects, as a printed receipt says it, in %s', (language, { fault }) => {
  it.each(RECORD_FAULT_CODES)('%s reads well without what the printed code has no room for', (code) => {
    const alone = faultWithoutNames({ code, params: {} })
    const sentence = sentencesIn(language).say(`exchange:${alone === null ? 'fault' : 'faultAlone'}.${code}`)
    expect(sentence).toMatch(/[。.]$/u)
    expect(sentence).not.toMatch(/[“]\s*[”]|[:：]\s*[。.]|\{\{|undefined|exchange:|terms:/u)
  })

  it.each(RECORD_FAULT_CODES)('%s names what it names when the file has it', (code) => {
    const names = named(fault.record[code.slice('record.'.length) as keyof typeof fault.record])
    const params = Object.fromEntries(names.map((name) => [name, 'X']))
    expect(faultWithoutNames({ code, params })).toBeNull()
    // One of them missing is a hole as well.
    for (const name of names)
      expect(faultWithoutNames({ code, params: { ...params, [name]: '' } })).toBe(code)
  })
})
