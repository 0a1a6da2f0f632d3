import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReplicaView } from '../../../server/replica/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { endPairing, REPLICAS_KEY } from '../api/replica-api.ts'
import { shownTime } from './shown-time.ts'

/** More than this between two clocks, in seconds, is worth a word. */
const MUCH_DRIFT = 60

/** Every computer that was ever paired: when it last called, what it shows, how its clock is. */
export function ReplicaTable({ replicas }: { readonly replicas: readonly ReplicaView[] }) {
  const { t } = useTranslation(['replica', 'desk'])
  const queries = useQueryClient()
  const driftWords = (seconds: number): string =>
    seconds === 0
      ? t('replica:same')
      : t(seconds > 0 ? 'replica:ahead' : 'replica:behind', { seconds: Math.abs(seconds) })
  const end = useMutation({
    mutationFn: endPairing,
    onSuccess: () => queries.invalidateQueries({ queryKey: REPLICAS_KEY }),
  })
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('replica:desk.name')}</th>
            <th scope="col">{t('replica:desk.last')}</th>
            <th scope="col">{t('replica:desk.shows')}</th>
            <th scope="col">{t('replica:desk.clock')}</th>
            <th scope="col">{t('replica:desk.do')}</th>
          </tr>
        </thead>
        <tbody>
          {replicas.map(({ id, name, pairedAt, endedAt, last, lost, refused }) => (
            <tr key={id} className={endedAt === null ? '' : 'replica-ended'}>
              <td>
                {name}
                <span className="sub">
                  {t('replica:desk.pairedOn', { day: shownTime(pairedAt).slice(0, 10) })}
                </span>
              </td>
              <td className="nowrap">
                {last === null ? t('replica:desk.never') : shownTime(last.at)}
                {lost > 0 && <span className="bad">{t('replica:desk.lost', { number: lost })}</span>}
                {refused > 0 && <span className="bad">{t('replica:desk.refused', { number: refused })}</span>}
              </td>
              <td>
                {last === null || last.sequence === null
                  ? t('replica:desk.nothing')
                  : t('replica:desk.version', { number: last.sequence, program: last.programVersion })}
              </td>
              <td>
                {last === null ? (
                  ''
                ) : (
                  <span className={Math.abs(last.drift) > MUCH_DRIFT ? 'bad' : ''}>
                    {driftWords(last.drift)}
                  </span>
                )}
              </td>
              <td>
                {endedAt === null ? (
                  <Popconfirm
                    title={t('replica:desk.endAsk', { name })}
                    description={t('replica:desk.endMeans')}
                    okText={t('replica:desk.end')}
                    cancelText={t('desk:common.cancel')}
                    onConfirm={() => end.mutate(id)}
                  >
                    <Button size="small" danger loading={end.isPending && end.variables === id}>
                      {t('replica:desk.end')}
                    </Button>
                  </Popconfirm>
                ) : (
                  t('replica:desk.ended', { day: shownTime(endedAt).slice(0, 10) })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RefusalMessage error={end.error} />
    </>
  )
}
