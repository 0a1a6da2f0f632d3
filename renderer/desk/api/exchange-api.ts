import type { PackageProof } from '../../../sealed/verify-package.ts'
import type {
  CurrentJobView,
  DrivesView,
  OfferAgainView,
  OutboxView,
  PackageChangesView,
  PackageJobView,
  PackageView,
} from '../../../server/exchange/views.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

/** Where a package is carried to: a drive or folder by its id, and by whom. */
export type CarriageOrder = {
  readonly sequence: number
  readonly to: { readonly driveId: string } | { readonly folderId: string }
  readonly person: string
}

/** What waits for the next package, and what that will be. */
export function getOutbox(): Promise<OutboxView> {
  return taken(api.desk.outbox.$get())
}

/** Packages written so far. */
export function listPackages(): Promise<readonly PackageView[]> {
  return taken(api.desk.packages.$get())
}

/** Begins to write a package: of what waits, or of everything. */
export function writePackage(whole: boolean): Promise<PackageJobView> {
  return taken(api.desk.packages.$post({ json: { whole } }))
}

/** The job that runs, or the last one. */
export function getPackageJob(): Promise<CurrentJobView> {
  return taken(api.desk['package-jobs'].current.$get())
}

/** Stops the job that runs; what was half written is taken away. */
export function cancelPackageJob(): Promise<CurrentJobView> {
  return taken(api.desk['package-jobs'].current.$delete())
}

/** Removable drives that are plugged in, and folders packages may go to. */
export function listDrives(): Promise<DrivesView> {
  return taken(api.desk.drives.$get())
}

/** Begins to copy a package; it is read back and compared before it counts as carried. */
export function carryPackage({ sequence, to, person }: CarriageOrder): Promise<PackageJobView> {
  return taken(
    api.desk.packages[':sequence'].carriage.$post({
      param: { sequence: String(sequence) },
      json: { ...to, person },
    }),
  )
}

/** Lets the next package begin at the last point both sides know, or at the beginning. */
export function offerAgain(whole: boolean): Promise<OfferAgainView> {
  return taken(api.desk['offer-again'].$post({ json: { whole } }))
}

/** The changes a package answers for, in pages. */
export function listPackageChanges(sequence: number, from: number): Promise<PackageChangesView> {
  return taken(
    api.desk.packages[':sequence'].changes.$get({
      param: { sequence: String(sequence) },
      query: { from: String(from) },
    }),
  )
}

/** Where the file of a package can be fetched. */
export function packageFileAddress(sequence: number): string {
  return `/api/desk/packages/${sequence}/file`
}

/** Proves a package file; what is broken comes back as a refusal that names the place. */
export function verifyPackage(file: File): Promise<{ readonly proof: PackageProof }> {
  const form = new FormData()
  form.append('file', file)
  return sendForm('/api/desk/packages/verify', form)
}
