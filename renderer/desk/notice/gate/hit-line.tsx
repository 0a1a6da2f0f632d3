import { useTranslation } from 'react-i18next'
import type { Body } from '../../../../domain/notice/body.ts'
import type { GateHit, HitPlace } from '../../../../domain/privacy/gate-hit.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'
import { excerpt } from './gate-groups.ts'

/** One find: where, in which words, and what can be done about it here. */
export function HitLine(props: {
  readonly hit: GateHit
  readonly body: Body
  readonly words: (place: HitPlace) => string
  readonly jump?: (hit: GateHit) => void
  readonly mask?: (hit: GateHit) => void
  readonly busy: boolean
}) {
  const { t, i18n } = useTranslation('notice')
  const { clock } = useOpenDesk()
  const { hit, jump, mask } = props
  const around = excerpt(props.body, hit)
  const place = props.words(hit.place)
  return (
    <li className="nt-hit">
      <div className="nt-hit-where">
        {jump ? (
          <button
            type="button"
            className="nt-link"
            onClick={() => {
              jump(hit)
            }}
          >
            {place}
          </button>
        ) : (
          <span>{place}</span>
        )}
        <span className="nt-hit-text">
          {around?.before}
          <b>{hit.masked}</b>
          {around?.after}
        </span>
        {hit.droppedFromPublicCopy ? <span className="nt-soft">{t('gate.dropped')}</span> : null}
        {!hit.maskable && hit.severity === 'BLOCK' && !hit.override && !hit.droppedFromPublicCopy ? (
          <span className="nt-soft">
            {hit.place.part === 'FIELD' ? t('gate.mendAtSource') : t('gate.notMaskable')}
          </span>
        ) : null}
        {hit.override ? (
          <span className="nt-soft">
            {t('gate.allowedBy', {
              name: hit.override.by,
              time: dayAndTime(hit.override.at, i18n.language, clock.now),
              reason: hit.override.reason,
            })}
          </span>
        ) : null}
      </div>
      {mask && hit.maskable && !hit.override ? (
        <button
          type="button"
          className="nt-small-button"
          disabled={props.busy}
          aria-label={t('gate.maskThis', { place })}
          onClick={() => {
            mask(hit)
          }}
        >
          {t('gate.mask')}
        </button>
      ) : null}
    </li>
  )
}
