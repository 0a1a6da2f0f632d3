import { useHasRole } from '../../shell/session-context.ts'
import { GapNote } from '../package/gap-note.tsx'
import { CodeCard } from './code-card.tsx'
import { DriveCard } from './drive-card.tsx'
import { FilesCard } from './files-card.tsx'
import { ReceiptsCard } from './receipts-card.tsx'

/** The county's answers: from a drive, from files, from paper; and those on record. */
export function ReceivePage() {
  const mayTake = useHasRole('HANDLER', 'ADMINISTRATOR')
  return (
    <>
      <GapNote />
      {mayTake && (
        <>
          <DriveCard />
          <div className="ex-two">
            <FilesCard />
            <CodeCard />
          </div>
        </>
      )}
      <ReceiptsCard />
    </>
  )
}
