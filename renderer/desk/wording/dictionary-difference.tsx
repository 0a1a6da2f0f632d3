import { useTranslation } from 'react-i18next'
import type { WordingEntry } from '../../../domain/wording/wording-entry.ts'
import type { DictionaryPreview } from '../../../server/wording/views.ts'

function words(entry: WordingEntry): string {
  return entry.suggestion === '' ? entry.word : `${entry.word} → ${entry.suggestion}`
}

function Part(props: { readonly title: string; readonly lines: readonly string[]; readonly open: boolean }) {
  if (props.lines.length === 0) return null
  return (
    <details className="wd-diff" open={props.open}>
      <summary>{props.title}</summary>
      <ul tabIndex={0}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}

/** What a file changes in a dictionary: new, changed and missing entries. */
export function DictionaryDifference({ preview }: { readonly preview: DictionaryPreview }) {
  const { t } = useTranslation('wording')
  const { added, changed, removed, same } = preview
  return (
    <>
      <p>
        {t('take.counts', { added: added.length, changed: changed.length, removed: removed.length, same })}
      </p>
      <Part
        title={t('take.added', { count: added.length })}
        lines={added.map(words)}
        open={added.length < 20}
      />
      <Part
        title={t('take.changed', { count: changed.length })}
        lines={changed.map(({ before, after }) =>
          t('take.change', { before: words(before), after: words(after) }),
        )}
        open={changed.length < 20}
      />
      <Part
        title={t('take.removed', { count: removed.length })}
        lines={removed.map(words)}
        open={removed.length < 20}
      />
    </>
  )
}
