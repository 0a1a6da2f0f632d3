import { useTranslation } from 'react-i18next'
import type { ScreenStatus } from '../../../server/signage/views.ts'
import { shownTime } from '../replica/shown-time.ts'
import { href } from '../../shared/desk/route.ts'
import { EdgeList } from './edge-list.tsx'
import { GlassPicture } from './glass-picture.tsx'
import { PairingPart } from './pairing-part.tsx'
import { StatePill } from './state-pill.tsx'
import { useLengthWords } from './time-words.ts'

/** More than this between two clocks, in seconds, is worth a word. */
const MUCH_DRIFT = 60

type Last = NonNullable<ScreenStatus['last']>

/** Notices that belong on it and are not there, each with why; the rest of a long list is counted. */
function Missing({ named, number }: Last['missing']) {
  const { t } = useTranslation('screen-status')
  const more = number - named.length
  return (
    <ul>
      {named.map(({ hash, title, reason }) => (
        <li key={hash}>
          {t('missing.one', { title: title ?? t('unknownTitle'), reason: t(`missing.reason.${reason}`) })}
        </li>
      ))}
      {more > 0 ? <li>{t('missing.more', { number: more })}</li> : null}
    </ul>
  )
}

/** What it shows, since when, and everything that is not as it should be. */
function Facts({ last }: { readonly last: Last }) {
  const { t } = useTranslation('screen-status')
  const length = useLengthWords()
  const { health, drift, missing } = last
  const { kind, page } = health.showing
  const ahead = drift > 0 ? 'clock.ahead' : 'clock.behind'
  return (
    <dl className="ss-facts">
      <div>
        <dt>{t('fact.shows')}</dt>
        <dd>
          {kind === 'NOTICE' || kind === 'TAKEOVER'
            ? t(`showing.${kind}`, { title: last.title ?? t('unknownTitle'), page: page + 1 })
            : t(`showing.${kind}`)}
        </dd>
      </div>
      <div>
        <dt>{t('fact.since')}</dt>
        <dd>{length(health.shownFor / 1000)}</dd>
      </div>
      <div>
        <dt>{t('fact.heard')}</dt>
        <dd>
          {shownTime(last.at)}
          {last.replica === null ? null : t('viaReplica', { name: last.replica })}
        </dd>
      </div>
      <div>
        <dt>{t('fact.clock')}</dt>
        <dd className={Math.abs(drift) > MUCH_DRIFT ? 'bad' : ''}>
          {Math.abs(drift) > MUCH_DRIFT ? t(ahead, { length: length(Math.abs(drift)) }) : t('clock.well')}
        </dd>
      </div>
      <div>
        <dt>{t('fact.version')}</dt>
        <dd>
          {health.programVersion === '' ? '—' : health.programVersion}
          <span className="sub">
            {` ${String(health.viewport.width)} × ${String(health.viewport.height)}`}
          </span>
        </dd>
      </div>
      {missing.number === 0 ? null : (
        <div>
          <dt>{t('fact.missing')}</dt>
          <dd className="bad">
            <Missing {...missing} />
          </dd>
        </div>
      )}
      {last.lost === 0 ? null : (
        <div>
          <dt>{t('fact.lost')}</dt>
          <dd className="bad">{t('lost', { number: last.lost })}</dd>
        </div>
      )}
    </dl>
  )
}

/** One screen: its picture, what it shows, how it is, and what it may prove. */
export function StatusCard({ status }: { readonly status: ScreenStatus }) {
  const { t } = useTranslation('screen-status')
  const { screen, last, state } = status
  return (
    <article className="card ss-card" aria-labelledby={`ss-${screen.id}`}>
      <GlassPicture status={status} />
      <div className="ss-body">
        <header className="ss-head">
          <div>
            <h2 id={`ss-${screen.id}`}>
              <a href={href(`/screens/${encodeURIComponent(screen.id)}`)}>{screen.name}</a>
            </h2>
            <p className="sub">{screen.place}</p>
          </div>
          <StatePill state={state} />
        </header>
        {state === 'WELL' || state === 'CLOSED' ? null : <p className="ss-word">{t(`word.${state}`)}</p>}
        {last === null ? null : <Facts last={last} />}
        <PairingPart status={status} />
        {last === null ? null : <EdgeList id={screen.id} />}
      </div>
    </article>
  )
}
