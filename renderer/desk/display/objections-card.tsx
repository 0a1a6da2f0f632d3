import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayDetail, ObjectionView } from '../../../server/display/public-display/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { AnswerForm, MergeForm } from './objection-acts.tsx'
import { ObjectionForm } from './objection-form.tsx'

type Doing = 'ANSWER' | 'MERGE'

function Objection({
  display,
  objection,
}: {
  readonly display: DisplayDetail
  readonly objection: ObjectionView
}) {
  const { t } = useTranslation(['display', 'terms'])
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const answer = objection.entries.findLast(({ kind }) => kind === 'ANSWERED')
  const carriesOthers = display.objectionList.some(({ mergedInto }) => mergedInto === objection.number)
  const targets = display.objectionList.filter((one) => one.id !== objection.id && one.mergedInto === null)
  const from = [objection.name, objection.contact].filter((part) => part !== '').join(' ')
  return (
    <li>
      <p className="pub-objection-head">
        <b>{t('display:objections.number', { number: objection.number })}</b>
        <span className="sub">
          {t('display:objections.received', {
            on: objection.receivedOn,
            channel: t(`terms:objectionChannel.${objection.channel}`),
          })}
          {' · '}
          {from === '' ? t('display:objections.anonymous') : from}
        </span>
        {objection.late && <span className="pill pub-pill soon">{t('display:objections.late')}</span>}
        {!objection.answered && objection.mergedInto === null && (
          <span className="pill pub-pill bad">{t('display:objections.unanswered')}</span>
        )}
      </p>
      <p className="pub-text">{objection.text}</p>
      {objection.mergedInto !== null && (
        <p className="sub">{t('display:objections.mergedInto', { number: objection.mergedInto })}</p>
      )}
      {answer && objection.mergedInto === null && (
        <div className="pub-answer">
          <p className="pub-text">{answer.answer}</p>
          <p className="sub">
            {t('display:objections.answeredBy', {
              name: answer.by.name,
              on: instantText(answer.at).slice(0, 10),
            })}
          </p>
        </div>
      )}
      {doing === 'ANSWER' && <AnswerForm display={display} objection={objection} close={close} />}
      {doing === 'MERGE' && (
        <MergeForm display={display} objection={objection} targets={targets} close={close} />
      )}
      {display.may.answer && doing === null && objection.mergedInto === null && (
        <p className="pub-acts">
          <Button
            size="small"
            type={objection.answered ? 'default' : 'primary'}
            onClick={() => setDoing('ANSWER')}
          >
            {t(objection.answered ? 'display:objections.answerAgain' : 'display:objections.answer')}
          </Button>
          {!objection.answered && !carriesOthers && targets.length > 0 && (
            <Button size="small" onClick={() => setDoing('MERGE')}>
              {t('display:objections.merge')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

/** What was objected and how each was answered. */
export function ObjectionsCard({ display }: { readonly display: DisplayDetail }) {
  const { t } = useTranslation('display')
  const [adding, setAdding] = useState(false)
  return (
    <section className="card">
      <h2>
        {t('objections.title')}
        {display.may.object && !adding && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('objections.add')}
          </Button>
        )}
      </h2>
      {adding && <ObjectionForm display={display} close={() => setAdding(false)} />}
      {display.objectionList.length === 0 ? (
        adding ? null : (
          <p className="card-body sub">{t('objections.none')}</p>
        )
      ) : (
        <ol className="pub-history">
          {display.objectionList.map((objection) => (
            <Objection key={objection.id} display={display} objection={objection} />
          ))}
        </ol>
      )}
    </section>
  )
}
