import type { PersonRef } from '../views.ts'

/** What somebody meant to publish in one go, and what has become of it. */
export type BatchView = {
  readonly id: string
  readonly by: PersonRef
  readonly at: string
  /** Nothing waits any more, or somebody has ended it. */
  readonly ended: boolean
  readonly items: readonly {
    readonly noticeId: string
    readonly title: string
    readonly submissionHash: string
    /** WAITING can be published; GONE was taken back, returned, handed in anew or set for a minute since. */
    readonly standing: 'WAITING' | 'PUBLISHED' | 'GONE'
    readonly indexNumber: string | null
  }[]
}
