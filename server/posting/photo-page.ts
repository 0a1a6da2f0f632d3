import { REFUSAL_CODES } from '../../domain/refusal-code.ts'
import { refuse } from '../../domain/refusal.ts'
import { escaped, languageOf, PLAIN_FACES, plainPage } from '../plain-page.ts'
import { type CliLanguage, type Sentences, sentencesIn } from '../../platform/sentence.ts'
import { shanghaiTime } from '../../platform/clock.ts'
import type { PhotoTicket } from './photo-tickets.ts'

const STYLE = `
  body { max-width: 30em; padding: 20px 16px; font: 18px/1.6 ${PLAIN_FACES}; }
  h1 { font-size: 24px; }
  p { margin: 0 0 14px; }
  label { display: block; margin: 18px 0 8px; font-weight: bold; }
  input { display: block; width: 100%; padding: 18px 12px; border: 2px dashed #8a8a8a; border-radius: 8px;
    background: #fff; box-sizing: border-box; font-size: 18px; }
  button { display: block; width: 100%; margin: 16px 0; padding: 18px; border: 0; border-radius: 8px; background: #a61b1b;
    color: #fff; font-size: 22px; }`

function page(language: CliLanguage, nonce: string, title: string, body: string): string {
  return plainPage({ language, nonce, title, style: STYLE, body })
}

/** What a phone's browser sends, and the nonce of this answer. */
export type PageRequest = {
  readonly acceptLanguage: string
  readonly nonce: string
  /** Code of what was refused last; empty when nothing was. */
  readonly refusal: string
}

function refusalSentence(say: Sentences, code: string): string | null {
  const known = REFUSAL_CODES.find((one) => one === code)
  return known ? say.refusal(refuse(known, { most: 10, megabytes: 20 })) : null
}

/**
 * The page by which a phone hands photographs in: one form and one large button, without any script, so that it works on old phones
 * too. It says for which board and step, and nothing of the notice. Without `no-referrer` the browser names its own page as the
 * sender of the form, which is how a foreign page is told from it.
 * @example photoPage(ticket, '村务公开栏', request)
 */
export function photoPage(ticket: PhotoTicket, boardName: string, request: PageRequest): string {
  const language = languageOf(request.acceptLanguage)
  const say = sentencesIn(language)
  const words = (key: string, params?: Record<string, string | number>) =>
    escaped(say.say(`photo:${key}`, params))
  // The desk's own word: whoever stands there with the phone and whoever sits at the desk speak of the same step.
  const moment = escaped(say.say(`board:photo.moment.${ticket.moment}`))
  const refusal = refusalSentence(say, request.refusal)
  return page(
    language,
    request.nonce,
    say.say('photo:title'),
    `<h1>${words('title')}</h1>
<p>${words('for', { board: boardName })} · ${moment}</p>
${refusal === null ? '' : `<p class="said no" role="alert">${escaped(refusal)}</p>`}
${ticket.received === 0 ? '' : `<p class="said" role="status">${words('received', { number: ticket.received })}</p>`}
<form method="post" enctype="multipart/form-data" action="/api/public/photos/${ticket.secret}">
<label for="file">${words('choose')}</label>
<input id="file" name="file" type="file" accept="image/*" required>
<button type="submit">${words('send')}</button>
</form>
<p>${words('how')}</p>
<p class="quiet">${words('waits')} ${words('until', { time: shanghaiTime(ticket.expiresAt).slice(11) })}</p>`,
  )
}

/**
 * The page of a secret that opens nothing any more.
 * @example endedPage({ acceptLanguage: 'zh-CN', nonce: 'x', refusal: '' })
 */
export function endedPage({ acceptLanguage, nonce }: PageRequest): string {
  const language = languageOf(acceptLanguage)
  const say = sentencesIn(language)
  const title = say.say('photo:title')
  return page(
    language,
    nonce,
    title,
    `<h1>${escaped(title)}</h1>\n<p class="said no">${escaped(say.say('photo:ended'))}</p>`,
  )
}
