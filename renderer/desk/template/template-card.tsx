import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TemplateView } from '../../../server/display/template/views.ts'
import { href } from '../../shared/desk/route.ts'
import { SheetDrawing } from './sheet-drawing.tsx'
import { useTemplateWords } from './use-template-words.ts'

// Pixels a millimetre: A3 lying is then as wide as a card.
const SCALE = 0.32

type Props = {
  readonly view: TemplateView
  readonly mayChange: boolean
  readonly copy: () => void
  readonly retire: () => void
}

/** One template: its sheet drawn true to scale, what it is set in, and what can be done with it. */
export function TemplateCard({ view, mayChange, copy, retire }: Props) {
  const { t } = useTranslation('template')
  const { nameOf, paperOf, sizeOf } = useTemplateWords()
  const { template, set, version, retired } = view
  const name = nameOf(template)
  const own = version > 0
  const open = mayChange && own && !retired ? t('card.change') : t('card.open')
  return (
    <li className="tp-card">
      <div className="tp-plate">
        <SheetDrawing definition={template} scale={SCALE} />
      </div>
      <div className="tp-words">
        <h3>
          <a href={href(`/templates/${template.id}`)}>{name}</a>
        </h3>
        <p className="sub">{paperOf(template.paper)}</p>
        <p className="sub">
          {t('card.text', { size: sizeOf(template.type.text.points), metres: template.readFrom })}
        </p>
        {template.id === 'RED_HEAD' ? <p className="sub">{t('standard')}</p> : null}
        {set === null ? null : (
          <p className="sub">{t('card.set', { name: set.by, date: set.at.slice(0, 10), number: version })}</p>
        )}
        <div className="tp-keys">
          <a
            className="button-link"
            href={href(`/templates/${template.id}`)}
            aria-label={t('card.of', { action: open, name })}
          >
            {open}
          </a>
          {mayChange && !retired ? (
            <Button size="small" onClick={copy} aria-label={t('card.of', { action: t('card.copy'), name })}>
              {t('card.copy')}
            </Button>
          ) : null}
          {mayChange && own ? (
            <Button
              size="small"
              type="text"
              onClick={retire}
              aria-label={t('card.of', { action: t(retired ? 'card.restore' : 'card.retire'), name })}
            >
              {t(retired ? 'card.restore' : 'card.retire')}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}
