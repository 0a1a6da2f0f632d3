import { describe, expect, it } from 'vitest'
import { checkPassword } from '../../../domain/office/password.ts'

describe('password', () => {
  it('accepts eight characters and keeps them as typed', () => {
    expect(checkPassword('云溪镇政务公开栏')).toEqual({ ok: true, value: '云溪镇政务公开栏' })
    expect(checkPassword(' correct horse ')).toEqual({ ok: true, value: ' correct horse ' })
  })

  it.each(['', '1234567', '        ', 'abcdefg ', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷'])('refuses “%s” as too short', (text) => {
    expect(checkPassword(text)).toEqual({
      ok: false,
      code: 'office.password-too-short',
      params: { minimum: 8 },
    })
  })
})
