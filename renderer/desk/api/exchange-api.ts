import type { OutboxView, PackageView, WrittenPackageView } from '../../../server/exchange/views.ts'
import type { PackageProof } from '../../../sealed/verify-package.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

/** What waits for the next package. */
export function getOutbox(): Promise<OutboxView> {
  return taken(api.desk.outbox.$get())
}

/** Packages written so far. */
export function listPackages(): Promise<readonly PackageView[]> {
  return taken(api.desk.packages.$get())
}

/** Writes a package of everything that waits. */
export function writePackage(): Promise<WrittenPackageView> {
  return taken(api.desk.packages.$post())
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
