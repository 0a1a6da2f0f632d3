// Chromium writes the first code point that shares a glyph, so 见 comes back as the radical ⻅. NFKC folds the
// Kangxi block but not these, which have no compatibility mapping in Unicode; 户 comes back by way of ⼾ as 戶. Found by
// printing all 6,763 characters of GB 2312. The same of its signs: a dash comes back as the horizontal bar, 9时～12时 with
// the wave dash.
const WRITTEN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'―—〜~∼~∕/‵`',
    ...'⺁厂⺄乙⺈⺈⺌小⺍小⺕彐⺘扌⺠民⺡氵⺢氺⺧牛⺩王⺫目⺬示⺭礻⺮竹⺰纟⺳网⺴网⺹老⺾艹⺿艹⻁虎⻂衤⻄西⻅见⻆角⻉贝⻋车⻌辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻭齿⻰龙⻱龟⻲龟⻮齿⻪黾⻧卤⺒巳⺎兀⺉刂⺅亻⻈讠⺐尢⺨犭⺖忄⺦丬⺺肀⺓幺⺙攵⺣灬戶户',
  ].reduce<[string, string][]>((pairs, character, index, all) => {
    const plain = all[index + 1]
    if (index % 2 === 0 && plain !== undefined) pairs.push([character, plain])
    return pairs
  }, []),
)

/**
 * The text of a PDF as a person reads it: radicals and look-alike signs folded to what was written, no spaces and no line ends.
 * @example readable('⻅ ⼈') // '见人'
 */
export function readable(text: string): string {
  const folded = [...text.normalize('NFKC')].map((character) => WRITTEN[character] ?? character).join('')
  return folded.replace(/\s+/gu, '')
}
