import type { StoredEdition } from '../../../db/repos/edition-repo.ts'
import type { Reads } from '../../../db/store.ts'
import type { ChangeKind } from '../../../domain/notice/change.ts'
import { hashWords, readSheetCode, shortHash, type SheetCode } from '../../../domain/sheet/sheet-code.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import { expiryTime, openEdition } from '../public-views.ts'
import type { CodeAnswer, CodeVerdict } from './views.ts'

const SEVEREST: readonly ChangeKind[] = ['CORRECTION', 'UPDATE', 'MINOR']

type Found = { readonly verdict: CodeVerdict } | { readonly edition: StoredEdition }

/** Of a notice that stands and goes to named persons nothing is told at all, nor whether a code is near. */
function isForNamedPersons(read: Reads, { noticeId }: StoredEdition): boolean {
  return read.placement.publishedForNamedPersons().some((one) => one.noticeId === noticeId)
}

function byCode(read: Reads, code: SheetCode): Found {
  const own = read.office.office()?.uscc ?? ''
  if (code.uscc !== '' && code.uscc !== own) return { verdict: 'OTHER_OFFICE' }
  const edition = read.edition
    .byIndexNumber(code.indexNumber)
    .find(({ editionNumber }) => editionNumber === code.editionNumber)
  if (!edition || isForNamedPersons(read, edition)) return { verdict: 'UNKNOWN' }
  return edition.hash.startsWith(code.hash) ? { edition } : { verdict: 'DIFFERS' }
}

function byHash(read: Reads, beginning: string): Found {
  const found = read.sheetCode.hashes(beginning)
  // One content published twice has one hash: then the newest edition of it is meant.
  const [hash] = found
  if (hash === undefined) return { verdict: 'UNKNOWN' }
  if (found.some((other) => other !== hash)) return { verdict: 'AMBIGUOUS' }
  const edition = read.edition.byHash(hash)
  return edition && !isForNamedPersons(read, edition) ? { edition } : { verdict: 'UNKNOWN' }
}

function changeSince(read: Reads, edition: StoredEdition): ChangeKind | null {
  const later = read.editionRecord
    .changes(edition.indexNumber)
    .filter(({ editionId }) => editionId > edition.id)
    .map(({ kind }) => kind)
  return SEVEREST.find((kind) => later.includes(kind)) ?? null
}

/** Hidden when the notice was taken down, at this edition or a later one: then no code on paper tells it either. */
function isTitleHidden(read: Reads, { id }: StoredEdition, all: readonly StoredEdition[]): boolean {
  return all.some((later) => later.id >= id && read.edition.withdrawal(later.id)?.hideTitle === true)
}

function answerFor(read: Reads, edition: StoredEdition, now: string): Omit<CodeAnswer, 'asOf'> {
  const withdrawal = read.edition.withdrawal(edition.id)
  const all = read.edition.byIndexNumber(edition.indexNumber)
  const current = all.find(({ state }) => state === 'PUBLISHED')
  const expiresAt = read.editionRecord.of(edition.id)?.expiresAt ?? null
  const over = expiresAt !== null && expiresAt <= expiryTime(read, now)
  const scope = read.placement.closedEditions().get(edition.id)
  const open = openEdition(read, edition, now).ok
  const isTold = edition.state === 'WITHDRAWN' || over
  const readable = open || (isTold && !scope && !isTitleHidden(read, edition, all))
  const said: CodeAnswer['edition'] = {
    indexNumber: edition.indexNumber,
    editionNumber: edition.editionNumber,
    shortHash: shortHash(edition.hash),
    words: hashWords(edition.hash),
    publishDate: edition.publishDate,
    title: readable ? edition.title : null,
    hash: open ? edition.hash : null,
    paperOnly: scope === 'LIMITED_CIRCLE',
  }
  if (withdrawal || over) {
    const withdrawn = withdrawal
      ? { on: withdrawal.withdrawnDate, reason: withdrawal.reason }
      : { on: civilDateOf(expiresAt ?? now), reason: 'EXPIRED' as const }
    return { verdict: 'WITHDRAWN', edition: said, current: null, withdrawn }
  }
  if (edition.state !== 'SUPERSEDED') {
    return { verdict: 'CURRENT', edition: said, current: null, withdrawn: null }
  }
  return {
    verdict: 'SUPERSEDED',
    edition: said,
    current: current
      ? {
          editionNumber: current.editionNumber,
          publishDate: current.publishDate,
          hash: openEdition(read, current, now).ok ? current.hash : null,
          change: changeSince(read, edition),
        }
      : null,
    withdrawn: null,
  }
}

/**
 * Says what a code on paper is worth: whether the edition it names is the one in force, was corrected since, or was taken down.
 * It says no more of what the public may not read than that it hangs there. Refuses `sheet.code-unreadable`.
 * @example verifyCode(read, 'BOARD:2:11…:11…/2026-00412:2:9c1f…', clock.now())
 */
export function verifyCode(read: Reads, typed: string, now: string): Result<CodeAnswer> {
  const brought = readSheetCode(typed)
  if (brought === null) return refuse('sheet.code-unreadable')
  const nothing = { edition: null, current: null, withdrawn: null, asOf: now }
  if (brought.kind === 'DRAFT') return accept({ verdict: 'DRAFT', ...nothing })
  const found = brought.kind === 'CODE' ? byCode(read, brought.code) : byHash(read, brought.hash)
  if ('verdict' in found) return accept({ verdict: found.verdict, ...nothing })
  return accept({ ...answerFor(read, found.edition, now), asOf: now })
}
