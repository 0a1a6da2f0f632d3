import { useId, type ReactNode } from 'react'
import type { Blocks, Difference } from '../../../domain/notice/difference.ts'
import { BlocksView } from './blocks-view.tsx'
import './difference.css'
import { FieldView } from './field-view.tsx'
import { Runs } from './runs.tsx'
import { useDifferenceWords } from './use-difference-words.ts'

function Section(props: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="df-section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

function changedBlocks(blocks: Blocks | null): number {
  return (blocks ?? []).filter((block) => 'kind' in block && block.kind !== 'KEPT').length
}

function useSummary(difference: Difference): string {
  const { t } = useDifferenceWords()
  const { fields, files, texts } = difference
  const body = changedBlocks(difference.body)
  const parts = [
    difference.title ? t('difference:parts.title') : '',
    fields.length > 0 ? t('difference:parts.fields', { count: fields.length }) : '',
    body > 0 ? t('difference:parts.body', { count: body }) : '',
    files.length > 0 ? t('difference:parts.files', { count: files.length }) : '',
    texts.length > 0 ? t('difference:parts.texts', { count: texts.length }) : '',
  ]
  return t('difference:summary', { parts: parts.filter(Boolean).join(t('difference:listComma')) })
}

/** What differs between two contents: never by colour alone, unchanged stretches folded. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { t } = useDifferenceWords()
  const summary = useSummary(difference)
  if (difference.same) return <p className="df-same">{t('difference:same')}</p>
  return (
    <div className="df">
      <p className="df-summary">
        {summary}
        <span className="df-legend">{t('difference:legend')}</span>
      </p>
      {difference.cut > 0 ? (
        <p className="df-cut" role="note">
          {t('difference:cut', { count: difference.cut })}
        </p>
      ) : null}
      {difference.title ? (
        <Section title={t('difference:title')}>
          <p className="df-title">
            <Runs runs={difference.title} />
          </p>
        </Section>
      ) : null}
      {difference.fields.length > 0 ? (
        <Section title={t('difference:fields')}>
          <dl className="df-fields">
            {difference.fields.map((field) => (
              <FieldView key={field.field} field={field} />
            ))}
          </dl>
        </Section>
      ) : null}
      {difference.body ? (
        <Section title={t('difference:body')}>
          <BlocksView blocks={difference.body} />
        </Section>
      ) : null}
      {difference.files.length > 0 ? (
        <Section title={t('difference:files')}>
          <ul className="df-files">
            {difference.files.map((file, index) => (
              <li key={index} className={`df-${file.kind.toLowerCase()}`}>
                {t(`difference:file.${file.kind}`, {
                  name: file.name,
                  nameBefore: file.kind === 'RENAMED' ? file.nameBefore : '',
                })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {difference.texts.map((text) => (
        <Section
          key={text.language}
          title={t(`difference:text.${text.kind}`, { language: t(`terms:language.${text.language}`) })}
        >
          {text.source ? <p className="df-note">{t('difference:textSource')}</p> : null}
          <div lang={text.language} dir="auto">
            <p className="df-title">
              <Runs runs={text.title} />
            </p>
            <BlocksView blocks={text.body} />
          </div>
        </Section>
      ))}
    </div>
  )
}
