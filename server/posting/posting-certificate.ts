import type { StoredSheet } from '../../db/repos/posting-repo.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { isOnWall } from '../../domain/posting/posting-machine.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { publicOffice } from '../display/public-views.ts'
import type { CertificatePosting, PostingPaper } from '../display/public-display/views.ts'
import type { Role } from '../../domain/office/role.ts'
import { type Principal, requireRole } from '../principal.ts'
import { minimumLastDay } from './hung-on-no-board.ts'
import { postingViews } from './posting-views.ts'
import { postingViewing } from './sheet-standing.ts'
import type { PostingView } from './views.ts'

/** Who may have the certificate of a single sheet. */
export const POSTING_CERTIFICATE_ROLES = [
  'HANDLER',
  'REVIEWER',
  'DEPUTY_LEADER',
] as const satisfies readonly Role[]

function certified(
  sheet: PostingView,
  stored: Pick<StoredSheet, 'early' | 'removalLastDay'>,
): CertificatePosting {
  const by = (kind: 'POSTED' | 'REMOVED') => sheet.events.find((event) => event.kind === kind)?.by ?? ''
  return {
    place: sheet.boardName,
    where: sheet.boardPlace,
    postedOn: sheet.postedOn,
    postedBy: by('POSTED'),
    removedOn: sheet.removedOn,
    removedBy: by('REMOVED'),
    witness: sheet.witness,
    minimumLastDay: minimumLastDay(stored, sheet.minimum),
    early: sheet.early,
    events: sheet.events.filter(({ kind }) => kind !== 'PLANNED' && kind !== 'CANCELLED'),
    photos: sheet.photos.filter(({ inError }) => inError === null),
  }
}

/**
 * Every sheet of a notice that ever hung and was not entered in error, oldest first, as certificates tell of it: who put it up and took it down, what happened
 * between, how long it had to hang, an early removal with its reason, witness and photographs.
 * @example certificatePostings(deps, noticeId)[0]?.postedBy
 */
export function certificatePostings(
  deps: Pick<Deps, 'store' | 'clock'>,
  noticeId: string,
): readonly CertificatePosting[] {
  const viewing = postingViewing(deps)
  const ids = viewing.read.posting.ofNotice(noticeId)
  const stored = new Map(viewing.read.posting.sheets(ids).map((sheet) => [sheet.id, sheet]))
  return postingViews(viewing, ids)
    .filter(({ postedOn, state }) => postedOn !== null && state !== 'ENTERED_IN_ERROR')
    .toSorted((one, other) => ((one.postedOn ?? '') < (other.postedOn ?? '') ? -1 : 1))
    .flatMap((sheet) => {
      const row = stored.get(sheet.id)
      return row ? [certified(sheet, row)] : []
    })
}

/**
 * What the certificate of a single sheet says (张贴证明), from the records alone, for sheets that belong to no 公示 too; while the
 * sheet hangs it is an interim one. Needs HANDLER, REVIEWER or DEPUTY_LEADER. Refuses `posting.not-found`, and `posting.wrong-state`
 * for a sheet that was never put up.
 * @example postingCertificate(deps, handler, id)
 */
export function postingCertificate(deps: Deps, principal: Principal, id: string): Result<PostingPaper> {
  const allowed = requireRole(principal, ...POSTING_CERTIFICATE_ROLES)
  if (!allowed.ok) return allowed
  const viewing = postingViewing(deps)
  const { read, today } = viewing
  const [sheet] = postingViews(viewing, [id])
  const [stored] = read.posting.sheets([id])
  const edition = stored && read.edition.byId(stored.editionId)
  if (!sheet || !stored || !edition) return refuse('posting.not-found')
  if (sheet.postedOn === null || sheet.state === 'ENTERED_IN_ERROR') {
    return refuse('posting.wrong-state', { state: sheet.state, action: 'CERTIFY' })
  }
  const { unit } = JSON.parse(edition.content) as PublicContent
  const head = read.audit.newest()
  return accept({
    interim: isOnWall(sheet.state),
    office: publicOffice(read).name,
    unit: unit?.name ?? null,
    today,
    title: sheet.title,
    documentNumber: edition.documentNumber,
    indexNumber: sheet.indexNumber,
    editionNumber: sheet.editionNumber,
    hash: sheet.hash,
    posting: certified(sheet, stored),
    auditHead: { sequence: head?.sequence ?? 0, hash: head?.hash ?? '' },
  })
}
