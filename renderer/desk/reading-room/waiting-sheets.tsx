import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { decideSheet, getWaitingSheets } from '../api/kiosk-api.ts'
import { PRINT_OPEN_KEY } from '../print/print-keys.ts'
import { navigate } from '../../shared/desk/route.ts'
import { READING_ROOM_KEY, WAITING_SHEETS_KEY } from './reading-room-keys.ts'

// The visitor stands at the counter meanwhile.
const REFRESH_MS = 5000

/** What the reading room wants printed; released, it waits in the print queue like any other sheet. */
export function WaitingSheets() {
  const { t } = useTranslation('hall')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const waiting = useQuery({
    queryKey: WAITING_SHEETS_KEY,
    queryFn: ({ signal }) => getWaitingSheets(signal),
    refetchInterval: REFRESH_MS,
  }).data
  const decide = useMutation({
    mutationFn: ({ id, release }: { id: string; release: boolean }) => decideSheet(id, release),
    onSuccess: (done) => {
      if (done.outcome !== 'RELEASED') return
      void message.success(t('room.released'))
      navigate('/printing')
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: READING_ROOM_KEY })
      await queries.invalidateQueries({ queryKey: PRINT_OPEN_KEY })
    },
  })
  if (!waiting?.sheets.length) return <RefusalMessage error={decide.error} />
  return (
    <section className="card room-waiting">
      <h2>{t('room.waiting')}</h2>
      <RefusalMessage error={decide.error} />
      {waiting.waiting > waiting.sheets.length ? (
        <p className="card-body sub">
          {t('room.waitingMore', { shown: waiting.sheets.length, number: waiting.waiting })}
        </p>
      ) : null}
      <ul>
        {waiting.sheets.map((sheet) => (
          <li key={sheet.id}>
            <span>
              <b>{sheet.title}</b> <span className="sub">{instantText(sheet.at)}</span>
            </span>
            <Button
              type="primary"
              loading={decide.isPending && decide.variables.id === sheet.id && decide.variables.release}
              onClick={() => decide.mutate({ id: sheet.id, release: true })}
            >
              {t('room.release')}
            </Button>
            <Button
              disabled={decide.isPending}
              onClick={() => decide.mutate({ id: sheet.id, release: false })}
            >
              {t('room.decline')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
