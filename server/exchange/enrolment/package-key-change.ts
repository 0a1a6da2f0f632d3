import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { dropNextKey, makeNextKey, nextPackageKey, takeNextKey } from './office-keys.ts'
import type { KeyView, NextKeyView } from './views.ts'

/**
 * A key as people compare it: its id and four words of it.
 * @example keyView(keyId).words[0] // '安宁'
 */
export function keyView(keyId: string): KeyView {
  return { keyId, words: hashWords(keyId) }
}

/**
 * Makes the key that is to sign next. The following packages, signed by the present key, announce it; when a receipt names it, it takes
 * over. Asked again, the same key is given. Needs ADMINISTRATOR.
 * @example announceNextKey(deps, administrator)
 */
export function announceNextKey(deps: Deps, principal: Principal): Result<NextKeyView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const known = nextPackageKey(deps.dataFolder)
  const key = known ?? makeNextKey(deps.dataFolder)
  if (known === null) {
    deps.store.tx((write) => {
      record(deps, write, principal, 'package-key.announce', {
        kind: 'package-key',
        id: key.keyId.slice(0, 16),
      })
    })
  }
  return accept({ key: keyView(key.keyId) })
}

/**
 * Makes a key and lets it sign at once, without the county's word: for an office whose key the county has revoked, so that nothing it signs
 * could announce another. One that was announced is put away; the county may have revoked it too. Nothing is taken in at the county until it
 * has the office's new card. Killed after the line in the log, the next start finishes it. Needs ADMINISTRATOR.
 * @example newKeyNow(deps, administrator)
 */
export function newKeyNow(deps: Deps, principal: Principal): Result<NextKeyView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  dropNextKey(deps.dataFolder)
  const key = makeNextKey(deps.dataFolder)
  deps.store.tx((write) => {
    record(deps, write, principal, 'package-key.change', { kind: 'package-key', id: key.keyId.slice(0, 16) })
  })
  finishKeyChange(deps)
  return accept({ key: keyView(key.keyId) })
}

/**
 * Lets the next key sign as soon as a receipt on record names it; says whether it has done so now. Done again at every start, because a
 * crash may have come between the receipt and the key.
 * @example finishKeyChange(deps) // false
 */
export function finishKeyChange(deps: Pick<Deps, 'store' | 'dataFolder'>): boolean {
  const next = nextPackageKey(deps.dataFolder)
  if (next === null) return false
  // Written together with the receipt that names the key: receipts themselves may be long, and of a printed one only the code is there.
  const confirmed = deps.store.read.audit
    .ofSubject('package-key', next.keyId.slice(0, 16))
    .some(({ action }) => action === 'package-key.change')
  if (!confirmed) return false
  takeNextKey(deps.dataFolder)
  return true
}
