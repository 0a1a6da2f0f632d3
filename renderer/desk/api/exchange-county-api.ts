import type {
  CountyCardPreview,
  EnrolmentView,
  NextKeyView,
  OfficeCardView,
} from '../../../server/exchange/enrolment/views.ts'
import { api, taken } from '../../shared/api.ts'
import { sendForm } from '../../shared/request.ts'

/** A county's card as it came: a file, or the text behind its QR code. */
export type CardSource = { readonly file: File } | { readonly text: string }

/** What a person has said to the card that was shown. */
export type CardConsent = { readonly keyId: string; readonly replace: boolean }

/** Which county the office belongs to, and the keys of both. */
export function getEnrolment(): Promise<EnrolmentView> {
  return taken(api.desk['county-card'].$get())
}

/** This office's own card, with its QR code. */
export function getOfficeCard(): Promise<OfficeCardView> {
  return taken(api.desk['office-card'].qr.$get())
}

/** Where this office's own card is fetched as a file. */
export const OFFICE_CARD_ADDRESS = '/api/desk/office-card'

/** Shows a card without consent; takes it with. */
export function handInCountyCard(
  source: CardSource,
  consent: CardConsent | null,
): Promise<CountyCardPreview> {
  const form = new FormData()
  if ('file' in source) form.append('file', source.file)
  else form.append('text', source.text)
  form.append('confirm', String(consent !== null))
  if (consent !== null) {
    form.append('keyId', consent.keyId)
    form.append('replace', String(consent.replace))
  }
  return sendForm('/api/desk/county-card', form)
}

/** Announces a new key; the next packages tell the county. */
export function announceNextKey(): Promise<NextKeyView> {
  return taken(api.desk['package-key'].next.$post())
}

/** Makes a key that signs at once; the county needs the new card. */
export function newKeyNow(): Promise<NextKeyView> {
  return taken(api.desk['package-key'].new.$post())
}

/** Gives the database another number: its disk went back to a former state. */
export function renewInstance(): Promise<{ readonly instanceId: string; readonly former: string }> {
  return taken(api.desk['new-instance'].$post({ json: { reason: 'COUNTY_AHEAD' } }))
}
