import { describe, expect, it } from 'vitest'
import { checkKioskRules, FIRST_KIOSK_RULES } from '../../../domain/kiosk/kiosk-rules.ts'
import { checkPin } from '../../../domain/kiosk/pin.ts'
import { pinWait, pinWaitLeft } from '../../../domain/kiosk/pin-wait.ts'

const codeOf = (result: ReturnType<typeof checkPin>) => (result.ok ? 'ok' : result.code)

describe('A maintenance PIN', () => {
  it.each(['704815', '90210477', '135790246813', '110230'])('may be %s', (pin) => {
    expect(codeOf(checkPin(pin))).toBe('ok')
  })

  it.each(['', '12345', '1234567890123', '70481a', ' 704815', '７０４８１５'])(
    'has 6 to 12 plain digits, so not “%s”',
    (pin) => {
      expect(codeOf(checkPin(pin))).toBe('kiosk.pin-malformed')
    },
  )

  it.each([
    '000000',
    '111111',
    '123456',
    '234567',
    '890123',
    '654321',
    '987654',
    '121212',
    '123123',
    '12341234',
    '1212121',
    '20260101',
    '19491001',
  ])('is refused when it is tried first: %s', (pin) => {
    expect(codeOf(checkPin(pin))).toBe('kiosk.pin-weak')
  })
})

describe('The wait after wrong PINs', () => {
  it('costs nothing for four, a quarter of an hour from the fifth, doubled after, four hours at most', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 400].map((failures) => pinWait(failures) / 60)).toEqual([
      0, 0, 0, 15, 30, 60, 120, 240, 240, 240,
    ])
  })

  it('goes on after a restart, and never longer than one wait when the clock was set back', () => {
    expect(pinWaitLeft(5, 60)).toBe(840)
    expect(pinWaitLeft(5, 901)).toBe(0)
    expect(pinWaitLeft(5, -86_400)).toBe(900)
  })
})

describe('The times of the kiosk', () => {
  it('leave at least fifteen seconds before the countdown', () => {
    expect(checkKioskRules({ ...FIRST_KIOSK_RULES, idleSeconds: 30, warningSeconds: 15 }).ok).toBe(true)
    expect(checkKioskRules({ ...FIRST_KIOSK_RULES, idleSeconds: 30, warningSeconds: 16 })).toMatchObject({
      code: 'kiosk.warning-too-long',
      params: { most: 15 },
    })
  })
})
