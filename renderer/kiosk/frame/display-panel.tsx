import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { TEXT_SIZES } from './text-size.ts'
import { useVisit, type VisitSettings } from './visit.ts'
import './display-panel.css'

function Choice(props: { isChosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <button type="button" className="display-choice" aria-pressed={props.isChosen} onClick={props.onChoose}>
      {props.children}
    </button>
  )
}

function Line(props: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    <div className="display-line" role="group" aria-labelledby={id}>
      <span className="display-name" id={id}>
        {props.name}
      </span>
      <div className="display-choices">{props.children}</div>
    </div>
  )
}

/** How this visitor wants the glass: size, contrast, spacing, 长者模式. It lies above the keys and holds for this visit only. */
export function DisplayPanel(props: { close: () => void }) {
  const { t } = useTranslation('kiosk')
  const { settings, change } = useVisit()
  const set = (some: Partial<VisitSettings>) => () => {
    change(some)
  }
  const sizes = { 1: '100%', 1.3: '130%', 1.6: '160%', 2: '200%' } as const
  return (
    <section className="display" aria-label={t('reading.title')}>
      <Line name={t('reading.size')}>
        {TEXT_SIZES.map((size) => (
          <Choice key={size} isChosen={settings.textSize === size} onChoose={set({ textSize: size })}>
            {sizes[size]}
          </Choice>
        ))}
      </Line>
      <Line name={t('reading.contrast')}>
        <Choice isChosen={settings.contrast === 'STANDARD'} onChoose={set({ contrast: 'STANDARD' })}>
          {t('reading.standard')}
        </Choice>
        <Choice isChosen={settings.contrast === 'HIGH'} onChoose={set({ contrast: 'HIGH' })}>
          {t('reading.high')}
        </Choice>
      </Line>
      <Line name={t('reading.spacing')}>
        <Choice isChosen={settings.spacing === 'STANDARD'} onChoose={set({ spacing: 'STANDARD' })}>
          {t('reading.standard')}
        </Choice>
        <Choice isChosen={settings.spacing === 'WIDE'} onChoose={set({ spacing: 'WIDE' })}>
          {t('reading.wide')}
        </Choice>
      </Line>
      <Line name={t('reading.elder')}>
        <Choice isChosen={!settings.elder} onChoose={set({ elder: false })}>
          {t('reading.off')}
        </Choice>
        <Choice isChosen={settings.elder} onChoose={set({ elder: true })}>
          {t('reading.on')}
        </Choice>
      </Line>
      <button type="button" className="button display-close" onClick={props.close}>
        {t('reading.close')}
      </button>
    </section>
  )
}
