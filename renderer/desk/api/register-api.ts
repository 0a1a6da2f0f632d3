import type { UndisclosedEntry, ReviewOutcome } from '../../../domain/register/undisclosed-matter.ts'
import type { ListKind } from '../../../domain/register/list-change.ts'
import type { Proposal } from '../../../server/register/propose-changes.ts'
import type {
  ListComparisonView,
  ListDetail,
  ListFileView,
  ListRowView,
  MatterDetail,
  RegisterChoices,
  RegisterCounts,
  UndisclosedRegister,
} from '../../../server/register/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send, sendForm } from '../../shared/request.ts'

/** Units and people the forms offer. */
export function getChoices(): Promise<RegisterChoices> {
  return taken(api.desk['register-choices'].$get())
}

/** Numbers beside the navigation. */
export function getRegisterCounts(): Promise<RegisterCounts> {
  return taken(api.desk['register-counts'].$get())
}

/** The register of undisclosed matters. */
export function getUndisclosed(): Promise<UndisclosedRegister> {
  return taken(api.desk.undisclosed.$get())
}

/** One matter with its history. */
export function getMatter(id: string): Promise<MatterDetail> {
  return taken(api.desk.undisclosed[':id'].$get({ param: { id } }))
}

/** Puts a matter on record. */
export function enterMatter(entry: UndisclosedEntry): Promise<MatterDetail> {
  return taken(api.desk.undisclosed.$post({ json: entry }))
}

/** Corrects a matter that has not been reviewed. */
export function editMatter(id: string, entry: UndisclosedEntry): Promise<MatterDetail> {
  return taken(api.desk.undisclosed[':id'].$put({ param: { id }, json: entry }))
}

/** Decides a re-review. */
export function reviewMatter(
  id: string,
  review: { readonly outcome: ReviewOutcome; readonly reason: string; readonly nextDue: string | null },
): Promise<MatterDetail> {
  return taken(api.desk.undisclosed[':id'].reviews.$post({ param: { id }, json: review }))
}

/** Begins the notice a review decided on. */
export function startDisclosure(id: string): Promise<{ readonly noticeId: string }> {
  return taken(api.desk.undisclosed[':id'].draft.$post({ param: { id }, json: {} }))
}

/** The register as a workbook. */
export async function exportUndisclosed(): Promise<Blob> {
  const response = await send('/api/desk/undisclosed-export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ unitId: null }),
  })
  return response.blob()
}

/** All official lists. */
export function getLists(): Promise<readonly ListRowView[]> {
  return taken(api.desk.lists.$get())
}

/** A list as it stands on a day; today when none is given. */
export function getList(id: string, on: string | null): Promise<ListDetail> {
  return taken(api.desk.lists[':id'].$get({ param: { id }, query: on === null ? {} : { on } }))
}

/** Reads a file that is to become a list. */
export function readListFile(file: File): Promise<ListFileView> {
  const form = new FormData()
  form.append('file', file)
  return sendForm('/api/desk/lists/read', form)
}

/** Compares a file with a list. */
export function compareList(id: string, file: File): Promise<ListComparisonView> {
  const form = new FormData()
  form.append('file', file)
  return sendForm(`/api/desk/lists/${encodeURIComponent(id)}/compare`, form)
}

/** A proposal as it goes over the wire. */
type ProposalBody = Parameters<(typeof api.desk.lists)[':id']['changes']['$post']>[0]['json']

/** Begins a list. */
export function createList(list: {
  readonly unitId: string
  readonly kind: ListKind
  readonly proposal: Proposal
}): Promise<ListDetail> {
  return taken(api.desk.lists.$post({ json: { ...list, proposal: list.proposal as ProposalBody } }))
}

/** Proposes changes of a list. */
export function proposeChanges(id: string, proposal: Proposal): Promise<ListDetail> {
  return taken(api.desk.lists[':id'].changes.$post({ param: { id }, json: proposal as ProposalBody }))
}

/** Confirms a change set, sends it back, or recalls it. */
export function decideChanges(
  id: string,
  decision: {
    readonly decision: 'CONFIRMED' | 'RETURNED' | 'RECALLED'
    readonly reason: string
    readonly personal: boolean
  },
): Promise<ListDetail> {
  return taken(api.desk['list-changes'][':id'].decision.$post({ param: { id }, json: decision }))
}

/** Takes a list from the public, or shows it again. */
export function setListStanding(
  id: string,
  standing: { readonly action: 'HIDDEN' | 'SHOWN'; readonly reason: string },
): Promise<ListDetail> {
  return taken(api.desk.lists[':id'].standing.$post({ param: { id }, json: standing }))
}

/** Where the workbook of a list on a day can be fetched. */
export function listFileAddress(id: string, on: string): string {
  return `/api/desk/lists/${encodeURIComponent(id)}/xlsx?on=${on}`
}
