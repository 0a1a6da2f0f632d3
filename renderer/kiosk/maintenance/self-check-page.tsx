import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { selfCheck } from '../../../domain/kiosk/self-check.ts'
import type { MaintenanceDone } from '../../../server/kiosk/views.ts'
import { chineseVoices, clockDrift, pageFacts } from './page-facts.ts'
import { CheckList } from './check-list.tsx'
import { useMaintenanceTexts } from './use-maintenance-texts.ts'

/** What is locked on this glass, what is not, and what cannot be seen from here. */
export function SelfCheckPage(props: { done: MaintenanceDone }) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  const [page] = useState(pageFacts)
  const [drift] = useState(() => clockDrift(props.done.asOf))
  const { system } = props.done
  const voices = chineseVoices()
  const facts: readonly (readonly [string, string])[] = [
    [t('fact.screen'), `${String(window.screen.width)}×${String(window.screen.height)}`],
    [t('fact.touch'), String(navigator.maxTouchPoints)],
    [t('fact.drift'), t('fact.seconds', { number: drift })],
    [t('fact.voices'), voices === null ? t('state.UNSEEN') : String(voices)],
    [t('fact.version'), system?.programVersion ?? ''],
    [
      t('fact.system'),
      system === null
        ? t('state.UNSEEN')
        : [t(`platform.${system.platform}`), system.edition, system.release]
            .filter((part) => part !== '')
            .join(' '),
    ],
  ]
  return (
    <div className="upkeep-scroll" tabIndex={0}>
      <p className="upkeep-text">{t('check.intro')}</p>
      <CheckList found={selfCheck(page, system)} />
      <dl className="upkeep-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="upkeep-text">{t('check.server')}</p>
      <p className="upkeep-text">{t('check.guide')}</p>
    </div>
  )
}
