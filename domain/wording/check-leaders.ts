import type { WordingEntry } from './wording-entry.ts'
import type { WordingMark } from './wording-finding.ts'

function differBy(one: string, other: string): number {
  let count = 0
  for (let at = 0; at < one.length; at += 1) if (one.charAt(at) !== other.charAt(at)) count += 1
  return count
}

function placesOf(text: string, word: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) places.push(at)
  return places
}

// 示例县云溪镇副镇长 is also written 云溪镇副镇长 or 副镇长.
function formsOf(post: string): readonly string[] {
  const places = [...post.matchAll(/[省市县区镇乡村州旗盟]|街道(?=\p{Script=Han}{2})/gu)]
  const shorter = places.map(({ index, 0: sign }) => post.slice(index + sign.length))
  // 镇长 in 副镇长 is no name of a place.
  return [post, ...shorter.filter((form) => form.length >= 2 && !/^(?:[长委]|党委$|政府$)/u.test(form))]
}

const PLACE_BEFORE = /[省市县区镇乡村州旗盟道]/u

/**
 * Names of leaders beside their posts: one character of a name wrong, or a name beside the post of another. The check
 * knows what the dictionary of the office says and nothing else; a name without a post is not judged.
 * @example checkLeaders([{ word: '李伟', suggestion: '副镇长', … }])('副镇长李纬')[0]?.suggestion // '李伟'
 */
export function checkLeaders(entries: readonly WordingEntry[]): (text: string) => readonly WordingMark[] {
  const leaders = entries.filter(({ word, suggestion }) => word !== '' && suggestion !== '')
  const holders = new Map<string, WordingEntry[]>()
  for (const leader of leaders) {
    for (const form of formsOf(leader.suggestion)) {
      holders.set(form, [...(holders.get(form) ?? []), leader])
    }
  }
  const whole = new Set(leaders.map(({ suggestion }) => suggestion))
  // 副镇长 before 镇长, so that the shorter post is not read inside the longer one.
  const posts = [...holders.keys()].toSorted((one, other) => other.length - one.length)
  return (text) => {
    const marks: WordingMark[] = []
    const read = new Set<number>()
    for (const post of posts) {
      for (const at of placesOf(text, post)) {
        if (read.has(at + post.length) || (text.charAt(at - 1) === '副' && !post.startsWith('副'))) continue
        read.add(at + post.length)
        // 河口镇副镇长 is the post of another place.
        if (!whole.has(post) && PLACE_BEFORE.test(text.charAt(at - 1))) continue
        marks.push(...besidePost(text, at, post, holders.get(post) ?? [], leaders))
      }
    }
    return marks
  }
}

function besidePost(
  text: string,
  at: number,
  post: string,
  holders: readonly WordingEntry[],
  leaders: readonly WordingEntry[],
): readonly WordingMark[] {
  const after = at + post.length + (/^[ \u3000]*/u.exec(text.slice(at + post.length))?.[0].length ?? 0)
  const sides = (name: string): readonly number[] => [after, at - name.length]
  const stands = (name: string) => sides(name).find((place) => place >= 0 && text.startsWith(name, place))
  if (holders.some(({ word }) => stands(word) !== undefined)) return []
  for (const other of leaders) {
    const place = stands(other.word)
    if (place === undefined) continue
    const start = Math.min(place, at)
    const end = Math.max(place + other.word.length, at + post.length)
    return [{ start, end, rule: 'LEADER_POST', severity: 'CHECK', suggestion: null, note: other.note }]
  }
  for (const { word, note } of holders) {
    for (const place of sides(word)) {
      const written = place < 0 ? '' : text.slice(place, place + word.length)
      if (written.length < word.length || !/^\p{Script=Han}+$/u.test(written)) continue
      if (differBy(written, word) !== 1) continue
      const end = place + word.length
      return [{ start: place, end, rule: 'LEADER_NAME', severity: 'CHECK', suggestion: word, note }]
    }
  }
  return []
}
