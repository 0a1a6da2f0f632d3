import { useTranslation } from 'react-i18next'
import type { NoticeRecord } from '../../../../server/notice/archive/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'
import { Panel } from '../panel.tsx'
import { RecallLine } from './recall-line.tsx'

/** Every place a withdrawn or corrected edition hung, and how far it has gone from there. */
export function RecallPanel({ record }: { readonly record: NoticeRecord }) {
  const { t, i18n } = useTranslation('edition')
  const { clock } = useOpenDesk()
  const { boards, packages, kioskSince } = record.recall
  const gone = kioskSince !== null || packages.length > 0
  if (!gone && boards.length === 0) return null
  const unanswered = packages.some(({ tombstone }) => tombstone.state !== 'ACCEPTED')
  const open = boards.filter(({ done }) => done === null).length
  return (
    <Panel title={t('recall.panel')} count={open}>
      {kioskSince === null ? null : (
        <>
          <h3 className="ed-first">{t('recall.kiosk')}</h3>
          <p>{t('recall.kioskDone', { time: dayAndTime(kioskSince, i18n.language, clock.now) })}</p>
        </>
      )}
      {gone ? (
        <>
          <h3>{t('recall.packages')}</h3>
          {packages.length === 0 ? (
            <p className="nt-soft">{t('recall.noPackage')}</p>
          ) : (
            <>
              <ul>
                {packages.map(({ sequence, editionNumber, tombstone }) => (
                  <li key={`${String(sequence)} ${String(editionNumber)}`}>
                    {tombstone.state === 'QUEUED'
                      ? t('recall.queued', { number: editionNumber, sequence })
                      : t(`recall.tombstone.${tombstone.state}`, {
                          number: editionNumber,
                          sequence,
                          by: tombstone.sequence,
                        })}
                  </li>
                ))}
              </ul>
              {unanswered ? <p className="nt-soft">{t('recall.received')}</p> : null}
            </>
          )}
          <h3>{t('recall.replicas')}</h3>
          <p className="nt-soft">{t('recall.noReplicas')}</p>
          <h3>{t('recall.boards')}</h3>
        </>
      ) : null}
      {boards.length === 0 ? (
        <p className="nt-soft">{t('recall.noBoards')}</p>
      ) : (
        <ul className="nt-lines">
          {boards.map((recall) => (
            <RecallLine key={recall.id} recall={recall} may={record.may.tick} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
