import { createHmac, randomBytes } from 'node:crypto'
import { sameSecret } from '../../platform/same-secret.ts'
import type { StoredCountyAccount } from './account-repo.ts'

type Marked = Pick<StoredCountyAccount, 'id' | 'passwordHash'>

/**
 * Name of the cookie that says of a browser that a person has signed in there before.
 * @example knownBrowserCookie(account.id)
 */
export function knownBrowserCookie(accountId: string): string {
  return `county-known-${accountId}`
}

function sealOf({ id, passwordHash }: Marked, number: string): string {
  return createHmac('sha256', passwordHash)
    .update(`county-known-browser/1 ${id} ${number}`)
    .digest('base64url')
}

/**
 * The mark a browser gets when a person has typed the right password there. It opens nothing; another password ends it.
 * @example setCookie(c, knownBrowserCookie(account.id), newBrowserMark(account))
 */
export function newBrowserMark(account: Marked): string {
  const number = randomBytes(12).toString('base64url')
  return `${number}.${sealOf(account, number)}`
}

/**
 * Under which name wrong passwords of a person are counted: apart for each browser where that person has signed in before. Counted in one,
 * anybody in the network could keep a person out for ever by typing wrong ones.
 * @example attemptsName(account, getCookie(c, knownBrowserCookie(account.id)))
 */
export function attemptsName(account: Marked, mark: string | undefined): string {
  const [number = '', seal = ''] = (mark ?? '').split('.')
  return number !== '' && sameSecret(seal, sealOf(account, number)) ? `${account.id} ${number}` : account.id
}
