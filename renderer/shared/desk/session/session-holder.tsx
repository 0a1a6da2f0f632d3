import { ConfigProvider } from 'antd'
import { type ReactNode, useState } from 'react'
import { useIdleLock } from '../use-idle-lock.ts'
import { LockScreen } from './lock-screen.tsx'
import { useProgram } from './program.ts'
import { useLock } from './session-steps.ts'
import type { OpenSession, Person } from './session-status.ts'

type Props = {
  readonly session: OpenSession
  readonly people: readonly Person[]
  /** The pages, with the way to lock them. */
  readonly children: (lock: () => void) => ReactNode
}

/** The pages of one signed-in person. While locked they stay as they were, behind the lock screen and out of reach. */
export function SessionHolder({ session, people, children }: Props) {
  const [holder, setHolder] = useState<HTMLDivElement | null>(null)
  // A page loaded while locked has nothing to keep, and its requests would only be refused.
  const [openedFor, setOpenedFor] = useState<string | null>(null)
  const { locked, account } = session
  if (!locked && openedFor !== account.id) setOpenedFor(account.id)
  const { steps } = useProgram()
  const locking = useLock()
  const lock = () => locking.mutate()
  useIdleLock(session.idleLockMinutes, locked, { report: steps.reportActivity, lock })
  return (
    <>
      {(!locked || openedFor === account.id) && (
        <div ref={setHolder} className="desk-holder" inert={locked} aria-hidden={locked}>
          {/* Another person gets fresh screens at the same place: nothing half-written passes on. */}
          <ConfigProvider key={account.id} getPopupContainer={() => holder ?? document.body}>
            {children(lock)}
          </ConfigProvider>
        </div>
      )}
      {locked && <LockScreen session={session} people={people} />}
    </>
  )
}
