import { describe, expect, it } from 'vitest'
import { REQUEST_FIELDS, requestField } from '../../domain/request-field.ts'
import { refuse } from '../../domain/refusal.ts'
import { CLI_LANGUAGES, sentencesIn } from '../../platform/sentence.ts'

const said = (field: string, language: (typeof CLI_LANGUAGES)[number] = 'zh-Hans') =>
  sentencesIn(language).refusal(refuse('request.invalid', { field }))

describe('What was not filled in rightly', () => {
  it('is called by its label, however deep it stands in what was sent', () => {
    expect(said('body.note')).toBe('“说明”一项没有填或填得不对，请改正后再试。')
    expect(said('sheets.0.name', 'en')).toBe('“Name” is missing or not right. Correct it and try again.')
  })

  it.each(['strictUnknownMember', 'edits.3.cursor', '', 'toString', 'constructor'])(
    'is not called by the program’s own name %j',
    (field) => {
      expect(requestField(field)).toBeNull()
      expect(said(field)).toBe('提交的内容有一处填写不对，请改正后再试。')
    },
  )

  it('is called by the option that was typed', () => {
    expect(said('--id')).toContain('“--id”')
  })

  it.each(CLI_LANGUAGES)('has a label for every field in %s', (language) => {
    const { say } = sentencesIn(language)
    const bare = REQUEST_FIELDS.filter((field) => say(`terms:requestField.${field}`).includes('requestField'))
    expect(bare).toEqual([])
  })
})
