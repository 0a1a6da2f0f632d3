/** What is done with sheets that lie in one file in the browser. */
export type Together<J> = {
  /** Notes the sending of one. */
  readonly note: (job: J) => Promise<J>
  /** Tells of one that was noted that nothing came out. */
  readonly takeBack: (job: J) => Promise<unknown>
  readonly isStopped: () => boolean
  /** Opens the print dialog on the file that holds all of them. */
  readonly print: () => void
}

/**
 * Notes every sheet of a file and then prints it. Stopped or refused on the way, none of it reaches paper, and what was noted
 * by then is told of so: one file cannot be printed in part.
 * @example await printTogether(jobs, { note, takeBack, isStopped: () => false, print })
 */
export async function printTogether<J>(jobs: readonly J[], how: Together<J>): Promise<void> {
  const noted: J[] = []
  let isPrinted = false
  try {
    for (const job of jobs) {
      if (how.isStopped()) return
      noted.push(await how.note(job))
    }
    if (how.isStopped()) return
    how.print()
    isPrinted = true
  } finally {
    if (!isPrinted) for (const job of noted) await how.takeBack(job)
  }
}
