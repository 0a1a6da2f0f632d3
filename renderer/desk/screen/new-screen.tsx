import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScreenDefinition } from '../../../domain/signage/screen.ts'
import {
  SCREEN_TEMPLATES,
  type ScreenTemplate,
  screenTemplate,
} from '../../../domain/signage/screen-templates.ts'
import { panesOf } from '../../../domain/signage/screen-panes.ts'
import type { ScreensView } from '../../../server/signage/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { LayoutPicture } from './layout-picture.tsx'
import { newSubscription } from './new-subscription.ts'
import { ScreenEditor } from './screen-editor.tsx'

/** A screen of a common kind, subscribed to everything in its first part. */
function fromTemplate(template: ScreenTemplate): ScreenDefinition {
  const shape = screenTemplate(template)
  return {
    ...shape,
    ...{ name: '', place: '', unitId: 'township' },
    openingHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '07:00', to: '21:00' }],
    subscriptions: panesOf(shape.layout)
      .slice(0, 1)
      .map((pane) => newSubscription(pane)),
  }
}

/** Registering a screen: first what kind it is, then its fields. */
export function NewScreen({ list }: { readonly list: ScreensView }) {
  const { t } = useTranslation('screen')
  const [chosen, choose] = useState<ScreenTemplate | null>(null)
  if (chosen !== null) {
    return (
      <>
        <PageHead title={t('new.title')} sub={t(`template.${chosen}.meaning`)} />
        <ScreenEditor
          start={fromTemplate(chosen)}
          saved={null}
          mayChange={list.mayChange}
          addresses={list.addresses}
        />
      </>
    )
  }
  return (
    <>
      <PageHead title={t('new.title')} sub={t('new.sub')} />
      <ul className="sc-templates">
        {SCREEN_TEMPLATES.map((template) => (
          <li key={template}>
            <button type="button" className="sc-template" onClick={() => choose(template)}>
              <span className="sc-template-picture">
                <LayoutPicture screen={{ ...fromTemplate(template), id: template }} height={96} />
              </span>
              <span className="strong">{t(`template.${template}.name`)}</span>
              <span className="sub">{t(`template.${template}.meaning`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
