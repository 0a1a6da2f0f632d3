import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useState } from 'react'
import type { Office } from '../../../domain/office/office.ts'
import type { DeskStatus } from '../../../server/office/views.ts'
import { lockDesk, reportActivity } from '../api/office-api.ts'
import { STATUS_KEY } from '../query-client.ts'
import { flushBeforeLeaving } from './before-leaving.ts'
import { DeskFrame } from './desk-frame.tsx'
import { LockScreen } from './lock-screen.tsx'
import { OpenDeskContext } from './session-context.ts'
import { useIdleLock } from '../../shared/desk/use-idle-lock.ts'

type Props = {
  readonly status: DeskStatus
  readonly office: Office
  readonly session: NonNullable<DeskStatus['session']>
}

/** The desk of one signed-in person. While locked it stays as it was, behind the lock screen and out of reach. */
export function DeskSession({ status, office, session }: Props) {
  const queries = useQueryClient()
  const [holder, setHolder] = useState<HTMLDivElement | null>(null)
  // A page loaded while locked has nothing to keep, and its requests would only be refused.
  const [openedFor, setOpenedFor] = useState<string | null>(null)
  const { locked, account } = session
  if (!locked && openedFor !== account.id) setOpenedFor(account.id)

  const lock = useMutation({
    meta: { session: true },
    mutationFn: async () => {
      await flushBeforeLeaving()
      return await lockDesk()
    },
    onSuccess: (next) => queries.setQueryData(STATUS_KEY, next),
    onError: () => queries.invalidateQueries({ queryKey: STATUS_KEY }),
  })
  useIdleLock(session.idleLockMinutes, locked, { report: reportActivity, lock: () => lock.mutate() })

  return (
    <OpenDeskContext value={{ ...status, office, session }}>
      {(!locked || openedFor === account.id) && (
        <div ref={setHolder} className="desk-holder" inert={locked} aria-hidden={locked}>
          <ConfigProvider getPopupContainer={() => holder ?? document.body}>
            {/* Another person gets fresh screens at the same place: nothing half-written passes on. */}
            <DeskFrame key={account.id} lock={() => lock.mutate()} />
          </ConfigProvider>
        </div>
      )}
      {locked && <LockScreen />}
    </OpenDeskContext>
  )
}
