import { useTranslation } from 'react-i18next'
import type { DraftContent, PublicContent } from '../../../../domain/notice/content.ts'
import { looksLikePolicy } from '../../../../domain/notice/looks-like-policy.ts'
import { INTERPRETATION_ELEMENTS, interpretationOf, policyOf } from '../../../../domain/notice/placement.ts'
import type { NoticePolicy } from '../../../../domain/notice/placement.ts'
import type { PartnerRef, PlacedDuty, PlacementView } from '../../../../server/notice/placement-views.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { todayOf } from '../../duty/today-of.ts'
import { href } from '../../../shared/desk/route.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { Panel } from '../panel.tsx'
import { StatePill } from '../state-pill.tsx'
import { workedName } from './worked-name.ts'

function Partners(props: { readonly heading: string; readonly partners: readonly PartnerRef[] }) {
  const { t } = useTranslation('notice')
  if (props.partners.length === 0) return null
  return (
    <>
      <h3>{props.heading}</h3>
      <ul className="nt-lines">
        {props.partners.map((partner) => (
          <li key={partner.id} className="nt-line">
            <a className="nt-link" href={href(`/notices/${encodeURIComponent(partner.id)}`)}>
              {partner.title.trim() === '' ? t('list.untitled') : partner.title}
            </a>{' '}
            <StatePill state={partner.state} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Policy({ policy }: { readonly policy: NoticePolicy | null }) {
  const { t } = useTranslation('notice')
  if (policy === null) return null
  return (
    <>
      <h3>{t('placement.interpretationPlan')}</h3>
      {policy.interpretation === 'OPEN' ? (
        <p className="nt-bad">{t('placement.planMissing')}</p>
      ) : (
        <p>
          {policy.interpretation === 'PLANNED'
            ? t('placement.plannedBy', { plan: policy.plan })
            : t('placement.waivedFor', { reason: policy.reason })}
        </p>
      )}
    </>
  )
}

function Duties(props: { readonly duties: readonly PlacedDuty[]; readonly heading: string }) {
  const { t, i18n } = useTranslation('notice')
  const { t: dutyWords } = useTranslation(['duty', 'terms'])
  const { clock } = useOpenDesk()
  const today = todayOf(clock.now)
  if (props.duties.length === 0) return null
  return (
    <>
      <h3>{props.heading}</h3>
      <ul className="nt-lines">
        {props.duties.map((duty) => (
          <li key={duty.id} className="nt-line">
            <a className="nt-link" href={href(`/duties/${encodeURIComponent(duty.id)}`)}>
              {t('placement.dutyLine', {
                name: workedName(duty, today, dutyWords),
                day: dayText(duty.due, today, i18n.language),
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where a notice belongs, to read: for those who decide on it, and after publication. */
export function PlacementReading({
  content,
  placement,
}: {
  readonly content: DraftContent | PublicContent
  readonly placement: PlacementView
}) {
  const { t } = useTranslation('notice')
  const { t: terms } = useTranslation('terms')
  const interpretation = interpretationOf(content, placement)
  return (
    <Panel title={t('panels.placement')}>
      <dl className="nt-facts">
        <dt>{t('placement.unit')}</dt>
        <dd>{placement.unit.name}</dd>
        {placement.item ? (
          <>
            <dt>{t('fields.catalogueItem')}</dt>
            <dd>{placement.item.path}</dd>
          </>
        ) : null}
      </dl>
      <Duties duties={placement.duty ? [placement.duty] : []} heading={t('placement.worksOff')} />
      <Duties duties={placement.closed} heading={t('placement.closed')} />
      <Policy policy={policyOf(content, placement)} />
      {placement.policy === null && looksLikePolicy({ ...content, item: placement.item?.path ?? '' }) ? (
        <p className="nt-warn">{t('placement.policyUnmarked')}</p>
      ) : null}
      <Partners
        heading={t('placement.interprets')}
        partners={interpretation && placement.partner ? [placement.partner] : []}
      />
      {interpretation ? (
        <dl className="nt-facts nt-facts-elements">
          {INTERPRETATION_ELEMENTS.map((element) => (
            <div key={element}>
              <dt>{terms(`interpretationElement.${element}`)}</dt>
              <dd>
                {interpretation.elements[element] === 'COVERED'
                  ? t('placement.covered')
                  : interpretation.elements[element] === 'NOT_APPLICABLE'
                    ? t('placement.notApplicable')
                    : t('placement.notSettled')}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Partners heading={t('placement.interpretedBy')} partners={placement.interpretedBy} />
    </Panel>
  )
}
