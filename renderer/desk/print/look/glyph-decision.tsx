import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isForThePen } from '../../../../domain/sheet/by-hand.ts'
import type { PrintJobView } from '../../../../server/display/print/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { decideGlyphs } from '../../api/print-api.ts'
import { href } from '../../../shared/desk/route.ts'
import { keepJob } from '../use-print-job.ts'
import { MissingList } from './type-report.tsx'

// The screen may not have it either: its number is then all there is to know it by.
function codePoints(character: string): string {
  return [...character].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`).join(' ')
}

/**
 * Characters no face of this computer has, or another face draws: a person decides before anything is printed. What
 * cannot be drawn is left empty for the pen, or the notice goes back to the desk.
 */
export function GlyphDecision({ job, leave }: { readonly job: PrintJobView; readonly leave: () => void }) {
  const { t } = useTranslation('print')
  const queries = useQueryClient()
  const missing = job.type?.missing ?? []
  const undrawn = missing.filter(({ shownIn }) => shownIn === null)
  const drawn = missing.filter(({ shownIn }) => shownIn !== null)
  const [byHand, setByHand] = useState<ReadonlySet<string>>(new Set())
  const decide = useMutation({
    mutationFn: () => decideGlyphs(job.id, [...byHand]),
    onSuccess: (decided) => keepJob(queries, decided),
  })
  const toggle = (character: string, on: boolean) => {
    const next = new Set(byHand)
    if (on) next.add(character)
    else next.delete(character)
    setByHand(next)
  }
  const characters = [...new Set(missing.map(({ character }) => character))].filter(isForThePen)
  const open = undrawn.some(({ character }) => isForThePen(character) && !byHand.has(character))
  return (
    <section className="pr-decide" aria-label={t('decide.title')}>
      <h3>{t('decide.title')}</h3>
      <p className="sub">{t(undrawn.length > 0 ? 'decide.whyNone' : 'decide.whyInstead')}</p>
      <MissingList missing={[...undrawn, ...drawn]} />
      <fieldset className="pr-byhand">
        <legend>{t('decide.byHand')}</legend>
        {characters.map((character) => (
          <Checkbox
            key={character}
            checked={byHand.has(character)}
            onChange={({ target }) => toggle(character, target.checked)}
          >
            <span className="pr-character">{character}</span>
            <code className="pr-code">{codePoints(character)}</code>
          </Checkbox>
        ))}
      </fieldset>
      <RefusalMessage error={decide.error} />
      <div className="pr-bar">
        <Button type="primary" disabled={open} loading={decide.isPending} onClick={() => decide.mutate()}>
          {t(byHand.size > 0 ? 'decide.doByHand' : 'decide.doInstead')}
        </Button>
        {job.noticeId !== null && (
          <a href={href(`/notices/${encodeURIComponent(job.noticeId)}`)} onClick={leave}>
            {t('decide.back')}
          </a>
        )}
      </div>
      {open && <p className="sub">{t('decide.open')}</p>}
    </section>
  )
}
