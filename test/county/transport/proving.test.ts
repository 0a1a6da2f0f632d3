import { describe, expect, it } from 'vitest'
import { ownCertificate, pinnedOf } from '../../../county/transport/certificate.ts'
import { openExchangeTokens } from '../../../county/transport/exchange-tokens.ts'
import { openNonces } from '../../../county/transport/nonces.ts'
import { randomIds } from '../../../platform/ids.ts'
import { freshFolder } from '../../support/exchange-transport.ts'
import { testClock } from '../../support/test-clock.ts'

const USCC = '11330483MB1111111X'
const HOLDER = { uscc: USCC, keyId: 'a'.repeat(64) }

describe('the number an office signs', () => {
  it('counts once, for the office it was made for, within two minutes', () => {
    const clock = testClock()
    const nonces = openNonces(clock)
    const nonce = nonces.make(USCC)
    expect(nonces.use(nonce, '11330483MB2222222X')).toBe(false)
    expect([nonces.use(nonce, USCC), nonces.use(nonce, USCC)]).toEqual([true, false])
    const late = nonces.make(USCC)
    clock.advance(120_001)
    expect(nonces.use(late, USCC)).toBe(false)
  })

  it('cannot be made, or given more time, by anybody but the county that runs now', () => {
    const clock = testClock()
    const nonces = openNonces(clock)
    const [random, until, mark] = nonces.make(USCC).split('.')
    expect(nonces.use(`${random}.${Number(until) + 1}.${mark}`, USCC)).toBe(false)
    expect(nonces.use(`${random}.${until}.`, USCC)).toBe(false)
    expect(nonces.use(openNonces(clock).make(USCC), USCC)).toBe(false)
  })
})

describe('the token of an office that has proved itself', () => {
  it('counts for an hour, whatever the clock on the wall says', () => {
    const clock = testClock()
    const tokens = openExchangeTokens(
      clock,
      randomIds(() => 0),
    )
    const token = tokens.open(HOLDER)
    clock.set('2036-01-01T00:00:00.000Z')
    clock.advance(3_599_999)
    expect(tokens.holderOf(token)).toEqual(HOLDER)
    clock.advance(1)
    expect(tokens.holderOf(token)).toBeUndefined()
  })

  it('is one of eight at most; the oldest gives way', () => {
    const tokens = openExchangeTokens(
      testClock(),
      randomIds(() => 0),
    )
    const given = Array.from({ length: 9 }, () => tokens.open(HOLDER))
    expect(given.map((token) => tokens.holderOf(token) === HOLDER)).toEqual([false, ...Array(8).fill(true)])
  })
})

describe('the certificate of the county', () => {
  it('stays the same to the byte once it is made, and is valid under clocks that are wrong by years', async () => {
    const folder = freshFolder()
    const first = await ownCertificate(folder, 'county')
    expect(await ownCertificate(folder, 'another name')).toEqual(first)
    expect(pinnedOf(first)).toMatch(/^-----BEGIN CERTIFICATE-----/)
  })
})
