import type { StoredConsultation } from '../../db/repos/matter-repo.ts'
import type { Reads } from '../../db/store.ts'
import { consultationEnd, type ConsultationNotice } from '../../domain/voice/consultation.ts'
import { calendarOf } from '../duty/calendar/calendar-of.ts'

/**
 * What the draft of a decision tells of its consultation; undefined for every other notice. Until it has opened without a
 * day given, it opens on the day of publication and names no dates.
 * @example consultationNotice(read, noticeId)?.closesOn // '2026-09-02'
 */
export function consultationNotice(read: Reads, noticeId: string): ConsultationNotice | undefined {
  const link = read.matter.linkOf(noticeId)
  if (link?.role !== 'DRAFT' || link.consultationId === null) return undefined
  const consultation = read.matter.consultation(link.consultationId)
  return consultation && asNotice(read, consultation)
}

function asNotice(read: Reads, consultation: StoredConsultation): ConsultationNotice {
  const { amount, unit, channels, shorterReason } = consultation
  const opensOn = consultation.openedOn ?? consultation.opensOn
  const closesOn =
    consultation.closesOn ??
    (opensOn === null ? null : consultationEnd(opensOn, { amount, unit }, calendarOf(read)).due)
  return {
    opensOn,
    closesOn,
    amount,
    unit,
    channels: channels.map(({ channel, detail }) => ({ channel, detail })),
    shorterReason,
  }
}
