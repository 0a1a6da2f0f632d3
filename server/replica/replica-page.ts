import { REFUSAL_CODES } from '../../domain/refusal-code.ts'
import { refuse } from '../../domain/refusal.ts'
import { shanghaiTime } from '../../platform/clock.ts'
import { escaped, languageOf, PLAIN_FACES, plainPage } from '../plain-page.ts'
import { type SentenceParams, sentencesIn } from '../../platform/sentence.ts'
import type { ReplicaFace } from './replica-face.ts'
import type { BoardSource } from './source.ts'

const STYLE = `
  body { max-width: 44em; padding: 40px 24px; font: 17px/1.7 ${PLAIN_FACES}; }
  h1 { font-size: 28px; }
  h2 { margin: 36px 0 8px; font-size: 20px; }
  p { margin: 0 0 12px; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 24px; margin: 0; padding: 18px 20px; background: #fff;
    border: 1px solid #e0dcd2; border-radius: 8px; }
  dt { color: #5b5b5b; }
  dd { margin: 0; overflow-wrap: anywhere; }
  label { display: block; margin: 16px 0 4px; }
  input { width: 100%; padding: 10px 12px; border: 1px solid #8a8a8a; border-radius: 6px; background: #fff;
    box-sizing: border-box; font: inherit; }
  input[name="code"] { font: 24px/1.4 monospace; letter-spacing: 3px; text-transform: uppercase; }
  button { margin: 18px 0 0; padding: 10px 22px; border: 0; border-radius: 6px; background: #a61b1b; color: #fff; font: inherit;
    cursor: pointer; }
  summary { cursor: pointer; margin-top: 36px; }
  a { color: #8a1616; }`

/** What the page is drawn from. */
export type ReplicaPage = {
  readonly face: ReplicaFace
  readonly source: BoardSource
  readonly clockTrusted: boolean
  readonly kiosk: string
  readonly acceptLanguage: string
  readonly nonce: string
  /** Code of what was refused last, `pulled` or `paired`; empty when nothing was asked. */
  readonly said: string
}

type Say = (key: string, params?: SentenceParams) => string

/**
 * Where the page of the screen in the hall lies: with the sign that makes it one, so that nothing is copied or kept there.
 * @example glassAddress('http://127.0.0.1:8632') // 'http://127.0.0.1:8632/kiosk/?glass=1'
 */
export function glassAddress(publicAddress: string): string {
  return `${publicAddress}/kiosk/?glass=1`
}

function form(say: Say): string {
  const field = (name: string, most: number, more: string) =>
    `<label for="${name}">${say(`field.${name}`)}</label>
<input id="${name}" name="${name}" maxlength="${most}" autocomplete="off" ${more}>`
  return `<form method="post" action="/desk/replica/pair">
${field('address', 200, 'required placeholder="192.168.1.5:8632"')}
${field('code', 12, 'required spellcheck="false"')}
${field('name', 40, '')}
<button type="submit">${say('pair')}</button>
</form>`
}

function rows(pairs: readonly (readonly [string, string])[]): string {
  return `<dl>${pairs.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('\n')}</dl>`
}

function driftWords(say: Say, seconds: number): string {
  if (seconds === 0) return say('same')
  return say(seconds > 0 ? 'ahead' : 'behind', { seconds: Math.abs(seconds) })
}

function stateOf(page: ReplicaPage, say: Say, refusal: (code: string) => string): string {
  const { face, source } = page
  const [pairing, current, last] = [face.pairing(), face.current(), face.last()]
  if (pairing === null) return ''
  const drift = last?.drift ?? null
  return rows([
    [say('office'), escaped(`${pairing.office.name} ${pairing.address}`)],
    [say('name'), escaped(pairing.name)],
    [say('pairedAt'), escaped(shanghaiTime(pairing.pairedAt))],
    [
      say('shows'),
      current === null
        ? say('nothingYet')
        : say('snapshot', { number: current.sequence, time: shanghaiTime(source.upTo ?? current.createdAt) }),
    ],
    [
      say('lastAsked'),
      last === null
        ? say('never')
        : `${escaped(shanghaiTime(last.at))} · ${last.refusal === null ? say('well') : escaped(refusal(last.refusal))}`,
    ],
    [
      say('clock'),
      page.clockTrusted ? (drift === null ? say('clockWell') : driftWords(say, drift)) : say('clockDoubt'),
    ],
    [
      say('evidence'),
      say('waiting', { number: face.waiting() }) +
        (face.lost() > 0 ? ` ${say('lost', { number: face.lost() })}` : ''),
    ],
  ])
}

/**
 * The one page behind the desk mount of a replica: with which office it is paired, what it shows and of what age, when it last
 * asked and what came of it, its clock, what it still has to hand over; to be paired and to pull now. Without any script.
 * @example replicaPage({ face, source, clockTrusted: true, kiosk, acceptLanguage: 'zh-CN', nonce, said: '' })
 */
export function replicaPage(page: ReplicaPage): string {
  const language = languageOf(page.acceptLanguage)
  const sentences = sentencesIn(language)
  const say: Say = (key, params) => escaped(sentences.say(`replica:${key}`, params))
  const refusal = (code: string): string => {
    const known = REFUSAL_CODES.find((one) => one === code)
    return known ? sentences.refusal(refuse(known)) : ''
  }
  const paired = page.face.pairing() !== null
  const failed = refusal(page.said)
  const told = ['paired', 'pulled'].includes(page.said) ? say(`said.${page.said}`) : ''
  const body = `<h1>${say('title')}</h1>
<p class="quiet">${say('about')}</p>
${failed === '' ? '' : `<p class="said no" role="alert">${escaped(failed)}</p>`}
${told === '' ? '' : `<p class="said" role="status">${told}</p>`}
${
  paired
    ? `${stateOf(page, say, refusal)}
<form method="post" action="/desk/replica/pull"><button type="submit">${say('pull')}</button></form>
<h2>${say('pages')}</h2>
<p><a href="${escaped(page.kiosk)}">${escaped(page.kiosk)}</a></p>
<details><summary>${say('again')}</summary>
<p class="quiet">${say('againAbout')}</p>
${form(say)}</details>`
    : `<h2>${say('pairTitle')}</h2>
<p>${say('pairHow')}</p>
${form(say)}`
}`
  const title = sentences.say('replica:title')
  return plainPage({ language, nonce: page.nonce, title, style: STYLE, body })
}
