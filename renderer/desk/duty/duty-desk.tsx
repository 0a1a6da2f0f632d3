import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../../domain/notice/content.ts'
import type { DutyDetail, DutyRow } from '../../../server/duty/views.ts'
import { RefusalMessage, refusalText } from '../../shared/ui/refusal-message.tsx'
import { actOnDuty, draftForDuty } from '../api/duty-api.ts'
import { NOTICES_KEY } from '../notice/keys.ts'
import { navigate } from '../../shared/desk/route.ts'
import { DutyActsContext, type ActName } from './duty-acts.ts'
import { DutyDialog } from './duty-dialog.tsx'
import { DUTIES_KEY } from './duty-keys.ts'
import { wholeName } from '../../shared/duty/duty-name.ts'
import './duty.css'

type Done = { readonly act: ActName; readonly duty: DutyDetail }

// What is closed by hand may have been closed by mistake; the others have a way of their own.
const UNDOABLE: readonly ActName[] = ['nil', 'waive', 'check']

/** What a page with duties stands in: the dialogs of the acts, and the sentence on what was done, with the way back. */
export function DutyDesk({
  today,
  children,
}: {
  readonly today: CivilDate | null
  readonly children: ReactNode
}) {
  const { t, i18n } = useTranslation(['duty', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<{ readonly row: DutyRow; readonly act: ActName } | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const draft = useMutation({
    mutationFn: draftForDuty,
    onSuccess: (notice) => {
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      navigate(`/notices/${encodeURIComponent(notice.id)}`)
    },
    onError: (error) => void message.error(refusalText(i18n, error)),
  })
  const undo = useMutation({
    mutationFn: (id: string) => actOnDuty(id, { act: 'reopen', reason: t('duty:act.undoReason') }),
    onSuccess: () => {
      setDone(null)
      void queries.invalidateQueries({ queryKey: DUTIES_KEY })
    },
  })
  const begin = draft.mutate
  const open = useCallback((row: DutyRow, act: ActName) => setAsking({ row, act }), [])
  const drafting = draft.isPending ? draft.variables.id : null
  const acts = useMemo(
    () => ({ open, draft: (row: DutyRow) => begin(row), drafting }),
    [open, begin, drafting],
  )
  const name = (duty: DutyRow) => wholeName(duty, today ?? '', t)
  return (
    <DutyActsContext value={acts}>
      <div role="status" className="dt-acted-place">
        {done !== null && (
          <p className="dt-acted">
            <span>{t(`duty:act.${done.act}.done`, { name: name(done.duty) })}</span>
            {UNDOABLE.includes(done.act) && done.duty.may.reopen && (
              <Button
                size="small"
                loading={undo.isPending}
                onClick={() => {
                  undo.mutate(done.duty.id)
                }}
              >
                {t('duty:act.undo')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => setDone(null)}>
              {t('duty:act.gotIt')}
            </Button>
          </p>
        )}
      </div>
      <RefusalMessage error={undo.error} />
      {children}
      {asking !== null && (
        <DutyDialog
          row={asking.row}
          deed={asking.act}
          name={name(asking.row)}
          close={() => setAsking(null)}
          done={(duty) => {
            undo.reset()
            setDone({ act: asking.act, duty })
            setAsking(null)
          }}
        />
      )}
    </DutyActsContext>
  )
}
