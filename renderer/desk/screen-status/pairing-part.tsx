import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScreenStatus } from '../../../server/signage/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getScreens, SCREEN_LIST_KEY } from '../api/screen-api.ts'
import { givePairingCode, SCREEN_STATUS_KEY, unpairScreen } from '../api/screen-status-api.ts'
import { shownTime } from '../replica/shown-time.ts'

/** The address with the code in it, as it is typed into the screen's browser once. */
function Code(props: { readonly id: string; readonly code: string; readonly until: string }) {
  const { t } = useTranslation('screen-status')
  const list = useQuery({ queryKey: SCREEN_LIST_KEY, queryFn: ({ signal }) => getScreens(signal) })
  const [address] = list.data?.addresses ?? []
  return (
    <div className="ss-pairing">
      <p className="ss-code">{props.code}</p>
      <p className="sub">{t('pairing.until', { time: shownTime(props.until).slice(11) })}</p>
      <p className="sub">{t('pairing.how')}</p>
      {address === undefined ? null : (
        <code className="breakable">
          {`${address.replace(/\/$/, '')}/signage/${props.id}#pair=${props.code}`}
        </code>
      )}
    </div>
  )
}

/** Whether the screen proves what it shows, and how it comes to do so. */
export function PairingPart({ status }: { readonly status: ScreenStatus }) {
  const { t } = useTranslation(['screen-status', 'desk'])
  const queries = useQueryClient()
  const { id, name } = status.screen
  const first = status.paired ? 'again' : 'give'
  const give = useMutation({ mutationFn: () => givePairingCode(id) })
  const end = useMutation({
    mutationFn: () => unpairScreen(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: SCREEN_STATUS_KEY }),
  })
  return (
    <div className="ss-pair">
      {status.paired ? null : <p className="sub">{t('screen-status:pairing.none')}</p>}
      {give.data === undefined || status.paired ? null : <Code id={id} {...give.data} />}
      <div className="ss-keys">
        <Button size="small" loading={give.isPending} onClick={() => give.mutate()}>
          {t(`screen-status:pairing.${give.data === undefined ? first : 'fresh'}`)}
        </Button>
        {status.paired ? (
          <Popconfirm
            title={t('screen-status:pairing.endAsk', { name })}
            description={t('screen-status:pairing.endMeans')}
            okText={t('screen-status:pairing.end')}
            cancelText={t('desk:common.cancel')}
            onConfirm={() => end.mutate()}
          >
            <Button size="small" loading={end.isPending}>
              {t('screen-status:pairing.end')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      {give.data !== undefined && status.paired ? <Code id={id} {...give.data} /> : null}
      <RefusalMessage error={give.error ?? end.error} />
    </div>
  )
}
