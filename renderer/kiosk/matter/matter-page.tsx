import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  PublicConsultation,
  PublicMatter,
  PublicMatterNotice,
} from '../../../server/matter/public-matter-views.ts'
import { DifferenceView } from '../../shared/difference/difference-view.tsx'
import { Phrased } from '../../shared/phrased.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import '../list/lists.css'
import './matter.css'
import { useMatter, useMatterDifference } from './matter-queries.ts'
import { PageState } from '../frame/page-state.tsx'
import { useLanguage } from '../frame/use-language.ts'

function NoticeLink({ notice }: { notice: PublicMatterNotice }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  return (
    <Go to={{ page: 'notice', indexNumber: notice.indexNumber }} className="list-link">
      <span className="list-name" lang="zh-Hans">
        <Phrased text={notice.title} />
      </span>
      <span className="list-facts">
        {t('matters.publishedOn', { date: civilDate(notice.publishDate, language) })}
      </span>
    </Go>
  )
}

function Stage(props: { name: string; children: ReactNode }) {
  return (
    <li className="matter-stage">
      <h2 className="matter-stage-name">{props.name}</h2>
      <div className="matter-stage-body">{props.children}</div>
    </li>
  )
}

function Consultation({ consultation }: { consultation: PublicConsultation }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const language = useLanguage()
  const { opensOn, closesOn, state, channels, feedback, shorterReason } = consultation
  const date = (day: string) => civilDate(day, language)
  return (
    <Stage name={t('kiosk:matters.consultation')}>
      <p>
        {t('kiosk:matters.fromTo', { from: date(opensOn), to: date(closesOn) })}{' '}
        <span className={`matter-state matter-${state}`}>{t(`kiosk:matters.state.${state}`)}</span>
      </p>
      {shorterReason === '' ? null : (
        <p lang="zh-Hans">{t('kiosk:matters.shorter', { reason: shorterReason })}</p>
      )}
      {state === 'OPEN' || state === 'PLANNED' ? (
        <ul className="matter-channels" lang="zh-Hans">
          {channels.map(({ channel, detail }) => (
            <li key={channel + detail}>
              <span className="list-facts">{t(`terms:opinionChannel.${channel}`)}</span> {detail}
            </li>
          ))}
        </ul>
      ) : null}
      <NoticeLink notice={consultation.draft} />
      {feedback ? <NoticeLink notice={feedback} /> : null}
    </Stage>
  )
}

function Changes({ matter }: { matter: PublicMatter }) {
  const { t } = useTranslation('kiosk')
  const [isOpen, setOpen] = useState(false)
  const asked = useMatterDifference(matter.id, isOpen)
  return (
    <>
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'matters.hideChanges' : 'matters.showChanges')}
      </button>
      {isOpen ? (
        <div className="sheet matter-changes">
          <PageState asked={asked} data={asked.data}>
            {(difference) => <DifferenceView difference={difference} />}
          </PageState>
        </div>
      ) : null}
    </>
  )
}

function Links(props: { name: string; notices: readonly PublicMatterNotice[]; children?: ReactNode }) {
  if (props.notices.length === 0) return null
  return (
    <Stage name={props.name}>
      {props.notices.map((notice) => (
        <NoticeLink key={notice.indexNumber} notice={notice} />
      ))}
      {props.children}
    </Stage>
  )
}

/** One matter from the draft to what came of it, with what changed between draft and decision. */
export function MatterPage(props: { matter: string }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  const asked = useMatter(props.matter)
  return (
    <PageState asked={asked} data={asked.data}>
      {(matter) => (
        <div className="inner">
          <h1 className="title phrased" tabIndex={-1} lang="zh-Hans">
            <Phrased text={matter.title} />
          </h1>
          <p className="list-facts">
            <span>{t(`terms:matterKind.${matter.kind}`)}</span>
            <span lang="zh-Hans">{matter.unit}</span>
          </p>
          <ol className="sheet matter-stages">
            {matter.consultations.map((consultation) => (
              <Consultation key={consultation.draft.indexNumber} consultation={consultation} />
            ))}
            <Links name={t('terms:matterRole.DECISION')} notices={matter.decisions}>
              {matter.difference ? <Changes matter={matter} /> : null}
            </Links>
            <Links name={t('terms:matterRole.INTERPRETATION')} notices={matter.interpretations} />
            <Links name={t('terms:matterRole.PROGRESS')} notices={matter.progress} />
          </ol>
        </div>
      )}
    </PageState>
  )
}
