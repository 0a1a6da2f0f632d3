import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onVisitEnd } from '../frame/end-visit.ts'
import type { Route } from '../frame/route.ts'
import { RefusalError } from '../../shared/request.ts'
import { refusalWords } from '../maintenance/refusal-words.ts'
import { useMaintenanceTexts } from '../maintenance/use-maintenance-texts.ts'
import { askForSheet, beginVisit, noteMaterial } from './reading-room-api.ts'
import { useShownEdition } from './shown-edition.ts'
import { VisitForm } from './visit-form.tsx'
import './reading-room.css'

/** A visit of the reading room: a purpose, then a bar that notes what is opened and asks the staff for a print. */
export function ReadingRoom(props: { route: Route; leave: () => void }) {
  useMaintenanceTexts()
  const { t } = useTranslation('maintenance')
  const [ticket, setTicket] = useState<string | null>(null)
  const [asked, setAsked] = useState<readonly string[]>([])
  const begin = useMutation({ mutationFn: beginVisit, onSuccess: (visit) => setTicket(visit.ticket) })
  const shown = useShownEdition(props.route)
  // After a restart of the server, or after hours, the entry is written; only the visit has to be begun anew.
  const beginAnewWhenEnded = (error: Error) => {
    if (!(error instanceof RefusalError) || error.code !== 'kiosk.visit-ended') return
    setTicket(null)
    setAsked([])
  }
  const note = useMutation({
    mutationFn: async (index: string) => (ticket === null ? undefined : noteMaterial(ticket, index)),
    onError: beginAnewWhenEnded,
  })
  const print = useMutation({
    mutationFn: async (hash: string) => (ticket === null ? undefined : askForSheet(ticket, hash)),
    onSuccess: (_done, hash) => setAsked((before) => [...before, hash]),
    onError: beginAnewWhenEnded,
  })
  const leave = useEffectEvent(props.leave)
  useEffect(() => onVisitEnd(() => leave()), [])
  const index = shown?.indexNumber ?? null
  const noteNow = useEffectEvent((opened: string) => note.mutate(opened))
  useEffect(() => {
    if (ticket !== null && index !== null) noteNow(index)
  }, [ticket, index])

  if (ticket === null) {
    return (
      <VisitForm
        busy={begin.isPending}
        problem={begin.isError ? refusalWords(t, begin.error) : ''}
        begin={(purpose) => begin.mutate(purpose)}
        cancel={props.leave}
      />
    )
  }
  const isAsked = shown !== null && asked.includes(shown.hash)
  return (
    <section className="room" aria-label={t('room.reading')}>
      <p className="room-words" role="status">
        {print.isError ? refusalWords(t, print.error) : isAsked ? t('room.asked') : t('room.noted')}
      </p>
      {shown === null || isAsked ? null : (
        <button
          type="button"
          className="way-key"
          disabled={print.isPending}
          onClick={() => print.mutate(shown.hash)}
        >
          {t('room.print')}
        </button>
      )}
      <button type="button" className="way-key" onClick={props.leave}>
        {t('room.end')}
      </button>
    </section>
  )
}
