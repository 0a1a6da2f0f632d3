import type { PackageJobView, PackageView } from '../../server/exchange/views.ts'
import type { Answer, DeskClient } from './desk-client.ts'

/** A package as it came out, or why there is none. */
export type WrittenOrRefused = PackageView & { readonly code: string; readonly params: object }

/** Waits until the exchange's job has ended, as the desk does: by asking. */
export async function endedJob(desk: DeskClient): Promise<PackageJobView> {
  for (;;) {
    const { job } = (await desk.get<{ job: PackageJobView | null }>('/api/desk/package-jobs/current')).body
    if (job !== null && job.state !== 'RUNNING') return job
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Writes a package at the desk and waits for it: 201 with the package as it is listed, 409 with the refusal of the job, or the refusal. */
export async function writePackageAt(
  desk: DeskClient,
  options: { readonly whole?: boolean } = {},
): Promise<Omit<Answer<WrittenOrRefused>, 'headers'>> {
  const begun = await desk.post<WrittenOrRefused>('/api/desk/packages', options)
  if (begun.status !== 202) return begun
  const job = await endedJob(desk)
  if (job.state !== 'DONE') {
    const refusal = job.refusal ?? { code: `job.${job.state}`, params: {} }
    return { status: 409, body: refusal as unknown as WrittenOrRefused }
  }
  const list = (await desk.get<PackageView[]>('/api/desk/packages')).body
  const written = list.find(({ sequence }) => sequence === job.sequence)
  return { status: 201, body: written as WrittenOrRefused }
}
